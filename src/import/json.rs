//! The text of JSON, and what is wrong with it in words.

use std::borrow::Cow;

use crate::import::decoding::text;
use crate::import::model::{Request, Unreadable};
use crate::source::Place;
use crate::text::short;
use crate::wrong_value::in_words;

/// The text of a source that holds something.
///
/// # Errors
/// Bytes that are no text; nothing but white space.
pub fn filled_text<'b>(bytes: &'b [u8], request: &Request<'_>) -> Result<Cow<'b, str>, Unreadable> {
    let text = text(bytes, request.encoding)?;
    if text.trim().is_empty() {
        return Err(Unreadable::new("it is empty", "did the download fail?"));
    }
    Ok(text)
}

/// What is wrong with a text that should be JSON of some shape, and where.
pub fn mistake(error: &serde_json::Error, text: &str) -> Unreadable {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The library counts bytes, people count characters.
    let column = line.char_indices().take_while(|(at, _)| at + 1 < error.column()).count() + 1;
    let place = Place { line: error.line().max(1), column };
    let message = plain(error);
    if error.is_data() {
        return Unreadable::at(place, message, "");
    }
    let help = if text.trim_start().starts_with('<') {
        "it looks like a page or XML, not JSON"
    } else if error.is_eof() {
        "it ends too early: download it again"
    } else {
        ""
    };
    Unreadable::at(place, format!("not valid JSON: {message}"), help)
}

/// What the library says, without the place behind it and short enough to be read.
pub fn plain(error: &serde_json::Error) -> String {
    /// A value that is not as expected is repeated, however long it is.
    const MESSAGE_COLUMNS: usize = 160;
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    short(&in_words(message), MESSAGE_COLUMNS).into_owned()
}
