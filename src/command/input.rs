//! What commands read: a profile, the guidance that it is judged by, and the date.

use std::io;
use std::path::{Path, PathBuf};

use anstyle::Style;
use anyhow::{Context, Result, anyhow, bail};
use chrono::{DateTime, Datelike, Local, NaiveDate};

use crate::cli::CommonArguments;
use crate::command::output::{Told, error_look};
use crate::guidance::{self, EDITIONS, Guidance};
use crate::profile::Draft;
use crate::report::page::Page;
use crate::report::{AsOfFrom, mistakes};
use crate::source::{MAX_GUIDANCE_BYTES, MAX_PROFILE_BYTES, Problems, Source};
use crate::text::{closest, named, visible};

/// The profile that is read where none is named.
const DEFAULT_PROFILE: &str = "profile.toml";

/// Reads the profile that a command names, `-` for standard input, or the one in this folder.
///
/// # Errors
/// No profile at all, with how to start one; a file that cannot be read.
pub fn profile(named: Option<&str>) -> Result<Source> {
    if named == Some("-") {
        return Source::from_reader("-".into(), io::stdin().lock(), MAX_PROFILE_BYTES).context("standard input");
    }
    if named.is_none() && !Path::new(DEFAULT_PROFILE).exists() {
        bail!(Told(how_to_start()));
    }
    let path = named.unwrap_or(DEFAULT_PROFILE);
    Source::read(Path::new(path), MAX_PROFILE_BYTES).with_context(|| visible(path).into_owned())
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
