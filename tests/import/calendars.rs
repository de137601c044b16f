//! `import calendar`: look-alikes of what Meetup, Google and others give out.

use serde_json::{Value, json};

use crate::common::program::{Folder, Ran, fed, tool};

fn piped(calendar: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let folder = Folder::new();
    folder.file("profile.toml", "[profile]\nname = \"Amal Example\"\n");
    fed(tool().current_dir(&folder.0).args(["import", "calendar", "-"]).args(more), calendar.as_ref())
}

fn imported(calendar: impl AsRef<[u8]>, more: &[&str]) -> Value {
    let ran = piped(calendar, &[&["--format", "json"], more].concat());
    assert_eq!(ran.code, 0, "{ran:#?}");
    ran.json()
}

/// A calendar with events of these lines.
fn calendar(events: &[&str]) -> String {
    let events: String = events.iter().map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")).collect();
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Europe/Prague\nBEGIN:STANDARD\nDTSTART:19701025T030000\nEND:STANDARD\nEND:VTIMEZONE\n{events}END:VCALENDAR\n"
    )
}

/// First and last day of events with these lines beside their titles.
fn days(lines: &[&str]) -> Vec<(String, Option<String>)> {
    let events: Vec<String> = lines.iter().enumerate().map(|(at, lines)| format!("SUMMARY:{at}\n{lines}")).collect();
    let imported = imported(calendar(&events.iter().map(String::as_str).collect::<Vec<_>>()), &[]);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    imported["new"].as_array().unwrap().iter().map(|entry| (text(&entry["date"]).unwrap(), text(&entry["until"]))).collect()
}

fn reasons(imported: &Value) -> Vec<(&str, &str)> {
    let skipped = imported["skipped"].as_array().unwrap().iter();
    skipped.map(|it| (it["place"].as_str().unwrap(), it["reason"].as_str().unwrap())).collect()
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
fn the_note_asks_for_the_type_where_none_is_told() {
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
fn what_is_no_entry_is_skipped_with_its_place_and_the_reason() {
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
    assert_eq!(reasons(&imported), expected);
    assert_eq!(imported["new"], json!([{"type": "event", "title": "F", "date": "2026-01-14"}]));
}

#[test]
fn texts_folded_in_the_midst_of_a_character_or_in_another_encoding_are_read() {
    let text = calendar(&["SUMMARY:Caf@\nDTSTART:20260114"]);
    let with = |bytes: &[u8]| {
        let (before, after) = text.split_once('@').unwrap();
        [before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    assert_eq!(imported(with(b"\xc3\r\n \xa9"), &[])["new"][0]["title"], "Café");
    assert_eq!(imported(with(b"\xe9"), &["--encoding", "windows-1252"])["new"][0]["title"], "Café");
    assert!(piped(with(b"\xe9"), &[]).is_refused(&["is not UTF-8 text"]));
}

#[test]
fn what_is_no_calendar_is_refused_with_what_to_do() {
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
        let ran = piped(text, &[]);
        assert!(ran.is_refused(because), "{text}: {ran:#?}");
    }
}

#[test]
fn depth_length_and_number_do_no_harm() {
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
    assert!(piped(many, &[]).is_refused(&["more than 100000 items"]));
    assert!(piped("BEGIN:VEVENT\n".repeat(100_000), &[]).is_refused(&["-:1:1: the event"]));
}
