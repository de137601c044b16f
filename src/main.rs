//! Parses the command line, runs the command, tells an error, chooses the exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{CommandFactory, FromArgMatches};
use mvp_check::cli::Arguments;
use mvp_check::command;
use mvp_check::command::output::{Told, is_closed_pipe, tell};

/// Something is wrong with the command or a file.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        if is_closed_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        if error.is::<Told>() {
            tell(&error.to_string())
        } else {
            tell(&format!("error: {error:#}\n"))
        }
        ExitCode::from(FAILURE)
    })
}

/// Parses the command line and runs the command.
fn run() -> Result<ExitCode> {
    let read = |matches| Ok((Arguments::from_arg_matches(&matches)?, matches));
    match Arguments::command().try_get_matches_from(words()).and_then(read) {
        Ok((arguments, matches)) => command::run(&arguments, &matches),
        Err(mistake) if mistake.use_stderr() => mistake.exit(),
        // Help and the version are asked for: where they cannot be written that is told.
        Err(help) => {
            // In colour where the terminal has it, which clap decides.
            help.print().context("standard output")?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The words of the command line. Whoever writes `help --help` wants help, which the library takes for a command.
fn words() -> Vec<OsString> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == "help") {
        words.retain(|word| word != "--help" && word != "-h");
    }
    words
}
