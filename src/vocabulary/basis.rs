//! Whose number it is, and how that is said.

use serde::{Deserialize, Serialize};

use crate::text::{OWN, YARDSTICK};

/// Whose demand, or whose number, it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Basis {
    /// The article's.
    Article,
    /// The program's.
    Program,
    /// A default of this tool.
    Yardstick,
    /// Changed by a guidance file of one's own.
    Own,
}

impl Basis {
    /// The mark of a number that is not the guidance's own; it stays on the line of its number.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Self::Article | Self::Program => "",
            Self::Yardstick => YARDSTICK,
            Self::Own => OWN,
        }
    }

    /// What the mark means, as an aside after a number.
    pub(crate) fn aside(self) -> &'static str {
        match self {
            Self::Article | Self::Program => "",
            Self::Yardstick => " (a yardstick of this tool)",
            Self::Own => " (a number of your own guidance)",
        }
    }
}
