//! Files that `--output` names: which may be written.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::cli::values::Target;
use crate::text::named;

/// Refuses targets that would be written twice, or that are read: `read` are the paths of all such files.
pub(crate) fn check<'p>(targets: &[Target], read: impl Iterator<Item = &'p str> + Clone) -> Result<()> {
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
