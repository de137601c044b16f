//! Sentences for HTML. The templates escape their text.

use crate::text::escape_control_chars;

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Whether it is a name from a file or a command, which the sentence has in backticks.
    pub(crate) is_name: bool,
}

/// A sentence with its hidden characters made visible, parted at backticks. One without a partner stays.
pub(crate) fn pieces(sentence: &str) -> Vec<Piece> {
    let shown = escape_control_chars(sentence);
    let parts: Vec<&str> = shown.split('`').collect();
    let last = parts.len() - 1;
    let mut pieces = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let opens_nothing = at % 2 == 1 && at == last;
        let text = if opens_nothing { format!("`{part}") } else { part.to_owned() };
        if !text.is_empty() {
            pieces.push(Piece { text, is_name: at % 2 == 1 && !opens_nothing });
        }
    }
    pieces
}

/// A title parted at its first colon: what it is about, and what it says of it.
pub(crate) fn parted(title: &str) -> (String, String) {
    let shown = escape_control_chars(title);
    let (head, rest) = shown.split_once(": ").unwrap_or((&shown, ""));
    (head.to_owned(), crate::text::capitalized(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sentence: &str) -> Vec<(String, bool)> {
        pieces(sentence).into_iter().map(|piece| (piece.text, piece.is_name)).collect()
    }

    #[test]
    fn names_stand_between_two_backticks() {
        let piece = |text: &str, is_name| (text.to_owned(), is_name);
        assert_eq!(shown("Add a `url` to it."), [piece("Add a ", false), piece("url", true), piece(" to it.", false)]);
        assert_eq!(shown("`url`"), [piece("url", true)]);
        assert_eq!(shown("5` long"), [piece("5", false), piece("` long", false)]);
        assert_eq!(shown("\u{202e}"), [piece("\\u{202e}", false)]);
        assert_eq!(shown(""), []);
    }

    #[test]
    fn titles_are_parted_at_their_colon() {
        assert_eq!(parted("Reach: how many people"), ("Reach".into(), "How many people".into()));
        assert_eq!(parted("C::D"), ("C::D".into(), String::new()));
    }
}
