//! Import of articles of dev.to's API: `/api/articles/me`, and `/api/articles?username=`, which has no views.

use serde::Deserialize;

use crate::import::model::{Imported, Request, Unreadable};
use crate::import::service::{Response, items, refused};
use crate::import::stated::{day, number, said, title};
use crate::profile::NewEntry;

/// What the API answers with where it has no list.
#[derive(Deserialize)]
#[serde(expecting = "a list of articles")]
struct Refusal {
    error: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Article {
    title: Option<String>,
    url: Option<String>,
    published: Option<bool>,
    published_at: Option<String>,
    published_timestamp: Option<String>,
    #[serde(deserialize_with = "number")]
    page_views_count: Option<f64>,
    #[serde(deserialize_with = "number")]
    positive_reactions_count: Option<f64>,
    #[serde(deserialize_with = "number")]
    comments_count: Option<f64>,
}

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let response = Response::read(bytes, request)?;
    let Some(list) = response.list()? else {
        let Refusal { error } = response.all()?;
        let other = || Unreadable::new("it is no list of articles", "save what /api/articles/me gives");
        return Err(error.map_or_else(other, |error| refused(&error)));
    };
    Ok(Imported { items: items("article", &list, |article| entry(article, request)), note: None })
}

fn entry(article: Article, request: &Request<'_>) -> Result<NewEntry, String> {
    let date = said(article.published_at).or(said(article.published_timestamp));
    if article.published == Some(false) {
        return Err("not published".into());
    }
    let date = date.ok_or("not published: it has no date")?;
    let activity_type = request.type_or("article");
    let mut entry = NewEntry::new(activity_type, &title(article.title)?, day(Some(&date), "published_at")?);
    entry.url = said(article.url);
    let numbers =
        [("views", article.page_views_count), ("likes", article.positive_reactions_count), ("comments", article.comments_count)];
    entry.impact = request.numbers(activity_type, &numbers);
    Ok(entry)
}
