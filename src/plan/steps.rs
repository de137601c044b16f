//! The steps of a way: drafts that are alike together, each with the gaps that it keeps closed.

use chrono::NaiveDate;

use crate::guidance::Criterion;
use crate::plan::draft::{Draft, days};
use crate::plan::trial::{Trial, has_remedy};
use crate::vocabulary::{ActivityType, Metric};

#[derive(Clone, Debug)]
pub(crate) struct Step<'a> {
    pub(crate) activity_type: &'a ActivityType,
    /// The declared category that they are for, where several are declared.
    pub(crate) category: Option<usize>,
    /// The day by which each is to be done.
    pub(crate) dates: Vec<NaiveDate>,
    /// The numbers that each is to have, at least; a 0 is to be stated, whatever it is.
    pub(crate) impact: Vec<(&'a Metric, f64)>,
    /// The criteria whose gaps they close, in the order of the guidance.
    pub(crate) closes: Vec<&'a Criterion>,
}

pub(crate) fn steps<'a>(trial: &Trial<'_, 'a>, drafts: &[Draft]) -> Vec<Step<'a>> {
    let dates = days(drafts, trial.days);
    let mut groups: Vec<(Draft, Vec<usize>)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let kind = Draft { day: None, ..draft.clone() };
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, places)) => places.push(at),
            None => groups.push((kind, vec![at])),
        }
    }
    let closes = closes(trial, drafts, &groups.iter().map(|(_, places)| places.as_slice()).collect::<Vec<_>>());
    let step = |((kind, places), closes): ((Draft, Vec<usize>), Vec<usize>)| {
        let mut dates: Vec<NaiveDate> = places.iter().map(|at| dates[*at]).collect();
        dates.sort_unstable();
        Step {
            activity_type: trial.facts.vocabulary.activity_type(kind.activity_type),
            category: kind.category,
            dates,
            impact: kind.impact.iter().map(|(metric, value)| (trial.facts.vocabulary.metric(*metric), *value)).collect(),
            closes: criteria(trial, drafts, &closes),
        }
    };
    let mut steps: Vec<Step<'a>> = groups.into_iter().zip(closes).map(step).collect();
    steps.sort_by_key(|step| step.dates.first().copied());
    steps
}

/// Places of the findings that each group of drafts closes: gaps that open without it, or with numbers of 0; and of what any of
/// several would close, the first that does.
fn closes(trial: &Trial<'_, '_>, drafts: &[Draft], groups: &[&[usize]]) -> Vec<Vec<usize>> {
    // Each keeps its day: fewer drafts would be spread otherwise.
    let dates = days(drafts, trial.days);
    let fixed: Vec<Draft> = drafts.iter().zip(dates).map(|(draft, date)| Draft { day: Some(date), ..draft.clone() }).collect();
    let chosen = |is_chosen: &dyn Fn(usize) -> bool| -> Vec<Draft> {
        fixed.iter().enumerate().filter(|(at, _)| is_chosen(*at)).map(|(_, draft)| draft.clone()).collect()
    };
    let rest = trial.gaps(drafts);
    let closed = |gaps: Vec<usize>| gaps.into_iter().filter(|gap| !rest.contains(gap)).collect::<Vec<usize>>();
    let opens_without = |group: &&[usize]| {
        let mut reaching_nobody = fixed.clone();
        group.iter().for_each(|at| reaching_nobody[*at].impact.iter_mut().for_each(|(_, value)| *value = 0.0));
        let mut opens = closed(trial.gaps(&chosen(&|at| !group.contains(&at))));
        opens.extend(closed(trial.gaps(&reaching_nobody)));
        opens
    };
    let mut closes: Vec<Vec<usize>> = groups.iter().map(opens_without).collect();
    let mut open = closed(trial.gaps(&[]));
    for at in 0..groups.len() {
        let still = trial.gaps(&chosen(&|draft| groups[..=at].iter().any(|group| group.contains(&draft))));
        for gap in open.iter().filter(|gap| !still.contains(gap)) {
            if !closes.iter().any(|closed| closed.contains(gap)) {
                closes[at].push(*gap);
            }
        }
        open.retain(|gap| still.contains(gap));
    }
    closes
}

/// The criteria at some places, once each. One that is judged for each category is closed where none of them has its gap.
fn criteria<'a>(trial: &Trial<'_, 'a>, drafts: &[Draft], places: &[usize]) -> Vec<&'a Criterion> {
    let ids: Vec<String> = trial.seen(drafts, |_, assessment| {
        let stays = |id: &str| assessment.findings.iter().any(|finding| finding.criterion.id == id && finding.is_weighty_gap());
        let mut places = places.to_vec();
        places.sort_unstable();
        let ids = places.iter().map(|at| &assessment.findings[*at].criterion.id);
        ids.filter(|id| !stays(id)).cloned().collect()
    });
    // A link closes a gap too, but not by doing more.
    let criteria = ids.iter().filter_map(|id| trial.guidance.criterion(id)).filter(|criterion| has_remedy(criterion));
    let mut criteria: Vec<&'a Criterion> = criteria.collect();
    criteria.dedup_by(|a, b| a.id == b.id);
    criteria
}
