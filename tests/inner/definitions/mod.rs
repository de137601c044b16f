//! A second computation of every definition of the guidance: day by day, straight from its sentences, and compared with the report.
//!
//! Levels, thresholds, types and metrics are data of the guidance and are taken from it. A comment in quotation marks is the
//! sentence that the code below it follows.

mod findings;
pub mod model;
mod part;
mod report;
pub mod window;

use chrono::NaiveDate;
use serde_json::Value;

use super::random_profiles::{assert_for_each, profiles, text_of};
use super::reports::{self, editions};
use crate::guidance::Guidance;
use model::Profile;

/// How far two numbers may differ, and by how much a sum of tenths may miss a threshold that it reaches on paper.
const TOLERANCE: f64 = 1e-9;

fn at_least(value: f64, threshold: f64) -> bool {
    value >= threshold - TOLERANCE
}

/// The expected report, or each difference together with the profile.
fn compare(profile: &Profile, text: &str, guidance: &Guidance, as_of: NaiveDate) -> Result<Value, String> {
    let expected = report::expected(profile, guidance, as_of);
    let found = reports::report_by(text, guidance, &as_of.to_string());
    let lines = differences("", &expected, &found);
    if lines.is_empty() { Ok(expected) } else { Err(format!("{} on {as_of}:\n{}\n{text}", guidance.id, lines.join("\n"))) }
}

/// One line for each expected value that differs. Numbers may differ by the tolerance, relative for values over 1.
fn differences(name: &str, expected: &Value, found: &Value) -> Vec<String> {
    let same = match (expected, found) {
        (Value::Object(object), _) => {
            return object.iter().flat_map(|(key, value)| differences(&format!("{name} {key}"), value, &found[key])).collect();
        }
        (Value::Array(all), Value::Array(others)) if all.len() == others.len() => {
            let name = |item: &Value| format!("{} {}", item["criterion"], item["category"]);
            return all.iter().zip(others).flat_map(|(item, other)| differences(&name(item), item, other)).collect();
        }
        (Value::Number(number), Value::Number(other)) => {
            let (number, other) = (number.as_f64().unwrap(), other.as_f64().unwrap());
            (number - other).abs() <= TOLERANCE * number.abs().max(1.0)
        }
        _ => expected == found,
    };
    if same { vec![] } else { vec![format!("{name}: expected {expected}, found {found}")] }
}

fn compare_many(cases: u32) {
    let editions = editions();
    assert_for_each(cases, 2020, &profiles(), |(profile, as_of)| {
        let text = text_of(&profile);
        editions.iter().try_for_each(|guidance| compare(&profile, &text, guidance, as_of).map(drop))
    });
}

#[test]
fn reports_agree_with_the_second_computation() {
    compare_many(50);
}

#[test]
#[ignore = "slow: run nightly"]
fn many_reports_agree_with_the_second_computation() {
    compare_many(1_000);
}

#[test]
#[ignore = "needs a folder of cases, named by MVP_CHECK_CASES"]
fn published_cases() {
    let folder = std::env::var("MVP_CHECK_CASES").expect("MVP_CHECK_CASES names the folder of cases");
    let paths = std::fs::read_dir(&folder).expect("a readable folder").map(|file| file.unwrap().path());
    let paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    assert!(!paths.is_empty(), "no cases in {folder}");
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let as_of = text.lines().next().and_then(|line| line.strip_prefix("# as-of: ")).expect("`# as-of:` in the first line");
        let profile: Profile = toml::from_str(&text).unwrap();
        for guidance in editions() {
            let expected = compare(&profile, &text, guidance, as_of.trim().parse().unwrap());
            let expected = expected.unwrap_or_else(|error| panic!("{error}"));
            let refused = path.ends_with("refused-blog-only.toml") && guidance.id == "workshop-2020";
            assert_eq!(expected["verdict"], if refused { "not-yet" } else { "nearly" }, "{} by {}", path.display(), guidance.id);
        }
    }
}
