//! Parses the command line, runs the command, tells an error, chooses the exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use mvp_check::cli::Arguments;
use mvp_check::command;
use mvp_check::command::output::{Told, is_closed_pipe, tell};

/// Something is wrong with the command or a file.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    let matches = Arguments::command().get_matches_from(words());
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

/// The words of the command line. Whoever writes `help --help` wants help, which the library takes for a command.
fn words() -> Vec<OsString> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == "help") {
        words.retain(|word| word != "--help" && word != "-h");
    }
    words
}
