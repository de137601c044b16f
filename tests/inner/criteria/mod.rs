//! Each criterion of both editions, on the edges between its outcomes, with waivers, verdicts and two categories.
//!
//! The expected values were worked out by hand. Reports are as of 23 November 2026, so a candidate's twelve months are
//! 24 November 2025 to 23 November 2026.

mod categories;
mod rows;
mod verdicts;
mod waivers;
mod words;

use serde_json::{Value, json};

use super::reports::{self, editions, finding};
use rows::ROWS;

const AS_OF: &str = "2026-11-23";
/// For entries whose day does not matter.
const DAY: &str = "2026-05-01";

const WORKSHOP: &str = "workshop-2020";
const PROGRAM: &str = "program-2026";

fn person(lines: &str) -> String {
    format!("[profile]\n{lines}\n")
}

/// Five lines, where `more` is at most one.
fn entry(kind: &str, date: &str, more: &str) -> String {
    format!("[[contribution]]\ntype = \"{kind}\"\ntitle = \"{kind} of {date}\"\ndate = {date}\n{more}\n")
}

fn article(date: &str) -> String {
    entry("article", date, "")
}

fn articles(dates: &[&str]) -> String {
    dates.iter().map(|date| article(date)).collect()
}

fn one(kind: &str) -> String {
    entry(kind, DAY, "")
}

fn many(kind: &str, count: u32) -> String {
    entry(kind, DAY, &format!("count = {count}"))
}

fn numbers(kind: &str, impact: &str) -> String {
    entry(kind, DAY, &format!("impact = {{ {impact} }}"))
}

fn paid(kind: &str) -> String {
    entry(kind, DAY, "paid = true")
}

fn about(area: &str) -> String {
    entry("article", DAY, &format!("technology-areas = [\"{area}\"]"))
}

fn linked(kind: &str, date: &str, url: &str) -> String {
    entry(kind, date, &format!("url = \"{url}\""))
}

fn titled(kind: &str, title: &str) -> String {
    entry(kind, DAY, "").replace(&format!("{kind} of {DAY}"), title)
}

fn channel(kind: &str, url: &str, impact: &str) -> String {
    format!("[[channel]]\ntype = \"{kind}\"\ntitle = \"Channel\"\nurl = \"{url}\"\ndate = {DAY}\nimpact = {{ {impact} }}\n")
}

fn report(text: &str, edition: &str) -> Value {
    reports::report(text, edition, AS_OF)
}

/// "met 60 of 60": outcome, measured value and target, or the outcome alone.
fn in_short(finding: &Value) -> String {
    let outcome = finding["outcome"].as_str().unwrap();
    let rounded = |number: &Value| number.as_f64().map(|number| (number * 1000.0).round() / 1000.0);
    match (rounded(&finding["measured"]), rounded(&finding["target"])) {
        (Some(measured), Some(target)) => format!("{outcome} {measured} of {target}"),
        _ => outcome.to_owned(),
    }
}

/// A text with plain spaces instead of no-break spaces.
fn plain(value: &Value) -> Value {
    value.as_str().map_or_else(|| value.clone(), |text| json!(text.replace('\u{a0}', " ")))
}

#[test]
fn every_row_has_the_expected_outcome() {
    let mut differences: Vec<String> = vec![];
    for (criterion, rows) in ROWS {
        for (row, edition) in rows().iter().flat_map(|row| row.editions.iter().map(move |edition| (row, edition))) {
            let report = report(&row.text, edition);
            let found = finding(&report, criterion);
            let mut expect = |what: &str, expected: &Value, found: &Value| {
                if expected != found {
                    differences.push(format!("{criterion}{what} by {edition}: {expected}, not {found}\n{}", row.text));
                }
            };
            expect("", &json!(row.expected), &json!(in_short(found)));
            for (pointer, value) in &row.also {
                expect(pointer, value, &found.pointer(pointer).map_or(Value::Null, plain));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_criterion_has_rows_for_each_outcome() {
    for guidance in editions() {
        for criterion in &guidance.criteria {
            let id = &criterion.id;
            let (_, rows) = ROWS.iter().find(|(known, _)| known == id).unwrap_or_else(|| panic!("{id} has no rows"));
            let has = |outcome| {
                rows().iter().any(|row| row.editions.contains(&guidance.id.as_str()) && row.expected.starts_with(outcome))
            };
            assert!(has("met") && has("gap"), "{id} by {}", guidance.id);
            // A criterion that may stay unknown says what it needs.
            assert_eq!(has("not-assessed"), !criterion.unassessed.is_empty(), "{id} by {}", guidance.id);
        }
    }
}

#[test]
fn focus_is_unknown_without_an_area_to_focus_on() {
    assert!(in_short(finding(&report(&about("DevOps"), PROGRAM), "focus")).starts_with("not-assessed"));
}

#[test]
fn every_metric_of_every_type_is_notable_from_its_threshold() {
    for guidance in editions() {
        let vocabulary = &guidance.vocabulary;
        for known in &vocabulary.types {
            for (of_type, from) in known.metrics.iter().filter_map(|of_type| Some((of_type, of_type.notable?))) {
                let metric = &vocabulary.metric(of_type.id).id;
                for (value, expected) in [(from, "met 1 of 1"), (from - 1.0, "gap 0 of 1")] {
                    let report = report(&numbers(&known.id, &format!("{metric} = {value}")), &guidance.id);
                    assert_eq!(in_short(finding(&report, "impact")), expected, "{}: {value} {metric}", known.id);
                }
            }
        }
    }
}
