//! The guidance that profiles are judged by, each read once however many profiles name it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};

use crate::cli::CommonArguments;
use crate::command::output::{Told, told};
use crate::guidance::{self, EDITIONS, Guidance};
use crate::profile::Draft;
use crate::report::Remark;
use crate::source::{MAX_FILE_BYTES, Problem, Problems, Source};
use crate::text::{closest, escape_control_chars, named};

/// Editions and files, by their name or path, as far as they were asked for.
pub(crate) struct Guidances<'c> {
    pub(crate) common: &'c CommonArguments,
    known: RefCell<HashMap<PathBuf, Loaded>>,
}

/// What came of loading: `None` for a name that is neither an edition nor a file.
type Loaded = Result<Option<Arc<Guidance>>, Failed>;

#[derive(Clone)]
enum Failed {
    /// It has mistakes; the text shows all of them.
    Mistakes(String),
    Unreadable(String),
}

impl From<Failed> for anyhow::Error {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Mistakes(text) => Told(text).into(),
            Failed::Unreadable(reason) => anyhow!(reason),
        }
    }
}

/// The guidance that the option names, else the default.
pub(crate) fn by_option(common: &CommonArguments) -> Result<Arc<Guidance>> {
    Guidances::new(common).of(None)
}

impl<'c> Guidances<'c> {
    pub(crate) fn new(common: &'c CommonArguments) -> Self {
        Self { common, known: RefCell::default() }
    }

    /// The guidance that an option names, else the one that the profile names, else the default. A name in the profile that leads
    /// nowhere becomes a problem of the draft, and the default is used to find its other mistakes.
    pub(crate) fn of(&self, draft: Option<(&mut Draft<'_>, &Source)>) -> Result<Arc<Guidance>> {
        if let Some(name) = &self.common.guidance {
            return self
                .load(name, None)?
                .ok_or_else(|| anyhow!("--guidance: {} ({})", unknown(name), guidance::editions_help()));
        }
        if let Some((draft, source)) = draft
            && let Some(stated) = draft.person.guidance.clone()
        {
            let folder = Path::new(&source.name).parent().unwrap_or(Path::new(""));
            match self.load(&stated.value, Some(folder)) {
                Ok(Some(guidance)) => return Ok(guidance),
                Ok(None) => {
                    let help = format!("{}; a file's name ends in `.toml`", guidance::editions_help());
                    draft.problems.error(stated.span, unknown(&stated.value), help);
                }
                Err(failed @ Failed::Mistakes(_)) => return Err(failed.into()),
                Err(Failed::Unreadable(reason)) => {
                    draft.problems.error(stated.span, reason, "the path is relative to this file");
                }
            }
        }
        self.load(EDITIONS[0].id, None)?.ok_or_else(|| anyhow!("no edition ships"))
    }

    pub(crate) fn files(&self) -> Vec<String> {
        self.known.borrow().values().filter_map(|loaded| loaded.as_ref().ok()?.as_ref()?.file.clone()).collect()
    }

    /// What a name means; `folder` is that of the profile that has it. A profile may be somebody else's: it must not reveal what
    /// is in other files of this machine.
    fn load(&self, name: &str, folder: Option<&Path>) -> Loaded {
        let is_shipped = EDITIONS.iter().any(|edition| edition.id == name);
        if folder.is_some() && !is_shipped && !name.ends_with(".toml") {
            return Ok(None);
        }
        let path = if is_shipped { name.into() } else { folder.unwrap_or(Path::new("")).join(name) };
        self.known.borrow_mut().entry(path).or_insert_with_key(|path| load(name, path, folder, self.common)).clone()
    }
}

fn load(name: &str, path: &Path, folder: Option<&Path>, common: &CommonArguments) -> Loaded {
    if let Some(edition) = guidance::shipped(name) {
        return Ok(Some(Arc::new(edition)));
    }
    if !name.ends_with(".toml") && !path.exists() {
        return Ok(None);
    }
    let shown = || escape_control_chars(&path.display().to_string()).into_owned();
    let source = Source::read(path, MAX_FILE_BYTES).with_context(shown);
    let source = source.map_err(|error| Failed::Unreadable(format!("{error:#}")))?;
    let read = guidance::read(&source).map_err(|problems| match folder.is_none_or(|folder| is_within(path, folder)) {
        true => Failed::Mistakes(told(&source, problems, common, "").0),
        false => Failed::Mistakes(without_lines(&source, problems)),
    })?;
    Ok(Some(Arc::new(read)))
}

/// Whether a file lies in a folder, wherever links lead.
fn is_within(path: &Path, folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (Ok(path), Ok(folder)) = (path.canonicalize(), folder.canonicalize()) else { return false };
    path.starts_with(folder)
}

/// The mistakes of a file by their places, without the lines around them.
fn without_lines(source: &Source, problems: Problems) -> String {
    let line = |problem: Problem| {
        let Remark { line, column, message, .. } = Remark::new(&problem, source);
        format!("error: {}:{line}:{column}: {}\n", escape_control_chars(&source.name), escape_control_chars(&message))
    };
    problems.sorted().into_iter().map(line).collect()
}

fn unknown(name: &str) -> String {
    let hint =
        closest(name, EDITIONS.iter().map(|edition| edition.id)).map_or(String::new(), |id| format!("; did you mean `{id}`?"));
    format!("unknown guidance {}{hint}", named(name))
}
