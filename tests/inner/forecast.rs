//! Forecasts: each day compared with an assessment of that day, and the reasons for each change.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use serde_json::Value;

use super::random_profiles::{assert_for_each, profiles, text_of};
use super::reports::{LOOK, edition, editions, with_report};
use crate::assess::{Assessment, Verdict, assess};
use crate::evidence::Outcome;
use crate::forecast::{Forecast, between, in_months};
use crate::guidance::{Guidance, category_of_any_edition};
use crate::profile;
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::report::forecast::json;
use crate::source::Source;

type Outcomes<'a> = BTreeMap<(&'a str, Option<usize>), Outcome>;

fn outcomes<'a>(assessment: &Assessment<'a>) -> Outcomes<'a> {
    assessment.findings.iter().map(|it| ((it.criterion.id.as_str(), it.category), it.outcome)).collect()
}

/// Compares a forecast with an assessment of each given day. The first difference is the error.
fn follow(text: &str, guidance: &Guidance, as_of: NaiveDate, range: DaySpan, days: Days<'_>) -> Result<(), String> {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 0, "{text}");
    let forecast = Forecast::new(guidance, &Facts::new(&profile, &guidance.vocabulary), as_of, range);
    let checked = days(&forecast, range);
    let mut followed = outcomes(&forecast.start);
    let mut changes = forecast.changes.iter().peekable();
    for day in range.each() {
        while let Some(change) = changes.next_if(|change| change.date == day) {
            let was = followed.insert((change.now.criterion.id.as_str(), change.now.category), change.now.outcome);
            assert_eq!(was, Some(change.from), "{day} {}", change.now.criterion.id);
            assert_ne!(change.from, change.now.outcome, "{day} {}", change.now.criterion.id);
        }
        if !checked.contains(&day) {
            continue;
        }
        let fresh = assess(guidance, &Record::new(&profile, &guidance.vocabulary, day));
        if followed != outcomes(&fresh) {
            return Err(format!("{day} by {}: {followed:?} is {:?}\n{text}", guidance.id, outcomes(&fresh)));
        }
        let stretches: Vec<Verdict> = forecast.verdicts.iter().filter(|it| has(it.days, day)).map(|it| it.verdict).collect();
        if stretches != [fresh.verdict] {
            return Err(format!("{day} by {}: {stretches:?} is {:?}\n{text}", guidance.id, fresh.verdict));
        }
    }
    assert!(changes.next().is_none(), "a change outside the range");
    Ok(())
}

fn has(days: DaySpan, day: NaiveDate) -> bool {
    days.first <= day && day <= days.last
}

/// Chooses the days to assess.
type Days<'d> = &'d dyn Fn(&Forecast<'_>, DaySpan) -> BTreeSet<NaiveDate>;

/// The first and the last day, each day of a change with the days next to it, and every 29th day.
fn around_changes(forecast: &Forecast<'_>, range: DaySpan) -> BTreeSet<NaiveDate> {
    let changes = forecast.changes.iter().flat_map(|change| [-1, 0, 1].map(|days| change.date + TimeDelta::days(days)));
    let others = range.each().step_by(29);
    changes.chain(others).chain([range.first, range.last]).collect()
}

/// Random profiles, 400 days each, by one edition or the other; `before` days of them are before as-of.
fn follow_many(cases: u32, before: u64, seed: u64, days: Days<'_>) {
    const DAYS: u64 = 400;
    let editions = editions();
    assert_for_each(cases, seed, &(profiles(), 0..editions.len()), |((profile, as_of), edition)| {
        let first = as_of - chrono::Days::new(before);
        let range = DaySpan { first, last: first + chrono::Days::new(DAYS - 1) };
        follow(&text_of(&profile), &editions[edition], as_of, range, days)
    });
}

#[test]
fn days_ahead_agree_with_their_own_assessment() {
    follow_many(50, 0, 2027, &around_changes);
}

#[test]
fn days_before_as_of_agree_with_their_own_assessment() {
    follow_many(50, 200, 2028, &around_changes);
}

#[test]
#[ignore = "slow: run nightly"]
fn all_days_agree_with_their_own_assessment() {
    follow_many(150, 0, 2027, &|_, range| range.each().collect());
    follow_many(150, 200, 2028, &|_, range| range.each().collect());
}

/// Whatever no contribution can change, so that a test shows only its own subject.
const HEAD: &str = "[profile]\nname = \"Somebody Example\"\ncategories = [\"Developer Technologies\"]\nmicrosoft-employee = false\n\
                    nominator = \"mvp\"\n";

fn entry(kind: &str, title: &str, days: &str) -> String {
    format!("\n[[contribution]]\ntype = \"{kind}\"\ntitle = \"{title}\"\n{days}\n")
}

fn forecast(text: &str, as_of: &str, from: &str, until: &str) -> Value {
    let guidance = edition("workshop-2020");
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let range = between(day(from), day(until)).unwrap();
    with_report(text, guidance, day(as_of), |report, facts| {
        let forecast = Forecast::new(report.guidance, facts, day(as_of), range);
        serde_json::from_str(&json::render(report, &forecast, &LOOK)).unwrap()
    })
}

/// The outcome of a criterion that changes on a day, and the lines and events that caused it.
fn change(forecast: &Value, criterion: &str, date: &str) -> (String, Vec<(u64, String)>) {
    let changes = forecast["changes"].as_array().unwrap();
    let found = changes.iter().find(|it| it["criterion"] == criterion && it["date"] == date);
    let found = found.unwrap_or_else(|| panic!("{criterion} on {date}: {changes:#?}"));
    let event = |it: &Value| (it["line"].as_u64().unwrap(), it["event"].as_str().unwrap().to_owned());
    (found["to"].as_str().unwrap().to_owned(), found["because"].as_array().unwrap().iter().map(event).collect())
}

fn because(events: &[(u64, &str)]) -> Vec<(u64, String)> {
    events.iter().map(|(line, event)| (*line, (*event).to_owned())).collect()
}

#[test]
fn an_entry_that_leaves_opens_a_gap_and_others_that_leave_with_it_are_not_blamed() {
    let text = HEAD.to_owned()
        + &entry("talk", "A", "date = 2026-02-11")
        + &entry("article", "B", "date = 2026-02-11")
        + &entry("article", "C", "date = 2026-10-01");
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-11-23");
    // One of two types remains. The article of that day also leaves, but a newer one stays.
    assert_eq!(change(&forecast, "diversity", "2027-02-11"), ("gap".into(), because(&[(7, "leaves")])));
    assert_eq!(change(&forecast, "recency", "2027-10-01"), ("gap".into(), because(&[(17, "leaves")])));
    assert_eq!(forecast["verdicts"].as_array().unwrap().last().unwrap()["until"], "2027-11-23");
}

#[test]
fn entries_that_leave_together_are_named_together() {
    let text = HEAD.to_owned()
        + &entry("talk", "A", "date = 2026-02-11")
        + &entry("talk", "B", "date = 2026-02-11")
        + &entry("article", "C", "date = 2026-10-01");
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-03-01");
    assert_eq!(change(&forecast, "diversity", "2027-02-11"), ("gap".into(), because(&[(7, "leaves"), (12, "leaves")])));
}

#[test]
fn a_planned_entry_closes_a_gap_on_its_day() {
    let text = HEAD.to_owned() + &entry("article", "A", "date = 2026-10-01") + &entry("talk", "B", "date = 2026-12-10");
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-03-01");
    assert_eq!(change(&forecast, "diversity", "2026-12-10"), ("met".into(), because(&[(12, "enters")])));
}

#[test]
fn days_that_pass_open_a_gap_since_the_newest_entry() {
    let text = HEAD.to_owned() + &entry("article", "A", "date = 2026-10-01") + &entry("talk", "B", "date = 2025-12-01");
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-03-01");
    // The limit is 60 days. The talk also leaves on that day, but does not matter here.
    assert_eq!(change(&forecast, "freshness", "2026-12-01"), ("gap".into(), because(&[(7, "passes")])));
    assert_eq!(change(&forecast, "diversity", "2026-12-01"), ("gap".into(), because(&[(12, "leaves")])));
}

#[test]
fn the_end_of_a_waiver_and_the_start_of_a_cycle_name_no_entry() {
    let waived = HEAD.to_owned()
        + &entry("article", "A", "date = 2026-10-01")
        + "\n[[waive]]\ncriterion = \"diversity\"\nreason = \"One thing at a time.\"\nuntil = 2026-12-31\n";
    let forecast_of_waiver = forecast(&waived, "2026-11-23", "2026-11-23", "2027-03-01");
    assert_eq!(change(&forecast_of_waiver, "diversity", "2027-01-01"), ("gap".into(), vec![]));
    let renewal = HEAD.replace("[profile]\n", "[profile]\nstage = \"renewal\"\n") + &entry("article", "A", "date = 2027-06-01");
    let forecast_of_cycle = forecast(&renewal, "2027-06-20", "2027-06-20", "2027-08-01");
    assert_eq!(change(&forecast_of_cycle, "originality", "2027-07-01"), ("not-assessed".into(), vec![]));
    assert_eq!(forecast_of_cycle["cycle_end"]["date"], "2027-06-30");
    assert_eq!(forecast_of_waiver["cycle_end"], Value::Null);
}

#[test]
fn an_ongoing_entry_is_not_blamed_for_what_another_does() {
    let text = HEAD.to_owned()
        + &entry("open-source", "Goes on", "date = 2024-01-01\nongoing = true\ncount = 40")
        + &entry("talk", "A", "date = 2026-02-11");
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-03-01");
    assert_eq!(change(&forecast, "diversity", "2027-02-11"), ("gap".into(), because(&[(14, "leaves")])));
}

#[test]
fn the_past_counts_each_entry_from_its_own_day() {
    let text = HEAD.to_owned() + &entry("article", "A", "date = 2026-06-01") + &entry("talk", "B", "date = 2026-08-10");
    let forecast = forecast(&text, "2026-11-23", "2026-01-01", "2026-11-23");
    assert_eq!(change(&forecast, "recency", "2026-06-01"), ("met".into(), because(&[(7, "enters")])));
    assert_eq!(change(&forecast, "diversity", "2026-08-10"), ("met".into(), because(&[(12, "enters")])));
    assert_eq!((&forecast["as_of"], &forecast["from"]), (&Value::from("2026-11-23"), &Value::from("2026-01-01")));
}

#[test]
fn a_range_that_is_reversed_or_too_long_is_refused() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(between(day("2026-11-23"), day("2026-11-22")).unwrap_err().contains("before"));
    assert!(between(day("2026-11-23"), day("2036-11-24")).unwrap_err().contains("10 years"));
    assert_eq!(between(day("2026-11-23"), day("2026-11-23")).unwrap().days(), 1);
    assert_eq!(in_months(day("2024-02-29"), 12).last, day("2025-02-28"));
}

#[test]
fn a_series_enters_on_its_last_day() {
    let text = HEAD.to_owned() + &entry("article", "Series", "date = 2025-06-01\nuntil = 2026-08-01");
    let forecast = forecast(&text, "2026-07-01", "2026-07-01", "2026-09-01");
    assert_eq!(change(&forecast, "freshness", "2026-08-01"), ("met".into(), because(&[(7, "enters")])));
}

#[test]
fn a_criterion_that_depends_on_another_names_no_entry() {
    let text = HEAD.to_owned()
        + &entry("article", "Long one", "date = 2025-10-01\nuntil = 2026-12-30")
        + "\n[[waive]]\ncriterion = \"diversity\"\nreason = \"Later.\"\nuntil = 2026-12-15\n";
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2026-12-31");
    assert_eq!(change(&forecast, "breadth", "2026-12-16"), ("not-assessed".into(), vec![]));
}

#[test]
fn entries_that_enter_together_are_named_together() {
    let text = HEAD.to_owned()
        + &entry("article", "Old", "date = 2026-01-10")
        + &entry("talk", "A", "date = 2026-12-24")
        + &entry("video", "B", "date = 2026-12-24");
    let both = because(&[(12, "enters"), (17, "enters")]);
    let candidate = forecast(&text, "2026-11-23", "2026-11-23", "2026-12-31");
    assert_eq!(change(&candidate, "freshness", "2026-12-24"), ("met".into(), both.clone()));
    let renewal = text.replace("[profile]\n", "[profile]\nstage = \"renewal\"\n").replace("2026-01-10", "2026-08-10");
    let lines = because(&[(13, "enters"), (18, "enters")]);
    let renewal = forecast(&renewal, "2026-11-23", "2026-11-23", "2026-12-31");
    assert_eq!(change(&renewal, "concentration", "2026-12-24"), ("met".into(), lines));
}

#[test]
fn a_channel_that_leaves_takes_the_numbers_of_its_entries_with_it() {
    let text = HEAD.to_owned()
        + &entry("article", "A", "date = 2026-10-01\nurl = \"https://blog.example.org/a\"")
        + &entry("article", "B", "date = 2026-10-02\nurl = \"https://blog.example.org/b\"")
        + "\n[[channel]]\ntype = \"article\"\ntitle = \"Blog\"\nurl = \"https://blog.example.org\"\ndate = 2025-01-01\n\
           until = 2026-02-11\nimpact = { views = 900 }\n";
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-03-01");
    assert_eq!(change(&forecast, "measured", "2027-02-11"), ("gap".into(), because(&[(19, "leaves")])));
}

#[test]
fn an_entry_that_outgrows_its_count_is_explained_by_the_finding() {
    let text = HEAD.to_owned() + &entry("event", "Monthly evening", "date = 2026-01-15\nongoing = true\ncount = 12");
    let forecast = forecast(&text, "2026-11-23", "2026-11-23", "2027-02-01");
    let changes = forecast["changes"].as_array().unwrap();
    let freshness = changes.iter().find(|it| it["criterion"] == "freshness").unwrap();
    // In its thirteenth month, twelve are fewer than one a month: only its first day is certain.
    assert_eq!(freshness["date"], "2027-01-01");
    assert_eq!(
        freshness["why"],
        "“Monthly evening” (line 7) goes on: newest 15 Jan 2026, 351\u{a0}days ago · wanted: at most 60\u{a0}days\u{a0}*"
    );
}
