//! The schema of reports accepts every report and refuses misspelt ones.

use serde_json::{Value, json};

use super::{examples, generate, read, validator};
use crate::comparison::Comparison;
use crate::comparison::baseline::Baseline;
use crate::inner_tests::reports::{LOOK, edition, report, with_report};
use crate::report::format::Frame;
use crate::report::team::Team;
use crate::report::{Judged, ProfileFile, Refusal, Report, json as json_report};
use crate::source::Source;

const AS_OF: &str = "2026-11-23";

/// A report compared with an earlier one, and the same together with a refused profile.
fn compared_and_refused() -> [Value; 2] {
    let text = read("examples/profile.toml");
    let earlier = report(&text, "workshop-2020", "2026-06-30");
    let earlier = Baseline::read(&Source::new("earlier.json", earlier.to_string())).unwrap();
    with_report(&text, edition("workshop-2020"), AS_OF.parse().unwrap(), |report, _| {
        let since = earlier.of("profile.toml", None, true).unwrap();
        let since = Some(Comparison::new(&report.record, &report.assessment, since));
        let compared = Report { since, ..report.clone() };
        let file = ProfileFile { path: "refused.toml".into(), in_repository: "refused.toml".into() };
        let refusal = Refusal { file: &file, mistakes: report.warnings.clone(), more: 2 };
        let alone = (json_report::FORMAT.alone)(&Ok(compared.clone()), &LOOK).unwrap();
        [alone, of_team(&[Ok(compared), Err(refusal)])].map(|report| serde_json::from_str(&report).unwrap())
    })
}

/// The JSON report of several profiles.
fn of_team(judged: &[Judged<'_>]) -> String {
    let format = &json_report::FORMAT.team;
    let mut team = Team::default();
    judged.iter().for_each(|judged| team.add(judged));
    let parts: Vec<String> = judged.iter().zip(1..).map(|(judged, place)| (format.part)(judged, place, &LOOK).unwrap()).collect();
    let Frame { before, after } = (format.frame)(&team, &LOOK).unwrap();
    before + &parts.join(format.between) + &after
}

fn reports() -> Vec<Value> {
    let texts =
        examples().into_iter().filter(|path| !path.contains("invalid") && !path.contains("own-guidance")).map(|path| read(&path));
    let mut reports: Vec<Value> =
        texts.flat_map(|text| ["workshop-2020", "program-2026"].map(|id| report(&text, id, AS_OF))).collect();
    reports.extend(compared_and_refused());
    reports
}

#[test]
fn every_report_is_valid() {
    let validator = validator(&generate::report::schema());
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
fn misspelt_reports_are_refused() {
    let validator = validator(&generate::report::schema());
    let report = report(&read("examples/profile.toml"), "workshop-2020", AS_OF);
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
    // Later versions may add fields.
    let mut later = report.clone();
    later["forecast"] = json!({ "days": [] });
    later["findings"][0]["hint"] = json!("x");
    assert!(validator.is_valid(&later));
}
