//! What the charts share: their width, labels, months and numbers.

use chrono::{Datelike, NaiveDate};

use crate::text;

/// Width of a chart in its own units. A phone shows it at about this many pixels, other screens larger.
pub(crate) const WIDTH: f64 = 352.0;

/// A length in a chart, to a hundredth of a unit.
pub(crate) fn length(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

pub(crate) struct Label {
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// How the word is aligned to `x`: `start`, `middle` or `end`.
    pub(crate) anchor: &'static str,
    pub(crate) text: String,
}

impl Label {
    pub(crate) fn new(x: f64, y: f64, anchor: &'static str, text: String) -> Self {
        Self { x: length(x), y: length(y), anchor, text }
    }
}

/// A month in a sentence: "May 2026".
pub(crate) fn month(day: NaiveDate) -> String {
    day.format("%B %Y").to_string()
}

/// A month on an axis: "May".
pub(crate) fn short_month(day: NaiveDate) -> String {
    day.format("%b").to_string()
}

/// A month on an axis that has no line for years: a January is named by its year.
pub(crate) fn month_or_year(day: NaiveDate) -> String {
    if day.month() == 1 { day.format("%Y").to_string() } else { short_month(day) }
}

/// A number of a table: as it is for programs, and as people read it.
pub(crate) struct TableNumber {
    pub(crate) exact: f64,
    pub(crate) shown: String,
}

impl TableNumber {
    pub(crate) fn amount(exact: f64) -> Self {
        Self { exact, shown: text::number(exact) }
    }

    pub(crate) fn people(exact: f64) -> Self {
        Self { exact, shown: text::people(exact) }
    }
}
