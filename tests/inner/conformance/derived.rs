//! A profile as serde's derive reads it, written from the README alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct File {
    pub profile: Person,
    pub contribution: Vec<Entry>,
    pub channel: Vec<Entry>,
    pub waive: Vec<Waive>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Person {
    pub name: Option<String>,
    pub stage: Option<String>,
    pub categories: Vec<String>,
    pub technology_areas: Vec<String>,
    pub microsoft_employee: Option<bool>,
    pub nominator: Option<String>,
    #[serde(deserialize_with = "some_day")]
    pub nominated_on: Option<NaiveDate>,
    pub guidance: Option<String>,
    #[serde(deserialize_with = "some_day")]
    pub as_of: Option<NaiveDate>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entry {
    pub r#type: String,
    pub title: String,
    #[serde(deserialize_with = "day")]
    pub date: NaiveDate,
    #[serde(default, deserialize_with = "some_day")]
    pub until: Option<NaiveDate>,
    #[serde(default)]
    pub ongoing: bool,
    pub url: Option<String>,
    pub role: Option<String>,
    #[serde(default = "one")]
    pub count: u32,
    pub category: Option<String>,
    #[serde(default)]
    pub technology_areas: Vec<String>,
    #[serde(default)]
    pub audience: Vec<String>,
    pub language: Option<String>,
    pub paid: Option<bool>,
    pub description: Option<String>,
    pub highlight: Option<String>,
    /// Private: the program reads and drops them.
    #[serde(default, deserialize_with = "dropped")]
    pub notes: (),
    #[serde(default)]
    pub impact: BTreeMap<String, f64>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Waive {
    pub criterion: String,
    pub reason: String,
    #[serde(default, deserialize_with = "some_day")]
    pub until: Option<NaiveDate>,
}

fn dropped<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    String::deserialize(deserializer).map(drop)
}

fn one() -> u32 {
    1
}

/// The written day of a date and time.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let written = Datetime::deserialize(deserializer)?.date.expect("a date");
    Ok(NaiveDate::from_ymd_opt(written.year.into(), written.month.into(), written.day.into()).expect("a day"))
}

fn some_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    day(deserializer).map(Some)
}
