//! Whether what was shared is free.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy};
use crate::record::Record;
use crate::text;
use crate::vocabulary::{ActivityType, Vocabulary};

/// Which types are to be free.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct FreeOfCharge {
    /// Their ids.
    pub(crate) types: Vec<String>,
}

const NONE_PAID: &str = "none paid";

impl FreeOfCharge {
    /// The words for nothing found and nothing wanted. They name the types: a paid talk is not a paid video.
    fn in_words(&self, vocabulary: &Vocabulary) -> (String, String) {
        let counting = vocabulary.types.iter().filter(|known| known.counts());
        let (looked_at, others): (Vec<_>, Vec<_>) = counting.partition(|known| self.types.contains(&known.id));
        let names = |types: Vec<&ActivityType>, last| {
            text::joined(&types.iter().map(|known| known.many.clone()).collect::<Vec<_>>(), last)
        };
        match others.len() {
            0 => ("nothing paid".into(), NONE_PAID.into()),
            few if few < looked_at.len() => {
                let aside = names(others, "and");
                (format!("nothing paid, {aside} aside"), format!("{NONE_PAID}, {aside} aside"))
            }
            _ => {
                let no_paid = format!("no paid {}", names(looked_at, "or"));
                (no_paid.clone(), no_paid)
            }
        }
    }
}

impl Measure for FreeOfCharge {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let is_looked_at = |id| self.types.contains(&record.vocabulary.activity_type(id).id);
        let contributions = record.entries.iter().map(|entry| entry.contribution);
        let paid: Vec<_> = contributions.filter(|it| it.paid == Some(true) && is_looked_at(it.activity_type)).collect();
        let found = paid.len() as f64;
        let (nothing, none) = self.in_words(record.vocabulary);
        let fact = if paid.is_empty() { nothing } else { text::counted(found, "paid entry", "paid entries") };
        let evidence = Evidence::number(paid.is_empty(), found, fact, self);
        Evidence { wanted: none, ..evidence }.about(paid).phrase_entries()
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: NONE_PAID.into(),
            unit: "paid entries",
            target: Some(0.0),
            phrases: &["entries"],
            remedy: Remedy::NoActivity,
        }
    }
}
