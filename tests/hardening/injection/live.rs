//! Whether a text came alive in an output: held against the same output where plain words stand in its place.

use toml::{Table, Value};

use super::outputs::{MARK, Output};
use super::sources::in_xml;
use crate::checks::reading::{Kind, Read, read};
use crate::checks::{Checked, cells, ensure, markdown, page, shape};
use crate::common::payloads::file_name;

/// Where all links lead that a text is a part of.
const BELOW: &str = "https://example.org/";

/// Words as harmless as can be, of which the same comes as of a text: a page parts titles at a colon, and the portal asks for shorter titles
/// by a count.
pub fn words_like(text: &str) -> String {
    /// The portal takes titles of about so many characters.
    const LONG: usize = 90;
    let characters = text.chars().count();
    if characters >= LONG {
        return "Plain words ".repeat(characters / 12 + 1).chars().take(characters - 1).chain(['x']).collect();
    }
    if text.contains(": ") { "Plain: words".into() } else { "Plain words".into() }
}

/// Nothing in an output is obeyed: it is read as the one with plain words is, and gives the text back where it is read by programs.
pub fn harmless(output: &Output, plain: &Read, text: &str, words: &str) -> Checked {
    if output.is_nameless {
        ensure(!output.text.contains(MARK), || "it names somebody".into())?;
    }
    match (read(output.kind, &output.text)?, plain) {
        // A text with the word `url` names a column of addresses.
        (Read::Json(_), _) if output.name.starts_with("import columns") => Ok(()),
        (Read::Json(found), Read::Json(plain)) => {
            ensure(found.len() == plain.len(), || format!("{} values, not {}", found.len(), plain.len()))?;
            let text = if output.name.starts_with("import RSS") { &in_xml(text) } else { text };
            found.iter().zip(plain).try_for_each(|(found, plain)| match output.kind {
                // It is for people: what hides in a text is shown.
                Kind::Sarif => shape::same_kinds(found, plain),
                _ => shape::same(found, plain, text, words),
            })
        }
        (Read::Markdown(found), Read::Markdown(plain)) => {
            markdown::same(&found, plain)?;
            let other = found.addresses.iter().find(|it| !it.starts_with(BELOW) && !plain.addresses.contains(it));
            other.map_or(Ok(()), |address| Err(format!("a link to {address}")))
        }
        (Read::Page(found), Read::Page(plain)) => page::same(&found, plain, BELOW),
        (Read::Shapes(found), Read::Shapes(plain)) => ensure(found == *plain, || format!("{found:#?} instead of {plain:#?}")),
        (Read::Cells(found), Read::Cells(plain)) => cells::same_size(&found, plain),
        (Read::Toml(found), Read::Toml(plain)) => kept(output, &found, plain, text),
        _ => Ok(()),
    }
}

/// A profile has the keys that it has with plain words, and what was told of it.
fn kept(output: &Output, found: &Table, plain: &Table, text: &str) -> Checked {
    same_keys(&Value::Table(found.clone()), &Value::Table(plain.clone()))?;
    // No system passes NUL in an argument.
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
            ensure(of_entry("title") == Some(&squeezed(&word)) && of_entry("url") == Some(&address), || format!("{found:#?}"))
        }
        // It has no title of its own.
        "the profile of import columns" => Ok(()),
        "the profile of import RSS" => titled(of_entry("title"), &in_xml(text)),
        _ => titled(of_entry("title"), text),
    }
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
