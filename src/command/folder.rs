//! The profiles in a folder.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use crate::source::{MAX_FILE_BYTES, in_words};
use crate::text::escape_control_chars;

pub(crate) const NO_PROFILE: &str = "it holds no profile: no file `*.toml` with a `[profile]` that is not hidden or ignored";
/// The name of the table that makes a file a profile.
const NAME: &str = "profile";
/// The byte order mark at the very beginning of a file.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A profile to judge, or a place where one might be that could not be looked at.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) path: Box<str>,
    pub(crate) wrong: Option<Box<str>>,
}

impl Input {
    pub(crate) fn at(path: impl Into<Box<str>>) -> Self {
        Self { path: path.into(), wrong: None }
    }
}

/// The profiles in a folder and those below, by name: TOML files with a `[profile]`, but for hidden and ignored ones.
///
/// A folder without any is reported in their place.
pub(crate) fn profiles(folder: &str) -> Vec<Input> {
    let mut walk = WalkBuilder::new(folder);
    // What is found depends on the folder and its repository alone, not on the settings of whoever looks.
    walk.require_git(false).git_global(false).git_exclude(false).ignore(false).parents(is_in_repository(folder));
    walk.sort_by_file_name(Ord::cmp);
    let found: Vec<Input> =
        walk.build().filter_map(|entry| entry.map_or_else(|error| Some(unreadable(&error, folder)), |it| profile(&it))).collect();
    if found.is_empty() {
        return vec![Input { path: folder.into(), wrong: Some(NO_PROFILE.into()) }];
    }
    found
}

/// Whether a `.gitignore` above a folder may be meant for it.
fn is_in_repository(folder: &str) -> bool {
    let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.into());
    whole.ancestors().any(|above| above.join(".git").exists())
}

fn profile(entry: &DirEntry) -> Option<Input> {
    let path = entry.path();
    let is_toml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    // A link to a file is as good as the file; links to folders are not followed.
    if !is_toml || !fs::metadata(path).is_ok_and(|metadata| metadata.is_file()) {
        return None;
    }
    // A file that cannot be read is reported when it is checked.
    if !has_header(path).unwrap_or(true) {
        return None;
    }
    let wrong = path.to_str().is_none().then(|| "its name is not UTF-8".into());
    Some(Input { path: with_slashes(&path.to_string_lossy()).into(), wrong })
}

/// A path in a folder as it is shown on every system. Windows takes both signs, but for paths that begin so as to be taken as they are.
fn with_slashes(path: &str) -> Cow<'_, str> {
    if cfg!(windows) && !path.starts_with(r"\\?\") { path.replace('\\', "/").into() } else { path.into() }
}

/// Whether a line begins with `[profile]`, well written or not.
fn has_header(path: &Path) -> io::Result<bool> {
    let mut text = Vec::new();
    File::open(path)?.take(MAX_FILE_BYTES).read_to_end(&mut text)?;
    Ok(is_header_in(&text))
}

/// Whether the name occurs in a text as that of a table or a key of the top level, but not with a further name, as in the
/// `[profile.release]` of Rust's own files.
fn is_header_in(text: &[u8]) -> bool {
    let is_name = |(_, part): &(usize, &[u8])| *part == NAME.as_bytes();
    text.windows(NAME.len()).enumerate().filter(is_name).any(|(at, _)| {
        let is_sign = |byte: &&u8| b"[ \t\"'".contains(byte);
        let signs = text[..at].iter().rev().take_while(is_sign).count();
        let before = &text[..at - signs];
        let is_bracketed = text[at - signs..at].contains(&b'[');
        let behind = text[at + NAME.len()..].iter().find(|byte| !b" \t\"'".contains(byte));
        let ends: &[u8] = if is_bracketed { b"]\r\n" } else { b"=." };
        (before.is_empty() || before.ends_with(b"\n") || before == MARK) && behind.is_none_or(|byte| ends.contains(byte))
    })
}

/// A place that could not be looked at.
fn unreadable(error: &ignore::Error, folder: &str) -> Input {
    let path = place(error).map_or_else(|| folder.to_owned(), |path| path.to_string_lossy().into_owned());
    // The error of the walk names the place too, more than once.
    let bare = |error: &io::Error| error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error);
    let reason = error.io_error().map_or_else(|| error.to_string(), |error| in_words(&bare(error)));
    Input { path: path.into(), wrong: Some(escape_control_chars(&reason).into()) }
}

fn place(error: &ignore::Error) -> Option<&PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        ignore::Error::Partial(errors) => errors.iter().find_map(place),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_may_not_be_looked_at_is_named_once() {
        let of_the_walk =
            io::Error::new(io::ErrorKind::PermissionDenied, "IO error for operation on team/kept: Permission denied");
        let error = ignore::Error::WithPath { path: "team/kept".into(), err: Box::new(ignore::Error::Io(of_the_walk)) };
        let Input { path, wrong } = unreadable(&error, "team");
        assert_eq!((&*path, wrong.as_deref()), ("team/kept", Some("you may not read it")));
    }
}
