//! A calendar: weeks side by side, a cell a day.

use chrono::{Datelike, Days, NaiveDate};

use crate::report::html::drawing::{WIDTH, length, short_month};
use crate::text::date;

/// Some weeks of the calendar.
#[derive(Debug)]
pub struct Part {
    /// What it shows, in words.
    pub alternative: String,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Names of months above, of weekdays at the left.
    pub words: Vec<Word>,
    /// Its days.
    pub cells: Vec<Cell>,
    /// How large a cell is.
    pub size: f64,
}

/// A name beside the cells.
#[derive(Debug)]
pub struct Word {
    /// Where it begins.
    pub x: f64,
    /// Its line.
    pub y: f64,
    /// What it says.
    pub text: String,
}

/// A day.
#[derive(Debug)]
pub struct Cell {
    /// Its left end.
    pub x: f64,
    /// Its upper end.
    pub y: f64,
    /// How it looks.
    pub class: &'static str,
    /// Which day it is.
    pub date: NaiveDate,
    /// Activities that lie on it.
    pub amount: f64,
    /// What is told of it on hover, line by line.
    pub title: String,
}

/// As many weeks as have room beside each other at the width of a phone.
const MOST_WEEKS: usize = 27;
/// Room at the left for the names of weekdays.
const LEFT: f64 = 28.0;
/// Room above for the names of months.
const ABOVE: f64 = 15.0;
/// Distance of two cells.
const STEP: f64 = (WIDTH - LEFT) / MOST_WEEKS as f64;
/// Size of a cell.
const SIZE: f64 = STEP - 1.6;
/// Weeks between two names of months, so that they do not run into each other.
const BETWEEN_NAMES: usize = 3;

/// The cells at their places, in parts of about the same length.
pub fn parts(cells: Vec<Cell>, as_of: NaiveDate) -> Vec<Part> {
    let Some(first) = cells.first().map(|cell| cell.date) else { return Vec::new() };
    let monday = first.checked_sub_days(Days::new(first.weekday().num_days_from_monday().into())).unwrap_or(first);
    let week = |day: NaiveDate| usize::try_from((day - monday).num_days() / 7).unwrap_or(0);
    let weeks = cells.last().map_or(0, |cell| week(cell.date)) + 1;
    let weeks_of_part = weeks.div_ceil(weeks.div_ceil(MOST_WEEKS));
    let mut parts: Vec<Vec<Cell>> = Vec::new();
    for mut cell in cells {
        let (part, column) = (week(cell.date) / weeks_of_part, week(cell.date) % weeks_of_part);
        cell.x = length(LEFT + column as f64 * STEP);
        cell.y = length(ABOVE + f64::from(cell.date.weekday().num_days_from_monday()) * STEP);
        if parts.len() <= part {
            parts.push(Vec::new());
        }
        if let Some(cells) = parts.last_mut() {
            cells.push(cell);
        }
    }
    parts.into_iter().map(|cells| part(cells, as_of)).collect()
}

fn part(cells: Vec<Cell>, as_of: NaiveDate) -> Part {
    let days = |cells: &[Cell]| match cells {
        [first, .., last] => format!("{} to {}", date(first.date), date(last.date)),
        [only] => date(only.date),
        [] => String::new(),
    };
    let filled = cells.iter().filter(|cell| cell.amount > 0.0).count();
    let so_far = cells.iter().filter(|cell| cell.date <= as_of).count();
    let alternative = match so_far {
        0 => format!("Calendar of {}: all of it is still to come.", days(&cells)),
        _ => format!("Calendar of {}: {filled} of {so_far} days hold at least a small part of something.", days(&cells)),
    };
    let words = weekdays().chain(months(&cells)).collect();
    Part { alternative, width: WIDTH, height: length(ABOVE + 7.0 * STEP), words, cells, size: length(SIZE) }
}

/// Every second weekday, beside its row.
fn weekdays() -> impl Iterator<Item = Word> {
    [("Mon", 0.0), ("Wed", 2.0), ("Fri", 4.0)].into_iter().map(|(name, row)| Word {
        x: 0.0,
        y: length(ABOVE + row * STEP + SIZE - 2.0),
        text: name.into(),
    })
}

/// Names of months above the weeks in which they begin, January by its year. The first one is left out where the next is
/// too close.
fn months(cells: &[Cell]) -> Vec<Word> {
    let column = |cell: &Cell| ((cell.x - LEFT) / STEP).round() as usize;
    let mut begins: Vec<&Cell> = Vec::new();
    for cell in cells {
        if begins.last().is_none_or(|begin| begin.date.month() != cell.date.month()) {
            begins.push(cell);
        }
    }
    if let [first, second, ..] = begins[..]
        && column(second) - column(first) < BETWEEN_NAMES
    {
        begins.remove(0);
    }
    let name = |cell: &Cell| match cell.date.month() {
        1 => cell.date.format("%Y").to_string(),
        _ => short_month(cell.date),
    };
    begins.into_iter().map(|cell| Word { x: cell.x, y: ABOVE - 5.0, text: name(cell) }).collect()
}
