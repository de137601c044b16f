//! Which days count, as an edition says it.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::Deserialize;

/// Which days count, and when it is decided.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct AwardWindow {
    /// Length of a candidate's window that ends on the day of the report, in months.
    #[cfg_attr(test, schemars(range(min = *AwardWindow::CANDIDATE_MONTHS.start(), max = *AwardWindow::CANDIDATE_MONTHS.end())))]
    pub(crate) candidate_months: u32,
    /// First day of a renewal cycle of twelve months.
    pub(crate) cycle_start: DayOfYear,
    /// Day on which a renewal is decided, after its cycle.
    pub(crate) decision: DayOfYear,
}

/// A day that comes every year.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct DayOfYear {
    /// 1 to 12.
    #[cfg_attr(test, schemars(range(min = *DayOfYear::MONTHS.start(), max = *DayOfYear::MONTHS.end())))]
    pub(crate) month: u32,
    /// 1 to 28: a day that every year has.
    #[cfg_attr(test, schemars(range(min = *DayOfYear::DAYS.start(), max = *DayOfYear::DAYS.end())))]
    pub(crate) day: u32,
}

impl Default for DayOfYear {
    fn default() -> Self {
        Self { month: 1, day: 1 }
    }
}

impl AwardWindow {
    pub(crate) const CANDIDATE_MONTHS: RangeInclusive<u32> = 1..=120;
}

impl DayOfYear {
    pub(crate) const MONTHS: RangeInclusive<u32> = 1..=12;
    /// Days that every month of every year has.
    pub(crate) const DAYS: RangeInclusive<u32> = 1..=28;

    /// The day in one year; `None` where the calendar has no such day.
    pub(crate) fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}
