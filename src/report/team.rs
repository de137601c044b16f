//! What is kept of each profile of a team, and what they have in common: little enough that thousands of them do not matter.

use std::collections::BTreeMap;

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::guidance::{Criterion, Guidance, Level};
use crate::report::model::{Judged, Report};
use crate::report::row::Row;
use crate::report::words;
use crate::text::date;

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
    /// The gaps, in the order in which they were met.
    pub gaps: Vec<Gap>,
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
    gaps: Vec<Gap>,
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

/// A criterion with a gap.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Id of the criterion.
    pub criterion: String,
    /// Its place in the guidance.
    pub place: usize,
    /// What those who have it do or lack, in the words of the guidance where it has some.
    pub phrase: Option<String>,
    /// How many have it.
    pub people: usize,
    /// For how many of them it is required or recommended.
    pub weighty: usize,
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
            gaps: with_gap(findings).into_iter().map(|criterion| Gap::new(criterion, report.guidance)).collect(),
            guidance: words::guidance(report),
            as_of: date(report.record.as_of),
            always: report.guidance.verdict.always.clone(),
        }
    }
}

impl Gap {
    fn new(criterion: &Criterion, guidance: &Guidance) -> Self {
        let place = guidance.criteria.iter().position(|it| it.id == criterion.id).unwrap_or_default();
        let (id, phrase) = (criterion.id.clone(), criterion.shared.clone());
        Self { criterion: id, place, phrase, people: 1, weighty: usize::from(criterion.level >= Level::Recommended) }
    }
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
        standing.gaps.into_iter().for_each(|gap| self.add_gap(gap));
        self.guidance.add(standing.guidance);
        self.as_of.add(standing.as_of);
        self.always.get_or_insert(standing.always);
    }

    fn add_gap(&mut self, gap: Gap) {
        match self.gaps.iter_mut().find(|known| known.criterion == gap.criterion) {
            Some(known) => {
                known.people += 1;
                known.weighty += gap.weighty;
            }
            None => self.gaps.push(gap),
        }
    }

    /// How many were judged.
    pub fn judged(&self) -> usize {
        self.people - self.not_judged
    }
}

/// Criteria with a gap. Somebody with a gap in both categories is one person with it, and its findings stand side by side.
fn with_gap<'f>(findings: &'f [Finding<'_>]) -> Vec<&'f Criterion> {
    let gaps = findings.iter().filter(|finding| finding.outcome == Outcome::Gap);
    let mut criteria: Vec<&Criterion> = gaps.map(|finding| finding.criterion).collect();
    criteria.dedup_by(|one, other| one.id == other.id);
    criteria
}
