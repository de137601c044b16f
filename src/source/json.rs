//! What is wrong in a text of JSON, and where.

use crate::messages;
use crate::source::span::Place;
use crate::text::short;

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct JsonMistake {
    pub(crate) message: String,
    pub(crate) place: Place,
}

impl JsonMistake {
    pub(crate) fn new(error: &serde_json::Error, text: &str) -> Self {
        Self::in_part(error, text, 0)
    }

    /// What the library says of a part of a text that goes from a byte of it to its end, or less far.
    pub(crate) fn in_part(error: &serde_json::Error, text: &str, begin: usize) -> Self {
        let part = text.get(begin..).unwrap_or_default();
        let above: usize = part.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        // The library counts bytes, people count characters.
        let mut at = (begin + above + error.column().saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(at) {
            at += 1;
        }
        Self { message: plain(error), place: Place::of(at, text) }
    }
}

/// The message in plain words, without its place and short enough to be read.
pub(crate) fn plain(error: &serde_json::Error) -> String {
    /// A value that is not as expected is repeated, however long it is.
    const MESSAGE_COLUMNS: usize = 160;
    short(&messages::of_json(error), MESSAGE_COLUMNS).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, begin: usize) -> (String, usize, usize) {
        let error = serde_json::from_str::<Vec<String>>(&text[begin..]).unwrap_err();
        let JsonMistake { message, place } = JsonMistake::in_part(&error, text, begin);
        (message, place.line, place.column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(told("[\n\"\u{17e}\u{1f44d}\" x]", 0), ("expected `,` or `]`".into(), 2, 6));
        assert_eq!(told("[\"a\",\n", 0), ("it ends where a value is expected".into(), 2, 1));
    }

    #[test]
    fn the_place_in_a_part_is_told_in_the_whole_text() {
        assert_eq!(told("{\n \"\u{17e}\": [5]", 9), ("text in quotation marks is meant here, not the number `5`".into(), 2, 8));
    }
}
