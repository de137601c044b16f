//! The main job: profiles to their report.

use std::collections::HashSet;
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use crate::cli::{CommonArguments, JudgeArguments};
use crate::command::files;
use crate::command::input::{self, Read, Refused};
use crate::command::output;
use crate::command::targets::{self, Written};
use crate::comparison::Comparison;
use crate::comparison::baseline::Baseline;
use crate::forecast::{USUAL_MONTHS, in_months};
use crate::format::{self, Format};
use crate::report::{Judged, ProfileFile, Refusal, Report, mistakes};
use crate::text::visible;

/// Judges profiles, prints the report and writes it to files.
///
/// # Errors
/// Files that cannot be read or written, and mistakes in the only profile.
pub fn run(arguments: &JudgeArguments, common: &CommonArguments) -> Result<ExitCode> {
    let format = format::named(&common.format).ok_or_else(|| anyhow!("unknown format"))?;
    let paths = files::profile_paths(&arguments.profiles)?;
    let baseline = arguments.baseline.as_deref().map(files::baseline).transpose()?;
    let files = files::profile_files(&paths);
    let sources: Vec<_> = paths.iter().map(|path| files::source(path)).collect();
    let read: Vec<Result<Read<'_>, Refused>> = sources
        .iter()
        .map(|source| match source {
            Ok(source) => input::read(source, common, ", nothing was judged"),
            Err(error) => Err(Refused::unreadable(error)),
        })
        .collect();
    let guidances = read.iter().flatten().filter_map(|read| read.guidance.file.as_deref());
    let all_read = paths.iter().map(String::as_str).chain(arguments.baseline.as_deref()).chain(guidances);
    targets::check(&arguments.output, all_read)?;
    let is_only = files.len() == 1;
    let shown = arguments.output.iter().filter_map(|target| format::named(&target.format)).chain([format]);
    let looks_ahead = shown.into_iter().any(|format| format.looks_ahead);
    let judged: Vec<Judged<'_>> = files
        .iter()
        .zip(&read)
        .map(|(file, read)| match read {
            Ok(read) => Ok(report(file, read, baseline.as_ref().map(|baseline| (baseline, is_only)), looks_ahead)),
            Err(refused) => Err(Refusal { file, mistakes: refused.mistakes.clone(), more: refused.more }),
        })
        .collect();
    check_baseline(&judged, arguments)?;
    tell(&read, format, common);
    let refused = read.iter().any(Result::is_err);
    write(&judged, format, arguments, common)?;
    let fails = judged.iter().flatten().any(|report| fails(report, arguments));
    Ok(ExitCode::from(if refused { 2 } else { u8::from(fails) }))
}

fn report<'a>(file: &'a ProfileFile, read: &'a Read<'a>, baseline: Option<(&Baseline, bool)>, looks_ahead: bool) -> Report<'a> {
    let facts = read.facts();
    let mut report = read.report(file, &facts);
    report.forecast = looks_ahead.then(|| read.forecast(&facts, in_months(read.as_of, USUAL_MONTHS)));
    let earlier = baseline.and_then(|(baseline, is_only)| baseline.of(&file.path, read.profile.name.as_deref(), is_only));
    report.since = earlier.map(|earlier| Comparison::new(&report.record, &report.assessment, earlier));
    report
}

/// Writes the report to the files that are named, then to standard output. Of the only profile, when it could not be judged, there is
/// nothing to say but where.
fn write(judged: &[Judged<'_>], format: &Format, arguments: &JudgeArguments, common: &CommonArguments) -> Result<()> {
    let has_words = |format: &Format| !matches!(judged, [Err(_)]) || format.tells_mistakes;
    let written = arguments.output.iter().filter_map(|target| {
        let format = format::named(&target.format).filter(|format| has_words(format))?;
        Some(Written { path: &target.path, text: format.render(judged, &output::look_of_file(common)) })
    });
    targets::save(&written.collect::<Vec<_>>())?;
    if has_words(format) {
        output::print(&format.render(judged, &output::look(common)))?;
    }
    Ok(())
}

/// Tells which profiles the earlier report does not have.
///
/// # Errors
/// An earlier report that is later than this one.
fn check_baseline(judged: &[Judged<'_>], arguments: &JudgeArguments) -> Result<()> {
    let Some(path) = arguments.baseline.as_deref().map(visible) else { return Ok(()) };
    for report in judged.iter().flatten() {
        match &report.since {
            Some(since) if since.as_of > report.record.as_of => {
                bail!("--baseline {path}: it is of {}, later than {}, the day of this report", since.as_of, report.record.as_of);
            }
            Some(_) => {}
            None => output::tell(&format!("--baseline {path}: it has no report of {}\n", visible(&report.file.path))),
        }
    }
    Ok(())
}

/// Tells on standard error what is wrong, and what the format does not hold. Mistakes of a guidance that several profiles name are told
/// once.
fn tell(read: &[Result<Read<'_>, Refused>], format: &Format, common: &CommonArguments) {
    let mut told = HashSet::new();
    for read in read {
        match read {
            Ok(read) if !format.holds_warnings && !common.quiet && !read.problems.is_empty() => {
                output::tell(&mistakes::render(read.source, &read.problems, &output::error_look(common)));
            }
            Ok(_) => {}
            Err(refused) if told.insert(&refused.told) => output::tell(&refused.told),
            Err(_) => {}
        }
    }
}

/// Whether a gap makes the exit code 1: any at the level, or only one that the earlier report of this person does not have.
fn fails(report: &Report<'_>, arguments: &JudgeArguments) -> bool {
    let Some(level) = arguments.fail_on.level() else { return false };
    match report.since.as_ref().filter(|_| arguments.fail_on_new) {
        Some(since) => since.has_new_gap_from(level),
        None => report.assessment.has_gap_from(level),
    }
}
