//! Days to come that even a rhythm.

use chrono::{Days, NaiveDate};

use crate::check::regularity::longest_gap;
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::spread::{by_month, month_ends};

/// A day to come that breaks the longest pause well before its limit; where no pause is too long, one in a month without anything.
pub(crate) fn quiet_day(record: &Record<'_>, to_come: DaySpan, longest: u32) -> Option<NaiveDate> {
    let active = record.active_days();
    let day = |at: usize| record.window.from.checked_add_days(Days::new(at as u64));
    let pause = longest_gap(&active);
    if pause.len() <= longest as usize {
        return quiet_month(&active, record.window.from, to_come);
    }
    // A quarter is left, should it be some days later.
    let well_before = pause.start + longest as usize * 3 / 4;
    let rest = DaySpan { first: day(well_before)?, last: day(pause.end - 1)? };
    rest.overlap(to_come).map(|days| days.first)
}

/// The middle of what is to come of the first month without an active day. `active` begins with the day `from`.
fn quiet_month(active: &[bool], from: NaiveDate, to_come: DaySpan) -> Option<NaiveDate> {
    let months = by_month(from.iter_days().zip(active.iter().map(|is_active| f64::from(u8::from(*is_active)))));
    months.into_iter().filter(|(_, active_days)| *active_days < 1.0).find_map(|(first, _)| {
        let days = DaySpan { first, last: month_ends(first).next()? }.overlap(to_come)?;
        days.first.checked_add_days(Days::new(days.days().unsigned_abs() / 2))
    })
}
