//! The tree of a guidance file to its blocks, one by one, so that one mistake hides no other.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

use crate::guidance::blocks::{Blocks, FileBlock};
use crate::source::{Problems, Span};
use crate::text::{named, offer};

/// Reads the blocks of a tree; `None` where what stands at the top of the file could not be read.
pub fn blocks(mut root: DeTable<'_>, problems: &mut Problems) -> Option<FileBlock> {
    let metric = section(root.remove("metric"), problems);
    let activity_type = section(root.remove("type"), problems);
    let criterion = section(root.remove("criterion"), problems);
    let page = section(root.remove("page"), problems);
    match FileBlock::deserialize(Deserializer::from(Spanned::new(0..0, root))) {
        Ok(file) => Some(FileBlock { metric, activity_type, criterion, page, ..file }),
        Err(wrong) => {
            mistake(&wrong, Span { start: 0, end: 0 }, problems);
            None
        }
    }
}

/// Each table under one name, as far as it can be read.
fn section<T: DeserializeOwned>(section: Option<Spanned<DeValue<'_>>>, problems: &mut Problems) -> Blocks<T> {
    let mut blocks = Blocks::default();
    let Some(section) = section else { return blocks };
    let span = section.span();
    let DeValue::Table(table) = section.into_inner() else {
        problems.error(span, "a table is meant here", "");
        return blocks;
    };
    for (id, value) in table {
        let span = Span::from(value.span());
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(block) => blocks.0.push((id.into_inner().into_owned(), block)),
            Err(wrong) => mistake(&wrong, span, problems),
        }
    }
    blocks
}

fn mistake(mistake: &toml::de::Error, block: Span, problems: &mut Problems) {
    let span = mistake.span().map_or(block, Span::from);
    let (message, help) = plain_words(mistake.message());
    problems.error(span, message, help);
}

/// A message of the reading library in the words of a guidance file, with what to do.
fn plain_words(message: &str) -> (String, String) {
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if let (true, [unknown, known @ ..]) =
        (message.starts_with("unknown field") || message.starts_with("unknown variant"), &*names)
    {
        return (format!("unknown name {}", named(unknown)), offer(unknown, known));
    }
    let message = message.replace("missing field", "missing key").replace("expected u32", "expected a whole number from 0 on");
    let message =
        message.split_once("expected struct").map_or(message.clone(), |(before, _)| format!("{before}expected a table"));
    (message.replace("expected f64", "expected a number").replace("a string", "text in quotation marks"), String::new())
}
