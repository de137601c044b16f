//! Editions of the guidance: those that ship, and files of one's own.

pub mod model;
pub mod blocks;
pub mod merge;
pub mod build;

use toml::de::{DeTable, DeValue};

use crate::document;
use crate::source::{Problems, Source, Span};
use crate::text::closest;
use build::Own;
pub use model::{Basis, Closing, Criterion, Guidance, Level, Page, Seen, VerdictRules};

/// An edition that ships.
pub struct Edition {
    /// Its id, as `--guidance` takes it.
    pub id: &'static str,
    text: &'static str,
}

/// The editions that ship; the first is the default. A new one is a file and its line here.
pub const EDITIONS: &[Edition] = &[
    Edition { id: "workshop-2020", text: include_str!("guidance/workshop-2020.toml") },
    Edition { id: "program-2026", text: include_str!("guidance/program-2026.toml") },
];

/// Loads an edition that ships.
///
/// # Errors
/// What is wrong in its file, which a test keeps from happening; `None` for an id that does not ship.
pub fn shipped(id: &str) -> Option<Result<Guidance, Problems>> {
    let tree = shipped_tree(id)?;
    let mut problems = Problems::default();
    let built =
        tree.map_err(|mistake| mistake_of(&mistake)).and_then(|tree| build::build(tree, None, &mut problems).ok_or(problems));
    Some(built)
}

/// Reads a guidance file of one's own, which may extend an edition that ships.
///
/// # Errors
/// Everything that is wrong in the file.
pub fn read(source: &Source) -> Result<Guidance, Problems> {
    let mut problems = Problems::default();
    let mut own = document::parse(source, &mut problems).root;
    if problems.errors() > 0 {
        return Err(problems);
    }
    name_after_file(&mut own, source);
    let extends = own.remove("extends");
    let mut root = DeTable::new();
    let mut extended_source = None;
    if let Some(extends) = extends {
        let name = extends.get_ref().as_str().unwrap_or_default();
        match shipped_tree(name) {
            Some(tree) => {
                root = tree.map_err(|mistake| mistake_of(&mistake))?;
                // The year is the extended edition's, not one's own.
                root.remove("year");
                extended_source = root.get("source").and_then(|source| source.get_ref().as_str().map(str::to_owned));
            }
            None => {
                let ids = EDITIONS.iter().map(|edition| edition.id);
                let help = closest(name, ids).map_or_else(editions_help, |id| format!("did you mean `{id}`?"));
                problems.error(extends.span(), "`extends` names an edition that ships", help);
                return Err(problems);
            }
        }
    }
    merge::merge(&mut root, own.clone());
    let own = Own { tree: &own, extended_source };
    build::build(root, Some(&own), &mut problems).ok_or(problems)
}

/// The valid names of editions, for a message.
pub fn editions_help() -> String {
    let ids: Vec<String> = EDITIONS.iter().map(|edition| format!("`{}`", edition.id)).collect();
    format!("editions that ship: {}", ids.join(", "))
}

/// The category of this name in an edition that ships, with that edition's id.
pub fn category_of_any_edition(name: &str) -> Option<(String, String)> {
    EDITIONS.iter().find_map(|edition| {
        let guidance = shipped(edition.id)?.ok()?;
        let category = guidance.vocabulary.categories.into_iter().find(|category| category.name.eq_ignore_ascii_case(name))?;
        Some((category.name, edition.id.to_owned()))
    })
}

fn shipped_tree(id: &str) -> Option<Result<DeTable<'static>, toml::de::Error>> {
    let edition = EDITIONS.iter().find(|edition| edition.id == id)?;
    Some(extended(edition.text))
}

/// The tree of an edition, on top of the one that it extends.
fn extended(text: &'static str) -> Result<DeTable<'static>, toml::de::Error> {
    let mut tree = DeTable::parse(text)?.into_inner();
    let base = tree.remove("extends").and_then(|extends| shipped_tree(extends.get_ref().as_str()?));
    let Some(base) = base else { return Ok(tree) };
    let mut merged = base?;
    merge::merge(&mut merged, tree);
    Ok(merged)
}

/// A file that does not name itself is known by its path, never by the edition that it extends.
fn name_after_file(own: &mut DeTable<'_>, source: &Source) {
    let here = |text: String| toml::Spanned::new(0..0, DeValue::String(text.into()));
    for (key, text) in [("id", source.name.clone()), ("title", format!("Guidance of one's own, {}", source.name))] {
        if !own.contains_key(key) {
            own.insert(toml::Spanned::new(0..0, key.into()), here(text));
        }
    }
}

fn mistake_of(mistake: &toml::de::Error) -> Problems {
    let mut problems = Problems::default();
    problems.error(mistake.span().map_or(Span { start: 0, end: 0 }, Span::from), mistake.message().to_owned(), "");
    problems
}
