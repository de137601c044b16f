//! Imports: what each kind of source brings into a profile, and why a source is refused. The words of a command line go in, and its
//! JSON or its error comes out. The sources are made up.

mod calendars;
mod devto;
mod feeds;
mod github;
mod hostile_feeds;
mod portal;
mod round_trip;
mod services;
mod sessionize;
mod stack_exchange;
mod tables;
mod workbooks;

use std::path::Path;

use anyhow::{Result, bail};
use clap::Parser;
use serde_json::Value;

use crate::cli::{Arguments, Command};
use crate::command::import::shown::Shown;
use crate::command::{edit, import};
use crate::import::named;
use crate::source::Source;

/// A profile without entries.
const PROFILE: &str = "[profile]\nname = \"Amal Example\"\n";

/// What an import of a file finds, and what becomes of the profile.
#[derive(Debug)]
pub struct Import(Result<(String, String), String>);

impl Import {
    /// Imports into a profile without entries.
    fn of(kind: &str, file: &str, source: impl AsRef<[u8]>, options: &[&str]) -> Self {
        Self::into(PROFILE, kind, file, source, options)
    }

    pub fn into(profile: &str, kind: &str, file: &str, source: impl AsRef<[u8]>, options: &[&str]) -> Self {
        Self(run(profile, kind, file, source.as_ref(), options).map_err(|error| format!("{error:#}")))
    }

    pub fn json(&self) -> Value {
        let (json, _) = self.0.as_ref().unwrap_or_else(|error| panic!("{error}"));
        serde_json::from_str(json).unwrap()
    }

    /// The profile with what would be written.
    pub fn profile(self) -> String {
        self.0.unwrap_or_else(|error| panic!("{error}")).1
    }

    pub fn text(&self) -> &str {
        &self.0.as_ref().unwrap_or_else(|error| panic!("{error}")).0
    }

    /// The error contains all of these parts.
    fn is_refused(&self, because: &[&str]) -> bool {
        self.0.as_ref().is_err_and(|error| because.iter().all(|part| error.contains(part)))
    }
}

fn run(profile: &str, kind: &str, file: &str, bytes: &[u8], options: &[&str]) -> Result<(String, String)> {
    let words = ["mvp-check", "import", kind, file, "--as-of", "2026-11-25"];
    let arguments = Arguments::try_parse_from(words.iter().chain(options))?;
    let Some(Command::Import(import)) = &arguments.command else { bail!("another command") };
    let source = Source::new("profile.toml", profile);
    let read = edit::read(&source, &arguments.common)?;
    let (sorted, note) = import::found(named(kind).unwrap(), bytes, &read, import)?;
    let edits = import::edits(&read, &sorted, import.update);
    let edited = edit::outcome(&read, edits, sorted.new.len(), &arguments.common)?;
    let shown = Shown {
        sorted: &sorted,
        note: note.as_deref(),
        guidance: &read.guidance,
        verdicts: edited.verdicts,
        updates: import.update,
        is_written: false,
        profile: Path::new("profile.toml"),
    };
    Ok((shown.json()?, edited.source.text))
}

/// A key of each new entry.
fn each(found: &Value, key: &str) -> Vec<Value> {
    found["new"].as_array().unwrap().iter().map(|entry| entry[key].clone()).collect()
}

/// Places and reasons of what was skipped.
fn skipped(found: &Value) -> Vec<(&str, &str)> {
    let skipped = found["skipped"].as_array().unwrap().iter();
    skipped.map(|it| (it["place"].as_str().unwrap(), it["reason"].as_str().unwrap())).collect()
}

/// A JSON object with some other values.
fn changed(mut value: Value, changes: Value) -> Value {
    value.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    value
}
