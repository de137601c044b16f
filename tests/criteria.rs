//! Every criterion of both editions has a profile that meets it, one that misses it and, where that can be, one for which it is
//! not assessed (`rows.rs`). `verdicts.rs`: waivers, criteria that wait for others, verdicts, two categories, nothing counted.
//!
//! What is expected was worked out by hand from `guidance.md`. The day of the reports is 23 November 2026, so a candidate's
//! twelve months are 24 November 2025 to 23 November 2026.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
#[path = "criteria/verdicts.rs"]
mod verdicts;
#[path = "criteria/rows.rs"]
mod rows;

use common::{edition, finding};
use rows::{CRITERIA, THRESHOLDS};
use serde_json::{Value, json};

const AS_OF: &str = "2026-11-23";
/// For entries whose day does not matter.
const DAY: &str = "2026-05-01";

const WORKSHOP: &str = "workshop-2020";
const PROGRAM: &str = "program-2026";

/// They measure any record, also an empty one.
const ALWAYS_ASSESSED: [&str; 6] = ["category", "recency", "freshness", "regularity", "amount", "diversity"];

// ------------------------------------------------------------------------------------------------------------ profiles

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
    common::report(text, edition, AS_OF)
}

// ----------------------------------------------------------------------------------------------------------- the table

/// "met 60 of 60": outcome, measured and target; the outcome alone where nothing is measured.
fn said(finding: &Value) -> String {
    let outcome = finding["outcome"].as_str().unwrap();
    let rounded = |number: &Value| number.as_f64().map(|number| (number * 1000.0).round() / 1000.0);
    match (rounded(&finding["measured"]), rounded(&finding["target"])) {
        (Some(measured), Some(target)) => format!("{outcome} {measured} of {target}"),
        _ => outcome.to_owned(),
    }
}

/// Numbers are held to their unit by a hard space; here it is any space.
fn plain(value: &Value) -> Value {
    value.as_str().map_or_else(|| value.clone(), |text| json!(text.replace('\u{a0}', " ")))
}

#[test]
fn every_row_comes_out_as_the_guidance_says() {
    let mut differences: Vec<String> = vec![];
    for (criterion, rows, ..) in CRITERIA {
        for (row, edition) in rows().iter().flat_map(|row| row.editions.iter().map(move |edition| (row, edition))) {
            let report = report(&row.text, edition);
            let found = finding(&report, criterion);
            let mut expect = |what: &str, expected: &Value, found: &Value| {
                if expected != found {
                    differences.push(format!("{criterion}{what} by {edition}: {expected}, not {found}\n{}", row.text));
                }
            };
            expect("", &json!(row.expected), &json!(said(found)));
            for (pointer, value) in &row.also {
                expect(pointer, value, &found.pointer(pointer).map_or(Value::Null, plain));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_criterion_is_met_missed_and_not_assessed_somewhere() {
    for (at, id) in [WORKSHOP, PROGRAM].into_iter().enumerate() {
        let ids: Vec<String> = edition(id).criteria.into_iter().map(|criterion| criterion.id).collect();
        assert_eq!(ids, CRITERIA.map(|(criterion, ..)| criterion));
        let report = report("", id);
        for (criterion, rows, by_workshop, by_program) in CRITERIA {
            let has = |outcome| rows().iter().any(|row| row.editions.contains(&id) && row.expected.starts_with(outcome));
            assert!(has("met") && has("gap"), "{criterion} by {id}");
            assert_eq!(has("not-assessed"), !ALWAYS_ASSESSED.contains(&criterion), "{criterion} by {id}");
            let found = finding(&report, criterion);
            assert_eq!(json!([found["level"], found["basis"]]), json!([by_workshop, by_program][at]), "{criterion} by {id}");
        }
    }
}

/// Where neither a declared category nor the profile names an area there is nothing to focus on, also by an edition that lists areas:
/// "0 % of it is in your areas" would not be true of anybody.
#[test]
fn focus_needs_an_area_to_focus_on() {
    assert!(said(finding(&report(&about("DevOps"), PROGRAM), "focus")).starts_with("not-assessed"));
}

#[test]
fn each_type_has_its_own_thresholds() {
    for (kind, metrics) in THRESHOLDS {
        for (metric, from) in metrics.split(", ").map(|metric| metric.split_once(' ').unwrap()) {
            let from: u32 = from.parse().unwrap();
            for (value, expected) in [(from, "met 1 of 1"), (from - 1, "gap 0 of 1")] {
                let report = report(&numbers(kind, &format!("{metric} = {value}")), PROGRAM);
                assert_eq!(said(finding(&report, "impact")), expected, "{kind}: {value} {metric}");
            }
        }
    }
}
