//! The main job: a profile to its report.

use std::process::ExitCode;

use anyhow::Result;

use crate::cli::{CheckArguments, CommonArguments};
use crate::command::checker::Checker;
use crate::command::input::{Read, Refused};
use crate::command::inputs::{Inputs, inputs};
use crate::command::outputs::{Output, outputs};
use crate::command::{output, targets, team};
use crate::report::{Judged, mistakes};

pub(crate) fn run(arguments: &CheckArguments, common: &CommonArguments) -> Result<ExitCode> {
    let outputs = outputs(arguments, common)?;
    let Inputs { profiles, is_team } = inputs(arguments)?;
    let checker = Checker::new(arguments, common, profiles.len())?;
    let read = profiles.iter().map(|input| &*input.path);
    targets::check(&arguments.output, read.chain(arguments.baseline.as_deref()).chain(arguments.files_from.as_deref()))?;
    let [profile] = &*profiles else { return team::run(&checker, &profiles, &outputs) };
    if is_team {
        return team::run(&checker, &profiles, &outputs);
    }
    let has_forecast = outputs.iter().any(|output| output.format.has_forecast);
    checker.check(profile, has_forecast, |judged, read| {
        targets::check(&arguments.output, checker.guidances.files().iter().map(String::as_str))?;
        report_messages(&checker, judged, read, &outputs);
        for output in outputs.iter().filter(|output| judged.is_ok() || output.format.has_mistakes) {
            output.write(|out| Ok(out.write_all((output.format.alone)(judged, &output.look)?.as_bytes())?))?;
        }
        Ok(ExitCode::from(if judged.is_err() { 2 } else { u8::from(checker.fails(judged)) }))
    })
}

/// Writes to standard error what the report does not contain: mistakes, and warnings.
fn report_messages(checker: &Checker<'_>, judged: &Judged<'_>, read: &Result<Read<'_>, Refused>, outputs: &[Output<'_>]) {
    if let Some(warning) = checker.baseline_warning(judged) {
        output::tell(&warning);
    }
    let shows_warnings = !checker.common.quiet && outputs.last().is_some_and(|printed| !printed.format.has_warnings);
    match read {
        Ok(read) if shows_warnings && !read.problems.is_empty() => {
            output::tell(&mistakes::render(read.source, &read.problems, &output::error_look(checker.common)));
        }
        Ok(_) => {}
        Err(refused) => output::tell(&refused.told),
    }
}
