//! Text laid out for a width, in colour or without.

use anstyle::Style;
use comfy_table::{ContentArrangement, Table, presets};

use crate::text::{escape_workflow_command, on_terminal};

/// Columns from which each thing has a column of its own.
pub(crate) const NARROWEST_WIDE_TABLE: usize = 72;

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();

/// How a report is laid out, where its format is text for a terminal.
#[derive(Clone, Copy, Debug)]
pub struct RenderOptions {
    /// Columns; nothing is wider than this, but never below 20.
    pub width: usize,
    /// Whether to write colours as ANSI escapes.
    pub color: bool,
    /// Whether to write the verdict only.
    pub quiet: bool,
}

impl Default for RenderOptions {
    /// 80 columns, without colours.
    fn default() -> Self {
        Self { width: 80, color: false, quiet: false }
    }
}

impl RenderOptions {
    /// Columns below which nothing readable fits.
    const NARROWEST: usize = 20;

    pub(crate) fn columns(self) -> usize {
        self.width.max(Self::NARROWEST)
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    pub(crate) look: RenderOptions,
}

impl Page {
    /// Text in a style, where colours are wanted.
    pub(crate) fn painted(&self, text: &str, style: Style) -> String {
        if self.look.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Text broken into lines, each of them painted. Hidden characters are made visible first.
    pub(crate) fn wrapped(&self, text: &str, style: Style) -> String {
        self.indented(text, "", style)
    }

    pub(crate) fn indented(&self, text: &str, indent: &str, style: Style) -> String {
        let options = textwrap::Options::new(self.look.columns())
            .initial_indent(indent)
            .subsequent_indent(indent)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let shown = on_terminal(text);
        textwrap::wrap(&shown, options).iter().map(|line| self.painted(&escape_workflow_command(line), style) + "\n").collect()
    }

    /// Rows of cells below each other, without lines between them. Hidden characters are made visible first.
    pub(crate) fn rows(&self, rows: &[Vec<String>]) -> String {
        /// Columns below which the cells of a row are one below the other.
        const NARROWEST_TABLE: usize = 60;
        if rows.is_empty() {
            return String::new();
        }
        if self.look.columns() < NARROWEST_TABLE {
            let row = |row: &Vec<String>| {
                let cells: Vec<&str> = row[1..].iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                self.indented(&row[0], "  ", STRONG) + &self.indented(&cells.join(" · "), "    ", Style::new())
            };
            return rows.iter().map(row).collect();
        }
        let width = u16::try_from(self.look.columns()).unwrap_or(u16::MAX);
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        table.add_rows(rows.iter().map(|row| row.iter().map(|cell| on_terminal(cell).into_owned()).collect::<Vec<_>>()));
        table.trim_fmt().lines().map(|line| format!("{}\n", escape_workflow_command(line))).collect()
    }
}
