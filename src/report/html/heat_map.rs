//! How much lies on each day of the window: the fuller a day, the stronger its colour.

use std::iter;

use chrono::NaiveDate;

use crate::record::Record;
use crate::report::html::calendar::{DayCell, Weeks, placed};
use crate::report::html::drawing::{TableNumber, month};
use crate::text::{counted, date, quoted};

pub(crate) struct HeatMap {
    pub(crate) parts: Vec<Weeks>,
    /// Class and meaning of each shade, the emptiest first.
    pub(crate) legend: Vec<(&'static str, String)>,
    pub(crate) has_days_to_come: bool,
    pub(crate) months: Vec<(String, TableNumber)>,
    pub(crate) sum: TableNumber,
}

/// Titles that a day names before it counts the rest.
const MOST_TITLES: usize = 3;
/// Amounts of a day at which the next look begins. One activity on one day is 1; a meetup of every month, kept as one entry, lays about
/// 0.03 on each day.
const STEPS: [(f64, &str); 4] = [(0.1, "level-2"), (0.5, "level-3"), (1.0, "level-4"), (2.0, "level-5")];
/// Sums of many shares end a hair beside the number that they are.
const TOLERANCE: f64 = 1e-9;

impl HeatMap {
    pub(crate) fn new(record: &Record<'_>) -> Self {
        let amounts = record.amount_by_day();
        let days_so_far = amounts.len();
        let titles = titles_by_day(record);
        let none = (Vec::new(), 0);
        let cells = record.window.from.iter_days().take_while(|day| *day <= record.window.until).enumerate();
        let cells = cells.map(|(at, day)| match amounts.get(at) {
            Some(amount) => cell(day, *amount, titles.get(at).unwrap_or(&none)),
            None => DayCell { class: "to-come", title: format!("{}: to come", date(day)), ..cell(day, 0.0, &none) },
        });
        let cells: Vec<DayCell> = cells.collect();
        let months = record.amount_by_month();
        Self {
            has_days_to_come: cells.len() > days_so_far,
            parts: placed(cells, record.as_of),
            legend: legend(),
            sum: TableNumber::amount(record.amount()),
            months: months.into_iter().map(|(day, amount)| (month(day), TableNumber::amount(amount))).collect(),
        }
    }
}

/// For each day of the window so far the first titles that lie on it, and how many more do.
fn titles_by_day(record: &Record<'_>) -> Vec<(Vec<String>, usize)> {
    let first = record.window.from;
    let mut days = vec![(Vec::new(), 0); usize::try_from(record.days_so_far().days()).unwrap_or(0)];
    for entry in &record.entries {
        let from = usize::try_from((entry.days.first - first).num_days()).unwrap_or(0);
        for (titles, more) in days.iter_mut().skip(from).take(usize::try_from(entry.days.days()).unwrap_or(0)) {
            if titles.len() < MOST_TITLES {
                titles.push(quoted(&entry.contribution.title));
            } else {
                *more += 1;
            }
        }
    }
    days
}

fn cell(day: NaiveDate, amount: f64, (titles, more): &(Vec<String>, usize)) -> DayCell {
    let told = if amount > 0.0 { told(amount) } else { "nothing".to_owned() };
    let more = (*more > 0).then(|| format!("and {more} more"));
    let lines = iter::once(format!("{}: {told}", date(day))).chain(titles.iter().cloned()).chain(more);
    let title = lines.collect::<Vec<_>>().join("\n");
    DayCell { x: 0.0, y: 0.0, class: look(amount), date: day, amount, title }
}

/// An amount in words; a part of something that went on may be less than a tenth of an activity.
fn told(amount: f64) -> String {
    const SMALLEST_SHOWN: f64 = 0.1;
    if amount + TOLERANCE < SMALLEST_SHOWN {
        "a small part of something longer".into()
    } else {
        counted(amount, "activity", "activities")
    }
}

fn look(amount: f64) -> &'static str {
    if amount <= 0.0 {
        return "level-0";
    }
    STEPS.iter().rev().find(|(from, _)| amount + TOLERANCE >= *from).map_or("level-1", |(_, class)| class)
}

fn legend() -> Vec<(&'static str, String)> {
    let ends = STEPS.iter().skip(1).map(|(from, _)| Some(*from)).chain([None]);
    let between = STEPS.iter().zip(ends).map(|((from, class), end)| match end {
        Some(end) => (*class, format!("{from} to under {end}")),
        None => (*class, format!("{from} and more")),
    });
    [("level-0", "nothing".to_owned()), ("level-1", format!("under {}", STEPS[0].0))].into_iter().chain(between).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_the_fuller_the_darker() {
        let looks = [0.0, 0.03, 0.1, 0.49, 0.5, 1.0 - 1e-12, 1.9, 2.0, 40.0].map(look);
        let levels = ["0", "1", "2", "2", "3", "4", "4", "5", "5"].map(|level| format!("level-{level}"));
        assert_eq!(looks.to_vec(), levels);
    }
}
