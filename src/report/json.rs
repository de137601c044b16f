//! The format `json`: the report of one profile, or all of several with what they have in common.

pub mod text;
pub mod entry;
pub mod findings;
pub mod comparison;
pub mod activity;
pub mod report;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::Outcome;
use crate::report::json::report::{JsonReport, SCHEMA_VERSION};
use crate::report::json::text::to_text;
use crate::report::model::{Judged, Look, Refusal};

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
enum JsonJudged<'a> {
    /// It was judged.
    Report(Box<JsonReport<'a>>),
    /// It could not be read.
    Refusal(JsonRefusal<'a>),
}

/// A profile that could not be read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Refusal")]
struct JsonRefusal<'a> {
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
    verdicts: BTreeMap<&'static str, usize>,
    /// How many have a gap, by criterion.
    gaps: BTreeMap<&'a str, usize>,
}

impl<'a> JsonDocument<'a> {
    /// The JSON form of what became of the profiles.
    pub fn new(judged: &'a [Judged<'a>]) -> Self {
        if let [Ok(report)] = judged {
            return Self::One(Box::new(JsonReport::new(report)));
        }
        let one = |judged: &'a Judged<'a>| match judged {
            Ok(report) => JsonJudged::Report(Box::new(JsonReport::new(report))),
            Err(refusal) => JsonJudged::Refusal(json_refusal(refusal)),
        };
        Self::Several(JsonReports {
            schema_version: SCHEMA_VERSION,
            reports: judged.iter().map(one).collect(),
            totals: totals(judged),
        })
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

fn totals<'a>(judged: &'a [Judged<'a>]) -> Totals<'a> {
    let mut totals = Totals { profiles: judged.len(), not_judged: 0, verdicts: BTreeMap::new(), gaps: BTreeMap::new() };
    for judged in judged {
        let Ok(report) = judged else {
            totals.not_judged += 1;
            continue;
        };
        *totals.verdicts.entry(report.assessment.verdict.name()).or_default() += 1;
        let gaps = report.assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Gap);
        let mut criteria: Vec<&str> = gaps.map(|finding| finding.criterion.id.as_str()).collect();
        // A person with a gap in both categories is one person with it.
        criteria.dedup();
        for criterion in criteria {
            *totals.gaps.entry(criterion).or_default() += 1;
        }
    }
    totals
}

/// The format `json`.
pub fn render(judged: &[Judged<'_>], _: &Look) -> String {
    // The types above hold nothing that JSON cannot write.
    to_text(&JsonDocument::new(judged)).unwrap_or_default()
}
