//! In how many months something happened, and how long the longest pause was.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, reaches};
use crate::record::Record;
use crate::text;

/// The rhythm that is wanted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Regularity {
    /// At least so many calendar months with an active day.
    #[cfg_attr(test, schemars(range(max = Regularity::MOST_MONTHS)))]
    pub(crate) active_months: u32,
    /// No pause of more days than these.
    pub(crate) longest_gap_days: u32,
}

/// What ends a pause that goes on.
const GOING_ON: &str = "something new ends the pause";
/// What is to be said of a pause that has ended: nothing new shortens it.
const PAST: &str = "add what you did in the pause and forgot here, or let it leave the window by itself";

impl Regularity {
    /// As many months are counted. A window of twelve months may touch thirteen calendar months; a year still has twelve.
    pub(crate) const MOST_MONTHS: u32 = 12;

    /// The rhythm in words, with what is due of the months.
    fn in_words(self, due: &str) -> String {
        let months = text::counted(f64::from(self.active_months), "month", "months");
        format!("{months}{due}, no pause over {}", text::counted(f64::from(self.longest_gap_days), "day", "days"))
    }
}

impl Measure for Regularity {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let days = record.active_days();
        let months = active_months(record.window.from, &days) as f64;
        let gap = longest_gap(&days);
        let gap_days = gap.len() as f64;
        let due = record.due(f64::from(self.active_months));
        let has_months = reaches(months, due);
        let has_rhythm = gap_days <= f64::from(self.longest_gap_days);
        let pause = pause(record.window.from, &gap);
        let fact = format!("{}; {pause}", text::counted(months, "active month", "active months"));
        let missing = || {
            let months = (!has_months).then(|| text::counted(due - months, "more active month", "more active months"));
            let pause = (!has_rhythm).then(|| if gap.end == days.len() { GOING_ON } else { PAST }.to_owned());
            months.into_iter().chain(pause).collect::<Vec<_>>().join("; ")
        };
        let mut evidence = Evidence::number(has_months && has_rhythm, months, fact, self);
        if record.is_open() {
            if due < f64::from(self.active_months) {
                evidence.wanted = self.in_words(&format!(" ({} due so far{})", text::number(due), text::YARDSTICK));
            }
            evidence = evidence.detail("target_now", due);
        }
        evidence
            .detail("longest_gap_days", gap_days)
            .detail("target_longest_gap_days", f64::from(self.longest_gap_days))
            .phrase("missing", missing)
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: self.in_words(""),
            unit: "active months",
            target: Some(f64::from(self.active_months)),
            phrases: &["missing"],
            remedy: Remedy::Rhythm(self.longest_gap_days),
        }
    }
}

/// Calendar months with an active day, of days that begin with `from`.
fn active_months(from: NaiveDate, days: &[bool]) -> usize {
    let active = from.iter_days().zip(days).filter(|(_, is_active)| **is_active);
    let mut months: Vec<(i32, u32)> = active.map(|(day, _)| (day.year(), day.month())).collect();
    months.dedup();
    months.len().min(Regularity::MOST_MONTHS as usize)
}

/// The longest run of days without an active one; the first of equals.
pub(crate) fn longest_gap(days: &[bool]) -> Range<usize> {
    let mut longest = 0..0;
    let mut start = 0;
    for (at, is_active) in days.iter().chain([&true]).enumerate() {
        if *is_active {
            if at - start > longest.len() {
                longest = start..at;
            }
            start = at + 1;
        }
    }
    longest
}

fn pause(from: NaiveDate, gap: &Range<usize>) -> String {
    let day = |at: usize| from.checked_add_days(Days::new(at as u64)).map_or(String::new(), text::date);
    match gap.len() {
        0 => "no pause".into(),
        1 => format!("longest pause 1 day, {}", day(gap.start)),
        days => {
            format!("longest pause {}, {} to {}", text::counted(days as f64, "day", "days"), day(gap.start), day(gap.end - 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_the_days_strictly_between() {
        assert_eq!(longest_gap(&[]), 0..0);
        assert_eq!(longest_gap(&[true]), 0..0);
        assert_eq!(longest_gap(&[false; 5]), 0..5);
        assert_eq!(longest_gap(&[true, false, false, true, false, false, false]), 4..7);
        assert_eq!(longest_gap(&[false, true, false, true]), 0..1);
    }

    #[test]
    fn thirteen_calendar_months_are_twelve() {
        let from = "2025-11-24".parse().unwrap();
        assert_eq!(active_months(from, &[true; 365]), 12);
        assert_eq!(active_months(from, &[true, false, false]), 1);
        assert_eq!(active_months(from, &[false, false, false]), 0);
    }
}
