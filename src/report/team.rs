//! What is kept of each profile of a team, and what they have in common: little enough that thousands of them do not matter.

use std::collections::BTreeMap;

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::guidance::{Criterion, Guidance};
use crate::report::model::{Judged, Report};
use crate::report::row::Row;
use crate::report::words;
use crate::text::{date, named};

/// Several people, in the order in which they were named.
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// How many there are.
    pub people: usize,
    /// What is told of each, where a format lists them before its parts.
    pub rows: Vec<Row>,
    /// How many could not be judged.
    pub not_judged: usize,
    /// How many have which verdict.
    pub verdicts: BTreeMap<&'static str, usize>,
    /// How many have a gap, by criterion.
    pub gaps: BTreeMap<String, usize>,
    /// What people do or lack who have a required or recommended gap, in the order in which it was met.
    pub shared: Vec<Shared>,
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

/// What a team keeps of one of its people.
#[derive(Clone, Debug)]
pub struct Member {
    row: Option<Row>,
    /// `None` where nothing was judged.
    standing: Option<Standing>,
}

/// What a team keeps of somebody who was judged.
#[derive(Clone, Debug)]
struct Standing {
    verdict: Verdict,
    /// How many findings there are, and how many of them are a gap.
    findings: [usize; 2],
    gaps: Vec<String>,
    shared: Vec<Shared>,
    guidance: String,
    as_of: String,
    always: String,
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

/// What several people do or lack.
#[derive(Clone, Debug)]
pub struct Shared {
    /// In the words of the guidance, as "state too few numbers", or by the id of the criterion; several criteria may have the same words.
    pub words: String,
    /// Place in the guidance of the first such criterion.
    pub place: usize,
    /// How many do.
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
}

impl Member {
    /// What is kept of a profile, perhaps with its row.
    pub fn new(judged: &Judged<'_>, has_row: bool) -> Self {
        Self { row: has_row.then(|| Row::new(judged)), standing: judged.as_ref().ok().map(Standing::new) }
    }
}

impl Standing {
    fn new(report: &Report<'_>) -> Self {
        let findings = &report.assessment.findings;
        let gaps = findings.iter().filter(|finding| finding.outcome == Outcome::Gap);
        Self {
            verdict: report.assessment.verdict,
            findings: [findings.len(), gaps.clone().count()],
            gaps: with(findings, |finding| finding.outcome == Outcome::Gap).into_iter().map(|it| it.id.clone()).collect(),
            shared: shared(with(findings, |finding| finding.is_weighty_gap()), report.guidance),
            guidance: words::guidance(report),
            as_of: date(report.record.as_of),
            always: report.guidance.verdict.always.clone(),
        }
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
    /// Adds one more.
    pub fn add(&mut self, member: Member) {
        self.people += 1;
        self.rows.extend(member.row);
        let Some(standing) = member.standing else {
            self.not_judged += 1;
            return;
        };
        *self.verdicts.entry(standing.verdict.name()).or_default() += 1;
        let [findings, with_gap] = standing.findings;
        self.findings += findings;
        self.findings_with_gap += with_gap;
        standing.gaps.into_iter().for_each(|criterion| *self.gaps.entry(criterion).or_default() += 1);
        for one in standing.shared {
            match self.shared.iter_mut().find(|known| known.words == one.words) {
                Some(known) => {
                    known.people += 1;
                    known.place = known.place.min(one.place);
                }
                None => self.shared.push(one),
            }
        }
        self.guidance.add(standing.guidance);
        self.as_of.add(standing.as_of);
        self.always.get_or_insert(standing.always);
    }

    /// How many were judged.
    pub fn judged(&self) -> usize {
        self.people - self.not_judged
    }
}

/// Criteria with such a finding. Somebody with a gap in both categories is one person with it, and its findings stand side by side.
fn with<'f>(findings: &'f [Finding<'_>], is_such: impl Fn(&Finding<'_>) -> bool) -> Vec<&'f Criterion> {
    let mut criteria: Vec<&Criterion> = findings.iter().filter(|it| is_such(it)).map(|finding| finding.criterion).collect();
    criteria.dedup_by(|one, other| one.id == other.id);
    criteria
}
