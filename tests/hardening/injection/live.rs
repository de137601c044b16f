//! Compares an output with the same output that has harmless words in place of the text.

use toml::{Table, Value};

use super::outputs::Output;
use super::sources::in_xml;
use crate::helpers::checks::reading::{Read, read};
use crate::helpers::checks::{Checked, cells, ensure, markdown, page, shape};
use crate::helpers::payloads::{file_name, is_raw};

/// All links that contain a text begin like this.
const BELOW: &str = "https://example.org/";

/// Harmless words that are laid out like a text: the HTML report splits titles at a colon, and the portal limits the length of titles.
pub fn words_like(text: &str) -> String {
    /// About the longest title that the portal accepts.
    const LONG: usize = 90;
    let characters = text.chars().count();
    if characters >= LONG {
        return "Plain words ".repeat(characters / 12 + 1).chars().take(characters - 1).chain(['x']).collect();
    }
    if text.contains(": ") { "Plain: words".into() } else { "Plain words".into() }
}

/// Nothing in an output is obeyed: it has the same structure as the one with harmless words, and the text where those are.
pub fn harmless(output: &Output, plain: &Read, text: &str, words: &str) -> Checked {
    match (read(output.kind, &output.text)?, plain) {
        // A text with the word `url` names a column of addresses.
        (Read::Json(_), _) if output.name.starts_with("import columns") => Ok(()),
        (Read::Json(found), Read::Json(plain)) => {
            let text = if output.name.starts_with("import RSS") { &in_xml(text) } else { text };
            shape::same(&found, plain, text, words)
        }
        (Read::Markdown(found), Read::Markdown(plain)) => {
            markdown::same(&found, plain)?;
            let other = found.addresses.iter().find(|it| !it.starts_with(BELOW) && !plain.addresses.contains(it));
            other.map_or(Ok(()), |address| Err(format!("a link to {address}")))
        }
        (Read::Page(found), Read::Page(plain)) => {
            page::same(&found, plain, BELOW)?;
            is_shown(&found.elements[0].text, &plain.elements[0].text, text, words)
        }
        (Read::Annotations(found), Read::Annotations(plain)) => {
            ensure(found == *plain, || format!("{found:#?} instead of {plain:#?}"))
        }
        (Read::Csv(found), Read::Csv(plain)) => {
            cells::same_size(&found, plain)?;
            is_shown(&found.concat().join("\n"), &plain.concat().join("\n"), text, words)
        }
        (Read::Toml(found), Read::Toml(plain)) => kept(output, &found, plain, text),
        _ => Ok(()),
    }
}

/// A profile has the same keys as with harmless words, and the text as it is.
fn kept(output: &Output, found: &Table, plain: &Table, text: &str) -> Checked {
    same_keys(&Value::Table(found.clone()), &Value::Table(plain.clone()))?;
    // Arguments cannot contain NUL.
    let word = text.replace('\0', "");
    let of_entry = |key: &str| found.get("contribution").and_then(|entries| entries.get(0)?.get(key)?.as_str());
    match output.name.as_str() {
        "the profile of init" => {
            let expected = [("name", &*word), ("guidance", &format!("./g {}", file_name(text)))];
            let person = &found["profile"];
            ensure(expected.iter().all(|(key, told)| person[*key].as_str() == Some(told)), || format!("{person:#?}"))?;
            ensure(person["categories"][0].as_str().map(str::trim) == Some(text.trim()), || format!("{person:#?}"))
        }
        "the profile of add" => {
            let address = format!("{BELOW}{word}");
            let area = found["contribution"][0]["technology-areas"][0].as_str();
            let is_kept = of_entry("title") == Some(&squeezed(&word)) && of_entry("url") == Some(&address) && area == Some(&word);
            ensure(is_kept, || format!("{found:#?}"))
        }
        // Its title is not the text.
        "the profile of import columns" => Ok(()),
        "the profile of import RSS" => titled(of_entry("title"), &in_xml(text)),
        _ => titled(of_entry("title"), text),
    }
}

/// Where words are shown, the text is shown too; texts with hidden characters are shown with escapes.
fn is_shown(found: &str, plain: &str, text: &str, words: &str) -> Checked {
    let start: String = text.trim().chars().take(40).collect();
    let is_plain = !text.contains(is_raw) && !text.contains(['\n', '`', '#', '\'']);
    let is_expected = plain.contains(words) && is_plain;
    ensure(!is_expected || found.contains(start.trim()), || format!("the text is not shown in {found:.2000}"))
}

fn titled(title: Option<&str>, text: &str) -> Checked {
    ensure(title.is_none_or(|title| title == squeezed(text)), || format!("the title {title:?}"))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same_keys(found: &Value, plain: &Value) -> Checked {
    match (found, plain) {
        (Value::Table(found), Value::Table(plain)) => {
            ensure(found.keys().eq(plain.keys()), || format!("{found:?} instead of {plain:?}"))?;
            found.values().zip(plain.values()).try_for_each(|(found, plain)| same_keys(found, plain))
        }
        (Value::Array(found), Value::Array(plain)) => {
            ensure(found.len() == plain.len(), || format!("{found:?} instead of {plain:?}"))?;
            found.iter().zip(plain).try_for_each(|(found, plain)| same_keys(found, plain))
        }
        _ => ensure(found.type_str() == plain.type_str(), || format!("{found:?} instead of {plain:?}")),
    }
}
