//! What the parser reports of a syntax mistake, in the words of somebody who writes a profile, with what to do about it.

use crate::document::advice::{advice, of_value};
use crate::messages::TomlMistake;

/// The message and the help, by the parser's message, the line that it is about, and the rest of the line from its place on.
pub(crate) fn in_words(message: &str, kind: Option<TomlMistake>, line: &str, rest: &str) -> (String, String) {
    // The parser takes the first letter for that of the one word that it could be.
    if kind == Some(TomlMistake::Word) && !is_logical(rest) {
        return ("a word is no value".into(), of_value(rest).into());
    }
    let words = match kind {
        Some(TomlMistake::TooDeep) => "it is nested deeper than is read",
        Some(TomlMistake::NoValue) => "this is neither a text in quotation marks nor another value",
        Some(TomlMistake::OpenText) => "the text has no closing quotation mark",
        Some(TomlMistake::LeadingZero) => "a number does not begin with 0",
        Some(TomlMistake::OpenInlineTable) => "`}` is missing",
        Some(TomlMistake::OpenList | TomlMistake::OpenHeader | TomlMistake::HalfOpenListHeader) => "`]` is missing",
        Some(TomlMistake::OpenListHeader) => "`]]` is missing",
        Some(TomlMistake::NoPair) if line.trim_start().starts_with('{') => "this looks like JSON",
        _ => message,
    };
    (words.into(), advice(kind, line, rest))
}

/// Whether a word is `true` or `false`, but for its case.
fn is_logical(rest: &str) -> bool {
    let word: String = rest.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    ["true", "false"].contains(&&*word)
}
