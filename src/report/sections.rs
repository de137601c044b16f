//! Findings in the order in which reports for people show them.

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::report::model::Report;

pub(crate) struct Section<'r, 'a> {
    pub(crate) theme: &'r str,
    pub(crate) findings: Vec<&'r Finding<'a>>,
}

/// Findings by theme: within each one gaps first, the most severe first; themes with the most severe gaps first.
pub(crate) fn sections<'r, 'a>(report: &'r Report<'a>) -> Vec<Section<'r, 'a>> {
    let mut sections: Vec<Section<'r, 'a>> = Vec::new();
    for theme in &report.guidance.vocabulary.themes {
        let mut findings: Vec<&Finding<'a>> =
            report.assessment.findings.iter().filter(|finding| finding.criterion.theme == *theme).collect();
        findings.sort_by_key(|finding| urgency(finding));
        if !findings.is_empty() {
            sections.push(Section { theme, findings });
        }
    }
    sections.sort_by_key(|section| section.findings.first().map(|finding| urgency(finding).min(NO_GAP)));
    sections
}

/// Urgency from which on there is no gap: among such themes the order of the guidance stays.
const NO_GAP: u8 = 3;

/// Order of findings: gaps by level, then what could not be assessed, then waived and met ones.
fn urgency(finding: &Finding<'_>) -> u8 {
    match (finding.outcome, finding.criterion.level) {
        (Outcome::Gap, Level::Required) => 0,
        (Outcome::Gap, Level::Recommended) => 1,
        (Outcome::Gap, Level::Advisory) => 2,
        (Outcome::NotAssessed, _) => NO_GAP,
        (Outcome::Waived, _) => 4,
        (Outcome::Met, _) => 5,
    }
}
