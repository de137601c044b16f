//! A table as it was found: a header, and rows with their places.

use csv::StringRecord;

use crate::import::decoding::{MAX_IMPORT_BYTES, too_large};
use crate::import::model::{MOST_ITEMS, Unreadable};
use crate::source::Place;

/// The most columns that a table may have: no record needs as many.
pub(crate) const MOST_COLUMNS: usize = 300;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Row,
    /// An editor numbers the lines of a text; a row may have several.
    Line,
}

#[derive(Debug)]
pub(crate) struct Row {
    /// Its number in a spreadsheet, or the line on which it begins.
    pub(crate) number: usize,
    /// The text of each cell. Empty where the row is longer than the header.
    pub(crate) cells: StringRecord,
    /// Cells up to the last one that says something.
    pub(crate) length: usize,
}

#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) unit: Unit,
    pub(crate) header: Row,
    /// The other rows that say something, in their order.
    pub(crate) rows: Vec<Row>,
}

impl Sheet {
    pub(crate) fn unreadable(&self, row: &Row, message: impl Into<String>, help: impl Into<String>) -> Unreadable {
        Unreadable::at(Place { line: row.number, column: 1 }, message, help)
    }

    /// "row 7", "line 7".
    pub(crate) fn place(&self, row: &Row) -> String {
        match self.unit {
            Unit::Row => format!("row {}", row.number),
            Unit::Line => format!("line {}", row.number),
        }
    }
}

/// Builds a sheet row by row, and refuses more than a sheet may hold.
#[derive(Debug, Default)]
pub(crate) struct SheetBuilder {
    header: Option<Row>,
    rows: Vec<Row>,
    bytes: u64,
}

impl SheetBuilder {
    /// Adds a row. One without any text is passed over.
    pub(crate) fn add(&mut self, number: usize, cells: &StringRecord) -> Result<(), Unreadable> {
        let Some(last) = (0..cells.len()).rev().find(|at| !cells[*at].trim().is_empty()) else { return Ok(()) };
        let place = Place { line: number, column: 1 };
        let Some(header) = &self.header else {
            if last >= MOST_COLUMNS {
                let message = format!("it has {} columns; {MOST_COLUMNS} are read at the most", last + 1);
                return Err(Unreadable::at(place, message, "leave out those that are not needed"));
            }
            self.header = Some(row(number, cells, last + 1, true));
            return Ok(());
        };
        if self.rows.len() == MOST_ITEMS {
            return Err(Unreadable::at(place, format!("it has more than {MOST_ITEMS} rows"), "split it"));
        }
        let row = row(number, cells, last + 1, last < header.length);
        // Cells of a workbook may all show the same long text, which it holds once.
        self.bytes += row.cells.as_slice().len() as u64;
        if self.bytes > MAX_IMPORT_BYTES {
            return Err(Unreadable::at(place, too_large(), "split it"));
        }
        self.rows.push(row);
        Ok(())
    }

    pub(crate) fn build(self, unit: Unit) -> Result<Sheet, Unreadable> {
        let header = self.header.ok_or_else(|| Unreadable::new("it is empty", "the first row names the columns"))?;
        Ok(Sheet { unit, header, rows: self.rows })
    }
}

/// A row without the empty cells at its end, and without any where it cannot be used.
fn row(number: usize, cells: &StringRecord, length: usize, fits: bool) -> Row {
    let used = if fits { length } else { 0 };
    Row { number, cells: cells.iter().take(used).collect(), length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> StringRecord {
        StringRecord::from(texts.to_vec())
    }

    #[test]
    fn rows_without_text_are_passed_over_and_empty_cells_at_the_end_do_not_count() {
        let mut builder = SheetBuilder::default();
        let rows = [vec!["", " "], vec!["a", "b", ""], vec!["", ""], vec!["1", "", "", " "], vec!["1", "2", "3"]];
        for (at, row) in rows.iter().enumerate() {
            builder.add(at + 1, &cells(row)).unwrap();
        }
        let sheet = builder.build(Unit::Row).unwrap();
        assert_eq!(sheet.header.cells, cells(&["a", "b"]));
        let shown: Vec<(String, usize, usize)> =
            sheet.rows.iter().map(|row| (sheet.place(row), row.length, row.cells.len())).collect();
        assert_eq!(shown, [("row 4".to_owned(), 1, 1), ("row 5".to_owned(), 3, 0)]);
    }

    #[test]
    fn more_than_a_sheet_may_hold_is_refused_at_its_row() {
        let error = |builder: &mut SheetBuilder, row: &StringRecord| builder.add(7, row).unwrap_err().to_string();
        let wide = cells(&["x"; MOST_COLUMNS + 1]);
        assert!(error(&mut SheetBuilder::default(), &wide).starts_with("7:1: it has 301 columns"));

        let mut builder = SheetBuilder::default();
        for number in 0..=MOST_ITEMS {
            builder.add(number, &cells(&["x"])).unwrap();
        }
        assert!(error(&mut builder, &cells(&["x"])).contains("more than 100000 rows"));

        let mut builder = SheetBuilder::default();
        let long = cells(&[&"x".repeat(40 << 20)]);
        builder.add(1, &cells(&["x"])).unwrap();
        builder.add(2, &long).unwrap();
        assert!(error(&mut builder, &long).contains("64 MiB"));
        assert!(SheetBuilder::default().build(Unit::Line).unwrap_err().to_string().contains("empty"));
    }
}
