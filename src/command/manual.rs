//! `completions` and `man`: what shells and `man` know of this program, from its own command line.

use anyhow::{Result, anyhow};
use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Arguments;
use crate::command::output;
use crate::text::named;

const NAME: &str = env!("CARGO_PKG_NAME");

pub(crate) fn completions(shell: Shell) -> Result<()> {
    let mut command = Arguments::command();
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, NAME, &mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    output::print(&if shell == Shell::Bash { mended(&text) } else { text.into_owned() })
}

/// What the library writes for bash, one name for each command: of one with a hyphen it looks for another than it sets.
fn mended(text: &str) -> String {
    let parts: Vec<&str> = NAME.split('-').collect();
    text.replace(&parts.join("__subcmd__"), &parts.join("__"))
}

pub(crate) fn page(of: Option<&str>) -> Result<()> {
    let mut command = Arguments::command();
    // So that each command knows the options that all of them take.
    command.build();
    if let Some(name) = of.filter(|name| *name != NAME) {
        // Help is one of them to the library, and has no page.
        let found = command.find_subcommand(name).filter(|_| name != "help").cloned();
        command = found.ok_or_else(|| anyhow!("there is no command {}; `mvp-check --help` lists all of them", named(name)))?;
    }
    let mut bytes = Vec::new();
    let source = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).source(source).render(&mut bytes)?;
    output::print(&String::from_utf8_lossy(&bytes))
}
