//! The shapes of a guidance file, as serde reads them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::Check;
use crate::guidance::model::{Basis, Closing, Level, Seen, VerdictRules};
use crate::vocabulary::{AwardWindow, Reach};

/// What stands at the top of the file.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HeadBlock {
    /// `id`.
    pub id: String,
    /// `title`.
    pub title: String,
    /// `year`.
    pub year: Option<u32>,
    /// `source`.
    pub source: String,
    /// `see-also`.
    pub see_also: String,
    /// `themes`.
    pub themes: Vec<String>,
    /// `[award-window]`.
    pub award_window: AwardWindow,
    /// `[verdict]`.
    pub verdict: VerdictRules,
    /// `[closing]`.
    pub closing: Closing,
    /// `[seen]`.
    pub seen: SeenBlock,
    /// `[[category]]`.
    pub category: Vec<CategoryBlock>,
}

/// `[seen]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenBlock {
    /// `caveat`.
    pub caveat: String,
}

/// `[[category]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryBlock {
    /// `name`.
    pub name: String,
    /// `areas`.
    #[serde(default)]
    pub areas: Vec<String>,
}

/// `[metric.ID]`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MetricBlock {
    /// `one`.
    pub one: String,
    /// `many`.
    pub many: String,
    /// `what`.
    pub what: String,
    /// `reach`.
    pub reach: Option<Reach>,
    /// `level`.
    #[serde(default)]
    pub level: bool,
    /// `decimal-up-to`.
    pub decimal_up_to: Option<f64>,
}

/// `[type.ID]`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TypeBlock {
    /// `one`.
    pub one: String,
    /// `many`.
    pub many: String,
    /// `what`.
    pub what: String,
    /// `counts`.
    #[serde(default = "yes")]
    pub counts: bool,
    /// `weight`.
    #[serde(default = "one")]
    pub weight: f64,
    /// `channel`.
    pub channel: Option<String>,
    /// `metrics`.
    pub metrics: Vec<String>,
    /// `notable`.
    #[serde(default)]
    pub notable: BTreeMap<String, f64>,
    /// `aliases`.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// `near`.
    #[serde(default)]
    pub near: Vec<String>,
    /// `begin`.
    pub begin: String,
    /// `numbers`.
    pub numbers: String,
}

/// `[criterion.ID]`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CriterionBlock {
    /// `title`.
    pub title: String,
    /// `theme`.
    pub theme: String,
    /// `check`.
    pub check: Check,
    /// `after`.
    pub after: Option<String>,
    /// `level`.
    pub level: Level,
    /// `basis`.
    #[serde(default = "own")]
    pub basis: Basis,
    /// `number-basis`.
    pub number_basis: Option<Basis>,
    /// `needs-entries`.
    #[serde(default = "yes")]
    pub needs_entries: bool,
    /// `per-category`.
    #[serde(default)]
    pub per_category: bool,
    /// `waivable`.
    #[serde(default = "yes")]
    pub waivable: bool,
    /// `source`.
    pub source: String,
    /// `why`.
    pub why: String,
    /// `how`.
    pub how: String,
    /// `advice`.
    pub advice: String,
    /// `unassessed`.
    #[serde(default)]
    pub unassessed: String,
    /// `seen`.
    pub seen: Option<Seen>,
}

fn own() -> Basis {
    Basis::Own
}

fn yes() -> bool {
    true
}

fn one() -> f64 {
    1.0
}
