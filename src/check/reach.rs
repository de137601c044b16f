//! How many people the entries reached, online or in a room.

use serde::Deserialize;

use crate::evidence::{Evidence, Measure, reaches};
use crate::record::Record;
use crate::text;

/// How many people are to be reached: either is enough.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reach {
    /// At least so many online.
    pub online: u32,
    /// At least so many in person.
    pub in_person: u32,
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
        let fact =
            format!("{} online, {} in person", text::number(reached.online.floor()), text::number(reached.in_person.floor()));
        let more = || {
            format!(
                "{} more online or {} more in person",
                text::number((online - reached.online).ceil()),
                text::number((in_person - reached.in_person).ceil())
            )
        };
        let mut evidence = Evidence::number(is_met, reached.total(), fact, self);
        if record.is_open() {
            evidence.wanted =
                format!("{}, {} or {} due by today", evidence.wanted, text::number(online), text::number(in_person));
            evidence = evidence.detail("target_now", online).detail("target_in_person_now", in_person);
        }
        evidence
            .detail("online", reached.online)
            .detail("in_person", reached.in_person)
            .detail("target_in_person", f64::from(self.in_person))
            .about_heaviest(record.entries.iter().filter(|entry| entry.reached.is_stated), |entry| entry.reached.total())
            .phrase("more", more)
    }

    fn wanted(&self) -> String {
        format!("{} online or {} in person", text::number(f64::from(self.online)), text::number(f64::from(self.in_person)))
    }

    fn unit(&self) -> &'static str {
        "people reached"
    }

    fn target(&self) -> Option<f64> {
        Some(f64::from(self.online))
    }

    fn phrases(&self) -> &'static [&'static str] {
        &["more"]
    }
}
