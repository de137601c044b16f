//! Which of the found entries a profile has already, and whose numbers grew since.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::import::model::Item;
use crate::link;
use crate::profile::{NewEntry, Profile};
use crate::vocabulary::{MetricId, Vocabulary};

/// What was found, beside a profile.
#[derive(Debug, Default)]
pub struct Sorted {
    /// Entries that the profile does not have.
    pub new: Vec<NewEntry>,
    /// Entries that it has.
    pub known: Vec<Known>,
    /// What is no entry.
    pub skipped: Vec<Skipped>,
}

/// A found entry that the profile has, or that stood above in the same source.
#[derive(Debug)]
pub struct Known {
    /// As it was found.
    pub entry: NewEntry,
    /// Where it is already.
    pub at: KnownAt,
    /// Numbers that the profile states and that grew.
    pub grown: Vec<Growth>,
}

/// Where an entry is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownAt {
    /// In the profile: index of the contribution, and its line.
    Profile {
        /// Index among the contributions.
        index: usize,
        /// Line of its header.
        line: usize,
    },
    /// Among the new ones of the same source: its index there.
    Source(usize),
}

/// A number that grew.
#[derive(Debug, PartialEq)]
pub struct Growth {
    /// Id of the metric.
    pub metric: String,
    /// As the profile states it.
    pub from: f64,
    /// As it was found.
    pub to: f64,
}

/// Something in the source that is no entry.
#[derive(Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Where it stands in the source.
    pub place: String,
    /// Why.
    pub reason: String,
}

/// Sorts what was found into what a profile has and what it has not: an entry is known by the same address and day, or by the same
/// type, title and day.
pub fn sort(items: Vec<Item>, profile: &Profile<'_>, vocabulary: &Vocabulary) -> Sorted {
    let mut index = Index::of(profile, vocabulary);
    let mut sorted = Sorted::default();
    for item in items {
        let entry = match item.found {
            Ok(entry) => entry,
            Err(reason) => {
                sorted.skipped.push(Skipped { place: item.place, reason });
                continue;
            }
        };
        match index.find(&entry) {
            Some(at) => {
                let grown = match at {
                    KnownAt::Profile { index, .. } => grown(&entry, &profile.contributions[index].impact, vocabulary),
                    KnownAt::Source(_) => Vec::new(),
                };
                sorted.known.push(Known { entry, at, grown });
            }
            None => {
                let at = KnownAt::Source(sorted.new.len());
                index.add(&entry.activity_type, &entry.title, entry.date, entry.url.as_deref(), at);
                sorted.new.push(entry);
            }
        }
    }
    sorted
}

/// Where a profile has an entry already.
pub fn same(entry: &NewEntry, profile: &Profile<'_>, vocabulary: &Vocabulary) -> Option<KnownAt> {
    Index::of(profile, vocabulary).find(entry)
}

/// Entries by what they are known by. The first of the same wins.
#[derive(Default)]
struct Index {
    by_address: HashMap<(String, NaiveDate), KnownAt>,
    by_title: HashMap<(String, String, NaiveDate), KnownAt>,
}

impl Index {
    fn of(profile: &Profile<'_>, vocabulary: &Vocabulary) -> Self {
        let mut index = Self::default();
        for (at, contribution) in profile.contributions.iter().enumerate() {
            let known = KnownAt::Profile { index: at, line: contribution.line };
            let activity_type = &vocabulary.activity_type(contribution.activity_type).id;
            index.add(activity_type, &contribution.title, contribution.date, contribution.url.as_deref(), known);
        }
        index
    }

    fn add(&mut self, activity_type: &str, title: &str, date: NaiveDate, url: Option<&str>, at: KnownAt) {
        if let Some(address) = address(url) {
            self.by_address.entry((address, date)).or_insert(at);
        }
        self.by_title.entry((activity_type.to_owned(), plain(title), date)).or_insert(at);
    }

    fn find(&self, entry: &NewEntry) -> Option<KnownAt> {
        let by_address = address(entry.url.as_deref()).and_then(|address| self.by_address.get(&(address, entry.date)));
        let title = || self.by_title.get(&(entry.activity_type.clone(), plain(&entry.title), entry.date));
        by_address.or_else(title).copied()
    }
}

fn address(url: Option<&str>) -> Option<String> {
    url.map(link::canonical).filter(|address| !address.is_empty())
}

/// A title without what differs between two copies of it: white space and case.
fn plain(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn grown(entry: &NewEntry, stated: &[(MetricId, f64)], vocabulary: &Vocabulary) -> Vec<Growth> {
    let growth = |(metric, to): &(String, f64)| {
        let id = vocabulary.metric_id(metric)?;
        let (_, from) = stated.iter().find(|(known, _)| *known == id)?;
        (to > from).then(|| Growth { metric: metric.clone(), from: *from, to: *to })
    };
    entry.impact.iter().filter_map(growth).collect()
}
