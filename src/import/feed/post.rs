//! What a feed says of one of its items, whatever its format, and the entry that it makes.

use roxmltree::Node;

use crate::import::model::Request;
use crate::import::written_day::stated_day;
use crate::link::is_web;
use crate::profile::NewEntry;

/// The largest number that a profile may have.
const LARGEST: u64 = 1_000_000_000_000;
/// Namespace of the numbers of videos.
const MEDIA: &str = "http://search.yahoo.com/mrss/";

#[derive(Debug, Default)]
pub(crate) struct Post {
    pub(crate) title: String,
    /// When it was published, as written; may be empty.
    pub(crate) date: String,
    /// Whether the only date is that of the last update.
    pub(crate) is_update: bool,
    pub(crate) url: Option<String>,
    /// Whether it is something to watch or to hear.
    pub(crate) is_recording: bool,
    pub(crate) numbers: Vec<(&'static str, u64)>,
}

impl Post {
    pub(crate) fn entry(&self, request: &Request<'_>) -> Result<NewEntry, String> {
        if self.title.trim().is_empty() {
            return Err("no title".into());
        }
        let day = stated_day(Some(&self.date))?;
        let activity_type = request.type_or(if self.is_recording { "video" } else { "article" });
        let mut entry = NewEntry::new(activity_type, &self.title, day);
        entry.url.clone_from(&self.url);
        let numbers: Vec<_> = self.numbers.iter().map(|(metric, number)| (*metric, Some(*number as f64))).collect();
        entry.impact = request.numbers(activity_type, &numbers);
        Ok(entry)
    }
}

/// The first address with http or https. Others are ignored: relative ones have no base, and `javascript:` leads nowhere.
pub(crate) fn web_address(addresses: impl IntoIterator<Item = impl AsRef<str>>) -> Option<String> {
    addresses.into_iter().map(|address| address.as_ref().trim().to_owned()).find(|address| is_web(address))
}

/// Whether a media type is one of sound or of moving pictures.
pub(crate) fn is_recording(media_type: &str) -> bool {
    let kind = media_type.trim().split('/').next().unwrap_or_default();
    ["audio", "video"].iter().any(|known| known.eq_ignore_ascii_case(kind))
}

/// The numbers of Media RSS in an item. All but whole numbers are ignored.
pub(crate) fn media_numbers(node: Node<'_, '_>) -> Vec<(&'static str, u64)> {
    let number = |element: &str, attribute: &str| {
        let is_meant = |node: &Node<'_, '_>| node.has_tag_name((MEDIA, element));
        let written = node.descendants().find(is_meant)?.attribute(attribute)?;
        written.trim().parse().ok().filter(|number| *number <= LARGEST)
    };
    let numbers = [("views", number("statistics", "views")), ("likes", number("starRating", "count"))];
    numbers.into_iter().filter_map(|(metric, number)| Some((metric, number?))).collect()
}
