//! Where text goes: the width and colour of the terminal, standard output as one buffered writer, and errors that are told in full.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Write};

use anstyle::Style;

use crate::cli::{Color, CommonArguments};
use crate::render::terminal::Page;
use crate::report::{Look, mistakes};
use crate::source::{Problems, Source};

/// Columns where nothing tells how many there are.
const DEFAULT_COLUMNS: usize = 80;
/// Columns beyond which lines of a table are hard to follow, unless a width is asked for.
const WIDEST: usize = 120;

/// How to lay out what goes to standard output.
pub fn look(arguments: &CommonArguments) -> Look {
    let out = io::stdout();
    let width = columns(arguments.width, out.is_terminal()).unwrap_or(DEFAULT_COLUMNS);
    Look { width, color: is_colored(arguments.color, &out), quiet: arguments.quiet }
}

/// How to lay out what goes to standard error. Where nothing tells a width no line is broken: programs look there for
/// `path:line:column`.
pub fn error_look(arguments: &CommonArguments) -> Look {
    let err = io::stderr();
    let width = columns(arguments.width, err.is_terminal()).unwrap_or(usize::from(u16::MAX));
    Look { width, color: is_colored(arguments.color, &err), quiet: arguments.quiet }
}

/// How to lay out what goes to a file: in full, and in colour only where that is asked for.
pub fn look_of_file(arguments: &CommonArguments) -> Look {
    let width = columns(arguments.width, false).unwrap_or(DEFAULT_COLUMNS);
    Look { width, color: matches!(arguments.color, Color::Always), quiet: false }
}

/// The columns of the terminal, as many as any has where there is none.
pub fn terminal_columns() -> usize {
    terminal_size::terminal_size().map_or(WIDEST, |(columns, _)| usize::from(columns.0))
}

/// The columns that an option, the environment or the terminal tells.
fn columns(asked: Option<u16>, is_terminal: bool) -> Option<usize> {
    if let Some(asked) = asked {
        return Some(usize::from(asked));
    }
    let from_environment = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<u16>().ok());
    let from_terminal = || terminal_size::terminal_size().filter(|_| is_terminal).map(|(columns, _)| columns.0);
    from_environment.or_else(from_terminal).map(|columns| usize::from(columns).min(WIDEST))
}

fn is_colored(color: Color, stream: &impl anstream::stream::RawStream) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}

/// Writes a report to standard output.
///
/// # Errors
/// What the writing says.
pub fn print(text: &str) -> io::Result<()> {
    print_with(|out| out.write_all(text.as_bytes()))
}

/// Lets a report be written to standard output piece by piece.
///
/// # Errors
/// What the writing says.
pub fn print_with(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = write(&mut out).and_then(|()| out.flush());
    printed.map_err(|error| io::Error::new(error.kind(), format!("standard output: {error}")))
}

/// Whether an error is that the reader of a pipe went away, which is none: `| head` has seen enough.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes a word to standard error. There is no place left to tell that it failed.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// An error whose text is complete, with its places: it is told as it is.
#[derive(Debug)]
pub struct Told(pub String);

impl fmt::Display for Told {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Told {}

/// All mistakes of a file, with a line that counts them.
pub fn told(source: &Source, problems: Problems, arguments: &CommonArguments, consequence: &str) -> Told {
    let (errors, more) = (problems.errors(), problems.more_errors);
    let look = error_look(arguments);
    let mut text = mistakes::render(source, &problems.sorted(), &look);
    let count = if errors == 1 { "1 error".into() } else { format!("{errors} errors") };
    let rest = if more > 0 { format!(", {more} of them not shown") } else { String::new() };
    text += &Page { look }.wrapped(&format!("{}: {count}{rest}{consequence}", source.name), Style::new());
    Told(text)
}
