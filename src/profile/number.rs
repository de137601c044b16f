//! A number of TOML, read as far as it can be.

use std::num::IntErrorKind;

use toml::de::DeValue;

/// A number as the file writes it, before its range is checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    /// A whole number; beyond 64 bits it is cut to the largest.
    Whole(i64),
    Decimal(f64),
    /// One without digits, or with some that are none of its own: the library lets `0x` pass.
    Unreadable,
}

impl Number {
    /// The number that a value is, if it is one.
    pub(crate) fn of(value: &DeValue<'_>) -> Option<Self> {
        match value {
            DeValue::Integer(whole) => Some(Self::whole(whole.as_str(), whole.radix())),
            DeValue::Float(decimal) => Some(decimal.as_str().parse().map_or(Self::Unreadable, Self::Decimal)),
            _ => None,
        }
    }

    fn whole(digits: &str, radix: u32) -> Self {
        match i64::from_str_radix(digits, radix) {
            Ok(number) => Self::Whole(number),
            Err(error) => match error.kind() {
                IntErrorKind::PosOverflow => Self::Whole(i64::MAX),
                IntErrorKind::NegOverflow => Self::Whole(i64::MIN),
                _ => Self::Unreadable,
            },
        }
    }
}
