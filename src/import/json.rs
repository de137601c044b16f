//! The text of JSON, and what is wrong with it in words.

use std::borrow::Cow;

use crate::import::decoding::text;
use crate::import::model::{Request, Unreadable};
use crate::source::json::JsonMistake;

/// The text of a source that holds something.
pub(crate) fn filled_text<'b>(bytes: &'b [u8], request: &Request<'_>) -> Result<Cow<'b, str>, Unreadable> {
    let text = text(bytes, request.encoding)?;
    if text.trim().is_empty() {
        return Err(Unreadable::new("it is empty", "did the download fail?"));
    }
    Ok(text)
}

/// What is wrong with a text that should be JSON of some shape, and where.
pub(crate) fn mistake(error: &serde_json::Error, text: &str) -> Unreadable {
    let JsonMistake { message, place } = JsonMistake::new(error, text);
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
