//! Excel workbooks.

use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use super::{Import, each, skipped};

fn import(bytes: impl AsRef<[u8]>) -> Import {
    Import::of("csv", "table.xlsx", bytes, &["--type", "article"])
}

/// A workbook with these parts.
fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with the rows of each sheet in XML. Style 1 is a date.
fn workbook_of(sheets: &[&str], properties: &str, texts: &str) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    let numbered = |text: &dyn Fn(usize) -> String| (1..=sheets.len()).map(text).collect::<String>();
    let root = format!(
        "{RELATIONS}<Relationship Id=\"r0\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let links =
        numbered(&|at| format!("<Relationship Id=\"r{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"));
    let links = format!("{RELATIONS}{links}</Relationships>");
    let listed = numbered(&|at| format!("<sheet name=\"Sheet {at}\" sheetId=\"{at}\" r:id=\"r{at}\"/>"));
    let book = format!("<workbook {MAIN} xmlns:r=\"{OFFICE}\">{properties}<sheets>{listed}</sheets></workbook>");
    let styles =
        format!("<styleSheet {MAIN}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    let sheets: Vec<(String, String)> = sheets
        .iter()
        .enumerate()
        .map(|(at, rows)| {
            let text = format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>");
            (format!("xl/worksheets/sheet{}.xml", at + 1), text)
        })
        .collect();
    let mut parts = vec![
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/styles.xml", &styles),
        ("xl/sharedStrings.xml", texts),
    ];
    parts.extend(sheets.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    workbook(&parts)
}

const TEXTS: &str = "<sst uniqueCount=\"3\"><si><t>Title</t></si><si><t>Date</t></si><si><t>=Blazor &amp; more</t></si></sst>";
const HEADER: &str = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>\
    <c r=\"C2\" t=\"inlineStr\"><is><t>Views</t></is></c><c r=\"D2\" t=\"inlineStr\"><is><t>Paid</t></is></c></row>";

fn rows(first_day: f64) -> String {
    format!(
        "{HEADER}<row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"B4\" s=\"1\"><v>{first_day}</v></c>\
         <c r=\"C4\"><v>12000</v></c><c r=\"D4\" t=\"b\"><v>0</v></c></row>\
         <row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>Late</t></is></c><c r=\"B7\"><v>46143</v></c></row>"
    )
}

#[test]
fn the_first_sheet_of_a_workbook_is_read() {
    // 1 May 2026 is day 46 143 since the end of 1899; in the 1904 date system it is 1 462 days less.
    for (first_day, properties) in [(46_143.75, ""), (44_681.0, "<workbookPr date1904=\"1\"/>")] {
        let bytes = workbook_of(&[&rows(first_day), "<row/>"], properties, TEXTS);
        let imported = import(bytes).json();
        let entry = &imported["new"][0];
        assert_eq!((&entry["title"], &entry["date"]), (&json!("=Blazor & more"), &json!("2026-05-01")), "{imported:#}");
        assert_eq!((&entry["impact"], &entry["paid"]), (&json!({ "views": 12_000 }), &json!(false)));
        assert_eq!(skipped(&imported), [("row 7", "the date `46143` is not understood")]);
        assert_eq!(imported["note"], "Only the sheet `Sheet 1` was read.");
    }
}

/// Many parts of blanks, compressed once.
fn bomb() -> Vec<u8> {
    let one = workbook(&[("blanks", &" ".repeat(10 << 20))]);
    let mut archive = zip::ZipArchive::new(Cursor::new(one)).unwrap();
    let mut copies = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..13 {
        copies.raw_copy_file_rename(archive.by_index(0).unwrap(), format!("blanks{at}")).unwrap();
    }
    copies.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_is_broken_or_too_large_is_refused() {
    let refused = |bytes: &[u8], because: &[&str]| {
        let ran = import(bytes);
        assert!(ran.is_refused(because), "{ran:#?}");
    };
    let whole = workbook_of(&[&rows(46_143.0)], "", TEXTS);
    refused(&whole[..whole.len() / 2], &["table.xlsx: no Excel workbook, or a damaged one"]);
    refused(b"PK", &["no Excel workbook"]);
    refused(&workbook(&[("word/document.xml", "<document/>")]), &["no Excel workbook"]);
    refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], &["(.xls)", "save it as .xlsx or CSV"]);
    refused(&workbook_of(&["<row><c r=\"A1\" t=\"s\"><v>9</v></c></row>"], "", TEXTS), &["damaged"]);
    refused(&workbook_of(&[""], "", TEXTS), &["it is empty"]);

    let far = rows(46_143.0).replace("\"B4\"", "\"ZZZZZZZZ99999999999\"");
    let imported = import(workbook_of(&[&far], "", TEXTS)).json();
    assert_eq!(each(&imported, "title"), [] as [Value; 0], "{imported:#}");

    let crowd = TEXTS.replace("\"3\"", "\"99999999999999\"");
    refused(&workbook_of(&[&rows(46_143.0)], "", &crowd), &["its list of texts"]);
    let hidden: String = crowd.chars().flat_map(|it| ['\0', it]).collect();
    refused(&workbook_of(&[&rows(46_143.0)], "", &hidden), &["its list of texts"]);
    let only_said = TEXTS.replace("=Blazor", "What uniqueCount says: 99999999999999");
    let imported = import(workbook_of(&[&rows(46_143.0)], "", &only_said)).json();
    assert_eq!(each(&imported, "title").len(), 1, "{imported:#}");
    let bytes = bomb();
    assert!(bytes.len() < 1 << 20);
    refused(&bytes, &["unpacks to more than 128 MiB"]);
    // One long text in many cells.
    let texts = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(100);
    refused(&workbook_of(&[&cells], "", &texts), &["64 MiB"]);
}
