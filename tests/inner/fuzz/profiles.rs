//! A profile: read, checked and rendered in two formats.

use chrono::NaiveDate;

use super::problems::{READ, in_full, source};
use crate::assess::assess;
use crate::forecast::{Forecast, in_months};
use crate::guidance::{Guidance, category_of_any_edition};
use crate::inner_tests::reports::{LOOK, editions};
use crate::profile::{self, Draft, Profile};
use crate::record::Record;
use crate::record::facts::Facts;
use crate::report::{AsOfFrom, FORMATS, Format, Judged, ProfileFile, Refusal, Remark, Report};
use crate::source::{Problem, Problems, Severity, Source};

/// Months of the forecast: a year would take most of the time of a case.
const MONTHS_AHEAD: u32 = 1;

/// The edition that a profile names, or the default one.
pub fn guidance_of(draft: &Draft<'_>) -> &'static Guidance {
    let stated = draft.person.guidance.as_ref();
    editions().iter().find(|guidance| stated.is_some_and(|stated| stated.value == guidance.id)).unwrap_or(&editions()[0])
}

pub fn profile_of(source: &Source) -> (Profile<'_>, Problems, &'static Guidance) {
    let draft = profile::read(source);
    let guidance = guidance_of(&draft);
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    (profile, problems, guidance)
}

pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let (profile, problems, guidance) = profile_of(&source);
    let problems_in_full = in_full(&source, problems.clone());
    let written = written(&source, &profile, problems.clone(), guidance, bytes);
    if problems.errors() > 0 {
        format!("{problems_in_full}{written}")
    } else {
        format!("{READ}{problems_in_full}{profile:?}\n{written}")
    }
}

/// The report or the refusal in two formats.
pub fn written(source: &Source, profile: &Profile<'_>, problems: Problems, guidance: &Guidance, bytes: &[u8]) -> String {
    let file = ProfileFile { path: "profile.toml".into(), in_repository: "profile.toml".into() };
    let (errors, more) = (problems.errors(), problems.more_errors);
    let problems = problems.sorted();
    let remarks = |severity| {
        let of: Vec<&Problem> = problems.iter().filter(|problem| problem.severity == severity).collect();
        of.into_iter().map(|problem| Remark::new(problem, source)).collect()
    };
    if errors > 0 {
        let refusal = Refusal { file: &file, mistakes: remarks(Severity::Error), more };
        return in_formats(&Err(refusal), bytes);
    }
    let as_of = profile.as_of.unwrap_or(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let facts = Facts::new(profile, &guidance.vocabulary);
    let record = Record::on(as_of, &facts);
    let report = Report {
        file: &file,
        guidance,
        assessment: assess(guidance, &record),
        record,
        as_of_from: AsOfFrom::Option,
        warnings: remarks(Severity::Warning),
        since: None,
        forecast: is_ahead(bytes).then(|| Forecast::new(guidance, &facts, as_of, in_months(as_of, MONTHS_AHEAD))),
    };
    in_formats(&Ok(report), bytes)
}

/// In JSON, and in one of all formats, chosen by the case.
fn in_formats(judged: &Judged<'_>, bytes: &[u8]) -> String {
    let render = |format: &Format| (format.alone)(judged, &LOOK).unwrap();
    let json = render(Format::by_name("json").unwrap());
    serde_json::from_str::<serde::de::IgnoredAny>(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    json + &render(&FORMATS[sum(bytes) % FORMATS.len()])
}

fn is_ahead(bytes: &[u8]) -> bool {
    FORMATS[sum(bytes) % FORMATS.len()].has_forecast
}

/// A number that selects variants of a case, the same at every run.
pub fn sum(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte)).sum::<usize>() + bytes.len()
}
