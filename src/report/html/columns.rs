//! Columns side by side, one a month.

use chrono::{Datelike, NaiveDate};

use crate::report::html::drawing::{Label, WIDTH, length, short_month};

#[derive(Debug)]
pub(crate) struct Columns {
    pub(crate) alternative: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) base: f64,
    pub(crate) columns: Vec<DrawnColumn>,
    pub(crate) highest: Option<Label>,
}

#[derive(Debug)]
pub(crate) struct DrawnColumn {
    pub(crate) bar: Option<Bar>,
    pub(crate) title: String,
    /// Left end of the area that reacts to hover: the full height of the chart.
    pub(crate) x: f64,
    pub(crate) width: f64,
    /// The month and its year, where they are written.
    pub(crate) labels: Vec<Label>,
}

#[derive(Debug)]
pub(crate) struct Bar {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) amount: f64,
}

#[derive(Debug)]
pub(crate) struct MonthColumn {
    pub(crate) day: NaiveDate,
    pub(crate) amount: f64,
    pub(crate) title: String,
}

/// Room above the highest column for its number.
const ABOVE: f64 = 14.0;
const HIGHEST: f64 = 92.0;
/// Room below the columns for months and years.
const BELOW: f64 = 28.0;
/// Gap between two columns, as a share of their distance.
const GAP: f64 = 0.22;
/// A lower column would not be seen.
const LOWEST: f64 = 1.5;
/// As many months as have room for their names.
const MOST_NAMES: usize = 13;

impl Columns {
    /// Draws months; `shown` formats the number of the highest one.
    pub(crate) fn new(alternative: String, months: Vec<MonthColumn>, shown: impl Fn(f64) -> String) -> Self {
        let base = ABOVE + HIGHEST;
        let largest = months.iter().map(|month| month.amount).fold(0.0, f64::max);
        let step = WIDTH / months.len().max(1) as f64;
        let highest = months.iter().position(|month| largest > 0.0 && month.amount >= largest);
        let highest = highest.map(|at| above(at, months.len(), step, shown(largest)));
        let every = months.len().div_ceil(MOST_NAMES).max(1);
        let columns = months.into_iter().enumerate();
        let columns = columns.map(|(at, month)| column(at, month, step, largest, at % every == 0)).collect();
        Self { alternative, width: WIDTH, height: base + BELOW, base, columns, highest }
    }
}

/// The number above a column, within the chart.
fn above(at: usize, of: usize, step: f64, text: String) -> Label {
    let (left, middle) = (at as f64 * step, (at as f64 + 0.5) * step);
    let (x, anchor) = match at * 4 / of {
        0 => (left + step * GAP / 2.0, "start"),
        3 => (left + step * (1.0 - GAP / 2.0), "end"),
        _ => (middle, "middle"),
    };
    Label::new(x, ABOVE - 4.0, anchor, text)
}

fn column(at: usize, month: MonthColumn, step: f64, largest: f64, is_named: bool) -> DrawnColumn {
    let left = at as f64 * step;
    let base = ABOVE + HIGHEST;
    let bar = (month.amount > 0.0).then(|| {
        let height = (month.amount / largest * HIGHEST).max(LOWEST);
        Bar {
            x: length(left + step * GAP / 2.0),
            y: length(base - height),
            width: length(step * (1.0 - GAP)),
            height: length(height),
            amount: month.amount,
        }
    });
    let label = |below, text| Label::new(left + step / 2.0, base + below, "middle", text);
    let has_year = at == 0 || month.day.month() == 1;
    let labels = [
        is_named.then(|| label(12.0, short_month(month.day))),
        (is_named && has_year).then(|| label(23.0, month.day.format("%Y").to_string())),
    ];
    DrawnColumn { bar, title: month.title, x: length(left), width: length(step), labels: labels.into_iter().flatten().collect() }
}
