//! A forecast as Markdown.

use crate::forecast::{Forecast, Stretch};
use crate::render::Rendered;
use crate::render::markdown::escaped;
use crate::report::model::{Look, Report};
use crate::report::words::forecast::{self as words, Turn};
use crate::report::words::legend;
use crate::text::date;

/// The format `markdown`.
pub fn render(report: &Report<'_>, forecast: &Forecast<'_>, look: &Look) -> Rendered {
    let guidance = report.guidance;
    let verdicts = format!("**{}**", escaped(&words::verdicts(forecast, guidance)));
    if look.quiet {
        return Ok(verdicts + "\n");
    }
    let news: String = words::news(report, forecast).iter().map(|sentence| format!(" {}", escaped(sentence))).collect();
    let mut text = format!("## {}\n\n{verdicts}{news}\n\n", escaped(&words::head(report, forecast)));
    text += &format!("{}\n\n", escaped(&words::days(report, forecast)));
    let stretch = |it: &Stretch| {
        let (days, verdict) = words::stretch(it, guidance);
        row([days, verdict.to_owned()])
    };
    text += "| days | verdict |\n| --- | --- |\n";
    text.extend(forecast.verdicts.iter().map(stretch));
    text += "\n";
    if forecast.changes.is_empty() {
        text += &format!("{}\n\n", escaped(words::NOTHING_TURNS));
    } else {
        let turn = |it: Turn| row([date(it.date), it.criteria.join(", "), it.turn, it.why]);
        text += "| date | criterion | turns | why |\n| --- | --- | --- | --- |\n";
        text.extend(words::turns(report, forecast).into_iter().map(turn));
        text += &format!("\n{}\n\n", escaped(&legend(report)));
    }
    if let Some(standing) = &forecast.cycle_end {
        let (sentence, gaps) = words::cycle_end(standing, report);
        text += &format!("{}\n\n", escaped(&sentence));
        text.extend(gaps.iter().map(|gap| format!("- {}\n", escaped(gap))));
        text += if gaps.is_empty() { "" } else { "\n" };
    }
    let closing: Vec<String> = words::closing(report, forecast).iter().map(|line| escaped(line) + "\n").collect();
    Ok(text + &closing.join("\n"))
}

fn row<const CELLS: usize>(cells: [String; CELLS]) -> String {
    format!("| {} |\n", cells.map(|cell| escaped(&cell)).join(" | "))
}
