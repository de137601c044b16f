//! One finding in words, and what its signs and marks mean.

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::{Basis, Criterion, Level};
use crate::report::model::Report;
use crate::text::{YARDSTICK, escape_control_chars};

pub(crate) fn sign(outcome: Outcome, level: Level) -> char {
    match (outcome, level) {
        (Outcome::Met, _) => '✓',
        (Outcome::NotAssessed, _) => '?',
        (Outcome::Waived, _) => '–',
        (Outcome::Gap, Level::Required) => '✗',
        (Outcome::Gap, Level::Recommended) => '▲',
        (Outcome::Gap, Level::Advisory) => '·',
    }
}

pub(crate) fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotAssessed => "not assessed",
        Outcome::Waived => "waived",
        Outcome::Gap => "gap",
    }
}

/// Which criterion, of which category where it is judged for each.
pub(crate) fn criterion(criterion: &Criterion, category: Option<usize>, report: &Report<'_>) -> String {
    let category = report.category(category).map_or(String::new(), |name| format!(" ({name})"));
    escape_control_chars(&format!("{}{category}", criterion.id)).into_owned()
}

pub(crate) fn result(finding: &Finding<'_>) -> String {
    format!("{} {}", sign(finding.outcome, finding.criterion.level), word(finding.outcome))
}

pub(crate) fn found(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let category = finding.category.map(|at| &report.record.profile.categories[at].name);
    let category = category.map_or(String::new(), |name| format!("{}: ", escape_control_chars(name)));
    format!("{category}{}", escape_control_chars(&finding.evidence.fact))
}

/// What is wanted, with the mark of its number.
pub(crate) fn wanted(finding: &Finding<'_>) -> String {
    let wanted = &finding.evidence.wanted;
    // What is due so far is marked already.
    if wanted.ends_with(YARDSTICK) { wanted.clone() } else { format!("{wanted}{}", finding.criterion.number_basis().mark()) }
}

/// What the marks of numbers mean that occur in a report or in a further text.
pub(crate) fn marks(report: &Report<'_>, further: &str) -> Vec<(&'static str, &'static str)> {
    let occurs = |basis: Basis| {
        let is_in_advice = |advice: &String| advice.contains(basis.mark());
        let mut findings = report.assessment.findings.iter();
        let is_found = findings.any(|it| it.criterion.number_basis() == basis || it.advice.as_ref().is_some_and(is_in_advice));
        is_found || further.contains(basis.mark())
    };
    let marks = [
        (Basis::Yardstick, "*", "a yardstick of this tool: no official number exists"),
        (Basis::Own, "°", "a number of your own guidance"),
    ];
    marks.into_iter().filter(|(basis, ..)| occurs(*basis)).map(|(_, mark, meaning)| (mark, meaning)).collect()
}

/// What the signs mean, and the marks that occur in a report or in a further text.
pub(crate) fn legend(report: &Report<'_>, further: &str) -> String {
    let marks = marks(report, further).into_iter().map(|(mark, meaning)| format!("  {mark} {meaning}"));
    format!("✗ required ▲ recommended · advisory{}", marks.collect::<String>())
}
