//! Columns side by side, one a month.

use chrono::{Datelike, NaiveDate};

use crate::report::html::drawing::{WIDTH, length, short_month};

/// Columns above their months.
#[derive(Debug)]
pub struct Columns {
    /// What it shows, in words.
    pub alternative: String,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Where the columns stand.
    pub base: f64,
    /// The columns.
    pub columns: Vec<Column>,
    /// The number above the highest one.
    pub highest: Option<Label>,
}

/// What a month has, from below.
#[derive(Debug)]
pub struct Column {
    /// Its blocks, the lowest first.
    pub blocks: Vec<Block>,
    /// What is told of it on hover.
    pub title: String,
    /// Where all of it is, also where it is low.
    pub x: f64,
    /// How wide that is.
    pub width: f64,
    /// Its month, where it is written down.
    pub month: Option<Label>,
    /// Its year, where it is written down.
    pub year: Option<Label>,
}

/// A part of a column.
#[derive(Debug)]
pub struct Block {
    /// How it looks.
    pub class: &'static str,
    /// Its left end.
    pub x: f64,
    /// Its upper end.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What it stands for.
    pub amount: f64,
}

/// A word of a drawing.
#[derive(Debug)]
pub struct Label {
    /// Where it is.
    pub x: f64,
    /// Its line.
    pub y: f64,
    /// How it lies at its place: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// What it says.
    pub text: String,
}

/// What is drawn for a month.
#[derive(Debug)]
pub struct Month {
    /// A day of it.
    pub day: NaiveDate,
    /// What it has, from below, each with its look.
    pub parts: Vec<(f64, &'static str)>,
    /// What is told of it on hover.
    pub title: String,
}

/// Room above the highest column for its number.
const ABOVE: f64 = 14.0;
/// Height of the highest column.
const HIGHEST: f64 = 92.0;
/// Room below the columns for months and years.
const BELOW: f64 = 28.0;
/// Gap between two columns, as a share of their distance.
const GAP: f64 = 0.22;
/// Below this height a column would not be seen.
const LOWEST: f64 = 1.5;
/// As many months as have room for their names.
const MOST_NAMES: usize = 13;

impl Columns {
    /// Draws months, with the number of the highest one in words.
    pub fn new(alternative: String, months: Vec<Month>, shown: impl Fn(f64) -> String) -> Self {
        let base = ABOVE + HIGHEST;
        let total = |month: &Month| month.parts.iter().map(|(amount, _)| amount).sum::<f64>();
        let largest = months.iter().map(total).fold(0.0, f64::max);
        let step = WIDTH / months.len().max(1) as f64;
        let highest = months.iter().position(|month| largest > 0.0 && total(month) >= largest);
        let highest = highest.map(|at| above(at, months.len(), step, shown(largest)));
        let every = months.len().div_ceil(MOST_NAMES).max(1);
        let columns = months.into_iter().enumerate();
        let columns = columns.map(|(at, month)| column(at, month, step, largest, base, at % every == 0)).collect();
        Self { alternative, width: WIDTH, height: base + BELOW, base, columns, highest }
    }
}

/// The number above a column, within the drawing.
fn above(at: usize, of: usize, step: f64, text: String) -> Label {
    let (left, middle) = (at as f64 * step, (at as f64 + 0.5) * step);
    let (x, anchor) = match at * 4 / of {
        0 => (left + step * GAP / 2.0, "start"),
        3 => (left + step * (1.0 - GAP / 2.0), "end"),
        _ => (middle, "middle"),
    };
    Label { x: length(x), y: ABOVE - 4.0, anchor, text }
}

fn column(at: usize, month: Month, step: f64, largest: f64, base: f64, is_named: bool) -> Column {
    let left = at as f64 * step;
    let middle = length(left + step / 2.0);
    let (x, width) = (length(left + step * GAP / 2.0), length(step * (1.0 - GAP)));
    let mut top = base;
    let mut blocks = Vec::new();
    for (amount, class) in month.parts.into_iter().filter(|(amount, _)| *amount > 0.0) {
        let height = (amount / largest * HIGHEST).max(LOWEST);
        top -= height;
        blocks.push(Block { class, x, y: length(top), width, height: length(height), amount });
    }
    let name = Label { x: middle, y: base + 12.0, anchor: "middle", text: short_month(month.day) };
    let has_year = at == 0 || month.day.month() == 1;
    let year = Label { x: middle, y: base + 23.0, anchor: "middle", text: month.day.format("%Y").to_string() };
    Column {
        blocks,
        title: month.title,
        x: length(left),
        width: length(step),
        month: is_named.then_some(name),
        year: (is_named && has_year).then_some(year),
    }
}
