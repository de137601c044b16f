//! `completions` and `man`: what shells and `man` know of this program, from its own command line.

use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Arguments;
use crate::command::output;

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

/// Writes the manual page.
///
/// # Errors
/// What the writing says.
pub fn page() -> Result<ExitCode> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut bytes)?;
    print(&bytes)
}

fn print(bytes: &[u8]) -> Result<ExitCode> {
    output::print(&String::from_utf8_lossy(bytes))?;
    Ok(ExitCode::SUCCESS)
}
