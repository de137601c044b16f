//! Parses the command line, runs the command, tells an error, chooses the exit code.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use mvp_check::cli::Arguments;
use mvp_check::command;
use mvp_check::command::output::{Told, is_closed_pipe, print_with, tell};

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
    match Arguments::try_parse() {
        Ok(arguments) => command::run(&arguments),
        Err(mistake) if mistake.use_stderr() => mistake.exit(),
        // Help and the version are asked for: where they cannot be written that is told.
        Err(help) => {
            // In colour where the terminal has it, which clap decides.
            print_with(|_| help.print())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
