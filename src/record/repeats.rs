//! Which entries repeat an earlier one.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::link;
use crate::profile::Contribution;

/// What makes two entries the same work: numbers that equal works share. `None` never repeats anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Of its canonical URL.
    url: Option<u32>,
    /// Of its type and the letters and digits of its title.
    title: Option<u32>,
}

/// The work of each entry, in the order of the file. Equal URLs, and equal titles of a type, have the same number.
pub fn works(contributions: &[Contribution<'_>]) -> Vec<Work> {
    let urls = numbers(contributions, |contribution| contribution.url.as_deref().map(link::canonical));
    let titles = numbers(contributions, |contribution| {
        // The type cannot be taken for a part of the title: it is no letter or digit.
        Some(plain(&contribution.title))
            .filter(|title| !title.is_empty())
            .map(|title| format!("{title}/{}", contribution.activity_type.0))
    });
    urls.into_iter().zip(titles).map(|(url, title)| Work { url, title }).collect()
}

/// Of each entry the place of the first one that has the same text; `None` where it has none. Of the texts only hashes are kept, and
/// where two agree both texts are made again: a million of them would take more room than the file.
fn numbers(contributions: &[Contribution<'_>], text: impl Fn(&Contribution<'_>) -> Option<String>) -> Vec<Option<u32>> {
    let hashing = DefaultHashBuilder::default();
    let mut firsts: HashTable<(u64, u32)> = HashTable::with_capacity(contributions.len());
    let number = |(place, contribution)| {
        let own = text(contribution).filter(|own| !own.is_empty())?;
        let hash = hashing.hash_one(&own);
        let is_same = |(other, first): &(u64, u32)| {
            *other == hash && contributions.get(*first as usize).and_then(&text).is_some_and(|other| other == own)
        };
        let first = firsts.entry(hash, is_same, |(hash, _)| *hash).or_insert((hash, place));
        Some(first.get().1)
    };
    (0..).zip(contributions).map(number).collect()
}

/// Whether each of these works, in the order of the file, has the canonical URL of one above it, or within its type the title.
pub fn repeats(works: impl IntoIterator<Item = Work>) -> Vec<bool> {
    let (mut urls, mut titles) = (Seen::default(), Seen::default());
    works.into_iter().map(|work| urls.add(work.url) | titles.add(work.title)).collect()
}

/// Which numbers there were.
#[derive(Default)]
struct Seen(Vec<bool>);

impl Seen {
    /// Adds a number, and says whether it was there.
    fn add(&mut self, number: Option<u32>) -> bool {
        let Some(at) = number.map(|number| number as usize) else { return false };
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
