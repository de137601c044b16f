//! The rows: for each criterion, profiles with the expected outcome.

mod diversity;
mod impact;
mod person;
mod quality;
mod recency;

use serde_json::Value;

use super::{PROGRAM, WORKSHOP};

/// The id of a criterion, and its rows at the edges of its outcomes.
type CriterionRows = (&'static str, fn() -> Vec<Row>);

pub const ROWS: &[CriterionRows] = &[
    ("eligibility", person::eligibility),
    ("category", person::category),
    ("nomination", person::nomination),
    ("recency", recency::recency),
    ("freshness", recency::freshness),
    ("regularity", recency::regularity),
    ("amount", diversity::amount),
    ("diversity", diversity::diversity),
    ("breadth", diversity::breadth),
    ("concentration", diversity::concentration),
    ("measured", impact::measured),
    ("reach", impact::reach),
    ("impact", impact::impact),
    ("highlights", impact::highlights),
    ("focus", quality::focus),
    ("originality", quality::originality),
    ("free-of-charge", quality::free_of_charge),
    ("evidence", quality::evidence),
];

/// A profile with the expected outcome of one criterion.
pub struct Row {
    pub text: String,
    pub editions: Vec<&'static str>,
    /// In the form of `in_short`.
    pub expected: &'static str,
    /// JSON pointers into the finding, with the values expected there.
    pub also: Vec<(&'static str, Value)>,
}

fn row(text: impl Into<String>, expected: &'static str) -> Row {
    Row { text: text.into(), editions: vec![WORKSHOP, PROGRAM], expected, also: vec![] }
}

impl Row {
    fn only(self, edition: &'static str) -> Self {
        Self { editions: vec![edition], ..self }
    }

    fn also(mut self, pointer: &'static str, value: impl Into<Value>) -> Self {
        self.also.push((pointer, value.into()));
        self
    }
}
