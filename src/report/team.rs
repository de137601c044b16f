//! What is kept of each profile of a team, and what they have in common: little enough that thousands of them do not matter.

use std::collections::BTreeMap;

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::Criterion;
use crate::report::model::{Judged, Report};
use crate::report::row::Row;
use crate::report::words;
use crate::text::date;

/// Several people, in the order in which they were named.
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// What is told of each.
    pub rows: Vec<Row>,
    /// How many could not be judged.
    pub not_judged: usize,
    /// How many have which verdict.
    pub verdicts: BTreeMap<&'static str, usize>,
    /// How many have a gap, by criterion.
    pub gaps: BTreeMap<String, usize>,
    /// The required and recommended gaps, each with how many have it.
    pub weighty: Vec<Weighty>,
    /// Criteria that were judged, of all people.
    pub findings: usize,
    /// Those of them that came out as a gap.
    pub findings_with_gap: usize,
    /// By which guidance they are judged.
    pub guidance: Common<String>,
    /// On which day.
    pub as_of: Common<String>,
    /// What is always true, as the guidance of the first says it.
    pub always: Option<String>,
}

/// What all have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Common<T> {
    /// Nobody was looked at yet.
    #[default]
    Unknown,
    /// It is the same for all.
    Same(T),
    /// It differs.
    Different,
}

/// A required or recommended gap of somebody.
#[derive(Clone, Debug)]
pub struct Weighty {
    /// Id of the criterion.
    pub criterion: String,
    /// Its place in the guidance.
    pub place: usize,
    /// What those who have it do or lack, in the words of the guidance where it has some.
    pub phrase: Option<String>,
    /// How many have it.
    pub people: usize,
}

impl<T: PartialEq> Common<T> {
    /// Looks at one more.
    fn add(&mut self, one: T) {
        *self = match std::mem::take(self) {
            Self::Unknown => Self::Same(one),
            Self::Same(known) if known == one => Self::Same(known),
            Self::Same(_) | Self::Different => Self::Different,
        };
    }

    /// What is the same for all.
    pub fn same(&self) -> Option<&T> {
        if let Self::Same(one) = self { Some(one) } else { None }
    }
}

impl Team {
    /// Adds what became of one more.
    pub fn add(&mut self, judged: &Judged<'_>) {
        self.rows.push(Row::new(judged));
        let Ok(report) = judged else {
            self.not_judged += 1;
            return;
        };
        let findings = &report.assessment.findings;
        *self.verdicts.entry(report.assessment.verdict.name()).or_default() += 1;
        self.findings += findings.len();
        self.findings_with_gap += findings.iter().filter(|finding| finding.outcome == Outcome::Gap).count();
        for criterion in with(findings, |finding| finding.outcome == Outcome::Gap) {
            match self.gaps.get_mut(&criterion.id) {
                Some(people) => *people += 1,
                None => drop(self.gaps.insert(criterion.id.clone(), 1)),
            }
        }
        with(findings, |finding| finding.is_weighty_gap()).into_iter().for_each(|criterion| self.add_weighty(criterion, report));
        self.guidance.add(words::guidance(report));
        self.as_of.add(date(report.record.as_of));
        self.always.get_or_insert_with(|| report.guidance.verdict.always.clone());
    }

    fn add_weighty(&mut self, criterion: &Criterion, report: &Report<'_>) {
        match self.weighty.iter_mut().find(|known| known.criterion == criterion.id) {
            Some(known) => known.people += 1,
            None => {
                let place = report.guidance.criteria.iter().position(|it| it.id == criterion.id).unwrap_or_default();
                let (id, phrase) = (criterion.id.clone(), criterion.shared.clone());
                self.weighty.push(Weighty { criterion: id, place, phrase, people: 1 });
            }
        }
    }

    /// How many were judged.
    pub fn judged(&self) -> usize {
        self.rows.len() - self.not_judged
    }
}

/// Criteria with such a finding. Somebody with a gap in both categories is one person with it, and its findings stand side by side.
fn with<'f>(findings: &'f [Finding<'_>], is_such: impl Fn(&Finding<'_>) -> bool) -> Vec<&'f Criterion> {
    let mut criteria: Vec<&Criterion> = findings.iter().filter(|it| is_such(it)).map(|finding| finding.criterion).collect();
    criteria.dedup_by(|one, other| one.id == other.id);
    criteria
}
