//! The format `json`: the report of one profile, or all of several with what they have in common.

pub(crate) mod entry;
pub(crate) mod findings;
pub(crate) mod comparison;
pub(crate) mod activity;
pub(crate) mod report;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::json::to_text;
use crate::render::{RenderError, Rendered};
use crate::report::format::{Format, Frame, TeamFormat};
use crate::report::json::report::{JsonReport, SCHEMA_VERSION};
use crate::report::model::{Judged, Refusal, RenderOptions};
use crate::report::team::Team;

/// The reports of several profiles, in the order in which they were named.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Reports"))]
pub(crate) struct JsonReports<'a> {
    /// Raised only when a field changes its meaning or goes.
    #[cfg_attr(test, schemars(extend("const" = SCHEMA_VERSION)))]
    schema_version: u32,
    /// One for each profile.
    reports: Vec<JsonJudged<'a>>,
    /// What they have in common.
    totals: Totals<'a>,
}

/// What became of one of several profiles.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Judged"))]
#[serde(untagged)]
pub(crate) enum JsonJudged<'a> {
    /// It was judged.
    Report(Box<JsonReport<'a>>),
    /// It could not be read.
    Refusal(JsonRefusal<'a>),
}

/// A profile that could not be read.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Refusal"))]
pub(crate) struct JsonRefusal<'a> {
    /// Which one.
    profile: ProfilePath<'a>,
    /// The first thing that is wrong with it.
    error: JsonError<'a>,
}

/// Where the profile is.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProfilePath<'a> {
    /// Its path as given, or `-`.
    path: &'a str,
}

/// The first mistake of a profile.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Mistake"))]
struct JsonError<'a> {
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// What is wrong.
    message: &'a str,
}

/// What the reports have in common.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Totals<'a> {
    /// Profiles that were named.
    profiles: usize,
    /// Those of them that could not be read.
    not_judged: usize,
    /// How many have which verdict.
    verdicts: &'a BTreeMap<&'static str, usize>,
    /// How many have a gap, by criterion.
    gaps: &'a BTreeMap<String, usize>,
}

impl<'a> JsonJudged<'a> {
    pub(crate) fn new(judged: &'a Judged<'a>) -> Self {
        match judged {
            Ok(report) => Self::Report(Box::new(JsonReport::new(report))),
            Err(refusal) => Self::Refusal(json_refusal(refusal)),
        }
    }
}

fn json_refusal<'a>(refusal: &'a Refusal<'a>) -> JsonRefusal<'a> {
    let first = refusal.mistakes.first();
    JsonRefusal {
        profile: ProfilePath { path: &refusal.file.path },
        error: JsonError {
            line: first.map_or(1, |it| it.line),
            column: first.map_or(1, |it| it.column),
            message: first.map_or("", |it| &it.message),
        },
    }
}

pub(crate) const FORMAT: Format = Format {
    name: "json",
    about: "the whole report for programs",
    has_warnings: true,
    has_mistakes: false,
    has_forecast: false,
    alone,
    team: TeamFormat { part, between: BETWEEN, frame, lists_people: false },
};

/// Between two reports of a list.
const BETWEEN: &str = ",\n    ";
/// The beginning of the list of reports.
const NO_REPORTS: &str = "\"reports\": [";

fn alone(judged: &Judged<'_>, _: &RenderOptions) -> Rendered {
    to_text(&JsonJudged::new(judged))
}

/// A report, indented for the list. Only between fields are there line breaks: those in texts are escaped.
fn part(judged: &Judged<'_>, _: usize, _: &RenderOptions) -> Rendered {
    Ok(to_text(&JsonJudged::new(judged))?.trim_end().replace('\n', "\n    "))
}

fn frame(team: &Team, _: &RenderOptions) -> Result<Frame, RenderError> {
    let document = JsonReports {
        schema_version: SCHEMA_VERSION,
        reports: Vec::new(),
        totals: Totals { profiles: team.people, not_judged: team.not_judged, verdicts: &team.verdicts, gaps: &team.gaps },
    };
    let Frame { before, after } = Frame::cut(to_text(&document)?, NO_REPORTS);
    Ok(Frame { before: before + "\n    ", after: format!("\n  {after}") })
}
