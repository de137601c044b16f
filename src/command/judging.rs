//! Profiles that are judged: read, worked out, and handed over as reports.

use std::sync::Arc;

use anyhow::{Result, anyhow};

use crate::cli::{CommonArguments, JudgeArguments};
use crate::command::anonymous;
use crate::command::files::{self, Places};
use crate::command::folder::Input;
use crate::command::guidances::Guidances;
use crate::command::input::{self, Read, Refused};
use crate::command::jobs::Jobs;
use crate::command::progress::Progress;
use crate::comparison::Comparison;
use crate::comparison::baseline::Baseline;
use crate::forecast::{USUAL_MONTHS, in_months};
use crate::profile::Profile;
use crate::record::facts::Facts;
use crate::report::{Judged, ProfileFile, Refusal, Report};
use crate::source::Source;

/// What all profiles share.
pub struct Judging<'c> {
    /// What to do.
    pub arguments: &'c JudgeArguments,
    /// What every command takes.
    pub common: &'c CommonArguments,
    /// What they are judged by.
    pub guidances: Guidances<'c>,
    /// Where they are.
    pub places: Places,
    /// What they are compared with, and whether there is only one of them now.
    pub baseline: Option<(Baseline, bool)>,
    /// Whether a format shows the days to come.
    pub looks_ahead: bool,
    /// How many at the same time.
    pub jobs: Jobs,
    /// Who watches.
    pub progress: Progress,
}

/// What was read of some profiles.
pub type ReadProfiles<'s> = Vec<Result<Read<'s>, Refused>>;

impl Judging<'_> {
    /// Reads and judges some profiles, and makes of what became of them what is wanted. The first of them stands at a place among all,
    /// from 1.
    pub fn judge<R>(&self, inputs: &[Input], first: usize, make: impl FnOnce(&[Judged<'_>], &ReadProfiles<'_>) -> R) -> R {
        let is_anonymous = self.arguments.anonymous;
        let file = |(place, input): (usize, &Input)| match is_anonymous {
            true => anonymous::file(place),
            false => self.places.file(&input.path),
        };
        let files: Vec<ProfileFile> = (first..).zip(inputs).map(file).collect();
        let sources: Vec<Result<Source>> = self.jobs.map(inputs, |_, input| self.source(input));
        let read: ReadProfiles<'_> = self.jobs.map(&sources, |at, source| self.read(source, &files[at]));
        let without_names: Vec<Option<Profile<'_>>> = self.jobs.map(&read, |at, read| {
            read.as_ref().ok().filter(|_| is_anonymous).map(|read| read.profile.without_names(first + at))
        });
        let judged: Vec<Judged<'_>> = self.jobs.map(&read, |at, read| {
            let judged = match read {
                Ok(read) => Ok(self.report(&files[at], &inputs[at].path, read, without_names[at].as_ref())),
                Err(refused) => Err(Refusal { file: &files[at], mistakes: refused.mistakes.clone(), more: refused.more }),
            };
            self.progress.step();
            judged
        });
        make(&judged, &read)
    }

    fn source(&self, input: &Input) -> Result<Source> {
        match &input.wrong {
            Some(wrong) => Err(anyhow!("{wrong}").context(input.path.clone())),
            None => files::source_up_to(&input.path, u64::from(self.arguments.max_size) << 20),
        }
    }

    fn read<'s>(&self, source: &'s Result<Source>, file: &ProfileFile) -> Result<Read<'s>, Refused> {
        let read = match source {
            Ok(source) => input::read_by(&self.guidances, source, self.common, ", nothing was judged"),
            Err(error) => Err(Refused::unreadable(error)),
        };
        match read {
            Ok(read) if self.arguments.anonymous => {
                Ok(Read { guidance: anonymous::guidance(Arc::clone(&read.guidance)), problems: Vec::new(), ..read })
            }
            Err(refused) if self.arguments.anonymous => Err(anonymous::refused(refused, file)),
            read => read,
        }
    }

    /// The report of a profile, or of the same one without names: what counts is found out by what it says.
    fn report<'a>(
        &self,
        file: &'a ProfileFile,
        path: &str,
        read: &'a Read<'a>,
        without_names: Option<&'a Profile<'a>>,
    ) -> Report<'a> {
        let facts: Facts<'a> = match without_names {
            Some(profile) => read.facts().about(profile),
            None => read.facts(),
        };
        let mut report = read.report(file, &facts);
        report.forecast = self.looks_ahead.then(|| read.forecast(&facts, in_months(read.as_of, USUAL_MONTHS)));
        let earlier =
            self.baseline.as_ref().and_then(|(baseline, is_only)| baseline.of(path, read.profile.name.as_deref(), *is_only));
        report.since = earlier.map(|earlier| Comparison::new(&report.record, &report.assessment, earlier));
        report
    }
}
