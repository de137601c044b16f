//! A forecast for a terminal: the verdict over time, and each day on which a criterion turns.

use anstyle::Style;

use crate::forecast::Forecast;
use crate::render::Rendered;
use crate::render::terminal::{FAINT, Page, STRONG};
use crate::report::forecast::strip;
use crate::report::model::{RenderOptions, Report};
use crate::report::words::forecast::{self as words, Turn};
use crate::report::words::legend;
use crate::text::date;

pub(crate) fn render(report: &Report<'_>, forecast: &Forecast<'_>, look: &RenderOptions) -> Rendered {
    let page = Page { look: *look };
    let verdicts = page.wrapped(&words::verdicts(forecast, report.guidance), STRONG);
    if look.quiet {
        return Ok(verdicts);
    }
    let plain = |text: &str| page.wrapped(text, Style::new());
    let mut text = page.wrapped(&words::head(report, forecast), STRONG);
    text += &plain(&words::days(report, forecast));
    text += "\n";
    text += &strip::lines(forecast, report.guidance, &page);
    text += "\n";
    text += &verdicts;
    text.extend(words::news(report, forecast).iter().map(|sentence| plain(sentence)));
    text += "\n";
    let rows: Vec<Vec<String>> = words::turns(report, forecast).into_iter().map(row).collect();
    text +=
        &if rows.is_empty() { plain(words::NOTHING_TURNS) } else { page.rows(&rows) + &page.wrapped(&legend(report, ""), FAINT) };
    text += "\n";
    if let Some(standing) = &forecast.cycle_end {
        let (sentence, gaps) = words::cycle_end(standing, report);
        text += &page.wrapped(&sentence, STRONG);
        text.extend(gaps.iter().map(|gap| page.indented(gap, "  ", Style::new())));
        text += "\n";
    }
    text.extend(words::closing(report, forecast).iter().map(|line| plain(line)));
    Ok(text)
}

fn row(turn: Turn) -> Vec<String> {
    vec![date(turn.date), turn.criteria.join(", "), turn.turn, turn.why]
}
