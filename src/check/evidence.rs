//! How many entries have a link at which they can be seen.

use serde::Deserialize;

use crate::evidence::{Demand, Measure, Remedy, Share};
use crate::record::Record;
use crate::text;

/// How many entries are to have a link.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Evidence {
    /// At least this share of them.
    pub(crate) share: Share,
}

impl Measure for Evidence {
    fn measure<'p>(&self, record: &Record<'p>) -> crate::evidence::Evidence<'p> {
        crate::evidence::Evidence::share_of_entries(
            record,
            self.share,
            self,
            |entry| entry.contribution.url.is_some(),
            ("has a link", "have a link"),
        )
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::percent(self.share.0),
            unit: "share of entries",
            target: Some(self.share.0),
            phrases: &["entries", "enough"],
            remedy: Remedy::NoActivity,
        }
    }
}
