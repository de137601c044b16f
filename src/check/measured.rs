//! How many entries state a number, or have a channel that does.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, Share};
use crate::record::Record;
use crate::text;

/// How many entries are to state a number.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Measured {
    /// At least this share of them.
    pub(crate) share: Share,
}

impl Measure for Measured {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        Evidence::share_of_entries(
            record,
            self.share,
            self,
            |entry| entry.is_covered || !entry.contribution.impact.is_empty(),
            ("has a number", "have a number"),
        )
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::percent(self.share.0),
            unit: "share of entries",
            target: Some(self.share.0),
            phrases: &["entries", "enough"],
            remedy: Remedy::Numbers,
        }
    }
}
