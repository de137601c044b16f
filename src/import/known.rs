//! Which of the found entries a profile has already, and whose numbers grew since.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::import::model::Item;
use crate::link;
use crate::profile::{NewEntry, Profile};
use crate::text::escape_control_chars;
use crate::vocabulary::{MetricId, Vocabulary};

#[derive(Debug, Default)]
pub(crate) struct Sorted {
    pub(crate) new: Vec<NewEntry>,
    pub(crate) known: Vec<Known>,
    pub(crate) skipped: Vec<Skipped>,
}

/// A found entry that is in the profile, or above in the same source.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) entry: NewEntry,
    pub(crate) at: KnownAt,
    /// Numbers of the profile that grew.
    pub(crate) grown: Vec<Growth>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KnownAt {
    Profile {
        /// Index among the contributions.
        index: usize,
        line: usize,
    },
    /// Among the new ones of the same source: its index there.
    Source(usize),
}

#[derive(Debug, PartialEq)]
pub(crate) struct Growth {
    pub(crate) metric: String,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skipped {
    pub(crate) place: String,
    pub(crate) reason: String,
}

/// Sorts what was found into what a profile has and what it has not: an entry is known by the same address and day, or by the same
/// type, title and day.
pub(crate) fn sort(items: Vec<Item>, profile: &Profile<'_>, vocabulary: &Vocabulary) -> Sorted {
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
    keep_largest(&mut sorted.known);
    sorted
}

/// Of several items for one entry only the largest growth of a number counts: the first of equal ones.
fn keep_largest(known: &mut [Known]) {
    let mut largest: HashMap<(usize, String), (usize, f64)> = HashMap::new();
    let index_of = |known: &Known| match known.at {
        KnownAt::Profile { index, .. } => Some(index),
        KnownAt::Source(_) => None,
    };
    for (at, it) in known.iter().enumerate() {
        let Some(index) = index_of(it) else { continue };
        for growth in &it.grown {
            let best = largest.entry((index, growth.metric.clone())).or_insert((at, growth.to));
            if growth.to > best.1 {
                *best = (at, growth.to);
            }
        }
    }
    for (at, it) in known.iter_mut().enumerate() {
        let Some(index) = index_of(it) else { continue };
        it.grown.retain(|growth| largest.get(&(index, growth.metric.clone())).is_some_and(|(best, _)| *best == at));
    }
}

pub(crate) fn same(entry: &NewEntry, profile: &Profile<'_>, vocabulary: &Vocabulary) -> Option<KnownAt> {
    Index::of(profile, vocabulary).find(entry)
}

/// Entries by what they are known by. The first of the same wins.
#[derive(Default)]
struct Index {
    by_address: HashMap<(String, NaiveDate), KnownAt>,
    by_title: HashMap<(String, String, NaiveDate), (KnownAt, Option<String>)>,
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
        let address = address(url);
        if let Some(address) = address.clone() {
            self.by_address.entry((address, date)).or_insert(at);
        }
        self.by_title.entry((activity_type.to_owned(), plain(title), date)).or_insert((at, address));
    }

    fn find(&self, entry: &NewEntry) -> Option<KnownAt> {
        let address = address(entry.url.as_deref());
        let by_address = address.clone().and_then(|address| self.by_address.get(&(address, entry.date)).copied());
        by_address.or_else(|| {
            let (at, other) = self.by_title.get(&(entry.activity_type.clone(), plain(&entry.title), entry.date))?;
            // One source lists two things at two addresses, such as a talk given twice in a day, as two.
            let are_two = matches!(at, KnownAt::Source(_)) && address.is_some() && other.is_some() && address != *other;
            (!are_two).then_some(*at)
        })
    }
}

fn address(url: Option<&str>) -> Option<String> {
    url.map(link::canonical).filter(|address| !address.is_empty())
}

/// A title without what differs between two copies of it: white space, case, and hidden characters, which an export writes out.
fn plain(title: &str) -> String {
    /// White space that an export writes out, such as the line end of a file with CRLF.
    const WRITTEN_OUT: [&str; 6] = ["\\u{b}", "\\u{c}", "\\u{d}", "\\u{85}", "\\u{2028}", "\\u{2029}"];
    let shown = escape_control_chars(title);
    let shown = WRITTEN_OUT.iter().fold(shown.into_owned(), |shown, written| shown.replace(written, " "));
    shown.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn grown(entry: &NewEntry, stated: &[(MetricId, f64)], vocabulary: &Vocabulary) -> Vec<Growth> {
    let growth = |(metric, to): &(String, f64)| {
        let id = vocabulary.metric_id(metric)?;
        let (_, from) = stated.iter().find(|(known, _)| *known == id)?;
        (to > from).then(|| Growth { metric: metric.clone(), from: *from, to: *to })
    };
    entry.impact.iter().filter_map(growth).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::shipped;
    use crate::profile::read;
    use crate::source::Source;

    /// How many are new, where the known ones are, and what grew, of talks told by title, address and attendees.
    fn sorted(profile: &str, found: &[(&str, Option<&str>, f64)]) -> (usize, Vec<KnownAt>, Vec<f64>) {
        let vocabulary = shipped("workshop-2020").unwrap().vocabulary;
        let source = Source::new("profile.toml", profile);
        let (profile, problems) = read(&source).resolve(&vocabulary, &|_| None);
        assert_eq!(problems.errors(), 0);
        let items = found.iter().map(|(title, url, attendees)| {
            let mut entry = NewEntry::new("talk", title, "2026-05-01".parse().unwrap());
            entry.url = url.map(str::to_owned);
            entry.impact = vec![("attendees".into(), *attendees)];
            Item { place: String::new(), found: Ok(entry) }
        });
        let sorted = sort(items.collect(), &profile, &vocabulary);
        let grown = sorted.known.iter().flat_map(|known| &known.grown).map(|growth| growth.to).collect();
        (sorted.new.len(), sorted.known.iter().map(|known| known.at).collect(), grown)
    }

    const TALK: &str =
        "[[contribution]]\ntype = \"talk\"\ntitle = \"\\tA\\u200b ##talk\"\ndate = 2026-05-01\nimpact = { attendees = 16 }\n";

    #[test]
    fn a_title_is_known_again_as_an_export_writes_it() {
        let at = KnownAt::Profile { index: 0, line: 1 };
        for title in ["A\u{200b} ##talk", "a\\u{200b} # #talk"] {
            assert_eq!(sorted(TALK, &[(title, Some("https://example.org/1"), 16.0)]), (0, vec![at], vec![]), "{title:?}");
        }
    }

    #[test]
    fn a_title_that_spans_lines_is_recognised() {
        let at = KnownAt::Profile { index: 0, line: 1 };
        for line_end in ["\n", "\r\n", "\\r\n", "\\u0085", "\\u2028\\u000b"] {
            let talk = format!("[[contribution]]\ntype = \"talk\"\ntitle = \"\"\"A{line_end}B\"\"\"\ndate = 2026-05-01\n");
            for title in ["A B", "a\\u{d} b", "A\r\nB"] {
                assert_eq!(sorted(&talk, &[(title, None, 16.0)]), (0, vec![at], vec![]), "{line_end:?} {title:?}");
            }
        }
    }

    #[test]
    fn one_source_may_list_a_title_at_two_addresses() {
        let (morning, afternoon) = (Some("https://example.org/morning"), Some("https://example.org/afternoon"));
        assert_eq!(sorted("", &[("B", morning, 1.0), ("B", afternoon, 1.0)]), (2, vec![], vec![]));
        assert_eq!(sorted("", &[("B", morning, 1.0), ("B", None, 1.0)]), (1, vec![KnownAt::Source(0)], vec![]));
    }

    #[test]
    fn of_several_that_grew_the_largest_counts_once() {
        let (_, known, grown) =
            sorted(TALK, &[("A\u{200b} ##talk", None, 50.0), ("A\u{200b} ##talk", None, 70.0), ("A\u{200b} ##talk", None, 70.0)]);
        assert_eq!((known.len(), grown), (3, vec![70.0]));
    }
}
