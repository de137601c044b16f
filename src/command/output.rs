//! Where text goes: the width and colour of the terminal, standard output as one buffered writer, and errors with all their lines.

use std::fmt;
use std::io::{self, BufWriter, Write};

use anstyle::Style;
use anyhow::Result;
use console::Term;

use crate::cli::{Color, CommonArguments};
use crate::render::terminal::Page;
use crate::report::{RenderOptions, mistakes};
use crate::source::{Problems, Source};

/// Columns where nothing says how many there are.
const DEFAULT_COLUMNS: usize = 80;
/// Columns beyond which lines of a table are hard to follow, unless a width is asked for.
const WIDEST: usize = 120;

pub(crate) fn look(arguments: &CommonArguments) -> RenderOptions {
    let width = columns(arguments.width, Some(&Term::stdout())).unwrap_or(DEFAULT_COLUMNS);
    RenderOptions { width, color: is_colored(arguments.color, &Term::stdout()), quiet: arguments.quiet }
}

/// How to lay out what goes to standard error. Where nothing sets a width no line is broken: programs look there for
/// `path:line:column`.
pub(crate) fn error_look(arguments: &CommonArguments) -> RenderOptions {
    let width = columns(arguments.width, Some(&Term::stderr())).unwrap_or(usize::from(u16::MAX));
    RenderOptions { width, color: is_colored(arguments.color, &Term::stderr()), quiet: arguments.quiet }
}

/// How to lay out what goes to a file: in full, and in colour only where that is asked for.
pub(crate) fn look_of_file(arguments: &CommonArguments) -> RenderOptions {
    let width = columns(arguments.width, None).unwrap_or(DEFAULT_COLUMNS);
    RenderOptions { width, color: matches!(arguments.color, Color::Always), quiet: false }
}

/// The columns that an option, the environment or the terminal sets.
fn columns(asked: Option<u16>, terminal: Option<&Term>) -> Option<usize> {
    if let Some(asked) = asked {
        return Some(usize::from(asked));
    }
    let from_environment = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<u16>().ok());
    let from_terminal = || terminal.and_then(Term::size_checked).map(|(_, columns)| columns);
    from_environment.or_else(from_terminal).map(|columns| usize::from(columns).min(WIDEST))
}

fn is_colored(color: Color, terminal: &Term) -> bool {
    // An empty variable counts as unset: https://no-color.org
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !is_set("NO_COLOR") && (is_set("CLICOLOR_FORCE") || terminal.features().colors_supported()),
    }
}

pub(crate) fn print(text: &str) -> Result<()> {
    print_with(|out| Ok(out.write_all(text.as_bytes())?))
}

/// Writes a report to standard output piece by piece.
pub(crate) fn print_with(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = write(&mut out).and_then(|()| Ok(out.flush()?));
    // Everything is read before: only standard output itself fails this way.
    written.map_err(|error| if error.is::<io::Error>() { error.context("standard output") } else { error })
}

/// Whether an error is that the reader of a pipe went away, which is none: `| head` has seen enough.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes to standard error. If that fails, there is no place left to report it.
pub(crate) fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// An error whose text is complete, with its places: it is printed as it is.
#[derive(Debug)]
pub(crate) struct Told(pub(crate) String);

impl fmt::Display for Told {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Told {}

/// All mistakes of a file, with a line that counts them.
pub(crate) fn told(source: &Source, problems: Problems, arguments: &CommonArguments, consequence: &str) -> Told {
    let (errors, more) = (problems.errors(), problems.more_errors);
    let look = error_look(arguments);
    let mut text = mistakes::render(source, &problems.sorted(), &look);
    let count = if errors == 1 { "1 error".into() } else { format!("{errors} errors") };
    let rest = if more > 0 { format!(", {more} of them not shown") } else { String::new() };
    text += &Page { look }.wrapped(&format!("{}: {count}{rest}{consequence}", source.name), Style::new());
    Told(text)
}
