//! Markdown, as a forge shows it.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Checked, ensure};

/// The structure of a document.
#[derive(Debug, Default, PartialEq)]
pub struct Tree {
    /// Its elements, without their text.
    pub elements: Vec<String>,
    /// Where its links lead.
    pub addresses: Vec<String>,
    /// Its code spans.
    pub codes: Vec<String>,
    /// The number of words that a forge links: mentions, references, bare addresses.
    pub linked_words: usize,
}

/// The structure of a document, with the extensions of all dialects.
pub fn tree(markdown: &str) -> Tree {
    let mut tree = Tree::default();
    // Adjacent words.
    let mut words = String::new();
    for (event, range) in Parser::new_ext(markdown, dialects()).into_offset_iter() {
        if let Event::Text(text) = &event {
            words.push_str(text);
            tree.linked_words += bare_addresses(&markdown[range]);
            continue;
        }
        tree.linked_words += mentions(&std::mem::take(&mut words));
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                tree.elements.push("link".into());
                tree.addresses.push(dest_url.into_string());
            }
            Event::Code(code) => {
                tree.elements.push("code".into());
                tree.codes.push(code.into_string());
            }
            other => tree.elements.push(format!("{other:?}")),
        }
    }
    tree.linked_words += mentions(&words);
    tree
}

/// All extensions except those that only change the look of characters.
fn dialects() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES
}

/// Counts the addresses that a forge links in source text: `https://`, and words that begin with `www.`.
fn bare_addresses(source: &str) -> usize {
    let schemes = source.match_indices("://").filter(|(at, _)| source[..*at].ends_with(|it: char| it.is_ascii_alphanumeric()));
    schemes.count() + source.to_ascii_lowercase().matches("www.").count()
}

/// Counts the names and numbers that a forge links in shown text: `@name`, `#1`, `!1`, `GH-1`.
fn mentions(words: &str) -> usize {
    let is_sign = |before: &str, sign: char| matches!(sign, '@' | '#' | '!') || before.to_ascii_lowercase().ends_with("gh-");
    let found = words.char_indices().filter(|(at, sign)| {
        let end = at + sign.len_utf8();
        let next = words[end..].chars().next().unwrap_or(' ');
        let is_meant = if *sign == '@' { next.is_ascii_alphanumeric() } else { next.is_ascii_digit() };
        is_meant && is_sign(&words[..end], *sign)
    });
    found.count()
}

/// No element is raw HTML or an image.
pub fn nothing_foreign(tree: &Tree) -> Checked {
    let is_foreign = |element: &&String| element.contains("Html") || element.contains("Image");
    tree.elements.iter().find(is_foreign).map_or(Ok(()), |element| Err(format!("{element} in Markdown")))
}

/// Two documents differ in their words only.
pub fn same(found: &Tree, expected: &Tree) -> Checked {
    let pairs = found.elements.iter().zip(&expected.elements);
    let differs = pairs.clone().position(|(found, expected)| found != expected);
    let at = differs.unwrap_or_else(|| pairs.len());
    let around = |elements: &[String]| elements[at.saturating_sub(3)..(at + 3).min(elements.len())].join(", ");
    let is_same = found.elements.len() == expected.elements.len() && differs.is_none();
    ensure(is_same, || format!("{} instead of {}", around(&found.elements), around(&expected.elements)))?;
    let words = [found.linked_words, expected.linked_words];
    ensure(words[0] == words[1], || format!("{} words would be linked, not {}", words[0], words[1]))
}

/// The rows of each table have the same number of cells. Counts `|` in the text, because a parser repairs rows.
pub fn even_tables(markdown: &str) -> Checked {
    let events = Parser::new_ext(markdown, dialects()).into_offset_iter();
    let tables = events.filter(|(event, _)| matches!(event, Event::End(TagEnd::Table)));
    tables.map(|(_, range)| range).try_for_each(|range: Range<usize>| {
        let counts: Vec<usize> = markdown[range].trim_end().lines().map(|row| row.matches('|').count()).collect();
        ensure(counts.windows(2).all(|pair| pair[0] == pair[1]), || format!("rows of {counts:?} cells"))
    })
}
