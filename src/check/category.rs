//! Whether the person says in which award category the record is to be judged.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy};
use crate::record::Record;
use crate::text;

/// How many categories a person names.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Category {
    /// At least so many.
    pub(crate) at_least: u32,
    /// At most so many; 0 for no limit.
    #[serde(default)]
    pub(crate) at_most: u32,
}

impl Category {
    fn limit(self) -> Option<f64> {
        Some(f64::from(self.at_most)).filter(|limit| *limit > 0.0)
    }
}

impl Measure for Category {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let categories = &record.profile.categories;
        let declared = categories.len() as f64;
        let excess = self.limit().filter(|limit| declared > *limit);
        let is_met = declared >= f64::from(self.at_least) && excess.is_none();
        let fact = match categories.as_slice() {
            [] => "no category named".into(),
            named => text::joined(&named.iter().map(|category| category.name.clone()).collect::<Vec<_>>(), "and"),
        };
        let change = match excess {
            Some(limit) => format!("Keep at most {}", text::counted(limit, "category", "categories")),
            None => format!("Name at least {}", text::counted(f64::from(self.at_least), "category", "categories")),
        };
        let evidence = Evidence::number(is_met, declared, fact, self).phrase("change", || change);
        match self.limit() {
            Some(limit) => evidence.detail("target_at_most", limit),
            None => evidence,
        }
    }

    fn demand(&self) -> Demand {
        let at_least = text::number(f64::from(self.at_least));
        let up_to = |limit| format!("{at_least} to {}", text::number(limit));
        Demand {
            wanted: self.limit().map_or_else(|| format!("at least {at_least}"), up_to),
            unit: "award categories",
            target: Some(f64::from(self.at_least)),
            phrases: &["change"],
            remedy: Remedy::NoActivity,
        }
    }
}
