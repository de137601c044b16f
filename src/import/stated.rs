//! Optional numbers, texts and dates in an item of a service.

use std::fmt;

use chrono::NaiveDate;
use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use crate::import::written_day::written_day;
use crate::text::named;

/// A number, perhaps in quotation marks; `null` and an empty text are `None`.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    struct Number;
    impl Visitor<'_> for Number {
        type Value = Option<f64>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a number")
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
            Ok(Some(value as f64))
        }

        fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
            Ok(Some(value as f64))
        }

        fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
            Ok(Some(value))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            let text = text.trim();
            let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
            match text.parse() {
                _ if text.is_empty() => Ok(None),
                Ok(value) if is_number => Ok(Some(value)),
                _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
            }
        }
    }
    deserializer.deserialize_any(Number)
}

/// The trimmed text, unless that is empty.
pub(crate) fn said(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

pub(crate) fn title(title: Option<String>) -> Result<String, String> {
    said(title).ok_or_else(|| "no title".into())
}

/// The written day of a date with or without a time, which a service gives under `key`.
pub(crate) fn day(text: Option<&str>, key: &str) -> Result<NaiveDate, String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty()).ok_or_else(|| format!("no date: `{key}` is missing"))?;
    written_day(text).ok_or_else(|| format!("`{key}` is {}, which is no date", named(text)))
}
