//! What a person did, in a few lines.

use crate::record::Record;
use crate::report::model::Report;
use crate::text::{YARDSTICK, counted, escape_control_chars, joined, number, people};
use crate::vocabulary::ActivityType;

pub(crate) fn activity(report: &Report<'_>) -> Vec<String> {
    let record = &report.record;
    let mut lines = Vec::new();
    let vocabulary = record.vocabulary;
    let types = record.amount_by_type();
    if !types.is_empty() {
        let types: Vec<String> = types.iter().map(|(id, amount)| of_type(vocabulary.activity_type(*id), *amount)).collect();
        lines.push(types.join(" · "));
        lines.push(format!("by month {}", months(&record.amount_by_month())));
    }
    let reached = record.reached();
    if reached.is_stated {
        lines.push(format!("reached: {} online, {} in person", people(reached.online), people(reached.in_person)));
    }
    lines.extend(not_counted(record));
    lines
}

/// How much there is of a type; where one of it is not an activity by itself, also what that amounts to: "answers 41, counted as 4.1 *".
fn of_type(known: &ActivityType, amount: f64) -> String {
    let things = number(amount / known.weight);
    let amount = number(amount);
    if things == amount {
        format!("{} {amount}", known.many)
    } else {
        format!("{} {things}, counted as {amount}{YARDSTICK}", known.many)
    }
}

pub(crate) fn not_counted(record: &Record<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let not_counted =
        [(record.outside_window, "older entry", "older entries"), (record.planned, "planned entry", "planned entries")];
    let not_counted = not_counted.into_iter().filter(|(entries, ..)| *entries > 0);
    let not_counted: Vec<String> = not_counted.map(|(entries, one, many)| counted(entries as f64, one, many)).collect();
    if !not_counted.is_empty() {
        lines.push(format!("not counted: {}", joined(&not_counted, "and")));
    }
    lines.extend(left_out(record));
    lines
}

/// Types that never count, each with its reason.
fn left_out(record: &Record<'_>) -> Vec<String> {
    let lines = record.vocabulary.types_with_ids().filter_map(|(id, known)| {
        let reason = known.left_out.as_ref()?;
        let entries = record.profile.contributions.iter().filter(|contribution| contribution.activity_type == id).count();
        (entries > 0).then(|| format!("left out: {}; {}", known.counted(entries as f64), escape_control_chars(reason)))
    });
    lines.collect()
}

/// A row of bars, the highest for the month with the largest amount, between its first and last month.
fn months(amounts: &[(chrono::NaiveDate, f64)]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let largest = amounts.iter().map(|(_, amount)| *amount).fold(0.0, f64::max);
    let bar = |amount: f64| {
        let height = (amount / largest * BARS.len() as f64).ceil() as usize;
        if amount > 0.0 { BARS[height.clamp(1, BARS.len()) - 1] } else { '·' }
    };
    let bars: String = amounts.iter().map(|(_, amount)| bar(*amount)).collect();
    let name = |month: Option<&(chrono::NaiveDate, f64)>| month.map_or(String::new(), |(day, _)| day.format("%b %Y").to_string());
    format!("{} {bars} {}", name(amounts.first()), name(amounts.last()))
}
