//! What the tests share: a profile's text to its JSON report, by the library.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod figure;
#[path = "../helpers/payloads.rs"]
pub mod payloads;
#[path = "../helpers/program.rs"]
pub mod program;

use chrono::NaiveDate;
use mvp_check::assess::assess;
use mvp_check::comparison::Comparison;
use mvp_check::comparison::baseline::Baseline;
use mvp_check::forecast::{Forecast, USUAL_MONTHS, in_months};
use mvp_check::format;
use mvp_check::guidance::{Guidance, category_of_any_edition, shipped};
use mvp_check::profile;
use mvp_check::record::Record;
use mvp_check::record::facts::Facts;
use mvp_check::report::{AsOfFrom, Look, ProfileFile, Remark, Report};
use mvp_check::source::Source;
use serde_json::Value;

/// An edition that ships.
pub fn edition(id: &str) -> Guidance {
    shipped(id).expect("an edition of this id, without mistakes")
}

/// The JSON report of a profile's text by an edition on a day.
pub fn report(text: &str, edition_id: &str, as_of: &str) -> Value {
    report_by(text, &edition(edition_id), as_of)
}

/// The JSON report of a profile's text by any guidance on a day.
pub fn report_by(text: &str, guidance: &Guidance, as_of: &str) -> Value {
    serde_json::from_str(&rendered(text, guidance, as_of, "json")).unwrap()
}

/// The report of a profile's text by any guidance on a day, in a format.
pub fn rendered(text: &str, guidance: &Guidance, as_of: &str, format: &str) -> String {
    rendered_since(text, guidance, as_of, format, None)
}

/// The same, beside an earlier JSON report.
pub fn rendered_since(text: &str, guidance: &Guidance, as_of: &str, format: &str, earlier: Option<&Value>) -> String {
    let as_of: NaiveDate = as_of.parse().unwrap();
    let format = format::named(format).unwrap();
    let earlier = earlier.map(|earlier| Baseline::read(&Source::new("earlier.json", earlier.to_string())).unwrap());
    judged(text, guidance, as_of, |report, facts| {
        let since = earlier.as_ref().map(|it| it.of("profile.toml", None, true).unwrap());
        let since = since.map(|since| Comparison::new(&report.record, &report.assessment, since));
        let ahead = || Forecast::new(report.guidance, facts, as_of, in_months(as_of, USUAL_MONTHS));
        let report = Report { since, forecast: format.looks_ahead.then(ahead), ..report.clone() };
        format.render(&[Ok(report)], &LOOK)
    })
}

/// Judges a profile's text by any guidance on a day, and reads what comes of it.
pub fn judged<R>(text: &str, guidance: &Guidance, as_of: NaiveDate, read: impl FnOnce(&Report<'_>, &Facts<'_>) -> R) -> R {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    let errors = problems.errors();
    let problems = problems.sorted();
    assert_eq!(errors, 0, "{problems:#?}\n{text}");
    let facts = Facts::new(&profile, &guidance.vocabulary);
    let record = Record::on(as_of, &facts);
    let report = Report {
        file: &ProfileFile { path: "profile.toml".into(), in_repository: "profile.toml".into() },
        guidance,
        assessment: assess(guidance, &record),
        record,
        as_of_from: AsOfFrom::Option,
        warnings: problems.iter().map(|problem| Remark::new(problem, &source)).collect(),
        since: None,
        forecast: None,
    };
    read(&report, &facts)
}

/// How tests have text laid out.
pub const LOOK: Look = Look { width: 80, color: false, quiet: false };

/// The finding of a criterion; for one that is judged by category the first.
pub fn finding<'r>(report: &'r Value, criterion: &str) -> &'r Value {
    let findings = report["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["criterion"] == criterion).unwrap_or_else(|| panic!("no finding of {criterion}"))
}

/// The finding of a criterion for one category.
pub fn finding_for<'r>(report: &'r Value, criterion: &str, category: &str) -> &'r Value {
    let findings = report["findings"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["criterion"] == criterion && finding["category"] == category);
    found.unwrap_or_else(|| panic!("no finding of {criterion} for {category}"))
}
