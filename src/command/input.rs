//! What commands read: a profile, the guidance that it is judged by, and the date.

use std::io;
use std::path::{Component, Path, PathBuf};

use anstyle::Style;
use anyhow::{Context, Result, anyhow, bail};
use chrono::{DateTime, Datelike, Local, NaiveDate};
use clap::CommandFactory;

use crate::cli::{Arguments, CommonArguments};
use crate::command::output::{Told, error_look};
use crate::comparison::baseline::Baseline;
use crate::guidance::{self, EDITIONS, Guidance, category_of_any_edition};
use crate::profile::{self, Draft, Profile};
use crate::report::page::Page;
use crate::report::{AsOfFrom, ProfileFile, Remark, mistakes};
use crate::source::{MAX_GUIDANCE_BYTES, MAX_PROFILE_BYTES, Problem, Problems, Severity, Source};
use crate::text::{closest, named, visible};

/// The profile that is read where none is named.
const DEFAULT_PROFILE: &str = "profile.toml";

/// Paths of the profiles that a command names, or of the one in this folder.
///
/// # Errors
/// No profile at all, with how to start one; standard input named twice; a command in the place of a profile.
pub fn profile_paths(named: &[String]) -> Result<Vec<String>> {
    if named.iter().filter(|path| *path == "-").count() > 1 {
        bail!("`-`, standard input, can be read once only");
    }
    if named.is_empty() && !Path::new(DEFAULT_PROFILE).exists() {
        bail!(Told(how_to_start()));
    }
    let is_command = |path: &&String| Arguments::command().find_subcommand(path).is_some() && !Path::new(path).exists();
    if let Some(command) = named.iter().find(is_command) {
        bail!("`{command}` is a command, and takes no profile before it: `mvp-check {command} --help` shows what it takes");
    }
    Ok(if named.is_empty() { vec![DEFAULT_PROFILE.into()] } else { named.to_vec() })
}

/// Reads a profile's text, `-` for standard input.
///
/// # Errors
/// A file that cannot be read.
pub fn source(path: &str) -> Result<Source> {
    if path == "-" {
        return Source::from_reader("-".into(), io::stdin().lock(), MAX_PROFILE_BYTES).context("standard input");
    }
    Source::read(Path::new(path), MAX_PROFILE_BYTES).with_context(|| visible(path).into_owned())
}

/// Where a profile is, for people and for programs.
pub fn profile_file(path: &str) -> ProfileFile {
    ProfileFile { path: path.to_owned(), in_repository: in_repository(Path::new(path)) }
}

/// The path from the root of the repository, where the file is in one; else from this folder. Of a file elsewhere what leads out of
/// here is left out: programs look below the root only.
fn in_repository(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let root = here.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&here);
    let mut whole = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    let below = whole.strip_prefix(root).unwrap_or(path);
    let names = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// Reads a report kept from earlier.
///
/// # Errors
/// A file that cannot be read, or is no report.
pub fn baseline(path: &str) -> Result<Baseline> {
    let place = || format!("--baseline {}", visible(path));
    let source = Source::read(Path::new(path), MAX_PROFILE_BYTES).with_context(place)?;
    Baseline::read(&source).with_context(place)
}

/// A profile that can be judged.
pub struct Read<'s> {
    /// Its text.
    pub source: &'s Source,
    /// What it says.
    pub profile: Profile<'s>,
    /// What it is judged by.
    pub guidance: Guidance,
    /// What is to be looked at in it.
    pub problems: Vec<Problem>,
    /// The day to judge on.
    pub as_of: NaiveDate,
    /// Where that day comes from.
    pub as_of_from: AsOfFrom,
}

impl Read<'_> {
    /// What is to be looked at, as remarks of a report.
    pub fn warnings(&self) -> Vec<Remark> {
        self.problems.iter().map(|problem| Remark::new(problem, self.source)).collect()
    }
}

/// A profile that cannot be judged.
pub struct Refused {
    /// What is wrong, in full.
    pub told: String,
    /// The same as remarks of a report.
    pub mistakes: Vec<Remark>,
    /// How many more mistakes there are.
    pub more: usize,
}

impl Refused {
    /// Of a file that cannot be read, or that is judged by a file with mistakes.
    pub fn unreadable(error: &anyhow::Error) -> Self {
        let message = format!("{error:#}");
        let told = if error.is::<Told>() { message.clone() } else { format!("error: {message}\n") };
        // The path stands beside it in every report.
        let reasons = error.chain().skip(usize::from(error.chain().len() > 1));
        let reason = reasons.map(ToString::to_string).collect::<Vec<_>>().join(": ");
        let reason = reason.lines().next().unwrap_or_default().to_owned();
        Self { told, mistakes: vec![Remark { line: 1, column: 1, message: reason, help: None }], more: 0 }
    }
}

/// Reads a profile, with the guidance and the day to judge it by.
///
/// # Errors
/// Everything that is wrong in it.
pub fn read<'s>(source: &'s Source, common: &CommonArguments) -> Result<Read<'s>, Refused> {
    let mut draft = profile::read(source);
    let guidance = guidance(common, Some((&mut draft, source))).map_err(|error| Refused::unreadable(&error))?;
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    if problems.errors() > 0 {
        let more = problems.more_errors;
        let told = told(source, problems.clone(), common, ", nothing was judged").0;
        let errors = problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error);
        return Err(Refused { told, mistakes: errors.map(|problem| Remark::new(&problem, source)).collect(), more });
    }
    let (as_of, as_of_from) = as_of(common, profile.as_of).map_err(|error| Refused::unreadable(&error))?;
    Ok(Read { source, profile, guidance, problems: problems.sorted(), as_of, as_of_from })
}

fn how_to_start() -> String {
    "There is no profile.toml in this folder, and no profile was named: mvp-check PATH\n\
     To start one, write [profile] with your name, then a [[contribution]] with type, title and date for each thing you did; `mvp-check list types` shows the types.\n"
        .into()
}

/// The guidance that an option names, else the one that the profile names, else the default. A name in the profile that leads
/// nowhere becomes a problem of the draft, and the default is used to find its other mistakes.
///
/// # Errors
/// An option that leads nowhere; a guidance file with mistakes, each with its place.
pub fn guidance(arguments: &CommonArguments, draft: Option<(&mut Draft<'_>, &Source)>) -> Result<Guidance> {
    if let Some(name) = &arguments.guidance {
        return load(name, Path::new(""), arguments)?
            .ok_or_else(|| anyhow!("--guidance: {} ({})", unknown(name), guidance::editions_help()));
    }
    if let Some((draft, source)) = draft
        && let Some(stated) = draft.person.guidance.clone()
    {
        let folder = Path::new(&source.name).parent().unwrap_or(Path::new(""));
        match load(&stated.value, folder, arguments) {
            Ok(Some(guidance)) => return Ok(guidance),
            Ok(None) => draft.problems.error(stated.span, unknown(&stated.value), guidance::editions_help()),
            Err(error) if error.is::<Told>() => return Err(error),
            Err(error) => draft.problems.error(stated.span, format!("{error:#}"), "the path is relative to this file"),
        }
    }
    load(EDITIONS[0].id, Path::new(""), arguments)?.ok_or_else(|| anyhow!("no edition ships"))
}

fn unknown(name: &str) -> String {
    let hint =
        closest(name, EDITIONS.iter().map(|edition| edition.id)).map_or(String::new(), |id| format!("; did you mean `{id}`?"));
    format!("unknown guidance {}{hint}", named(name))
}

/// An edition that ships, or a file; `None` for a name that is neither.
fn load(name: &str, folder: &Path, arguments: &CommonArguments) -> Result<Option<Guidance>> {
    if let Some(edition) = guidance::shipped(name) {
        return Ok(Some(edition));
    }
    let path: PathBuf = folder.join(name);
    if !name.ends_with(".toml") && !path.exists() {
        return Ok(None);
    }
    let shown = || visible(&path.display().to_string()).into_owned();
    let source = Source::read(&path, MAX_GUIDANCE_BYTES).with_context(shown)?;
    guidance::read(&source).map(Some).map_err(|problems| told(&source, problems, arguments, "").into())
}

/// All mistakes of a file, with a line that counts them.
pub fn told(source: &Source, problems: Problems, arguments: &CommonArguments, consequence: &str) -> Told {
    let (errors, more) = (problems.errors(), problems.more_errors);
    let look = error_look(arguments);
    let mut text = mistakes::render(source, &problems.sorted(), &look);
    let count = if errors == 1 { "1 error".into() } else { format!("{errors} errors") };
    let rest = if more > 0 { format!(", {more} of them not shown") } else { String::new() };
    text += &Page { look }.wrapped(&format!("{}: {count}{rest}{consequence}", source.name), Style::new());
    Told(text)
}

/// The date of the report: the option, else `SOURCE_DATE_EPOCH`, else the profile's own, else today.
///
/// # Errors
/// A `SOURCE_DATE_EPOCH` that is no number of seconds.
pub fn as_of(arguments: &CommonArguments, stated: Option<NaiveDate>) -> Result<(NaiveDate, AsOfFrom)> {
    if let Some(day) = arguments.as_of {
        return Ok((day, AsOfFrom::Option));
    }
    if let Some(epoch) = std::env::var("SOURCE_DATE_EPOCH").ok().filter(|epoch| !epoch.is_empty()) {
        let day = epoch.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0)).map(|time| time.date_naive());
        let day = day.filter(|day| (1970..=2100).contains(&day.year()));
        let day =
            day.ok_or_else(|| anyhow!("SOURCE_DATE_EPOCH is not a number of seconds that leads to a day from 1970 to 2100"))?;
        return Ok((day, AsOfFrom::Environment));
    }
    Ok(stated.map_or_else(|| (Local::now().date_naive(), AsOfFrom::Today), |day| (day, AsOfFrom::Profile)))
}
