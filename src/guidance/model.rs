//! What an edition of the guidance says.

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::guidance::portal::{Form, Portal};
pub(crate) use crate::vocabulary::Basis;
use crate::vocabulary::Vocabulary;

/// An edition: its words, its criteria, and other texts of reports.
#[derive(Clone, Debug)]
pub struct Guidance {
    pub(crate) id: String,
    /// The file that it was read from, where it is one's own.
    pub(crate) file: Option<String>,
    pub(crate) title: String,
    pub(crate) year: Option<u32>,
    pub(crate) source: String,
    pub(crate) url: Option<String>,
    /// A line that names the other edition; empty for one's own.
    pub(crate) see_also: String,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) portal: Option<Portal>,
    pub(crate) form: Option<Form>,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) verdict: VerdictRules,
    pub(crate) closing: Closing,
    /// What ranges seen among awarded people are, and are not.
    pub(crate) seen_caveat: String,
    pub(crate) pages: Vec<Page>,
}

impl Guidance {
    pub(crate) fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }
}

/// `[criterion.ID]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Criterion {
    #[serde(skip)]
    pub(crate) id: String,
    /// Its title: a word, a colon, and what is asked for.
    pub(crate) title: String,
    /// One of the `themes`.
    pub(crate) theme: String,
    /// What measures it, with its thresholds, as { diversity = { at-least = 2 } }.
    pub(crate) check: Check,
    /// Id of a criterion above this one that has to be met or waived before this one is judged.
    pub(crate) after: Option<String>,
    /// How much it matters.
    pub(crate) level: Level,
    /// Whose demand it is. In a file of your own it is your own; leave it out.
    #[serde(default = "own")]
    pub(crate) basis: Basis,
    /// Whose number it is, where that is another. In a file of your own it is your own; leave it out.
    pub(super) number_basis: Option<Basis>,
    /// Whether it is assessed only where something is in the window; left out: true.
    #[serde(default = "yes")]
    pub(crate) needs_entries: bool,
    /// Whether it is judged for each category where several are declared; left out: false.
    #[serde(default)]
    pub(crate) per_category: bool,
    /// Whether its gap can be accepted by a `[[waive]]`; left out: true.
    #[serde(default = "yes")]
    pub(crate) waivable: bool,
    /// Where the demand stands.
    pub(crate) source: String,
    /// The document: the guidance's own source, or that of the edition that it extends.
    #[serde(skip)]
    pub(crate) document: String,
    /// Why it is asked for.
    pub(crate) why: String,
    /// How it is measured.
    pub(crate) how: String,
    /// What to do about a gap; phrases of the check stand in braces, as {more}.
    pub(crate) advice: String,
    /// What to state where it was not assessed; phrases of the check stand in braces.
    #[serde(default)]
    pub(crate) unassessed: String,
    /// What several people who have this gap do or lack, as goes on from "5 of 9": "state too few numbers". Left out: its id is named.
    pub(crate) shared: Option<String>,
    /// The range seen among awarded people.
    pub(crate) seen: Option<Seen>,
}

impl Criterion {
    pub(crate) fn number_basis(&self) -> Basis {
        self.number_basis.unwrap_or(self.basis)
    }
}

fn own() -> Basis {
    Basis::Own
}

pub(crate) fn yes() -> bool {
    true
}

/// How much a criterion matters, from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Level {
    /// A hint.
    Advisory,
    /// Good to have.
    Recommended,
    /// A must by the article or the program.
    Required,
}

/// A range seen among published cases.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Seen {
    /// What was counted.
    pub(crate) what: String,
    /// The low end among awarded people.
    pub(crate) low: u32,
    /// Where most of them are.
    pub(crate) middle: [u32; 2],
    /// The high end.
    pub(crate) high: u32,
    /// What is to be known beside it.
    pub(crate) note: Option<String>,
}

/// How a verdict comes about and is worded.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct VerdictRules {
    /// Themes with recommended gaps that still make it "nearly".
    pub(crate) nearly_at_most: u32,
    /// Words for no gap.
    pub(crate) ready: String,
    /// Words for a few gaps.
    pub(crate) nearly: String,
    /// Words for more.
    pub(crate) not_yet: String,
    /// What always follows.
    pub(crate) always: String,
}

/// Sentences that close a report; `{title}` is something that the person did.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Closing {
    /// For the verdict ready.
    pub(crate) ready: String,
    /// For the verdict nearly.
    pub(crate) nearly: String,
    /// For the verdict not-yet.
    pub(crate) not_yet: String,
    /// Where nothing is in the window, and something was before.
    pub(crate) earlier: String,
    /// Where nothing is in the window, and nothing was before.
    pub(crate) nothing: String,
}

/// A page that `explain` prints.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Page {
    /// Its id.
    #[serde(default)]
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// Where it comes from.
    pub(crate) source: String,
    /// When that was so.
    pub(crate) as_of: String,
    /// Its lines.
    pub(crate) text: Vec<String>,
}
