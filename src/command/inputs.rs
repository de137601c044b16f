//! Which profiles the main job judges: files, folders and lists of them, each once.

use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cli::CheckArguments;
use crate::command::files::{self, STANDARD_INPUT};
use crate::command::folder::{self, Input};
use crate::source::{read_bytes, read_file};
use crate::text::escape_control_chars;

/// Bytes of a list of paths: a million of them.
const MAX_LIST_BYTES: u64 = 64 << 20;

pub(crate) struct Inputs {
    /// Each once, in the order in which they were named.
    pub(crate) profiles: Vec<Input>,
    /// Whether they are reported as a team: several were named, or a folder or a list was, whatever is in it.
    pub(crate) is_team: bool,
}

/// The profiles that the arguments name, or the one in this folder.
pub(crate) fn inputs(arguments: &CheckArguments) -> Result<Inputs> {
    let listed = arguments.files_from.as_deref().map(list).transpose()?;
    let is_list = listed.is_some();
    let mut paths = arguments.profiles.clone();
    paths.extend(listed.unwrap_or_default());
    if arguments.files_from.as_deref() == Some(STANDARD_INPUT) && paths.iter().any(|path| path == STANDARD_INPUT) {
        bail!("`-`, standard input, can be read once only");
    }
    if is_list && paths.is_empty() {
        bail!("--files-from {}: it names no profile", escape_control_chars(arguments.files_from.as_deref().unwrap_or_default()));
    }
    files::refuse_commands(&arguments.profiles)?;
    let paths = files::profile_paths(paths)?;
    let is_folder = |path: &str| path != STANDARD_INPUT && Path::new(path).is_dir();
    let is_team = is_list || paths.len() > 1 || paths.iter().any(|path| is_folder(path));
    let mut profiles: Vec<Input> = Vec::with_capacity(paths.len());
    for path in paths {
        if is_folder(&path) {
            profiles.extend(folder::profiles(&path));
        } else {
            profiles.push(Input::at(path));
        }
    }
    if let [Input { path, wrong: Some(wrong) }] = &*profiles
        && is_folder(path)
    {
        bail!("{}: {wrong}", escape_control_chars(path));
    }
    let mut known = HashSet::with_capacity(profiles.len());
    profiles.retain(|input| match fs::metadata(&*input.path) {
        Ok(metadata) if &*input.path != STANDARD_INPUT => known.insert(file_id(&metadata, &input.path)),
        // What is not there cannot be checked twice.
        _ => true,
    });
    Ok(Inputs { profiles, is_team })
}

/// Identifies a file, whatever path leads to it: the numbers of its device and of its place there. To resolve a path would
/// take as long as to read a small file.
#[cfg(unix)]
fn file_id(metadata: &Metadata, _: &str) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

/// Identifies a file by where it is.
#[cfg(not(unix))]
fn file_id(_: &Metadata, path: &str) -> std::path::PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.into())
}

/// The paths of a list, one a line. One that is not UTF-8 leads nowhere, and is reported as such.
fn list(path: &str) -> Result<Vec<String>> {
    let bytes = match path {
        STANDARD_INPUT => read_bytes(io::stdin().lock(), MAX_LIST_BYTES, 0),
        _ => read_file(Path::new(path), MAX_LIST_BYTES),
    };
    let bytes = bytes.with_context(|| format!("--files-from {}", escape_control_chars(path)))?;
    // UTF-16, or paths that end with NUL: each of them would be reported as a missing file.
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        bail!(
            "--files-from {}: byte {at} is a NUL, which no path has; save it as UTF-8, one path a line",
            escape_control_chars(path)
        );
    }
    let text = String::from_utf8_lossy(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes));
    Ok(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}
