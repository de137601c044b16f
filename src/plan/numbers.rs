//! Numbers that drafts are to have: how many people they reach, what makes them notable.

use crate::evidence::Evidence;
use crate::plan::draft::Draft;
use crate::plan::types::Manner;
use crate::vocabulary::{ActivityType, MetricId, Reach, TypeId};

/// As many things that reach people are asked for, unless more are planned anyway: more would be a chase.
const MOST_FOR_REACH: usize = 4;

/// People that one activity reaches where neither the person's own numbers nor the guidance say: a full room.
const REACHED_BY_ONE: f64 = 50.0;

/// Sets how many some drafts reach, so that what is missing is reached; drafts are added where there are too few.
pub(crate) fn reach(
    manner: &Manner<'_, '_>,
    drafts: &mut Vec<Draft>,
    evidence: &Evidence<'_>,
    category: Option<usize>,
) -> Option<()> {
    let reaching = |_: TypeId, known: &ActivityType| {
        known.metrics.iter().find_map(|metric| Some((metric.id, manner.facts.vocabulary.metric(metric.id).reach?)))
    };
    let (id, (metric, way)) = manner.first(category, reaching)?;
    let (target, due, found) = match way {
        Reach::Online => (evidence.target, "target_now", "online"),
        Reach::InPerson => (evidence.number_named("target_in_person"), "target_in_person_now", "in_person"),
    };
    let missing = evidence.number_named(due).or(target)? - evidence.number_named(found).unwrap_or(0.0);
    let fits = |draft: &&mut Draft| draft.activity_type == id && draft.is_for(category);
    let there = drafts.iter_mut().filter(fits).count();
    let wanted = (missing / usual_number(manner, id, metric)).ceil().max(1.0) as usize;
    let wanted = wanted.min(there.max(MOST_FOR_REACH));
    drafts.extend((there..wanted).map(|_| manner.draft(id, category)));
    for draft in drafts.iter_mut().filter(fits).take(wanted) {
        let more = draft.number(metric) + missing / wanted as f64;
        draft.raise(metric, round_up(more));
    }
    Some(())
}

/// How many one of a type usually has: the middle of the person's own numbers, else what makes it notable.
fn usual_number(manner: &Manner<'_, '_>, id: TypeId, metric: MetricId) -> f64 {
    let own = manner.facts.profile.contributions.iter().filter(|it| it.activity_type == id);
    let each = |known: MetricId, value: f64, count| (known, manner.facts.vocabulary.metric(known).each(value, count));
    let stated = own.flat_map(|it| it.impact.iter().map(move |(known, value)| each(*known, *value, it.count)));
    let stated = stated.filter(|(known, value)| *known == metric && *value >= 1.0);
    let mut values: Vec<f64> = stated.map(|(_, value)| value).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().or_else(|| manner.known(id).notable_from(metric)).unwrap_or(REACHED_BY_ONE)
}

/// Makes one more draft notable, or adds one that is.
pub(crate) fn notable(manner: &Manner<'_, '_>, drafts: &mut Vec<Draft>, category: Option<usize>) -> Option<()> {
    let reaches = |id: TypeId, metric, value: f64| manner.known(id).notable_from(metric).is_some_and(|from| value >= from);
    let is_notable = |draft: &Draft| draft.impact.iter().any(|(metric, value)| reaches(draft.activity_type, *metric, *value));
    for draft in drafts.iter_mut().filter(|draft| draft.is_for(category) && !is_notable(draft)) {
        if let Some((metric, from)) = threshold(manner, draft.activity_type) {
            draft.raise(metric, from);
            return Some(());
        }
    }
    let (id, (metric, from)) = manner.first(category, |id, _| threshold(manner, id))?;
    let mut draft = manner.draft(id, category);
    draft.raise(metric, from);
    drafts.push(draft);
    Some(())
}

/// The metric that makes one of a type notable, and from which number on: one of people reached before the others.
fn threshold(manner: &Manner<'_, '_>, id: TypeId) -> Option<(MetricId, f64)> {
    let metrics = manner.known(id).metrics.iter().filter_map(|metric| Some((metric.id, metric.notable?.ceil())));
    metrics.min_by_key(|(metric, _)| manner.facts.vocabulary.metric(*metric).reach.is_none())
}

/// Has the drafts state their number, whatever it is.
pub(crate) fn stated(manner: &Manner<'_, '_>, drafts: &mut [Draft]) -> Option<()> {
    let mut found = None;
    for draft in drafts.iter_mut().filter(|draft| draft.impact.is_empty()) {
        if let Some(metric) = manner.known(draft.activity_type).metrics.first() {
            draft.raise(metric.id, 0.0);
            found = Some(());
        }
    }
    found
}

/// A number as people plan it: two digits, then zeros.
fn round_up(number: f64) -> f64 {
    let step = 10_f64.powf((number.max(1.0).log10().floor() - 1.0).max(0.0));
    (number / step).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn numbers_are_rounded_up_to_two_digits() {
        let rounded = [0.2, 1.0, 33.4, 99.1, 101.0, 1_234.0, 99_500.0].map(round_up);
        assert_eq!(rounded, [1.0, 1.0, 34.0, 100.0, 110.0, 1_300.0, 100_000.0]);
    }
}
