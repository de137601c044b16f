//! Which contributions say most to somebody who has little time, and which are the newest.

use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::export::model::Selection;
use crate::profile::Contribution;
use crate::record::days::DaySpan;
use crate::record::reach::Reached;
use crate::record::{Entry, Record};

/// What ranks a contribution above another one, the weightiest reason first.
struct Weight {
    has_highlight: bool,
    reached: f64,
    /// One of its numbers reaches its type's threshold.
    is_notable: bool,
    last: NaiveDate,
}

impl Weight {
    fn of(contribution: &Contribution<'_>, entry: Option<&Entry<'_>>, record: &Record<'_>) -> Self {
        let stated = || Reached::of(&contribution.impact, 1.0, record.vocabulary, &[]);
        Self {
            has_highlight: highlight(contribution).is_some(),
            reached: entry.map_or_else(stated, |entry| entry.reached).total(),
            is_notable: entry.is_some_and(|entry| entry.is_notable),
            last: last_day(contribution, record.as_of),
        }
    }

    fn before(&self, other: &Self) -> Ordering {
        let by_highlight = other.has_highlight.cmp(&self.has_highlight);
        let by_reach = || other.reached.total_cmp(&self.reached);
        let by_notable = || other.is_notable.cmp(&self.is_notable);
        by_highlight.then_with(by_reach).then_with(by_notable).then_with(|| other.last.cmp(&self.last))
    }

    fn says_something(&self) -> bool {
        self.has_highlight || self.reached > 0.0 || self.is_notable
    }
}

/// The contributions, the best first: those with a highlight, then by people reached, notable ones, the newest.
pub(crate) fn best_first<'s>(contributions: Vec<&'s Contribution<'s>>, record: &Record<'s>) -> Vec<&'s Contribution<'s>> {
    weighed(contributions, record).into_iter().map(|(contribution, _)| contribution).collect()
}

/// The best ones that say why they mattered or whom they reached, at most `most`.
pub(crate) fn highlights<'s>(record: &Record<'s>, most: usize) -> Vec<&'s Contribution<'s>> {
    let contributions = record.entries.iter().map(|entry| entry.contribution).collect();
    let best = weighed(contributions, record).into_iter().filter(|(_, weight)| weight.says_something());
    best.take(most).map(|(contribution, _)| contribution).collect()
}

fn weighed<'s>(contributions: Vec<&'s Contribution<'s>>, record: &Record<'s>) -> Vec<(&'s Contribution<'s>, Weight)> {
    let entries: HashMap<_, &Entry<'_>> = record.entries.iter().map(|entry| (identity(entry.contribution), entry)).collect();
    let weight =
        |contribution: &Contribution<'_>| Weight::of(contribution, entries.get(&identity(contribution)).copied(), record);
    let mut weighed: Vec<_> = contributions.into_iter().map(|contribution| (contribution, weight(contribution))).collect();
    weighed.sort_by(|(_, one), (_, other)| one.before(other));
    weighed
}

/// As many of the best as are wanted, in the order in which they came, and how many are skipped.
pub(crate) fn wanted<'s>(
    contributions: Vec<&'s Contribution<'s>>,
    selection: &Selection<'s>,
) -> (Vec<&'s Contribution<'s>>, usize) {
    let Some(top) = selection.top else { return (contributions, 0) };
    let left_out = contributions.len().saturating_sub(top);
    let best = best_first(contributions.clone(), selection.record).into_iter().take(top);
    let best: HashSet<_> = best.map(identity).collect();
    (contributions.into_iter().filter(|contribution| best.contains(&identity(contribution))).collect(), left_out)
}

/// Identifies a contribution in its profile: several may be on one line, and say the same.
pub(crate) fn identity(contribution: &Contribution<'_>) -> *const () {
    std::ptr::from_ref(contribution).cast()
}

pub(crate) fn newest_first<'s>(mut contributions: Vec<&'s Contribution<'s>>, as_of: NaiveDate) -> Vec<&'s Contribution<'s>> {
    contributions.sort_by_key(|contribution| Reverse((last_day(contribution, as_of), contribution.date)));
    contributions
}

/// Why it mattered, where the person says so.
pub(crate) fn highlight<'c>(contribution: &'c Contribution<'_>) -> Option<&'c str> {
    contribution.story.highlight.as_deref().filter(|highlight| !highlight.trim().is_empty())
}

fn last_day(contribution: &Contribution<'_>, as_of: NaiveDate) -> NaiveDate {
    DaySpan::covered(contribution.date, contribution.until, as_of).last
}
