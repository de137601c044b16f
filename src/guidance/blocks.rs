//! The shapes of a guidance file, as serde reads them.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::guidance::model::{Closing, Criterion, Page, VerdictRules, yes};
use crate::guidance::portal::{Form, Portal, PortalActivity};
use crate::vocabulary::{AwardCategory, AwardWindow, Metric};

/// A whole file.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct FileBlock {
    /// Its id: reports name it by it. Left out: the path of the file.
    pub(crate) id: String,
    /// Its title, as reports show it.
    pub(crate) title: String,
    /// The year that it describes.
    pub(crate) year: Option<u32>,
    /// Where it comes from, as "Spring meeting 2026"; each criterion names its place in it.
    pub(crate) source: String,
    /// Where people read about it: an http, https or mailto address.
    #[cfg_attr(test, schemars(extend("pattern" = "^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]):")))]
    pub(crate) url: Option<String>,
    /// A line that every report shows below the title, as where another view is found.
    #[serde(default)]
    pub(crate) see_also: String,
    /// Themes that the criteria belong to, in the order in which a report shows them.
    pub(crate) themes: Vec<String>,
    /// Which days count, and when it is decided.
    pub(crate) award_window: AwardWindow,
    /// How a verdict comes about and is worded.
    pub(crate) verdict: VerdictRules,
    /// Sentences that close a report; `{title}` is something that the person did.
    pub(crate) closing: Closing,
    /// What is told beside ranges that were seen among awarded people.
    pub(crate) seen: SeenBlock,
    /// The portal in which activities are filed, for `mvp-check export portal`. Left out: that export is refused.
    pub(crate) portal: Option<Portal>,
    /// What is asked of somebody who is nominated, for `mvp-check export dossier`. Left out: a dossier has no questions.
    pub(crate) form: Option<Form>,
    /// Award categories. Stated in a file that extends an edition, they replace all of its.
    pub(crate) category: Vec<AwardCategory>,
    /// What can be counted about a contribution: `[metric.views]`.
    #[serde(default)]
    #[cfg_attr(test, schemars(extend("maxProperties" = MOST_WORDS)))]
    pub(crate) metric: Blocks<Metric>,
    /// Kinds of contributions: `[type.article]`.
    #[serde(default, rename = "type")]
    #[cfg_attr(test, schemars(extend("maxProperties" = MOST_WORDS)))]
    pub(crate) activity_type: Blocks<TypeBlock>,
    /// What a record is judged by: `[criterion.diversity]`.
    #[serde(default)]
    pub(crate) criterion: Blocks<Criterion>,
    /// Pages that `mvp-check explain` prints: `[page.process]`.
    #[serde(default)]
    pub(crate) page: Blocks<Page>,
    /// The edition that ships on which this file builds: it states only what differs.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[expect(dead_code, reason = "removed before the blocks are read; here it is known")]
    pub(crate) extends: Option<IgnoredAny>,
}

/// The most metrics, and the most types, that a guidance may have: they are counted in one byte.
pub(crate) const MOST_WORDS: u8 = u8::MAX;

/// The tables under one name by their ids, in the order of the file.
#[derive(Debug)]
pub(crate) struct Blocks<T>(pub(crate) Vec<(String, T)>);

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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SeenBlock {
    /// What such a range is, and what it is not.
    pub(crate) caveat: String,
}

/// `[type.ID]`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct TypeBlock {
    /// One of them, with its article: "a talk".
    pub(crate) one: String,
    /// Several: "talks".
    pub(crate) many: String,
    /// What one does with it, as in "give a talk"; left out: share.
    #[serde(default = "share")]
    pub(crate) verb: String,
    /// What belongs to it, in a sentence.
    pub(crate) what: String,
    /// Why it never counts as a contribution, where it does not.
    pub(crate) left_out: Option<String>,
    /// Whether one does several of it in a year, so that a plan may ask for that; left out: it does.
    #[serde(default = "yes")]
    pub(crate) often: bool,
    /// Activities that one of them amounts to, above 0; left out: 1.
    #[serde(default = "one")]
    #[cfg_attr(test, schemars(extend("exclusiveMinimum" = 0)))]
    pub(crate) weight: f64,
    /// The group that it belongs to where types of activity are counted; types of one group count once. Left out: its own.
    pub(crate) channel: Option<String>,
    /// Ids of the metrics that it may state.
    pub(crate) metrics: Vec<String>,
    /// For a metric the value from which one such contribution is notable.
    #[serde(default)]
    pub(crate) notable: BTreeMap<String, f64>,
    /// Other names that people know it by: a profile that uses one is told the right one.
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    /// Ids of the types that are an easy next step from this one, the easiest first.
    #[serde(default)]
    pub(crate) near: Vec<String>,
    /// How to begin with it.
    pub(crate) begin: String,
    /// Where its numbers are looked up.
    pub(crate) numbers: String,
    /// The activity types of the portal that it may be filed as. Stated in a file that extends an edition, they replace all of its.
    #[serde(default)]
    pub(crate) portal: Vec<PortalActivity>,
}

fn one() -> f64 {
    1.0
}

fn share() -> String {
    "share".into()
}
