//! The committed files by kind.

use std::fs;
use std::path::Path;

use crate::helpers::program::IMPORTERS;

/// Their folder, from the root of the crate.
pub const ROOT: &str = "tests/hardening";
/// A profile without mistakes, for commands that need one beside the file.
pub const GOOD: &str = "tests/hardening/good.toml";
/// The table of messages in each folder.
pub const EXPECTED: &str = "expected.tsv";

/// What a command reads a file as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Profile,
    Guidance,
    Baseline,
    List,
    Import(&'static str),
}

impl Kind {
    /// The kind of file in a folder.
    pub fn of(folder: &str) -> Self {
        match folder {
            "profile" => Self::Profile,
            "guidance" => Self::Guidance,
            "baseline" => Self::Baseline,
            "list" => Self::List,
            _ => {
                let name = folder.strip_prefix("import-").unwrap_or_else(|| panic!("{folder} holds no kind of file"));
                Self::Import(
                    IMPORTERS.into_iter().find(|it| *it == name).unwrap_or_else(|| panic!("no importer is named {name}")),
                )
            }
        }
    }

    /// The command that reads the file most directly.
    pub fn first_command<'p>(self, path: &'p str, good: &'p str) -> Vec<&'p str> {
        match self {
            Self::Profile => vec![path],
            Self::Guidance => vec!["list", "--guidance", path],
            Self::Baseline => vec!["--baseline", path, good],
            Self::List => vec!["--files-from", path],
            Self::Import(kind) => vec!["import", kind, path, "--into", good],
        }
    }
}

/// The sorted names in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The folders in `bad` or `odd` with the names of their files.
pub fn folders(top: &str) -> Vec<(String, Vec<String>)> {
    let top = Path::new(ROOT).join(top);
    let files = |folder: &String| names(&top.join(folder)).into_iter().filter(|name| name != EXPECTED).collect();
    names(&top).into_iter().map(|folder| (folder.clone(), files(&folder))).collect()
}
