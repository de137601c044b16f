//! The profile as its file says it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use super::at_least;
use super::window::days;
use crate::vocabulary::{Metric, Vocabulary};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Profile {
    pub profile: Person,
    pub contribution: Vec<Entry>,
    pub channel: Vec<Entry>,
    pub waive: Vec<Waive>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Person {
    pub stage: String,
    pub categories: Vec<String>,
    pub technology_areas: Vec<String>,
    pub microsoft_employee: Option<bool>,
    pub nominator: Option<String>,
}

/// A `[[contribution]]`, or a `[[channel]]`, which has only some of the keys.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Entry {
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    #[serde(deserialize_with = "day")]
    pub date: NaiveDate,
    #[serde(deserialize_with = "optional_day")]
    pub until: Option<NaiveDate>,
    pub ongoing: bool,
    pub count: Option<u32>,
    pub url: Option<String>,
    pub category: Option<String>,
    pub technology_areas: Vec<String>,
    pub paid: Option<bool>,
    pub impact: BTreeMap<String, f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Waive {
    pub criterion: String,
    #[serde(deserialize_with = "optional_day")]
    pub until: Option<NaiveDate>,
}

fn day<'de, D: Deserializer<'de>>(value: D) -> Result<NaiveDate, D::Error> {
    Ok(toml::value::Datetime::deserialize(value)?.date.unwrap().to_string().parse().unwrap())
}

fn optional_day<'de, D: Deserializer<'de>>(value: D) -> Result<Option<NaiveDate>, D::Error> {
    day(value).map(Some)
}

pub fn metric<'v>(vocabulary: &'v Vocabulary, id: &str) -> &'v Metric {
    vocabulary.metrics.iter().find(|known| known.id == id).unwrap()
}

/// The value from which a metric makes a contribution of a type notable.
pub fn notable_from(vocabulary: &Vocabulary, kind: &str, id: &str) -> Option<f64> {
    let known = vocabulary.type_named(kind).unwrap();
    known.metrics.iter().find(|of_type| vocabulary.metric(of_type.id).id == id).unwrap().notable
}

impl Entry {
    pub fn count(&self) -> f64 {
        f64::from(self.count.unwrap_or(1))
    }

    /// "An entry covers `date` to `until` (both included; `ongoing = true`: to as-of; neither: one day)."
    pub fn covered_days(&self, as_of: NaiveDate) -> Vec<NaiveDate> {
        days(self.date, if self.ongoing { as_of } else { self.until.unwrap_or(self.date) })
    }

    /// "one metric as stated, divided by `count` unless it is a level, reaches the type's threshold."
    pub fn is_notable(&self, vocabulary: &Vocabulary) -> bool {
        self.impact.iter().any(|(id, stated)| {
            let each = if metric(vocabulary, id).level { *stated } else { stated / self.count() };
            notable_from(vocabulary, &self.kind, id).is_some_and(|from| at_least(each, from))
        })
    }

    /// "It covers the entries of its type whose canonical URL equals its own or goes on from it with `/` or `?`".
    pub fn covers(&self, entry: &Entry) -> bool {
        let (Some(own), Some(other)) = (&self.url, &entry.url) else { return false };
        let (own, other) = (canonical(own), canonical(other));
        let goes_on = other.starts_with(&format!("{own}/")) || other.starts_with(&format!("{own}?"));
        self.kind == entry.kind && (other == own || goes_on)
    }

    /// "A repeat has the canonical URL, or within its type the title ..., of a counted entry of these types above it".
    pub fn repeats(&self, above: &Entry) -> bool {
        let same_url = matches!((&self.url, &above.url), (Some(a), Some(b)) if canonical(a) == canonical(b));
        let title = plain(&self.title);
        same_url || (self.kind == above.kind && !title.is_empty() && title == plain(&above.title))
    }
}

/// "the title (letters and digits only, lower case; an empty one never repeats)"
fn plain(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// "Canonical URL: without scheme, user, `www.`, default port, fragment, `utm_*` parameters and the slashes that end the
/// path; host in lower case; the rest as it is."
fn canonical(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap();
    let rest = rest.split('#').next().unwrap();
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = address.split_at(address.find('/').unwrap_or(address.len()));
    let host = authority.rsplit('@').next().unwrap().to_lowercase();
    let default_port = if scheme.eq_ignore_ascii_case("http") { ":80" } else { ":443" };
    let host = host.strip_suffix(default_port).unwrap_or(&host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let query = query.split('&').filter(|parameter| !parameter.starts_with("utm_")).collect::<Vec<_>>().join("&");
    let question_mark = if query.is_empty() { "" } else { "?" };
    format!("{host}{}{question_mark}{query}", path.trim_end_matches('/'))
}
