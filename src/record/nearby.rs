//! Types of activity that lie close to what a person does, for advice that fits.

use crate::profile::{Contribution, Profile};
use crate::vocabulary::{ActivityType, TypeId, Vocabulary};

/// What a person usually does: "an article or a talk".
pub(crate) fn usual(profile: &Profile<'_>, vocabulary: &Vocabulary) -> String {
    either(&habits(profile, vocabulary, 2))
}

/// What amounts to most of a record, among types of which each one is an activity: "an article or a talk". Ten answers are one
/// activity, so "ten more activities, answers for example" would mislead.
pub(crate) fn whole(amounts: &[(TypeId, f64)], vocabulary: &Vocabulary) -> String {
    let mut types: Vec<(f64, &ActivityType)> =
        amounts.iter().map(|(id, amount)| (*amount, vocabulary.activity_type(*id))).collect();
    types.extend(vocabulary.types.iter().filter(|_| amounts.is_empty()).map(|known| (0.0, known)));
    types.retain(|(_, known)| known.counts() && known.weight >= 1.0);
    types.sort_by(|a, b| b.0.total_cmp(&a.0));
    either(&types.into_iter().map(|(_, known)| known).take(2).collect::<Vec<_>>())
}

/// The types that a person contributes most often, of any date; without entries the first types of the vocabulary.
fn habits<'v>(profile: &Profile<'_>, vocabulary: &'v Vocabulary, most: usize) -> Vec<&'v ActivityType> {
    let counts = counts(vocabulary, profile.contributions.iter());
    let mut types: Vec<(u64, &ActivityType)> =
        counts.into_iter().zip(&vocabulary.types).filter(|(_, known)| known.counts()).collect();
    // Stable: equals keep the vocabulary's order.
    types.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    if types.iter().any(|(count, _)| *count > 0) {
        types.retain(|(count, _)| *count > 0);
    }
    types.into_iter().map(|(_, known)| known).take(most).collect()
}

/// How many of each type there are, in the order of the vocabulary.
fn counts<'p>(vocabulary: &Vocabulary, contributions: impl Iterator<Item = &'p Contribution<'p>>) -> Vec<u64> {
    let mut counts = vec![0_u64; vocabulary.types.len()];
    for contribution in contributions {
        counts[usize::from(contribution.activity_type.0)] += u64::from(contribution.count);
    }
    counts
}

/// Types of channels that are not there yet, those first that are an easy step from the types with the largest amounts.
pub(crate) fn next_steps<'v>(amounts: &[(TypeId, f64)], vocabulary: &'v Vocabulary, most: usize) -> Vec<&'v ActivityType> {
    let mut present = amounts.to_vec();
    present.sort_by(|a, b| b.1.total_cmp(&a.1));
    let is_new = |known: &ActivityType| {
        known.counts() && !present.iter().any(|(id, _)| vocabulary.activity_type(*id).channel == known.channel)
    };
    let near = present.iter().flat_map(|(id, _)| &vocabulary.activity_type(*id).near);
    let near = near.filter_map(|id| vocabulary.type_named(id));
    let mut steps: Vec<&ActivityType> = Vec::new();
    for step in near.chain(&vocabulary.types).filter(|known| is_new(known)) {
        if steps.len() < most && !steps.iter().any(|taken| taken.channel == step.channel) {
            steps.push(step);
        }
    }
    steps
}

/// Types of which each one is an activity by itself, and of which one does several in a year: those first that a person contributes
/// most often in a declared category, then most often at all; without any those near to what the person does.
pub(crate) fn main_types<'v>(
    profile: &Profile<'_>,
    vocabulary: &'v Vocabulary,
    category: Option<usize>,
) -> Vec<&'v ActivityType> {
    let habits = habits(profile, vocabulary, vocabulary.types.len());
    let mut types: Vec<&ActivityType> = habits.iter().copied().filter(|known| is_main(known)).collect();
    if types.is_empty() {
        let near = habits.iter().flat_map(|known| &known.near).filter_map(|id| vocabulary.type_named(id));
        types = near.chain(&vocabulary.types).filter(|known| is_main(known)).collect();
    }
    if category.is_some() {
        let counts = counts(vocabulary, profile.contributions.iter().filter(|it| it.category == category));
        // Stable: equals keep the order of what is done at all.
        types.sort_by_key(|known| vocabulary.type_id(&known.id).map(|id| std::cmp::Reverse(counts[usize::from(id.0)])));
    }
    types
}

/// Whether one of a type is an activity by itself, and one does several in a year.
pub(crate) fn is_main(known: &ActivityType) -> bool {
    known.counts() && known.often && known.weight >= 1.0
}

/// "a talk or a code sample".
pub(crate) fn either(types: &[&ActivityType]) -> String {
    crate::text::joined(&types.iter().map(|known| known.one.clone()).collect::<Vec<_>>(), "or")
}
