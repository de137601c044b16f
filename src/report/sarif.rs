//! The format `sarif`: SARIF 2.1.0, for code scanning and editors. Every finding is a result, so that a reader sees what holds too.

pub mod types;
pub mod rules;

use std::collections::BTreeMap;

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::profile::Contribution;
use crate::report::form::Form;
use crate::report::json::text::to_text;
use crate::report::model::{Judged, Look, ProfileFile, Remark, Report};
use crate::report::plain_words::{self, for_category, name};
use crate::report::sarif::rules::{Rules, level, text};
use crate::report::sarif::types::{
    ArtifactLocation, AutomationDetails, Driver, Invocation, Kind, Level, Location, Log, Notification, PhysicalLocation, ROOT,
    Region, RelatedLocation, Run, SCHEMA, SarifResult, Suppression, Tool, VERSION,
};
use crate::text::{quoted, visible};

/// Further places that a result names: more than anybody opens.
const MOST_RELATED: usize = 10;
/// Profile, criterion and category; a change of what it is made of gets another number.
const FINGERPRINT: &str = "criterion/v1";

/// The format `sarif`.
pub const FORM: Form = Form::Together(render);

fn render(judged: &[Judged<'_>], _: &Look) -> String {
    let runs = by_guidance(judged).iter().map(|judged| run(judged)).collect();
    // The types above hold nothing that JSON cannot write.
    to_text(&Log { schema: SCHEMA, version: VERSION, runs }).unwrap_or_default()
}

/// The profiles of each guidance, since a rule is told by one of them. Profiles with mistakes have none: they go with the first.
fn by_guidance<'j, 'a>(judged: &'j [Judged<'a>]) -> Vec<Vec<&'j Judged<'a>>> {
    let mut groups: Vec<(Option<&str>, Vec<&Judged<'_>>)> = Vec::new();
    let first = judged.iter().find_map(guidance_id);
    for judged in judged {
        let id = guidance_id(judged).or(first);
        match groups.iter_mut().find(|(known, _)| *known == id) {
            Some((_, group)) => group.push(judged),
            None => groups.push((id, vec![judged])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn guidance_id<'j>(judged: &'j Judged<'_>) -> Option<&'j str> {
    judged.as_ref().ok().map(|report| report.guidance.id.as_str())
}

/// What is told of profiles that share their guidance.
fn run(judged: &[&Judged<'_>]) -> Run {
    let reports = || judged.iter().filter_map(|judged| judged.as_ref().ok());
    let rules = Rules::new(reports().map(|report| report.guidance));
    let results = reports().flat_map(|report| report.assessment.findings.iter().map(|finding| result(finding, report, &rules)));
    let results = results.collect();
    let homepage = Some(env!("CARGO_PKG_HOMEPAGE")).filter(|homepage| !homepage.is_empty());
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        information_uri: homepage,
        rules: rules.rules,
    };
    let invocation = Invocation {
        execution_successful: judged.iter().all(|judged| judged.is_ok()),
        tool_configuration_notifications: judged.iter().flat_map(|judged| notifications(judged)).collect(),
    };
    let guidance = reports().next().map(|report| report.guidance);
    Run {
        tool: Tool { driver },
        // What stands before the last `/` is a category: code scanning takes one run of each.
        automation_details: guidance.map(|guidance| AutomationDetails { id: format!("{}/", visible(&guidance.id)) }),
        invocations: [invocation],
        column_kind: "unicodeCodePoints",
        results,
    }
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
        message: text(&for_category(plain_words::category(finding, report).as_deref(), &plain_words::statement(finding))),
        locations: [Location { physical_location: place(report.file, plain_words::line(finding, report), None) }],
        related_locations: related(finding, report.file),
        partial_fingerprints: BTreeMap::from([(
            FINGERPRINT,
            format!("{} {}", plain_words::address(report.file), name(finding, report)),
        )]),
        suppressions: suppression(finding).into_iter().collect(),
    }
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
            mistakes.extend(plain_words::more_mistakes(refusal).map(|more| Notification {
                level: Level::Error,
                message: text(&format!("{more} in this file")),
                locations: [Location { physical_location: place(refusal.file, 1, None) }],
            }));
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
