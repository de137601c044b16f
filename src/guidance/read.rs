//! The tree of a guidance file to its blocks, one by one, so that one mistake hides no other.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

use crate::evidence::Share;
use crate::guidance::blocks::{Blocks, FileBlock};
use crate::messages;
use crate::source::{Problems, Span};
use crate::text::{closest, named, offer};

/// Reads the blocks of a tree, laid over that of the edition that it extends, with the ids of those that could not be read; `None` where
/// the top level of the file could not.
pub(crate) fn blocks(mut root: DeTable<'_>, extended: &DeTable<'_>, problems: &mut Problems) -> Option<(FileBlock, Vec<String>)> {
    let mut unread = Vec::new();
    let metric = section("metric", &mut root, extended, &mut unread, problems)?;
    let activity_type = section("type", &mut root, extended, &mut unread, problems)?;
    let criterion = section("criterion", &mut root, extended, &mut unread, problems)?;
    let page = section("page", &mut root, extended, &mut unread, problems)?;
    match FileBlock::deserialize(Deserializer::from(Spanned::new(0..0, root))) {
        Ok(file) => Some((FileBlock { metric, activity_type, criterion, page, ..file }, unread)),
        Err(wrong) => {
            let is_missing = extended.is_empty() && messages::is_missing_key(&wrong);
            let help =
                if is_missing { "begin with `extends = \"workshop-2020\"`: then only what differs is to be stated" } else { "" };
            mistake(&wrong, Span { start: 0, end: 0 }, help, problems);
            None
        }
    }
}

/// The tables of one kind, as far as they can be read; `None` where the value is not a table.
fn section<T: DeserializeOwned>(
    kind: &str,
    root: &mut DeTable<'_>,
    extended: &DeTable<'_>,
    unread: &mut Vec<String>,
    problems: &mut Problems,
) -> Option<Blocks<T>> {
    let mut blocks = Blocks::default();
    let Some(section) = root.remove(kind) else { return Some(blocks) };
    let span = section.span();
    let DeValue::Table(table) = section.into_inner() else {
        problems.error(span, "a table is meant here", format!("write [{kind}.NAME] on a line of its own"));
        return None;
    };
    for (id, value) in table {
        let span = Span::from(value.span());
        let id = id.into_inner().into_owned();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(block) => blocks.0.push((id, block)),
            Err(wrong) => {
                let help = if messages::is_missing_key(&wrong) { help_on_new(kind, &id, extended) } else { String::new() };
                mistake(&wrong, span, &help, problems);
                unread.push(id);
            }
        }
    }
    Some(blocks)
}

/// What to do about a block that lacks a key: where the edition has none of its name, the name may be the mistake.
fn help_on_new(kind: &str, id: &str, extended: &DeTable<'_>) -> String {
    let known = extended.get(kind).and_then(|known| known.get_ref().as_table());
    let Some(known) = known.filter(|known| !known.contains_key(id)) else { return String::new() };
    let meant = closest(id, known.keys().map(|key| key.get_ref().as_ref()));
    let meant = meant.map_or(String::new(), |known| format!("did you mean `{known}`? "));
    format!("{meant}{} is no {kind} of the extended edition, and a new one states all its keys", named(id))
}

/// Reports a mistake with its own help, else with the one given.
fn mistake(mistake: &toml::de::Error, block: Span, help: &str, problems: &mut Problems) {
    let span = mistake.span().map_or(block, Span::from);
    let (message, own_help) = plain_words(mistake);
    problems.error(span, message, if own_help.is_empty() { help.to_owned() } else { own_help });
}

/// Tables of a profile: a profile may be taken for guidance.
const OF_A_PROFILE: [&str; 4] = ["profile", "contribution", "channel", "waive"];

/// A mistake in the words of a guidance file, with what to do.
fn plain_words(mistake: &toml::de::Error) -> (String, String) {
    if messages::is_of_date(mistake) {
        return ("a date does not belong here".into(), String::new());
    }
    if mistake.message().contains(Share::OUT_OF_RANGE) {
        return (Share::OUT_OF_RANGE.into(), "for 50 % write 0.5".into());
    }
    match messages::unknown_name(mistake) {
        Some((unknown, known)) if OF_A_PROFILE.contains(&unknown) && known.contains(&"award-window") => {
            let message = format!("{} stands in a profile, not in guidance", named(unknown));
            (message, "to judge a profile give its path without --guidance".into())
        }
        Some((unknown, known)) => (format!("unknown name {}", named(unknown)), offer(unknown, &known)),
        None => (messages::of_value(mistake.message()), String::new()),
    }
}
