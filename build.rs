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
    let text = fs::read_to_string(path)?;
    let mut tree = DeTable::parse(&text)?;
    let Some(base) = tree.get_mut().remove("extends") else { return Ok(serde_json::to_string(&table(tree)?)?) };
    let base = base.get_ref().as_str().ok_or("`extends` names an edition")?;
    let base_text = fs::read_to_string(Path::new(EDITIONS).join(base).with_extension("toml"))?;
    let mut merged = DeTable::parse(&base_text)?;
    merge::merge(merged.get_mut(), tree.into_inner());
    Ok(serde_json::to_string(&table(merged)?)?)
}

fn table(tree: toml::Spanned<DeTable<'_>>) -> Result<toml::Table, toml::de::Error> {
    toml::Table::deserialize(Deserializer::from(tree))
}
