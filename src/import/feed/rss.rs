//! Items of RSS: 0.9x, 1.0 (RDF) and 2.0.

use roxmltree::Node;

use crate::import::decoding::without_entities;
use crate::import::feed::post::{Post, is_recording, media_numbers, web_address};
use crate::import::xml::{children, parts, text_of};

/// Where the date of RSS 1.0 comes from.
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

pub(crate) fn post(item: Node<'_, '_>) -> Post {
    let dates = parts(item, "pubDate").chain(children(item, Some(DUBLIN_CORE), "date"));
    let links = parts(item, "link").map(text_of);
    let is_permanent = |guid: &Node<'_, '_>| guid.attribute("isPermaLink") != Some("false");
    let guids = parts(item, "guid").filter(is_permanent).map(text_of);
    let mut media_types = parts(item, "enclosure").filter_map(|enclosure| enclosure.attribute("type"));
    Post {
        // HTML in a title: named characters are decoded; what looks like a tag stays, since most often it is meant.
        title: parts(item, "title").map(text_of).next().map(|title| without_entities(&title)).unwrap_or_default(),
        date: dates.map(text_of).find(|date| !date.trim().is_empty()).unwrap_or_default(),
        is_update: false,
        url: web_address(links.chain(guids)),
        is_recording: media_types.any(is_recording),
        numbers: media_numbers(item),
    }
}
