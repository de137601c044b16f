//! Why a criterion comes out otherwise than on the day before: what left the window, what entered it, or which date passed.

use std::ptr;

use crate::assess::{Assessment, assess};
use crate::check::Check;
use crate::evidence::Outcome;
use crate::guidance::Guidance;
use crate::profile::{Channel, Contribution};
use crate::record::days::DaySpan;
use crate::record::{CountedChannel, Entry, Record, Rule};

/// A record with what is found in it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// What counts.
    pub record: Record<'a>,
    /// How it came out.
    pub assessment: Assessment<'a>,
}

impl<'a> Judged<'a> {
    /// Judges a record.
    pub fn new(guidance: &'a Guidance, record: Record<'a>) -> Self {
        let assessment = assess(guidance, &record);
        Self { record, assessment }
    }
}

/// What changed an outcome from one day to the next.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason<'a> {
    /// These left the window or entered it.
    Events {
        /// At most [`MOST_NAMED`] of them, in the order of the file.
        events: Vec<Event<'a>>,
        /// How many there are.
        total: usize,
    },
    /// The waiver held until the day before.
    WaiverEnds,
    /// A new cycle begins, which counts its own days only.
    CycleBegins,
    /// A limit of days is passed, or more is due by now: since the entry, where it is one.
    DaysPass(Option<Event<'a>>),
}

/// Something of the profile that changed an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event<'a> {
    /// Line of its header.
    pub line: usize,
    /// Its title.
    pub title: &'a str,
    /// What it does.
    pub kind: EventKind,
    /// Whether all of it does, or only a day of it.
    pub is_whole: bool,
}

/// What something of the profile does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// Its oldest day is no longer in the window.
    Leaves,
    /// A further day of it counts.
    Enters,
    /// A limit since it has passed.
    Passes,
}

/// Events that a reason names: as many contributions as an evidence does.
pub const MOST_NAMED: usize = crate::evidence::MOST_CONTRIBUTIONS;

/// Events of one day that are looked at one by one. Where more come together, they are the reason together.
const MOST_TRIED: usize = 50;

/// What is other on a day than on the one before it.
pub struct Turn<'r, 'a> {
    guidance: &'a Guidance,
    before: &'r Judged<'a>,
    after: &'r Judged<'a>,
    moves: Vec<Move<'r, 'a>>,
    /// What each move does for itself; empty where there are too many.
    trials: Vec<Trial<'a>>,
}

/// An entry or a channel that counts otherwise than on the day before.
enum Move<'r, 'a> {
    /// An entry, as it counted and as it counts.
    Entry(Option<&'r Entry<'a>>, Option<&'r Entry<'a>>),
    /// A channel, as it counted and as it counts.
    Channel(Option<&'r CountedChannel<'a>>, Option<&'r CountedChannel<'a>>),
}

/// How the record comes out with one move made or left out.
struct Trial<'a> {
    event: Event<'a>,
    assessment: Assessment<'a>,
}

impl<'r, 'a> Turn<'r, 'a> {
    /// Finds what is other, and tries it.
    pub fn new(guidance: &'a Guidance, before: &'r Judged<'a>, after: &'r Judged<'a>) -> Self {
        let entries = pairs(&before.record.entries, &after.record.entries, |entry| ptr::from_ref(entry.contribution));
        let channels = pairs(&before.record.channels, &after.record.channels, |counted| ptr::from_ref(counted.channel));
        let entries = entries.into_iter().map(|(was, is)| Move::Entry(was, is));
        let channels = channels.into_iter().map(|(was, is)| Move::Channel(was, is));
        let moves: Vec<Move<'r, 'a>> = entries.chain(channels).filter(|it| it.event().is_some()).collect();
        let mut turn = Self { guidance, before, after, moves, trials: Vec::new() };
        if turn.moves.len() <= MOST_TRIED {
            turn.trials = turn.moves.iter().filter_map(|it| turn.trial(it)).collect();
        }
        turn
    }

    /// Why the finding at a place came out otherwise.
    pub fn reason(&self, at: usize) -> Reason<'a> {
        let (was, is) = (&self.before.assessment.findings[at], &self.after.assessment.findings[at]);
        let window = self.after.record.window;
        if window.rule == Rule::Cycle && window.from == self.after.record.as_of {
            return Reason::CycleBegins;
        }
        if was.outcome == Outcome::Waived && is.outcome == Outcome::Gap {
            return Reason::WaiverEnds;
        }
        let mut events = self.events(at);
        if events.is_empty() {
            let newest = is.evidence.contributions.first().filter(|_| matches!(is.criterion.check, Check::Freshness(_)));
            return Reason::DaysPass(newest.map(|newest| event(newest.line, &newest.title, EventKind::Passes, true)));
        }
        let total = events.len();
        events.truncate(MOST_NAMED);
        Reason::Events { events, total }
    }

    /// What changed a finding: what does so for itself; else, unless days did, what brings it nearer to that; else all that moved.
    fn events(&self, at: usize) -> Vec<Event<'a>> {
        let of = |is_meant: &dyn Fn(&Trial<'a>) -> bool| -> Vec<Event<'a>> {
            self.trials.iter().filter(|trial| is_meant(trial)).map(|trial| trial.event).collect()
        };
        let alone = of(&|trial| trial.assessment.findings[at].outcome != self.base(trial).findings[at].outcome);
        if !alone.is_empty() || self.may_days_do_it(at) {
            return alone;
        }
        let measured = |assessment: &Assessment<'_>| assessment.findings[at].evidence.measured;
        let change = difference(measured(&self.before.assessment), measured(&self.after.assessment));
        let toward = of(&|trial| {
            let effect = difference(measured(self.base(trial)), measured(&trial.assessment));
            // What entered is left out in its trial, which turns the sign.
            let effect = if trial.event.kind == EventKind::Leaves { effect } else { -effect };
            effect * change > 0.0
        });
        let all: Vec<Event<'a>> = self.moves.iter().filter_map(Move::event).collect();
        let whole = all.iter().copied().filter(|event| event.is_whole).collect();
        [toward, whole].into_iter().find(|events| !events.is_empty()).unwrap_or(all)
    }

    /// Whether the finding may change though nothing comes or goes: a wait or a pause gets longer, or more is due in an open cycle.
    fn may_days_do_it(&self, at: usize) -> bool {
        let (was, is) = (&self.before.assessment.findings[at].evidence, &self.after.assessment.findings[at]);
        match is.criterion.check {
            Check::Freshness(_) => true,
            // Of its two limits the months are what is measured.
            Check::Regularity(_) => self.after.record.is_open() || was.measured == is.evidence.measured,
            _ => self.after.record.is_open(),
        }
    }

    /// How it came out without the trial.
    fn base(&self, trial: &Trial<'_>) -> &Assessment<'a> {
        if trial.event.kind == EventKind::Leaves { &self.before.assessment } else { &self.after.assessment }
    }

    /// Makes a move on the day before, where it leaves; leaves it out on the day, where it enters.
    fn trial(&self, it: &Move<'r, 'a>) -> Option<Trial<'a>> {
        let event = it.event()?;
        let leaves = event.kind == EventKind::Leaves;
        let mut record = if leaves { self.before.record.clone() } else { self.after.record.clone() };
        match it {
            Move::Entry(was, is) => {
                let (from, to) = if leaves { (was, is) } else { (is, was) };
                replace(&mut record.entries, *from, *to, |entry| ptr::from_ref(entry.contribution));
            }
            Move::Channel(was, is) => {
                let (from, to) = if leaves { (was, is) } else { (is, was) };
                replace(&mut record.channels, *from, *to, |counted| ptr::from_ref(counted.channel));
            }
        }
        Some(Trial { event, assessment: assess(self.guidance, &record) })
    }
}

impl<'a> Move<'_, 'a> {
    /// What it does; `None` where the same days count.
    fn event(&self) -> Option<Event<'a>> {
        match self {
            Self::Entry(was, is) => {
                let Contribution { line, title, .. } = was.or(*is)?.contribution;
                let (kind, is_whole) = kind(was.map(|it| it.days), is.map(|it| it.days))?;
                Some(event(*line, title, kind, is_whole))
            }
            Self::Channel(was, is) => {
                let Channel { line, title, .. } = was.or(*is)?.channel;
                let (kind, is_whole) = kind(was.map(|it| it.days), is.map(|it| it.days))?;
                Some(event(*line, title, kind, is_whole))
            }
        }
    }
}

fn event<'a>(line: usize, title: &'a str, kind: EventKind, is_whole: bool) -> Event<'a> {
    Event { line, title, kind, is_whole }
}

/// What became of the days that count, and whether of all of them.
fn kind(was: Option<DaySpan>, is: Option<DaySpan>) -> Option<(EventKind, bool)> {
    match (was, is) {
        (Some(was), Some(is)) if was.first < is.first => Some((EventKind::Leaves, false)),
        (Some(was), Some(is)) if was.last < is.last => Some((EventKind::Enters, false)),
        (Some(_), None) => Some((EventKind::Leaves, true)),
        (None, Some(_)) => Some((EventKind::Enters, true)),
        _ => None,
    }
}

/// The same thing of two days side by side, where it is there on one of them. Both lists are in the order of the file, and so are
/// the addresses of what they tell of, which stand in one list of the profile.
fn pairs<'r, T, K>(was: &'r [T], is: &'r [T], key: impl Fn(&T) -> *const K) -> Vec<(Option<&'r T>, Option<&'r T>)> {
    let (mut was, mut is) = (was.iter().peekable(), is.iter().peekable());
    let mut pairs = Vec::new();
    loop {
        let pair = match (was.peek(), is.peek()) {
            (None, None) => return pairs,
            (Some(a), Some(b)) if key(a) == key(b) => (was.next(), is.next()),
            (Some(a), Some(b)) if key(a) > key(b) => (None, is.next()),
            (Some(_), _) => (was.next(), None),
            (None, Some(_)) => (None, is.next()),
        };
        pairs.push(pair);
    }
}

/// Puts one thing in the place of another, or takes it out.
fn replace<T: Clone, K>(list: &mut Vec<T>, from: Option<&T>, to: Option<&T>, key: impl Fn(&T) -> *const K) {
    let Some(place) = from.and_then(|from| list.iter().position(|it| key(it) == key(from))) else { return };
    match to {
        Some(to) => list[place] = to.clone(),
        None => drop(list.remove(place)),
    }
}

/// By how much a measured number grew; nothing where it is not measured on both days.
fn difference(from: Option<f64>, to: Option<f64>) -> f64 {
    from.zip(to).map_or(0.0, |(from, to)| to - from)
}
