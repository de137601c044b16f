//! Options that a command would ignore: they are refused, since whoever wrote one counts on it.

use anyhow::{Result, bail};
use clap::parser::ValueSource;
use clap::{ArgMatches, Args as _};

use crate::cli::keeping::{ExportArguments, ImportArguments};
use crate::cli::{Arguments, CheckArguments, Command, Described};

/// Refuses an option that was written and that the command does nothing with.
pub(crate) fn refuse(arguments: &Arguments, matches: &ArgMatches) -> Result<()> {
    let (Some(command), Some(name)) = (&arguments.command, matches.subcommand_name()) else { return Ok(()) };
    let is_stated = |option: &str| matches.value_source(option) == Some(ValueSource::CommandLine);
    let of_checking = CheckArguments::augment_args(clap::Command::new(""));
    let misplaced = of_checking.get_opts().find(|option| is_stated(option.get_id().as_str()));
    if let Some(option) = misplaced.and_then(clap::Arg::get_long) {
        bail!("--{option} is for judging profiles; `{name}` does not take it");
    }
    let name = format!("{name}{}", closer(command));
    if is_stated("format") && !has_formats(command) {
        bail!("`{name}` has no formats: leave out --format");
    }
    if is_stated("guidance") && !uses_guidance(command) {
        bail!("`{name}` uses no guidance: leave out --guidance");
    }
    Ok(())
}

fn is_list(command: &Command) -> bool {
    matches!(command, Command::Import(ImportArguments { list: true, .. }) | Command::Export(ExportArguments { list: true, .. }))
}

/// The word that tells one use of a command from its others.
fn closer(command: &Command) -> &'static str {
    match command {
        Command::Schema { of: Described::Report } => " report",
        Command::Schema { of: Described::Guidance } => " guidance",
        command if is_list(command) => " --list",
        _ => "",
    }
}

fn has_formats(command: &Command) -> bool {
    match command {
        Command::Init(_) | Command::Add(_) => false,
        Command::Schema { .. } | Command::Completions { .. } | Command::Man { .. } => false,
        command => !is_list(command),
    }
}

fn uses_guidance(command: &Command) -> bool {
    match command {
        Command::Schema { of: Described::Report | Described::Guidance } => false,
        Command::Completions { .. } | Command::Man { .. } => false,
        command => !is_list(command),
    }
}
