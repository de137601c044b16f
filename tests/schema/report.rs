//! Every JSON report is valid by its schema, and one that is misspelt is not.

use serde_json::{Value, json};

use crate::{examples, tool, validator};

fn report(arguments: &[&str]) -> Value {
    let (_, out, err) = tool(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{err}"))
}

fn reports() -> Vec<Value> {
    let paths = examples();
    let names: Vec<&str> = paths.iter().map(String::as_str).collect();
    let valid: Vec<&str> = names.iter().copied().filter(|name| !name.contains("invalid")).collect();
    let mut reports: Vec<Value> = valid.iter().map(|name| report(&[name])).collect();
    // Several; and one that is refused among them.
    reports.push(report(&valid));
    reports.push(report(&names));
    // A line each, one of them refused.
    let (_, lines, _) = tool(&["examples/team", "--format", "ndjson"]);
    reports.extend(lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("earlier.json");
    let earlier = earlier.to_str().unwrap();
    let day = ["--as-of", "2026-06-30"];
    tool(&["examples/profile.toml", day[0], day[1], "--output", &format!("json={earlier}")]);
    reports.push(report(&["examples/profile.toml", "--baseline", earlier]));
    reports.push(report(&["examples/two-categories.toml", "--guidance", "program-2026"]));
    reports
}

#[test]
fn every_report_is_valid() {
    let validator = validator(&["report"]);
    let reports = reports();
    assert!(reports.iter().any(|it| !it["baseline"].is_null()) && reports.iter().any(|it| !it["category_verdicts"].is_null()));
    assert!(reports.iter().any(|it| it["totals"]["not_judged"] == 1));
    for report in reports {
        let errors: Vec<String> =
            validator.iter_errors(&report).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn what_is_misspelt_is_refused() {
    let validator = validator(&["report"]);
    let report = report(&["examples/profile.toml"]);
    let changed = |pointer: &str, value: Value| {
        let mut changed = report.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        changed
    };
    for (pointer, value) in [
        ("/schema_version", json!(2)),
        ("/verdict", json!("almost")),
        ("/as_of", json!("23 November 2026")),
        ("/as_of", json!("2026-02-30")),
        ("/window/rule", json!("rollin")),
        ("/findings/0/outcome", json!("passed")),
        ("/findings/0/level", json!("mandatory")),
        ("/findings/0/basis", json!(null)),
        ("/findings/0/measured", json!("4")),
        ("/activity/months/0/month", json!("May")),
        ("/activity/entries", json!(-1)),
        ("/profile/stage", json!("winner")),
        ("/summary/gap", json!(3)),
    ] {
        assert!(!validator.is_valid(&changed(pointer, value.clone())), "{pointer} {value}");
    }
    for name in report.as_object().unwrap().keys() {
        let mut lost = report.clone();
        lost.as_object_mut().unwrap().remove(name);
        assert!(!validator.is_valid(&lost), "without {name}");
    }
    // Fields are only ever added: a reader of today takes those of tomorrow.
    let mut later = report.clone();
    later["forecast"] = json!({ "days": [] });
    later["findings"][0]["hint"] = json!("x");
    assert!(validator.is_valid(&later));
}
