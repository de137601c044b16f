//! Files that `--output` names: which may be written, and writing them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::values::Target;
use crate::save;
use crate::text::{named, visible};

/// A file to write.
pub struct Written<'t> {
    /// Its path.
    pub path: &'t str,
    /// What it is to hold.
    pub text: String,
}

/// Refuses targets that would be written twice, or that are read: `read` are the paths of all such files.
///
/// # Errors
/// Such a target.
pub fn check<'p>(targets: &[Target], read: impl Iterator<Item = &'p str> + Clone) -> Result<()> {
    for (at, target) in targets.iter().enumerate() {
        let path = whole(&target.path);
        let is_file = fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
        if is_file && targets[..at].iter().any(|other| whole(&other.path) == path) {
            bail!("--output: {} is named twice", named(&target.path));
        }
        if read.clone().any(|read| read != "-" && whole(read) == path) {
            bail!("--output: {} is read too; it would be lost", named(&target.path));
        }
    }
    Ok(())
}

/// The path in full, of a file that may not be there yet.
fn whole(path: &str) -> PathBuf {
    let path = Path::new(path);
    let in_folder = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(in_folder).unwrap_or_else(|| path.to_owned())
}

/// Writes files, each in full or not at all.
///
/// # Errors
/// The first that could not be written.
pub fn save(written: &[Written<'_>]) -> Result<()> {
    for file in written {
        save::save(Path::new(file.path), file.text.as_bytes()).with_context(|| visible(file.path).into_owned())?;
    }
    Ok(())
}
