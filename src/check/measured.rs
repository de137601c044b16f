//! How many entries state a number, or have a channel that does.

use serde::Deserialize;

use crate::evidence::{Evidence, Measure, Remedy, Share};
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

    fn wanted(&self) -> String {
        text::percent(self.share.0)
    }

    fn unit(&self) -> &'static str {
        "share of entries"
    }

    fn target(&self) -> Option<f64> {
        Some(self.share.0)
    }

    fn phrases(&self) -> &'static [&'static str] {
        &["entries", "enough"]
    }

    fn remedy(&self) -> Remedy {
        Remedy::Numbers
    }
}
