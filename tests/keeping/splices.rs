//! Edits change what they are meant to and nothing else, however the profile is written.

use std::path::Path;

use mvp_check::guidance;
use mvp_check::profile::edit::{Edit, append, edited, replace_number, state_numbers};
use mvp_check::profile::layout::layout;
use mvp_check::profile::{self, NewEntry};
use mvp_check::source::Source;
use toml::{Table, Value};

use super::common::program::{Folder, run_in};
use super::made::{Entry, Made, profile};

/// Profiles that are made up; `KEEPING_CASES` in the environment asks for more.
pub fn numbers_of_cases() -> std::ops::Range<u64> {
    let asked = std::env::var("KEEPING_CASES").ok().and_then(|cases| cases.parse().ok());
    0..asked.unwrap_or(300)
}

fn table(text: &str) -> Table {
    text.trim_start_matches('\u{feff}').parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

pub fn entries(made: &Made) -> Vec<Value> {
    made.entries.iter().map(|entry| Value::Table(entry.value.clone())).collect()
}

/// A value with one kind of line end: a text over several lines has those of its file.
fn plain(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace("\r\n", "\n")),
        Value::Array(items) => Value::Array(items.iter().map(plain).collect()),
        Value::Table(table) => Value::Table(table.iter().map(|(key, value)| (key.clone(), plain(value))).collect()),
        other => other.clone(),
    }
}

/// The text parses to these entries, and to what the old one had beside them.
pub fn assert_holds(after: &str, expected: Vec<Value>, before: &str) {
    let (mut table_after, mut table_before) = (table(after), table(before));
    let found = table_after.remove("contribution").unwrap_or(Value::Array(Vec::new()));
    table_before.remove("contribution");
    assert_eq!(plain(&found), plain(&Value::Array(expected)), "\n{before}\n=====>\n{after}");
    assert_eq!(table_after, table_before, "\n{before}\n=====>\n{after}");
}

/// The old text is there in full, in order, with something put in at one place, or at two where a list needs a comma.
pub fn assert_only_put_in(before: &str, after: &str) {
    let same = |(a, b): &(&u8, &u8)| a == b;
    let (old, new) = (before.as_bytes(), after.as_bytes());
    let head = old.iter().zip(new).take_while(same).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    if head + tail >= old.len() {
        return;
    }
    let (middle, in_it) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    assert!(in_it.windows(middle.len()).any(|window| window == middle), "\n{before}\n=====>\n{after}");
}

/// No line is broken: what stands behind a value on its line, as a comment, stays there. A list may need a comma.
pub fn assert_lines_are_whole(made: &Made, after: &str) {
    let mut lines = after.trim_start_matches('\u{feff}').lines();
    let is_there = |line: &str| lines.any(|other| other == line);
    assert!(made.is_list || made.text.trim_start_matches('\u{feff}').lines().all(is_there), "\n{}\n=====>\n{after}", made.text);
}

/// Line ends, byte order mark and the end of the file are as they were.
pub fn assert_same_style(made: &Made, after: &str) {
    let without_line_ends = after.replace(made.line_end, "");
    assert!(!without_line_ends.contains(['\n', '\r']), "{after:?}");
    assert_eq!(after.matches('\u{feff}').count(), made.text.matches('\u{feff}').count(), "{after:?}");
    assert_eq!(after.starts_with('\u{feff}'), made.text.starts_with('\u{feff}'), "{after:?}");
    if !made.text.trim_start_matches('\u{feff}').trim().is_empty() {
        assert_eq!(after.ends_with('\n'), made.text.ends_with('\n'), "{:?}\n{after:?}", made.text);
    }
}

fn new_entry(number: usize) -> (NewEntry, Value) {
    let mut entry = NewEntry::new("talk", &format!("New {number} [[contribution]] # \"one\""), "2026-11-20".parse().unwrap());
    entry.url = Some(format!("https://example.org/new/{number}"));
    entry.impact = vec![("attendees".into(), 12_345.0)];
    let written = format!(
        "type = 'talk'\ntitle = 'New {number} [[contribution]] # \"one\"'\ndate = 2026-11-20\n\
         url = 'https://example.org/new/{number}'\nimpact.attendees = 12345"
    );
    (entry, Value::Table(table(&written)))
}

fn is_readable(text: &str) -> Result<(), String> {
    let source = Source::new("x.toml", text);
    let vocabulary = guidance::shipped("workshop-2020").unwrap().vocabulary;
    let (_, problems) = profile::read(&source).resolve(&vocabulary, &|_| None);
    if problems.errors() == 0 { Ok(()) } else { Err(format!("{:#?}\n{text}", problems.sorted())) }
}

/// The text with other numbers of some entries, at places that its maker knows, and the edits that ought to make it.
pub fn grown(made: &Made, is_meant: fn(&Entry) -> bool) -> (String, Vec<Edit>, Vec<Value>) {
    let (mut text, mut expected) = (made.text.clone(), entries(made));
    let source = Source::new("x.toml", made.text.as_str());
    let layout = layout(&source);
    let mut edits = Vec::new();
    let mut places = Vec::new();
    for (at, entry) in made.entries.iter().enumerate().filter(|(_, entry)| is_meant(entry)) {
        for (metric, range, number) in &entry.numbers {
            expected[at]["impact"][metric] = Value::Integer(number + 5000);
            places.push((range.clone(), number + 5000));
            let found = layout.entries[at].numbers.iter().find(|(name, _)| name == metric);
            edits.push(replace_number(found.unwrap().1.clone(), (number + 5000) as f64));
        }
    }
    places.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, number) in places {
        text.replace_range(range, &number.to_string());
    }
    (text, edits, expected)
}

#[test]
fn a_made_up_profile_holds_what_its_maker_put_in() {
    for number in numbers_of_cases() {
        let made = profile(number);
        assert_holds(&made.text, entries(&made), &made.text);
        is_readable(&made.text).unwrap();
    }
}

#[test]
fn every_way_to_write_a_profile_is_among_them() {
    let ways = [
        "\u{feff}",
        "\r\n",
        "[[ contribution ]]",
        "[[\"contribution\"]]",
        "contribution\t]]",
        "contribution = [",
        "[contribution.impact]",
        "{ views",
        "impact.",
        "impact .",
        "'''",
        "\"\"\"",
        "0x",
        "0o",
        "+1",
        "\n  ",
        "\n\t",
        " \n",
        "\"title\"",
        "'title'",
        "= {}",
        "#\n#",
        "\u{a0}\n",
    ];
    let made: Vec<String> = (0..300).map(|number| profile(number).text).collect();
    for way in ways {
        assert!(made.iter().any(|text| text.contains(way)), "{way:?}");
    }
    let has_no_end = |text: &String| !text.ends_with('\n');
    // The number ends a channel.
    let is_owed = |text: &String| {
        let text = text.replace([' ', '\t', '"', '\''], "");
        let behind = text.split_once("84_000").map_or("", |(_, behind)| behind);
        behind.split("[[").next().unwrap().contains("[contribution.impact]")
    };
    let says_nothing = |text: &String| text.trim().is_empty();
    assert!(made.iter().any(has_no_end) && made.iter().any(is_owed) && made.iter().any(says_nothing));
}

#[test]
fn entries_are_added_and_nothing_else_changes() {
    for number in numbers_of_cases() {
        let made = profile(number);
        for count in [1, 3] {
            let (new, values): (Vec<NewEntry>, Vec<Value>) = (0..count).map(new_entry).unzip();
            let edit = append(&Source::new("x.toml", made.text.as_str()), &new).unwrap();
            let after = edited(&made.text, vec![edit]);
            assert_only_put_in(&made.text, &after);
            assert_lines_are_whole(&made, &after);
            assert_same_style(&made, &after);
            assert_holds(&after, [entries(&made), values].concat(), &made.text);
            is_readable(&after).unwrap();
        }
    }
}

#[test]
fn numbers_that_grew_are_replaced_and_nothing_else_changes() {
    for number in numbers_of_cases() {
        let made = profile(number);
        let (replaced, mut edits, mut expected) = grown(&made, |_| true);
        assert_eq!(edited(&made.text, edits.clone()), replaced, "\n{}", made.text);
        let (new, value) = new_entry(1);
        edits.extend(append(&Source::new("x.toml", made.text.as_str()), &[new]));
        expected.push(value);
        let after = edited(&made.text, edits);
        assert_only_put_in(&replaced, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, expected, &made.text);
    }
}

#[test]
fn numbers_are_stated_and_nothing_else_changes() {
    for number in numbers_of_cases() {
        let made = profile(number);
        let (mut before, mut expected) = (made.text.clone(), entries(&made));
        for (at, entry) in made.entries.iter().enumerate() {
            if !entry.numbers.is_empty() {
                continue;
            }
            let metrics = if entry.value["type"].as_str() == Some("talk") { ["attendees", "rating"] } else { ["views", "likes"] };
            let stated = [(metrics[0], 12_000.0), (metrics[1], 4.0)];
            let source = Source::new("x.toml", before.as_str());
            let after = edited(&before, vec![state_numbers(&source, &layout(&source).entries[at], &stated)]);
            let impact = Table::from_iter([(metrics[0].to_owned(), 12_000.into()), (metrics[1].to_owned(), 4.into())]);
            expected[at].as_table_mut().unwrap().insert("impact".into(), Value::Table(impact));
            assert_only_put_in(&before, &after);
            assert_same_style(&made, &after);
            assert_holds(&after, expected.clone(), &made.text);
            is_readable(&after).unwrap();
            before = after;
        }
    }
}

/// Some of them through the program as people run it.
#[test]
fn add_as_a_process_changes_nothing_else() {
    let folder = Folder::new();
    for number in numbers_of_cases().step_by(12) {
        let made = profile(number);
        let path = folder.file("profile.toml", &made.text);
        let words = ["add", "talk", "New 7 [[contribution]] # \"one\"", "https://example.org/new/7", "attendees=12345"];
        let ran = run_in(&folder.0, &[&words[..], &["--date", "2026-11-20", "--as-of", "2026-11-25"]].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{number}: {ran:#?}\n{}", made.text);
        let after = read(&path);
        assert_only_put_in(&made.text, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, [entries(&made), vec![new_entry(7).1]].concat(), &made.text);
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
