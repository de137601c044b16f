//! Tables that a spreadsheet shows and never obeys.

use csv::Writer;

use crate::export::model::Written;
use crate::import::cells::OBEYED;
use crate::text::{harmless_line, visible};

/// Writes rows of cells as CSV.
///
/// # Errors
/// None; what the library says.
pub fn table(rows: impl Iterator<Item = Vec<String>>) -> Written {
    let mut writer = Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe(cell))).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// The text of a cell: hidden characters shown in each of its lines, a `'` before what a spreadsheet would obey, and behind a line break
/// nothing that a build service would.
fn safe(text: &str) -> String {
    let mut lines = text.lines();
    let first = visible(lines.next().unwrap_or_default());
    let guard = if text.trim_start().starts_with(OBEYED) || text.starts_with('\t') { "'" } else { "" };
    lines.fold(format!("{guard}{first}"), |cell, line| format!("{cell}\n{}", harmless_line(&visible(line))))
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
}
