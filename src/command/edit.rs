//! Changing a profile: which one, what becomes of it, and whether that can be read again.

use std::cmp::Ordering;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::assess::{Verdict, assess};
use crate::cli::CommonArguments;
use crate::command::files;
use crate::command::input::{self, Read};
use crate::command::output::Told;
use crate::guidance::Guidance;
use crate::profile::edit::{Edit, edited};
use crate::record::Record;
use crate::save::{self, Lock};
use crate::source::{ReadError, Source};
use crate::text::{escape_control_chars, named};

/// What is said where a profile was written and the words about it were not.
pub(crate) const IS_WRITTEN: &str = "the profile is written, but what was to be said of it is not";

/// What is said of a profile with mistakes.
pub(crate) const NOTHING_WRITTEN: &str = ", nothing was written: mend these first";

/// The path of the profile that is to be changed: the named one, else the one in this folder.
pub(crate) fn path(named_path: Option<&str>) -> Result<&str> {
    let path = named_path.unwrap_or(files::DEFAULT_PROFILE);
    if path == "-" {
        bail!("--into names a file: standard input cannot be changed");
    }
    if !Path::new(path).exists() {
        let start =
            if named_path.is_some() { format!("mvp-check init {}", escape_control_chars(path)) } else { "mvp-check init".into() };
        bail!("there is no {} here; `{start}` starts one, and --into PROFILE names another", named(path));
    }
    Ok(path)
}

/// Keeps others from changing a profile until it is written.
pub(crate) fn lock(path: &str) -> Result<Lock> {
    let place = || escape_control_chars(path).into_owned();
    let kind = std::fs::metadata(path).map_err(ReadError::from).with_context(place)?.file_type();
    // Opening a pipe would wait for its writer.
    if !kind.is_file() {
        let refusal = if kind.is_dir() { ReadError::Folder } else { ReadError::NotRegular };
        return Err(refusal).with_context(place);
    }
    Lock::on(Path::new(path)).map_err(ReadError::from).with_context(place)
}

pub(crate) fn read<'s>(source: &'s Source, common: &CommonArguments) -> Result<Read<'s>> {
    input::read(source, common, NOTHING_WRITTEN).map_err(|refused| Told(refused.told).into())
}

/// A profile as it would be with some edits.
pub(crate) struct Edited {
    pub(crate) source: Source,
    pub(crate) lines: Vec<usize>,
    pub(crate) verdicts: [Verdict; 2],
}

/// What becomes of a profile with some edits, which add so many entries.
pub(crate) fn outcome(read: &Read<'_>, edits: Vec<Edit>, added: usize, common: &CommonArguments) -> Result<Edited> {
    let source = Source::new(read.source.name.clone(), edited(&read.source.text, edits));
    let after = match input::read(&source, common, "") {
        Ok(after) if after.profile.contributions.len() == read.profile.contributions.len() + added => after,
        Ok(_) => bail!("{}: the result would not hold all entries; nothing was written", escape_control_chars(&source.name)),
        Err(refused) => bail!(Told(format!("{}The profile would be as above; nothing was written.\n", refused.told))),
    };
    let verdicts = [verdict(read), verdict(&after)];
    let lines = after.profile.contributions.iter().skip(read.profile.contributions.len()).map(|added| added.line).collect();
    drop(after);
    Ok(Edited { source, lines, verdicts })
}

pub(crate) fn write(path: &str, edited: &Edited) -> Result<()> {
    save::save(Path::new(path), edited.source.text.as_bytes())
        .with_context(|| format!("{}: not written", escape_control_chars(path)))
}

fn verdict(read: &Read<'_>) -> Verdict {
    assess(&read.guidance, &Record::new(&read.profile, &read.guidance.vocabulary, read.as_of)).verdict
}

/// What the edits do to the verdict, in the words of the guidance: "a few gaps (was: start with these)".
pub(crate) fn verdicts_in_words([before, after]: [Verdict; 2], guidance: &Guidance) -> String {
    let words = |verdict: Verdict| verdict.words(guidance).to_lowercase();
    match after.cmp(&before) {
        Ordering::Equal => format!("{} (as before)", words(after)),
        Ordering::Greater => format!("{} (was: {})", words(after), words(before)),
        // More entries without links and numbers make a smaller part of all that has them.
        Ordering::Less => format!("{} (was: {}; links and numbers of what is new help)", words(after), words(before)),
    }
}
