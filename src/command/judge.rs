//! The main job: a profile to its report.

use std::process::ExitCode;

use anyhow::{Result, anyhow};

use crate::assess::assess;
use crate::cli::{CommonArguments, JudgeArguments};
use crate::command::{input, output};
use crate::guidance::category_of_any_edition;
use crate::record::Record;
use crate::report::{Report, Warning, mistakes};
use crate::{format, profile};

/// Judges one profile and prints the report.
///
/// # Errors
/// Files that cannot be read, and mistakes in them.
pub fn run(arguments: &JudgeArguments, common: &CommonArguments) -> Result<ExitCode> {
    let source = input::profile(arguments.profile.as_deref())?;
    let mut draft = profile::read(&source);
    let guidance = input::guidance(common, Some((&mut draft, &source)))?;
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    if problems.errors() > 0 {
        return Err(input::told(&source, problems, common, ", nothing was judged").into());
    }
    let (as_of, as_of_from) = input::as_of(common, profile.as_of)?;
    let record = Record::new(&profile, &guidance.vocabulary, as_of);
    let assessment = assess(&guidance, &record);
    let problems = problems.sorted();
    let report = Report {
        path: &source.name,
        guidance: &guidance,
        record: &record,
        assessment: &assessment,
        as_of_from,
        warnings: problems.iter().map(|problem| Warning::new(problem, &source)).collect(),
    };
    let format = format::named(&common.format).ok_or_else(|| anyhow!("unknown format"))?;
    if !format.holds_warnings && !common.quiet && !problems.is_empty() {
        output::tell(&mistakes::render(&source, &problems, &output::error_look(common)));
    }
    output::print(&(format.render)(&report, &output::look(common)))?;
    let fails = arguments.fail_on.level().is_some_and(|level| assessment.has_gap_from(level));
    Ok(if fails { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
