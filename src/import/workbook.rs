//! A table as an Excel file (.xlsx): its first sheet.

use std::io::{Cursor, Read, sink};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDate;
use csv::StringRecord;
use zip::ZipArchive;

use crate::import::model::Unreadable;
use crate::import::sheet::{MOST_COLUMNS, Sheet, SheetBuilder, Unit};
use crate::text::named;

/// What a file begins with that may be a workbook: it is a ZIP archive.
pub(crate) const BEGIN: &[u8] = b"PK";
/// What an old workbook (.xls) begins with, and a new one that needs a password.
pub(crate) const OLD_BEGIN: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Bytes that all parts of a workbook together may unpack to, 128 MiB: a table of all rows that are read, with room.
const MOST_UNPACKED: u64 = 128 << 20;
/// Parts that a workbook may have.
const MOST_PARTS: usize = 10_000;
/// The shortest text that a workbook can list, `<si/>`.
const SHORTEST_TEXT: usize = 5;

/// Reads the first sheet, and says which one it is where there are several.
pub(crate) fn read(bytes: &[u8]) -> Result<(Sheet, Option<String>), Unreadable> {
    refuse_bombs(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets = workbook.sheets_metadata().to_vec();
    let first = sheets.iter().find(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let Some(first) = first else { return Err(Unreadable::new("the workbook has no sheet with cells", "")) };
    let note = (sheets.len() > 1).then(|| format!("Only the sheet {} was read.", named(&first.name)));
    let mut cells = workbook.worksheet_cells_reader(&first.name).map_err(damaged)?;
    let mut sheet = SheetBuilder::default();
    let (mut number, mut row) = (0, StringRecord::new());
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (at, column) = cell.get_position();
        let (at, column) = (at as usize, column as usize);
        let text = text(cell.get_value());
        if at != number {
            sheet.add(number + 1, &row)?;
            (number, row) = (at, StringRecord::new());
        }
        if !text.is_empty() {
            place(&mut row, column, &text);
        }
    }
    sheet.add(number + 1, &row)?;
    Ok((sheet.build(Unit::Row)?, note))
}

/// Puts a text into its column, after empty cells for those that the file omits. Columns beyond the limit follow the last one: enough
/// to refuse them.
fn place(row: &mut StringRecord, column: usize, text: &str) {
    while row.len() < column.min(MOST_COLUMNS) {
        row.push_field("");
    }
    row.push_field(text);
}

/// Unpacks all parts once to measure them: the sizes in an archive may be false.
fn refuse_bombs(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.into()))?;
    let too_large = || {
        let message = format!("the workbook unpacks to more than {} MiB, the most that is read", MOST_UNPACKED >> 20);
        Unreadable::new(message, "save the sheet that is needed as a file of its own, or as CSV")
    };
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(error.into()))?;
        let is_texts = part.name().map_err(|error| damaged(error.into()))?.to_lowercase().ends_with("sharedstrings.xml");
        let mut part = part.take(left + 1);
        let mut texts = Vec::new();
        let unpacked =
            if is_texts { part.read_to_end(&mut texts).map(|size| size as u64) } else { std::io::copy(&mut part, &mut sink()) };
        left = left.checked_sub(unpacked.map_err(|error| damaged(error.into()))?).ok_or_else(too_large)?;
        refuse_false_count(&texts)?;
    }
    Ok(())
}

/// The library reserves memory for as many texts as their list says it has. Without control characters every encoding writes that number in
/// plain letters, so that it cannot hide.
fn refuse_false_count(texts: &[u8]) -> Result<(), Unreadable> {
    let broken = || Unreadable::new("the workbook is damaged: its list of texts is none", "save it again, or as CSV");
    let texts = str::from_utf8(texts).map_err(|_| broken())?;
    let is_control = |character: char| character.is_ascii_control() && !character.is_ascii_whitespace();
    let count = |after: &str| {
        let digits = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        (length > 0).then(|| digits[..length].parse::<usize>().unwrap_or(usize::MAX))
    };
    let is_false = |after: &str| count(after).is_some_and(|count| count > texts.len() / SHORTEST_TEXT);
    if texts.contains(is_control) || texts.split("uniqueCount").skip(1).any(is_false) {
        return Err(broken());
    }
    Ok(())
}

/// What a cell says, in the words of a text table: a date as 2026-05-01, a whole number without a point.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(is_true) => is_true.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            date.map_or_else(|| moment.as_f64().to_string(), |date| date.to_string())
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
    }
}

fn damaged(error: XlsxError) -> Unreadable {
    Unreadable::new(format!("no Excel workbook, or a damaged one: {error}"), "save it again as .xlsx, or as CSV")
}
