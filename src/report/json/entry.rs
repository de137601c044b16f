//! An entry in the keys of a profile, as JSON.

use serde::Serialize;

use crate::profile::{NewEntry, Until};
use crate::render::json::{ByName, Day, Number};

/// An entry with the keys that it would have in a profile; what it does not state is not there.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct EntryJson<'e> {
    #[serde(rename = "type")]
    activity_type: &'e str,
    title: &'e str,
    date: Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ongoing: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'e str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    technology_areas: &'e [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    audience: &'e [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    highlight: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<ByName<'e, Number>>,
}

impl<'e> EntryJson<'e> {
    pub(crate) fn of(entry: &'e NewEntry) -> Self {
        let number = |(metric, value): &'e (String, f64)| (metric.as_str(), Number(*value));
        let (until, ongoing) = match entry.until {
            Until::SameDay => (None, None),
            Until::Day(day) => (Some(Day(day)), None),
            Until::Ongoing => (None, Some(true)),
        };
        Self {
            activity_type: &entry.activity_type,
            title: &entry.title,
            date: Day(entry.date),
            until,
            ongoing,
            url: entry.url.as_deref(),
            role: entry.role.as_deref(),
            count: (entry.count != 1).then_some(entry.count),
            category: entry.category.as_deref(),
            technology_areas: &entry.areas,
            audience: &entry.audience,
            language: entry.language.as_deref(),
            paid: entry.paid,
            description: entry.description.as_deref(),
            highlight: entry.highlight.as_deref(),
            impact: (!entry.impact.is_empty()).then(|| ByName(entry.impact.iter().map(number).collect())),
        }
    }
}
