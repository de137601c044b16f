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

/// All words of one edition.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// Activity types, in the order of the guidance.
    pub(crate) types: Vec<ActivityType>,
    /// Metrics, in the order of the guidance.
    pub(crate) metrics: Vec<Metric>,
    /// Award categories, in the order of the guidance.
    pub(crate) categories: Vec<AwardCategory>,
    /// Themes, in the order in which their criteria are shown.
    pub(crate) themes: Vec<String>,
    /// Ids of the criteria, in the order of the guidance.
    pub(crate) criteria: Vec<String>,
    /// Ids of the criteria whose gap cannot be accepted by a waiver.
    pub(crate) never_waived: Vec<String>,
    /// Which days count.
    pub(crate) award_window: AwardWindow,
}

/// A kind of contribution.
#[derive(Clone, Debug)]
pub(crate) struct ActivityType {
    /// Its name in a profile.
    pub(crate) id: String,
    /// One of them, with its article: "a talk".
    pub(crate) one: String,
    /// Several: "talks".
    pub(crate) many: String,
    /// What one does with it: "give".
    pub(crate) verb: String,
    /// What belongs to it, in a sentence.
    pub(crate) what: String,
    /// Why it never counts as a contribution, where it does not.
    pub(crate) left_out: Option<String>,
    /// Whether one does several of it in a year.
    pub(crate) often: bool,
    /// Activities that one of them amounts to.
    pub(crate) weight: f64,
    /// Whose number that is.
    pub(crate) weight_basis: Basis,
    /// The group it belongs to where types of activity are counted; types of one group count once.
    pub(crate) channel: String,
    /// What it may state.
    pub(crate) metrics: Vec<MetricOfType>,
    /// The portal's names for it, compared without case.
    pub(crate) aliases: Vec<String>,
    /// Types that are an easy next step from this one, the easiest first.
    pub(crate) near: Vec<String>,
    /// How to begin with it.
    pub(crate) begin: String,
    /// Where its numbers are looked up.
    pub(crate) numbers: String,
}

/// A metric that a type may state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MetricOfType {
    /// Which metric.
    pub(crate) id: MetricId,
    /// The value from which one such contribution is notable, where there is one.
    pub(crate) notable: Option<f64>,
    /// Whose number that is.
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

/// Something that can be counted about a contribution.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Metric {
    /// Its name in a profile.
    pub(crate) id: String,
    /// One of it: "view".
    pub(crate) one: String,
    /// Several: "views".
    pub(crate) many: String,
    /// What is counted, in a sentence.
    pub(crate) what: String,
    /// Whether it counts as people reached, and where.
    pub(crate) reach: Option<Reach>,
    /// A level is a state (stars, members): it is never scaled by time. The others add up over time.
    pub(crate) level: bool,
    /// The largest value of a decimal metric (a rating); a metric without one takes whole numbers.
    pub(crate) decimal_up_to: Option<f64>,
}

/// A category in which the award is given.
#[derive(Clone, Debug)]
pub(crate) struct AwardCategory {
    /// Its name.
    pub(crate) name: String,
    /// Its technology areas; empty where the edition lists none.
    pub(crate) areas: Vec<String>,
}

impl Vocabulary {
    /// The activity type with an id.
    pub(crate) fn type_id(&self, id: &str) -> Option<TypeId> {
        let at = self.types.iter().position(|known| known.id == id)?;
        u8::try_from(at).ok().map(TypeId)
    }

    /// All activity types with their ids.
    pub(crate) fn types_with_ids(&self) -> impl Iterator<Item = (TypeId, &ActivityType)> {
        (0..=u8::MAX).map(TypeId).zip(&self.types)
    }

    /// What is said of the type with an id.
    pub(crate) fn type_named(&self, id: &str) -> Option<&ActivityType> {
        self.types.iter().find(|known| known.id == id)
    }

    /// The activity type that the award's portal knows by this name, without case.
    pub(crate) fn type_of_alias(&self, name: &str) -> Option<&ActivityType> {
        self.types.iter().find(|known| known.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name.trim())))
    }

    /// The metric with an id.
    pub(crate) fn metric_id(&self, id: &str) -> Option<MetricId> {
        let at = self.metrics.iter().position(|known| known.id == id)?;
        u8::try_from(at).ok().map(MetricId)
    }

    /// What is said of a type.
    pub(crate) fn activity_type(&self, id: TypeId) -> &ActivityType {
        &self.types[usize::from(id.0)]
    }

    /// What is said of a metric.
    pub(crate) fn metric(&self, id: MetricId) -> &Metric {
        &self.metrics[usize::from(id.0)]
    }

    /// Ids of the metrics that a type may state.
    pub(crate) fn metrics_of<'v>(&'v self, activity_type: &ActivityType) -> Vec<&'v str> {
        activity_type.metrics.iter().map(|metric| self.metric(metric.id).id.as_str()).collect()
    }

    /// Ids of the metrics that the type with an id may state; none where there is no such type.
    pub(crate) fn metrics_of_named(&self, id: &str) -> Vec<&str> {
        self.type_named(id).map_or_else(Vec::new, |known| self.metrics_of(known))
    }

    /// Whether the edition lists technology areas at all.
    pub(crate) fn lists_areas(&self) -> bool {
        self.categories.iter().any(|category| !category.areas.is_empty())
    }

    /// The listed technology area of this name, without case; the part in parentheses may be left out.
    pub(crate) fn area(&self, name: &str) -> Option<&str> {
        self.areas().find(|area| is_area(area, name))
    }

    /// All listed technology areas.
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
    /// Whether it counts as a contribution at all.
    pub(crate) fn counts(&self) -> bool {
        self.left_out.is_none()
    }

    /// One of it without its article: "talk".
    pub(crate) fn word(&self) -> &str {
        self.one.strip_prefix("a ").or(self.one.strip_prefix("an ")).unwrap_or(&self.one)
    }

    /// What it says of a metric that it may state.
    pub(crate) fn metric(&self, metric: MetricId) -> Option<&MetricOfType> {
        self.metrics.iter().find(|known| known.id == metric)
    }

    /// From how many of a metric on one of it is notable, where there is such a number.
    pub(crate) fn notable_from(&self, metric: MetricId) -> Option<f64> {
        self.metric(metric).and_then(|known| known.notable)
    }

    /// So many of it: "1 certification", "3 talks".
    pub(crate) fn counted(&self, number: f64) -> String {
        crate::text::counted(number, self.word(), &self.many)
    }
}

impl Metric {
    /// How many each of several has of what is stated for all: a level is that of each.
    pub(crate) fn each(&self, stated: f64, count: u32) -> f64 {
        if self.level { stated } else { stated / f64::from(count) }
    }
}

impl AwardCategory {
    /// Whether the category lists an area.
    pub(crate) fn lists(&self, area: &str) -> bool {
        self.areas.iter().any(|listed| is_area(listed, area))
    }
}

/// Whether a name means a listed area: with or without its parenthesis, in any case.
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
