//! The tree of a guidance file to its blocks, one by one, so that one mistake hides no other.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

use crate::guidance::blocks::{Blocks, FileBlock};
use crate::source::{Problems, Span};
use crate::text::{named, offer};
use crate::wrong_value::in_words;

/// Reads the blocks of a tree, with the ids of those that could not be read; `None` where what stands at the top of the file could not.
pub fn blocks(mut root: DeTable<'_>, problems: &mut Problems) -> Option<(FileBlock, Vec<String>)> {
    let mut unread = Vec::new();
    let metric = section("metric", &mut root, &mut unread, problems)?;
    let activity_type = section("type", &mut root, &mut unread, problems)?;
    let criterion = section("criterion", &mut root, &mut unread, problems)?;
    let page = section("page", &mut root, &mut unread, problems)?;
    match FileBlock::deserialize(Deserializer::from(Spanned::new(0..0, root))) {
        Ok(file) => Some((FileBlock { metric, activity_type, criterion, page, ..file }, unread)),
        Err(wrong) => {
            mistake(&wrong, Span { start: 0, end: 0 }, problems);
            None
        }
    }
}

/// Each table under one name, as far as it can be read; `None` where what stands there is no table.
fn section<T: DeserializeOwned>(
    name: &str,
    root: &mut DeTable<'_>,
    unread: &mut Vec<String>,
    problems: &mut Problems,
) -> Option<Blocks<T>> {
    let mut blocks = Blocks::default();
    let Some(section) = root.remove(name) else { return Some(blocks) };
    let span = section.span();
    let DeValue::Table(table) = section.into_inner() else {
        problems.error(span, "a table is meant here", format!("write [{name}.NAME] on a line of its own"));
        return None;
    };
    for (id, value) in table {
        let span = Span::from(value.span());
        let id = id.into_inner().into_owned();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(block) => blocks.0.push((id, block)),
            Err(wrong) => {
                mistake(&wrong, span, problems);
                unread.push(id);
            }
        }
    }
    Some(blocks)
}

fn mistake(mistake: &toml::de::Error, block: Span, problems: &mut Problems) {
    let span = mistake.span().map_or(block, Span::from);
    let (message, help) = plain_words(mistake.message());
    problems.error(span, message, help);
}

/// A message of the reading library in the words of a guidance file, with what to do.
fn plain_words(message: &str) -> (String, String) {
    let is_date = message.contains("$__toml_private");
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let is_unknown = message.starts_with("unknown field") || message.starts_with("unknown variant");
    if let (true, [unknown, known @ ..]) = (is_unknown && !is_date, &*names) {
        return (format!("unknown name {}", named(unknown)), offer(unknown, known));
    }
    // The library has a table of its own for a date.
    let message = if is_date { "a date does not belong here".into() } else { in_words(message) };
    (message, String::new())
}
