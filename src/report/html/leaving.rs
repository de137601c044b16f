//! What of today's amount leaves the window in the months to come, where nothing new is done.

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
        let sum = record.amount();
        if sum <= 0.0 {
            return None;
        }
        let mut before = sum;
        let mut rows = Vec::new();
        let mut drawn = Vec::new();
        for (day, stays) in record.amount_staying_by_month() {
            let leaves = before - stays;
            before = stays;
            let title = format!("{}: {} leave, {} stay", month(day), number(leaves), number(stays));
            drawn.push(Month { day, parts: vec![(stays, "part-1"), (leaves, "leaves")], title });
            rows.push(Row { name: month(day), leaves: Value::amount(leaves), stays: Value::amount(stays) });
        }
        let told = told(record, sum, &rows);
        let alternative = format!("What stays of today's amount, by month. {told}");
        Some(Self { columns: Columns::new(alternative, drawn, number), months: rows, sum: Value::amount(sum), told })
    }
}

fn told(record: &Record<'_>, sum: f64, months: &[Row]) -> String {
    let activities = counted(sum, "activity counts", "activities count");
    let goes_on = if record.has_ongoing() { " What goes on counts with its days until today." } else { "" };
    let told = match record.window.rule {
        Rule::Rolling => format!("{activities} today. {}", gone(months)),
        Rule::Cycle => {
            let end = date(record.window.until);
            format!("{activities} today, and until the cycle ends on {end}. The next one counts its own days only.")
        }
    };
    told + goes_on
}

/// When what counts today is gone.
fn gone(months: &[Row]) -> String {
    let soon = months.get(..SOON_MONTHS).unwrap_or(months);
    let leaves: f64 = soon.iter().map(|row| row.leaves.exact).sum();
    let name = |months: &[Row]| months.last().map_or(String::new(), |row| row.name.clone());
    if soon.len() == months.len() {
        return format!("Where nothing new is done, all of it is gone by the end of {}.", name(months));
    }
    let leaves = if leaves > 0.0 { number(leaves) } else { "nothing".into() };
    format!(
        "Where nothing new is done, {leaves} of it is gone by the end of {}, and all of it by the end of {}.",
        name(soon),
        name(months)
    )
}
