//! What is kept of each profile of a team, and what they have in common: little enough that thousands of them do not matter.

use std::collections::BTreeMap;

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::{Criterion, Guidance};
use crate::report::annotations::Annotations;
use crate::report::model::{Judged, Report};
use crate::report::row::Row;
use crate::report::words;
use crate::text::{date, named};

#[derive(Clone, Debug, Default)]
pub(crate) struct Team {
    pub(crate) people: usize,
    /// A row for each, where a format lists them before its parts.
    pub(crate) rows: Vec<Row>,
    pub(crate) not_judged: usize,
    pub(crate) verdicts: BTreeMap<&'static str, usize>,
    pub(crate) gaps: BTreeMap<String, usize>,
    /// What people do or lack who have a required or recommended gap, in the order in which it was met.
    pub(crate) shared: Vec<Shared>,
    pub(crate) guidance: Common<String>,
    pub(crate) as_of: Common<String>,
    /// What is always true, as the guidance of the first says it.
    pub(crate) always: Option<String>,
    /// What build services show at the lines of the profiles.
    pub(crate) annotations: Annotations,
    pub(super) lists_people: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Common<T> {
    #[default]
    Unknown,
    Same(T),
    Different,
}

#[derive(Clone, Debug)]
pub(crate) struct Shared {
    /// In the words of the guidance, as "state too few numbers", or by the id of the criterion; several criteria may have the same words.
    pub(crate) words: String,
    /// Place in the guidance of the first such criterion.
    pub(crate) place: usize,
    pub(crate) people: usize,
}

impl<T: PartialEq> Common<T> {
    fn add(&mut self, one: T) {
        *self = match std::mem::take(self) {
            Self::Unknown => Self::Same(one),
            Self::Same(known) if known == one => Self::Same(known),
            Self::Same(_) | Self::Different => Self::Different,
        };
    }
}

/// What somebody with gaps in these criteria does or lacks, each once.
fn shared(criteria: Vec<&Criterion>, guidance: &Guidance) -> Vec<Shared> {
    let mut shared: Vec<Shared> = Vec::with_capacity(criteria.len());
    for criterion in criteria {
        let words = criterion.shared.clone().unwrap_or_else(|| format!("have a gap in {}", named(&criterion.id)));
        // Left empty by a guidance: nothing that people could learn.
        if !words.is_empty() && shared.iter().all(|known| known.words != words) {
            let first = guidance.criteria.iter().position(|it| it.id == criterion.id);
            shared.push(Shared { words, place: first.unwrap_or_default(), people: 1 });
        }
    }
    shared
}

impl Team {
    /// Nobody yet. Only where people are listed a row of each is kept: there may be thousands of them.
    pub(crate) fn new(lists_people: bool) -> Self {
        Self { lists_people, ..Self::default() }
    }

    pub(crate) fn add(&mut self, judged: &Judged<'_>) {
        self.people += 1;
        self.annotations.add(judged);
        if self.lists_people {
            self.rows.push(Row::new(judged));
        }
        match judged {
            Ok(report) => self.add_report(report),
            Err(_) => self.not_judged += 1,
        }
    }

    fn add_report(&mut self, report: &Report<'_>) {
        let findings = &report.assessment.findings;
        *self.verdicts.entry(report.assessment.verdict.name()).or_default() += 1;
        for criterion in with(findings, |finding| finding.outcome == Outcome::Gap) {
            *self.gaps.entry(criterion.id.clone()).or_default() += 1;
        }
        for one in shared(with(findings, |finding| finding.is_weighty_gap()), report.guidance) {
            match self.shared.iter_mut().find(|known| known.words == one.words) {
                Some(known) => {
                    known.people += 1;
                    known.place = known.place.min(one.place);
                }
                None => self.shared.push(one),
            }
        }
        self.guidance.add(words::guidance(report));
        self.as_of.add(date(report.record.as_of));
        self.always.get_or_insert_with(|| report.guidance.verdict.always.clone());
    }

    pub(crate) fn judged(&self) -> usize {
        self.people - self.not_judged
    }
}

/// Criteria with such a finding. Somebody with a gap in both categories is one person with it, and its findings are side by side.
fn with<'f>(findings: &'f [Finding<'_>], is_such: impl Fn(&Finding<'_>) -> bool) -> Vec<&'f Criterion> {
    let mut criteria: Vec<&Criterion> = findings.iter().filter(|it| is_such(it)).map(|finding| finding.criterion).collect();
    criteria.dedup_by(|one, other| one.id == other.id);
    criteria
}
