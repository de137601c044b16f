//! All checks. A new one is a file in `check/` and its line in each list here; serde reads its thresholds from the guidance.

pub(crate) mod amount;
pub(crate) mod category;
pub(crate) mod concentration;
pub(crate) mod diversity;
pub(crate) mod eligibility;
pub(crate) mod evidence;
pub(crate) mod focus;
pub(crate) mod free_of_charge;
pub(crate) mod freshness;
pub(crate) mod impact;
pub(crate) mod measured;
pub(crate) mod nomination;
pub(crate) mod originality;
pub(crate) mod reach;
pub(crate) mod recency;
pub(crate) mod regularity;

use serde::Deserialize;

use crate::evidence::Measure;

/// A check with its thresholds, as the guidance writes it: `{ diversity = { at-least = 2 } }`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Check {
    /// Activities that the entries amount to.
    Amount(amount::Amount),
    /// Award categories named.
    Category(category::Category),
    /// The largest type's share.
    Concentration(concentration::Concentration),
    /// Types of activity.
    Diversity(diversity::Diversity),
    /// May hold the award.
    Eligibility(eligibility::Eligibility),
    /// Entries with a link.
    Evidence(evidence::Evidence),
    /// Amount in the person's areas.
    Focus(focus::Focus),
    /// Nothing paid.
    FreeOfCharge(free_of_charge::FreeOfCharge),
    /// Days since the newest active day.
    Freshness(freshness::Freshness),
    /// Notable entries.
    Impact(impact::Impact),
    /// Entries that state a number.
    Measured(measured::Measured),
    /// Somebody nominates.
    Nomination(nomination::Nomination),
    /// Entries that repeat nothing.
    Originality(originality::Originality),
    /// People reached.
    Reach(reach::Reach),
    /// Entries in the window.
    Recency(recency::Recency),
    /// Active months and pauses.
    Regularity(regularity::Regularity),
}

impl Check {
    pub(crate) fn measure(&self) -> &dyn Measure {
        match self {
            Self::Amount(check) => check,
            Self::Category(check) => check,
            Self::Concentration(check) => check,
            Self::Diversity(check) => check,
            Self::Eligibility(check) => check,
            Self::Evidence(check) => check,
            Self::Focus(check) => check,
            Self::FreeOfCharge(check) => check,
            Self::Freshness(check) => check,
            Self::Impact(check) => check,
            Self::Measured(check) => check,
            Self::Nomination(check) => check,
            Self::Originality(check) => check,
            Self::Reach(check) => check,
            Self::Recency(check) => check,
            Self::Regularity(check) => check,
        }
    }

    /// Ids of the types that it looks at, where the guidance names them.
    pub(crate) fn types(&self) -> &[String] {
        match self {
            Self::Originality(check) => &check.types,
            Self::FreeOfCharge(check) => &check.types,
            _ => &[],
        }
    }
}
