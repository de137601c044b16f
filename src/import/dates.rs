//! Dates as people and spreadsheets write them.

use chrono::{Month, NaiveDate};

use crate::import::model::DateOrder;
use crate::text::{date, named};

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// It may be two days: by day and month, or by month and day.
    Ambiguous([NaiveDate; 2]),
    Reason(String),
}

impl NoDay {
    fn because(text: &str, reason: &str) -> Self {
        Self::Reason(format!("the date {} {reason}", named(text)))
    }

    /// In words; `text` is the cell.
    pub(crate) fn in_words(self, text: &str) -> String {
        match self {
            Self::Ambiguous([by_day, by_month]) => {
                format!("the date {} may be {} or {}", named(text), date(by_day), date(by_month))
            }
            Self::Reason(reason) => reason,
        }
    }
}

/// The day of a text; a time after it is ignored. `order` is that of three numbers of which the year is last.
pub(crate) fn day(text: &str, order: Option<DateOrder>) -> Result<NaiveDate, NoDay> {
    let written = without_time(text.trim());
    let parts: Vec<&str> = written.split([' ', ',', '/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return Err(NoDay::because(text, "is not understood")) };
    if [first, second, third].iter().all(|part| is_number(part)) {
        return if has_one_separator(&written) {
            of_numbers(text, [first, second, third], order)
        } else {
            Err(NoDay::because(text, "is not understood"))
        };
    }
    let parts = match (month(first), month(second)) {
        (Some(month), None) => Some((third, month, second)),
        (None, Some(month)) if first.len() == 4 => Some((first, month, third)),
        (None, Some(month)) => Some((third, month, first)),
        _ => None,
    };
    match parts {
        Some((year, month, day)) if is_number(year) && is_number(day) => exact(text, year, month, day),
        _ => Err(NoDay::because(text, "is not understood")),
    }
}

/// Without `T10:00:00Z` or ` 10:00 AM` after the day.
fn without_time(text: &str) -> String {
    let text = match text.split_once('T') {
        Some((day, _)) if day.ends_with(|it: char| it.is_ascii_digit()) => day,
        _ => text,
    };
    text.split_whitespace().take_while(|word| !word.contains(':')).collect::<Vec<_>>().join(" ")
}

fn is_number(text: &str) -> bool {
    text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the same sign is twice between three numbers, perhaps with a blank after it.
fn has_one_separator(written: &str) -> bool {
    let mut separators = written.chars().filter(|it| !it.is_ascii_digit() && *it != ' ');
    let (first, second, more) = (separators.next(), separators.next(), separators.next());
    first.is_some_and(|it| it != ',') && first == second && more.is_none()
}

/// The month of an English name, in full or in three letters.
fn month(name: &str) -> Option<u32> {
    let name = if name.eq_ignore_ascii_case("sept") { "sep" } else { name };
    name.parse().ok().map(|month: Month| month.number_from_month())
}

fn of_numbers(text: &str, [first, second, third]: [&str; 3], order: Option<DateOrder>) -> Result<NaiveDate, NoDay> {
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    if first.len() == 4 {
        return exact(text, first, number(second), third);
    }
    if third.len() != 4 {
        return Err(NoDay::because(text, "has no year of four digits"));
    }
    let by_day = exact(text, third, number(second), first);
    let by_month = exact(text, third, number(first), second);
    match order {
        Some(DateOrder::Dmy) => by_day,
        Some(DateOrder::Mdy) => by_month,
        // This order says nothing about a year that is last.
        Some(DateOrder::Ymd) | None => match (by_day, by_month) {
            (Ok(by_day), Ok(by_month)) if by_day != by_month => Err(NoDay::Ambiguous([by_day, by_month])),
            (Ok(day), _) | (_, Ok(day)) => Ok(day),
            (Err(none), Err(_)) => Err(none),
        },
    }
}

fn exact(text: &str, year: &str, month: u32, day: &str) -> Result<NaiveDate, NoDay> {
    if year.len() != 4 {
        return Err(NoDay::because(text, "has no year of four digits"));
    }
    let (Ok(year), Ok(day)) = (year.parse(), day.parse()) else { return Err(NoDay::because(text, "is not understood")) };
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| NoDay::because(text, "is no day of the calendar"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_that_tells_itself_needs_no_order() {
        let first_of_may = [
            "2026-05-01",
            "2026/5/1",
            " 2026.05.01 ",
            "2026-05-01T23:59:59Z",
            "2026-05-01T23:59:59+14:00",
            "2026-05-01 23:59",
            "2026/5/1 11:59:59 PM",
            "1 May 2026",
            "01-May-2026",
            "1. may 2026",
            "May 1, 2026",
            "MAY 1 2026 10:00",
            "2026-May-01",
        ];
        for text in first_of_may {
            assert_eq!(day(text, None), Ok(on("2026-05-01")), "{text}");
        }
        assert_eq!(day("Sept 3, 2026", None), Ok(on("2026-09-03")));
        assert_eq!(day("14 October 2026", None), Ok(on("2026-10-14")));
        assert_eq!(day("25/12/2026", None), Ok(on("2026-12-25")));
        assert_eq!(day("12/25/2026", None), Ok(on("2026-12-25")));
        assert_eq!(day("5.5.2026", None), Ok(on("2026-05-05")));
        assert_eq!(day("2026-03-04", Some(DateOrder::Dmy)), Ok(on("2026-03-04")));
    }

    #[test]
    fn the_order_is_told_or_the_day_is_ambiguous() {
        for text in ["03/04/2026", "3.4.2026", "3. 4. 2026", "03-04-2026 10:00"] {
            assert_eq!(day(text, Some(DateOrder::Dmy)), Ok(on("2026-04-03")), "{text}");
            assert_eq!(day(text, Some(DateOrder::Mdy)), Ok(on("2026-03-04")), "{text}");
            let ambiguous = Err(NoDay::Ambiguous([on("2026-04-03"), on("2026-03-04")]));
            assert_eq!(day(text, None), ambiguous, "{text}");
            assert_eq!(day(text, Some(DateOrder::Ymd)), ambiguous, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_told_with_its_reason() {
        let reason = |text: &str, order: Option<DateOrder>| day(text, order).unwrap_err().in_words(text);
        assert_eq!(reason("30.02.2026", None), "the date `30.02.2026` is no day of the calendar");
        assert_eq!(reason("2026-02-29", None), "the date `2026-02-29` is no day of the calendar");
        assert_eq!(reason("12/25/2026", Some(DateOrder::Dmy)), "the date `12/25/2026` is no day of the calendar");
        for text in ["1/5/26", "1 May 26", "26-05-01"] {
            assert!(reason(text, None).ends_with("has no year of four digits"), "{text}");
        }
        for text in
            ["soon", "May 2026", "2026", "1/2-2026", "46143", "1,5,2026", "1 Mai 2026", "10:00", "5 5 2026", "2026-05-01-02"]
        {
            assert!(reason(text, None).ends_with("is not understood"), "{text}");
        }
    }
}
