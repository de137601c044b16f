//! Finds drafts that close the gaps: one move after the other for the first gap that is open, then without what was not needed.

use crate::evidence::{Detail, Evidence, Remedy};
use crate::plan::draft::{Draft, most_drafts};
use crate::plan::trial::Trial;
use crate::plan::types::Manner;

/// Moves after which no gap is worked on any more, should two of them open each other.
const MOST_MOVES: usize = 300;

pub(crate) struct Search<'s, 'a> {
    trial: &'s Trial<'s, 'a>,
    manner: Manner<'s, 'a>,
}

/// A gap that is worked on, by its place among the findings.
struct Work {
    at: usize,
    /// The drafts before the first move for it.
    begun: Vec<Draft>,
    before: Vec<Option<f64>>,
}

/// The next gap to work on, by its place among the findings.
struct Next {
    at: usize,
    is_rhythm: bool,
    numbers: Vec<Option<f64>>,
    /// The drafts after a move for it.
    moved: Option<Vec<Draft>>,
}

impl<'s, 'a> Search<'s, 'a> {
    pub(crate) fn new(trial: &'s Trial<'s, 'a>, variant: usize) -> Self {
        Self { trial, manner: Manner { facts: trial.facts, variant, days: trial.days } }
    }

    /// Drafts that close what they can; those for a gap that they cannot close are taken back.
    pub(crate) fn run(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut given_up: Vec<usize> = Vec::new();
        let mut work: Option<Work> = None;
        for _ in 0..MOST_MOVES {
            let Some(Next { at, is_rhythm, numbers, moved }) = self.next(&drafts, &given_up) else { break };
            let (begun, is_stuck) = match work.take() {
                // A pause that is broken may leave another as long.
                Some(work) if work.at == at => (work.begun, work.before == numbers && !is_rhythm),
                _ => (drafts.clone(), false),
            };
            match moved.filter(|moved| !is_stuck && moved.len() <= most_drafts(self.trial.days)) {
                Some(moved) => {
                    drafts = moved;
                    work = Some(Work { at, begun, before: numbers });
                }
                None => {
                    given_up.push(at);
                    drafts = begun;
                }
            }
        }
        self.without_needless(drafts)
    }

    /// The first open gap that is not given up.
    fn next(&self, drafts: &[Draft], given_up: &[usize]) -> Option<Next> {
        self.trial.seen(drafts, |record, assessment| {
            let findings = assessment.findings.iter().enumerate();
            let mut open = findings.filter(|(at, finding)| finding.is_weighty_gap() && !given_up.contains(at));
            let (at, finding) = open.next()?;
            let is_rhythm = matches!(finding.criterion.check.measure().demand().remedy, Remedy::Rhythm(_));
            let moved = match finding.category {
                Some(category) => self.manner.moved(drafts, &record.of_category(category), finding),
                None => self.manner.moved(drafts, record, finding),
            };
            Some(Next { at, is_rhythm, numbers: numbers(&finding.evidence), moved })
        })
    }

    /// The drafts without those, and without those numbers, that keep no gap closed.
    fn without_needless(&self, mut drafts: Vec<Draft>) -> Vec<Draft> {
        let mut rest = self.trial.gaps(&drafts);
        // More activity does not close what activity does not settle.
        rest.extend(self.trial.gaps_beyond_activity());
        let is_enough = |drafts: &[Draft]| self.trial.gaps(drafts).iter().all(|gap| rest.contains(gap));
        for at in (0..drafts.len()).rev() {
            let mut fewer = drafts.clone();
            fewer.remove(at);
            if is_enough(&fewer) {
                drafts = fewer;
            }
        }
        // A number that is to be stated whatever it is: by all or by none, so that like things stay together.
        let mut plainer = drafts.clone();
        plainer.iter_mut().for_each(|draft| draft.impact.retain(|(_, value)| *value > 0.0));
        if is_enough(&plainer) {
            drafts = plainer;
        }
        for at in 0..drafts.len() {
            let mut plainer = drafts.clone();
            plainer[at].impact.retain(|(_, value)| *value <= 0.0);
            if is_enough(&plainer) {
                drafts = plainer;
            }
        }
        drafts
    }
}

fn numbers(evidence: &Evidence<'_>) -> Vec<Option<f64>> {
    let details = evidence.details.iter().map(|(_, detail)| match detail {
        Detail::Number(number) => Some(*number),
        Detail::Name(_) => None,
    });
    [evidence.measured].into_iter().chain(details).collect()
}
