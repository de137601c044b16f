//! What is wrong in a text of JSON, and where.

use std::fmt;

use crate::source::span::Place;
use crate::text::short;

/// A mistake of a text of JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct JsonMistake {
    /// What it is.
    pub message: String,
    /// Where it is; `None` where the library does not tell.
    pub place: Option<Place>,
}

impl JsonMistake {
    /// What the library says of a text.
    pub fn new(error: &serde_json::Error, text: &str) -> Self {
        let place = |line: &str| {
            // The library counts bytes, people count characters.
            let column = line.char_indices().take_while(|(at, _)| at + 1 < error.column()).count() + 1;
            Place { line: error.line(), column }
        };
        let line = error.line().checked_sub(1).map(|at| text.lines().nth(at).unwrap_or_default());
        Self { message: plain(error), place: line.map(place) }
    }
}

impl fmt::Display for JsonMistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        let Some(Place { line, column }) = self.place else { return Ok(()) };
        write!(formatter, " at line {line} column {column}")
    }
}

impl std::error::Error for JsonMistake {}

/// What the library says, without the place behind it and short enough to be read.
pub fn plain(error: &serde_json::Error) -> String {
    /// A value that is not as expected is repeated, however long it is.
    const MESSAGE_COLUMNS: usize = 160;
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    short(message, MESSAGE_COLUMNS).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        JsonMistake::new(&serde_json::from_str::<Vec<String>>(text).unwrap_err(), text).to_string()
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(told("[\n\"\u{17e}\u{1f44d}\" x]"), "expected `,` or `]` at line 2 column 6");
        assert_eq!(told("[\"a\",\n"), "EOF while parsing a value at line 2 column 1");
    }

    #[test]
    fn a_value_by_itself_has_no_place() {
        let error = serde_json::from_value::<String>(5.into()).unwrap_err();
        assert_eq!(JsonMistake::new(&error, "5").to_string(), "invalid type: integer `5`, expected a string");
    }
}
