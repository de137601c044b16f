//! What the drawings share: lengths, months, numbers.

use chrono::NaiveDate;

use crate::text;

/// Width of a drawing in its own units. On a phone it is shown at about this many pixels, elsewhere larger.
pub const WIDTH: f64 = 352.0;

/// A length of a drawing, to a hundredth of a unit.
pub fn length(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A month as a sentence names it: "May 2026".
pub fn month(day: NaiveDate) -> String {
    day.format("%B %Y").to_string()
}

/// A month as it is written below a drawing: "May".
pub fn short_month(day: NaiveDate) -> String {
    day.format("%b").to_string()
}

/// A number of a table: as it is, and as it is shown.
#[derive(Debug)]
pub struct Value {
    /// As it is.
    pub exact: f64,
    /// As it is shown.
    pub shown: String,
}

impl Value {
    /// An amount of activities.
    pub fn amount(exact: f64) -> Self {
        Self { exact, shown: text::number(exact) }
    }

    /// A number of people, of whom there are no halves.
    pub fn people(exact: f64) -> Self {
        Self { exact, shown: text::people(exact) }
    }
}
