//! How many people an entry reached, by its own numbers or by those of the channel that holds it.

use std::collections::{HashMap, HashSet};

use crate::link;
use crate::profile::{Channel, Contribution};
use crate::vocabulary::{MetricId, Reach, TypeId, Vocabulary};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Reached {
    pub(crate) online: f64,
    pub(crate) in_person: f64,
    /// Whether any such number is stated. A stated 0 is stated.
    pub(crate) is_stated: bool,
}

impl Reached {
    /// What numbers add up to: those that count as reach, flows by the share of days in the window, levels in full. The metrics in
    /// `told_elsewhere` are stated, but add nothing.
    pub(crate) fn of(
        numbers: &[(MetricId, f64)],
        share: f64,
        vocabulary: &Vocabulary,
        told_elsewhere: &[(MetricId, f64)],
    ) -> Self {
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

    pub(crate) fn in_way(&self, reach: Reach) -> f64 {
        match reach {
            Reach::Online => self.online,
            Reach::InPerson => self.in_person,
        }
    }

    pub(crate) fn total(&self) -> f64 {
        self.online + self.in_person
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.online += other.online;
        self.in_person += other.in_person;
        self.is_stated |= other.is_stated;
    }
}

/// Finds the channels that may cover an entry: those of its type whose canonical URL is the entry's or goes on to it. Those of one type and
/// URL are a group: a file may have very many of them, and as many entries below.
#[derive(Debug, Default)]
pub(crate) struct Coverage {
    /// The group of a type and canonical URL.
    by_url: HashMap<TypeId, HashMap<String, usize>>,
    /// How many bytes these URLs have: most parts of a longer one need not be looked for.
    lengths: HashSet<usize>,
}

impl Coverage {
    /// The coverage of these channels, in the order of the file; and of each group their places there.
    pub(crate) fn new(channels: &[Channel<'_>]) -> (Self, Vec<Vec<usize>>) {
        let (mut coverage, mut groups) = (Self::default(), Vec::new());
        for (place, channel) in channels.iter().enumerate() {
            let canonical = link::canonical(&channel.url);
            coverage.lengths.insert(canonical.len());
            let group = *coverage.by_url.entry(channel.activity_type).or_default().entry(canonical).or_insert(groups.len());
            match groups.get_mut(group) {
                None => groups.push(vec![place]),
                Some(places) => places.push(place),
            }
        }
        (coverage, groups)
    }

    /// Groups of the channels that cover an entry. Of those that count on a day the first in the file does.
    pub(crate) fn of(&self, contribution: &Contribution<'_>) -> Box<[usize]> {
        let Some(groups) = self.by_url.get(&contribution.activity_type) else { return Box::default() };
        let Some(url) = contribution.url.as_deref() else { return Box::default() };
        let canonical = link::canonical(url);
        // Each part of the URL that ends before a `/` or `?`, and the whole, may be a channel's.
        let ends = canonical.match_indices(['/', '?']).map(|(at, _)| at).chain([canonical.len()]);
        let ends = ends.filter(|end| self.lengths.contains(end));
        ends.filter_map(|end| groups.get(&canonical[..end]).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn channel(url: &'static str) -> Channel<'static> {
        Channel {
            line: 1,
            activity_type: TypeId(0),
            title: Cow::Borrowed("Channel"),
            url: Cow::Borrowed(url),
            date: chrono::NaiveDate::MIN,
            until: crate::profile::Until::Ongoing,
            category: None,
            impact: crate::profile::model::Numbers::new(),
        }
    }

    #[test]
    fn channels_of_one_address_are_one_group() {
        let urls = ["https://example.org/a", "https://example.org", "http://www.example.org/a/", "https://example.org/a/b"];
        let (coverage, groups) = Coverage::new(&urls.map(channel));
        assert_eq!(groups, [vec![0, 2], vec![1], vec![3]]);
        let entry = |url: &'static str| Contribution {
            line: 1,
            activity_type: TypeId(0),
            title: Cow::Borrowed("Entry"),
            date: chrono::NaiveDate::MIN,
            until: crate::profile::Until::SameDay,
            url: Some(Cow::Borrowed(url)),
            role: None,
            count: 1,
            category: None,
            areas: crate::profile::model::Areas::new(),
            paid: None,
            impact: crate::profile::model::Numbers::new(),
            story: crate::profile::model::Story::default(),
        };
        assert_eq!(*coverage.of(&entry("https://example.org/a/bc/d")), [1, 0]);
        assert_eq!(*coverage.of(&entry("https://example.org/a/b?c=d")), [1, 0, 2]);
        assert!(coverage.of(&entry("https://example.com/a")).is_empty());
    }
}
