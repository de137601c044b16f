//! Text made safe and short for people.
//!
//! Whatever comes from a profile is somebody else's text: before it is shown, the characters that a terminal or a browser would
//! obey instead of print are turned into visible ones.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;
use textwrap::core::display_width;

/// A space at which no line is broken, for numbers ("48 210") and their units.
pub(crate) const HARD_SPACE: char = '\u{a0}';

/// The mark of a number that is this tool's own; it stays on the line of its number.
pub(crate) const YARDSTICK: &str = "\u{a0}*";

/// The mark of a number of one's own guidance.
pub(crate) const OWN: &str = "\u{a0}°";

/// A text with the meaning of the marks in it, for where nothing explains them.
pub(crate) fn with_marks_in_words(text: &str) -> String {
    text.replace(YARDSTICK, " (a yardstick)").replace(OWN, " (a number of your own guidance)")
}

/// Whether a character does something instead of showing something: controls, line separators, bidirectional overrides,
/// zero-width characters, tags, controls of notes and of shorthand; and noncharacters, which XML and HTML do not allow.
pub(crate) fn is_hidden(character: char) -> bool {
    // Nearly every character is one of these.
    if matches!(character, ' '..='~') {
        return false;
    }
    character.is_control()
        || u32::from(character) & 0xfffe == 0xfffe
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// The text with each hidden character written out, as `\u{1b}`. A line break inside it becomes a space, and a space parts `##`,
/// which begins a command of a build service.
pub(crate) fn escape_control_chars(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if character == '#' && shown.ends_with('#') {
            shown.push_str(" #");
        } else if matches!(character, '\n' | '\t') {
            shown.push(' ');
        } else if is_hidden(character) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// A text made visible for a terminal: without the sign that asks for the coloured drawing of a character. Terminals, and those who break
/// lines, do not agree on how wide that is.
pub(crate) fn on_terminal(text: &str) -> Cow<'_, str> {
    const AS_EMOJI: char = '\u{fe0f}';
    let shown = escape_control_chars(text);
    if shown.contains(AS_EMOJI) { Cow::Owned(shown.replace(AS_EMOJI, "")) } else { shown }
}

/// A line that may begin with text of a profile: `::`, which begins a command of a build service, becomes one sign.
pub(crate) fn escape_workflow_command(line: &str) -> Cow<'_, str> {
    let begin = line.len() - line.trim_start().len();
    match line[begin..].strip_prefix("::") {
        Some(rest) => Cow::Owned(format!("{}∷{rest}", &line[..begin])),
        None => Cow::Borrowed(line),
    }
}

/// The text made visible and cut to at most `columns` of a terminal, with `…` where something was cut.
pub(crate) fn short(text: &str, columns: usize) -> Cow<'_, str> {
    let shown = escape_control_chars(text);
    if display_width(&shown) <= columns {
        return shown;
    }
    let mut cut = String::new();
    let mut width = 0;
    for character in shown.chars() {
        let next = display_width(character.encode_utf8(&mut [0; 4]));
        if width + next + 1 > columns {
            break;
        }
        cut.push(character);
        width += next;
    }
    Cow::Owned(format!("{}…", cut.trim_end()))
}

/// A title in quotation marks, escaped and short enough for a sentence.
pub(crate) fn quoted(title: &str) -> String {
    const TITLE_COLUMNS: usize = 60;
    format!("“{}”", short(title, TITLE_COLUMNS))
}

/// A name from a file, escaped and short enough for a message.
pub(crate) fn named(name: &str) -> String {
    const NAME_COLUMNS: usize = 60;
    format!("`{}`", short(name, NAME_COLUMNS))
}

/// A sum of many shares may end a hair beside the number that it is.
const SUMMED: f64 = 1e-6;

/// A number from 0 on for people: thousands apart, at most one decimal, cut and never rounded up to what was not reached.
pub(crate) fn number(value: f64) -> String {
    let tenths = (value * 10.0 + SUMMED).floor() as u64;
    let digits = (tenths / 10).to_string();
    let mut shown = String::with_capacity(digits.len() + 4);
    for (position, digit) in digits.chars().enumerate() {
        let left = digits.len() - position;
        if position > 0 && left.is_multiple_of(3) && digits.len() > 3 {
            shown.push(HARD_SPACE);
        }
        shown.push(digit);
    }
    let tenth = tenths % 10;
    if tenth > 0 {
        let _ = write!(shown, ".{tenth}");
    }
    shown
}

/// A head count, rounded down.
pub(crate) fn people(value: f64) -> String {
    number((value + SUMMED).floor())
}

/// A number with the word for what it counts: "1 entry", "25 entries".
pub(crate) fn counted(value: f64, one: &str, many: &str) -> String {
    let shown = number(value);
    let word = if shown == "1" { one } else { many };
    format!("{shown}{HARD_SPACE}{word}")
}

/// A share in percent, cut to whole ones: 0.499 is "49 %", so that nothing looks reached that was not.
pub(crate) fn percent(share: f64) -> String {
    format!("{}{HARD_SPACE}%", (share * 100.0 + SUMMED).floor() as u64)
}

/// The same, rounded up: for a share that must not be larger than something.
pub(crate) fn percent_up(share: f64) -> String {
    format!("{}{HARD_SPACE}%", (share * 100.0 - SUMMED).ceil() as u64)
}

/// A date for people: "24 Nov 2025".
pub(crate) fn date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// Words joined as in a sentence: "a, b and c".
pub(crate) fn joined(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

pub(crate) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The valid name that an unknown one probably means, case-insensitively.
pub(crate) fn closest<'n>(unknown: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    /// Jaro-Winkler similarity below which offers are guesses.
    const CLOSE_ENOUGH: f64 = 0.8;
    /// Longer words are not typing mistakes, and the time to compare them grows with their length.
    const LONGEST: usize = 100;
    if unknown.len() > LONGEST {
        return None;
    }
    let unknown = unknown.to_lowercase();
    // One word of a name is likely to mean it.
    let similarity = |unknown: &str, name: &str| {
        let least = if name.split(' ').any(|word| word == unknown) { CLOSE_ENOUGH } else { 0.0 };
        strsim::jaro_winkler(unknown, name).max(least)
    };
    names
        .into_iter()
        .map(|name| (similarity(&unknown, &name.to_lowercase()), name))
        .filter(|(similarity, _)| *similarity >= CLOSE_ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// "did you mean" where a valid name is close, else all of them.
pub(crate) fn offer(unknown: &str, names: &[&str]) -> String {
    match closest(unknown, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("one of {}", names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_become_visible() {
        assert_eq!(escape_control_chars("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(escape_control_chars("a\u{202e}b\u{200b}c\r"), "a\\u{202e}b\\u{200b}c\\u{d}");
        assert_eq!(escape_control_chars("a\u{fffe}b\u{10ffff}\u{fdd0}"), "a\\u{fffe}b\\u{10ffff}\\u{fdd0}");
        assert_eq!(escape_control_chars("a\u{1d173}b\u{1bca0}c\u{e0080}"), "a\\u{1d173}b\\u{1bca0}c\\u{e0080}");
        assert_eq!(escape_control_chars("two\nlines"), "two lines");
        assert_eq!(escape_control_chars("žluťoučký 中文 👍"), "žluťoučký 中文 👍");
    }

    #[test]
    fn nothing_is_a_command_of_a_build_service() {
        assert_eq!(escape_control_chars("##vso[x]###"), "# #vso[x]# # #");
        assert_eq!(escape_workflow_command("  ::error::x"), "  ∷error::x");
        assert_eq!(escape_workflow_command("std::move"), "std::move");
    }

    #[test]
    fn cutting_counts_columns_not_bytes() {
        assert_eq!(short("abcdef", 6), "abcdef");
        assert_eq!(short("abcdefg", 6), "abcde…");
        assert_eq!(short("中文中文", 5), "中文…");
        assert_eq!(short("ab cdef", 4), "ab…");
    }

    #[test]
    fn numbers_are_cut_not_rounded_up() {
        assert_eq!(number(0.0), "0");
        assert_eq!(number(17.99), "17.9");
        assert_eq!(number(0.1 * 30.0), "3");
        assert_eq!(number(48210.0), "48\u{a0}210");
        assert_eq!(number(1e12), "1\u{a0}000\u{a0}000\u{a0}000\u{a0}000");
        assert_eq!(percent(0.4999), "49\u{a0}%");
        assert_eq!(percent(0.8), "80\u{a0}%");
        assert_eq!(percent_up(0.8001), "81\u{a0}%");
        assert_eq!(percent_up(0.8), "80\u{a0}%");
    }

    #[test]
    fn offers_only_close_names() {
        assert_eq!(closest("artcle", ["article", "video"]), Some("article"));
        assert_eq!(closest("Developer technologies", ["Developer Technologies"]), Some("Developer Technologies"));
        assert_eq!(closest("azure", ["Microsoft Azure", "Data Platform"]), Some("Microsoft Azure"));
        assert_eq!(closest("qqq", ["article", "video"]), None);
    }
}
