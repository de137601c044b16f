//! A plan as Markdown.

use crate::plan::Plan;
use crate::render::Rendered;
use crate::render::markdown::{escaped, list, paragraph};
use crate::report::model::{RenderOptions, Report};
use crate::report::words::plan as words;

pub(crate) fn render(report: &Report<'_>, plan: &Plan<'_>, look: &RenderOptions) -> Rendered {
    if look.quiet {
        return Ok(format!("**{}**\n", escaped(&words::summary(plan))));
    }
    let paragraph = |text: &str| paragraph(text) + "\n";
    let list = |lines: &[String]| list(lines) + "\n";
    let mut text = format!("## {}\n\n", escaped(&words::head(report, plan)));
    text += &paragraph(&words::basis(report));
    text += &paragraph(&words::gaps(report, plan));
    text.extend(words::before_all(report, plan).iter().map(|line| paragraph(line)));
    for (way, number) in plan.ways.iter().zip(1..) {
        text += &format!("### {number}. {}\n\n", escaped(&words::title(way, number == 1, report)));
        let steps = way.iter().map(|step| format!("{}; {}.", words::step(step, report), words::aim(step)));
        text += &list(&steps.collect::<Vec<_>>());
        text += &words::pace(way, plan).map_or(String::new(), |pace| paragraph(&pace));
    }
    if !plan.ways.is_empty() {
        text += &(paragraph(&words::each(report, plan)) + &paragraph(&words::legend(report, plan)));
    }
    let stays = words::stays(report, plan);
    if !stays.is_empty() {
        text += &format!("### {}\n\n{}", escaped(words::STAYS), list(&stays));
    }
    if let Some((heading, lines)) = words::advice(report) {
        text += &format!("### {}\n\n{}", escaped(heading), list(lines));
    }
    Ok(text + &escaped(&report.guidance.verdict.always) + "\n")
}
