//! Which entries repeat an earlier one.

use std::collections::HashMap;
use std::num::NonZeroU32;

use crate::link;
use crate::profile::Contribution;

/// What makes two entries the same work: numbers that equal works share. `None` never repeats anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Work {
    url: Option<NonZeroU32>,
    /// Of its type and the letters and digits of its title.
    title: Option<NonZeroU32>,
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

/// For each text, the 1-based index of the first one that is the same; `None` for an empty one.
fn firsts(texts: impl Iterator<Item = String>) -> Vec<Option<NonZeroU32>> {
    let mut firsts: HashMap<String, NonZeroU32> = HashMap::with_capacity(texts.size_hint().0);
    let first = |(at, text): (u32, String)| {
        let at = NonZeroU32::new(at).filter(|_| !text.is_empty())?;
        Some(*firsts.entry(text).or_insert(at))
    };
    (1..).zip(texts).map(first).collect()
}

/// Whether each of these works, in the order of the file, has the canonical URL of one above it, or within its type the title.
pub(crate) fn repeats(works: impl IntoIterator<Item = Work>) -> Vec<bool> {
    let (mut urls, mut titles) = (Seen::default(), Seen::default());
    works.into_iter().map(|work| urls.add(work.url) | titles.add(work.title)).collect()
}

#[derive(Default)]
struct Seen(Vec<bool>);

impl Seen {
    /// Adds a number, and says whether it was there.
    fn add(&mut self, number: Option<NonZeroU32>) -> bool {
        let Some(at) = number.map(|number| number.get() as usize) else { return false };
        if self.0.len() <= at {
            self.0.resize(at + 1, false);
        }
        std::mem::replace(&mut self.0[at], true)
    }
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
