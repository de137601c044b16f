//! Kinds of imports and exports, and the format that a command is asked for.

use anstyle::Style;
use anyhow::{Result, anyhow};

use crate::render::terminal::{Page, STRONG};
use crate::text::joined;

/// Kinds, each with what it is and a command that shows its use.
pub(crate) fn kinds_with_examples<'k>(kinds: impl Iterator<Item = (&'k str, &'k str, &'k str)>, page: &Page) -> String {
    let kind = |(name, about, example): (&str, &str, &str)| {
        // A command is not broken into lines: it is there to be copied.
        page.wrapped(name, STRONG) + &page.indented(about, "  ", Style::new()) + "  $ " + example + "\n"
    };
    kinds.map(kind).collect::<Vec<_>>().join("\n")
}

/// The format that is asked for; the first one where none is.
pub(crate) fn format<'f, F>(formats: &'f [F], name: fn(&F) -> &str, asked: &str, of: &str) -> Result<&'f F> {
    /// What the option says where nobody used it.
    const UNASKED: &str = "table";
    let found = formats.iter().find(|format| name(format) == asked);
    found.or(formats.first().filter(|_| asked == UNASKED)).ok_or_else(|| {
        let names: Vec<String> = formats.iter().map(|format| name(format).to_owned()).collect();
        anyhow!("{of} has no format `{asked}`; it has {}", joined(&names, "and"))
    })
}
