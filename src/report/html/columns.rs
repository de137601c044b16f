//! People reached, as a column for each month.

use chrono::{Datelike, NaiveDate};

use crate::report::html::drawing::{Label, WIDTH, length, month, short_month};
use crate::text::people;

pub(crate) struct Columns {
    pub(crate) alternative: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) base: f64,
    pub(crate) columns: Vec<DrawnColumn>,
    /// The number above the highest one.
    pub(crate) highest: Label,
}

pub(crate) struct DrawnColumn {
    pub(crate) bar: Option<Bar>,
    pub(crate) title: String,
    /// Left end of the area that reacts to hover: the full height of the chart.
    pub(crate) x: f64,
    pub(crate) width: f64,
    /// The month and its year, where they are written.
    pub(crate) labels: Vec<Label>,
}

pub(crate) struct Bar {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) amount: f64,
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
    /// Draws how many people each month reached, `sum` in all; `None` where it is nobody.
    pub(crate) fn new(months: &[(NaiveDate, f64)], sum: f64, way: &str) -> Option<Self> {
        let base = ABOVE + HIGHEST;
        let largest = months.iter().map(|(_, reached)| *reached).fold(0.0, f64::max);
        let step = WIDTH / months.len() as f64;
        let highest = months.iter().position(|(_, reached)| *reached > 0.0 && *reached >= largest)?;
        let every = months.len().div_ceil(MOST_NAMES);
        let column = |(at, (day, reached)): (usize, &(NaiveDate, f64))| DrawnColumn {
            bar: (*reached > 0.0).then(|| bar(at, *reached, step, largest)),
            title: format!("{}: {} {way}", month(*day), people(*reached)),
            x: length(at as f64 * step),
            width: length(step),
            labels: if at % every == 0 { labels(at, *day, step) } else { Vec::new() },
        };
        let best = months.iter().rposition(|(_, reached)| *reached >= largest)?;
        let (in_all, best, most) = (people(sum), month(months[best].0), people(largest));
        Some(Self {
            alternative: format!("People reached {way} by month: {in_all} in all, most of them in {best} ({most})."),
            width: WIDTH,
            height: base + BELOW,
            base,
            columns: months.iter().enumerate().map(column).collect(),
            highest: above(highest, months.len(), step, people(largest)),
        })
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

fn bar(at: usize, reached: f64, step: f64, largest: f64) -> Bar {
    let height = (reached / largest * HIGHEST).max(LOWEST);
    Bar {
        x: length(at as f64 * step + step * GAP / 2.0),
        y: length(ABOVE + HIGHEST - height),
        width: length(step * (1.0 - GAP)),
        height: length(height),
        amount: reached,
    }
}

/// The month, and its year where it begins.
fn labels(at: usize, day: NaiveDate, step: f64) -> Vec<Label> {
    let label = |below, text| Label::new(at as f64 * step + step / 2.0, ABOVE + HIGHEST + below, "middle", text);
    let mut labels = vec![label(12.0, short_month(day))];
    if at == 0 || day.month() == 1 {
        labels.push(label(23.0, day.format("%Y").to_string()));
    }
    labels
}
