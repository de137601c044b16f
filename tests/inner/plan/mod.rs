//! Plans: each option, carried out as written, closes the gaps that it names. The test reads the plan's JSON and adds its entries to
//! the profile, as a person would.

mod rules;

use std::cell::Cell;
use std::fmt::Write;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;

use super::random_profiles::{assert_for_each, profiles, text_of};
use super::reports::{LOOK, edition, with_report};
use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::{Guidance, Level};
use crate::plan::{Plan, usual_day};
use crate::report::plan::json;

/// The JSON of a plan until a day, or until the usual one.
fn plan(text: &str, guidance: &Guidance, as_of: NaiveDate, by: Option<NaiveDate>) -> Value {
    with_report(text, guidance, as_of, |report, facts| {
        let plan = Plan::new(report.guidance, facts, as_of, by.unwrap_or_else(|| usual_day(as_of, facts))).unwrap();
        serde_json::from_str(&json::render(report, &plan, &LOOK).unwrap()).unwrap()
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn names(value: &Value) -> Vec<&str> {
    list(value).map(|name| name.as_str().unwrap()).collect()
}

/// The profile with an entry for each date of an option.
fn done(text: &str, way: &Value) -> String {
    let mut text = text.to_owned();
    let mut number = 0;
    for step in list(&way["steps"]) {
        for date in names(&step["dates"]) {
            number += 1;
            let kind = step["type"].as_str().unwrap();
            writeln!(text, "\n[[contribution]]\ntype = \"{kind}\"\ntitle = \"Done as planned, {number}\"\ndate = {date}")
                .unwrap();
            writeln!(text, "url = \"https://planned.example/{number}\"").unwrap();
            if let Some(category) = step["category"].as_str() {
                writeln!(text, "category = \"{category}\"").unwrap();
            }
            let impact: Vec<String> =
                step["impact"].as_object().unwrap().iter().map(|(metric, value)| format!("{metric} = {value}")).collect();
            if !impact.is_empty() {
                writeln!(text, "impact = {{ {} }}", impact.join(", ")).unwrap();
            }
        }
    }
    text
}

/// Carries out each option and checks the profile on the last day. Returns the number of options, or what is wrong with one.
fn follow(text: &str, guidance: &Guidance, as_of: NaiveDate, by: Option<NaiveDate>) -> Result<usize, String> {
    let plan = plan(text, guidance, as_of, by);
    let by: NaiveDate = plan["by"].as_str().unwrap().parse().unwrap();
    let cannot_close = names(&plan["cannot_close"]);
    let error = |what: String| Err(format!("{as_of} to {by} by {}: {what}\n{plan:#}\n{text}", guidance.id));
    for way in list(&plan["ways"]) {
        let closes: Vec<&str> = list(&way["steps"]).flat_map(|step| names(&step["closes"])).collect();
        let days = list(&way["steps"]).flat_map(|step| names(&step["dates"]));
        let days: Vec<NaiveDate> = days.map(|day| day.parse().unwrap()).collect();
        if days.is_empty() || days.iter().any(|day| *day <= as_of || *day > by) {
            return error(format!("days {days:?}"));
        }
        let open = with_report(&done(text, way), guidance, by, |report, _| {
            let weighty = |it: &&Finding<'_>| it.outcome == Outcome::Gap && it.criterion.level >= Level::Recommended;
            let open = report.assessment.findings.iter().filter(weighty);
            open.map(|finding| finding.criterion.id.clone()).collect::<Vec<String>>()
        });
        if let Some(claimed) = open.iter().find(|id| closes.contains(&id.as_str())) {
            return error(format!("{claimed} stays open"));
        }
        if let Some(hidden) = open.iter().find(|id| !cannot_close.contains(&id.as_str())) {
            return error(format!("{hidden} is open and not mentioned"));
        }
    }
    Ok(plan["ways"].as_array().unwrap().len())
}

/// Random profiles, planned until the usual day or until a nearer or farther one.
fn follow_many(cases: u32, edition_id: &str) {
    let guidance = edition(edition_id);
    let ways = Cell::new(0);
    let in_days = prop_oneof![2 => Just(None), 1 => (1..=400_u64).prop_map(Some)];
    assert_for_each(cases, 2029, &(profiles(), in_days), |((profile, as_of), days)| {
        let by = days.map(|days| as_of + Days::new(days));
        ways.set(ways.get() + follow(&text_of(&profile), guidance, as_of, by)?);
        Ok(())
    });
    // Plans without options would pass too.
    assert!(ways.get() > 2 * cases as usize, "{} ways", ways.get());
}

#[test]
fn options_close_what_they_promise() {
    follow_many(10, "workshop-2020");
    follow_many(10, "program-2026");
}

#[test]
#[ignore = "slow: run nightly"]
fn options_for_many_profiles_close_what_they_promise() {
    follow_many(300, "workshop-2020");
    follow_many(300, "program-2026");
}
