//! Every definition of `guidance.md` computed a second time: of profiles that are made up, and of a folder of published cases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
#[path = "definitions/made_up.rs"]
mod made_up;
#[path = "definitions/naive.rs"]
mod naive;

use chrono::NaiveDate;
use made_up::{hold, profiles, text_of};
use naive::{Edition, Profile, TOLERANCE, expected_report};
use serde_json::Value;

/// What this computation expects of the report; or an error that shows each difference and the profile.
fn compare(profile: &Profile, text: &str, edition: &Edition, as_of: NaiveDate) -> Result<Value, String> {
    let expected = expected_report(profile, edition, as_of);
    let found = common::report_by(text, &edition.guidance, &as_of.to_string());
    let lines = differences("", &expected, &found);
    if lines.is_empty() { Ok(expected) } else { Err(format!("{} on {as_of}:\n{}\n{text}", edition.id, lines.join("\n"))) }
}

/// One line for each value that differs: numbers by more than 1e-9 (relative for values over 1). What the report says
/// beyond what is expected is not looked at.
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

#[test]
fn two_people_compute_the_same() {
    let editions = Edition::all();
    hold(500, 2020, &profiles(), |(profile, as_of)| {
        let text = text_of(&profile);
        editions.iter().try_for_each(|edition| compare(&profile, &text, edition, as_of).map(drop))
    });
}

#[test]
#[ignore = "needs a folder of cases, named by MVP_CHECK_CASES"]
fn published_cases() {
    let folder = std::env::var("MVP_CHECK_CASES").expect("MVP_CHECK_CASES names the folder of cases");
    let paths = std::fs::read_dir(&folder).expect("a folder that can be read").map(|file| file.unwrap().path());
    let paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    assert!(!paths.is_empty(), "no cases in {folder}");
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let as_of = text.lines().next().and_then(|line| line.strip_prefix("# as-of: ")).expect("`# as-of:` in the first line");
        let profile: Profile = toml::from_str(&text).unwrap();
        for edition in Edition::all() {
            let expected =
                compare(&profile, &text, &edition, as_of.trim().parse().unwrap()).unwrap_or_else(|error| panic!("{error}"));
            let refused = path.ends_with("refused-blog-only.toml") && edition.is_2020();
            assert_eq!(expected["verdict"], if refused { "not-yet" } else { "nearly" }, "{} by {}", path.display(), edition.id);
        }
    }
}
