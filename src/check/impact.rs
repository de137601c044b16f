//! How many entries are notable: one of their numbers reaches what the guidance names for their type.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, reaches};
use crate::record::{Entry, Record};
use crate::text;

/// How many notable entries are wanted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Impact {
    /// At least so many.
    pub(crate) notable: u32,
}

impl Measure for Impact {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        if record.entries.iter().all(|entry| entry.contribution.impact.is_empty()) {
            return Evidence::not_assessed("no entry states a number", self);
        }
        let notable: Vec<&Entry<'p>> = record.entries.iter().filter(|entry| entry.is_notable).collect();
        let found = notable.len() as f64;
        let due = record.due(f64::from(self.notable));
        let is_met = reaches(found, due);
        let fact = match notable.as_slice() {
            [] => "no notable entry yet".into(),
            _ => text::counted(found, "notable entry", "notable entries"),
        };
        let evidence = Evidence::number(is_met, found, fact, self)
            .due_now(due, record)
            .phrase("more", || text::counted((due - found).max(0.0), "more notable entry", "more notable entries"))
            .phrase("nearest", || nearest(record));
        if is_met {
            return evidence.about_heaviest(notable, |entry| entry.reached.total());
        }
        let others = record.entries.iter().filter(|entry| !entry.is_notable && !entry.contribution.impact.is_empty());
        evidence.about_heaviest(others, |entry| entry.reached.total())
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::counted(f64::from(self.notable), "notable entry", "notable entries"),
            unit: "notable entries",
            target: Some(f64::from(self.notable)),
            phrases: &["more", "nearest"],
            remedy: Remedy::Notable,
        }
    }
}

/// The entry that is closest to being notable, as a sentence; empty where no number of one could make it so.
fn nearest(record: &Record<'_>) -> String {
    let mut nearest: Option<(f64, String)> = None;
    for entry in record.entries.iter().filter(|entry| !entry.is_notable) {
        let contribution = entry.contribution;
        let activity_type = record.vocabulary.activity_type(contribution.activity_type);
        for (id, value) in &contribution.impact {
            let metric = record.vocabulary.metric(*id);
            let each = metric.each(*value, contribution.count);
            let Some(known) = activity_type.metric(*id) else { continue };
            let Some(wanted) = known.notable else { continue };
            let part = each / wanted;
            if nearest.as_ref().is_none_or(|(best, _)| part > *best) {
                let wanted = text::counted(wanted, &metric.one, &metric.many);
                let numbers = format!("{} of {wanted}{}", text::number(each), known.notable_basis.mark());
                nearest = Some((
                    part,
                    format!("Closest: {} (line {}), {numbers}.", text::quoted(&contribution.title), contribution.line),
                ));
            }
        }
    }
    nearest.map_or(String::new(), |(_, sentence)| sentence)
}
