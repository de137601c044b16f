//! What `list` shows of an edition, as data.

use serde::Serialize;

use crate::explanation::wanted;
use crate::guidance::{Basis, EDITIONS, Guidance, Level, shipped};

/// Everything that can be listed; what was not asked for is left out.
#[derive(Debug, Default, Serialize)]
pub struct Listing {
    /// What a record is judged by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criteria: Option<Vec<CriterionRow>>,
    /// Kinds of contributions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub types: Option<Vec<TypeRow>>,
    /// Numbers that a contribution may state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<crate::vocabulary::Metric>>,
    /// Award categories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<CategoryRow>>,
    /// Technology areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub areas: Option<Vec<AreaRow>>,
    /// Editions that ship.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editions: Option<Vec<EditionRow>>,
}

/// A criterion in a list.
#[derive(Debug, Serialize)]
pub struct CriterionRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its theme.
    pub theme: String,
    /// How much it matters.
    pub level: Level,
    /// Whose demand it is.
    pub basis: Basis,
    /// Whose number it is.
    pub number_basis: Basis,
    /// What is wanted, in words.
    pub wanted: String,
    /// The number that is wanted.
    pub target: Option<f64>,
    /// Where it stands.
    pub source: String,
}

/// An activity type in a list.
#[derive(Debug, Serialize)]
pub struct TypeRow {
    /// Its id.
    pub id: String,
    /// Its title: "talks".
    pub title: String,
    /// What belongs to it.
    pub what: String,
    /// Whether it counts.
    pub counts: bool,
    /// Activities that one amounts to.
    pub weight: f64,
    /// The group in which it counts for diversity.
    pub channel: String,
    /// Its metrics, each with the value from which it is notable.
    pub metrics: Vec<TypeMetric>,
    /// The portal's names for it.
    pub aliases: Vec<String>,
}

/// A metric of a type.
#[derive(Debug, Serialize)]
pub struct TypeMetric {
    /// Its id.
    pub id: String,
    /// The value from which one is notable, where there is one: a yardstick.
    pub notable: Option<f64>,
}

/// An award category in a list.
#[derive(Debug, Serialize)]
pub struct CategoryRow {
    /// Its name.
    pub name: String,
    /// How many technology areas it lists.
    pub areas: usize,
}

/// A technology area in a list.
#[derive(Debug, Serialize)]
pub struct AreaRow {
    /// Its category.
    pub category: String,
    /// Its name.
    pub name: String,
}

/// An edition in a list.
#[derive(Debug, Serialize)]
pub struct EditionRow {
    /// Its id.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// The year that it describes.
    pub year: Option<u32>,
    /// Where it comes from.
    pub source: String,
}

/// The criteria of an edition.
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

/// The activity types of an edition.
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

/// The award categories of an edition.
pub fn categories(guidance: &Guidance) -> Vec<CategoryRow> {
    let categories = guidance.vocabulary.categories.iter();
    categories.map(|category| CategoryRow { name: category.name.clone(), areas: category.areas.len() }).collect()
}

/// The technology areas of an edition.
pub fn areas(guidance: &Guidance) -> Vec<AreaRow> {
    let categories = guidance.vocabulary.categories.iter();
    let of = |category: &crate::vocabulary::AwardCategory| -> Vec<AreaRow> {
        category.areas.iter().map(|area| AreaRow { category: category.name.clone(), name: area.clone() }).collect()
    };
    categories.flat_map(of).collect()
}

/// The editions that ship.
pub fn editions() -> Vec<EditionRow> {
    let row = |edition: &crate::guidance::Edition| {
        let guidance = shipped(edition.id)?;
        Some(EditionRow { id: edition.id, title: guidance.title, year: guidance.year, source: guidance.source })
    };
    EDITIONS.iter().filter_map(row).collect()
}
