//! Sums over the entries that a criterion is checked on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::model::{Entry, Person, metric};
use super::window::{Counted, Window};
use crate::guidance::Guidance;
use crate::vocabulary::Reach;

/// What a criterion is checked on: the whole record, or one category's part of it.
pub struct Part<'p> {
    pub person: &'p Person,
    pub guidance: &'p Guidance,
    pub window: &'p Window,
    pub entries: Vec<&'p Counted<'p>>,
    /// The channels that add to this part's reach.
    pub channels: Vec<&'p Counted<'p>>,
    /// All counted channels in the file's order: each covers entries of any part.
    pub covering: &'p [Counted<'p>],
}

pub fn amount(entries: &[&Counted]) -> f64 {
    entries.iter().map(|counted| counted.amount()).sum()
}

impl Part<'_> {
    pub fn those(&self, which: impl Fn(&Entry) -> bool) -> Vec<&Counted<'_>> {
        self.entries.iter().copied().filter(|counted| which(counted.entry)).collect()
    }

    pub fn active_days(&self) -> BTreeSet<NaiveDate> {
        self.entries.iter().flat_map(|counted| counted.active_days()).collect()
    }

    /// "channels with a counted entry", in the vocabulary's order, with the amount of each.
    pub fn by_channel(&self) -> Vec<(&str, f64)> {
        let types = &self.guidance.vocabulary.types;
        let mut channels: Vec<&str> = vec![];
        for known in types {
            if !channels.contains(&known.channel.as_str()) {
                channels.push(&known.channel);
            }
        }
        let of = |channel: &str| self.those(|entry| types.iter().any(|known| known.id == entry.kind && known.channel == channel));
        let used = channels.into_iter().filter(|channel| !of(channel).is_empty());
        used.map(|channel| (channel, amount(&of(channel)))).collect()
    }

    /// "The first channel in the file that covers an entry does."
    pub fn channel_over(&self, entry: &Entry) -> Option<&Entry> {
        self.covering.iter().map(|channel| channel.entry).find(|channel| channel.covers(entry))
    }

    pub fn side(&self, id: &str) -> Option<Reach> {
        metric(&self.guidance.vocabulary, id).reach
    }

    /// "sum of all reach metrics, unrounded", of one side. "Flow metrics count by share"; covered entries "add none of the
    /// metrics that it states."
    pub fn reach_of(&self, side: Reach) -> f64 {
        let adds = |counted: &Counted, over: Option<&Entry>| {
            let of_side = counted.entry.impact.iter().filter(|(id, _)| self.side(id) == Some(side));
            let own = of_side.filter(|(id, _)| !over.is_some_and(|channel| channel.impact.contains_key(*id)));
            own.map(|(_, stated)| stated * counted.share()).sum::<f64>()
        };
        let entries: f64 = self.entries.iter().map(|counted| adds(counted, self.channel_over(counted.entry))).sum();
        entries + self.channels.iter().map(|channel| adds(channel, None)).sum::<f64>()
    }

    pub fn activity(&self, all: &[Entry]) -> Value {
        let as_of = self.window.as_of;
        let mut types: BTreeMap<&str, f64> = BTreeMap::new();
        self.entries.iter().for_each(|counted| *types.entry(&counted.entry.kind).or_default() += counted.amount());
        let counts = |entry: &&Entry| self.guidance.vocabulary.type_named(&entry.kind).unwrap().left_out.is_none();
        let counting: Vec<&Entry> = all.iter().filter(counts).collect();
        let in_window = |entry: &Entry| entry.covered_days(as_of).into_iter().any(|day| self.window.has(day));
        json!({
            "entries": self.entries.len(),
            "outside_window": counting.iter().filter(|entry| entry.date <= as_of && !in_window(entry)).count(),
            "planned": counting.iter().filter(|entry| entry.date > as_of).count(),
            "left_out": all.len() - counting.len(),
            "amount": amount(&self.entries),
            "types": types,
            "reach": { "online": self.reach_of(Reach::Online), "in_person": self.reach_of(Reach::InPerson) },
        })
    }
}
