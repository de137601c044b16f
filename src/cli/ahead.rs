//! What the commands take that look at days to come.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::values::{day, whole};
use crate::forecast::{MONTHS, USUAL_MONTHS};

/// What `forecast` takes.
#[derive(Args, Debug)]
pub(crate) struct ForecastArguments {
    /// The profile [default: ./profile.toml].
    pub(crate) profile: Option<String>,
    /// The first day to look at; one in the past shows the way here [default: the day to judge on].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) from: Option<NaiveDate>,
    /// The last day to look at.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, conflicts_with = "months")]
    pub(crate) until: Option<NaiveDate>,
    /// How many months to look at.
    #[arg(long, value_name = "N", default_value_t = USUAL_MONTHS, value_parser = whole(MONTHS))]
    pub(crate) months: u32,
}

/// What `plan` takes.
#[derive(Args, Debug)]
pub(crate) struct PlanArguments {
    /// The profile [default: ./profile.toml].
    pub(crate) profile: Option<String>,
    /// The day by which the gaps are to be closed [default: in 90 days, for a renewal the last day of the cycle].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) by: Option<NaiveDate>,
}
