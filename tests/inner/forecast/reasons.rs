//! The reasons for each change in a forecast.

use chrono::NaiveDate;
use serde_json::Value;

use crate::forecast::{Forecast, between, in_months};
use crate::inner_tests::reports::{LOOK, edition, with_report};
use crate::report::forecast::json;

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
        serde_json::from_str(&json::render(report, &forecast, &LOOK).unwrap()).unwrap()
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
