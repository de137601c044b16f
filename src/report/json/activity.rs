//! What a person did, as JSON: the sums, and the entries that count.

use chrono::Datelike;
use serde::Serialize;

use crate::profile::Contribution;
use crate::record::{Entry, Record};
use crate::render::json::{ByName, Day, Number};

/// What the person did.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Activity<'a> {
    /// Entries that count.
    entries: usize,
    /// Activities that they amount to.
    amount: f64,
    /// The same by activity type.
    types: ByName<'a, f64>,
    /// The same by calendar month of the window so far.
    months: Vec<Month>,
    /// People reached.
    reach: ReachSums,
    /// Entries before the window.
    outside_window: usize,
    /// Entries with a date after the day of the report.
    planned: usize,
    /// Entries of a type that never counts.
    left_out: usize,
    /// The entries that count, in the order of the file.
    contributions: Vec<CountedContribution<'a>>,
}

/// What was done in one calendar month.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Month {
    /// As `2026-11`.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}$")))]
    month: String,
    /// Activities that its entries amount to.
    amount: f64,
}

/// People reached.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Reach"))]
struct ReachSums {
    /// Seen, heard or used from afar.
    online: Number,
    /// People in a room.
    in_person: Number,
}

/// A contribution that counts.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Contribution"))]
struct CountedContribution<'a> {
    /// Line of its header in the profile.
    line: usize,
    /// Its activity type.
    #[serde(rename = "type")]
    activity_type: &'a str,
    /// Its title.
    title: &'a str,
    /// First day.
    date: Day,
    /// Where it can be seen; null where none is stated.
    url: Option<&'a str>,
    /// Activities that it amounts to in the window.
    amount: f64,
    /// Its numbers, as stated.
    impact: ByName<'a, Number>,
}

impl<'a> Activity<'a> {
    pub(crate) fn new(record: &'a Record<'a>) -> Self {
        let reached = record.reached();
        let types = record.amount_by_type();
        let months = record.amount_by_month();
        Self {
            entries: record.entries.len(),
            amount: record.amount(),
            types: ByName(types.iter().map(|(id, amount)| (record.vocabulary.activity_type(*id).id.as_str(), *amount)).collect()),
            months: months
                .iter()
                .map(|(day, amount)| Month { month: format!("{:04}-{:02}", day.year(), day.month()), amount: *amount })
                .collect(),
            reach: ReachSums { online: Number(reached.online), in_person: Number(reached.in_person) },
            outside_window: record.outside_window,
            planned: record.planned,
            left_out: record.left_out,
            contributions: record.entries.iter().map(|entry| counted_contribution(entry, record)).collect(),
        }
    }
}

fn counted_contribution<'a>(entry: &Entry<'a>, record: &'a Record<'a>) -> CountedContribution<'a> {
    let Contribution { line, activity_type, title, date, url, impact, .. } = entry.contribution;
    let number = |(id, value): &(_, f64)| (record.vocabulary.metric(*id).id.as_str(), Number(*value));
    CountedContribution {
        line: *line,
        activity_type: &record.vocabulary.activity_type(*activity_type).id,
        title,
        date: Day(*date),
        url: url.as_deref(),
        amount: entry.amount,
        impact: ByName(impact.iter().map(number).collect()),
    }
}
