//! The verdict over time as one line of a terminal, with the months above it.

use anstyle::Style;
use chrono::{Datelike, NaiveDate};

use crate::assess::Verdict;
use crate::forecast::Forecast;
use crate::guidance::Guidance;
use crate::record::days::DaySpan;
use crate::report::page::{Page, verdict_style};
use crate::text::visible;

/// Columns of the widest strip: about five for each month of a year.
const WIDEST: usize = 72;
/// Columns between the names of two months, at least.
const MONTH: usize = 4;

/// The verdicts, from the best, in the order of their signs.
const VERDICTS: [Verdict; 3] = [Verdict::Ready, Verdict::Nearly, Verdict::NotYet];

/// Months, strip and what its signs mean: a line each.
pub fn lines(forecast: &Forecast<'_>, guidance: &Guidance, page: &Page) -> String {
    let columns = columns(forecast.range, page.look.columns());
    let months = months(&columns);
    let mut text = if months.is_empty() { months } else { months + "\n" };
    for (verdict, run) in runs(&columns.iter().map(|days| worst(forecast, *days)).collect::<Vec<_>>()) {
        text += &page.painted(&sign(verdict).to_string().repeat(run), verdict_style(verdict));
    }
    let occurs = |verdict: &Verdict| forecast.verdicts.iter().any(|stretch| stretch.verdict == *verdict);
    let meanings = VERDICTS.into_iter().filter(occurs);
    let meanings = meanings.map(|verdict| format!("{} {}", sign(verdict), visible(verdict.words(guidance)).to_lowercase()));
    text + "\n" + &page.wrapped(&meanings.collect::<Vec<_>>().join("   "), Style::new())
}

/// The height tells the verdict where there is no colour.
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
    let touched = forecast.verdicts.iter().filter(|it| it.days.first <= days.last && days.first <= it.days.last);
    touched.map(|it| it.verdict).min().unwrap_or(Verdict::NotYet)
}

/// The same value in a row, and how often.
fn runs(verdicts: &[Verdict]) -> Vec<(Verdict, usize)> {
    verdicts.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect()
}

/// Names of months above the columns in which they begin, as far as there is room.
fn months(columns: &[DaySpan]) -> String {
    let mut line = String::new();
    for (at, days) in columns.iter().enumerate() {
        let begins = days.each().find(|day| day.day() == 1);
        let has_room = line.is_empty() && at == 0 || line.len() < at;
        if let Some(day) = begins.filter(|_| has_room && at + MONTH <= columns.len() + 1) {
            line += &" ".repeat(at - line.len());
            line += &day.format("%b").to_string();
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
        assert!(months.starts_with(" Dec   Jan   Feb   Mar"), "{months}");
        assert!(months.len() <= 72, "{months}");
        for name in ["Dec", "Mar", "Nov"] {
            assert_eq!(months.matches(name).count(), 1, "{months}");
        }
    }
}
