//! How long ago the newest active day is.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy};
use crate::record::{Entry, Record, nearby};
use crate::text;

/// How fresh the newest entry is to be.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Freshness {
    /// At most so many days ago.
    pub(crate) within_days: u32,
}

impl Measure for Freshness {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let newest = record.entries.iter().filter_map(|entry| Some((entry.active.newest()?, entry))).max_by_key(|(day, _)| *day);
        // Without an active day the wait began before the window did.
        let since = newest.map_or(record.window.from.pred_opt().unwrap_or(NaiveDate::MIN), |(day, _)| day);
        let days = (record.as_of - since).num_days() as f64;
        let fact = match newest {
            Some(_) if days < 1.0 => "newest today".into(),
            Some((day, _)) => format!("newest {}, {} ago", text::date(day), text::counted(days, "day", "days")),
            None => "nothing new in the window".into(),
        };
        Evidence::number(days <= f64::from(self.within_days), days, fact, self)
            .about(newest.map(|(_, entry): (_, &Entry<'p>)| entry.contribution))
            .phrase("closest", || nearby::usual(record.profile, record.vocabulary))
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: format!("at most {}", text::counted(f64::from(self.within_days), "day", "days")),
            unit: "days",
            target: Some(f64::from(self.within_days)),
            phrases: &["closest"],
            remedy: Remedy::Lately(self.within_days),
        }
    }
}
