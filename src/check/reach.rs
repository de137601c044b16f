//! How many people the entries reached, online or in a room.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, reaches};
use crate::record::{Entry, Record};
use crate::text;

/// How many people are to be reached: either is enough.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Reach {
    /// At least so many online.
    pub(crate) online: u32,
    /// At least so many in person.
    pub(crate) in_person: u32,
}

impl Measure for Reach {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let reached = record.reached();
        if !reached.is_stated {
            return Evidence::not_assessed("no entry states how many it reached", self);
        }
        let online = record.due(f64::from(self.online));
        let in_person = record.due(f64::from(self.in_person));
        let is_met = reaches(reached.online, online) || reaches(reached.in_person, in_person);
        let fact = format!("{} online, {} in person", text::people(reached.online), text::people(reached.in_person));
        let more = || {
            format!(
                "{} more online or {} more in person",
                text::number((online - reached.online).ceil()),
                text::number((in_person - reached.in_person).ceil())
            )
        };
        let mut evidence = Evidence::number(is_met, reached.total(), fact, self);
        if record.is_open() {
            if online < f64::from(self.online) || in_person < f64::from(self.in_person) {
                evidence.wanted = format!(
                    "{}, {} or {} due so far{}",
                    evidence.wanted,
                    text::number(online),
                    text::number(in_person),
                    text::YARDSTICK
                );
            }
            evidence = evidence.detail("target_now", online).detail("target_in_person_now", in_person);
        }
        let evidence = evidence
            .detail("online", reached.online)
            .detail("in_person", reached.in_person)
            .detail("target_in_person", f64::from(self.in_person))
            .phrase("more", more);
        if is_met {
            let stating = record.entries.iter().filter(|entry| entry.reached.is_stated);
            return evidence.about_heaviest(stating, |entry| entry.reached.total());
        }
        let silent = record.entries.iter().filter(|entry| could_state(entry, record));
        let evidence = evidence.about(silent.map(|entry| entry.contribution));
        let look_up = match evidence.contributions_total {
            0 => String::new(),
            1 => format!("{} states none yet: look it up first.", text::capitalized(&evidence.lines())),
            _ => format!("{} state none yet: look them up first.", text::capitalized(&evidence.lines())),
        };
        evidence.phrase("look_up", || look_up)
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: format!(
                "{} online or {} in person",
                text::number(f64::from(self.online)),
                text::number(f64::from(self.in_person))
            ),
            unit: "people reached",
            target: Some(f64::from(self.online)),
            phrases: &["more", "look_up"],
            remedy: Remedy::Reach,
        }
    }
}

/// Whether an entry states no reach, and neither does a channel for it, though its type has a number that counts as reach.
fn could_state(entry: &Entry<'_>, record: &Record<'_>) -> bool {
    let activity_type = record.vocabulary.activity_type(entry.contribution.activity_type);
    let has_reach = activity_type.metrics.iter().any(|metric| record.vocabulary.metric(metric.id).reach.is_some());
    has_reach && !entry.reached.is_stated && !entry.is_covered
}
