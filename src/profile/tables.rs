//! The tables of a profile as written, with their places: what both ways of reading TOML lead to.

use std::borrow::Cow;
use std::num::IntErrorKind;

use toml::value::Datetime;

use crate::source::Span;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A table of the top level, or what stands in the place of one.
#[derive(Debug, PartialEq)]
pub struct Table<'s> {
    /// Its name; of a list of tables, where the whole list is known, as its first header writes it.
    pub name: Stated<Cow<'s, str>>,
    /// What it is.
    pub kind: Kind,
    /// Its header, or itself where it has none.
    pub header: Span,
    /// Whether a syntax mistake stands anywhere in it: then a missing key may just not have been readable.
    pub is_damaged: bool,
    /// Its keys and values.
    pub pairs: Vec<Pair<'s>>,
}

/// What stands at the top level of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `[name]`.
    Single,
    /// `[[name]]`, one of a list.
    Item,
    /// Another value in a list.
    NoTable,
    /// A list of nothing.
    EmptyList,
    /// A key with a value.
    Value,
}

/// A key with its value.
#[derive(Debug, PartialEq)]
pub struct Pair<'s> {
    /// The key.
    pub key: Stated<Cow<'s, str>>,
    /// Its value.
    pub value: Stated<Value<'s>>,
}

/// A value as written.
#[derive(Debug, PartialEq)]
pub enum Value<'s> {
    /// Text.
    Text(Cow<'s, str>),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Boolean(bool),
    /// A date, a time, or both.
    Datetime(Datetime),
    /// A list.
    List(Vec<Stated<Value<'s>>>),
    /// An inline table, or one with a header of its own.
    Table(Vec<Pair<'s>>),
}

/// A number as the file writes it, before its range is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number; beyond 64 bits it is cut to the largest.
    Whole(i64),
    /// A decimal, perhaps not finite.
    Decimal(f64),
    /// One without digits, or with some that are none of its own: the library lets `0x` pass.
    Unreadable,
}

impl Number {
    /// The whole number that digits write, without separators.
    pub fn whole(digits: &str, radix: u32) -> Self {
        match i64::from_str_radix(digits, radix) {
            Ok(number) => Self::Whole(number),
            Err(error) => match error.kind() {
                IntErrorKind::PosOverflow => Self::Whole(i64::MAX),
                IntErrorKind::NegOverflow => Self::Whole(i64::MIN),
                _ => Self::Unreadable,
            },
        }
    }

    /// The decimal number that is written, without separators.
    pub fn decimal(written: &str) -> Self {
        written.parse().map_or(Self::Unreadable, Self::Decimal)
    }
}

impl Value<'_> {
    /// What it is, for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "text",
            Value::Number(Number::Whole(_)) => "a whole number",
            Value::Number(Number::Decimal(_)) => "a decimal number",
            Value::Number(Number::Unreadable) => "a number that cannot be read",
            Value::Boolean(_) => "true or false",
            Value::Datetime(_) => "a date or time",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}
