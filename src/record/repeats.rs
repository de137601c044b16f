//! Which entries repeat an earlier one.

use std::collections::{HashMap, HashSet};

use crate::link;
use crate::profile::Contribution;

/// What makes two entries the same work: numbers that equal works share. `None` never repeats anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Work {
    url: Option<usize>,
    /// Of its type and the letters and digits of its title.
    title: Option<usize>,
}

/// The work of each entry, in the order of the file. Equal URLs, and equal titles of a type, have the same number.
pub(crate) fn works(contributions: &[Contribution<'_>]) -> Vec<Work> {
    let urls = firsts(contributions.iter().map(|it| it.url.as_deref().map(link::canonical).unwrap_or_default()));
    let titles = firsts(contributions.iter().map(title_of_type));
    urls.into_iter().zip(titles).map(|(url, title)| Work { url, title }).collect()
}

/// A title's letters and digits, in lower case, followed by its type, which always takes two characters.
fn title_of_type(contribution: &Contribution<'_>) -> String {
    let mut text = plain(&contribution.title);
    if !text.is_empty() {
        text.extend([char::from(contribution.activity_type.0), '/']);
    }
    text
}

/// For each text, the index of the first one that is the same; `None` for an empty one.
fn firsts(texts: impl Iterator<Item = String>) -> Vec<Option<usize>> {
    let mut firsts: HashMap<String, usize> = HashMap::new();
    let first = |(at, text): (usize, String)| (!text.is_empty()).then(|| *firsts.entry(text).or_insert(at));
    texts.enumerate().map(first).collect()
}

/// Whether each of these works, in the order of the file, has the canonical URL of one above it, or within its type the title.
pub(crate) fn repeats(works: impl IntoIterator<Item = Work>) -> Vec<bool> {
    let (mut urls, mut titles) = (HashSet::new(), HashSet::new());
    let was_there = |seen: &mut HashSet<usize>, number: Option<usize>| number.is_some_and(|number| !seen.insert(number));
    works.into_iter().map(|work| was_there(&mut urls, work.url) | was_there(&mut titles, work.title)).collect()
}

/// A title's letters and digits, in lower case.
fn plain(title: &str) -> String {
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
