//! A table as text: CSV with commas, semicolons or tabs.

use std::io::Read;

use csv::{Reader, ReaderBuilder, StringRecord};

use crate::import::model::Unreadable;
use crate::import::sheet::{Sheet, SheetBuilder, Unit};
use crate::source::Place;

const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// Excel declares a delimiter on the first line, after this.
const STATED: &str = "sep=";

/// A line with more delimiters than this is not a table.
const MOST_DELIMITERS: usize = 2_000_000;

/// Put after the text. Where it does not become a row of its own, the text ends within quotes.
const BEHIND: &str = "\nend";

/// Reads a table. A row may have several lines: its number is that of the first.
pub(crate) fn read(text: &str) -> Result<Sheet, Unreadable> {
    if text.trim_start().starts_with('<') {
        return Err(Unreadable::new("it looks like a page or XML, not a table", "save it as CSV or .xlsx"));
    }
    let (delimiter, start) = stated(text).unwrap_or((likely(text), 0));
    let crowded = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count() > MOST_DELIMITERS;
    if let Some(at) = text.lines().position(crowded) {
        let message = format!("one line has more than {MOST_DELIMITERS} delimiters");
        return Err(Unreadable::at(Place { line: at + 1, column: 1 }, message, ""));
    }
    let mut lines = Lines { text, counted_to: 0, line: 1 };
    let body = &text[start..];
    let mut reader = reader(delimiter, body.as_bytes().chain(BEHIND.as_bytes()));
    let mut sheet = SheetBuilder::default();
    let mut row = StringRecord::new();
    let mut number = 1;
    while reader.read_record(&mut row).map_err(|error| Unreadable::new(error.to_string(), ""))? {
        let begin = row.position().map_or(body.len(), |position| usize::try_from(position.byte()).unwrap_or(body.len()));
        let begin = start + begin_of_text(body, begin);
        if begin >= text.len() {
            return sheet.build(Unit::Line);
        }
        number = lines.line_of(begin);
        sheet.add(number, &row)?;
    }
    let place = Place { line: number, column: 1 };
    Err(Unreadable::at(place, "quotes are opened in this row and not closed", "close them with `\"`"))
}

fn reader<R: Read>(delimiter: u8, bytes: R) -> Reader<R> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
}

/// After line ends: the library counts those of empty lines to the row that follows.
fn begin_of_text(body: &str, begin: usize) -> usize {
    let rest = body.get(begin..).unwrap_or_default();
    begin + rest.len() - rest.trim_start_matches(['\r', '\n']).len()
}

/// The delimiter that the first line declares, and where the table begins after it.
fn stated(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let (word, delimiter) = line.trim_matches('"').split_at_checked(STATED.len())?;
    let mut characters = delimiter.chars();
    let (delimiter, None) = (characters.next()?, characters.next()) else { return None };
    let is_stated = word.eq_ignore_ascii_case(STATED) && delimiter.is_ascii() && delimiter != '"';
    is_stated.then(|| Some((u8::try_from(delimiter).ok()?, line.len()))).flatten()
}

/// The delimiter that the first line with text has most often outside of quotes.
fn likely(text: &str) -> u8 {
    let mut is_quoted = false;
    let mut counts = [0; DELIMITERS.len()];
    for character in text.trim_start().chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            '\r' | '\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                if let Some(at) = DELIMITERS.iter().position(|delimiter| *delimiter == character) {
                    counts[at] += 1;
                }
            }
        }
    }
    // The first of several that are as frequent: `max_by_key` would take the last.
    let most = counts.iter().max().copied().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most).unwrap_or_default();
    u8::try_from(DELIMITERS[at]).unwrap_or(b',')
}

/// Counts lines from one place of a text to the next. A line ends with LF, CRLF or a lone CR.
struct Lines<'t> {
    text: &'t str,
    counted_to: usize,
    line: usize,
}

impl Lines<'_> {
    fn line_of(&mut self, offset: usize) -> usize {
        let passed = &self.text.as_bytes()[self.counted_to..offset];
        let follows = |at: usize| passed.get(at + 1).copied();
        let is_end = |(at, byte): &(usize, &u8)| **byte == b'\n' || (**byte == b'\r' && follows(*at) != Some(b'\n'));
        self.line += passed.iter().enumerate().filter(is_end).count();
        self.counted_to = offset;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of the rows with their cells, the header first.
    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text).unwrap();
        let rows = std::iter::once(&sheet.header).chain(&sheet.rows);
        rows.map(|row| (row.number, row.cells.iter().map(str::to_owned).collect())).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn the_delimiter_is_that_of_the_header() {
        for text in ["a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "\"a\";\"b\"\n1;2\n", "sep=;\na;b\n1;2", "SEP=|\r\na|b\r\n1|2"] {
            let cells: Vec<Vec<String>> = rows(text).into_iter().map(|(_, cells)| cells).collect();
            assert_eq!(cells, [["a", "b"], ["1", "2"]], "{text:?}");
        }
        assert_eq!(rows("\"a, b, c\";d\n1;2")[0], row(1, &["a, b, c", "d"]));
        assert_eq!(rows("\n\na\n1,5"), [row(3, &["a"]), row(4, &[])]);
    }

    #[test]
    fn a_row_is_numbered_by_the_line_on_which_it_begins() {
        let text = "a,b\n\n1,\"two\nlines\"\n,\n\n3,4";
        assert_eq!(rows(text), [row(1, &["a", "b"]), row(3, &["1", "two\nlines"]), row(7, &["3", "4"])]);
        let numbers = |text: &str| rows(text).into_iter().map(|(number, _)| number).collect::<Vec<_>>();
        assert_eq!(numbers(&text.replace('\n', "\r\n")), [1, 3, 7]);
        assert_eq!(numbers(&text.replace('\n', "\r")), [1, 3, 7]);
        assert_eq!(numbers("sep=,\r\na,b\r\n1,2"), [2, 3]);
    }

    #[test]
    fn quotes_that_are_not_closed_are_told_at_their_row() {
        for text in ["a,b\n1,2\n\"3,4\n5,6\n", "a,b\n1,2\n3,\"4\"\"", "a,b\n1,2\n3,\""] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.starts_with("3:1: quotes are opened"), "{text:?}: {error}");
        }
        assert!(read("\"a,b").unwrap_err().to_string().starts_with("1:1: "));
        assert_eq!(rows("a,b\n1,\"2\"")[1], row(2, &["1", "2"]));
        assert_eq!(rows("a,b\n1,say \"2\"\n\n\n")[1], row(2, &["1", "say \"2\""]));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(read("").unwrap_err().to_string().contains("empty"));
        assert!(read(" \n,,\n").unwrap_err().to_string().contains("empty"));
        assert!(read("<html>").unwrap_err().to_string().contains("not a table"));
        assert!(read(&format!("a,b\n{}", ",".repeat(3_000_000))).unwrap_err().to_string().starts_with("2:1: "));
    }
}
