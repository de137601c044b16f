//! `completions` and `man`: what shells and `man` know of this program, from its own command line.

use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Arguments;
use crate::command::output;
use crate::text::named;

/// Writes the completions for a shell.
///
/// # Errors
/// What the writing says.
pub fn completions(shell: Shell) -> Result<ExitCode> {
    let mut command = Arguments::command();
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, env!("CARGO_PKG_NAME"), &mut bytes);
    print(&bytes)
}

/// Writes the manual page of the program, or of one command.
///
/// # Errors
/// An unknown command; what the writing says.
pub fn page(of: Option<&str>) -> Result<ExitCode> {
    let mut command = Arguments::command();
    // So that each command knows the options that all of them take.
    command.build();
    if let Some(name) = of {
        // Help is one of them to the library, and has no page.
        let found = command.find_subcommand(name).filter(|_| name != "help").cloned();
        command = found.ok_or_else(|| anyhow!("there is no command {}; `mvp-check --help` lists all of them", named(name)))?;
    }
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command).render(&mut bytes)?;
    print(&bytes)
}

fn print(bytes: &[u8]) -> Result<ExitCode> {
    output::print(&String::from_utf8_lossy(bytes))?;
    Ok(ExitCode::SUCCESS)
}
