//! Calendars, as Meetup, Google and others export them.

use serde_json::{Value, json};

use super::{Import, skipped};

fn import(calendar: impl AsRef<[u8]>, options: &[&str]) -> Import {
    Import::of("calendar", "-", calendar, options)
}

fn imported(calendar: impl AsRef<[u8]>, options: &[&str]) -> Value {
    import(calendar, options).json()
}

fn calendar(events: &[&str]) -> String {
    let events: String = events.iter().map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")).collect();
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Europe/Prague\nBEGIN:STANDARD\nDTSTART:19701025T030000\nEND:STANDARD\nEND:VTIMEZONE\n{events}END:VCALENDAR\n"
    )
}

/// First and last days of events with these lines and a title.
fn days(lines: &[&str]) -> Vec<(String, Option<String>)> {
    let events: Vec<String> = lines.iter().enumerate().map(|(at, lines)| format!("SUMMARY:{at}\n{lines}")).collect();
    let imported = imported(calendar(&events.iter().map(String::as_str).collect::<Vec<_>>()), &[]);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    imported["new"].as_array().unwrap().iter().map(|entry| (text(&entry["date"]).unwrap(), text(&entry["until"]))).collect()
}

#[test]
fn an_event_is_read_through_folds_escapes_and_parameters() {
    let event = "UID:1\nSUMMARY;LANGUAGE=\"en:US;x\":Kubernetes\\, live\n  and unplugged\nDTSTART;TZID=\"Europe/Prague\":20260114T183000\n\
        DTEND;TZID=Europe/Prague:20260114T203000\nURL;VALUE=URI:https://www.meetup.com/example/events/1/\n\
        DESCRIPTION:First line\\nSecond\\; with a \\\\ \nLOCATION:Somewhere\nBEGIN:VALARM\nSUMMARY:An alarm\nDTSTART:19990101\nEND:VALARM\nSTATUS:CONFIRMED";
    let expected = json!([{"type": "event", "title": "Kubernetes, live and unplugged", "date": "2026-01-14",
        "url": "https://www.meetup.com/example/events/1/", "description": "First line\nSecond; with a \\"}]);
    for text in [calendar(&[event]), calendar(&[event]).replace('\n', "\r\n"), format!("\u{feff}{}", calendar(&[event]))] {
        assert_eq!(imported(text, &[])["new"], expected);
    }
}

#[test]
fn a_note_asks_for_the_type() {
    let text = calendar(&["SUMMARY:A\nDTSTART:20260114"]);
    let without = imported(&text, &[]);
    assert_eq!(without["note"], "A calendar does not tell what you did there: --type talk, event or workshop says it.");
    let with = imported(&text, &["--type", "talk"]);
    assert_eq!((&with["note"], &with["new"][0]["type"]), (&Value::Null, &json!("talk")));
}

#[test]
fn the_written_day_counts_and_an_end_at_midnight_is_the_day_before() {
    let found = days(&[
        "DTSTART:20260114T233000Z\nDTEND:20260115T003000Z",
        "DTSTART;TZID=America/New_York:20260114T233000",
        "DTSTART:20260114T180000\nDTEND:20260115T000000",
        "DTSTART;VALUE=DATE:20260114\nDTEND;VALUE=DATE:20260115",
        "DTSTART;VALUE=DATE:20260114\nDTEND;VALUE=DATE:20260117",
        "DTSTART;VALUE=DATE:20260114\nDTEND;VALUE=DATE:20260114",
        "DTSTART:20260114T180000\nDTEND:20260113T180000",
        "dtstart:20260228\ndtend:20260302T100000",
    ]);
    let day = |first: &str, last: Option<&str>| (first.to_owned(), last.map(str::to_owned));
    let expected = [
        day("2026-01-14", Some("2026-01-15")),
        day("2026-01-14", None),
        day("2026-01-14", None),
        day("2026-01-14", None),
        day("2026-01-14", Some("2026-01-16")),
        day("2026-01-14", None),
        day("2026-01-14", None),
        day("2026-02-28", Some("2026-03-02")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn other_events_are_skipped_with_place_and_reason() {
    let imported = imported(
        calendar(&[
            "SUMMARY:A\nDTSTART:20260114\nSTATUS:CANCELLED",
            "SUMMARY:B\nDTSTART:20260114\nRRULE:FREQ=MONTHLY;COUNT=12",
            "DTSTART:20260114",
            "SUMMARY: \nDTSTART:20260114",
            "SUMMARY:C",
            "SUMMARY:D\nDTSTART:20260230",
            "SUMMARY:E\nDTSTART:20260114\nDTEND:soon",
            "SUMMARY:F\nDTSTART:20260114\nURL:javascript:alert(1)\nDESCRIPTION:\\n ",
        ]),
        &[],
    );
    let expected = [
        ("event 1 (line 9)", "it was cancelled"),
        ("event 2 (line 14)", "it repeats: add it once, with `mvp-check add` and --count"),
        ("event 3 (line 19)", "no title"),
        ("event 4 (line 22)", "no title"),
        ("event 5 (line 26)", "no date"),
        ("event 6 (line 29)", "date “20260230” cannot be read"),
        ("event 7 (line 33)", "end “soon” cannot be read"),
    ];
    assert_eq!(skipped(&imported), expected);
    assert_eq!(imported["new"], json!([{"type": "event", "title": "F", "date": "2026-01-14"}]));
}

#[test]
fn lines_folded_within_a_character_and_other_encodings_are_read() {
    let text = calendar(&["SUMMARY:Caf@\nDTSTART:20260114"]);
    let with = |bytes: &[u8]| {
        let (before, after) = text.split_once('@').unwrap();
        [before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    assert_eq!(imported(with(b"\xc3\r\n \xa9"), &[])["new"][0]["title"], "Café");
    assert_eq!(imported(with(b"\xe9"), &["--encoding", "windows-1252"])["new"][0]["title"], "Café");
    assert!(import(with(b"\xe9"), &[]).is_refused(&["is not UTF-8 text"]));
}

#[test]
fn other_files_are_refused_with_advice() {
    let cases: [(&str, &[&str]); 6] = [
        ("", &["it is empty"]),
        ("<!DOCTYPE html><html>", &["no BEGIN:VCALENDAR", "web page"]),
        ("BEGIN:VCARD\nFN:A\nEND:VCARD\n", &["no BEGIN:VCALENDAR", ".ics"]),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n",
            &["-:2:1: the event that begins here never ends", "did the download stop?"],
        ),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VCALENDAR\n", &["-:2:1: the event"]),
        ("BEGIN:VCALENDAR\n\nBEGIN:VEVENT\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", &["-:3:1: the event"]),
    ];
    for (text, because) in cases {
        let ran = import(text, &[]);
        assert!(ran.is_refused(because), "{text}: {ran:#?}");
    }
}

#[test]
fn deep_long_and_large_calendars_are_read_or_refused() {
    let event = "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20260114\nEND:VEVENT\n";
    let (begin, end) = ("BEGIN:X\n".repeat(10_000), "END:X\n".repeat(10_000));
    let deep = format!("BEGIN:VCALENDAR\n{begin}{event}{end}");
    assert_eq!(imported(deep, &[])["new"].as_array().unwrap().len(), 1);
    let inside = calendar(&[&format!("SUMMARY:A\n{begin}SUMMARY:B\n{end}DTSTART:20260114")]);
    assert_eq!(imported(inside, &[])["new"], json!([{"type": "event", "title": "A", "date": "2026-01-14"}]));
    let long =
        calendar(&[&format!("SUMMARY:A\nDTSTART:20260114\nX:{}\nDESCRIPTION:{}", "x".repeat(1_000_000), "a\n ".repeat(100_000))]);
    assert_eq!(imported(long, &[])["new"][0]["description"], Value::Null, "longer than a profile allows");
    let many = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(100_001));
    assert!(import(many, &[]).is_refused(&["more than 100000 items"]));
    assert!(import("BEGIN:VEVENT\n".repeat(100_000), &[]).is_refused(&["-:1:1: the event"]));
}
