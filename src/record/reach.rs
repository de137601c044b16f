//! How many people an entry reached, by its own numbers or by those of the channel that holds it.

use std::collections::HashMap;

use crate::link;
use crate::profile::{Channel, Contribution};
use crate::vocabulary::{MetricId, Reach, TypeId, Vocabulary};

/// People reached.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reached {
    /// From afar: views, downloads and the like.
    pub online: f64,
    /// In a room.
    pub in_person: f64,
    /// Whether any such number is stated. A stated 0 is stated.
    pub is_stated: bool,
}

impl Reached {
    /// What numbers add up to: those that count as reach, flows by the share of days in the window, levels in full. The metrics in
    /// `told_elsewhere` are stated, but add nothing.
    pub fn of(numbers: &[(MetricId, f64)], share: f64, vocabulary: &Vocabulary, told_elsewhere: &[(MetricId, f64)]) -> Self {
        let mut reached = Self::default();
        for (id, value) in numbers {
            let metric = vocabulary.metric(*id);
            let Some(reach) = metric.reach else { continue };
            reached.is_stated = true;
            if told_elsewhere.iter().any(|(told, _)| told == id) {
                continue;
            }
            let value = if metric.level { *value } else { value * share };
            match reach {
                Reach::Online => reached.online += value,
                Reach::InPerson => reached.in_person += value,
            }
        }
        reached
    }

    /// In one way.
    pub fn in_way(&self, reach: Reach) -> f64 {
        match reach {
            Reach::Online => self.online,
            Reach::InPerson => self.in_person,
        }
    }

    /// Online and in person together.
    pub fn total(&self) -> f64 {
        self.online + self.in_person
    }

    /// Adds another's.
    pub fn add(&mut self, other: &Self) {
        self.online += other.online;
        self.in_person += other.in_person;
        self.is_stated |= other.is_stated;
    }
}

/// Finds the channels that may cover an entry: those of its type whose canonical URL is the entry's or goes on to it.
#[derive(Debug, Default)]
pub struct Coverage {
    /// Places of channels in the file, by type and canonical URL.
    by_url: HashMap<(TypeId, String), Vec<usize>>,
}

impl Coverage {
    /// The coverage of these channels, in the order of the file.
    pub fn new(channels: &[Channel<'_>]) -> Self {
        let mut by_url: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, channel) in channels.iter().enumerate() {
            by_url.entry((channel.activity_type, link::canonical(&channel.url))).or_default().push(place);
        }
        Self { by_url }
    }

    /// Places of the channels that cover an entry, in the order of the file. Of those that count on a day the first does.
    pub fn of(&self, contribution: &Contribution<'_>) -> Box<[usize]> {
        let Some(url) = contribution.url.as_deref().filter(|_| !self.by_url.is_empty()) else { return Box::default() };
        let canonical = link::canonical(url);
        // Each part of the URL that ends before a `/` or `?`, and the whole, may be a channel's.
        let ends = canonical.match_indices(['/', '?']).map(|(at, _)| at).chain([canonical.len()]);
        let covering = ends.filter_map(|end| self.by_url.get(&(contribution.activity_type, canonical[..end].to_owned())));
        let mut places: Vec<usize> = covering.flatten().copied().collect();
        places.sort_unstable();
        places.into()
    }
}
