//! Text laid out for a width, in colour or without.

use anstyle::Style;

use crate::report::model::Look;
use crate::text::{harmless_line, visible};

/// For what stands out.
pub const STRONG: Style = Style::new().bold();
/// For what stands back.
pub const FAINT: Style = Style::new().dimmed();

/// Lays text out.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// For which width, and whether in colour.
    pub look: Look,
}

impl Page {
    /// Text in a style, where colours are wanted.
    pub fn painted(&self, text: &str, style: Style) -> String {
        if self.look.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Text broken into lines, each of them painted. Hidden characters are made visible first.
    pub fn wrapped(&self, text: &str, style: Style) -> String {
        self.indented(text, "", style)
    }

    /// The same, each line behind an indent.
    pub fn indented(&self, text: &str, indent: &str, style: Style) -> String {
        let options = textwrap::Options::new(self.look.columns())
            .initial_indent(indent)
            .subsequent_indent(indent)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let shown = visible(text);
        textwrap::wrap(&shown, options).iter().map(|line| self.painted(&harmless_line(line), style) + "\n").collect()
    }
}
