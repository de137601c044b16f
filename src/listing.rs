//! What `list` shows of an edition, as data.

use serde::Serialize;

use crate::explanation::wanted;
use crate::guidance::{Basis, EDITIONS, Guidance, Level, shipped};

/// Everything that can be listed; what was not asked for is left out.
#[derive(Debug, Default, Serialize)]
pub struct Listing {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criteria: Option<Vec<CriterionRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub types: Option<Vec<TypeRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<crate::vocabulary::Metric>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<CategoryRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub areas: Option<Vec<AreaRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editions: Option<Vec<EditionRow>>,
}

#[derive(Debug, Serialize)]
pub struct CriterionRow {
    pub id: String,
    pub title: String,
    pub theme: String,
    pub level: Level,
    pub basis: Basis,
    pub number_basis: Basis,
    pub wanted: String,
    pub target: Option<f64>,
    pub source: String,
}

#[derive(Debug, Serialize)]
pub struct TypeRow {
    pub id: String,
    /// Its title: "talks".
    pub title: String,
    pub what: String,
    pub counts: bool,
    pub weight: f64,
    /// The group in which it counts for diversity.
    pub channel: String,
    /// Its metrics, each with the value from which it is notable.
    pub metrics: Vec<TypeMetric>,
    pub aliases: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct TypeMetric {
    pub id: String,
    /// The value from which one is notable, where there is one: a yardstick.
    pub notable: Option<f64>,
}

#[derive(Debug, Serialize)]
pub struct CategoryRow {
    pub name: String,
    pub areas: usize,
}

#[derive(Debug, Serialize)]
pub struct AreaRow {
    pub category: String,
    pub name: String,
}

#[derive(Debug, Serialize)]
pub struct EditionRow {
    pub id: &'static str,
    pub title: String,
    pub year: Option<u32>,
    pub source: String,
}

pub fn criteria(guidance: &Guidance) -> Vec<CriterionRow> {
    let row = |criterion: &crate::guidance::Criterion| CriterionRow {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        theme: criterion.theme.clone(),
        level: criterion.level,
        basis: criterion.basis,
        number_basis: criterion.number_basis,
        wanted: wanted(criterion.check.measure()),
        target: criterion.check.measure().target(),
        source: criterion.source.clone(),
    };
    guidance.criteria.iter().map(row).collect()
}

pub fn types(guidance: &Guidance) -> Vec<TypeRow> {
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

pub fn categories(guidance: &Guidance) -> Vec<CategoryRow> {
    let categories = guidance.vocabulary.categories.iter();
    categories.map(|category| CategoryRow { name: category.name.clone(), areas: category.areas.len() }).collect()
}

pub fn areas(guidance: &Guidance) -> Vec<AreaRow> {
    let categories = guidance.vocabulary.categories.iter();
    let of = |category: &crate::vocabulary::AwardCategory| -> Vec<AreaRow> {
        category.areas.iter().map(|area| AreaRow { category: category.name.clone(), name: area.clone() }).collect()
    };
    categories.flat_map(of).collect()
}

pub fn editions() -> Vec<EditionRow> {
    let row = |edition: &crate::guidance::Edition| {
        let guidance = shipped(edition.id)?;
        Some(EditionRow { id: edition.id, title: guidance.title, year: guidance.year, source: guidance.source })
    };
    EDITIONS.iter().filter_map(row).collect()
}
