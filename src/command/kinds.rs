//! Lists of what can be imported and exported.

use anstyle::Style;

use crate::report::page::{Page, STRONG};

/// Kinds, each with what it is and a command that shows its use.
pub fn kinds_with_examples<'k>(kinds: impl Iterator<Item = (&'k str, &'k str, &'k str)>, page: &Page) -> String {
    let kind = |(name, about, example): (&str, &str, &str)| {
        // A command is not broken into lines: it is there to be copied.
        page.wrapped(name, STRONG) + &page.indented(about, "  ", Style::new()) + "  $ " + example + "\n"
    };
    kinds.map(kind).collect::<Vec<_>>().join("\n")
}
