//! Which entries repeat an earlier one.

use std::collections::HashSet;

use crate::link;
use crate::profile::Contribution;
use crate::vocabulary::TypeId;

/// Whether each of these entries, in the order of the file, has the canonical URL of one above it, or within its type the title.
pub fn repeats<'e>(entries: impl IntoIterator<Item = &'e Contribution<'e>>) -> Vec<bool> {
    let mut urls: HashSet<String> = HashSet::new();
    let mut titles: HashSet<(TypeId, String)> = HashSet::new();
    let is_repeat = |entry: &Contribution<'_>| {
        let url = entry.url.as_deref().map(link::canonical).filter(|url| !url.is_empty());
        let title = plain(&entry.title);
        let url_is_known = url.is_some_and(|url| !urls.insert(url));
        let title_is_known = !title.is_empty() && !titles.insert((entry.activity_type, title));
        url_is_known || title_is_known
    };
    entries.into_iter().map(is_repeat).collect()
}

/// A title's letters and digits, in lower case.
fn plain(title: &str) -> String {
    if title.is_ascii() {
        return title.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_lowercase()).collect();
    }
    title.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_differ_by_letters_and_digits_only() {
        assert_eq!(plain("Zero-Downtime: 2 ways!"), plain("zero downtime 2 WAYS"));
        assert_eq!(plain("???"), "");
        assert_ne!(plain("Part 1"), plain("Part 2"));
    }
}
