//! How much of the amount lies in one type of activity.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, Share, reaches};
use crate::record::{Entry, Record, nearby};
use crate::text;

/// How much one type may hold.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Concentration {
    /// At most this share of the amount.
    pub(crate) largest_share: Share,
}

impl Measure for Concentration {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let channels = record.amount_by_channel();
        if channels.len() < 2 {
            return Evidence::not_assessed("fewer than two types of activity", self)
                .phrase("more", || "a second type of activity".into());
        }
        let total: f64 = channels.iter().map(|(_, amount)| amount).sum();
        let mut largest = channels[0];
        for channel in &channels[1..] {
            // Of equal ones the first in the vocabulary's order stays.
            if channel.1 > largest.1 {
                largest = *channel;
            }
        }
        let share = largest.1 / total;
        let name = record.vocabulary.channel_name(largest.0);
        let limit = self.largest_share.0;
        let shown = if reaches(limit, share) { text::percent(share) } else { text::percent_up(share) };
        let members: Vec<&Entry<'p>> = record.entries.iter().filter(|entry| channel_of(entry, record) == largest.0).collect();
        Evidence::number(reaches(limit, share), share, format!("{name} are {shown} of the amount"), self)
            .detail_name("channel", largest.0)
            .about_heaviest(members, |entry| entry.amount)
            .phrase("more", || more(largest, total, limit, record))
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: format!("at most {}", text::percent(self.largest_share.0)),
            unit: "share of the amount",
            target: Some(self.largest_share.0),
            phrases: &["more"],
            remedy: Remedy::OtherType,
        }
    }
}

fn channel_of<'r>(entry: &Entry<'_>, record: &'r Record<'_>) -> &'r str {
    &record.vocabulary.activity_type(entry.contribution.activity_type).channel
}

/// How many activities of other types bring the largest just within the limit, with the person's other types as examples.
fn more(largest: (&str, f64), total: f64, limit: f64, record: &Record<'_>) -> String {
    let needed = if limit > 0.0 { (largest.1 / limit - total).ceil().max(1.0) } else { largest.1.ceil() };
    let count = text::counted(needed, "more activity of another type", "more activities of other types");
    let mut others = record.amount_by_type();
    others.retain(|(id, _)| record.vocabulary.activity_type(*id).channel != largest.0);
    match nearby::whole(&others, record.vocabulary) {
        types if types.is_empty() || others.is_empty() => count,
        types => format!("{count}, {types} for example,"),
    }
}
