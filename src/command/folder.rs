//! The profiles in a folder.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use ignore::{DirEntry, WalkBuilder};

use crate::text::{named, visible};

/// A profile to judge, or a place where one might be that could not be looked at.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its path.
    pub path: String,
    /// What is wrong with the place.
    pub wrong: Option<String>,
}

impl Input {
    /// A profile, whatever is in it.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: path.into(), wrong: None }
    }
}

/// The profiles in a folder and those below, by name: TOML files with a `[profile]`, but for hidden and ignored ones.
///
/// # Errors
/// A folder without any.
pub fn profiles(folder: &str) -> Result<Vec<Input>> {
    let mut walk = WalkBuilder::new(folder);
    // What is found depends on the folder alone, not on the settings of whoever looks.
    walk.require_git(false).git_global(false).ignore(false);
    walk.sort_by_file_name(Ord::cmp);
    let found: Vec<Input> =
        walk.build().filter_map(|entry| entry.map_or_else(|error| Some(unreadable(&error, folder)), |it| profile(&it))).collect();
    if found.is_empty() {
        bail!("{} holds no profile: no file `*.toml` with a `[profile]` that is not hidden or ignored", named(folder));
    }
    Ok(found)
}

fn profile(entry: &DirEntry) -> Option<Input> {
    let path = entry.path();
    let is_toml = path.extension().is_some_and(|extension| extension == "toml");
    // A link to a file is as good as the file; links to folders are not followed.
    if !is_toml || !fs::metadata(path).is_ok_and(|metadata| metadata.is_file()) {
        return None;
    }
    // What cannot be read is told when it is judged.
    if !has_header(path).unwrap_or(true) {
        return None;
    }
    let wrong = path.to_str().is_none().then(|| "its name is not UTF-8".into());
    Some(Input { path: path.to_string_lossy().into_owned(), wrong })
}

/// Whether a line begins with `[profile]`.
fn has_header(path: &Path) -> io::Result<bool> {
    for line in BufReader::new(File::open(path)?).split(b'\n') {
        let line = line?;
        if line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii_start().starts_with(b"[profile]") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A place that could not be looked at.
fn unreadable(error: &ignore::Error, folder: &str) -> Input {
    let path = place(error).map_or_else(|| folder.to_owned(), |path| path.to_string_lossy().into_owned());
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Input { path, wrong: Some(visible(&reason).into_owned()) }
}

fn place(error: &ignore::Error) -> Option<&PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        ignore::Error::Partial(errors) => errors.iter().find_map(place),
        _ => None,
    }
}
