//! How many activities the entries amount to.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, reaches};
use crate::record::{Record, nearby};
use crate::text;

/// How many activities are wanted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Amount {
    /// At least so many.
    pub(crate) at_least: u32,
}

impl Measure for Amount {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let amount = record.amount();
        let due = record.due(f64::from(self.at_least));
        let fact = text::counted(amount, "activity", "activities");
        Evidence::number(reaches(amount, due), amount, fact, self)
            .due_now(due, record)
            .about_heaviest(&record.entries, |entry| entry.amount)
            .phrase("more", || text::counted((due - amount).ceil(), "more activity", "more activities"))
            .phrase("such_as", || {
                let types = nearby::whole(&record.amount_by_type(), record.vocabulary);
                if types.is_empty() { types } else { format!(", {types} for example") }
            })
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::number(f64::from(self.at_least)),
            unit: "activities",
            target: Some(f64::from(self.at_least)),
            phrases: &["more", "such_as"],
            remedy: Remedy::More,
        }
    }
}
