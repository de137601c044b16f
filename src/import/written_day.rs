//! The day that a date of a feed says, as it is written there: its author's day, wherever the reader is.

use std::str::FromStr;

use chrono::{Month, NaiveDate, Weekday};

use crate::text::quoted;

/// The written day of a date by RFC 3339 or RFC 2822, with or without a time. `None` for what is neither, and for days that do not exist.
/// A wrong weekday is ignored: the day is what its author wrote.
pub(crate) fn written_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    by_rfc_3339(text).or_else(|| by_rfc_2822(text))
}

/// The same of a date that may be missing.
pub(crate) fn stated_day(text: Option<&str>) -> Result<NaiveDate, String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty()).ok_or("no date")?;
    written_day(text).ok_or_else(|| format!("date {} cannot be read", quoted(text)))
}

/// `2026-01-31`, perhaps with `T23:30:00-08:00`.
fn by_rfc_3339(text: &str) -> Option<NaiveDate> {
    let (day, time) = (text.get(..10)?, &text[10..]);
    let mut parts = day.split('-');
    let (year, month, day) = (digits(parts.next()?, 4..=4)?, digits(parts.next()?, 2..=2)?, digits(parts.next()?, 2..=2)?);
    let is_end = time.is_empty() || time.strip_prefix(['T', 't', ' ']).is_some_and(begins_with_time);
    if is_end { NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day) } else { None }
}

/// `31 Jan 2026`, perhaps with a weekday before it, and a time with a zone after it.
fn by_rfc_2822(text: &str) -> Option<NaiveDate> {
    let mut words = text.split(|character: char| character == ',' || character.is_whitespace()).filter(|word| !word.is_empty());
    let mut day = words.next()?;
    if named::<Weekday>(day).is_some() {
        day = words.next()?;
    }
    let day = digits(day, 1..=2)?;
    let month = named::<Month>(words.next()?)?;
    let year = words.next()?;
    let year = match (digits(year, 2..=4)?, year.len()) {
        (year, 2) if year < 50 => year + 2000,
        (year, 2 | 3) => year + 1900,
        (year, _) => year,
    };
    let is_end = words.next().is_none_or(begins_with_time);
    if is_end { NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.number_from_month(), day) } else { None }
}

/// Hours and minutes; seconds and zone do not change the written day.
fn begins_with_time(text: &str) -> bool {
    let mut parts = text.splitn(3, ':');
    let hours = parts.next().and_then(|hours| digits(hours, 1..=2));
    let minutes = parts.next().and_then(|minutes| digits(minutes.get(..2)?, 2..=2));
    hours.is_some_and(|hours| hours <= 24) && minutes.is_some_and(|minutes| minutes < 60)
}

/// A number with this many digits and nothing else.
fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let is_number = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// The month or weekday that a word names by its first three letters; a full stop may end it.
fn named<T: FromStr>(word: &str) -> Option<T> {
    let is_word = word.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_alphabetic());
    word.get(..3).filter(|_| is_word)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_day_counts_whatever_the_zone() {
        for text in [
            "Thu, 01 Jan 2026 23:30:00 -0800",
            "Thu, 01 Jan 2026 00:10:00 +0900",
            "1 Jan 2026 23:30 PST",
            "Thursday, 1 January 2026 00:00:00 GMT",
            "thu,01 jan 26 09:00:00 EST (Eastern)",
            "Sun, 01 Jan 2026 9:00:00 Z",
            "01 Jan 2026",
            "2026-01-01",
            "2026-01-01T23:30:00-08:00",
            "2026-01-01T00:10+09:00",
            "2026-01-01t23:59:60.999Z",
            " 2026-01-01 00:00:00\n",
        ] {
            assert_eq!(written_day(text), NaiveDate::from_ymd_opt(2026, 1, 1), "{text}");
        }
    }

    #[test]
    fn why_there_is_no_day_is_told() {
        assert_eq!(stated_day(Some("2026-01-31")), Ok(NaiveDate::from_ymd_opt(2026, 1, 31).unwrap()));
        assert_eq!(stated_day(None), Err("no date".into()));
        assert_eq!(stated_day(Some(" ")), Err("no date".into()));
        assert_eq!(stated_day(Some("2026-02-30")), Err("date “2026-02-30” cannot be read".into()));
    }

    #[test]
    fn years_of_two_and_three_digits_are_those_of_the_standard() {
        for (text, year) in [("1 Jan 49", 2049), ("1 Jan 50", 1950), ("1 Jan 99", 1999), ("1 Jan 126", 2026)] {
            assert_eq!(written_day(text), NaiveDate::from_ymd_opt(year, 1, 1), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            " ",
            "yesterday",
            "2026",
            "2026-01",
            "2026-02-30",
            "2026-13-01",
            "2026-1-1",
            "20260101",
            "+026-01-01",
            "2026-01-01x",
            "2026-01-01T",
            "2026-01-01T25:00Z",
            "2026-01-01T10:99Z",
            "30 Feb 2026",
            "0 Jan 2026",
            "1 Foo 2026",
            "1 Jan 2",
            "1 Jan 20260",
            "Thu",
            "Thu,",
            "Jan 1 2026",
            "1 Jan 2026 soon",
            "01/02/2026",
            "1 Jän 2026",
            "２０２６-01-01",
            "žžžžžžžžž",
        ] {
            assert_eq!(written_day(text), None, "{text}");
        }
    }
}
