//! The format `sarif`: SARIF 2.1.0, for code scanning and editors. Every finding is a result, so that a reader sees what holds too.

pub mod types;
pub mod rules;

use std::collections::BTreeMap;

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::profile::Contribution;
use crate::report::json::text::to_text;
use crate::report::model::{Judged, Look, ProfileFile, Remark, Report};
use crate::report::plain_words;
use crate::report::sarif::rules::{Rules, level, text};
use crate::report::sarif::types::{
    ArtifactLocation, Driver, Invocation, Kind, Level, Location, Log, Notification, PhysicalLocation, ROOT, Region,
    RelatedLocation, Run, SCHEMA, SarifResult, Suppression, Tool, VERSION,
};
use crate::text::{counted, quoted, visible};

/// Further places that a result names: more than anybody opens.
const MOST_RELATED: usize = 10;
/// Profile, criterion and category; a change of what it is made of gets another number.
const FINGERPRINT: &str = "criterion/v1";

/// The format `sarif`.
pub fn render(judged: &[Judged<'_>], _: &Look) -> String {
    let rules = Rules::new(judged);
    let results = judged.iter().flatten().flat_map(|report| {
        let findings = report.assessment.findings.iter();
        findings.map(|finding| result(finding, report, &rules)).collect::<Vec<_>>()
    });
    let results = results.collect();
    let homepage = Some(env!("CARGO_PKG_HOMEPAGE")).filter(|homepage| !homepage.is_empty());
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        information_uri: homepage,
        rules: rules.rules,
    };
    let invocation = Invocation {
        execution_successful: judged.iter().all(Result::is_ok),
        tool_configuration_notifications: judged.iter().flat_map(notifications).collect(),
    };
    let run = Run { tool: Tool { driver }, invocations: [invocation], column_kind: "unicodeCodePoints", results };
    // The types above hold nothing that JSON cannot write.
    to_text(&Log { schema: SCHEMA, version: VERSION, runs: [run] }).unwrap_or_default()
}

fn result(finding: &Finding<'_>, report: &Report<'_>, rules: &Rules<'_>) -> SarifResult {
    let (kind, level) = match finding.outcome {
        Outcome::Gap | Outcome::Waived => (Kind::Fail, level(finding.criterion.level)),
        Outcome::Met => (Kind::Pass, Level::None),
        Outcome::NotAssessed => (Kind::Open, Level::None),
    };
    let rule_index = rules.place(finding.criterion);
    SarifResult {
        rule_id: rules.rules.get(rule_index).map_or(String::new(), |rule| rule.id.clone()),
        rule_index,
        kind,
        level,
        message: text(&message(finding, report)),
        locations: [Location { physical_location: place(report.file, plain_words::line(finding, report), None) }],
        related_locations: related(finding, report.file),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint(finding, report))]),
        suppressions: suppression(finding).into_iter().collect(),
    }
}

fn message(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let category = plain_words::category(finding, report).map_or(String::new(), |category| format!("{category}: "));
    format!("{category}{}", plain_words::statement(finding))
}

fn fingerprint(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let category = plain_words::category(finding, report).map_or(String::new(), |category| format!(" {category}"));
    format!("{} {}{category}", plain_words::address(report.file), visible(&finding.criterion.id))
}

/// The other entries to act on. What is met needs none.
fn related(finding: &Finding<'_>, file: &ProfileFile) -> Vec<RelatedLocation> {
    if finding.outcome == Outcome::Met {
        return Vec::new();
    }
    let further = (1..).zip(finding.evidence.contributions.iter().skip(1).take(MOST_RELATED));
    let location = |(id, contribution): (usize, &&Contribution<'_>)| RelatedLocation {
        id,
        physical_location: place(file, contribution.line, None),
        message: text(&quoted(&contribution.title)),
    };
    further.map(location).collect()
}

fn suppression(finding: &Finding<'_>) -> Option<Suppression> {
    let accepted = finding.advice.as_deref().filter(|_| finding.outcome == Outcome::Waived)?;
    Some(Suppression { kind: "inSource", justification: text(accepted).text })
}

/// What is wrong in a profile, or to be looked at.
fn notifications(judged: &Judged<'_>) -> Vec<Notification> {
    match judged {
        Ok(report) => report.warnings.iter().map(|it| notification(it, report.file, Level::Warning)).collect(),
        Err(refusal) => {
            let mut mistakes: Vec<_> = refusal.mistakes.iter().map(|it| notification(it, refusal.file, Level::Error)).collect();
            if refusal.more > 0 {
                mistakes.push(Notification {
                    level: Level::Error,
                    message: text(&format!("{} in this file", counted(refusal.more as f64, "more mistake", "more mistakes"))),
                    locations: [Location { physical_location: place(refusal.file, 1, None) }],
                });
            }
            mistakes
        }
    }
}

fn notification(remark: &Remark, file: &ProfileFile, level: Level) -> Notification {
    let place = place(file, remark.line, Some(remark.column));
    Notification { level, message: text(&plain_words::remark(remark)), locations: [Location { physical_location: place }] }
}

fn place(file: &ProfileFile, line: usize, column: Option<usize>) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: plain_words::address(file), uri_base_id: ROOT },
        region: Region { start_line: line, start_column: column },
    }
}
