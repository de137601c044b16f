//! Lines and columns, and the examples.

use super::{ENTRY, WHOLE, checked, mistakes_in, places};
use crate::source::Severity;

#[test]
fn columns_count_characters() {
    ENTRY.errors(&[
        ("audience = [\"žluťoučký\", 1]", 5, 26, "text", ""),
        ("audience = [\"中文👍\", 1]", 5, 20, "text", ""),
        ("impact = { \"žluť\" = 1 }", 5, 12, "žluť", ""),
        ("impact = { views = 1, \"žluť\" = 1 }", 5, 23, "žluť", ""),
        ("highlight = \"žluťoučký\" x", 5, 25, "", ""),
    ]);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_no_place() {
    let text = format!("# ž\n[profile]\nname = 7\n{}", ENTRY.text("role = \"x\"\nurl ="));
    let expected = [(3, 8), (8, 8), (9, 6)];
    let crlf = text.replace('\n', "\r\n");
    for text in [&text, &crlf, &format!("\u{feff}{text}"), &format!("\u{feff}{crlf}"), text.trim_end(), crlf.trim_end()] {
        assert_eq!(places(text), expected, "{text:?}");
    }
    assert_eq!(places("\u{feff}name = 7\n"), [(1, 1)]);
}

#[test]
fn blank_profiles_and_the_example_have_no_mistake() {
    WHOLE.fine(&["", "\u{feff}", "\n\r\n", "# nothing", "[profile]", "[profile]\r\n"]);
    let example = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/profile.toml")).unwrap();
    let crlf = example.replace('\n', "\r\n");
    for text in [&example, &crlf, &format!("\u{feff}{crlf}")] {
        let (found, .., entries) = checked(text, |profile| profile.contributions.len());
        assert!(found.is_empty() && entries == example.matches("[[contribution]]").count(), "{entries}: {found:#?}");
    }
}

/// The lines that the example numbers as wrong, and those that are reported.
fn lines_of_the_example() -> (Vec<usize>, Vec<usize>) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/invalid.toml")).unwrap();
    let is_numbered = |line: &str| line.strip_prefix("# ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let announced = text.lines().enumerate().filter(|(_, line)| is_numbered(line)).map(|(at, _)| at + 2);
    let found = mistakes_in(&text).into_iter().filter(|it| it.severity == Severity::Error).map(|it| it.line);
    (announced.collect(), found.collect())
}

/// The entry with both `until` and `ongoing`: its mistake is not in the next line.
const BOTH_STATED: usize = 13;

#[test]
fn the_invalid_example_has_its_twenty_mistakes() {
    let (mut announced, mut found) = lines_of_the_example();
    assert_eq!((announced.len(), found.len()), (20, 20));
    announced.remove(BOTH_STATED);
    found.remove(BOTH_STATED);
    assert_eq!(found, announced);
}

#[test]
fn the_example_numbers_the_line_above_each_mistake() {
    let (announced, found) = lines_of_the_example();
    assert_eq!(found[BOTH_STATED], announced[BOTH_STATED]);
}
