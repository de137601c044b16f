//! The report of one profile as JSON, `schema_version` 1. These types are the contract: fields are only ever added. What is said of
//! them here is what their schema says.

use serde::Serialize;

use crate::assess::Verdict;
use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::profile::Stage;
use crate::record::Rule;
use crate::render::json::Day;
use crate::report::json::activity::Activity;
use crate::report::json::comparison::JsonComparison;
use crate::report::json::findings::{JsonFinding, findings};
use crate::report::model::{AsOfFrom, Remark, Report};

/// Raised only when a field changes its meaning or goes.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// The report of one profile.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Report"))]
pub(crate) struct JsonReport<'a> {
    /// Raised only when a field changes its meaning or goes.
    #[cfg_attr(test, schemars(extend("const" = SCHEMA_VERSION)))]
    schema_version: u32,
    /// What wrote it.
    tool: Tool,
    /// The day that it was judged on.
    as_of: Day,
    /// Where that day comes from.
    as_of_from: AsOfFrom,
    /// The edition of the guidance that it was judged by.
    guidance: GuidanceName<'a>,
    /// Who it is about.
    profile: Person<'a>,
    /// The days that count.
    window: WindowDays,
    /// How the record stands; of several categories the weakest decides.
    verdict: Verdict,
    /// The verdict for each declared category, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category_verdicts: Vec<CategoryVerdict<'a>>,
    /// How many criteria came out how.
    summary: Summary<'a>,
    /// What the person did.
    activity: Activity<'a>,
    /// Every criterion, in the order of the guidance; one for each category where it is judged so.
    findings: Vec<JsonFinding<'a>>,
    /// What is to be looked at in the file.
    warnings: Vec<JsonWarning<'a>>,
    /// What is new since an earlier report, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<JsonComparison<'a>>,
}

/// What wrote the report.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Tool {
    /// Its name.
    name: &'static str,
    /// Its version.
    version: &'static str,
}

/// The guidance by name.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GuidanceName<'a> {
    /// Its id, or the name of a file of one's own.
    id: &'a str,
    /// Its title.
    title: &'a str,
    /// Where it comes from.
    source: &'a str,
}

/// Who the report is about.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Person<'a> {
    /// Path of the profile as given, or `-`.
    path: &'a str,
    /// The name; null where the profile states none.
    name: Option<&'a str>,
    /// Candidate for a first award, or holder of one.
    stage: Stage,
    /// Award categories that were declared.
    categories: Vec<&'a str>,
}

/// The days that count.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Window"))]
struct WindowDays {
    /// First day that counts.
    from: Day,
    /// Last day that counts.
    until: Day,
    /// `rolling`: the months that end on the day of the report; `cycle`: the award cycle that holds it.
    rule: Rule,
}

/// The verdict for one declared category.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CategoryVerdict<'a> {
    /// Its name.
    category: &'a str,
    /// How the record stands in it.
    verdict: Verdict,
}

/// How many criteria came out how.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Summary<'a> {
    /// Criteria that are met.
    met: usize,
    /// Criteria with a gap.
    gap: GapsByLevel,
    /// Criteria that cannot be told from what the profile states.
    not_assessed: usize,
    /// Criteria whose gap the person accepts for now.
    waived: usize,
    /// Themes with required or recommended gaps.
    themes: Vec<&'a str>,
}

/// How many gaps there are at each level.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GapsByLevel {
    /// A must by the article or the program.
    required: usize,
    /// Good to have.
    recommended: usize,
    /// A hint.
    advisory: usize,
}

/// What is to be looked at in the profile.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Warning"))]
struct JsonWarning<'a> {
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// What it is.
    message: &'a str,
    /// What to do, where there is a word on it.
    help: Option<&'a str>,
}

impl<'a> JsonReport<'a> {
    pub(crate) fn new(report: &'a Report<'a>) -> Self {
        let Report { guidance, record, assessment, .. } = report;
        let category = |at: usize| record.profile.categories[at].name.as_str();
        let verdicts = assessment.category_verdicts.iter().enumerate();
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            as_of: Day(record.as_of),
            as_of_from: report.as_of_from,
            guidance: GuidanceName { id: &guidance.id, title: &guidance.title, source: &guidance.source },
            profile: Person {
                path: &report.file.path,
                name: record.profile.name.as_deref(),
                stage: record.profile.stage,
                categories: record.profile.categories.iter().map(|category| category.name.as_str()).collect(),
            },
            window: WindowDays { from: Day(record.window.from), until: Day(record.window.until), rule: record.window.rule },
            verdict: assessment.verdict,
            category_verdicts: verdicts.map(|(at, it)| CategoryVerdict { category: category(at), verdict: *it }).collect(),
            summary: summary(report),
            activity: Activity::new(record),
            findings: findings(report),
            warnings: report.warnings.iter().map(warning).collect(),
            baseline: report.since.as_ref().map(JsonComparison::new),
        }
    }
}

fn summary<'a>(report: &'a Report<'a>) -> Summary<'a> {
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

fn warning(it: &Remark) -> JsonWarning<'_> {
    JsonWarning { line: it.line, column: it.column, message: &it.message, help: it.help.as_deref() }
}
