//! What to do about a syntax mistake: the parser says what it expected, and not what a person probably meant.

use crate::messages::TomlMistake;
use crate::text::escape_control_chars;

const DATE: &str = "write the day as 2026-05-01: year, month and day with hyphens, without quotation marks";
const NUMBER: &str =
    "a number has digits alone, as 12000 or 12_000; a date is written 2026-05-01; text stands in quotation marks";
const QUOTED: &str = "put text in quotation marks: key = \"value\"";
const STRAIGHT: &str = "the quotation marks are to be straight: key = \"value\"";
const BACKSLASH: &str = "a backslash begins an escape: write it twice, or put the text in single quotation marks";

/// What to do about a mistake: what it is, its line, and the rest of the line from its place on.
pub(crate) fn advice(mistake: Option<TomlMistake>, line: &str, rest: &str) -> String {
    if let Some(hidden) = rest.chars().next().filter(|first| is_hidden(*first)) {
        return format!("a hidden character stands here, U+{:04X}: delete it", u32::from(hidden));
    }
    if has_split_number(line) {
        return NUMBER.into();
    }
    mistake.map_or("", |mistake| about(mistake, line, rest)).into()
}

fn about(mistake: TomlMistake, line: &str, rest: &str) -> &'static str {
    match mistake {
        TomlMistake::NoValue | TomlMistake::Word | TomlMistake::NoDate | TomlMistake::LeadingZero => of_value(rest),
        TomlMistake::WrittenKey => of_key(line.trim_start(), rest),
        TomlMistake::Duplicate => "keep one of them",
        TomlMistake::TooDeep => "leave out brackets that nothing needs",
        TomlMistake::CarriageReturn => "save the file with line ends that are LF or CRLF",
        TomlMistake::NoSuchDay => "the calendar has no such day",
        TomlMistake::WrittenDate => DATE,
        TomlMistake::Time => "leave the time out: the day is enough",
        TomlMistake::WrittenNumber => NUMBER,
        TomlMistake::OpenText => "end the text with a quotation mark on the same line",
        TomlMistake::OpenLongText | TomlMistake::OpenLongLiteral => "end the text with three quotation marks, as it begins",
        TomlMistake::Escape => BACKSLASH,
        TomlMistake::KeyAlone => "write `key = value`, one a line",
        TomlMistake::EmptyKey => "write a name here",
        TomlMistake::NoPair => "it is no TOML: a table begins with its name in square brackets, as [profile]",
        TomlMistake::MoreOnLine => {
            "write one `key = value` a line; text that holds one kind of quotation mark stands in the other kind"
        }
        TomlMistake::KeyBelowValue => "a key is a value or a table, not both",
        TomlMistake::ExtraEquals => "write one `=`",
        TomlMistake::ExtraComma => "delete one of the commas",
        TomlMistake::MissingComma => "put a comma between items, and close the list with `]`",
        TomlMistake::NoInlineKey | TomlMistake::OpenInlineTable => "close it with `}` on the same line",
        TomlMistake::OpenList => "close the list with `]`",
        TomlMistake::OpenHeader => "close the header with `]`",
        TomlMistake::OpenListHeader | TomlMistake::HalfOpenListHeader => "close the header with `]]`",
        TomlMistake::NotOpened => "delete the bracket, or write a header, as [profile]",
    }
}

/// A character that is invisible, or looks like a blank.
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

pub(crate) fn of_value(rest: &str) -> &'static str {
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
        let cases = [
            (TomlMistake::NoValue, "date = 2026/05/01", "2026/05/01", DATE),
            (TomlMistake::NoValue, "date = 05/01/2026", "05/01/2026", DATE),
            (TomlMistake::NoValue, "date = 2026\u{2013}05\u{2013}01", "2026\u{2013}05\u{2013}01", DATE),
            (TomlMistake::LeadingZero, "date = 01.05.2026", "01.05.2026", DATE),
            (TomlMistake::LeadingZero, "count = 012", "012", NUMBER),
            (TomlMistake::NoValue, "count = 12k", "12k", NUMBER),
            (TomlMistake::NoValue, "name = Amal", "Amal", QUOTED),
            (TomlMistake::NoValue, "name = \u{201c}Amal\u{201d}", "\u{201c}Amal\u{201d}", STRAIGHT),
            (TomlMistake::Word, "count = twelve", "twelve", QUOTED),
            (TomlMistake::Word, "url = null", "null # none", "leave the key out where there is nothing to say"),
            (TomlMistake::Word, "paid = True", "True", "write `true` or `false`, in small letters"),
            (TomlMistake::MoreOnLine, "count = 12,000", ",000", NUMBER),
            (
                TomlMistake::WrittenKey,
                "\u{feff}name = 1",
                "\u{feff}name = 1",
                "a hidden character stands here, U+FEFF: delete it",
            ),
            (TomlMistake::WrittenKey, "\u{a0}name = 1", "\u{a0}name = 1", "a hidden character stands here, U+00A0: delete it"),
            (TomlMistake::WrittenKey, "name: 1", ": 1", "write an equals sign: key = \"value\""),
            (TomlMistake::WrittenKey, "// later", "// later", "a comment begins with `#`"),
        ];
        for (mistake, line, rest, expected) in cases {
            assert_eq!(advice(Some(mistake), line, rest), expected, "{line}");
        }
        assert_eq!(advice(None, "impact = { views = 1, x", ""), "");
    }
}
