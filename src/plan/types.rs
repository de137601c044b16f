//! Which types of activity a way is made of.

use crate::evidence::{Detail, Evidence};
use crate::plan::draft::Draft;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::record::{Record, nearby};
use crate::vocabulary::{ActivityType, TypeId};

/// How one way is made.
pub(crate) struct Manner<'s, 'a> {
    pub(crate) facts: &'s Facts<'a>,
    /// From 0: the closest to what the person does, then others.
    pub(crate) variant: usize,
    /// The days on which something can be done.
    pub(crate) days: DaySpan,
}

/// Types that the closest way goes back and forth between: what a person does most, with a change.
const MIXED: usize = 2;

impl<'a> Manner<'_, 'a> {
    pub(crate) fn id(&self, activity_type: &ActivityType) -> Option<TypeId> {
        self.facts.vocabulary.type_id(&activity_type.id)
    }

    pub(crate) fn known(&self, id: TypeId) -> &'a ActivityType {
        self.facts.vocabulary.activity_type(id)
    }

    /// A draft for a category, where several are declared; what is for all of them is for the first.
    pub(crate) fn draft(&self, activity_type: TypeId, category: Option<usize>) -> Draft {
        let several = self.facts.profile.categories.len() > 1;
        Draft { activity_type, category: several.then(|| category.unwrap_or(0)), day: None, impact: Vec::new() }
    }

    /// What is mainly done: the two most usual types, or in another manner one of the next.
    pub(crate) fn mainly(&self, category: Option<usize>) -> Vec<&'a ActivityType> {
        let usual = nearby::main_types(self.facts.profile, self.facts.vocabulary, category);
        match self.variant {
            0 => usual.into_iter().take(MIXED).collect(),
            other => usual.get(other).or(usual.last()).copied().into_iter().collect(),
        }
    }

    pub(crate) fn usual(&self, drafts: &[Draft], category: Option<usize>) -> Option<TypeId> {
        let mainly = self.mainly(category);
        mainly.get(drafts.len() % mainly.len().max(1)).and_then(|usual| self.id(usual))
    }

    pub(crate) fn new_type(&self, record: &Record<'_>) -> Option<TypeId> {
        let steps = nearby::next_steps(&record.amount_by_type(), self.facts.vocabulary, self.variant + 1);
        steps.last().and_then(|step| self.id(step))
    }

    /// A type of another channel than the largest: one of those that are there, else a new one.
    pub(crate) fn other_type(&self, record: &Record<'_>, evidence: &Evidence<'_>, category: Option<usize>) -> Option<TypeId> {
        let largest = evidence.details.iter().find_map(|(_, detail)| match detail {
            Detail::Name(name) => Some(name.as_str()),
            Detail::Number(_) => None,
        });
        let is_other = |id: &TypeId| Some(self.known(*id).channel.as_str()) != largest && nearby::is_main(self.known(*id));
        let mainly = self.mainly(category).into_iter().filter_map(|usual| self.id(usual));
        let present = record.amount_by_type().into_iter().map(|(id, _)| id);
        mainly.chain(present).find(is_other).or_else(|| self.new_type(record))
    }

    /// The first type of which something holds: of what is mainly done, else of all that count.
    pub(crate) fn first<T>(
        &self,
        category: Option<usize>,
        holds: impl Fn(TypeId, &ActivityType) -> Option<T>,
    ) -> Option<(TypeId, T)> {
        let all = self.facts.vocabulary.types.iter().filter(|known| known.counts());
        self.mainly(category).into_iter().chain(all).find_map(|known| {
            let id = self.id(known)?;
            Some((id, holds(id, known)?))
        })
    }
}
