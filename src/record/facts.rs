//! What is known of a profile's entries whatever the day, worked out once for all days that are looked at.

use std::borrow::Cow;

use crate::profile::{Contribution, Profile};
use crate::record::reach::Coverage;
use crate::record::repeats::{Work, works};
use crate::vocabulary::Vocabulary;

#[derive(Clone, Debug)]
pub(crate) struct Facts<'p> {
    pub(crate) profile: &'p Profile<'p>,
    pub(crate) vocabulary: &'p Vocabulary,
    /// Of each entry, in the order of the file.
    pub(crate) entries: Vec<EntryFacts<'p>>,
    /// Channels of one type and address: of each such group the places in the file, in its order.
    pub(crate) channel_groups: Vec<Vec<usize>>,
}

#[derive(Clone, Debug)]
pub(crate) struct EntryFacts<'p> {
    pub(crate) contribution: &'p Contribution<'p>,
    /// Groups of the channels that may cover it.
    pub(crate) channels: Box<[usize]>,
    /// Whether one of its numbers reaches its type's threshold.
    pub(crate) is_notable: bool,
    /// Whether an area of it is one of the declared categories or the person's own; `None` where it states no area.
    pub(crate) is_in_focus: Option<bool>,
    /// What would make another entry a repeat of it.
    pub(crate) work: Work,
}

impl<'p> Facts<'p> {
    pub(crate) fn new(profile: &'p Profile<'p>, vocabulary: &'p Vocabulary) -> Self {
        let (coverage, channel_groups) = Coverage::new(&profile.channels);
        let in_focus = areas_in_focus(profile, vocabulary);
        let entry = |(contribution, work): (&'p Contribution<'p>, Work)| EntryFacts {
            contribution,
            channels: coverage.of(contribution),
            is_notable: is_notable(contribution, vocabulary),
            is_in_focus: (!contribution.areas.is_empty())
                .then(|| contribution.areas.iter().any(|area| in_focus[usize::from(area.0)])),
            work,
        };
        let works = works(&profile.contributions);
        let entries = profile.contributions.iter().zip(works).map(entry).collect();
        Self { profile, vocabulary, entries, channel_groups }
    }

    /// The same with further entries after those of the file: new works, outside any channel and without an area.
    pub(crate) fn with<'q>(&self, added: &'q [Contribution<'q>]) -> Facts<'q>
    where
        'p: 'q,
    {
        let entry = |contribution: &'q Contribution<'q>| EntryFacts {
            contribution,
            channels: Box::default(),
            is_notable: is_notable(contribution, self.vocabulary),
            is_in_focus: None,
            work: Work::default(),
        };
        let mut facts: Facts<'q> = self.clone();
        facts.entries.extend(added.iter().map(entry));
        facts
    }
}

/// Whether one metric, divided by the entry's count unless it is a level, reaches the type's threshold.
fn is_notable(contribution: &Contribution<'_>, vocabulary: &Vocabulary) -> bool {
    let activity_type = vocabulary.activity_type(contribution.activity_type);
    contribution.impact.iter().any(|(id, value)| {
        let each = vocabulary.metric(*id).each(*value, contribution.count);
        activity_type.notable_from(*id).is_some_and(|threshold| each >= threshold)
    })
}

/// Whether each technology area that a profile names is one of the declared categories' or the person's own, by
/// [`crate::profile::AreaId`].
fn areas_in_focus(profile: &Profile<'_>, vocabulary: &Vocabulary) -> Vec<bool> {
    let declared = profile.categories.iter().filter_map(|category| category.known);
    let categories: Vec<_> = declared.map(|at| &vocabulary.categories[at]).collect();
    let is_listed = |area: &Cow<'_, str>| categories.iter().any(|category| category.lists(area));
    let mut in_focus: Vec<bool> = profile.area_names.iter().map(is_listed).collect();
    for own in &profile.areas {
        in_focus[usize::from(own.0)] = true;
    }
    in_focus
}
