//! What each command does. Only here are the clock, the terminal and the environment read.

pub(crate) mod ignored;
pub(crate) mod output;
pub(crate) mod targets;
pub(crate) mod files;
pub(crate) mod guidances;
pub(crate) mod input;
pub(crate) mod folder;
pub(crate) mod inputs;
pub(crate) mod progress;
pub(crate) mod checker;
pub(crate) mod outputs;
pub(crate) mod team;
pub(crate) mod check;
pub(crate) mod ask;
pub(crate) mod edit;
pub(crate) mod kinds;
pub(crate) mod init;
pub(crate) mod add;
pub(crate) mod import;
pub(crate) mod numbers;
pub(crate) mod export;
pub(crate) mod forecast;
pub(crate) mod plan;
pub(crate) mod explain;
pub(crate) mod list;
pub(crate) mod schema;
pub(crate) mod manual;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use crate::cli::{Arguments, Command};
use output::{Told, is_closed_pipe, tell};

const FAILURE: u8 = 2;

/// Runs the program: parses the command line, runs the command, reports an error, chooses the exit code.
pub fn main() -> ExitCode {
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

fn run() -> Result<ExitCode> {
    let read = |matches| Ok((Arguments::from_arg_matches(&matches)?, matches));
    match Arguments::command().try_get_matches_from(words()).and_then(read) {
        Ok((arguments, matches)) => run_command(&arguments, &matches),
        Err(mistake) if mistake.use_stderr() => mistake.exit(),
        Err(help) => {
            help.print().context("standard output")?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The words of the command line. `help --help` asks for help, but is not a command for clap.
fn words() -> Vec<OsString> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == "help") {
        words.retain(|word| word != "--help" && word != "-h");
    }
    words
}

/// The matches show which of the arguments were written.
fn run_command(arguments: &Arguments, matches: &ArgMatches) -> Result<ExitCode> {
    ignored::refuse(arguments, matches)?;
    match &arguments.command {
        None => return check::run(&arguments.check, &arguments.common),
        Some(Command::Init(init)) => init::run(init, &arguments.common),
        Some(Command::Add(add)) => add::run(add, &arguments.common),
        Some(Command::Import(import)) => return import::run(import, &arguments.common),
        Some(Command::Numbers { profile }) => numbers::run(profile.as_ref(), &arguments.common),
        Some(Command::Forecast(forecast)) => forecast::run(forecast, &arguments.common),
        Some(Command::Plan(plan)) => plan::run(plan, &arguments.common),
        Some(Command::Export(export)) => export::run(export, &arguments.common),
        Some(Command::Explain { topic }) => explain::run(topic, &arguments.common),
        Some(Command::List { what }) => list::run(*what, &arguments.common),
        Some(Command::Schema { of }) => schema::run(*of, &arguments.common),
        Some(Command::Completions { shell }) => manual::completions(*shell),
        Some(Command::Man { of }) => manual::page(of.as_deref()),
    }?;
    Ok(ExitCode::SUCCESS)
}
