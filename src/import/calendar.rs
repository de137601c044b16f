//! Import of iCalendar files, of Meetup and others. The little of the format that matters here is read by hand: a library
//! would have to accept any depth, refuse days that do not exist, and keep the written day.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use crate::import::content_lines::{ContentLine, content_lines, unescaped, with_whole_characters};
use crate::import::decoding::filled_text;
use crate::import::model::{Imported, Item, Request, Unreadable, few_enough};
use crate::link::is_web;
use crate::profile::{NewEntry, Until};
use crate::source::Place;
use crate::text::quoted;

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let bytes = if request.encoding.is_none() { with_whole_characters(bytes) } else { Cow::Borrowed(bytes) };
    let text = filled_text(&bytes, request.encoding)?;
    let item = |(at, event): (usize, Event<'_>)| Item {
        place: format!("event {} (line {})", at + 1, event.line),
        found: event.entry(request),
    };
    let items = events(&text)?.into_iter().enumerate().map(item).collect();
    let note = "A calendar does not tell what you did there: --type talk, event or workshop says it.";
    Ok(Imported { items, note: request.activity_type.is_none().then(|| note.into()) })
}

/// The events at any depth: nesting is only counted, so that it takes no stack.
fn events(text: &str) -> Result<Vec<Event<'_>>, Unreadable> {
    let mut events = Vec::new();
    let mut is_calendar = false;
    let mut open: Option<Event<'_>> = None;
    for line in content_lines(text) {
        let is_event = line.value().eq_ignore_ascii_case("VEVENT");
        match open.take() {
            None if !line.is("BEGIN") => {}
            None if is_event => open = Some(Event::new(line.line)),
            None => is_calendar |= line.value().eq_ignore_ascii_case("VCALENDAR"),
            Some(event) if line.is("END") && event.inside == 0 => {
                if !is_event {
                    return Err(never_closed(event.line));
                }
                events.push(event);
                few_enough(events.len())?;
            }
            Some(event) => open = Some(event.with(line)),
        }
    }
    match open {
        Some(event) => Err(never_closed(event.line)),
        None if !is_calendar => {
            let help = if text.trim_start().starts_with('<') {
                "it looks like a web page: is there a link to the file (.ics)?"
            } else {
                "files of this kind end in .ics"
            };
            Err(Unreadable::new("it is no calendar: it has no BEGIN:VCALENDAR", help))
        }
        None => Ok(events),
    }
}

fn never_closed(line: usize) -> Unreadable {
    let message = "the event that begins here never ends: there is no END:VEVENT for it";
    Unreadable::at(Place { line, column: 1 }, message, "did the download stop?")
}

const READ: [&str; 8] = ["SUMMARY", "DTSTART", "DTEND", "URL", "DESCRIPTION", "STATUS", "RRULE", "RDATE"];

struct Event<'t> {
    line: usize,
    /// Open components in it, such as alarms: their properties are not the event's.
    inside: usize,
    properties: Vec<ContentLine<'t>>,
}

impl<'t> Event<'t> {
    fn new(line: usize) -> Self {
        Self { line, inside: 0, properties: Vec::new() }
    }

    fn with(mut self, line: ContentLine<'t>) -> Self {
        if line.is("BEGIN") {
            self.inside += 1;
        } else if line.is("END") {
            self.inside -= 1;
        } else if self.inside == 0 && READ.iter().any(|name| line.is(name) && !self.says(name)) {
            self.properties.push(line);
        }
        self
    }

    fn says(&self, name: &str) -> bool {
        self.properties.iter().any(|line| line.is(name))
    }

    /// What it says under a name; a blank says nothing.
    fn value(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|line| line.is(name)).map(ContentLine::value).filter(|value| !value.is_empty())
    }

    fn entry(&self, request: &Request<'_>) -> Result<NewEntry, String> {
        if self.value("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")) {
            return Err("it was cancelled".into());
        }
        if self.value("RRULE").or(self.value("RDATE")).is_some() {
            return Err("it repeats: add it once, with `mvp-check add` and --count".into());
        }
        let text = |name| self.value(name).map(unescaped).filter(|text| !text.trim().is_empty());
        let title = text("SUMMARY").ok_or("no title")?;
        let begin = self.moment("DTSTART", "date")?.ok_or("no date")?.day;
        let last = self.moment("DTEND", "end")?.and_then(Moment::last_day);
        let mut entry = NewEntry::new(request.type_or("event"), &title, begin);
        entry.until = last.filter(|last| *last > begin).map_or(Until::SameDay, Until::Day);
        entry.url = self.value("URL").filter(|url| is_web(url)).map(Into::into);
        entry.description = text("DESCRIPTION").map(|text| text.trim().to_owned());
        Ok(entry)
    }

    fn moment(&self, name: &str, what: &str) -> Result<Option<Moment>, String> {
        let Some(written) = self.value(name) else { return Ok(None) };
        Moment::read(written).map(Some).ok_or_else(|| format!("{what} {} cannot be read", quoted(written)))
    }
}

/// When an event begins or ends, by the clock of the place that wrote it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Moment {
    day: NaiveDate,
    is_begin_of_day: bool,
}

impl Moment {
    /// `20260131`, or `20260131T183000` with or without a `Z`.
    fn read(written: &str) -> Option<Self> {
        let (day, time) = (written.get(..8)?, &written[8..]);
        let day = NaiveDate::from_ymd_opt(number(day, 0..4)?.try_into().ok()?, number(day, 4..6)?, number(day, 6..8)?)?;
        if time.is_empty() {
            return Some(Self { day, is_begin_of_day: true });
        }
        let time = time.strip_suffix('Z').unwrap_or(time).strip_prefix('T').filter(|time| time.len() == 6)?;
        // Second 60 is a leap second.
        let second = number(time, 4..6).filter(|second| *second <= 60)?;
        let time = NaiveTime::from_hms_opt(number(time, 0..2)?, number(time, 2..4)?, second.min(59))?;
        Some(Self { day, is_begin_of_day: time == NaiveTime::MIN })
    }

    /// The last day of what ends then: what ends at midnight was the day before.
    fn last_day(self) -> Option<NaiveDate> {
        if self.is_begin_of_day { self.day.pred_opt() } else { Some(self.day) }
    }
}

fn number(text: &str, at: std::ops::Range<usize>) -> Option<u32> {
    let digits = text.get(at)?;
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_days_with_or_without_a_time() {
        let read = |written: &str| Moment::read(written).map(|it| (it.day.to_string(), it.is_begin_of_day));
        let day = |day: &str, is_begin_of_day| Some((day.to_owned(), is_begin_of_day));
        assert_eq!(read("20260131"), day("2026-01-31", true));
        assert_eq!(read("20260131T000000"), day("2026-01-31", true));
        assert_eq!(read("20260131T000001Z"), day("2026-01-31", false));
        assert_eq!(read("20261231T235960Z"), day("2026-12-31", false));
        for wrong in [
            "",
            "2026",
            "20260230",
            "20260131T",
            "20260131T1830",
            "20260131T250000",
            "2026013１",
            "+2260131",
            "20260131 ",
            "2026-01-31",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
