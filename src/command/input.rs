//! What commands judge: a profile that was read, the guidance that it is judged by, and the date.

use std::path::{Path, PathBuf};

use anstyle::Style;
use anyhow::{Context, Result, anyhow};
use chrono::{DateTime, Datelike, Local, NaiveDate};

use crate::assess::assess;
use crate::cli::CommonArguments;
use crate::command::output::{Told, error_look};
use crate::forecast::Forecast;
use crate::guidance::{self, EDITIONS, Guidance, category_of_any_edition};
use crate::profile::{self, Draft, Profile};
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::report::page::Page;
use crate::report::{AsOfFrom, ProfileFile, Remark, Report, mistakes};
use crate::source::{MAX_GUIDANCE_BYTES, Problem, Problems, Severity, Source};
use crate::text::{closest, named, visible};

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
    /// What is known of it whatever the day.
    pub fn facts(&self) -> Facts<'_> {
        Facts::new(&self.profile, &self.guidance.vocabulary)
    }

    /// Judges it.
    pub fn report<'a>(&'a self, file: &'a ProfileFile, facts: &Facts<'a>) -> Report<'a> {
        let record = Record::on(self.as_of, facts);
        Report {
            file,
            guidance: &self.guidance,
            assessment: assess(&self.guidance, &record),
            record,
            as_of_from: self.as_of_from,
            warnings: self.warnings(),
            since: None,
            forecast: None,
        }
    }

    /// Judges it on each day of a range.
    pub fn forecast<'a>(&'a self, facts: &Facts<'a>, range: DaySpan) -> Forecast<'a> {
        Forecast::new(&self.guidance, facts, self.as_of, range)
    }

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
        let reason = match error.is::<Told>() {
            true => "the guidance to judge it by has mistakes".into(),
            false => reasons.map(ToString::to_string).collect::<Vec<_>>().join(": "),
        };
        Self { told, mistakes: vec![Remark { line: 1, column: 1, message: reason, help: None }], more: 0 }
    }
}

/// Reads a profile, with the guidance and the day to judge it by. Where it has mistakes, `consequence` says what comes of that.
///
/// # Errors
/// Everything that is wrong in it.
pub fn read<'s>(source: &'s Source, common: &CommonArguments, consequence: &str) -> Result<Read<'s>, Refused> {
    let mut draft = profile::read(source);
    let guidance = guidance(common, Some((&mut draft, source))).map_err(|error| Refused::unreadable(&error))?;
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    if problems.errors() > 0 {
        let more = problems.more_errors;
        let told = told(source, problems.clone(), common, consequence).0;
        let errors = problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error);
        return Err(Refused { told, mistakes: errors.map(|problem| Remark::new(&problem, source)).collect(), more });
    }
    let (as_of, as_of_from) = as_of(common, profile.as_of).map_err(|error| Refused::unreadable(&error))?;
    Ok(Read { source, profile, guidance, problems: problems.sorted(), as_of, as_of_from })
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
