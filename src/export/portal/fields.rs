//! An activity in the fields of the portal, filled from what the profile states.

use chrono::NaiveDate;

use crate::guidance::{Portal, PortalActivity};
use crate::profile::{Contribution, Profile};
use crate::text::escape_control_chars;
use crate::vocabulary::{MetricId, Vocabulary};

pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    /// What goes into it; `None` where the profile does not say.
    pub(crate) value: Option<FieldValue<'a>>,
}

pub(crate) enum FieldValue<'a> {
    Text(&'a str),
    List(Vec<&'a str>),
    Number(f64),
    Day(NaiveDate),
}

impl FieldValue<'_> {
    pub(crate) fn line(&self) -> String {
        match self {
            Self::Text(text) => escape_control_chars(text).trim().to_owned(),
            // A name may have a comma of its own.
            Self::List(names) => escape_control_chars(&names.join("; ")).into_owned(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// All fields of an activity but its type: those of every activity, then the numbers of its own type on the portal.
pub(crate) fn fields<'a>(
    contribution: &'a Contribution<'_>,
    activity: Option<&'a PortalActivity>,
    portal: &'a Portal,
    profile: &'a Profile<'_>,
    vocabulary: &'a Vocabulary,
) -> Vec<Field<'a>> {
    let names = &portal.fields;
    let mut areas = contribution.areas.iter().map(|area| profile.area_names[usize::from(area.0)].as_ref());
    let primary = areas.next().map(FieldValue::Text);
    let audience = contribution.story.audience.iter().filter_map(|audience| known(&portal.audiences, audience));
    let role = activity.map_or(&portal.roles[..], |activity| portal.roles_of(activity));
    let role = contribution.role.and_then(|stated| known(role, stated));
    let common = [
        (&names.primary_area, primary),
        (&names.additional_areas, list(areas.collect())),
        (&names.title, text(&contribution.title)),
        (&names.description, contribution.story.description.as_deref().and_then(text)),
        // Nothing of a profile is meant for it, least of all the private notes.
        (&names.private_description, None),
        (&names.audience, list(audience.collect())),
        (&names.date, Some(FieldValue::Day(contribution.date))),
        (&names.role, role.map(FieldValue::Text)),
        (&names.quantity, Some(FieldValue::Number(f64::from(contribution.count)))),
        (&names.url, contribution.url.as_deref().and_then(text)),
    ];
    let common = common.into_iter().map(|(name, value)| Field { name, value });
    let numbers = activity.into_iter().flat_map(|activity| &activity.numbers).map(|number| {
        let stated = filling(&number.metrics, contribution, vocabulary).map(|(_, value)| value);
        let count = number.or_count.then_some(f64::from(contribution.count));
        Field { name: &number.name, value: stated.or(count).map(FieldValue::Number) }
    });
    common.chain(numbers).collect()
}

/// The metric that fills a number of the portal, with its value: the first that is stated.
pub(crate) fn filling(metrics: &[String], contribution: &Contribution<'_>, vocabulary: &Vocabulary) -> Option<(MetricId, f64)> {
    let stated = |name: &String| {
        let id = vocabulary.metric_id(name)?;
        contribution.impact.iter().find(|(stated, _)| *stated == id).copied()
    };
    metrics.iter().find_map(stated)
}

pub(crate) fn known<'p>(words: &'p [String], stated: &str) -> Option<&'p str> {
    words.iter().find(|word| word.eq_ignore_ascii_case(stated.trim())).map(String::as_str)
}

fn text(text: &str) -> Option<FieldValue<'_>> {
    (!text.trim().is_empty()).then_some(FieldValue::Text(text))
}

fn list(names: Vec<&str>) -> Option<FieldValue<'_>> {
    (!names.is_empty()).then_some(FieldValue::List(names))
}
