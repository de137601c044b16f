//! The same record over the days of a range, where nothing new is done: when a criterion comes out otherwise, and why.

pub(crate) mod moves;
pub(crate) mod causes;

use std::ops::RangeInclusive;

use chrono::{Months, NaiveDate};

use crate::assess::{Assessment, Finding, Verdict, assess};
use crate::evidence::Outcome;
use crate::guidance::Guidance;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::record::{Record, Rule, Window};
use causes::{Judged, Overnight, Reason};

/// How many months a range may have. Each of its days is judged; nothing of today is of use for longer than ten years.
pub(crate) const MONTHS: RangeInclusive<u32> = 1..=120;

pub(crate) const USUAL_MONTHS: u32 = 12;

/// From a day to the same day of a later month.
pub(crate) fn in_months(from: NaiveDate, months: u32) -> DaySpan {
    DaySpan { first: from, last: from.checked_add_months(Months::new(months)).unwrap_or(from) }
}

pub(crate) fn between(from: NaiveDate, until: NaiveDate) -> Result<DaySpan, String> {
    if until < from {
        return Err(format!("{until} is before {from}, where the range begins"));
    }
    if until > in_months(from, *MONTHS.end()).last {
        return Err(format!("{until} is more than {} years after {from}", MONTHS.end() / 12));
    }
    Ok(DaySpan { first: from, last: until })
}

#[derive(Clone, Debug)]
pub(crate) struct Forecast<'a> {
    /// The day of the report: what is dated later is planned.
    pub(crate) as_of: NaiveDate,
    pub(crate) range: DaySpan,
    /// The assessment of the first of them.
    pub(crate) start: Assessment<'a>,
    /// What comes out otherwise than on the day before, by date; of a day in the order of the guidance.
    pub(crate) changes: Vec<Change<'a>>,
    /// The verdict over the range, without gap or overlap.
    pub(crate) verdicts: Vec<Stretch>,
    /// For a renewal, the last day of the cycle that holds the day of the report.
    pub(crate) cycle_end: Option<Standing<'a>>,
}

/// A criterion that comes out otherwise than on the day before.
#[derive(Clone, Debug)]
pub(crate) struct Change<'a> {
    pub(crate) date: NaiveDate,
    pub(crate) from: Outcome,
    pub(crate) now: Finding<'a>,
    pub(crate) reason: Reason<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) days: DaySpan,
    pub(crate) verdict: Verdict,
}

#[derive(Clone, Debug)]
pub(crate) struct Standing<'a> {
    pub(crate) day: NaiveDate,
    pub(crate) assessment: Assessment<'a>,
}

impl<'a> Forecast<'a> {
    /// Judges every day of a range: limits, waivers and cycles pass between the days on which entries come and go.
    pub(crate) fn new(guidance: &'a Guidance, facts: &Facts<'a>, as_of: NaiveDate, range: DaySpan) -> Self {
        let on = |day| Judged::new(guidance, Record::on(day, facts));
        let mut before = on(range.first);
        let start = before.assessment.clone();
        let mut changes = Vec::new();
        let mut verdicts = vec![Stretch { days: DaySpan { first: range.first, last: range.first }, verdict: start.verdict }];
        for day in range.each().skip(1) {
            let after = on(day);
            changes.extend(changes_between(guidance, &before, &after));
            extend(&mut verdicts, day, after.assessment.verdict);
            before = after;
        }
        let window = Window::at(as_of, facts.profile.stage, &guidance.vocabulary.award_window);
        let cycle_end = (window.rule == Rule::Cycle)
            .then(|| Standing { day: window.until, assessment: assess(guidance, &Record::on(window.until, facts)) });
        Self { as_of, range, start, changes, verdicts, cycle_end }
    }

    pub(crate) fn verdicts_that_occur(&self) -> Vec<Verdict> {
        let occurs = |verdict: &Verdict| self.verdicts.iter().any(|stretch| stretch.verdict == *verdict);
        [Verdict::Ready, Verdict::Nearly, Verdict::NotYet].into_iter().filter(occurs).collect()
    }
}

/// Makes a day part of the last stretch, or the first of a new one.
fn extend(verdicts: &mut Vec<Stretch>, day: NaiveDate, verdict: Verdict) {
    match verdicts.last_mut() {
        Some(last) if last.verdict == verdict => last.days.last = day,
        _ => verdicts.push(Stretch { days: DaySpan { first: day, last: day }, verdict }),
    }
}

fn changes_between<'a>(guidance: &'a Guidance, before: &Judged<'a>, after: &Judged<'a>) -> Vec<Change<'a>> {
    let findings = before.assessment.findings.iter().zip(&after.assessment.findings).enumerate();
    let changed: Vec<usize> = findings.filter(|(_, (was, is))| was.outcome != is.outcome).map(|(at, _)| at).collect();
    if changed.is_empty() {
        return Vec::new();
    }
    let overnight = Overnight::new(guidance, before, after);
    let change = |at: usize| Change {
        date: after.record.as_of,
        from: before.assessment.findings[at].outcome,
        now: after.assessment.findings[at].clone(),
        reason: overnight.reason(at),
    };
    changed.into_iter().map(change).collect()
}
