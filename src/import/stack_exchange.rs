//! Import of answers of Stack Exchange's API: `/users/{id}/answers` of Stack Overflow and its sister sites.

use chrono::{DateTime, NaiveDate};
use serde::Deserialize;

use crate::import::decoding::without_entities;
use crate::import::model::{Imported, Request, Unreadable};
use crate::import::service::{List, Response, items, refused};
use crate::import::stated::{number, said};
use crate::profile::NewEntry;
use crate::text::named;

/// Sites that the API knows by one word and that have a domain of their own; the others are parts of stackexchange.com.
const OWN_DOMAINS: [&str; 5] = ["stackoverflow", "serverfault", "superuser", "askubuntu", "stackapps"];

#[derive(Deserialize)]
#[serde(expecting = "a list of answers, or an object with `items`")]
struct Wrapper<'t> {
    #[serde(borrow)]
    items: Option<List<'t>>,
    has_more: Option<bool>,
    error_name: Option<String>,
    error_message: Option<String>,
}

/// An answer; a site that hides its author gives no owner with a link.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    answer_id: Option<u64>,
    title: Option<String>,
    owner: Option<Owner>,
    #[serde(deserialize_with = "number")]
    creation_date: Option<f64>,
    #[serde(deserialize_with = "number")]
    score: Option<f64>,
    is_accepted: Option<bool>,
}

#[derive(Deserialize)]
struct Owner {
    link: Option<String>,
}

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let site = request.site.map(site_host).transpose()?;
    let response = Response::read(bytes, request)?;
    let (list, has_more) = match response.list()? {
        Some(list) => (list, false),
        None => wrapped(response.all()?)?,
    };
    let items = items("answer", &list, |answer| entry(answer, site.as_deref(), request));
    let note = has_more.then(|| "The site has more of them: ask for the next page (page=2 and so on).".to_owned());
    Ok(Imported { items, note })
}

fn wrapped(wrapper: Wrapper<'_>) -> Result<(List<'_>, bool), Unreadable> {
    if let Some(message) = wrapper.error_message.or(wrapper.error_name) {
        return Err(refused(&message));
    }
    let list = wrapper.items.ok_or_else(|| Unreadable::new("it has no `items`", "save what /users/ID/answers gives"))?;
    Ok((list, wrapper.has_more.unwrap_or(false)))
}

fn entry(answer: Answer, site: Option<&str>, request: &Request<'_>) -> Result<NewEntry, String> {
    let id = answer.answer_id.ok_or("no answer: it has no `answer_id`")?;
    let link = answer.owner.and_then(|owner| owner.link);
    let host = link.as_deref().and_then(host).or(site);
    let host = host.ok_or("it does not tell its site: --site names it, as --site stackoverflow.com")?;
    let title = said(answer.title).map_or_else(|| format!("Answer {id}"), |title| without_entities(&title));
    let activity_type = request.type_or("question-answering");
    let mut entry = NewEntry::new(activity_type, &title, day(answer.creation_date)?);
    entry.url = Some(format!("https://{host}/a/{id}"));
    let accepted = answer.is_accepted.map(|is_accepted| if is_accepted { 1.0 } else { 0.0 });
    entry.impact = request.numbers(activity_type, &[("votes", answer.score), ("accepted", accepted)]);
    Ok(entry)
}

/// The day of seconds since 1970, in UTC.
fn day(seconds: Option<f64>) -> Result<NaiveDate, String> {
    let seconds = seconds.ok_or("no date: `creation_date` is missing")?;
    let time = DateTime::from_timestamp(seconds as i64, 0);
    time.map(|time| time.date_naive()).ok_or_else(|| format!("`creation_date` is {seconds}, which is no date"))
}

fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split('/').next().filter(|host| is_host(host))
}

fn is_host(text: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    text.contains('.') && text.split('.').all(is_label)
}

/// The host that `--site` means: a host, an address, or the name by which the API knows a site.
fn site_host(site: &str) -> Result<String, Unreadable> {
    let name = site.trim().to_ascii_lowercase();
    let name = name.split_once("://").map_or(name.as_str(), |(_, rest)| rest);
    let name = name.split('/').next().unwrap_or_default();
    let last = name.rsplit('.').next().unwrap_or_default();
    let host = if OWN_DOMAINS.contains(&last) {
        format!("{name}.com")
    } else if last == name || last == "meta" {
        format!("{name}.stackexchange.com")
    } else {
        name.to_owned()
    };
    let unknown = || Unreadable::new(format!("--site: {} is no site", named(site)), "as --site stackoverflow.com");
    if is_host(&host) { Ok(host) } else { Err(unknown()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_named_by_its_host_its_address_or_its_name_in_the_api() {
        for (site, host) in [
            ("stackoverflow", "stackoverflow.com"),
            ("stackoverflow.com", "stackoverflow.com"),
            (" https://StackOverflow.com/users/1 ", "stackoverflow.com"),
            ("superuser", "superuser.com"),
            ("dba", "dba.stackexchange.com"),
            ("unix.meta", "unix.meta.stackexchange.com"),
            ("es.stackoverflow", "es.stackoverflow.com"),
            ("mathoverflow.net", "mathoverflow.net"),
        ] {
            assert_eq!(site_host(site).unwrap(), host, "{site}");
        }
        for site in ["", "https://", "a b", "..", "stack\"overflow", "stackoverflow.com:1"] {
            assert!(site_host(site).is_err(), "{site}");
        }
    }

    #[test]
    fn the_host_of_an_address_is_a_name_and_nothing_else() {
        assert_eq!(host("https://dba.stackexchange.com/users/1/example"), Some("dba.stackexchange.com"));
        for address in
            ["", "dba.stackexchange.com", "https:///users", "https://a@b.example/", "https://localhost/", "x://a\u{202e}.b/"]
        {
            assert_eq!(host(address), None, "{address}");
        }
    }

    #[test]
    fn seconds_are_days_in_utc() {
        assert_eq!(day(Some(1_767_225_599.0)), Ok(NaiveDate::from_ymd_opt(2025, 12, 31).unwrap()));
        assert_eq!(day(Some(1_767_225_600.0)), Ok(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()));
        for seconds in [None, Some(1e300), Some(-1e300)] {
            assert!(day(seconds).is_err(), "{seconds:?}");
        }
    }
}
