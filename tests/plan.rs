//! Plans: done as written, each way closes what it says. What is planned is read from the JSON and written into the profile, as a
//! person would.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
#[path = "definitions/made_up.rs"]
mod made_up;
#[allow(dead_code)]
#[path = "definitions/naive.rs"]
mod naive;

use std::cell::Cell;
use std::fmt::Write;

use chrono::{Days, NaiveDate};
use common::{LOOK, edition, judged};
use made_up::{profiles, text_of};
use mvp_check::assess::Finding;
use mvp_check::evidence::Outcome;
use mvp_check::guidance::{Guidance, Level};
use mvp_check::plan::{Plan, usual_day};
use mvp_check::report::plan::json;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestError, TestRunner};
use serde_json::Value;

/// The JSON of a plan; `by` left out is the usual day.
fn plan(text: &str, guidance: &Guidance, as_of: NaiveDate, by: Option<NaiveDate>) -> Value {
    judged(text, guidance, as_of, |report, facts| {
        let plan = Plan::new(report.guidance, facts, as_of, by.unwrap_or_else(|| usual_day(as_of, facts))).unwrap();
        serde_json::from_str(&json::render(report, &plan, &LOOK)).unwrap()
    })
}

fn list<'v>(value: &'v Value) -> impl Iterator<Item = &'v Value> {
    value.as_array().unwrap().iter()
}

fn names(value: &Value) -> Vec<&str> {
    list(value).map(|name| name.as_str().unwrap()).collect()
}

/// The profile with a way done as it is written: an entry of its own for each date.
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

/// Does each way as it is written, and judges the day. What does not hold is the error.
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
        let open = judged(&done(text, way), guidance, by, |report, _| {
            let weighty = |it: &&Finding<'_>| it.outcome == Outcome::Gap && it.criterion.level >= Level::Recommended;
            let open = report.assessment.findings.iter().filter(weighty);
            open.map(|finding| finding.criterion.id.clone()).collect::<Vec<String>>()
        });
        if let Some(claimed) = open.iter().find(|id| closes.contains(&id.as_str())) {
            return error(format!("{claimed} stays open"));
        }
        if let Some(hidden) = open.iter().find(|id| !cannot_close.contains(&id.as_str())) {
            return error(format!("{hidden} is open and not told"));
        }
    }
    Ok(plan["ways"].as_array().unwrap().len())
}

/// Made-up profiles by an edition, by the usual day and by nearer and farther ones.
fn follow_many(cases: u32, edition_id: &str) {
    let deterministic = ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(2029), ..ProptestConfig::default() };
    let mut runner = TestRunner::new(ProptestConfig { cases, ..deterministic });
    let guidance = edition(edition_id);
    let ways = Cell::new(0);
    let in_days = prop_oneof![2 => Just(None), 1 => (1..=400_u64).prop_map(Some)];
    let outcome = runner.run(&(profiles(), in_days), |((profile, as_of), days)| {
        let by = days.map(|days| as_of + Days::new(days));
        let found = follow(&text_of(&profile), &guidance, as_of, by).map_err(TestCaseError::fail)?;
        ways.set(ways.get() + found);
        Ok(())
    });
    match outcome {
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        other => other.unwrap(),
    }
    // A plan that offers nothing would hold too.
    assert!(ways.get() > 2 * cases as usize, "{} ways", ways.get());
}

// Two tests, so that two cores share them: 300 profiles in all.

#[test]
fn each_way_closes_what_it_says_by_the_article() {
    follow_many(150, "workshop-2020");
}

#[test]
fn each_way_closes_what_it_says_by_the_program() {
    follow_many(150, "program-2026");
}
