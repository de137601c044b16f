//! CSV, as a spreadsheet reads it.

use super::{Checked, ensure};

/// Characters that begin a formula. Chinese, Japanese and Korean spreadsheets accept the full-width ones.
const BEGINS_FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The rows of a table, all with the same number of cells.
pub fn rows(text: &str) -> Checked<Vec<Vec<String>>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| Ok(row.map_err(|error| error.to_string())?.iter().map(str::to_owned).collect()));
    rows.collect()
}

/// No cell is a formula.
pub fn no_formula(rows: &[Vec<String>]) -> Checked {
    let is_formula = |cell: &&String| cell.starts_with(BEGINS_FORMULA) || cell.trim_start().starts_with(BEGINS_FORMULA);
    rows.iter().flatten().find(is_formula).map_or(Ok(()), |cell| Err(format!("a formula: {cell}")))
}

/// Two tables have as many rows and columns.
pub fn same_size(found: &[Vec<String>], expected: &[Vec<String>]) -> Checked {
    let size = |rows: &[Vec<String>]| (rows.len(), rows.first().map_or(0, Vec::len));
    ensure(size(found) == size(expected), || format!("{:?} rows and columns, not {:?}", size(found), size(expected)))
}
