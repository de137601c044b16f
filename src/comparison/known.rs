//! Which entries of an earlier report are known again: by type, day and title, or by their address where the title was changed.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::comparison::baseline::BaselineContribution;
use crate::link;
use crate::profile::Contribution;
use crate::vocabulary::Vocabulary;

/// Entries of an earlier report, to be known again once each.
pub(crate) struct KnownEntries<'e> {
    earlier: &'e [BaselineContribution],
    is_taken: Vec<bool>,
    /// Places by type, day and title; the first of a title last.
    titles: HashMap<(&'e str, NaiveDate, &'e str), Vec<usize>>,
    /// Places by type, day and canonical address; the first of an address last.
    addresses: HashMap<(&'e str, NaiveDate, String), Vec<usize>>,
}

impl<'e> KnownEntries<'e> {
    pub(crate) fn new(earlier: &'e [BaselineContribution]) -> Self {
        let mut known = Self { earlier, is_taken: vec![false; earlier.len()], titles: HashMap::new(), addresses: HashMap::new() };
        for (at, entry) in earlier.iter().enumerate().rev() {
            known.titles.entry((&entry.activity_type, entry.date, &entry.title)).or_default().push(at);
            if let Some(url) = &entry.url {
                known.addresses.entry((&entry.activity_type, entry.date, link::canonical(url))).or_default().push(at);
            }
        }
        known
    }

    pub(crate) fn by_title(
        &mut self,
        entry: &'e Contribution<'_>,
        vocabulary: &'e Vocabulary,
    ) -> Option<&'e BaselineContribution> {
        let activity_type = vocabulary.activity_type(entry.activity_type).id.as_str();
        let at = self.titles.get_mut(&(activity_type, entry.date, &*entry.title))?.pop()?;
        self.is_taken[at] = true;
        Some(&self.earlier[at])
    }

    pub(crate) fn by_address(
        &mut self,
        entry: &'e Contribution<'_>,
        vocabulary: &'e Vocabulary,
    ) -> Option<&'e BaselineContribution> {
        let activity_type = vocabulary.activity_type(entry.activity_type).id.as_str();
        let places = self.addresses.get_mut(&(activity_type, entry.date, link::canonical(entry.url.as_deref()?)))?;
        while let Some(at) = places.pop() {
            if !self.is_taken[at] {
                self.is_taken[at] = true;
                return Some(&self.earlier[at]);
            }
        }
        None
    }

    pub(crate) fn left(&self) -> usize {
        self.is_taken.iter().filter(|is_taken| !**is_taken).count()
    }
}
