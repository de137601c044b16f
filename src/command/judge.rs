//! The main job: profiles to their report.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use crate::cli::{CommonArguments, JudgeArguments};
use crate::command::files::{self, Places};
use crate::command::folder::Input;
use crate::command::guidances::Guidances;
use crate::command::inputs::{self, Inputs};
use crate::command::jobs::Jobs;
use crate::command::judging::{Judging, ReadProfiles};
use crate::command::output;
use crate::command::progress::Progress;
use crate::command::sheet::{Sheet, sheets};
use crate::command::targets;
use crate::format::{self, FORMATS};
use crate::report::team::{Member, Team};
use crate::report::{Form, Judged, Report, mistakes};
use crate::text::{joined, visible};

/// Bytes from which on the pieces of a single profile are read side by side: of fewer it takes longer to start threads.
const LARGE: u64 = 1 << 20;

/// What is known of all profiles that were judged so far.
#[derive(Default)]
struct SoFar {
    team: Team,
    is_refused: bool,
    has_failed: bool,
    /// What was told on standard error, as numbers: the texts are not kept.
    told: HashSet<u64>,
    hasher: RandomState,
}

/// What became of some profiles, which are forgotten.
struct Done {
    /// What each report says of them.
    parts: Vec<Vec<String>>,
    members: Vec<Member>,
    /// What is told on standard error.
    told: Vec<String>,
    is_refused: bool,
    has_failed: bool,
}

/// Judges profiles batch by batch, prints the report and writes it to files.
///
/// # Errors
/// Files that cannot be read or written, and mistakes in the only profile.
pub fn run(arguments: &JudgeArguments, common: &CommonArguments) -> Result<ExitCode> {
    let format = format::named(&common.format).ok_or_else(|| of_exports_only(&common.format))?;
    let Inputs { profiles, is_team } = inputs::inputs(arguments)?;
    let baseline = arguments.baseline.as_deref().map(files::baseline).transpose()?;
    let read = profiles.iter().map(|input| &*input.path);
    targets::check(&arguments.output, read.chain(arguments.baseline.as_deref()).chain(arguments.files_from.as_deref()))?;
    let mut sheets = sheets(format, arguments, common, is_team);
    let judging = Judging {
        arguments,
        common,
        guidances: Guidances::new(common),
        places: Places::here(),
        baseline: baseline.map(|baseline| (baseline, profiles.len() == 1)),
        looks_ahead: sheets.iter().any(|sheet| sheet.format.looks_ahead),
        jobs: Jobs::new(arguments.jobs, profiles.len() > 1 || profiles.iter().any(|input| input.bytes >= LARGE))?,
        progress: Progress::new(profiles.len(), common.quiet),
    };
    // Of a team it is told once, and not as a mistake of each.
    if is_team && common.guidance.is_some() {
        judging.guidances.of(None)?;
    }
    // What is told of one profile may depend on the others: then all are held at the same time, else about one for each judging.
    let is_together = sheets.iter().any(|sheet| matches!(sheet.format.form, Form::Together(_)));
    let mut so_far = SoFar::default();
    let (mut first, mut rest) = (1, profiles.as_slice());
    while !rest.is_empty() {
        let (batch, others) = rest.split_at(if is_together { rest.len() } else { judging.jobs.batch(rest) });
        let size = if is_together { batch.len() } else { 1 };
        let some: Vec<&[Input]> = batch.chunks(size).collect();
        let done = judging.jobs.map(&some, |at, inputs| {
            let first = first + at * size;
            judging.judge(inputs, first, |judged, read| done(judged, read, first, &sheets, is_team, &judging))
        });
        done.into_iter().try_for_each(|done| so_far.add(done?, &mut sheets, &judging.progress))?;
        // Where there is a file to write too, the rest is still wanted.
        if sheets.iter().all(Sheet::is_closed) {
            return Ok(ExitCode::SUCCESS);
        }
        (first, rest) = (first + batch.len(), others);
    }
    drop(judging.progress);
    targets::check(&arguments.output, judging.guidances.files().iter().map(String::as_str))?;
    sheets.into_iter().try_for_each(|sheet| sheet.finish(is_team.then_some(&so_far.team)))?;
    Ok(ExitCode::from(if so_far.is_refused { 2 } else { u8::from(so_far.has_failed) }))
}

fn of_exports_only(format: &str) -> anyhow::Error {
    let names: Vec<String> = FORMATS.iter().map(|format| format.name.to_owned()).collect();
    anyhow!("`{format}` is a format of `export` only; here it is {}", joined(&names, "or"))
}

impl SoFar {
    /// Tells what became of some profiles, in their order.
    ///
    /// # Errors
    /// What the writing says.
    fn add(&mut self, done: Done, sheets: &mut [Sheet<'_>], progress: &Progress) -> Result<()> {
        for text in &done.told {
            // Mistakes of a guidance that several profiles name are told once.
            if self.told.insert(self.hasher.hash_one(text)) {
                progress.tell(text);
            }
        }
        done.members.into_iter().for_each(|member| self.team.add(member));
        self.is_refused |= done.is_refused;
        self.has_failed |= done.has_failed;
        for (sheet, parts) in sheets.iter_mut().zip(&done.parts) {
            if sheet.streams() {
                progress.clear();
            }
            sheet.add(parts)?;
        }
        Ok(())
    }
}

/// What is kept of some profiles when they are forgotten.
///
/// # Errors
/// An earlier report that is later than this one.
fn done(
    judged: &[Judged<'_>],
    read: &ReadProfiles<'_>,
    first: usize,
    sheets: &[Sheet<'_>],
    is_team: bool,
    judging: &Judging<'_>,
) -> Result<Done> {
    let format = sheets.last().map(|sheet| sheet.format);
    let tells_warnings = !is_team && !judging.common.quiet && format.is_some_and(|format| !format.holds_warnings);
    let has_frame = sheets.iter().any(|sheet| matches!(sheet.format.form, Form::Parts(_)));
    let lists_people = sheets.iter().any(|sheet| sheet.format.form.lists_people());
    let mut told = unknown_earlier(judged, judging.arguments)?;
    told.extend(read.iter().filter_map(|read| match read {
        Ok(read) if tells_warnings && !read.problems.is_empty() => {
            Some(mistakes::render(read.source, &read.problems, &output::error_look(judging.common)))
        }
        Ok(_) => None,
        Err(refused) => Some(refused.told.clone()),
    }));
    Ok(Done {
        parts: sheets.iter().map(|sheet| sheet.parts(judged, first, is_team)).collect(),
        members: judged.iter().filter(|_| has_frame && is_team).map(|judged| Member::new(judged, lists_people)).collect(),
        told,
        is_refused: judged.iter().any(Result::is_err),
        has_failed: judged.iter().flatten().any(|report| fails(report, judging.arguments)),
    })
}

/// Which profiles the earlier report does not have.
///
/// # Errors
/// An earlier report that is later than this one.
fn unknown_earlier(judged: &[Judged<'_>], arguments: &JudgeArguments) -> Result<Vec<String>> {
    let Some(path) = arguments.baseline.as_deref().map(visible) else { return Ok(Vec::new()) };
    let mut unknown = Vec::new();
    for report in judged.iter().flatten() {
        match &report.since {
            Some(since) if since.as_of > report.record.as_of => {
                bail!("--baseline {path}: it is of {}, later than {}, the day of this report", since.as_of, report.record.as_of);
            }
            Some(_) => {}
            None => unknown.push(format!("warning: --baseline {path}: it has no report of {}\n", visible(&report.file.path))),
        }
    }
    Ok(unknown)
}

/// Whether a gap makes the exit code 1: any at the level, or only one that the earlier report of this person does not have.
fn fails(report: &Report<'_>, arguments: &JudgeArguments) -> bool {
    let Some(level) = arguments.fail_on.level() else { return false };
    match report.since.as_ref().filter(|_| arguments.fail_on_new) {
        Some(since) => since.has_new_gap_from(level),
        None => report.assessment.has_gap_from(level),
    }
}
