//! Whether what was shared is free.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::evidence::{Evidence, Measure};
use crate::record::Record;
use crate::text;

/// Which types are to be free.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FreeOfCharge {
    /// Their ids.
    pub types: Vec<String>,
}

impl Measure for FreeOfCharge {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let is_looked_at = |id| self.types.contains(&record.vocabulary.activity_type(id).id);
        let contributions = record.entries.iter().map(|entry| entry.contribution);
        let paid: Vec<_> = contributions.filter(|it| it.paid == Some(true) && is_looked_at(it.activity_type)).collect();
        let found = paid.len() as f64;
        let fact = match paid.len() {
            0 => "nothing paid".into(),
            _ => text::counted(found, "paid entry", "paid entries"),
        };
        Evidence::number(paid.is_empty(), found, fact, self).about(paid).phrase_entries()
    }

    fn wanted(&self) -> String {
        "none paid".into()
    }

    fn unit(&self) -> &'static str {
        "paid entries"
    }

    fn target(&self) -> Option<f64> {
        Some(0.0)
    }

    fn phrases(&self) -> &'static [&'static str] {
        &["entries"]
    }
}
