//! A forecast as Markdown.

use crate::forecast::{Forecast, Stretch};
use crate::render::Rendered;
use crate::render::markdown::{escaped, list, paragraph, row};
use crate::report::model::{RenderOptions, Report};
use crate::report::words::forecast::{self as words, Turn};
use crate::report::words::legend;
use crate::text::date;

pub(crate) fn render(report: &Report<'_>, forecast: &Forecast<'_>, look: &RenderOptions) -> Rendered {
    let guidance = report.guidance;
    let verdicts = format!("**{}**", escaped(&words::verdicts(forecast, guidance)));
    if look.quiet {
        return Ok(verdicts + "\n");
    }
    let news: String = words::news(report, forecast).iter().map(|sentence| format!(" {}", escaped(sentence))).collect();
    let mut text = format!("## {}\n\n{verdicts}{news}\n\n", escaped(&words::head(report, forecast)));
    text += &(paragraph(&words::days(report, forecast)) + "\n");
    let stretch = |it: &Stretch| {
        let (days, verdict) = words::stretch(it, guidance);
        row([&days, verdict])
    };
    text += "| days | verdict |\n| --- | --- |\n";
    text.extend(forecast.verdicts.iter().map(stretch));
    text += "\n";
    if forecast.changes.is_empty() {
        text += &(paragraph(words::NOTHING_TURNS) + "\n");
    } else {
        let turn = |it: Turn| row([&date(it.date), &it.criteria.join(", "), &it.turn, &it.why]);
        text += "| date | criterion | turns | why |\n| --- | --- | --- | --- |\n";
        text.extend(words::turns(report, forecast).into_iter().map(turn));
        text += &format!("\n{}\n", paragraph(&legend(report, "")));
    }
    if let Some(standing) = &forecast.cycle_end {
        let (sentence, gaps) = words::cycle_end(standing, report);
        text += &format!("{}\n{}", paragraph(&sentence), list(&gaps));
        text += if gaps.is_empty() { "" } else { "\n" };
    }
    let closing: Vec<String> = words::closing(report, forecast).iter().map(|line| paragraph(line)).collect();
    Ok(text + &closing.join("\n"))
}
