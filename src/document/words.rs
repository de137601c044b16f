//! What the parser says of a syntax mistake, in the words of somebody who writes a profile, with what to do about it.

use crate::document::advice::advice;

/// The message and the help, by the parser's message, the line that it is about, and the rest of the line from its place on.
pub fn in_words(message: &str, line: &str, rest: &str) -> (String, String) {
    if message.contains("recurs") {
        return ("it is nested deeper than is read".into(), "leave out brackets that nothing needs".into());
    }
    // The parser takes the first letter for that of the one word that it could be.
    let is_word = ["invalid boolean", "invalid float"].iter().any(|begin| message.starts_with(begin));
    if is_word && !is_logical(rest) {
        return ("a word is no value".into(), advice("invalid boolean", "", rest));
    }
    let help = advice(message, line, rest);
    if let Some((_, missing)) = message.strip_prefix("unclosed").and_then(|rest| rest.split_once("expected ")) {
        return (format!("{missing} is missing"), help);
    }
    let words = match message {
        "string values must be quoted, expected literal string" => "this is neither a text in quotation marks nor another value",
        "invalid basic string, expected `\"`" => "the text has no closing quotation mark",
        "unexpected leading zero, expected nothing" => "a number does not begin with 0",
        "invalid key-value pair, expected key" if line.trim_start().starts_with('{') => "this looks like JSON",
        _ => message,
    };
    (words.into(), help)
}

/// Whether a word is `true` or `false`, but for its case.
fn is_logical(rest: &str) -> bool {
    let word: String = rest.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    ["true", "false"].contains(&&*word)
}
