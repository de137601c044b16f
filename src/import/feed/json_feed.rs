//! JSON Feed, 1.0 and 1.1.

use serde::Deserialize;

use crate::import::feed::post::{Post, is_recording, web_address};
use crate::import::model::{Imported, Request, Unreadable};
use crate::import::service::{List, Response, items};

#[derive(Deserialize)]
struct Feed<'t> {
    #[serde(borrow)]
    items: Option<List<'t>>,
}

#[derive(Deserialize)]
struct FeedItem {
    title: Option<String>,
    date_published: Option<String>,
    url: Option<String>,
    external_url: Option<String>,
    attachments: Option<Vec<Attachment>>,
}

#[derive(Deserialize)]
struct Attachment {
    mime_type: Option<String>,
}

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let response = Response::read(bytes, request)?;
    let feed: Feed<'_> = response.all()?;
    let list = feed.items.ok_or_else(|| {
        let help = "`mvp-check import --list` shows what else is read";
        Unreadable::new("it is JSON, but no JSON Feed: it has no list `items`", help)
    })?;
    let items = items("item", &list, |item: FeedItem| post(item).entry(request));
    Ok(Imported { items, note: None })
}

fn post(item: FeedItem) -> Post {
    let media_types = item.attachments.into_iter().flatten().filter_map(|attachment| attachment.mime_type);
    Post {
        title: item.title.unwrap_or_default(),
        date: item.date_published.unwrap_or_default(),
        url: web_address([item.url, item.external_url].into_iter().flatten()),
        is_recording: media_types.into_iter().any(|media_type| is_recording(&media_type)),
        ..Post::default()
    }
}
