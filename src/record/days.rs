//! The days of an entry: which it covers, which of them count, on which it was active.

use chrono::{Datelike, NaiveDate};

use crate::profile::Until;

/// Days in a row, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DaySpan {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
}

impl DaySpan {
    /// The days that an entry covers; something ongoing goes on to as-of.
    pub(crate) fn covered(date: NaiveDate, until: Until, as_of: NaiveDate) -> Self {
        let last = match until {
            Until::SameDay => date,
            Until::Day(last) => last,
            Until::Ongoing => as_of,
        };
        Self { first: date, last: last.max(date) }
    }

    pub(crate) fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    pub(crate) fn each(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(move |day| *day <= self.last)
    }

    pub(crate) fn overlap(self, other: Self) -> Option<Self> {
        let both = Self { first: self.first.max(other.first), last: self.last.min(other.last) };
        (both.first <= both.last).then_some(both)
    }

    pub(crate) fn holds(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    pub(crate) fn months(self) -> u32 {
        let months = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
        (months(self.last) - months(self.first) + 1).cast_unsigned()
    }
}

/// The days on which an entry was active: all of `within`, or only the ones named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActiveDays {
    All(DaySpan),
    Ends([Option<NaiveDate>; 2]),
}

impl ActiveDays {
    /// An entry is active on every covered day of the window if it counts for at least one a calendar month; else only its ends are
    /// known to have seen something.
    pub(crate) fn of(covered: DaySpan, in_window: DaySpan, until: Until, count: u32) -> Self {
        if count >= covered.months() {
            return Self::All(in_window);
        }
        let first = Some(covered.first).filter(|day| in_window.holds(*day));
        let last = match until {
            Until::Ongoing => None,
            _ => Some(covered.last).filter(|day| in_window.holds(*day)),
        };
        Self::Ends([first, last])
    }

    pub(crate) fn newest(self) -> Option<NaiveDate> {
        match self {
            Self::All(days) => Some(days.last),
            Self::Ends(ends) => ends.into_iter().flatten().max(),
        }
    }

    /// Marks those of them that lie in a list of days that begins with `from`.
    pub(crate) fn mark(self, from: NaiveDate, days: &mut [bool]) {
        let at = |day: NaiveDate| usize::try_from((day - from).num_days());
        match self {
            Self::All(span) => {
                let (first, end) = (at(span.first).unwrap_or(0), at(span.last).map_or(0, |last| last + 1).min(days.len()));
                days.iter_mut().take(end).skip(first).for_each(|day| *day = true);
            }
            Self::Ends(ends) => {
                for day in ends.into_iter().flatten() {
                    if let Some(day) = at(day).ok().and_then(|at| days.get_mut(at)) {
                        *day = true;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> DaySpan {
        DaySpan { first: day(first), last: day(last) }
    }

    #[test]
    fn something_ongoing_goes_on_to_today() {
        assert_eq!(DaySpan::covered(day("2026-01-05"), Until::Ongoing, day("2026-02-01")), span("2026-01-05", "2026-02-01"));
        assert_eq!(DaySpan::covered(day("2026-01-05"), Until::SameDay, day("2026-02-01")).days(), 1);
    }

    #[test]
    fn months_are_calendar_months() {
        assert_eq!(span("2026-01-31", "2026-02-01").months(), 2);
        assert_eq!(span("2025-12-31", "2026-12-01").months(), 13);
        assert_eq!(span("2026-05-01", "2026-05-31").months(), 1);
    }

    #[test]
    fn a_count_of_one_a_month_makes_every_day_active() {
        let covered = span("2026-01-15", "2026-03-02");
        let window = span("2026-02-01", "2026-12-31");
        let in_window = covered.overlap(window).unwrap();
        let until = Until::Day(covered.last);
        assert_eq!(ActiveDays::of(covered, in_window, until, 3), ActiveDays::All(in_window));
        assert_eq!(ActiveDays::of(covered, in_window, until, 2), ActiveDays::Ends([None, Some(covered.last)]));
        assert_eq!(ActiveDays::of(covered, in_window, Until::Ongoing, 2).newest(), None);
    }
}
