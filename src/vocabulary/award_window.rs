//! Which days count, as an edition says it.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

/// Which days count, and when it is decided.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AwardWindow {
    /// Length of a candidate's window that ends on the day of the report, in months.
    #[schemars(range(min = *AwardWindow::CANDIDATE_MONTHS.start(), max = *AwardWindow::CANDIDATE_MONTHS.end()))]
    pub candidate_months: u32,
    /// First day of a renewal cycle of twelve months.
    pub cycle_start: DayOfYear,
    /// Day on which a renewal is decided, after its cycle.
    pub decision: DayOfYear,
}

/// A day that comes every year.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayOfYear {
    /// 1 to 12.
    #[schemars(range(min = *DayOfYear::MONTHS.start(), max = *DayOfYear::MONTHS.end()))]
    pub month: u32,
    /// 1 to 28: a day that every year has.
    #[schemars(range(min = *DayOfYear::DAYS.start(), max = *DayOfYear::DAYS.end()))]
    pub day: u32,
}

impl Default for DayOfYear {
    fn default() -> Self {
        Self { month: 1, day: 1 }
    }
}

impl AwardWindow {
    /// Months that a candidate's window may have: at most ten years.
    pub const CANDIDATE_MONTHS: RangeInclusive<u32> = 1..=120;
}

impl DayOfYear {
    /// Months that there are.
    pub const MONTHS: RangeInclusive<u32> = 1..=12;
    /// Days that every month of every year has.
    pub const DAYS: RangeInclusive<u32> = 1..=28;

    /// The day in one year; `None` where the calendar has no such day.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}
