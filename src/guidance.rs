//! Editions of the guidance: those that ship, and files of one's own.

pub(crate) mod portal;
pub(crate) mod annual;
pub(crate) mod model;
pub(crate) mod blocks;
pub(crate) mod merge;
pub(crate) mod read;
pub(crate) mod mistakes;
pub(crate) mod portal_names;
pub(crate) mod build;

use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

use crate::document;
use crate::source::{Problems, Source};
use crate::text::closest;
use blocks::FileBlock;
use mistakes::Own;
pub(crate) use model::{Basis, Criterion, Guidance, Level, Page, Seen};
pub(crate) use portal::{Portal, PortalActivity};

pub(crate) struct Edition {
    pub(crate) id: &'static str,
    /// The file, for files of one's own that extend it.
    toml: &'static str,
    /// The same as JSON, laid over the edition that it extends: written when the program is built, since it is read three times as fast.
    json: &'static str,
}

macro_rules! edition {
    ($id:literal) => {
        Edition {
            id: $id,
            toml: include_str!(concat!("guidance/", $id, ".toml")),
            json: include_str!(concat!(env!("OUT_DIR"), "/", $id, ".json")),
        }
    };
}

/// The editions that ship; the first is the default. A new one is a file and its line here.
pub(crate) const EDITIONS: &[Edition] = &[edition!("workshop-2020"), edition!("program-2026")];

/// Loads an edition that ships; `None` for an id that does not.
pub(crate) fn shipped(id: &str) -> Option<Guidance> {
    let edition = EDITIONS.iter().find(|edition| edition.id == id)?;
    // A test loads every edition: what ships has no mistakes.
    let file: FileBlock = serde_json::from_str(edition.json).ok()?;
    build::build(file, None, &mut Problems::default())
}

/// Reads a guidance file of one's own, which may extend an edition that ships.
pub(crate) fn read(source: &Source) -> Result<Guidance, Problems> {
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
                root = tree;
                // These describe the extended edition alone.
                root.remove("year");
                root.remove("see-also");
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
    let extended = root.clone();
    merge::merge(&mut root, own.clone());
    let Some((file, unread)) = read::blocks(root, &extended, &mut problems) else { return Err(problems) };
    let own = Own { tree: &own, extended_source, unread };
    match build::build(file, Some(&own), &mut problems) {
        Some(guidance) => Ok(Guidance { file: Some(source.name.clone()), ..guidance }),
        None => Err(problems),
    }
}

/// The valid names of editions, for a message.
pub(crate) fn editions_help() -> String {
    let ids: Vec<String> = EDITIONS.iter().map(|edition| format!("`{}`", edition.id)).collect();
    format!("editions that ship: {}", ids.join(", "))
}

/// The category of this name in an edition that ships, with that edition's id.
pub(crate) fn category_of_any_edition(name: &str) -> Option<(String, String)> {
    let (category, edition) = CATEGORIES.iter().find(|(category, _)| category.eq_ignore_ascii_case(name))?;
    Some((category.clone(), (*edition).to_owned()))
}

/// All shipped categories with their edition's id. Kept, since every entry of a file may look for one.
static CATEGORIES: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let categories = |id| shipped(id).into_iter().flat_map(|guidance| guidance.vocabulary.categories);
    EDITIONS.iter().flat_map(|edition| categories(edition.id).map(|category| (category.name, edition.id))).collect()
});

/// The tree of an edition that ships, laid over the one that it extends.
fn shipped_tree(id: &str) -> Option<DeTable<'static>> {
    let edition = EDITIONS.iter().find(|edition| edition.id == id)?;
    let mut tree = DeTable::parse(edition.toml).ok()?.into_inner();
    let Some(base) = tree.remove("extends") else { return Some(tree) };
    let mut merged = shipped_tree(base.get_ref().as_str()?)?;
    merge::merge(&mut merged, tree);
    Some(merged)
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
