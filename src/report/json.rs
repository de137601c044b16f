//! The report as JSON, `schema_version` 1. These types are the contract: fields are only ever added.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::evidence::{Detail, Outcome};
use crate::guidance::{Basis, Level};
use crate::profile::Stage;
use crate::record::Rule;
use crate::report::json_text::{Number, to_text};
use crate::report::model::{Look, Report};

/// Raised only when a field changes its meaning or goes.
const SCHEMA_VERSION: u32 = 1;

/// The report of one profile.
#[derive(Serialize)]
pub struct JsonReport<'a> {
    schema_version: u32,
    tool: Tool,
    as_of: String,
    as_of_from: &'static str,
    guidance: GuidanceName<'a>,
    profile: Person<'a>,
    window: WindowDays,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category_verdicts: Vec<CategoryVerdict<'a>>,
    summary: Summary<'a>,
    activity: Activity<'a>,
    findings: Vec<JsonFinding<'a>>,
    warnings: Vec<JsonWarning<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct GuidanceName<'a> {
    id: &'a str,
    title: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct Person<'a> {
    path: &'a str,
    name: Option<&'a str>,
    stage: &'static str,
    categories: Vec<&'a str>,
}

#[derive(Serialize)]
struct WindowDays {
    from: String,
    until: String,
    rule: &'static str,
}

#[derive(Serialize)]
struct CategoryVerdict<'a> {
    category: &'a str,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Summary<'a> {
    met: usize,
    gap: GapsByLevel,
    not_assessed: usize,
    waived: usize,
    themes: Vec<&'a str>,
}

#[derive(Serialize)]
struct GapsByLevel {
    required: usize,
    recommended: usize,
    advisory: usize,
}

#[derive(Serialize)]
struct Activity<'a> {
    entries: usize,
    amount: f64,
    types: Types<'a>,
    months: Vec<Month>,
    reach: ReachSums,
    outside_window: usize,
    planned: usize,
    left_out: usize,
}

/// Amounts by type, in the order of the guidance.
struct Types<'a>(Vec<(&'a str, f64)>);

impl Serialize for Types<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

#[derive(Serialize)]
struct Month {
    month: String,
    amount: f64,
}

#[derive(Serialize)]
struct ReachSums {
    online: Number,
    in_person: Number,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    criterion: &'a str,
    title: &'a str,
    theme: &'a str,
    category: Option<&'a str>,
    level: Level,
    basis: Basis,
    outcome: &'static str,
    measured: Option<Number>,
    target: Option<Number>,
    unit: &'static str,
    details: BTreeMap<&'static str, JsonDetail<'a>>,
    fact: &'a str,
    advice: Option<&'a str>,
    source: &'a str,
    contributions: Vec<ContributionPlace<'a>>,
    contributions_total: usize,
}

#[derive(Serialize)]
#[serde(untagged)]
enum JsonDetail<'a> {
    Number(Number),
    Name(&'a str),
}

#[derive(Serialize)]
struct ContributionPlace<'a> {
    line: usize,
    title: &'a str,
}

#[derive(Serialize)]
struct JsonWarning<'a> {
    line: usize,
    column: usize,
    message: &'a str,
    help: Option<&'a str>,
}

impl<'a> JsonReport<'a> {
    /// The JSON form of a report.
    pub fn new(report: &'a Report<'a>) -> Self {
        let Report { guidance, record, assessment, .. } = *report;
        let category = |at: usize| record.profile.categories[at].name.as_str();
        let verdicts = assessment.category_verdicts.iter().enumerate();
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            as_of: record.as_of.to_string(),
            as_of_from: report.as_of_from.name(),
            guidance: GuidanceName { id: &guidance.id, title: &guidance.title, source: &guidance.source },
            profile: Person {
                path: report.path,
                name: record.profile.name.as_deref(),
                stage: stage_name(record.profile.stage),
                categories: record.profile.categories.iter().map(|category| category.name.as_str()).collect(),
            },
            window: WindowDays {
                from: record.window.from.to_string(),
                until: record.window.until.to_string(),
                rule: match record.window.rule {
                    Rule::Rolling => "rolling",
                    Rule::Cycle => "cycle",
                },
            },
            verdict: assessment.verdict.name(),
            category_verdicts: verdicts.map(|(at, it)| CategoryVerdict { category: category(at), verdict: it.name() }).collect(),
            summary: summary(report),
            activity: activity(report),
            findings: findings(report),
            warnings: warnings(report),
        }
    }
}

fn stage_name(stage: Stage) -> &'static str {
    Stage::NAMES.iter().find(|(_, known)| *known == stage).map_or("", |(name, _)| name)
}

fn summary<'a>(report: &Report<'a>) -> Summary<'a> {
    let findings = &report.assessment.findings;
    let of = |outcome| findings.iter().filter(|finding| finding.outcome == outcome).count();
    let gaps = |level| findings.iter().filter(|it| it.outcome == Outcome::Gap && it.criterion.level == level).count();
    Summary {
        met: of(Outcome::Met),
        gap: GapsByLevel {
            required: gaps(Level::Required),
            recommended: gaps(Level::Recommended),
            advisory: gaps(Level::Advisory),
        },
        not_assessed: of(Outcome::NotAssessed),
        waived: of(Outcome::Waived),
        themes: report.assessment.themes_with_gaps(report.guidance),
    }
}

fn activity<'a>(report: &Report<'a>) -> Activity<'a> {
    let record = report.record;
    let reached = record.reached();
    let types = record.amount_by_type();
    let months = record.amount_by_month();
    Activity {
        entries: record.entries.len(),
        amount: record.amount(),
        types: Types(types.iter().map(|(id, amount)| (record.vocabulary.activity_type(*id).id.as_str(), *amount)).collect()),
        months: months.iter().map(|(day, amount)| Month { month: day.format("%Y-%m").to_string(), amount: *amount }).collect(),
        reach: ReachSums { online: Number(reached.online), in_person: Number(reached.in_person) },
        outside_window: record.outside_window,
        planned: record.planned,
        left_out: record.left_out,
    }
}

fn findings<'a>(report: &'a Report<'a>) -> Vec<JsonFinding<'a>> {
    let categories = &report.record.profile.categories;
    let findings = report.assessment.findings.iter();
    let one = |finding: &'a crate::assess::Finding<'a>| {
        let evidence = &finding.evidence;
        let details = evidence.details.iter().map(|(name, detail)| {
            let detail = match detail {
                Detail::Number(number) => JsonDetail::Number(Number(*number)),
                Detail::Name(name) => JsonDetail::Name(name),
            };
            (*name, detail)
        });
        let contributions = evidence.contributions.iter();
        JsonFinding {
            criterion: &finding.criterion.id,
            title: &finding.criterion.title,
            theme: &finding.criterion.theme,
            category: finding.category.map(|at| categories[at].name.as_str()),
            level: finding.criterion.level,
            basis: finding.criterion.basis,
            outcome: outcome_name(finding.outcome),
            measured: evidence.measured.map(Number),
            target: evidence.target.map(Number),
            unit: evidence.unit,
            details: details.collect(),
            fact: &evidence.fact,
            advice: finding.advice.as_deref(),
            source: &finding.criterion.source,
            contributions: contributions.map(|it| ContributionPlace { line: it.line, title: &it.title }).collect(),
            contributions_total: evidence.contributions_total,
        }
    };
    findings.map(one).collect()
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Gap => "gap",
        Outcome::NotAssessed => "not-assessed",
        Outcome::Waived => "waived",
    }
}

fn warnings<'a>(report: &'a Report<'a>) -> Vec<JsonWarning<'a>> {
    let warnings = report.warnings.iter();
    let one = |it: &'a crate::report::model::Warning| JsonWarning {
        line: it.line,
        column: it.column,
        message: &it.message,
        help: it.help.as_deref(),
    };
    warnings.map(one).collect()
}

/// The format `json`.
pub fn render(report: &Report<'_>, _: &Look) -> String {
    // The types above hold nothing that JSON cannot write.
    to_text(&JsonReport::new(report)).unwrap_or_default()
}
