//! Entries of Atom, and of YouTube's list of videos, which is Atom.

use roxmltree::Node;

use crate::import::decoding::without_entities;
use crate::import::feed::post::{Post, is_recording, media_numbers, web_address};
use crate::import::xml::{children, parts, text_of};

/// Namespace of what only videos of YouTube have.
const YOUTUBE: &str = "http://www.youtube.com/xml/schemas/2015";

/// What an entry says. Many programs write only when it was updated: then that is its date.
pub(crate) fn post(entry: Node<'_, '_>) -> Post {
    let published = parts(entry, "published").map(text_of).find(|date| !date.trim().is_empty());
    let updated = parts(entry, "updated").map(text_of).next();
    let title = parts(entry, "title").next();
    let is_html = title.is_some_and(|title| title.attribute("type") == Some("html"));
    let title = title.map(text_of).unwrap_or_default();
    let with_relation = |relation: &'static str| {
        parts(entry, "link").filter(move |link| link.attribute("rel").unwrap_or("alternate") == relation)
    };
    let mut media_types = with_relation("enclosure").filter_map(|link| link.attribute("type"));
    let is_video = children(entry, Some(YOUTUBE), "videoId").next().is_some();
    Post {
        title: if is_html { without_entities(&title) } else { title },
        is_update: published.is_none(),
        date: published.or(updated).unwrap_or_default(),
        url: web_address(with_relation("alternate").filter_map(|link| link.attribute("href"))),
        is_recording: is_video || media_types.any(is_recording),
        numbers: media_numbers(entry),
    }
}
