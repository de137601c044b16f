//! Parses the command line, runs the command, tells an error, chooses the exit code.

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use mvp_check::cli::Arguments;
use mvp_check::command;
use mvp_check::command::output::{Told, is_closed_pipe, tell};

/// Something is wrong with the command or a file.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    let matches = Arguments::command().get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    command::run(&arguments, &matches).unwrap_or_else(|error| {
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
