//! The verdict over time as one line of a terminal, with the months above it.

use anstyle::Style;
use chrono::{Datelike, NaiveDate};

use crate::assess::Verdict;
use crate::forecast::Forecast;
use crate::guidance::Guidance;
use crate::record::days::DaySpan;
use crate::render::terminal::Page;
use crate::report::style::verdict_style;
use crate::text::escape_control_chars;

/// Columns of the widest strip: six for each month of a year.
const WIDEST: usize = 72;
/// Days from which on only years are named: months would be too close.
const LONG: i64 = 800;

/// Months, strip and what its signs mean: a line each.
pub(crate) fn lines(forecast: &Forecast<'_>, guidance: &Guidance, page: &Page) -> String {
    let columns = columns(forecast.range, page.look.columns());
    let months = months(&columns);
    let mut text = if months.is_empty() { months } else { months + "\n" };
    let verdicts: Vec<Verdict> = columns.iter().map(|days| worst(forecast, *days)).collect();
    for run in verdicts.chunk_by(|a, b| a == b) {
        text += &page.painted(&sign(run[0]).to_string().repeat(run.len()), verdict_style(run[0]));
    }
    let meaning =
        |verdict: Verdict| format!("{} {}", sign(verdict), escape_control_chars(verdict.words(guidance)).to_lowercase());
    let meanings = forecast.verdicts_that_occur().into_iter().map(meaning);
    text + "\n" + &page.wrapped(&meanings.collect::<Vec<_>>().join("   "), Style::new())
}

/// The height shows the verdict where there is no colour.
fn sign(verdict: Verdict) -> char {
    match verdict {
        Verdict::Ready => '█',
        Verdict::Nearly => '▄',
        Verdict::NotYet => '▁',
    }
}

/// The days of each column: all as many, as far as they can be.
fn columns(range: DaySpan, most: usize) -> Vec<DaySpan> {
    let days: Vec<NaiveDate> = range.each().collect();
    let count = days.len().min(most).min(WIDEST);
    let column = |at: usize| {
        let (first, end) = (at * days.len() / count, (at + 1) * days.len() / count);
        DaySpan { first: days[first], last: days[end - 1] }
    };
    (0..count).map(column).collect()
}

/// The worst verdict of some days: a day in need of something must not be hidden by its neighbours.
fn worst(forecast: &Forecast<'_>, days: DaySpan) -> Verdict {
    let touched = forecast.verdicts.iter().filter(|it| it.days.overlap(days).is_some());
    touched.map(|it| it.verdict).min().unwrap_or(Verdict::NotYet)
}

/// Names of months above the columns in which they begin, as far as there is room; a January is its year.
fn months(columns: &[DaySpan]) -> String {
    let days: i64 = columns.iter().map(|column| column.days()).sum();
    let is_named = |day: &NaiveDate| day.day() == 1 && (day.month() == 1 || days < LONG);
    let mut line = String::new();
    for (at, days) in columns.iter().enumerate() {
        let Some(day) = days.each().find(is_named) else { continue };
        let name = day.format(if day.month() == 1 { "%Y" } else { "%b" }).to_string();
        let has_room = line.is_empty() || line.len() < at;
        if has_room && at + name.len() <= columns.len() {
            line += &" ".repeat(at - line.len());
            line += &name;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(from: &str, until: &str) -> DaySpan {
        DaySpan { first: from.parse().unwrap(), last: until.parse().unwrap() }
    }

    #[test]
    fn every_day_is_in_one_column() {
        let whole = range("2026-11-23", "2027-11-23");
        let columns = columns(whole, 60);
        assert_eq!(columns.len(), 60);
        assert_eq!(columns.iter().flat_map(|column| column.each()).collect::<Vec<_>>(), whole.each().collect::<Vec<_>>());
        assert_eq!(super::columns(range("2026-11-23", "2026-11-25"), 60).len(), 3);
    }

    #[test]
    fn months_stand_where_they_begin() {
        let year = columns(range("2026-11-23", "2027-11-23"), 72);
        let months = months(&year);
        assert!(months.starts_with(" Dec   2027  Feb   Mar"), "{months}");
        assert!(months.len() <= 72, "{months}");
        for name in ["Dec", "Mar", "Nov"] {
            assert_eq!(months.matches(name).count(), 1, "{months}");
        }
        let decade = super::months(&columns(range("2026-11-23", "2036-11-23"), 72));
        assert_eq!(decade.split_whitespace().count(), 10, "{decade}");
        assert!(decade.split_whitespace().all(|name| name.starts_with("20")), "{decade}");
    }
}
