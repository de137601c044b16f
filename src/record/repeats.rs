//! Which entries repeat an earlier one.

use std::collections::{HashMap, HashSet};

use crate::vocabulary::TypeId;

/// What makes two entries the same work: numbers that equal works share. `None` never repeats anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Of its canonical URL.
    url: Option<usize>,
    /// Of its type and the letters and digits of its title.
    title: Option<usize>,
}

/// Gives equal URLs, and equal titles of a type, the same number.
#[derive(Debug, Default)]
pub struct Works {
    urls: HashMap<String, usize>,
    titles: HashMap<(TypeId, String), usize>,
}

impl Works {
    /// The work of an entry of a type, with its title and canonical URL.
    pub fn work(&mut self, activity_type: TypeId, title: &str, canonical: Option<String>) -> Work {
        let title = plain(title);
        Work {
            url: canonical.filter(|url| !url.is_empty()).map(|url| number(&mut self.urls, url)),
            title: (!title.is_empty()).then(|| number(&mut self.titles, (activity_type, title))),
        }
    }
}

fn number<K: std::hash::Hash + Eq>(numbers: &mut HashMap<K, usize>, key: K) -> usize {
    let next = numbers.len();
    *numbers.entry(key).or_insert(next)
}

/// Whether each of these works, in the order of the file, has the canonical URL of one above it, or within its type the title.
pub fn repeats(works: impl IntoIterator<Item = Work>) -> Vec<bool> {
    let (mut urls, mut titles) = (HashSet::new(), HashSet::new());
    let is_repeat = |work: Work| {
        let url_is_known = work.url.is_some_and(|url| !urls.insert(url));
        let title_is_known = work.title.is_some_and(|title| !titles.insert(title));
        url_is_known || title_is_known
    };
    works.into_iter().map(is_repeat).collect()
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
