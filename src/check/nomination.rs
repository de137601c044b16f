//! Whether somebody nominates the person.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Outcome, Remedy};
use crate::profile::{Nominator, Stage};
use crate::record::Record;
use crate::text;

/// Takes no thresholds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Nomination {}

impl Measure for Nomination {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let profile = record.profile;
        if profile.stage == Stage::Renewal {
            return Evidence::not_assessed("a renewal needs no nomination", self);
        }
        let on = profile.nominated_on.map_or(String::new(), |day| format!(", on {}", text::date(day)));
        let (outcome, fact) = match profile.nominator {
            Some(Nominator::Mvp) => (Outcome::Met, format!("by an MVP{on}")),
            Some(Nominator::MicrosoftEmployee) => (Outcome::Met, format!("by a Microsoft employee{on}")),
            None => (Outcome::Gap, "nobody named yet".into()),
        };
        Evidence::unmeasured(outcome, fact, self)
    }

    fn demand(&self) -> Demand {
        Demand { wanted: "a nominator".into(), unit: "", target: None, phrases: &[], remedy: Remedy::NoActivity }
    }
}
