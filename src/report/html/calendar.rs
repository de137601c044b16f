//! A calendar: weeks side by side, a cell a day.

use chrono::{Datelike, Days, NaiveDate};

use crate::report::html::drawing::{Label, WIDTH, length, month_or_year};
use crate::text::date;

/// Some weeks of the calendar, drawn by themselves so that the cells stay readable on a phone.
pub(crate) struct Weeks {
    pub(crate) alternative: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) labels: Vec<Label>,
    pub(crate) cells: Vec<DayCell>,
    pub(crate) size: f64,
}

pub(crate) struct DayCell {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) class: &'static str,
    pub(crate) date: NaiveDate,
    pub(crate) amount: f64,
    pub(crate) title: String,
}

/// As many weeks as fit side by side on a phone.
const MOST_WEEKS: usize = 27;
/// Room at the left for the names of weekdays.
const LEFT: f64 = 28.0;
/// Room above for the names of months.
const ABOVE: f64 = 15.0;
const STEP: f64 = (WIDTH - LEFT) / MOST_WEEKS as f64;
const SIZE: f64 = STEP - 1.6;
/// Weeks between two names of months, so that they do not run into each other.
const BETWEEN_NAMES: usize = 3;

/// Places the cells, in parts of about the same length.
pub(crate) fn placed(cells: Vec<DayCell>, as_of: NaiveDate) -> Vec<Weeks> {
    let Some(first) = cells.first().map(|cell| cell.date) else { return Vec::new() };
    let monday = first.checked_sub_days(Days::new(first.weekday().num_days_from_monday().into())).unwrap_or(first);
    let week = |day: NaiveDate| usize::try_from((day - monday).num_days() / 7).unwrap_or(0);
    let weeks = cells.last().map_or(0, |cell| week(cell.date)) + 1;
    let weeks_of_part = weeks.div_ceil(weeks.div_ceil(MOST_WEEKS));
    let mut parts: Vec<Vec<DayCell>> = Vec::new();
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
    parts.into_iter().map(|cells| weeks_with(cells, as_of)).collect()
}

fn weeks_with(cells: Vec<DayCell>, as_of: NaiveDate) -> Weeks {
    let days = match cells.as_slice() {
        [first, .., last] => format!("{} to {}", date(first.date), date(last.date)),
        [only] => date(only.date),
        [] => String::new(),
    };
    let filled = cells.iter().filter(|cell| cell.amount > 0.0).count();
    let so_far = cells.iter().filter(|cell| cell.date <= as_of).count();
    let alternative = match so_far {
        0 => format!("Calendar of {days}: all of it is still to come."),
        _ => format!("Calendar of {days}: {filled} of {so_far} days hold at least a small part of something."),
    };
    let labels = weekdays().chain(months(&cells)).collect();
    Weeks { alternative, width: WIDTH, height: length(ABOVE + 7.0 * STEP), labels, cells, size: length(SIZE) }
}

fn weekdays() -> impl Iterator<Item = Label> {
    let names = [("Mon", 0.0), ("Wed", 2.0), ("Fri", 4.0)];
    names.into_iter().map(|(name, row)| Label::new(0.0, ABOVE + row * STEP + SIZE - 2.0, "start", name.into()))
}

/// Names of months above the weeks in which they begin. The first one goes where the next is too close.
fn months(cells: &[DayCell]) -> impl Iterator<Item = Label> {
    let column = |cell: &DayCell| ((cell.x - LEFT) / STEP).round() as usize;
    let mut begins: Vec<&DayCell> = Vec::new();
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
    begins.into_iter().map(|cell| Label::new(cell.x, ABOVE - 5.0, "start", month_or_year(cell.date)))
}
