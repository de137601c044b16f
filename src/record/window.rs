//! Which days count on a given date.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;

use crate::profile::Stage;
use crate::vocabulary::AwardWindow;

/// How a window moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Rule {
    /// It ends on the day of the report and moves with it.
    Rolling,
    /// It is a fixed cycle of a year.
    Cycle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) from: NaiveDate,
    /// Last day, included. A cycle may end after the day of the report.
    pub(crate) until: NaiveDate,
    pub(crate) rule: Rule,
    pub(crate) decided: Option<NaiveDate>,
    /// The cycle before this one, where it has ended and is not decided yet.
    pub(crate) undecided: Option<ClosedCycle>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClosedCycle {
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
    pub(crate) decided: NaiveDate,
}

impl Window {
    pub(crate) fn at(as_of: NaiveDate, stage: Stage, rules: &AwardWindow) -> Self {
        match stage {
            Stage::Candidate => Self::rolling(as_of, rules.candidate_months),
            Stage::Renewal => Self::cycle(as_of, rules),
        }
    }

    /// From the day after (as-of minus `months`) to as-of. A 29 February minus a year is the 28th.
    fn rolling(as_of: NaiveDate, months: u32) -> Self {
        let before = as_of.checked_sub_months(Months::new(months)).unwrap_or(as_of);
        let from = before.succ_opt().unwrap_or(before);
        Self { from, until: as_of, rule: Rule::Rolling, decided: None, undecided: None }
    }

    fn cycle(as_of: NaiveDate, rules: &AwardWindow) -> Self {
        let start_in = |year| rules.cycle_start.in_year(year).unwrap_or(as_of);
        let this_year = start_in(as_of.year());
        let from = if this_year <= as_of { this_year } else { start_in(as_of.year() - 1) };
        let current = closed(from, rules);
        let before = closed(start_in(from.year() - 1), rules);
        Self {
            from,
            until: current.until,
            rule: Rule::Cycle,
            decided: Some(current.decided),
            undecided: (as_of <= before.decided).then_some(before),
        }
    }

    pub(crate) fn days(&self) -> i64 {
        (self.until - self.from).num_days() + 1
    }

    /// The last day that has come: as-of, where that is before its end.
    pub(crate) fn last_day(&self, as_of: NaiveDate) -> NaiveDate {
        self.until.min(as_of)
    }
}

/// The cycle that starts on a day.
fn closed(from: NaiveDate, rules: &AwardWindow) -> ClosedCycle {
    let next = from.checked_add_months(Months::new(12)).unwrap_or(from);
    let until = next.checked_sub_days(Days::new(1)).unwrap_or(next);
    let decision_in = |year| rules.decision.in_year(year).unwrap_or(until);
    let same_year = decision_in(until.year());
    ClosedCycle { from, until, decided: if same_year > until { same_year } else { decision_in(until.year() + 1) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::DayOfYear;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rules(month: u32) -> AwardWindow {
        AwardWindow { candidate_months: 12, cycle_start: DayOfYear { month, day: 1 }, decision: DayOfYear { month: 7, day: 1 } }
    }

    fn renewal(as_of: &str, month: u32) -> Window {
        Window::at(day(as_of), Stage::Renewal, &rules(month))
    }

    #[test]
    fn a_candidates_year_ends_today() {
        for (as_of, from) in [
            ("2026-11-23", "2025-11-24"),
            ("2024-02-29", "2023-03-01"),
            ("2025-02-28", "2024-02-29"),
            ("2025-03-01", "2024-03-02"),
            ("2026-12-31", "2026-01-01"),
        ] {
            let window = Window::at(day(as_of), Stage::Candidate, &rules(7));
            assert_eq!((window.from, window.until), (day(from), day(as_of)), "{as_of}");
        }
    }

    #[test]
    fn a_cycle_holds_its_first_and_last_day() {
        for as_of in ["2026-07-01", "2026-11-23", "2027-06-30"] {
            let window = renewal(as_of, 7);
            assert_eq!((window.from, window.until), (day("2026-07-01"), day("2027-06-30")), "{as_of}");
            assert_eq!(window.decided, Some(day("2027-07-01")));
        }
        assert_eq!(renewal("2027-07-01", 7).from, day("2027-07-01"));
        assert_eq!(renewal("2027-06-30", 7).days(), 365);
        assert_eq!(renewal("2024-02-29", 7).days(), 366);
    }

    #[test]
    fn a_closed_cycle_is_named_until_it_is_decided() {
        let before = ClosedCycle { from: day("2026-04-01"), until: day("2027-03-31"), decided: day("2027-07-01") };
        assert_eq!(renewal("2027-03-31", 4).undecided, None);
        assert_eq!(renewal("2027-04-01", 4).undecided, Some(before));
        assert_eq!(renewal("2027-07-01", 4).undecided, Some(before));
        assert_eq!(renewal("2027-07-02", 4).undecided, None);
        assert_eq!(renewal("2027-06-30", 7).undecided, None);
        assert_eq!(renewal("2027-07-01", 7).undecided.map(|cycle| cycle.until), Some(day("2027-06-30")));
    }
}
