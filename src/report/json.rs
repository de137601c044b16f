//! The format `json`: the report of one profile, or all of several with what they have in common.

pub mod entry;
pub mod findings;
pub mod comparison;
pub mod activity;
pub mod report;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::render::json::to_text;
use crate::render::{RenderError, Rendered};
use crate::report::format::{Format, Frame, TeamFormat};
use crate::report::json::report::{JsonReport, SCHEMA_VERSION};
use crate::report::model::{Judged, Look, Refusal};
use crate::report::team::Team;

/// What the format `json` writes.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Report of mvp-check")]
pub enum JsonDocument<'a> {
    /// For one profile.
    One(Box<JsonReport<'a>>),
    /// For several.
    Several(JsonReports<'a>),
}

/// The reports of several profiles, in the order in which they were named.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reports")]
pub struct JsonReports<'a> {
    /// Raised only when a field changes its meaning or goes.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// One for each profile.
    reports: Vec<JsonJudged<'a>>,
    /// What they have in common.
    totals: Totals<'a>,
}

/// What became of one of several profiles.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Judged")]
pub enum JsonJudged<'a> {
    /// It was judged.
    Report(Box<JsonReport<'a>>),
    /// It could not be read.
    Refusal(JsonRefusal<'a>),
}

/// A profile that could not be read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Refusal")]
pub struct JsonRefusal<'a> {
    /// Which one.
    profile: ProfilePath<'a>,
    /// The first thing that is wrong with it.
    error: JsonError<'a>,
}

/// Where the profile is.
#[derive(Serialize, JsonSchema)]
struct ProfilePath<'a> {
    /// Its path as given, or `-`.
    path: &'a str,
}

/// The first mistake of a profile.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mistake")]
struct JsonError<'a> {
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// What is wrong.
    message: &'a str,
}

/// What the reports have in common.
#[derive(Serialize, JsonSchema)]
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
    /// The JSON form of what became of one profile.
    pub fn new(judged: &'a Judged<'a>) -> Self {
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

/// The format `json`.
pub const FORMAT: Format = Format {
    name: "json",
    about: "the whole report for programs",
    has_warnings: true,
    has_mistakes: false,
    has_forecast: false,
    alone,
    team: TeamFormat { part, between: BETWEEN, frame, lists_people: false },
};

/// What stands between two reports of a list.
const BETWEEN: &str = ",\n    ";
/// The list of reports, before they stand in it.
const NO_REPORTS: &str = "\"reports\": [";

fn alone(judged: &Judged<'_>, _: &Look) -> Rendered {
    to_text(&JsonJudged::new(judged))
}

/// A report as it stands in the list. Only between fields are there line breaks: those in texts are escaped.
fn part(judged: &Judged<'_>, _: usize, _: &Look) -> Rendered {
    Ok(to_text(&JsonJudged::new(judged))?.trim_end().replace('\n', "\n    "))
}

fn frame(team: &Team, _: &Look) -> Result<Frame, RenderError> {
    let document = JsonDocument::Several(JsonReports {
        schema_version: SCHEMA_VERSION,
        reports: Vec::new(),
        totals: Totals { profiles: team.people, not_judged: team.not_judged, verdicts: &team.verdicts, gaps: &team.gaps },
    });
    let Frame { before, after } = Frame::cut(to_text(&document)?, NO_REPORTS);
    Ok(Frame { before: before + "\n    ", after: format!("\n  {after}") })
}
