//! A profile: read, resolved, judged and written in two of the formats.

use std::sync::LazyLock;

use chrono::NaiveDate;
use mvp_check::assess::assess;
use mvp_check::forecast::{Forecast, in_months};
use mvp_check::format::FORMATS;
use mvp_check::guidance::{EDITIONS, Guidance, category_of_any_edition};
use mvp_check::profile::{self, Draft, Profile};
use mvp_check::record::Record;
use mvp_check::record::facts::Facts;
use mvp_check::report::{AsOfFrom, Judged, ProfileFile, Refusal, Remark, Report};
use mvp_check::source::{Problem, Problems, Severity, Source};

use crate::common::{LOOK, edition};
use crate::told::{READ, source, told};

/// Months that a report looks ahead: a year takes most of the time of a case.
const MONTHS_AHEAD: u32 = 1;

static GUIDANCES: LazyLock<Vec<Guidance>> = LazyLock::new(|| EDITIONS.iter().map(|shipped| edition(shipped.id)).collect());

/// The edition that a profile names, else the default.
pub fn guidance_of(draft: &Draft<'_>) -> &'static Guidance {
    let stated = draft.person.guidance.as_ref();
    GUIDANCES.iter().find(|guidance| stated.is_some_and(|stated| stated.value == guidance.id)).unwrap_or(&GUIDANCES[0])
}

/// A profile with the guidance that it names, or what is wrong with it.
pub fn profile_of(source: &Source) -> (Profile<'_>, Problems, &'static Guidance) {
    let draft = profile::read(source);
    let guidance = guidance_of(&draft);
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    (profile, problems, guidance)
}

/// Reads a profile and reports on it.
pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let (profile, problems, guidance) = profile_of(&source);
    let told = told(&source, problems.clone());
    let written = written(&source, &profile, problems.clone(), guidance, bytes);
    if problems.errors() > 0 { format!("{told}{written}") } else { format!("{READ}{told}{profile:?}\n{written}") }
}

/// What two of the formats say of a profile.
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
        return in_formats(&[Err(refusal)], bytes);
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
    in_formats(&[Ok(report)], bytes)
}

/// Which formats: each of them in turn, beside the one that says everything.
fn in_formats(judged: &[Judged<'_>], bytes: &[u8]) -> String {
    let json = FORMATS.iter().find(|format| format.name == "json").unwrap().render(judged, &LOOK);
    serde_json::from_str::<serde::de::IgnoredAny>(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    json + &FORMATS[sum(bytes) % FORMATS.len()].render(judged, &LOOK)
}

fn is_ahead(bytes: &[u8]) -> bool {
    FORMATS[sum(bytes) % FORMATS.len()].looks_ahead
}

/// A number that chooses for a case, the same whenever it is tried.
pub fn sum(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte)).sum::<usize>() + bytes.len()
}
