//! What `list` shows of an edition, as data.

use serde::Serialize;

use crate::explanation::wanted;
use crate::guidance::{Basis, EDITIONS, Guidance, Level, shipped};

/// Everything that can be listed; what was not asked for is `None`.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Listing {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) criteria: Option<Vec<CriterionRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) types: Option<Vec<TypeRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) metrics: Option<Vec<crate::vocabulary::Metric>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) categories: Option<Vec<CategoryRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) areas: Option<Vec<AreaRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) editions: Option<Vec<EditionRow>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CriterionRow {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) theme: String,
    pub(crate) level: Level,
    pub(crate) basis: Basis,
    pub(crate) number_basis: Basis,
    pub(crate) wanted: String,
    pub(crate) target: Option<f64>,
    pub(crate) source: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct TypeRow {
    pub(crate) id: String,
    /// Its title: "talks".
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) counts: bool,
    pub(crate) weight: f64,
    /// The group in which it counts for diversity.
    pub(crate) channel: String,
    /// Its metrics, each with the value from which it is notable.
    pub(crate) metrics: Vec<TypeMetric>,
    pub(crate) aliases: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct TypeMetric {
    pub(crate) id: String,
    pub(crate) notable: Option<f64>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CategoryRow {
    pub(crate) name: String,
    pub(crate) areas: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct AreaRow {
    pub(crate) category: String,
    pub(crate) name: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct EditionRow {
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) year: Option<u32>,
    pub(crate) source: String,
}

pub(crate) fn criteria(guidance: &Guidance) -> Vec<CriterionRow> {
    let row = |criterion: &crate::guidance::Criterion| CriterionRow {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        theme: criterion.theme.clone(),
        level: criterion.level,
        basis: criterion.basis,
        number_basis: criterion.number_basis(),
        wanted: wanted(&criterion.check),
        target: criterion.check.measure().demand().target,
        source: criterion.source.clone(),
    };
    guidance.criteria.iter().map(row).collect()
}

pub(crate) fn types(guidance: &Guidance) -> Vec<TypeRow> {
    let vocabulary = &guidance.vocabulary;
    let row = |known: &crate::vocabulary::ActivityType| TypeRow {
        id: known.id.clone(),
        title: known.many.clone(),
        what: known.what.clone(),
        counts: known.counts(),
        weight: known.weight,
        channel: known.channel.clone(),
        metrics: known
            .metrics
            .iter()
            .map(|metric| TypeMetric { id: vocabulary.metric(metric.id).id.clone(), notable: metric.notable })
            .collect(),
        aliases: known.aliases.clone(),
    };
    vocabulary.types.iter().map(row).collect()
}

pub(crate) fn categories(guidance: &Guidance) -> Vec<CategoryRow> {
    let categories = guidance.vocabulary.categories.iter();
    categories.map(|category| CategoryRow { name: category.name.clone(), areas: category.areas.len() }).collect()
}

pub(crate) fn areas(guidance: &Guidance) -> Vec<AreaRow> {
    let categories = guidance.vocabulary.categories.iter();
    let of = |category: &crate::vocabulary::AwardCategory| -> Vec<AreaRow> {
        category.areas.iter().map(|area| AreaRow { category: category.name.clone(), name: area.clone() }).collect()
    };
    categories.flat_map(of).collect()
}

pub(crate) fn editions() -> Vec<EditionRow> {
    let row = |edition: &crate::guidance::Edition| {
        let guidance = shipped(edition.id)?;
        Some(EditionRow { id: edition.id, title: guidance.title, year: guidance.year, source: guidance.source })
    };
    EDITIONS.iter().filter_map(row).collect()
}
