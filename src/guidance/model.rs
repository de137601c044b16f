//! What an edition of the guidance says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::guidance::portal::{Form, Portal};
pub use crate::vocabulary::Basis;
use crate::vocabulary::Vocabulary;

/// An edition: its words, its criteria, and what is told beside them.
#[derive(Clone, Debug)]
pub struct Guidance {
    /// Its id, or the name of one's own file.
    pub id: String,
    /// The file that it was read from, where it is one's own.
    pub file: Option<String>,
    /// Its title.
    pub title: String,
    /// The year that it describes.
    pub year: Option<u32>,
    /// Where it comes from.
    pub source: String,
    /// Where more can be read about it.
    pub url: Option<String>,
    /// A line that names the other edition; empty for one's own.
    pub see_also: String,
    /// Types, metrics, categories, window.
    pub vocabulary: Vocabulary,
    /// The portal in which activities are filed, where the edition knows it.
    pub portal: Option<Portal>,
    /// What is asked of somebody who is nominated, where the edition knows it.
    pub form: Option<Form>,
    /// Criteria in the order in which they are judged.
    pub criteria: Vec<Criterion>,
    /// How a verdict comes about and is worded.
    pub verdict: VerdictRules,
    /// Sentences that close a report.
    pub closing: Closing,
    /// What ranges seen among awarded people are, and are not.
    pub seen_caveat: String,
    /// Pages of `explain`.
    pub pages: Vec<Page>,
}

impl Guidance {
    /// The criterion with an id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }
}

/// Something that a record is judged by.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The theme that it belongs to.
    pub theme: String,
    /// What measures it, with thresholds.
    pub check: Check,
    /// The criterion that has to be met or waived before this one is judged.
    pub after: Option<String>,
    /// How much it matters.
    pub level: Level,
    /// Whose demand it is.
    pub basis: Basis,
    /// Whose number it is, which may be ours though the demand is not.
    pub number_basis: Basis,
    /// Whether it can be judged only where something counts.
    pub needs_entries: bool,
    /// Whether it is judged for each category where several are declared.
    pub per_category: bool,
    /// Where the demand stands, in its document.
    pub source: String,
    /// The document: the guidance's own source, or that of the edition that it extends.
    pub document: String,
    /// Why it is asked for.
    pub why: String,
    /// How it is measured.
    pub how: String,
    /// What to do about a gap; phrases of the check in braces.
    pub advice: String,
    /// What to state where it was not assessed; phrases of the check in braces.
    pub unassessed: String,
    /// What several people who have this gap do or lack, as goes on from "5 of 9": "state too few numbers".
    pub shared: Option<String>,
    /// The range seen among awarded people.
    pub seen: Option<Seen>,
}

/// How much a criterion matters, from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A hint.
    Advisory,
    /// Good to have.
    Recommended,
    /// A must by the article or the program.
    Required,
}

/// A range seen among published cases.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// What was counted.
    pub what: String,
    /// The low end among awarded people.
    pub low: u32,
    /// Where most of them are.
    pub middle: [u32; 2],
    /// The high end.
    pub high: u32,
    /// What is to be known beside it.
    pub note: Option<String>,
}

/// How a verdict comes about and is worded.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VerdictRules {
    /// Themes with recommended gaps that still make it "nearly".
    pub nearly_at_most: u32,
    /// Words for no gap.
    pub ready: String,
    /// Words for a few gaps.
    pub nearly: String,
    /// Words for more.
    pub not_yet: String,
    /// What always follows.
    pub always: String,
}

/// Sentences that close a report; `{title}` is something that the person did.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Closing {
    /// For the verdict ready.
    pub ready: String,
    /// For the verdict nearly.
    pub nearly: String,
    /// For the verdict not-yet.
    pub not_yet: String,
    /// Where nothing is in the window, and something was before.
    pub earlier: String,
    /// Where nothing is in the window, and nothing was before.
    pub nothing: String,
}

/// A page that `explain` prints.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Page {
    /// Its id.
    #[serde(default)]
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// When that was so.
    pub as_of: String,
    /// Its lines.
    pub text: Vec<String>,
}
