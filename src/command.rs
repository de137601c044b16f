//! What each command does. Only here are the clock, the terminal and the environment read.

pub mod ignored;
pub mod output;
pub mod targets;
pub mod files;
pub mod guidances;
pub mod input;
pub mod folder;
pub mod inputs;
pub mod progress;
pub mod checker;
pub mod outputs;
pub mod team;
pub mod check;
pub mod ask;
pub mod edit;
pub mod kinds;
pub mod init;
pub mod add;
pub mod import;
pub mod numbers;
pub mod export;
pub mod forecast;
pub mod plan;
pub mod explain;
pub mod list;
pub mod schema;
pub mod manual;

use std::process::ExitCode;

use anyhow::Result;
use clap::ArgMatches;

use crate::cli::{Arguments, Command};

/// Runs the command that the arguments name; the matches tell which of them were written.
pub fn run(arguments: &Arguments, matches: &ArgMatches) -> Result<ExitCode> {
    ignored::refuse(arguments, matches)?;
    match &arguments.command {
        None => check::run(&arguments.check, &arguments.common),
        Some(Command::Init(init)) => init::run(init, &arguments.common),
        Some(Command::Add(add)) => add::run(add, &arguments.common),
        Some(Command::Import(import)) => import::run(import, &arguments.common),
        Some(Command::Numbers { profile }) => numbers::run(profile.as_deref(), &arguments.common),
        Some(Command::Forecast(forecast)) => forecast::run(forecast, &arguments.common),
        Some(Command::Plan(plan)) => plan::run(plan, &arguments.common),
        Some(Command::Export(export)) => export::run(export, &arguments.common),
        Some(Command::Explain { topic }) => explain::run(topic, &arguments.common),
        Some(Command::List { what }) => list::run(*what, &arguments.common),
        Some(Command::Schema { of }) => schema::run(*of, &arguments.common),
        Some(Command::Completions { shell }) => manual::completions(*shell),
        Some(Command::Man { of }) => manual::page(of.as_deref()),
    }
}
