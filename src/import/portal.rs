//! Import of what the award's portal gave out as JSON: contributions of its old API, activities of its privacy export.

use chrono::{DateTime, NaiveDate, TimeDelta};
use serde::Deserialize;

use crate::guidance::annual::{reach_metric, second_metric};
use crate::import::model::{Imported, Request, Unreadable};
use crate::import::service::{List, Response, items};
use crate::import::stated::{day, number, said, title};
use crate::import::type_names::TypeNames;
use crate::profile::NewEntry;
use crate::profile::fields::MAX_ITEMS;
use crate::profile::model::ROLES;
use crate::source::json::plain;

/// The title of what was deleted in the portal.
const DELETED: &str = "[GDPR Delete]";

#[derive(Deserialize)]
#[serde(expecting = "contributions of the old API, or the privacy export")]
struct Wrapper<'t> {
    #[serde(borrow, rename = "Contributions")]
    contributions: Option<List<'t>>,
    #[serde(borrow, rename = "mostValuableProfessionalProgram")]
    program: Option<Program<'t>>,
}

#[derive(Deserialize)]
struct Program<'t> {
    #[serde(borrow)]
    activities: Option<List<'t>>,
}

/// A contribution of the old API, or an activity of the privacy export, which names the same things otherwise.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Activity<'t> {
    #[serde(alias = "title")]
    title: Option<String>,
    #[serde(alias = "description")]
    description: Option<String>,
    #[serde(alias = "url")]
    reference_url: Option<String>,
    #[serde(alias = "activityTypeName")]
    contribution_type_name: Option<String>,
    contribution_type: Option<Name>,
    contribution_technology: Option<Name>,
    #[serde(rename = "technologyFocusArea")]
    focus_area: Option<String>,
    start_date: Option<String>,
    #[serde(rename = "dateCreated")]
    date_created: Option<String>,
    #[serde(deserialize_with = "number")]
    annual_quantity: Option<f64>,
    #[serde(deserialize_with = "number")]
    second_annual_quantity: Option<f64>,
    #[serde(alias = "annualReach", deserialize_with = "number")]
    annual_reach: Option<f64>,
    #[serde(borrow, rename = "targetAudience")]
    audience: Option<List<'t>>,
    #[serde(rename = "role")]
    role: Option<String>,
}

#[derive(Deserialize)]
struct Name {
    #[serde(rename = "Name")]
    name: Option<String>,
}

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let response = Response::read(bytes, request)?;
    let list = match response.list()? {
        Some(list) => list,
        None => wrapped(response.all()?)?,
    };
    let types = TypeNames::of(request.vocabulary);
    let mut has_created = false;
    let items = items("activity", &list, |activity: Activity<'_>| {
        has_created |= activity.date_created.is_some();
        entry(activity, &types, request)
    });
    let note = has_created.then(|| {
        "Dates are those that the export names `dateCreated`: perhaps the day of filing rather than of the activity.".to_owned()
    });
    Ok(Imported { items, note })
}

fn wrapped(wrapper: Wrapper<'_>) -> Result<List<'_>, Unreadable> {
    let list = wrapper.contributions.or(wrapper.program.and_then(|program| program.activities));
    let help = "the old API has `Contributions`, the privacy export `mostValuableProfessionalProgram` with `activities`";
    list.ok_or_else(|| Unreadable::new("it has no activities", help))
}

fn entry(activity: Activity<'_>, types: &TypeNames<'_>, request: &Request<'_>) -> Result<NewEntry, String> {
    let title = title(activity.title)?;
    if title.eq_ignore_ascii_case(DELETED) {
        return Err("deleted in the portal".into());
    }
    let name_of = |name: Option<Name>| name.and_then(|name| name.name);
    let type_name = said(activity.contribution_type_name).or(said(name_of(activity.contribution_type))).unwrap_or_default();
    let activity_type =
        types.find_or(Some(&type_name).filter(|name| !name.is_empty()).map(String::as_str), request.activity_type)?;
    let date = date(said(activity.start_date), said(activity.date_created))?;
    let mut entry = NewEntry::new(&activity_type.id, &title, date);
    entry.url = said(activity.reference_url);
    entry.description = said(activity.description);
    entry.areas = said(name_of(activity.contribution_technology)).or(said(activity.focus_area)).into_iter().collect();
    entry.audience = audience(&activity.audience.unwrap_or_default())?;
    entry.role = activity.role.map(|role| role.trim().to_lowercase()).filter(|role| ROLES.contains(&role.as_str()));
    entry.count = count(activity.annual_quantity)?;
    let numbers = [
        (reach_metric(activity_type, &type_name, request.vocabulary), activity.annual_reach),
        (second_metric(activity_type, request.vocabulary), activity.second_annual_quantity),
    ];
    // The portal writes 0 where nothing was filled in.
    let numbers = numbers.map(|(metric, value)| (metric.unwrap_or_default(), value.filter(|value| *value != 0.0)));
    entry.impact = request.numbers(&activity_type.id, &numbers);
    Ok(entry)
}

fn audience(list: &List<'_>) -> Result<Vec<String>, String> {
    // One more than an entry may have is enough for the profile's rule to say so.
    let listed = list.0.iter().take(MAX_ITEMS + 1).map(|audience| serde_json::from_str(audience.get()).map(said));
    let listed: Result<Vec<Option<String>>, _> = listed.collect();
    Ok(listed.map_err(|error| format!("`targetAudience`: {}", plain(&error)))?.into_iter().flatten().collect())
}

/// The portal writes 0 where nothing was filled in.
fn count(quantity: Option<f64>) -> Result<u32, String> {
    match quantity.unwrap_or(0.0) {
        0.0 => Ok(1),
        // What is too large becomes the largest, which a profile refuses.
        quantity if quantity > 0.0 && quantity.fract() == 0.0 => Ok(quantity as u32),
        quantity => Err(format!("`AnnualQuantity` is {quantity}, which counts nothing")),
    }
}

/// The day of an activity; the privacy export has none but that on which it was created there.
fn date(start: Option<String>, created: Option<String>) -> Result<NaiveDate, String> {
    match (start, created) {
        (Some(start), _) => old_day(&start).map_or_else(|| day(Some(&start), "StartDate"), Ok),
        (None, Some(created)) => day(Some(&created), "dateCreated"),
        (None, None) => Err("no date".into()),
    }
}

/// The day of `/Date(1420070400000+0100)/`: milliseconds since 1970, and perhaps the offset of the place from UTC.
fn old_day(text: &str) -> Option<NaiveDate> {
    let inside = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    let zone =
        inside.char_indices().skip(1).find(|(_, character)| matches!(character, '+' | '-')).map_or(inside.len(), |(at, _)| at);
    let (milliseconds, zone) = inside.split_at(zone);
    let minutes: i64 = if zone.is_empty() { 0 } else { offset_minutes(zone)? };
    let time = DateTime::from_timestamp_millis(milliseconds.parse().ok()?)?;
    Some(time.checked_add_signed(TimeDelta::try_minutes(minutes)?)?.date_naive())
}

/// Minutes of `+0100`.
fn offset_minutes(zone: &str) -> Option<i64> {
    let number: i64 = zone.parse().ok()?;
    (zone.len() == "+0100".len()).then_some(number / 100 * 60 + number % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_days_are_milliseconds_with_an_offset() {
        let day = |text: &str| old_day(text).map(|day| day.to_string());
        assert_eq!(day("/Date(1420070400000)/").as_deref(), Some("2015-01-01"));
        assert_eq!(day("/Date(1420066800000+0100)/").as_deref(), Some("2015-01-01"));
        assert_eq!(day("/Date(1420070400000-0800)/").as_deref(), Some("2014-12-31"));
        assert_eq!(day("/Date(-1)/").as_deref(), Some("1969-12-31"));
        for text in [
            "",
            "/Date()/",
            "/Date(x)/",
            "/Date(1)",
            "/Date(99999999999999999999)/",
            "/Date(9000000000000000)/",
            "/Date(1+1)/",
            "/Date(ž)/",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_quantity_is_a_whole_number_and_0_is_none() {
        assert_eq!([None, Some(0.0), Some(1.0), Some(12.0)].map(count), [Ok(1), Ok(1), Ok(1), Ok(12)]);
        assert!(count(Some(-1.0)).is_err() && count(Some(1.5)).is_err());
        assert_eq!(count(Some(1e300)), Ok(u32::MAX));
    }
}
