//! What is new since an earlier report, as JSON.

use serde::Serialize;

use crate::comparison::{Change, Comparison, Growth};
use crate::evidence::Outcome;
use crate::render::json::{Day, Number};
use crate::report::json::findings::ContributionPlace;

/// What is new since an earlier report.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Comparison"))]
pub(crate) struct JsonComparison<'a> {
    /// The day of the earlier report.
    as_of: Day,
    /// The guidance that it was judged by.
    guidance: &'a str,
    /// Gaps that were none.
    new: Vec<JsonChange<'a>>,
    /// Gaps that are none any more.
    fixed: Vec<JsonChange<'a>>,
    /// Gaps that still are.
    same: Vec<JsonChange<'a>>,
    /// What else came out in another way.
    changed: Vec<JsonChange<'a>>,
    /// Entries that count and did not; null where the earlier report lists none.
    entries_added: Option<usize>,
    /// The same entries, at most 50.
    entries: Vec<ContributionPlace<'a>>,
    /// Entries that counted and do not any more; null where the earlier report lists none.
    entries_left: Option<usize>,
    /// Numbers that grew.
    numbers: Vec<JsonGrowth<'a>>,
}

/// A criterion that came out in another way, or as before.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Change"))]
struct JsonChange<'a> {
    /// Its id.
    criterion: &'a str,
    /// The declared category that it was judged for, where it is judged for each.
    category: Option<&'a str>,
    /// How it came out then; null where it was not judged.
    from: Option<Outcome>,
    /// How it came out now.
    to: Outcome,
}

/// A number that grew.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Growth"))]
struct JsonGrowth<'a> {
    /// What is counted: `amount`, `online`, `in_person`, or a metric.
    name: &'a str,
    /// The entry that states it; null for a sum of all.
    contribution: Option<ContributionPlace<'a>>,
    /// What it was.
    from: Number,
    /// What it is.
    to: Number,
}

impl<'a> JsonComparison<'a> {
    pub(crate) fn new(comparison: &'a Comparison<'a>) -> Self {
        let changes = |changes: &'a [Change<'a>]| changes.iter().map(json_change).collect();
        let entries = comparison.entries.as_ref();
        Self {
            as_of: Day(comparison.as_of),
            guidance: &comparison.guidance,
            new: changes(&comparison.new),
            fixed: changes(&comparison.fixed),
            same: changes(&comparison.same),
            changed: changes(&comparison.changed),
            entries_added: entries.map(|entries| entries.added.len()),
            entries: entries.map_or(Vec::new(), |entries| {
                entries.added.iter().take(crate::evidence::MOST_CONTRIBUTIONS).map(|it| ContributionPlace::new(it)).collect()
            }),
            entries_left: entries.map(|entries| entries.left),
            numbers: comparison.numbers.iter().map(json_growth).collect(),
        }
    }
}

fn json_change<'a>(change: &'a Change<'a>) -> JsonChange<'a> {
    JsonChange { criterion: change.criterion, category: change.category, from: change.from, to: change.to }
}

fn json_growth<'a>(growth: &'a Growth<'a>) -> JsonGrowth<'a> {
    JsonGrowth {
        name: growth.name,
        contribution: growth.contribution.map(ContributionPlace::new),
        from: Number(growth.from),
        to: Number(growth.to),
    }
}
