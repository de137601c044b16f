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

/// The mark of a number that is not the guidance's own; it stays on the line of its number.
pub(crate) fn mark(criterion: &Criterion) -> &'static str {
    criterion.number_basis().mark()
}

/// The result of a finding: its sign and its word.
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
    if wanted.ends_with(YARDSTICK) { wanted.clone() } else { format!("{wanted}{}", mark(finding.criterion)) }
}

/// What the marks of numbers mean, as far as they occur.
pub(crate) fn marks(report: &Report<'_>) -> Vec<(&'static str, &'static str)> {
    marks_beside(report, "")
}

/// The same where a further text is told.
fn marks_beside(report: &Report<'_>, further: &str) -> Vec<(&'static str, &'static str)> {
    let is_told = |basis: Basis| {
        let is_in_advice = |advice: &String| advice.contains(basis.mark());
        let mut findings = report.assessment.findings.iter();
        let is_found = findings.any(|it| it.criterion.number_basis() == basis || it.advice.as_ref().is_some_and(is_in_advice));
        is_found || further.contains(basis.mark())
    };
    let marks = [
        (Basis::Yardstick, "*", "a yardstick of this tool: no official number exists"),
        (Basis::Own, "°", "a number of your own guidance"),
    ];
    marks.into_iter().filter(|(basis, ..)| is_told(*basis)).map(|(_, mark, meaning)| (mark, meaning)).collect()
}

/// What the signs and marks mean, as far as they occur.
pub(crate) fn legend(report: &Report<'_>) -> String {
    legend_beside(report, "")
}

/// The same where a further text is told.
pub(crate) fn legend_beside(report: &Report<'_>, further: &str) -> String {
    let signs = ["✗ required ▲ recommended · advisory".to_owned()].into_iter();
    let marks = marks_beside(report, further).into_iter().map(|(mark, meaning)| format!("{mark} {meaning}"));
    signs.chain(marks).collect::<Vec<_>>().join("  ")
}
