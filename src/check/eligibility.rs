//! Whether the person may hold the award at all: somebody who works for Microsoft may not.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Outcome, Remedy};
use crate::record::Record;

/// Takes no thresholds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Eligibility {}

impl Measure for Eligibility {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let (outcome, fact) = match record.profile.microsoft_employee {
            Some(false) => (Outcome::Met, "does not work for Microsoft"),
            Some(true) => (Outcome::Gap, "works for Microsoft"),
            None => (Outcome::NotAssessed, "not stated whether you work for Microsoft"),
        };
        Evidence::unmeasured(outcome, fact, self)
    }

    fn demand(&self) -> Demand {
        Demand { wanted: "not at Microsoft".into(), unit: "", target: None, phrases: &[], remedy: Remedy::NoActivity }
    }
}
