//! The findings of a report as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::Finding;
use crate::evidence::{Detail, Outcome};
use crate::guidance::{Basis, Level};
use crate::profile::Contribution;
use crate::render::json::Number;
use crate::report::model::Report;

/// What one criterion says.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Finding"))]
pub(crate) struct JsonFinding<'a> {
    /// Its id.
    criterion: &'a str,
    /// Its title.
    title: &'a str,
    /// The theme that it belongs to.
    theme: &'a str,
    /// The declared category that it was judged for, where it is judged for each.
    category: Option<&'a str>,
    /// How much it matters.
    level: Level,
    /// Whose demand it is.
    basis: Basis,
    /// How it came out.
    outcome: Outcome,
    /// The number that was measured, where there is one.
    measured: Option<Number>,
    /// The number that is wanted, where there is one.
    target: Option<Number>,
    /// What the measured number counts.
    unit: &'static str,
    /// Further numbers and names.
    details: BTreeMap<&'static str, JsonDetail<'a>>,
    /// What was found, in words.
    fact: &'a str,
    /// What to do, where it is not met.
    advice: Option<&'a str>,
    /// Where the demand stands.
    source: &'a str,
    /// The contributions to act on, or those that weigh most; at most 50.
    contributions: Vec<ContributionPlace<'a>>,
    /// How many there are of them.
    contributions_total: usize,
}

/// A further number or name.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Detail"))]
#[serde(untagged)]
enum JsonDetail<'a> {
    /// A number.
    Number(Number),
    /// A name of the guidance.
    Name(&'a str),
}

/// Where a contribution stands in the profile.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ContributionPlace<'a> {
    /// Line of its header.
    line: usize,
    /// Its title.
    title: &'a str,
}

impl<'a> ContributionPlace<'a> {
    pub(crate) fn new(contribution: &'a Contribution<'a>) -> Self {
        Self { line: contribution.line, title: &contribution.title }
    }
}

pub(crate) fn findings<'a>(report: &'a Report<'a>) -> Vec<JsonFinding<'a>> {
    let categories = &report.record.profile.categories;
    let findings = report.assessment.findings.iter();
    let category = |at: usize| categories[at].name.as_str();
    findings.map(|finding| json_finding(finding, finding.category.map(category))).collect()
}

fn json_finding<'a>(finding: &'a Finding<'a>, category: Option<&'a str>) -> JsonFinding<'a> {
    let evidence = &finding.evidence;
    let details = evidence.details.iter().map(|(name, detail)| {
        let detail = match detail {
            Detail::Number(number) => JsonDetail::Number(Number(*number)),
            Detail::Name(name) => JsonDetail::Name(name),
        };
        (*name, detail)
    });
    JsonFinding {
        criterion: &finding.criterion.id,
        title: &finding.criterion.title,
        theme: &finding.criterion.theme,
        category,
        level: finding.criterion.level,
        basis: finding.criterion.basis,
        outcome: finding.outcome,
        measured: evidence.measured.map(Number),
        target: evidence.target.map(Number),
        unit: evidence.unit,
        details: details.collect(),
        fact: &evidence.fact,
        advice: finding.advice.as_deref(),
        source: &finding.criterion.source,
        contributions: evidence.contributions.iter().map(|it| ContributionPlace::new(it)).collect(),
        contributions_total: evidence.contributions_total,
    }
}
