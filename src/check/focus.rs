//! How much of the amount is about the declared categories or the person's own technology areas.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, Share, reaches};
use crate::record::{Entry, Record};
use crate::text;

/// How much is to be in focus.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Focus {
    /// At least this share of the amount of the entries that state an area.
    pub(crate) share: Share,
}

/// Entries that state an area make at least this share of the amount, or nothing is said of the rest.
/// Source: guidance, "How each is measured", focus.
const STATED_SHARE: f64 = 0.5;

impl Measure for Focus {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        if !record.has_focus() {
            return Evidence::not_assessed("no technology area to focus on is named", self)
                .phrase("state", || "your own `technology-areas` in [profile]".into());
        }
        let (stating, silent): (Vec<&Entry<'p>>, Vec<&Entry<'p>>) =
            record.entries.iter().partition(|entry| entry.is_in_focus.is_some());
        let amount_of = |entries: &[&Entry<'p>]| entries.iter().map(|entry| entry.amount).sum::<f64>();
        let stated = amount_of(&stating);
        if stating.is_empty() || !reaches(stated, STATED_SHARE * record.amount()) {
            let evidence = Evidence::not_assessed("most of it states no technology area", self);
            let evidence = evidence.about(silent.into_iter().map(|entry| entry.contribution));
            let lines = evidence.lines();
            return evidence.phrase("state", || format!("`technology-areas` in the entries of {lines}"));
        }
        let (inside, outside): (Vec<&Entry<'p>>, Vec<&Entry<'p>>) =
            stating.into_iter().partition(|entry| entry.is_in_focus == Some(true));
        let share = amount_of(&inside) / stated;
        let is_met = reaches(share, self.share.0);
        let fact = format!("{} of what states an area is in your areas", text::percent(share));
        let evidence = Evidence::number(is_met, share, fact, self);
        let about = if is_met { inside } else { outside };
        evidence.about_heaviest(about, |entry| entry.amount).phrase_entries()
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::percent(self.share.0),
            unit: "share of the amount",
            target: Some(self.share.0),
            phrases: &["entries", "state"],
            remedy: Remedy::NoActivity,
        }
    }
}
