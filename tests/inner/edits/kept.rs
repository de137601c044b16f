//! What an edit must leave as it was. Nothing here uses the reader or the writer under test.

use toml::{Table, Value};

use super::made::{Entry, Made};

/// How much `grown` adds to each number.
pub const GROWTH: i64 = 5000;

pub fn table(text: &str) -> Table {
    text.trim_start_matches('\u{feff}').parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

pub fn entries(made: &Made) -> Vec<Value> {
    made.entries.iter().map(|entry| Value::Table(entry.value.clone())).collect()
}

/// A value with LF line ends, since a text over several lines has those of its file.
fn plain(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace("\r\n", "\n")),
        Value::Array(items) => Value::Array(items.iter().map(plain).collect()),
        Value::Table(table) => Value::Table(table.iter().map(|(key, value)| (key.clone(), plain(value))).collect()),
        other => other.clone(),
    }
}

/// The text has these entries, and everything else is as before.
pub fn assert_holds(after: &str, expected: Vec<Value>, before: &str) {
    let (mut table_after, mut table_before) = (table(after), table(before));
    let found = table_after.remove("contribution").unwrap_or(Value::Array(Vec::new()));
    table_before.remove("contribution");
    assert_eq!(plain(&found), plain(&Value::Array(expected)), "\n{before}\n=====>\n{after}");
    assert_eq!(table_after, table_before, "\n{before}\n=====>\n{after}");
}

/// The new text is the old one with an insertion at one place, or at two if a list needs a comma.
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

/// Every old line is still there, with its comment. Only a list may get a comma.
pub fn assert_lines_are_whole(made: &Made, after: &str) {
    let mut lines = after.trim_start_matches('\u{feff}').lines();
    let is_there = |line: &str| lines.any(|other| other == line);
    assert!(made.is_list || made.text.trim_start_matches('\u{feff}').lines().all(is_there), "\n{}\n=====>\n{after}", made.text);
}

/// Line ends, the byte order mark and the end of the file are as before.
pub fn assert_same_style(made: &Made, after: &str) {
    let without_line_ends = after.replace(made.line_end, "");
    assert!(!without_line_ends.contains(['\n', '\r']), "{after:?}");
    assert_eq!(after.matches('\u{feff}').count(), made.text.matches('\u{feff}').count(), "{after:?}");
    assert_eq!(after.starts_with('\u{feff}'), made.text.starts_with('\u{feff}'), "{after:?}");
    if !made.text.trim_start_matches('\u{feff}').trim().is_empty() {
        assert_eq!(after.ends_with('\n'), made.text.ends_with('\n'), "{:?}\n{after:?}", made.text);
    }
}

/// The text with larger numbers in some entries, and the entries that it then holds.
pub fn grown(made: &Made, is_meant: fn(&Entry) -> bool) -> (String, Vec<Value>) {
    let (mut text, mut expected) = (made.text.clone(), entries(made));
    let mut places = Vec::new();
    for (at, entry) in made.entries.iter().enumerate().filter(|(_, entry)| is_meant(entry)) {
        for (metric, range, number) in &entry.numbers {
            expected[at]["impact"][metric] = Value::Integer(number + GROWTH);
            places.push((range.clone(), number + GROWTH));
        }
    }
    places.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, number) in places {
        text.replace_range(range, &number.to_string());
    }
    (text, expected)
}
