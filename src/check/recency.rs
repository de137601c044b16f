//! How many entries lie in the window.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, reaches};
use crate::record::{Record, nearby};
use crate::text;

/// How many entries are wanted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Recency {
    /// At least so many.
    pub(crate) at_least: u32,
}

impl Measure for Recency {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let counted = record.entries.len() as f64;
        let due = record.due(f64::from(self.at_least));
        let fact = format!("{} in the window", text::counted(counted, "entry", "entries"));
        Evidence::number(reaches(counted, due), counted, fact, self)
            .due_now(due, record)
            .about_heaviest(&record.entries, |entry| entry.amount)
            .phrase("closest", || nearby::usual(record.profile, record.vocabulary))
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::counted(f64::from(self.at_least), "entry", "entries"),
            unit: "entries",
            target: Some(f64::from(self.at_least)),
            phrases: &["closest"],
            remedy: Remedy::More,
        }
    }
}
