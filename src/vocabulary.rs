//! The words of an edition of the guidance: activity types, metrics, award categories, technology areas, the award window,
//! and the ids of its criteria. A profile is read against them.

pub(crate) mod award_window;
pub(crate) mod basis;

use serde::{Deserialize, Serialize};

pub(crate) use award_window::{AwardWindow, DayOfYear};
pub(crate) use basis::Basis;

/// Index of an activity type in [`Vocabulary::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(pub(crate) u8);

/// Index of a metric in [`Vocabulary::metrics`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MetricId(pub(crate) u8);

#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) types: Vec<ActivityType>,
    pub(crate) metrics: Vec<Metric>,
    pub(crate) categories: Vec<AwardCategory>,
    /// In the order in which a report shows them.
    pub(crate) themes: Vec<String>,
    pub(crate) criteria: Vec<String>,
    /// Ids of the criteria whose gap cannot be accepted by a waiver.
    pub(crate) never_waived: Vec<String>,
    pub(crate) award_window: AwardWindow,
}

#[derive(Clone, Debug)]
pub(crate) struct ActivityType {
    pub(crate) id: String,
    /// One of them, with its article: "a talk".
    pub(crate) one: String,
    /// Several: "talks".
    pub(crate) many: String,
    /// As in "give a talk".
    pub(crate) verb: String,
    pub(crate) what: String,
    /// Why it never counts as a contribution, where it does not.
    pub(crate) left_out: Option<String>,
    /// Whether people do several of it in a year.
    pub(crate) often: bool,
    /// Activities that one of them amounts to.
    pub(crate) weight: f64,
    pub(crate) weight_basis: Basis,
    /// The group it belongs to where types of activity are counted; types of one group count once.
    pub(crate) channel: String,
    pub(crate) metrics: Vec<MetricOfType>,
    /// The portal's names for it, compared without case.
    pub(crate) aliases: Vec<String>,
    /// Types that are an easy next step from this one, the easiest first.
    pub(crate) near: Vec<String>,
    pub(crate) begin: String,
    /// Where its numbers are looked up.
    pub(crate) numbers: String,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct MetricOfType {
    pub(crate) id: MetricId,
    /// The value from which one such contribution is notable, where there is one.
    pub(crate) notable: Option<f64>,
    pub(crate) notable_basis: Basis,
}

/// Where a metric counts as people reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reach {
    /// Seen, heard or used from afar.
    Online,
    /// People in a room.
    InPerson,
}

/// `[metric.ID]`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all(deserialize = "kebab-case"), deny_unknown_fields)]
pub(crate) struct Metric {
    #[serde(skip_deserializing)]
    pub(crate) id: String,
    /// One of it: "view".
    pub(crate) one: String,
    /// Several: "views".
    pub(crate) many: String,
    /// What is counted, in a sentence.
    pub(crate) what: String,
    /// Whether it counts as people reached, and where; left out: it does not.
    pub(crate) reach: Option<Reach>,
    /// Whether it is a state, as stars or members: then it is never scaled by time.
    #[serde(default)]
    pub(crate) level: bool,
    /// The largest value of a decimal metric, as a rating; left out: it takes whole numbers.
    pub(crate) decimal_up_to: Option<f64>,
}

/// `[[category]]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AwardCategory {
    /// Its name, as profiles write it.
    pub(crate) name: String,
    /// Its technology areas; left out: any name is one.
    #[serde(default)]
    pub(crate) areas: Vec<String>,
}

impl Vocabulary {
    pub(crate) fn type_id(&self, id: &str) -> Option<TypeId> {
        let at = self.types.iter().position(|known| known.id == id)?;
        u8::try_from(at).ok().map(TypeId)
    }

    pub(crate) fn types_with_ids(&self) -> impl Iterator<Item = (TypeId, &ActivityType)> {
        (0..=u8::MAX).map(TypeId).zip(&self.types)
    }

    pub(crate) fn type_named(&self, id: &str) -> Option<&ActivityType> {
        self.types.iter().find(|known| known.id == id)
    }

    /// The activity type that the award's portal knows by this name, without case.
    pub(crate) fn type_of_alias(&self, name: &str) -> Option<&ActivityType> {
        self.types.iter().find(|known| known.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name.trim())))
    }

    pub(crate) fn metric_id(&self, id: &str) -> Option<MetricId> {
        let at = self.metrics.iter().position(|known| known.id == id)?;
        u8::try_from(at).ok().map(MetricId)
    }

    pub(crate) fn activity_type(&self, id: TypeId) -> &ActivityType {
        &self.types[usize::from(id.0)]
    }

    pub(crate) fn metric(&self, id: MetricId) -> &Metric {
        &self.metrics[usize::from(id.0)]
    }

    pub(crate) fn metrics_of<'v>(&'v self, activity_type: &ActivityType) -> Vec<&'v str> {
        activity_type.metrics.iter().map(|metric| self.metric(metric.id).id.as_str()).collect()
    }

    /// Ids of the metrics of a type; none where there is no such type.
    pub(crate) fn metrics_of_named(&self, id: &str) -> Vec<&str> {
        self.type_named(id).map_or_else(Vec::new, |known| self.metrics_of(known))
    }

    pub(crate) fn lists_areas(&self) -> bool {
        self.categories.iter().any(|category| !category.areas.is_empty())
    }

    /// The listed technology area of this name, without case; the part in parentheses may be left out.
    pub(crate) fn area(&self, name: &str) -> Option<&str> {
        self.areas().find(|area| is_area(area, name))
    }

    pub(crate) fn areas(&self) -> impl Iterator<Item = &str> {
        self.categories.iter().flat_map(|category| &category.areas).map(String::as_str)
    }

    /// The types of one group, in words: "talks and events".
    pub(crate) fn channel_name(&self, channel: &str) -> String {
        let members = self.types.iter().filter(|known| known.channel == channel && known.counts());
        crate::text::joined(&members.map(|known| known.many.clone()).collect::<Vec<_>>(), "and")
    }
}

impl ActivityType {
    pub(crate) fn counts(&self) -> bool {
        self.left_out.is_none()
    }

    /// One of it without its article: "talk".
    pub(crate) fn word(&self) -> &str {
        self.one.strip_prefix("a ").or(self.one.strip_prefix("an ")).unwrap_or(&self.one)
    }

    pub(crate) fn metric(&self, metric: MetricId) -> Option<&MetricOfType> {
        self.metrics.iter().find(|known| known.id == metric)
    }

    pub(crate) fn notable_from(&self, metric: MetricId) -> Option<f64> {
        self.metric(metric).and_then(|known| known.notable)
    }

    /// "1 certification", "3 talks".
    pub(crate) fn counted(&self, number: f64) -> String {
        crate::text::counted(number, self.word(), &self.many)
    }
}

impl Metric {
    /// The share of each of several in a number that all of them have: a level applies to each.
    pub(crate) fn each(&self, stated: f64, count: u32) -> f64 {
        if self.level { stated } else { stated / f64::from(count) }
    }
}

impl AwardCategory {
    pub(crate) fn lists(&self, area: &str) -> bool {
        self.areas.iter().any(|listed| is_area(listed, area))
    }
}

/// Whether a name means a listed area: with or without its parenthesis, case-insensitively.
fn is_area(listed: &str, name: &str) -> bool {
    let (listed, name) = (listed.trim(), name.trim());
    let short = listed.split_once(" (").map_or(listed, |(short, _)| short);
    listed.eq_ignore_ascii_case(name) || short.eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_known_with_and_without_its_parenthesis() {
        let vocabulary = Vocabulary {
            categories: vec![AwardCategory {
                name: "Microsoft Azure".into(),
                areas: vec!["Azure Arc (Arc SQL Server, Arc SQL MI)".into(), "PowerShell".into()],
            }],
            ..Vocabulary::default()
        };
        assert_eq!(vocabulary.area("azure arc"), Some("Azure Arc (Arc SQL Server, Arc SQL MI)"));
        assert_eq!(vocabulary.area("Azure Arc (Arc SQL Server, Arc SQL MI)"), vocabulary.area("Azure Arc"));
        assert_eq!(vocabulary.area("Azure"), None);
        assert!(vocabulary.categories[0].lists("powershell"));
    }
}
