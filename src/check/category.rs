//! Whether the person says in which award category the record is to be judged.

use serde::Deserialize;

use crate::evidence::{Evidence, Measure};
use crate::record::Record;
use crate::text;

/// How many categories a person names.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Category {
    /// At least so many.
    pub at_least: u32,
    /// At most so many; `inf` for no limit.
    #[serde(default = "no_limit")]
    pub at_most: f64,
}

fn no_limit() -> f64 {
    f64::INFINITY
}

impl Measure for Category {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let categories = &record.profile.categories;
        let declared = categories.len() as f64;
        let is_met = declared >= f64::from(self.at_least) && declared <= self.at_most;
        let fact = match categories.as_slice() {
            [] => "no category named".into(),
            named => text::joined(&named.iter().map(|category| category.name.clone()).collect::<Vec<_>>(), "and"),
        };
        let change = if declared > self.at_most {
            format!("Keep at most {}", text::counted(self.at_most, "category", "categories"))
        } else {
            format!("Name at least {}", text::counted(f64::from(self.at_least), "category", "categories"))
        };
        let evidence = Evidence::number(is_met, declared, fact, self).phrase("change", change);
        if self.at_most.is_finite() { evidence.detail("target_at_most", self.at_most) } else { evidence }
    }

    fn wanted(&self) -> String {
        let at_least = text::number(f64::from(self.at_least));
        if self.at_most.is_finite() { format!("{at_least} to {}", text::number(self.at_most)) } else { at_least }
    }

    fn unit(&self) -> &'static str {
        "award categories"
    }

    fn target(&self) -> Option<f64> {
        Some(f64::from(self.at_least))
    }

    fn phrases(&self) -> &'static [&'static str] {
        &["change"]
    }
}
