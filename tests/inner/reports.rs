//! Reports on a profile that is given as text.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::Value;

use crate::assess::assess;
use crate::forecast::{Forecast, USUAL_MONTHS, in_months};
use crate::guidance::{EDITIONS, Guidance, category_of_any_edition, shipped};
use crate::profile;
use crate::record::Record;
use crate::record::facts::Facts;
use crate::report::{AsOfFrom, Format, ProfileFile, Remark, RenderOptions, Report};
use crate::source::Source;

pub const LOOK: RenderOptions = RenderOptions { width: 80, color: false, quiet: false };

static BUILT_IN: LazyLock<Vec<Guidance>> =
    LazyLock::new(|| EDITIONS.iter().map(|edition| shipped(edition.id).expect("a valid edition")).collect());

pub fn editions() -> &'static [Guidance] {
    &BUILT_IN
}

pub fn edition(id: &str) -> &'static Guidance {
    editions().iter().find(|edition| edition.id == id).expect("an edition with this id")
}

/// The JSON report on a profile by a built-in edition.
pub fn report(text: &str, edition_id: &str, as_of: &str) -> Value {
    report_by(text, edition(edition_id), as_of)
}

pub fn report_by(text: &str, guidance: &Guidance, as_of: &str) -> Value {
    serde_json::from_str(&rendered(text, guidance, as_of, "json")).unwrap()
}

pub fn rendered(text: &str, guidance: &Guidance, as_of: &str, format: &str) -> String {
    let as_of: NaiveDate = as_of.parse().unwrap();
    let format = Format::by_name(format).unwrap();
    with_report(text, guidance, as_of, |report, facts| {
        let ahead = || Forecast::new(report.guidance, facts, as_of, in_months(as_of, USUAL_MONTHS));
        let report = Report { forecast: format.has_forecast.then(ahead), ..report.clone() };
        (format.alone)(&Ok(report), &LOOK).unwrap()
    })
}

/// Checks a valid profile and hands on its report.
pub fn with_report<R>(text: &str, guidance: &Guidance, as_of: NaiveDate, read: impl FnOnce(&Report<'_>, &Facts<'_>) -> R) -> R {
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

/// The finding of a criterion; of a criterion that is checked by category, the first one.
pub fn finding<'r>(report: &'r Value, criterion: &str) -> &'r Value {
    let findings = report["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["criterion"] == criterion).unwrap_or_else(|| panic!("no finding of {criterion}"))
}

pub fn finding_for<'r>(report: &'r Value, criterion: &str, category: &str) -> &'r Value {
    let findings = report["findings"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["criterion"] == criterion && finding["category"] == category);
    found.unwrap_or_else(|| panic!("no finding of {criterion} for {category}"))
}
