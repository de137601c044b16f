//! Writes each edition of the guidance as JSON, laid over the one that it extends: reading TOML anew at every start was a third of
//! the time that a small profile takes.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use toml::de::{DeTable, Deserializer};

#[path = "src/guidance/merge.rs"]
mod merge;

const EDITIONS: &str = "src/guidance";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={EDITIONS}");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    for entry in fs::read_dir(EDITIONS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let json = Path::new(&out).join(path.with_extension("json").file_name().ok_or("an edition has a name")?);
            fs::write(json, as_json(&path).map_err(|error| format!("{}: {error}", path.display()))?)?;
        }
    }
    Ok(())
}

fn as_json(path: &Path) -> Result<String, Box<dyn Error>> {
    Ok(serde_json::to_string(&table(tree(path)?)?)?)
}

/// The tree of an edition, laid over that of the one that it extends. Its text stays for as long as this program runs.
fn tree(path: &Path) -> Result<toml::Spanned<DeTable<'static>>, Box<dyn Error>> {
    let text: &'static str = fs::read_to_string(path)?.leak();
    let mut own = DeTable::parse(text)?;
    let Some(base) = own.get_mut().remove("extends") else { return Ok(own) };
    let base = base.get_ref().as_str().ok_or("`extends` names an edition")?;
    let mut merged = tree(&Path::new(EDITIONS).join(base).with_extension("toml"))?;
    merge::merge(merged.get_mut(), own.into_inner());
    Ok(merged)
}

fn table(tree: toml::Spanned<DeTable<'_>>) -> Result<toml::Table, toml::de::Error> {
    toml::Table::deserialize(Deserializer::from(tree))
}
