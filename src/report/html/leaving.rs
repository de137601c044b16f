//! What of today's amount leaves the window in the months to come, where nothing new is done.

use std::iter;

use chrono::{Datelike, Months, NaiveDate};

use crate::record::{Record, Rule};
use crate::report::html::columns::{Columns, Month};
use crate::report::html::drawing::{Value, month};
use crate::text::{counted, date, number};

/// A staircase down, with its numbers.
#[derive(Debug)]
pub struct Leaving {
    /// The drawing.
    pub columns: Columns,
    /// The numbers by month.
    pub months: Vec<Row>,
    /// What leaves in all.
    pub sum: Value,
    /// What it means, in a sentence.
    pub told: String,
}

/// The numbers of a month.
#[derive(Debug)]
pub struct Row {
    /// Which month.
    pub name: String,
    /// What leaves in it.
    pub leaves: Value,
    /// What is left at its end.
    pub stays: Value,
}

/// What leaves soon, for the sentence.
const SOON_MONTHS: usize = 3;

impl Leaving {
    /// The staircase of a record; `None` where nothing counts.
    pub fn new(record: &Record<'_>) -> Option<Self> {
        let leaving = record.amount_leaving_by_month();
        let last = leaving.last()?.0;
        let sum: f64 = leaving.iter().map(|(_, amount)| amount).sum();
        let mut stays = sum;
        let mut rows = Vec::new();
        let mut drawn = Vec::new();
        for day in months(record.as_of, last) {
            let of_month = leaving.iter().find(|(first, _)| is_same_month(*first, day));
            let leaves = of_month.map_or(0.0, |(_, amount)| *amount);
            // What is left of a sum of many shares may be a hair beside nothing.
            stays = if is_same_month(day, last) { 0.0 } else { stays - leaves };
            let title = format!("{}: {} leave, {} stay", month(day), number(leaves), number(stays));
            drawn.push(Month { day, parts: vec![(stays, "part-1"), (leaves, "leaves")], title });
            rows.push(Row { name: month(day), leaves: Value::amount(leaves), stays: Value::amount(stays) });
        }
        let soon: f64 = rows.iter().take(SOON_MONTHS).map(|row| row.leaves.exact).sum();
        let told = told(record, sum, soon, last);
        let alternative = format!("What stays of today's amount, by month. {told}");
        Some(Self { columns: Columns::new(alternative, drawn, number), months: rows, sum: Value::amount(sum), told })
    }
}

/// The month of a day and all after it up to the month of another day.
fn months(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let begin = first.with_day(1).unwrap_or(first);
    iter::successors(Some(begin), |month| month.checked_add_months(Months::new(1))).take_while(move |month| *month <= last)
}

fn is_same_month(a: NaiveDate, b: NaiveDate) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

fn told(record: &Record<'_>, sum: f64, soon: f64, last: NaiveDate) -> String {
    let activities = counted(sum, "activity counts", "activities count");
    match record.window.rule {
        Rule::Rolling => {
            let soon = if soon > 0.0 { number(soon) } else { "nothing".into() };
            format!(
                "{activities} today. Where nothing new is done, {soon} of it is gone by the end of {}, and all of it in {}.",
                month(months(record.as_of, last).take(SOON_MONTHS).last().unwrap_or(last)),
                month(last),
            )
        }
        Rule::Cycle => format!(
            "{activities} today, and until the cycle ends on {}. The next one begins with nothing.",
            date(record.window.until)
        ),
    }
}
