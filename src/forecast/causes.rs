//! Why a criterion comes out otherwise than on the day before: what left the window, what entered it, or which date passed.

use crate::assess::{Assessment, assess};
use crate::check::Check;
use crate::evidence::Outcome;
use crate::forecast::moves::{Event, EventKind, Move, moves};
use crate::guidance::Guidance;
use crate::record::{Record, Rule};

#[derive(Clone, Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) record: Record<'a>,
    pub(crate) assessment: Assessment<'a>,
}

impl<'a> Judged<'a> {
    pub(crate) fn new(guidance: &'a Guidance, record: Record<'a>) -> Self {
        let assessment = assess(guidance, &record);
        Self { record, assessment }
    }
}

/// What changed an outcome from one day to the next.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reason<'a> {
    Events {
        /// At most [`MOST_NAMED`] of them, in the order of the file.
        events: Vec<Event<'a>>,
        total: usize,
    },
    WaiverEnds,
    /// A new cycle begins, which counts its own days only.
    CycleBegins,
    /// A limit of days is passed, or more is due by now: since the entry, where it is one.
    DaysPass(Option<Event<'a>>),
}

/// Events that a reason names: as many contributions as an evidence does.
pub(crate) const MOST_NAMED: usize = crate::evidence::MOST_CONTRIBUTIONS;

/// Events of one day that are looked at one by one. Where more come together, they are the reason together.
const MOST_TRIED: usize = 50;

/// What is other on a day than on the one before it.
pub(crate) struct Overnight<'r, 'a> {
    before: &'r Judged<'a>,
    after: &'r Judged<'a>,
    moves: Vec<Move<'r, 'a>>,
    /// What each move does for itself; empty where there are too many.
    trials: Vec<Tried<'a>>,
    /// How the day comes out where nothing moves.
    days_only: Assessment<'a>,
}

/// The record, checked with one move made or skipped.
struct Tried<'a> {
    event: Event<'a>,
    assessment: Assessment<'a>,
}

impl<'r, 'a> Overnight<'r, 'a> {
    pub(crate) fn new(guidance: &'a Guidance, before: &'r Judged<'a>, after: &'r Judged<'a>) -> Self {
        let moves = moves(&before.record, &after.record);
        let (entries, channels) = (before.record.entries.clone(), before.record.channels.clone());
        let days_only = assess(guidance, &Record { entries, channels, ..after.record.clone() });
        let mut overnight = Self { before, after, moves, trials: Vec::new(), days_only };
        if overnight.moves.len() <= MOST_TRIED {
            let trial = |it: &Move<'r, 'a>| {
                let event = it.event()?;
                let record = it.tried(&before.record, &after.record)?;
                Some(Tried { event, assessment: assess(guidance, &record) })
            };
            overnight.trials = overnight.moves.iter().filter_map(trial).collect();
        }
        overnight
    }

    /// Why the finding at a place came out otherwise.
    pub(crate) fn reason(&self, at: usize) -> Reason<'a> {
        let (was, is) = (&self.before.assessment.findings[at], &self.after.assessment.findings[at]);
        let window = self.after.record.window;
        if window.rule == Rule::Cycle && window.from == self.after.record.as_of {
            return Reason::CycleBegins;
        }
        if was.outcome == Outcome::Waived && is.outcome == Outcome::Gap {
            return Reason::WaiverEnds;
        }
        let days_do_it = self.days_only.findings[at].outcome == is.outcome;
        let mut events = if days_do_it { Vec::new() } else { self.events(at) };
        if events.is_empty() {
            let is_old = is.outcome == Outcome::Gap && matches!(is.criterion.check, Check::Freshness(_));
            return Reason::DaysPass(is.evidence.contributions.first().copied().filter(|_| is_old).map(Event::passed));
        }
        let total = events.len();
        events.truncate(MOST_NAMED);
        Reason::Events { events, total }
    }

    /// What changed a finding: what does so for itself; else what brings it nearer to that; else all that moved.
    fn events(&self, at: usize) -> Vec<Event<'a>> {
        let of = |is_meant: &dyn Fn(&Tried<'a>) -> bool| -> Vec<Event<'a>> {
            self.trials.iter().filter(|trial| is_meant(trial)).map(|trial| trial.event).collect()
        };
        let alone = of(&|trial| trial.assessment.findings[at].outcome != self.base(trial).findings[at].outcome);
        if !alone.is_empty() {
            return alone;
        }
        let measured = |assessment: &Assessment<'_>| assessment.findings[at].evidence.measured;
        let change = difference(measured(&self.before.assessment), measured(&self.after.assessment));
        let toward = of(&|trial| {
            let effect = difference(measured(self.base(trial)), measured(&trial.assessment));
            // Its trial is without what entered, which turns the sign.
            let effect = if trial.event.kind == EventKind::Leaves { effect } else { -effect };
            effect * change > 0.0
        });
        let all: Vec<Event<'a>> = self.moves.iter().filter_map(Move::event).collect();
        let whole = all.iter().copied().filter(|event| event.is_whole).collect();
        [toward, whole].into_iter().find(|events| !events.is_empty()).unwrap_or(all)
    }

    fn base(&self, trial: &Tried<'_>) -> &Assessment<'a> {
        if trial.event.kind == EventKind::Leaves { &self.before.assessment } else { &self.after.assessment }
    }
}

/// By how much a measured number grew; nothing where it is not measured on both days.
fn difference(from: Option<f64>, to: Option<f64>) -> f64 {
    from.zip(to).map_or(0.0, |(from, to)| to - from)
}
