//! Import of repositories and merged pull requests of GitHub's API: `/users/{user}/repos`, one repository, `/search/issues`, a
//! repository's `/pulls`.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::import::model::{Imported, Request, Unreadable};
use crate::import::service::{List, Response, items, refused};
use crate::import::stated::{day, number, said, title};
use crate::profile::NewEntry;
use crate::profile::model::Until;

/// The type of repositories and pull requests, where no other is asked for.
const OPEN_SOURCE: &str = "open-source";

/// What the API answers with: a search has items, an error a message; all else is one repository or pull request.
#[derive(Deserialize)]
#[serde(expecting = "a list of repositories or pull requests, or an object with `items`")]
struct Wrapper<'t> {
    #[serde(borrow)]
    items: Option<List<'t>>,
    total_count: Option<usize>,
    message: Option<String>,
    html_url: Option<IgnoredAny>,
}

/// A repository, an issue or a pull request.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Found {
    full_name: Option<String>,
    title: Option<String>,
    html_url: Option<String>,
    description: Option<String>,
    created_at: Option<String>,
    pushed_at: Option<String>,
    merged_at: Option<String>,
    fork: Option<bool>,
    archived: Option<bool>,
    private: Option<bool>,
    #[serde(deserialize_with = "number")]
    stargazers_count: Option<f64>,
    #[serde(deserialize_with = "number")]
    forks_count: Option<f64>,
    /// Of an issue that is a pull request.
    pull_request: Option<PullRequest>,
    head: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct PullRequest {
    merged_at: Option<String>,
}

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let response = Response::read(bytes, request)?;
    let (list, total) = match response.list()? {
        Some(list) => (list, None),
        None => wrapped(response.all()?, &response)?,
    };
    let note = total.filter(|total| *total > list.0.len()).map(|total| {
        format!("The search found {total}, and this page has {}: ask for the next page (page=2 and so on).", list.0.len())
    });
    Ok(Imported { items: items("item", &list, |found| entry(found, request)), note })
}

fn wrapped<'t>(wrapper: Wrapper<'t>, response: &'t Response<'_>) -> Result<(List<'t>, Option<usize>), Unreadable> {
    match wrapper {
        Wrapper { items: Some(list), total_count, .. } => Ok((list, total_count)),
        Wrapper { html_url: Some(_), .. } => Ok((List(vec![response.all()?]), None)),
        Wrapper { message: Some(message), .. } => Err(refused(&message)),
        _ => Err(Unreadable::new(
            "it has no repositories and no pull requests",
            "save what /users/NAME/repos or /search/issues gives",
        )),
    }
}

fn entry(found: Found, request: &Request<'_>) -> Result<NewEntry, String> {
    if found.full_name.is_some() { repository(found, request) } else { pull_request(found, request) }
}

fn repository(found: Found, request: &Request<'_>) -> Result<NewEntry, String> {
    let left_out = [(found.private, "a private repository"), (found.fork, "a fork"), (found.archived, "an archived repository")];
    if let Some((_, reason)) = left_out.iter().find(|(is_so, _)| *is_so == Some(true)) {
        return Err((*reason).into());
    }
    let activity_type = request.type_or(OPEN_SOURCE);
    let first = day(found.created_at.as_deref(), "created_at")?;
    let mut entry = NewEntry::new(activity_type, &title(found.full_name)?, first);
    // Nothing was pushed to an empty repository.
    if let Ok(last) = day(found.pushed_at.as_deref(), "pushed_at")
        && last > first
    {
        entry.until = Until::Day(last);
    }
    entry.url = said(found.html_url);
    entry.description = said(found.description);
    entry.impact = request.numbers(activity_type, &[("stars", found.stargazers_count), ("forks", found.forks_count)]);
    Ok(entry)
}

fn pull_request(found: Found, request: &Request<'_>) -> Result<NewEntry, String> {
    let is_pull_request = found.pull_request.is_some() || found.head.is_some() || found.merged_at.is_some();
    if !is_pull_request {
        let reason = if found.title.is_some() { "an issue, no pull request" } else { "neither a repository nor a pull request" };
        return Err(reason.into());
    }
    let merged_at = found.pull_request.and_then(|pull_request| pull_request.merged_at).or(found.merged_at);
    let merged_at = merged_at.ok_or("no merged date: only merged pull requests are read")?;
    let activity_type = request.type_or(OPEN_SOURCE);
    let mut entry = NewEntry::new(activity_type, &title(found.title)?, day(Some(&merged_at), "merged_at")?);
    entry.url = said(found.html_url);
    entry.impact = request.numbers(activity_type, &[("merged-pull-requests", Some(1.0))]);
    Ok(entry)
}
