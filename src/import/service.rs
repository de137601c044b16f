//! What a service answered: JSON with a list, of which each item is read for itself. Memory stays with the size of the text, whatever it
//! holds.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::import::decoding::filled_text;
use crate::import::model::{Item, MOST_ITEMS, Request, Unreadable};
use crate::profile::NewEntry;
use crate::source::Place;
use crate::source::json::{JsonMistake, plain};
use crate::text::short;

/// Levels of nesting that no service needs.
const MOST_LEVELS: usize = 128;

#[derive(Debug)]
pub(crate) struct Response<'b> {
    text: Cow<'b, str>,
}

impl<'b> Response<'b> {
    /// Reads the text. [`Self::all`] reports what is wrong with its JSON.
    pub(crate) fn read(bytes: &'b [u8], request: &Request<'_>) -> Result<Self, Unreadable> {
        let text = filled_text(bytes, request.encoding)?;
        match too_deep(&text) {
            None => Ok(Self { text }),
            Some(at) => {
                let message = format!("it is nested more than {MOST_LEVELS} levels deep");
                Err(Unreadable::at(Place::of(at, &text), message, ""))
            }
        }
    }

    /// The items where the whole answer is a list; `None` where it is something else.
    pub(crate) fn list(&self) -> Result<Option<List<'_>>, Unreadable> {
        if self.text.trim_start().starts_with('[') { self.all().map(Some) } else { Ok(None) }
    }

    pub(crate) fn all<'t, T: Deserialize<'t>>(&'t self) -> Result<T, Unreadable> {
        serde_json::from_str(&self.text).map_err(|error| mistake(&error, &self.text))
    }
}

/// What is wrong with a text that should be JSON of some shape, and where.
fn mistake(error: &serde_json::Error, text: &str) -> Unreadable {
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

/// The byte at which a text of JSON is nested too deeply.
fn too_deep(text: &str) -> Option<usize> {
    let (mut levels, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_quoted,
            b'"' => is_quoted = !is_quoted,
            b'[' | b'{' if !is_quoted => levels += 1,
            b']' | b'}' if !is_quoted => levels = levels.saturating_sub(1),
            _ => {}
        }
        if levels > MOST_LEVELS {
            return Some(at);
        }
    }
    None
}

#[derive(Debug, Default)]
pub(crate) struct List<'t>(pub(crate) Vec<&'t RawValue>);

impl<'de: 't, 't> Deserialize<'de> for List<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;
        impl<'de> Visitor<'de> for Items {
            type Value = List<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<'de>, A::Error> {
                let mut list = Vec::new();
                while list.len() < MOST_ITEMS
                    && let Some(item) = items.next_element()?
                {
                    list.push(item);
                }
                match items.next_element::<IgnoredAny>()? {
                    None => Ok(List(list)),
                    Some(_) => {
                        Err(A::Error::custom(format!("it has more than {MOST_ITEMS} items, the most that are read: split it")))
                    }
                }
            }
        }
        deserializer.deserialize_seq(Items)
    }
}

/// Makes an entry of each item: a malformed one does not hide the others. `what` names one of them for people.
pub(crate) fn items<'t, T: Deserialize<'t>>(
    what: &str,
    list: &List<'t>,
    mut entry: impl FnMut(T) -> Result<NewEntry, String>,
) -> Vec<Item> {
    let item = |(at, item): (usize, &&'t RawValue)| Item {
        place: format!("{what} {}", at + 1),
        found: object(item).and_then(&mut entry),
    };
    list.0.iter().enumerate().map(item).collect()
}

pub(crate) fn object<'t, T: Deserialize<'t>>(item: &'t RawValue) -> Result<T, String> {
    // The library would take a list for an object whose keys are in order.
    if !item.get().starts_with('{') {
        return Err("no object with keys and values".into());
    }
    serde_json::from_str(item.get()).map_err(|error| plain(&error))
}

pub(crate) fn refused(message: &str) -> Unreadable {
    const MESSAGE_COLUMNS: usize = 300;
    let message = short(message.trim(), MESSAGE_COLUMNS);
    Unreadable::new(format!("the service answered with an error instead: {message}"), "ask it again, as its message says")
}
