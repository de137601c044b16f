//! What commands judge: a profile that was read, the guidance that it is judged by, and the date.

use std::sync::Arc;

use anyhow::{Result, anyhow};
use chrono::{DateTime, Datelike, Local, NaiveDate};

use crate::cli::CommonArguments;
use crate::command::guidances::Guidances;
use crate::command::output::{Told, told};
use crate::forecast::Forecast;
use crate::guidance::{Guidance, category_of_any_edition};
use crate::profile::{self, Profile};
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::report::{AsOfFrom, ProfileFile, Remark, Report};
use crate::source::{Problem, Severity, Source};

pub(crate) struct Read<'s> {
    pub(crate) source: &'s Source,
    pub(crate) profile: Profile<'s>,
    pub(crate) guidance: Arc<Guidance>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) as_of: NaiveDate,
    pub(crate) as_of_from: AsOfFrom,
}

impl Read<'_> {
    /// What is known of it whatever the day.
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts::new(&self.profile, &self.guidance.vocabulary)
    }

    pub(crate) fn report<'a>(&'a self, file: &'a ProfileFile, facts: &Facts<'a>) -> Report<'a> {
        Report::new(file, &self.guidance, Record::on(self.as_of, facts), self.as_of_from, self.warnings())
    }

    pub(crate) fn forecast<'a>(&'a self, facts: &Facts<'a>, range: DaySpan) -> Forecast<'a> {
        Forecast::new(&self.guidance, facts, self.as_of, range)
    }

    pub(crate) fn warnings(&self) -> Vec<Remark> {
        self.problems.iter().map(|problem| Remark::new(problem, self.source)).collect()
    }
}

pub(crate) struct Refused {
    pub(crate) told: String,
    pub(crate) mistakes: Vec<Remark>,
    pub(crate) more: usize,
}

impl Refused {
    /// Of a file that cannot be read, or that is judged by a file with mistakes.
    pub(crate) fn unreadable(error: &anyhow::Error) -> Self {
        let message = format!("{error:#}");
        let told = if error.is::<Told>() { message.clone() } else { format!("error: {message}\n") };
        // Every report shows the path beside it.
        let reasons = error.chain().skip(usize::from(error.chain().len() > 1));
        let reason = match error.is::<Told>() {
            true => "the guidance to judge it by has mistakes".into(),
            false => reasons.map(ToString::to_string).collect::<Vec<_>>().join(": "),
        };
        Self { told, mistakes: vec![Remark { line: 1, column: 1, message: reason, help: None, is_of_file: true }], more: 0 }
    }
}

/// Reads a profile, with the guidance and the day to judge it by. Where it has mistakes, `consequence` says what comes of that.
pub(crate) fn read<'s>(source: &'s Source, common: &CommonArguments, consequence: &str) -> Result<Read<'s>, Refused> {
    read_by(&Guidances::new(common), source, consequence)
}

/// The same as one of several, which share what they are judged by.
pub(crate) fn read_by<'s>(guidances: &Guidances<'_>, source: &'s Source, consequence: &str) -> Result<Read<'s>, Refused> {
    let common = guidances.common;
    let mut draft = profile::read(source);
    let guidance = guidances.of(Some((&mut draft, source))).map_err(|error| Refused::unreadable(&error))?;
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

/// The date of the report: the option, else `SOURCE_DATE_EPOCH`, else the profile's own, else today.
pub(crate) fn as_of(arguments: &CommonArguments, stated: Option<NaiveDate>) -> Result<(NaiveDate, AsOfFrom)> {
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
