//! Several profiles to one report.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;

use crate::command::checker::Checker;
use crate::command::folder::Input;
use crate::command::outputs::Output;
use crate::command::progress::Progress;
use crate::command::targets;
use crate::report::format::Frame;
use crate::report::team::Team;

/// Checks the profiles once to learn what they have in common, and again for each report: what is written about all of them comes
/// first, and to keep what is written about each would take memory that grows with the team.
pub(crate) fn run(checker: &Checker<'_>, inputs: &[Input], outputs: &[Output<'_>]) -> Result<ExitCode> {
    if checker.common.guidance.is_some() {
        // Its mistakes are reported once, not for each profile.
        checker.guidances.of(None)?;
    }
    let mut team = Team::new(outputs.iter().any(|output| output.format.team.lists_people));
    let mut has_failed = false;
    let mut messages = Messages::default();
    let mut progress = Progress::new(inputs.len(), checker.common.quiet);
    for input in inputs {
        checker.check(input, false, |judged, read| {
            messages.tell(checker.baseline_warning(judged).as_deref(), &progress);
            messages.tell(read.as_ref().err().map(|refused| &*refused.told), &progress);
            team.add(judged);
            has_failed |= checker.fails(judged);
            Ok(())
        })?;
        progress.step();
    }
    progress.finish();
    targets::check(&checker.arguments.output, checker.guidances.files().iter().map(String::as_str))?;
    for output in outputs {
        output.write(|out| write(checker, inputs, &team, output, out))?;
    }
    Ok(ExitCode::from(if team.not_judged > 0 { 2 } else { u8::from(has_failed) }))
}

fn write(checker: &Checker<'_>, inputs: &[Input], team: &Team, output: &Output<'_>, out: &mut dyn Write) -> Result<()> {
    let format = output.format;
    let Frame { before, after } = (format.team.frame)(team, &output.look)?;
    out.write_all(before.as_bytes())?;
    for (at, input) in inputs.iter().enumerate() {
        let between = if at > 0 { format.team.between } else { "" };
        let part =
            checker.check(input, format.has_forecast, |judged, _| Ok((format.team.part)(judged, at + 1, &output.look)?))?;
        out.write_all(between.as_bytes())?;
        out.write_all(part.as_bytes())?;
    }
    Ok(out.write_all(after.as_bytes())?)
}

/// What was written to standard error, as hashes: several profiles may name one guidance, whose mistakes are reported once.
#[derive(Default)]
struct Messages {
    known: HashSet<u64>,
    hasher: RandomState,
}

impl Messages {
    fn tell(&mut self, text: Option<&str>, progress: &Progress) {
        if let Some(text) = text.filter(|text| self.known.insert(self.hasher.hash_one(text))) {
            progress.tell(text);
        }
    }
}
