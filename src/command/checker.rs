//! Checks profiles under the arguments of one run.

use std::cell::OnceCell;

use anyhow::{Result, anyhow, bail};

use crate::cli::{CheckArguments, CommonArguments};
use crate::command::files::{self, Places, STANDARD_INPUT};
use crate::command::folder::Input;
use crate::command::guidances::Guidances;
use crate::command::input::{self, Read, Refused};
use crate::comparison::Comparison;
use crate::comparison::baseline::Baseline;
use crate::forecast::{USUAL_MONTHS, in_months};
use crate::report::{Judged, Refusal, Report};
use crate::source::{ReadError, Source};
use crate::text::escape_control_chars;

/// What all profiles of a run share.
pub(crate) struct Checker<'c> {
    pub(crate) arguments: &'c CheckArguments,
    pub(crate) common: &'c CommonArguments,
    pub(crate) guidances: Guidances<'c>,
    places: Places,
    baseline: Option<Baseline>,
    /// Whether there is one profile only, which a baseline of one profile is about whatever its path.
    is_only: bool,
    /// It can be read once, and a team is looked at more than once.
    standard_input: OnceCell<Result<Source, ReadError>>,
}

impl<'c> Checker<'c> {
    pub(crate) fn new(arguments: &'c CheckArguments, common: &'c CommonArguments, profiles: usize) -> Result<Self> {
        Ok(Self {
            arguments,
            common,
            guidances: Guidances::new(common),
            places: Places::here(),
            baseline: arguments.baseline.as_deref().map(files::baseline).transpose()?,
            is_only: profiles == 1,
            standard_input: OnceCell::new(),
        })
    }

    /// Reads and checks a profile, and makes something of the outcome while its text is there.
    pub(crate) fn check<R>(
        &self,
        input: &Input,
        has_forecast: bool,
        make: impl FnOnce(&Judged<'_>, &Result<Read<'_>, Refused>) -> Result<R>,
    ) -> Result<R> {
        let file = self.places.file(&input.path);
        let owned;
        let source = if &*input.path == STANDARD_INPUT {
            self.standard_input()
        } else {
            owned = read_source(input);
            owned.as_ref().map_err(Refused::unreadable)
        };
        let read = source.and_then(|source| input::read_by(&self.guidances, source, ", nothing was judged"));
        let facts;
        let judged = match &read {
            Ok(read) => {
                facts = read.facts();
                let mut report = read.report(&file, &facts);
                report.forecast = has_forecast.then(|| read.forecast(&facts, in_months(read.as_of, USUAL_MONTHS)));
                report.since = self.comparison(&report)?;
                Ok(report)
            }
            Err(refused) => Err(Refusal { file: &file, mistakes: refused.mistakes.clone(), more: refused.more }),
        };
        make(&judged, &read)
    }

    fn standard_input(&self) -> Result<&Source, Refused> {
        let source = self.standard_input.get_or_init(files::standard_input);
        source.as_ref().map_err(|error| Refused::unreadable(&anyhow!(error.to_string()).context("standard input")))
    }

    /// What is new since the baseline; `None` where it does not have this profile.
    fn comparison<'a>(&self, report: &Report<'a>) -> Result<Option<Comparison<'a>>> {
        let Some(baseline) = &self.baseline else { return Ok(None) };
        let Some(earlier) = baseline.of(&report.file.path, report.record.profile.name.as_deref(), self.is_only) else {
            return Ok(None);
        };
        let (path, as_of) = (self.baseline_path(), report.record.as_of);
        if earlier.as_of > as_of {
            bail!("--baseline {path}: it is of {}, later than {as_of}, the day of this report", earlier.as_of);
        }
        Ok(Some(Comparison::new(&report.record, &report.assessment, earlier)))
    }

    /// Warns of a profile that the baseline does not have.
    pub(crate) fn baseline_warning(&self, judged: &Judged<'_>) -> Option<String> {
        let report = judged.as_ref().ok().filter(|report| self.baseline.is_some() && report.since.is_none())?;
        let (baseline, path) = (self.baseline_path(), escape_control_chars(&report.file.path));
        Some(format!("warning: --baseline {baseline}: it has no report of {path}\n"))
    }

    fn baseline_path(&self) -> String {
        escape_control_chars(self.arguments.baseline.as_deref().unwrap_or_default()).into_owned()
    }

    /// Whether a gap makes the exit code 1: any at the level, or only one that the baseline does not have.
    pub(crate) fn fails(&self, judged: &Judged<'_>) -> bool {
        let (Ok(report), Some(level)) = (judged, self.arguments.fail_on.level()) else { return false };
        match report.since.as_ref().filter(|_| self.arguments.fail_on_new) {
            Some(since) => since.has_new_gap_from(level),
            None => report.assessment.has_gap_from(level),
        }
    }
}

fn read_source(input: &Input) -> Result<Source> {
    match &input.wrong {
        Some(wrong) => Err(anyhow!("{wrong}").context(input.path.clone())),
        None => files::source(&input.path),
    }
}
