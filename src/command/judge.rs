//! The main job: profiles to their report.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use crate::cli::{CommonArguments, JudgeArguments};
use crate::command::batch::{BatchRead, Job};
use crate::command::files::{self, Places};
use crate::command::guidances::Guidances;
use crate::command::inputs::{self, Inputs};
use crate::command::jobs::Jobs;
use crate::command::output;
use crate::command::progress::Progress;
use crate::command::sheet::sheets;
use crate::command::targets;
use crate::format;
use crate::report::team::Team;
use crate::report::{Form, Judged, Report, mistakes};
use crate::text::visible;

/// What is known of all profiles that were judged so far.
#[derive(Default)]
struct SoFar {
    team: Team,
    is_refused: bool,
    has_failed: bool,
    /// What was told on standard error, as numbers: mistakes of a guidance that several profiles name are told once.
    told: HashSet<u64>,
    hasher: RandomState,
}

/// Judges profiles batch by batch, prints the report and writes it to files.
///
/// # Errors
/// Files that cannot be read or written, and mistakes in the only profile.
pub fn run(arguments: &JudgeArguments, common: &CommonArguments) -> Result<ExitCode> {
    let format = format::named(&common.format).ok_or_else(|| anyhow!("unknown format"))?;
    let Inputs { profiles, is_team } = inputs::named(arguments)?;
    let baseline = arguments.baseline.as_deref().map(files::baseline).transpose()?;
    let read = profiles.iter().map(|input| input.path.as_str());
    targets::check(&arguments.output, read.chain(arguments.baseline.as_deref()).chain(arguments.files_from.as_deref()))?;
    let mut sheets = sheets(format, arguments, common);
    let job = Job {
        arguments,
        common,
        guidances: Guidances::new(common),
        places: Places::here(),
        baseline: baseline.map(|baseline| (baseline, profiles.len() == 1)),
        looks_ahead: sheets.iter().any(|sheet| sheet.format.looks_ahead),
        jobs: Jobs::new(arguments.jobs, profiles.len())?,
        progress: Progress::new(profiles.len(), common.quiet),
    };
    let is_together = sheets.iter().any(|sheet| matches!(sheet.format.form, Form::Together(_)));
    let size = if is_together { profiles.len() } else { job.jobs.batch() };
    let mut so_far = SoFar::default();
    for (batch, first) in profiles.chunks(size).zip((1..).step_by(size)) {
        job.judge(batch, first, |judged, read| {
            check_baseline(judged, arguments, &job.progress)?;
            so_far.tell(read, !is_team && !format.holds_warnings, common, &job.progress);
            so_far.add(judged, arguments);
            if matches!(format.form, Form::Lines(_)) {
                job.progress.clear();
            }
            sheets.iter_mut().try_for_each(|sheet| match judged {
                [only] if !is_team => sheet.add_only(only),
                judged => sheet.add(judged, first, &job.jobs),
            })
        })?;
    }
    drop(job.progress);
    targets::check(&arguments.output, job.guidances.files().iter().map(String::as_str))?;
    sheets.into_iter().try_for_each(|sheet| sheet.finish(is_team.then_some(&so_far.team)))?;
    Ok(ExitCode::from(if so_far.is_refused { 2 } else { u8::from(so_far.has_failed) }))
}

impl SoFar {
    fn add(&mut self, judged: &[Judged<'_>], arguments: &JudgeArguments) {
        for judged in judged {
            self.team.add(judged);
            match judged {
                Ok(report) => self.has_failed |= fails(report, arguments),
                Err(_) => self.is_refused = true,
            }
        }
    }

    /// Tells on standard error what is wrong, and of the only profile what its format does not hold.
    fn tell(&mut self, read: &BatchRead<'_>, tells_warnings: bool, common: &CommonArguments, progress: &Progress) {
        for read in read {
            match read {
                Ok(read) if tells_warnings && !common.quiet && !read.problems.is_empty() => {
                    progress.tell(&mistakes::render(read.source, &read.problems, &output::error_look(common)));
                }
                Ok(_) => {}
                Err(refused) if self.told.insert(self.hasher.hash_one(&refused.told)) => progress.tell(&refused.told),
                Err(_) => {}
            }
        }
    }
}

/// Tells which profiles the earlier report does not have.
///
/// # Errors
/// An earlier report that is later than this one.
fn check_baseline(judged: &[Judged<'_>], arguments: &JudgeArguments, progress: &Progress) -> Result<()> {
    let Some(path) = arguments.baseline.as_deref().map(visible) else { return Ok(()) };
    for report in judged.iter().flatten() {
        match &report.since {
            Some(since) if since.as_of > report.record.as_of => {
                bail!("--baseline {path}: it is of {}, later than {}, the day of this report", since.as_of, report.record.as_of);
            }
            Some(_) => {}
            None => progress.tell(&format!("--baseline {path}: it has no report of {}\n", visible(&report.file.path))),
        }
    }
    Ok(())
}

/// Whether a gap makes the exit code 1: any at the level, or only one that the earlier report of this person does not have.
fn fails(report: &Report<'_>, arguments: &JudgeArguments) -> bool {
    let Some(level) = arguments.fail_on.level() else { return false };
    match report.since.as_ref().filter(|_| arguments.fail_on_new) {
        Some(since) => since.has_new_gap_from(level),
        None => report.assessment.has_gap_from(level),
    }
}
