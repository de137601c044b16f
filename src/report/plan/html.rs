//! A plan as one page that needs nothing else.

use askama::Template;

use crate::plan::Plan;
use crate::plan::steps::Step;
use crate::render::Rendered;
use crate::render::html::{Piece, pieces};
use crate::report::model::{RenderOptions, Report};
use crate::report::words::{name, plan as words, standing};
use crate::text::{capitalized, escape_control_chars};

#[derive(Template)]
#[template(path = "plan.html", whitespace = "minimize")]
struct PlanPage {
    title: String,
    name: String,
    standing: String,
    lines: Vec<String>,
    gaps: String,
    before_all: Vec<Vec<Piece>>,
    ways: Vec<WayPart>,
    each: Vec<Piece>,
    stays_heading: &'static str,
    stays: Vec<Vec<Piece>>,
    advice: Option<(String, Vec<String>)>,
    legend: String,
    always: String,
    version: &'static str,
}

struct WayPart {
    title: String,
    steps: Vec<(String, String)>,
    pace: Vec<Piece>,
}

pub(crate) fn render(report: &Report<'_>, plan: &Plan<'_>, _: &RenderOptions) -> Rendered {
    let shown = |text: &str| escape_control_chars(text).into_owned();
    let ways = plan.ways.iter().zip(1..);
    let advice = words::advice(report);
    let page = PlanPage {
        title: format!("{} · plan · mvp-check", name(report)),
        name: name(report),
        standing: capitalized(&standing(report)),
        lines: vec![capitalized(&words::what(plan)), shown(&words::basis(report))],
        gaps: words::gaps(report, plan),
        before_all: words::before_all(report, plan).iter().map(|line| pieces(line)).collect(),
        ways: ways.map(|(way, number)| way_part(way, number, report, plan)).collect(),
        each: pieces(&words::each(report, plan)),
        stays_heading: words::STAYS,
        stays: words::stays(report, plan).iter().map(|line| pieces(line)).collect(),
        advice: advice.map(|(heading, lines)| (shown(heading), lines.iter().map(|line| shown(line)).collect())),
        legend: shown(&words::legend(report, plan)),
        always: shown(&report.guidance.verdict.always),
        version: env!("CARGO_PKG_VERSION"),
    };
    Ok(page.render()?)
}

fn way_part(way: &[Step<'_>], number: usize, report: &Report<'_>, plan: &Plan<'_>) -> WayPart {
    WayPart {
        title: format!("{number}. {}", words::title(way, number == 1, report)),
        steps: way.iter().map(|step| (words::step(step, report), words::aim(step))).collect(),
        pace: words::pace(way, plan).map_or(Vec::new(), |pace| pieces(&pace)),
    }
}
