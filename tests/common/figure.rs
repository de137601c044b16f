//! How a test tells a figure, so that `tests/figures.sh` finds it among what else is printed.

use std::fmt::Display;

/// Prints what was tried and what came of it, as in `figure: 412 bad inputs, 0 panics`.
#[allow(clippy::print_stdout)]
pub fn print(text: impl Display) {
    println!("\nfigure: {text}");
}

/// Prints what belongs to a figure and may differ from run to run, or what could not be tried here.
#[allow(clippy::print_stderr)]
pub fn note(text: impl Display) {
    eprintln!("{text}");
}
