//! Files that commands read: which profiles are meant, where they are, their text, and reports kept from earlier.

use std::io;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::CommandFactory;

use crate::cli::Arguments;
use crate::command::output::Told;
use crate::comparison::baseline::Baseline;
use crate::import::decoding::MAX_IMPORT_BYTES;
use crate::report::ProfileFile;
use crate::source::{MAX_FILE_BYTES, ReadError, Source, read_bytes, read_file};
use crate::text::{closest, escape_control_chars, named};

pub(crate) const STANDARD_INPUT: &str = "-";
/// The profile that is read where none is named.
pub(crate) const DEFAULT_PROFILE: &str = "profile.toml";
const HOW_TO_START: &str = "There is no profile.toml in this folder, and no profile was named: mvp-check PATH\n\
                            To start one: mvp-check init\n";

/// Paths of the profiles that a command names, or of the one in this folder.
pub(crate) fn profile_paths(named: Vec<String>) -> Result<Vec<String>> {
    if named.iter().filter(|path| *path == STANDARD_INPUT).count() > 1 {
        bail!("`-`, standard input, can be read once only");
    }
    if named.is_empty() && !Path::new(DEFAULT_PROFILE).exists() {
        bail!(Told(HOW_TO_START.into()));
    }
    if named.iter().any(String::is_empty) {
        bail!("a path is empty");
    }
    Ok(if named.is_empty() { vec![DEFAULT_PROFILE.into()] } else { named })
}

/// Refuses words that are commands: after a profile, or mistyped as the first word.
pub(crate) fn refuse_commands(words: &[String]) -> Result<()> {
    let program = Arguments::command();
    let is_missing = |word: &&String| !Path::new(word).exists();
    if let Some(command) = words.iter().filter(is_missing).find(|word| program.find_subcommand(word).is_some()) {
        bail!("`{command}` is a command, and takes no profile before it: `mvp-check {command} --help` shows what it takes");
    }
    let first = words.first().filter(is_missing).filter(|word| !word.contains(['.', '/', '\\']));
    let commands = program.get_subcommands().map(clap::Command::get_name);
    if let Some((word, command)) = first.and_then(|word| Some((word, closest(word, commands)?))) {
        bail!("there is no file {}; did you mean the command `{command}`?", named(word));
    }
    Ok(())
}

/// The one profile of a command, named or in this folder: where it is, and its text.
pub(crate) fn only_profile(named: Option<&String>) -> Result<(ProfileFile, Source)> {
    let paths = profile_paths(named.into_iter().cloned().collect())?;
    Ok((Places::here().file(&paths[0]), source(&paths[0])?))
}

/// Reads a profile's text, `-` for standard input.
pub(crate) fn source(path: &str) -> Result<Source> {
    if path == STANDARD_INPUT {
        return standard_input().context("standard input");
    }
    Source::read(Path::new(path), MAX_FILE_BYTES).with_context(|| escape_control_chars(path).into_owned())
}

pub(crate) fn standard_input() -> Result<Source, ReadError> {
    Source::from_reader(STANDARD_INPUT.into(), io::stdin().lock(), MAX_FILE_BYTES)
}

/// Reads the bytes of a file to import, `-` for standard input.
pub(crate) fn import_bytes(path: &str) -> Result<Vec<u8>> {
    if path == "-" {
        return read_bytes(io::stdin().lock(), MAX_IMPORT_BYTES, 0).context("standard input");
    }
    read_file(Path::new(path), MAX_IMPORT_BYTES).with_context(|| escape_control_chars(path).into_owned())
}

/// This folder, and the root of the repository that it is in.
pub(crate) struct Places {
    here: PathBuf,
    root: PathBuf,
}

impl Places {
    pub(crate) fn here() -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let root = here.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&here).to_owned();
        Self { here, root }
    }

    /// Where a profile is, for people and for programs.
    pub(crate) fn file(&self, path: &str) -> ProfileFile {
        ProfileFile { path: path.to_owned(), in_repository: below(&self.root, &self.here, Path::new(path)) }
    }
}

/// A path from the root of the repository, or from this folder where there is none. Of a file elsewhere what leads out of here is left
/// out: programs look below the root only.
fn below(root: &Path, here: &Path, path: &Path) -> String {
    let mut whole = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    let names = whole.strip_prefix(root).unwrap_or(path).components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

pub(crate) fn baseline(path: &str) -> Result<Baseline> {
    let named = format!("--baseline {}", escape_control_chars(path));
    let source = Source::read(Path::new(path), MAX_FILE_BYTES).with_context(|| named.clone())?;
    Baseline::read(&source).map_err(|error| match error.place() {
        Some(place) => anyhow::Error::new(error).context(format!("{named}:{}:{}", place.line, place.column)),
        None => anyhow::Error::new(error).context(named),
    })
}
