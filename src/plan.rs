//! Ways to close the required and recommended gaps by a day: what to do until then, tried by judging that day with it done.

pub(crate) mod draft;
pub(crate) mod trial;
pub(crate) mod types;
pub(crate) mod numbers;
pub(crate) mod rhythm;
pub(crate) mod moves;
pub(crate) mod search;
pub(crate) mod steps;

use chrono::{Days, NaiveDate};

use crate::forecast;
use crate::guidance::Guidance;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::record::{Rule, Window};
use draft::Draft;
use search::Search;
use steps::{Step, steps};
use trial::{Open, Trial};

/// Days of a plan where nobody says: a season, in which a talk can be offered and given.
const USUAL_DAYS: u64 = 90;

/// Ways that are offered, at most: more are no help to choose.
const MOST_WAYS: usize = 3;

#[derive(Clone, Debug)]
pub(crate) struct Plan<'a> {
    pub(crate) as_of: NaiveDate,
    /// The days on which something can be done; by the last one the gaps are to be closed.
    pub(crate) days: DaySpan,
    /// What there is to close: the required and recommended gaps of that day, if nothing new is done.
    pub(crate) gaps: Vec<Open<'a>>,
    /// The steps of each way, the one closest to what the person does first; none where no activity closes anything.
    pub(crate) ways: Vec<Vec<Step<'a>>>,
    /// The gaps that stay, or that are settled otherwise than by doing more.
    pub(crate) cannot_close: Vec<Open<'a>>,
    /// What is required and unknown from the profile, whatever is done.
    pub(crate) unassessed: Vec<Open<'a>>,
}

/// The day by which gaps are to be closed where nobody says: for a renewal the last one of the cycle.
pub(crate) fn usual_day(as_of: NaiveDate, facts: &Facts<'_>) -> NaiveDate {
    let window = Window::at(as_of, facts.profile.stage, &facts.vocabulary.award_window);
    match window.rule {
        Rule::Cycle if window.until > as_of => window.until,
        _ => as_of.checked_add_days(Days::new(USUAL_DAYS)).unwrap_or(as_of),
    }
}

impl<'a> Plan<'a> {
    /// Finds ways from the day after `as_of` until `by`.
    pub(crate) fn new(guidance: &'a Guidance, facts: &Facts<'a>, as_of: NaiveDate, by: NaiveDate) -> Result<Self, String> {
        let window = Window::at(by, facts.profile.stage, &facts.vocabulary.award_window);
        if by <= as_of {
            return Err(format!("{by} leaves no day: it is to be after {as_of}"));
        }
        let tomorrow = as_of.succ_opt().unwrap_or(as_of);
        let days = forecast::between(tomorrow, by)?;
        let days = DaySpan { first: days.first.max(window.from), last: by };
        let trial = Trial { guidance, facts, days };
        let mut found: Vec<Found> = Vec::new();
        for variant in 0..MOST_WAYS {
            let drafts = Search::new(&trial, variant).run();
            if !drafts.is_empty() && found.iter().all(|other| other.drafts != drafts) {
                found.push(Found { rest: trial.gaps(&drafts), drafts });
            }
        }
        // A way that leaves more open than another is none to offer.
        let rest = found.iter().map(|way| &way.rest).min_by_key(|rest| rest.len()).cloned();
        let mut rest = rest.unwrap_or_else(|| trial.gaps(&[]));
        found.retain(|way| way.rest == rest);
        // A link on each new entry may close a gap too, but to add the missing links is what it asks for.
        rest.extend(trial.gaps_beyond_activity());
        rest.sort_unstable();
        rest.dedup();
        let drafts = found.first().map_or(&[][..], |way| &way.drafts);
        Ok(Self {
            as_of,
            days,
            gaps: trial.open(&[], &trial.gaps(&[])),
            cannot_close: trial.open(drafts, &rest),
            unassessed: trial.open(drafts, &trial.required_unassessed(drafts)),
            ways: found.iter().map(|way| steps(&trial, &way.drafts)).collect(),
        })
    }
}

struct Found {
    drafts: Vec<Draft>,
    rest: Vec<usize>,
}
