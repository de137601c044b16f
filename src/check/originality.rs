//! How many entries repeat none above them. Whether a work is unique in the world cannot be measured here.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, Share, reaches};
use crate::record::Record;
use crate::record::repeats::repeats;
use crate::text;

/// How many entries are to be no repeats.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Originality {
    /// At least this share of them.
    pub(crate) share: Share,
    /// Ids of the types that are looked at.
    pub(crate) types: Vec<String>,
}

impl Measure for Originality {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let is_looked_at = |id| self.types.contains(&record.vocabulary.activity_type(id).id);
        let works: Vec<_> = record.entries.iter().filter(|entry| is_looked_at(entry.contribution.activity_type)).collect();
        if works.is_empty() {
            return Evidence::not_assessed("no article, talk or other work that could repeat one", self);
        }
        let is_repeat = repeats(works.iter().map(|entry| entry.work));
        let repeated = works.iter().zip(is_repeat).filter(|(_, is_repeat)| *is_repeat);
        let repeated: Vec<_> = repeated.map(|(entry, _)| entry.contribution).collect();
        let share = 1.0 - repeated.len() as f64 / works.len() as f64;
        let fact = match repeated.len() {
            0 => "no repeats".into(),
            found => {
                let [new, all] = [works.len() - found, works.len()].map(|count| text::number(count as f64));
                format!("{new} of {all} are new ({})", text::percent(share))
            }
        };
        Evidence::number(reaches(share, self.share.0), share, fact, self).about(repeated).phrase_entries()
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::percent(self.share.0),
            unit: "share of entries",
            target: Some(self.share.0),
            phrases: &["entries"],
            remedy: Remedy::NoActivity,
        }
    }
}
