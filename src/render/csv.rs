//! CSV that a spreadsheet shows and never obeys, and its cells read again.

use csv::Writer;

use crate::render::error::Rendered;
use crate::text::{escape_control_chars, escape_workflow_command};

/// What a spreadsheet takes for a formula, or swallows, at the begin of a cell; in some languages the full-width signs too.
const OBEYED: [char; 10] = ['=', '+', '-', '@', '\t', '\'', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

pub(crate) fn table(rows: impl Iterator<Item = Vec<String>>) -> Rendered {
    let mut writer = Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe(cell)))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8(bytes)?)
}

/// The text of a cell: hidden characters shown in each of its lines, a `'` before what a spreadsheet would obey, and behind a line break
/// nothing that a build service would.
fn safe(text: &str) -> String {
    let mut lines = text.lines();
    let first = escape_control_chars(lines.next().unwrap_or_default());
    let guard = if text.trim_start().starts_with(OBEYED) || text.starts_with('\t') { "'" } else { "" };
    lines
        .fold(format!("{guard}{first}"), |cell, line| format!("{cell}\n{}", escape_workflow_command(&escape_control_chars(line))))
}

/// The text of a cell, without the `'` that keeps a spreadsheet from obeying it.
pub(crate) fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        // A tab is shown as a blank.
        Some(rest) if rest.starts_with(' ') || rest.starts_with(OBEYED) => rest.trim(),
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_shown_and_never_obeyed() {
        let cases = [
            ("plain, \"quoted\"", "plain, \"quoted\""),
            ("=1+1", "'=1+1"),
            ("-1", "'-1"),
            ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
            (" \u{ff20}a", "' \u{ff20}a"),
            ("'a", "''a"),
            ("\tx", "' x"),
            (" @a", "' @a"),
            ("\n=1", "'\n=1"),
            ("a-b=c", "a-b=c"),
            ("two\r\nlines\n\nmore", "two\nlines\n\nmore"),
            ("\u{1b}[m\u{202e}", "\\u{1b}[m\\u{202e}"),
            ("a\n ::error::b", "a\n ∷error::b"),
            ("##vso[x]\n##[y]", "# #vso[x]\n# #[y]"),
        ];
        for (text, cell) in cases {
            assert_eq!(safe(text), cell, "{text:?}");
        }
    }

    #[test]
    fn a_guard_is_taken_away_and_an_apostrophe_is_not() {
        let cases = [
            ("'=1+1", "=1+1"),
            ("''a'", "'a'"),
            ("'\u{ff1d}1", "\u{ff1d}1"),
            ("'\ta", "a"),
            ("' =1", "=1"),
            ("' tab", "tab"),
            ("'a", "'a"),
            (" a ", "a"),
            ("'", "'"),
        ];
        for (cell, text) in cases {
            assert_eq!(unguarded(cell), text, "{cell:?}");
        }
    }
}
