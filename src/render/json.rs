//! JSON that is safe to print anywhere.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::render::error::Rendered;
use crate::text::is_hidden;

/// A number that is written without a decimal point where it is whole.
#[derive(Clone, Copy)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
pub(crate) struct Number(pub(crate) f64);

/// A day, as `2026-11-23`.
#[derive(Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(extend("format" = "date", "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
pub(crate) struct Day(#[cfg_attr(test, schemars(with = "String"))] pub(crate) NaiveDate);

impl From<Number> for Value {
    fn from(Number(number): Number) -> Self {
        /// Whole numbers up to here have one exact form in JSON readers: 2^53.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.fract() == 0.0 && number.abs() < EXACT { Self::from(number as i64) } else { Self::from(number) }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::from(*self).serialize(serializer)
    }
}

/// An object: values by name, in their order.
pub(crate) struct ByName<'a, V>(pub(crate) Vec<(&'a str, V)>);

impl<V: Serialize> Serialize for ByName<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Any value as indented JSON in which no character hides, and no text of a profile is a command of a build service: what a terminal
/// would obey, and the second `#` of `##`, are written as `\uXXXX`.
pub(crate) fn to_text(value: &impl Serialize) -> Rendered {
    Ok(harmless(&serde_json::to_string_pretty(value)?) + "\n")
}

fn harmless(written: &str) -> String {
    let mut text = String::with_capacity(written.len() + 1);
    let mut before = None;
    for character in written.chars() {
        // Line breaks between the fields are the only raw controls: those in texts are escaped already.
        if (character != '\n' && is_hidden(character)) || (character == '#' && before == Some('#')) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(character);
        }
        before = Some(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::render::error::RenderError;

    #[test]
    fn what_a_terminal_or_a_build_service_obeys_is_escaped() {
        assert_eq!(to_text(&"a\u{202e}##[b]#c").unwrap(), "\"a\\u202e#\\u0023[b]#c\"\n");
    }

    #[test]
    fn a_value_without_a_json_form_is_an_error_and_no_empty_text() {
        assert!(matches!(to_text(&BTreeMap::from([((), 1)])), Err(RenderError::Json(_))));
    }

    #[test]
    fn whole_numbers_have_no_decimal_point() {
        assert_eq!([Number(2.0), Number(0.5), Number(1e300)].map(Value::from).map(|it| it.to_string()), ["2", "0.5", "1e+300"]);
    }
}
