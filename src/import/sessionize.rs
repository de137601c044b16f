//! Import of sessions of Sessionize's API: the views `Sessions` (groups with sessions) and `All` (sessions beside speakers).

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::import::model::{Imported, Request, Unreadable, few_enough};
use crate::import::service::{List, Response, items, object};
use crate::import::stated::{day, said, title};
use crate::profile::NewEntry;
use crate::text::named;

/// The view `All`.
#[derive(Deserialize)]
#[serde(expecting = "the view All or Sessions")]
struct All<'t> {
    #[serde(borrow)]
    sessions: Option<List<'t>>,
    #[serde(borrow)]
    speakers: Option<List<'t>>,
}

/// A group of the view `Sessions`.
#[derive(Deserialize)]
struct Group<'t> {
    #[serde(borrow)]
    sessions: Option<List<'t>>,
}

/// A speaker of the view `All`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    id: String,
    full_name: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Session<'t> {
    title: Option<String>,
    description: Option<String>,
    starts_at: Option<String>,
    is_service_session: Option<bool>,
    #[serde(borrow)]
    speakers: Option<List<'t>>,
    live_url: Option<String>,
    recording_url: Option<String>,
}

/// A speaker of a session: an id in the view `All`.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a speaker")]
enum Speaker {
    Id(String),
    Named { name: String },
}

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let wanted = request.speaker.map(plain).filter(|name| !name.is_empty());
    let wanted = wanted.ok_or_else(|| Unreadable::new("whose sessions are meant?", "--speaker names the speaker"))?;
    let response = Response::read(bytes, request)?;
    let (sessions, ids) = match response.list()? {
        Some(groups) => (of_groups(&groups)?, HashSet::new()),
        None => of_all(response.all()?, &wanted)?,
    };
    let is_wanted = |speaker: &RawValue| match serde_json::from_str(speaker.get()) {
        Ok(Speaker::Id(id)) => ids.contains(&id),
        Ok(Speaker::Named { name }) => plain(&name) == wanted,
        Err(_) => false,
    };
    let items = items("session", &sessions, |session: Session<'_>| entry(session, is_wanted, request));
    Ok(Imported { items, note: None })
}

/// A name as it is compared: without case, and with single spaces.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn of_groups<'t>(groups: &List<'t>) -> Result<List<'t>, Unreadable> {
    let mut sessions: Vec<&'t RawValue> = Vec::new();
    for (at, group) in groups.0.iter().enumerate() {
        let odd = |message: String| Unreadable::new(format!("group {}: {message}", at + 1), "save the view Sessions or All");
        let group: Group<'t> = object(group).map_err(odd)?;
        sessions.extend(group.sessions.ok_or_else(|| odd("it has no `sessions`".into()))?.0);
        few_enough(sessions.len())?;
    }
    Ok(List(sessions))
}

/// The sessions, and the ids of the speaker who is meant.
fn of_all<'t>(all: All<'t>, wanted: &str) -> Result<(List<'t>, HashSet<String>), Unreadable> {
    let sessions = all.sessions.ok_or_else(|| Unreadable::new("it has no `sessions`", "save the view Sessions or All"))?;
    let people = all.speakers.unwrap_or_default().0.into_iter().filter_map(|speaker| object::<Person>(speaker).ok());
    Ok((sessions, people.filter(|person| plain(&person.full_name) == wanted).map(|person| person.id).collect()))
}

fn entry(session: Session<'_>, is_wanted: impl Fn(&RawValue) -> bool, request: &Request<'_>) -> Result<NewEntry, String> {
    if session.is_service_session == Some(true) {
        return Err("a service session, no talk".into());
    }
    if !session.speakers.unwrap_or_default().0.into_iter().any(is_wanted) {
        let name = named(request.speaker.unwrap_or_default());
        return Err(format!("not spoken by {name}: --speaker names whose are meant"));
    }
    let date = day(session.starts_at.as_deref(), "startsAt")?;
    let mut entry = NewEntry::new(request.type_or("talk"), &title(session.title)?, date);
    entry.url = said(session.recording_url).or(said(session.live_url));
    entry.description = said(session.description);
    entry.role = Some("speaker".into());
    Ok(entry)
}
