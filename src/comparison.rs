//! What is new since an earlier report: how criteria came out, which entries count, which numbers grew.

pub(crate) mod baseline;
pub(crate) mod known;

use chrono::NaiveDate;

use crate::assess::{Assessment, Finding};
use crate::evidence::{MOST_CONTRIBUTIONS, Outcome};
use crate::guidance::Level;
use crate::profile::Contribution;
use crate::record::Record;
use crate::vocabulary::Vocabulary;
use baseline::{BaselineActivity, BaselineContribution, BaselineFinding, BaselineReport};
use known::KnownEntries;

/// A report beside an earlier one of the same person.
#[derive(Clone, Debug)]
pub(crate) struct Comparison<'a> {
    pub(crate) as_of: NaiveDate,
    pub(crate) guidance: String,
    /// Gaps that were none.
    pub(crate) new: Vec<Change<'a>>,
    /// Gaps that are none any more.
    pub(crate) fixed: Vec<Change<'a>>,
    pub(crate) same: Vec<Change<'a>>,
    pub(crate) changed: Vec<Change<'a>>,
    /// Entries that came and went; `None` where the earlier report lists none.
    pub(crate) entries: Option<EntryChanges<'a>>,
    /// Numbers that grew: sums of all, then those of entries, the largest growth first; at most [`MOST_CONTRIBUTIONS`] of these.
    pub(crate) numbers: Vec<Growth<'a>>,
    pub(crate) differs: bool,
}

/// How a criterion came out then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change<'a> {
    pub(crate) criterion: &'a str,
    /// The declared category that it is judged for.
    pub(crate) category: Option<&'a str>,
    pub(crate) level: Level,
    /// How it came out then; `None` where it was not judged.
    pub(crate) from: Option<Outcome>,
    pub(crate) to: Outcome,
}

#[derive(Clone, Debug)]
pub(crate) struct EntryChanges<'a> {
    /// Entries that count and did not, in the order of the file.
    pub(crate) added: Vec<&'a Contribution<'a>>,
    /// How many counted and do not any more.
    pub(crate) left: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct Growth<'a> {
    /// What is counted: `amount`, `online`, `in_person`, or the id of a metric.
    pub(crate) name: &'a str,
    /// The entry that states it; `None` for a sum of all.
    pub(crate) contribution: Option<&'a Contribution<'a>>,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

impl<'a> Comparison<'a> {
    pub(crate) fn new(record: &Record<'a>, assessment: &Assessment<'a>, earlier: &BaselineReport) -> Self {
        let sums = sums_that_differ(record, &earlier.activity);
        let mut comparison = Self {
            as_of: earlier.as_of,
            guidance: earlier.guidance.id.clone(),
            new: Vec::new(),
            fixed: Vec::new(),
            same: Vec::new(),
            changed: Vec::new(),
            entries: None,
            differs: !sums.is_empty(),
            numbers: sums.into_iter().filter(|sum| sum.to > sum.from).collect(),
        };
        for finding in &assessment.findings {
            comparison.add(change(finding, record, &earlier.findings));
        }
        if let Some(contributions) = &earlier.activity.contributions {
            comparison.add_entries(record, contributions);
        }
        comparison
    }

    pub(crate) fn has_new_gap_from(&self, level: Level) -> bool {
        self.new.iter().any(|change| change.level >= level)
    }

    pub(crate) fn is_nothing(&self) -> bool {
        let has_entries = self.entries.as_ref().is_some_and(|entries| !entries.added.is_empty() || entries.left > 0);
        let has_changes = [&self.new, &self.fixed, &self.changed].iter().any(|changes| !changes.is_empty());
        !has_entries && !has_changes && !self.differs
    }

    fn add(&mut self, change: Change<'a>) {
        let was_gap = change.from == Some(Outcome::Gap);
        match (was_gap, change.to == Outcome::Gap) {
            (false, true) => self.new.push(change),
            (true, false) => self.fixed.push(change),
            (true, true) => self.same.push(change),
            (false, false) if change.from != Some(change.to) => self.changed.push(change),
            (false, false) => {}
        }
    }

    fn add_entries(&mut self, record: &Record<'a>, earlier: &[BaselineContribution]) {
        let mut known = KnownEntries::new(earlier);
        // Titles first, in all of the file: only then may an address lead to an entry whose title was changed.
        let by_title: Vec<Option<&BaselineContribution>> =
            record.entries.iter().map(|entry| known.by_title(entry.contribution, record.vocabulary)).collect();
        let mut added = Vec::new();
        let mut grown = Vec::new();
        for (entry, same) in record.entries.iter().zip(by_title) {
            match same.or_else(|| known.by_address(entry.contribution, record.vocabulary)) {
                Some(earlier) => {
                    let numbers = numbers_that_differ(entry.contribution, earlier, record.vocabulary);
                    self.differs |= !numbers.is_empty() || earlier.impact.len() != entry.contribution.impact.len();
                    // What was not stated then did not grow.
                    let has_grown = |it: &Growth<'_>| it.to > it.from && earlier.impact.contains_key(it.name);
                    grown.extend(numbers.into_iter().filter(has_grown));
                }
                None => added.push(entry.contribution),
            }
        }
        grown.sort_by(|a, b| (b.to - b.from).total_cmp(&(a.to - a.from)));
        grown.truncate(MOST_CONTRIBUTIONS);
        self.numbers.extend(grown);
        self.entries = Some(EntryChanges { added, left: known.left() });
    }
}

fn change<'a>(finding: &Finding<'a>, record: &Record<'a>, earlier: &[BaselineFinding]) -> Change<'a> {
    let category = finding.category.map(|at| record.profile.categories[at].name.as_str());
    let is_same = |then: &&BaselineFinding| then.criterion == finding.criterion.id && then.category.as_deref() == category;
    Change {
        criterion: &finding.criterion.id,
        category,
        level: finding.criterion.level,
        from: earlier.iter().find(is_same).map(|then| then.outcome),
        to: finding.outcome,
    }
}

/// Numbers that differ by less are the same: sums of shares are not exact.
const SAME: f64 = 1e-9;

fn sums_that_differ<'a>(record: &Record<'_>, earlier: &BaselineActivity) -> Vec<Growth<'a>> {
    let reached = record.reached();
    let sums = [
        ("amount", earlier.amount, record.amount()),
        ("online", earlier.reach.online, reached.online),
        ("in_person", earlier.reach.in_person, reached.in_person),
    ];
    let differing = sums.into_iter().filter(|(_, from, to)| (to - from).abs() > SAME);
    differing.map(|(name, from, to)| Growth { name, contribution: None, from, to }).collect()
}

/// Numbers of an entry that are others than they were; one that was not stated counts as 0.
fn numbers_that_differ<'a>(
    contribution: &'a Contribution<'a>,
    earlier: &BaselineContribution,
    vocabulary: &'a Vocabulary,
) -> Vec<Growth<'a>> {
    let stated = contribution.impact.iter().map(|(id, to)| (vocabulary.metric(*id).id.as_str(), *to));
    let differing = stated.filter_map(|(name, to)| {
        let from = earlier.impact.get(name).copied().unwrap_or(0.0);
        ((to - from).abs() > SAME).then_some(Growth { name, contribution: Some(contribution), from, to })
    });
    differing.collect()
}
