//! The shapes of a guidance file, as serde reads them.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::check::Check;
use crate::guidance::model::{Basis, Closing, Level, Page, Seen, VerdictRules};
use crate::vocabulary::{AwardWindow, Reach};

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FileBlock {
    /// `id`.
    pub id: String,
    /// `title`.
    pub title: String,
    /// `year`.
    pub year: Option<u32>,
    /// `source`.
    pub source: String,
    /// `url`.
    pub url: Option<String>,
    /// `see-also`.
    #[serde(default)]
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
    /// `[metric.ID]`.
    #[serde(default)]
    pub metric: Blocks<MetricBlock>,
    /// `[type.ID]`.
    #[serde(default, rename = "type")]
    pub activity_type: Blocks<TypeBlock>,
    /// `[criterion.ID]`.
    #[serde(default)]
    pub criterion: Blocks<CriterionBlock>,
    /// `[page.ID]`.
    #[serde(default)]
    pub page: Blocks<Page>,
    /// `extends`, which is looked at before the file is read whole.
    pub extends: Option<IgnoredAny>,
}

/// The tables under one name by their ids, in the order of the file.
#[derive(Debug)]
pub struct Blocks<T>(pub Vec<(String, T)>);

impl<T> Default for Blocks<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Blocks<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Blocks<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a table")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut blocks = Vec::new();
                while let Some(block) = map.next_entry()? {
                    blocks.push(block);
                }
                Ok(Blocks(blocks))
            }
        }

        deserializer.deserialize_map(InOrder(PhantomData))
    }
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
    /// `left-out`.
    pub left_out: Option<String>,
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
