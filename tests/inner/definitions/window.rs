//! Which days count, and what counts on them.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::model::Entry;
use crate::vocabulary::{AwardWindow, Vocabulary};

/// All days from one to another, both included.
pub fn days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| *day <= last).collect()
}

pub fn months(days: impl IntoIterator<Item = NaiveDate>) -> BTreeSet<(i32, u32)> {
    days.into_iter().map(|day| (day.year(), day.month())).collect()
}

pub struct Window {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub as_of: NaiveDate,
}

impl Window {
    pub fn new(rules: &AwardWindow, stage: &str, as_of: NaiveDate) -> Self {
        if stage == "renewal" {
            return Self::cycle((rules.cycle_start.month, rules.cycle_start.day), as_of);
        }
        assert_eq!(rules.candidate_months, 12);
        Self::twelve_months(as_of)
    }

    /// "from the day after (as-of minus 12 months; 29 February: the 28th) to as-of, both included."
    fn twelve_months(as_of: NaiveDate) -> Self {
        let day = if (as_of.month(), as_of.day()) == (2, 29) { 28 } else { as_of.day() };
        let year_before = NaiveDate::from_ymd_opt(as_of.year() - 1, as_of.month(), day).unwrap();
        Self { first: year_before.succ_opt().unwrap(), last: as_of, as_of }
    }

    /// "the cycle that holds as-of. `workshop-2020`: 1 July to 30 June ... `program-2026`: 1 April to 31 March".
    fn cycle(start: (u32, u32), as_of: NaiveDate) -> Self {
        let begins = |day: NaiveDate| (day.month(), day.day()) == start;
        let (mut first, mut after) = (as_of, as_of.succ_opt().unwrap());
        while !begins(first) {
            first = first.pred_opt().unwrap();
        }
        while !begins(after) {
            after = after.succ_opt().unwrap();
        }
        Self { first, last: after.pred_opt().unwrap(), as_of }
    }

    /// "Window days end at as-of where that is earlier than the window's end."
    pub fn has(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last && day <= self.as_of
    }

    /// "Open cycle (stage renewal, window's end after as-of): targets that count ... are due in proportion: round half up
    /// (target x days passed, as-of included / days of the window)". Where the window is closed: nothing.
    pub fn due(&self, target: f64) -> Option<f64> {
        let passed = days(self.first, self.as_of).len() as f64;
        let all = days(self.first, self.last).len() as f64;
        (self.last > self.as_of).then(|| (target * passed / all + 0.5).floor())
    }
}

/// An entry or a channel that counts.
pub struct Counted<'p> {
    pub entry: &'p Entry,
    covered: Vec<NaiveDate>,
    in_window: Vec<NaiveDate>,
    weight: f64,
}

impl<'p> Counted<'p> {
    /// "of a type that counts, not planned, at least one day in the window ... Planned: `date` after as-of."
    pub fn new(entry: &'p Entry, window: &Window, vocabulary: &Vocabulary) -> Option<Self> {
        let known = vocabulary.type_named(&entry.kind).unwrap();
        let covered = entry.covered_days(window.as_of);
        let in_window: Vec<NaiveDate> = covered.iter().copied().filter(|day| window.has(*day)).collect();
        let counts = known.left_out.is_none() && entry.date <= window.as_of && !in_window.is_empty();
        counts.then_some(Self { entry, covered, in_window, weight: known.weight })
    }

    /// "share = covered days in the window / covered days."
    pub fn share(&self) -> f64 {
        self.in_window.len() as f64 / self.covered.len() as f64
    }

    /// "Amount of an entry = max(1, count x share) x the type's weight."
    pub fn amount(&self) -> f64 {
        f64::max(1.0, self.entry.count() * self.share()) * self.weight
    }

    /// "every covered day in the window if `count` is at least the number of calendar months it covers; else only those
    /// of `date` and `until` that lie in the window (`ongoing`: only `date`)."
    pub fn active_days(&self) -> Vec<NaiveDate> {
        if self.entry.count() >= months(self.covered.clone()).len() as f64 {
            return self.in_window.clone();
        }
        let stated = [Some(self.entry.date), self.entry.until];
        stated.into_iter().flatten().filter(|day| self.in_window.contains(day)).collect()
    }
}
