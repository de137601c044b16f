//! The names that a profile may use, from one edition of the guidance or from several.

use crate::guidance::{EDITIONS, Guidance, shipped};
use crate::vocabulary::Metric;

pub(crate) struct Names<'g> {
    pub(crate) types: Vec<TypeName<'g>>,
    pub(crate) metrics: Vec<&'g Metric>,
    pub(crate) categories: Vec<&'g str>,
    pub(crate) areas: Vec<&'g str>,
    /// Criteria whose gap can be accepted, with their titles.
    pub(crate) waivable: Vec<(&'g str, &'g str)>,
}

pub(crate) struct TypeName<'g> {
    pub(crate) id: &'g str,
    pub(crate) what: &'g str,
    pub(crate) metrics: Vec<&'g str>,
}

pub(crate) fn editions() -> Vec<Guidance> {
    EDITIONS.iter().filter_map(|edition| shipped(edition.id)).collect()
}

impl<'g> Names<'g> {
    /// A name is valid if one edition has it.
    pub(crate) fn of(editions: &'g [Guidance]) -> Self {
        let mut names =
            Self { types: Vec::new(), metrics: Vec::new(), categories: Vec::new(), areas: Vec::new(), waivable: Vec::new() };
        for edition in editions {
            names.add(edition);
        }
        names
    }

    fn add(&mut self, edition: &'g Guidance) {
        let vocabulary = &edition.vocabulary;
        for metric in &vocabulary.metrics {
            if !self.metrics.iter().any(|known| known.id == metric.id) {
                self.metrics.push(metric);
            }
        }
        for stated in &vocabulary.types {
            let metrics = stated.metrics.iter().map(|metric| vocabulary.metric(metric.id).id.as_str());
            match self.types.iter_mut().find(|known| known.id == stated.id) {
                Some(known) => add_new(&mut known.metrics, metrics),
                None => self.types.push(TypeName { id: &stated.id, what: &stated.what, metrics: metrics.collect() }),
            }
        }
        add_new(&mut self.categories, vocabulary.categories.iter().map(|category| category.name.as_str()));
        add_new(&mut self.areas, vocabulary.areas());
        let waivable = edition.criteria.iter().filter(|criterion| criterion.waivable);
        for criterion in waivable {
            if !self.waivable.iter().any(|(known, _)| *known == criterion.id) {
                self.waivable.push((&criterion.id, &criterion.title));
            }
        }
    }
}

pub(crate) fn add_new<'g>(names: &mut Vec<&'g str>, more: impl Iterator<Item = &'g str>) {
    for name in more {
        if !names.contains(&name) {
            names.push(name);
        }
    }
}
