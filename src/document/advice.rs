//! What to do about a syntax mistake: the parser says what it expected, and not what a person probably meant.

use crate::text::escape_control_chars;

const DATE: &str = "write the day as 2026-05-01: year, month and day with hyphens, without quotation marks";
const NUMBER: &str =
    "a number has digits alone, as 12000 or 12_000; a date is written 2026-05-01; text stands in quotation marks";
const QUOTED: &str = "put text in quotation marks: key = \"value\"";
const STRAIGHT: &str = "the quotation marks are to be straight: key = \"value\"";
const BACKSLASH: &str = "a backslash begins an escape: write it twice, or put the text in single quotation marks";

/// Beginnings of messages, and what to do.
const ADVICE: &[(&str, &str)] = &[
    ("carriage return", "save the file with line ends that are LF or CRLF"),
    ("invalid basic string, expected `\"`", "end the text with a quotation mark on the same line"),
    ("invalid multi-line", "end the text with three quotation marks, as it begins"),
    ("invalid date, expected day between", "the calendar has no such day"),
    ("invalid date", DATE),
    ("invalid time", "leave the time out: the day is enough"),
    ("invalid offset", "leave the time out: the day is enough"),
    ("missing escaped value", BACKSLASH),
    ("invalid value, expected unicode", BACKSLASH),
    ("too few unicode value digits", BACKSLASH),
    ("key with no value", "write `key = value`, one a line"),
    ("extra `=`", "write one `=`"),
    ("extra comma", "delete one of the commas"),
    ("missing comma between array elements", "put a comma between items, and close the list with `]`"),
    ("missing key for inline table element", "close it with `}` on the same line"),
    ("unclosed inline table", "close it with `}` on the same line"),
    ("unclosed array table", "close the header with `]]`"),
    ("unclosed array", "close the list with `]`"),
    ("unclosed table", "close the header with `]`"),
    ("missing table open", "delete the bracket, or write a header, as [profile]"),
    ("unquoted keys cannot be empty", "write a name here"),
    ("invalid key-value pair", "it is no TOML: a table begins with its name in square brackets, as [profile]"),
    ("cannot extend value", "a key is a value or a table, not both"),
    ("invalid fraction", NUMBER),
    ("unexpected leading zero", NUMBER),
    ("`_` may only go between digits", NUMBER),
    (
        "unexpected key or value",
        "write one `key = value` a line; text that holds one kind of quotation mark stands in the other kind",
    ),
];

/// What to do about a mistake: its message, its line, and the rest of the line from its place on.
pub fn advice(message: &str, line: &str, rest: &str) -> String {
    if let Some(hidden) = rest.chars().next().filter(|first| is_hidden(*first)) {
        return format!("a hidden character stands here, U+{:04X}: delete it", u32::from(hidden));
    }
    if has_split_number(line) {
        return NUMBER.into();
    }
    let begins_value = ["string values must be quoted", "invalid boolean", "invalid float", "invalid datetime"];
    if begins_value.iter().any(|begin| message.starts_with(begin)) || message.starts_with("unexpected leading zero") {
        return of_value(rest).into();
    }
    if message.starts_with("invalid unquoted key") {
        return of_key(line.trim_start(), rest).into();
    }
    ADVICE.iter().find(|(begin, _)| message.starts_with(begin)).map_or("", |(_, advice)| advice).into()
}

/// A character that nobody sees, or takes for a blank.
fn is_hidden(character: char) -> bool {
    let is_blank = character.is_whitespace() && !character.is_ascii();
    is_blank
        || (!"\r\n\t".contains(character) && escape_control_chars(character.encode_utf8(&mut [0; 4])) != character.to_string())
}

/// Whether a number is written with commas or blanks between its thousands.
fn has_split_number(line: &str) -> bool {
    let Some((_, value)) = line.split_once('=') else { return false };
    let is_digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
    let value = value.trim().trim_start_matches(['{', ' ']).as_bytes();
    let begin = value.iter().position(|byte| *byte == b',');
    let before = begin.map(|at| &value[..at]).and_then(<[u8]>::last);
    let behind = begin.map(|at| &value[at + 1..]).unwrap_or_default();
    is_digit(before) && behind.len() >= 3 && behind[..3].iter().all(u8::is_ascii_digit)
}

/// What to do about a value that is none.
fn of_value(rest: &str) -> &'static str {
    let value = rest.split('#').next().unwrap_or_default().trim();
    let is_separator = |it: &char| ['/', '.', '-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'].contains(it);
    match value.to_lowercase().trim_end_matches([',', ';']) {
        "" => "write a value behind `=`: text in quotation marks, a number, a date as 2026-05-01, true or false",
        "true" | "false" | "yes" | "no" | "on" | "off" => "write `true` or `false`, in small letters",
        "null" | "none" | "nil" => "leave the key out where there is nothing to say",
        _ if value.starts_with(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}']) => STRAIGHT,
        _ if value.starts_with(|it: char| it.is_ascii_digit()) && value.chars().filter(is_separator).count() == 2 => DATE,
        _ if value.starts_with(|it: char| it.is_numeric() || ['+', '-', '<', '>', '~'].contains(&it)) => NUMBER,
        _ => QUOTED,
    }
}

/// What to do about a key that is none.
fn of_key(line: &str, rest: &str) -> &'static str {
    let begins = |signs: &[&str]| signs.iter().any(|sign| line.starts_with(sign));
    if begins(&["<<<<<<<", "=======", ">>>>>>>"]) {
        "two versions were merged here: keep one, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    } else if begins(&["//", ";", "--"]) {
        "a comment begins with `#`"
    } else if begins(&["<"]) {
        "it looks like a page or XML, not TOML"
    } else if rest.starts_with(':') {
        "write an equals sign: key = \"value\""
    } else {
        "a key has letters from a to z, digits, `-` and `_`"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_about_what_was_probably_meant() {
        let quoted = "string values must be quoted, expected literal string";
        let key = "invalid unquoted key, expected letters, numbers, `-`, `_`";
        let cases = [
            (quoted, "date = 2026/05/01", "2026/05/01", DATE),
            (quoted, "date = 05/01/2026", "05/01/2026", DATE),
            (quoted, "date = 2026\u{2013}05\u{2013}01", "2026\u{2013}05\u{2013}01", DATE),
            ("unexpected leading zero, expected nothing", "date = 01.05.2026", "01.05.2026", DATE),
            ("unexpected leading zero, expected nothing", "count = 012", "012", NUMBER),
            (quoted, "count = 12k", "12k", NUMBER),
            (quoted, "name = Amal", "Amal", QUOTED),
            (quoted, "name = \u{201c}Amal\u{201d}", "\u{201c}Amal\u{201d}", STRAIGHT),
            ("invalid boolean, expected `true`", "count = twelve", "twelve", QUOTED),
            ("invalid float, expected `nan`", "url = null", "null # none", "leave the key out where there is nothing to say"),
            ("invalid boolean, expected `true`", "paid = True", "True", "write `true` or `false`, in small letters"),
            ("unexpected key or value, expected newline, `#`", "count = 12,000", ",000", NUMBER),
            ("invalid literal string, expected `'`", "impact = { views = 1, x", "", ""),
            (key, "\u{feff}name = 1", "\u{feff}name = 1", "a hidden character stands here, U+FEFF: delete it"),
            (key, "\u{a0}name = 1", "\u{a0}name = 1", "a hidden character stands here, U+00A0: delete it"),
            (key, "name: 1", ": 1", "write an equals sign: key = \"value\""),
            (key, "// later", "// later", "a comment begins with `#`"),
        ];
        for (message, line, rest, expected) in cases {
            assert_eq!(advice(message, line, rest), expected, "{line}");
        }
    }
}
