//! Finds drafts that close the gaps: one move after the other for the first gap that is open, then without what was not needed.

use crate::assess::Finding;
use crate::evidence::{Detail, Evidence};
use crate::plan::draft::Draft;
use crate::plan::moves::Mover;
use crate::plan::trial::{Trial, is_gap};
use crate::record::Record;

/// More things to do than these are no plan.
const MOST_DRAFTS: usize = 60;

/// Moves after which no gap is worked on any more, should two of them open each other.
const MOST_MOVES: usize = 300;

/// A search for one way.
#[derive(Debug)]
pub struct Search<'s, 'a> {
    trial: &'s Trial<'s, 'a>,
    mover: Mover<'s, 'a>,
}

impl<'s, 'a> Search<'s, 'a> {
    /// A search in the manner of a variant.
    pub fn new(trial: &'s Trial<'s, 'a>, variant: usize) -> Self {
        Self { trial, mover: Mover { facts: trial.facts, days: trial.days, variant } }
    }

    /// Drafts that close what they can; those for a gap that they cannot close are taken back.
    pub fn run(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut given_up: Vec<usize> = Vec::new();
        // The gap that is worked on, and the drafts before that.
        let mut begun: (Option<usize>, Vec<Draft>) = (None, Vec::new());
        for _ in 0..MOST_MOVES {
            let Some((at, moved)) = self.next(&drafts, &given_up) else { break };
            if begun.0 != Some(at) {
                begun = (Some(at), drafts.clone());
            }
            match moved.filter(|moved| moved.len() <= MOST_DRAFTS && self.brings_nearer(at, &drafts, moved)) {
                Some(moved) => drafts = moved,
                None => {
                    given_up.push(at);
                    drafts = std::mem::take(&mut begun.1);
                    begun.0 = None;
                }
            }
        }
        self.without_needless(drafts)
    }

    /// The first open gap that is not given up, and the drafts after a move for it.
    fn next(&self, drafts: &[Draft], given_up: &[usize]) -> Option<(usize, Option<Vec<Draft>>)> {
        self.trial.seen(drafts, |record, assessment| {
            let findings = assessment.findings.iter().enumerate();
            let mut open = findings.filter(|(at, finding)| is_gap(finding) && !given_up.contains(at));
            open.next().map(|(at, finding)| (at, self.moved(drafts, record, finding)))
        })
    }

    fn moved(&self, drafts: &[Draft], record: &Record<'_>, finding: &Finding<'_>) -> Option<Vec<Draft>> {
        match finding.category {
            Some(category) => self.mover.moved(drafts, &record.of_category(category), finding),
            None => self.mover.moved(drafts, record, finding),
        }
    }

    /// Whether a gap is closed, or one of its numbers is another.
    fn brings_nearer(&self, at: usize, drafts: &[Draft], moved: &[Draft]) -> bool {
        let numbers = |drafts: &[Draft]| {
            self.trial
                .seen(drafts, |_, assessment| (is_gap(&assessment.findings[at]), numbers(&assessment.findings[at].evidence)))
        };
        let (before, after) = (numbers(drafts), numbers(moved));
        !after.0 || before.1 != after.1
    }

    /// The drafts without those, and without those numbers, that keep no gap closed.
    fn without_needless(&self, mut drafts: Vec<Draft>) -> Vec<Draft> {
        let rest = self.trial.gaps(&drafts);
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

/// All numbers that an evidence holds.
fn numbers(evidence: &Evidence<'_>) -> Vec<Option<f64>> {
    let details = evidence.details.iter().map(|(_, detail)| match detail {
        Detail::Number(number) => Some(*number),
        Detail::Name(_) => None,
    });
    [evidence.measured].into_iter().chain(details).collect()
}
