//! A plan for a terminal.

use anstyle::Style;

use crate::plan::Plan;
use crate::render::Rendered;
use crate::render::terminal::{FAINT, Page, STRONG};
use crate::report::model::{RenderOptions, Report};
use crate::report::words::plan as words;

pub(crate) fn render(report: &Report<'_>, plan: &Plan<'_>, look: &RenderOptions) -> Rendered {
    let page = Page { look: *look };
    if look.quiet {
        return Ok(page.wrapped(&words::summary(plan), STRONG));
    }
    let plain = |text: &str| page.wrapped(text, Style::new());
    let indented = |text: &str| page.indented(text, "  ", Style::new());
    let mut text = page.wrapped(&words::head(report, plan), STRONG) + &plain(&words::basis(report)) + "\n";
    text += &plain(&words::gaps(report, plan));
    text.extend(words::before_all(report, plan).iter().map(|line| plain(line)));
    for (way, number) in plan.ways.iter().zip(1..) {
        text += "\n";
        text += &page.wrapped(&format!("{number}. {}", words::title(way, number == 1, report)), STRONG);
        for step in way {
            text += &indented(&format!("- {}; {}.", words::step(step, report), words::aim(step)));
        }
        text += &words::pace(way, plan).map_or(String::new(), |pace| indented(&pace));
    }
    if !plan.ways.is_empty() {
        text += "\n";
        text += &plain(&words::each(report, plan));
        text += &page.wrapped(&words::legend(report, plan), FAINT);
    }
    let stays = words::stays(report, plan);
    if !stays.is_empty() {
        text += "\n";
        text += &page.wrapped(words::STAYS, STRONG);
        text.extend(stays.iter().map(|line| indented(line)));
    }
    text += "\n";
    if let Some((heading, lines)) = words::advice(report) {
        text += &page.wrapped(heading, STRONG);
        text.extend(lines.iter().map(|line| indented(line)));
    }
    Ok(text + &plain(&report.guidance.verdict.always))
}
