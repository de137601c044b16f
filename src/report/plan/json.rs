//! A plan as JSON, `schema_version` 1: fields are only ever added.

use serde::Serialize;

use crate::plan::Plan;
use crate::plan::steps::Step;
use crate::plan::trial::Open;
use crate::render::Rendered;
use crate::render::json::{ByName, Day, Number, to_text};
use crate::report::json::report::SCHEMA_VERSION;
use crate::report::model::{RenderOptions, Report};
use crate::report::words::plan as words;

#[derive(Serialize)]
struct JsonPlan<'a> {
    schema_version: u32,
    as_of: Day,
    by: Day,
    /// What is open on that day, if nothing new is done.
    gaps: Vec<JsonOpen<'a>>,
    ways: Vec<JsonWay<'a>>,
    /// Ids of the criteria whose gap is not settled by doing more until then.
    cannot_close: Vec<&'a str>,
    /// The same with the category, what was found, and what to do about it.
    stays: Vec<JsonOpen<'a>>,
    /// What is required and cannot be told from the profile.
    not_assessed: Vec<JsonOpen<'a>>,
}

#[derive(Serialize)]
struct JsonOpen<'a> {
    criterion: &'a str,
    category: Option<&'a str>,
    fact: &'a str,
    advice: &'a str,
}

#[derive(Serialize)]
struct JsonWay<'a> {
    title: String,
    steps: Vec<JsonStep<'a>>,
}

#[derive(Serialize)]
struct JsonStep<'a> {
    #[serde(rename = "type")]
    activity_type: &'a str,
    /// The declared category that it is for, where several are declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    dates: Vec<Day>,
    impact: ByName<'a, Number>,
    closes: Vec<&'a str>,
    words: String,
}

pub(crate) fn render(report: &Report<'_>, plan: &Plan<'_>, _: &RenderOptions) -> Rendered {
    let mut cannot_close: Vec<&str> = plan.cannot_close.iter().map(|open| open.criterion.id.as_str()).collect();
    cannot_close.dedup();
    let ways = plan.ways.iter().zip(1..);
    let document = JsonPlan {
        schema_version: SCHEMA_VERSION,
        as_of: Day(plan.as_of),
        by: Day(plan.days.last),
        gaps: json_opens(&plan.gaps, report),
        ways: ways.map(|(way, number)| json_way(way, number == 1, report)).collect(),
        cannot_close,
        stays: json_opens(&plan.cannot_close, report),
        not_assessed: json_opens(&plan.unassessed, report),
    };
    to_text(&document)
}

fn json_opens<'a>(list: &'a [Open<'a>], report: &Report<'a>) -> Vec<JsonOpen<'a>> {
    let json_open = |open: &'a Open<'a>| JsonOpen {
        criterion: &open.criterion.id,
        category: report.category(open.category),
        fact: &open.fact,
        advice: &open.advice,
    };
    list.iter().map(json_open).collect()
}

fn json_way<'a>(way: &'a [Step<'a>], is_first: bool, report: &Report<'a>) -> JsonWay<'a> {
    JsonWay { title: words::title(way, is_first, report), steps: way.iter().map(|step| json_step(step, report)).collect() }
}

fn json_step<'a>(step: &'a Step<'a>, report: &Report<'a>) -> JsonStep<'a> {
    JsonStep {
        activity_type: &step.activity_type.id,
        category: report.category(step.category),
        dates: step.dates.iter().copied().map(Day).collect(),
        impact: ByName(step.impact.iter().map(|(metric, value)| (metric.id.as_str(), Number(*value))).collect()),
        closes: step.closes.iter().map(|criterion| criterion.id.as_str()).collect(),
        words: words::step(step, report),
    }
}
