//! Sources to import that are large, compressed or random.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;

use super::files::Kind;
use super::made::{Chance, LARGE, Made, input, lines, many};
use crate::helpers::program::IMPORTERS;

/// Items beyond the most that are read.
const TOO_MANY: usize = 100_001;
/// Bytes beyond the most that are imported.
const TOO_LARGE: usize = (64 << 20) + 1;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A workbook of parts by their names.
fn workbook(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with one sheet, which is as given, and perhaps a list of texts.
fn sheet(xml: String, texts: Option<Vec<u8>>) -> Vec<u8> {
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let mut parts = vec![
        ("_rels/.rels", root.into_bytes()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.into_bytes()),
        ("xl/worksheets/sheet1.xml", xml.into_bytes()),
    ];
    parts.extend(texts.map(|texts| ("xl/sharedStrings.xml", texts)));
    workbook(&parts)
}

fn rows(rows: &str) -> String {
    format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

/// Sources that only one kind has, by their words of refusal.
type Source = (&'static str, &'static str, &'static str, fn() -> Vec<u8>);

fn workbooks() -> Vec<Source> {
    vec![
        ("csv", "unpacks-to-129-mib.xlsx", "128 MiB", || workbook(&[("xl/workbook.xml", vec![b' '; 129 << 20])])),
        ("csv", "parts-10001.xlsx", "128 MiB", || {
            let names: Vec<String> = (0..10_001).map(|at| format!("p{at}")).collect();
            workbook(&names.iter().map(|name| (name.as_str(), Vec::new())).collect::<Vec<_>>())
        }),
        ("csv", "no-parts.xlsx", "Excel", || workbook(&[])),
        ("csv", "a-zip-of-something-else.xlsx", "Excel", || workbook(&[("profile.toml", b"[profile]\n".to_vec())])),
        ("csv", "a-sheet-that-is-missing.xlsx", "Excel", || {
            let book = format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"S\" r:id=\"rId9\"/></sheets></workbook>"
            );
            workbook(&[("xl/workbook.xml", book.into_bytes())])
        }),
        ("csv", "a-sheet-that-is-cut.xlsx", "Excel", || {
            sheet(format!("<worksheet xmlns=\"{MAIN}\"><sheetData><row r=\"1\"><c r=\"A1\""), None)
        }),
        ("csv", "a-sheet-without-rows.xlsx", "it is empty", || sheet(rows(""), None)),
        ("csv", "a-cell-of-a-text-that-is-missing.xlsx", "error", || {
            sheet(rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>"), None)
        }),
        ("csv", "a-cell-beyond-all-columns.xlsx", "error", || {
            sheet(rows("<row r=\"1\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>"), None)
        }),
        ("csv", "a-cell-beyond-all-rows.xlsx", "error", || {
            sheet(rows("<row r=\"99999999999\"><c r=\"A99999999999\"><v>1</v></c></row>"), None)
        }),
        ("csv", "texts-by-a-false-count.xlsx", "list of texts", || {
            sheet(rows(""), Some(format!("<sst xmlns=\"{MAIN}\" uniqueCount=\"4000000000\"/>").into_bytes()))
        }),
        ("csv", "texts-with-controls.xlsx", "list of texts", || sheet(rows(""), Some(b"<sst>\x01</sst>".to_vec()))),
        ("csv", "texts-that-are-no-utf-8.xlsx", "list of texts", || sheet(rows(""), Some(b"<sst>\xff</sst>".to_vec()))),
        ("csv", "cut-in-the-middle.xlsx", "Excel", || {
            let whole = sheet(rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), None);
            whole[..whole.len() / 2].to_vec()
        }),
        ("csv", "a-byte-that-is-wrong.xlsx", "error", || {
            let mut whole = sheet(rows(&many("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", 5_000)), None);
            let middle = whole.len() / 3;
            whole[middle..middle + 8].fill(0xff);
            whole
        }),
    ]
}

fn tables() -> Vec<Source> {
    vec![
        ("csv", "rows-100001.csv", "100000", || {
            format!("type,title,date\n{}", many("article,T,2026-05-01\n", 21 * TOO_MANY)).into_bytes()
        }),
        ("csv", "commas.csv", "delimiters", || many(",", LARGE).into_bytes()),
        ("csv", "quotation-marks.csv", "error", || (many("\"", LARGE) + "\"").into_bytes()),
        ("csv", "columns-of-nothing.csv", "columns", || (many("x,", 100_000) + "\n").into_bytes()),
        ("csv", "one-long-header.csv", "no column", || many("x", LARGE).into_bytes()),
        ("csv", "line-ends.csv", "it is empty", || many("\r\n\r", LARGE).into_bytes()),
        ("csv", "zero-bytes.csv", "NUL", || vec![0; LARGE]),
        ("calendar", "components-in-components.ics", "never ends", || {
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n".to_owned() + &many("BEGIN:VALARM\n", LARGE)).into_bytes()
        }),
        ("calendar", "events-100001.ics", "100000", || {
            format!("BEGIN:VCALENDAR\n{}", many("BEGIN:VEVENT\nSUMMARY:T\nDTSTART:20260501\nEND:VEVENT\n", 53 * TOO_MANY))
                .into_bytes()
        }),
        ("calendar", "one-long-line.ics", "BEGIN:VCALENDAR", || many("x", LARGE).into_bytes()),
        ("calendar", "folds.ics", "BEGIN:VCALENDAR", || ("X:".to_owned() + &many("\r\n ", LARGE)).into_bytes()),
        ("calendar", "quotation-marks.ics", "BEGIN:VCALENDAR", || ("X;".to_owned() + &many("\"", LARGE)).into_bytes()),
    ]
}

fn feeds() -> Vec<Source> {
    vec![
        ("feed", "elements-in-elements.xml", "deeper", || many("<a>", LARGE).into_bytes()),
        ("feed", "elements-4-million.xml", "", || format!("<rss>{}</rss>", many("<a/>", 16 << 20)).into_bytes()),
        ("feed", "attributes.xml", "attributes", || format!("<rss {}/>", lines(LARGE, |at| format!("a{at}=\"\""))).into_bytes()),
        ("feed", "namespaces.xml", "error", || {
            format!("<rss {}/>", lines(LARGE, |at| format!("xmlns:n{at}=\"u\""))).into_bytes()
        }),
        ("feed", "less-than.xml", "error", || many("<", LARGE).into_bytes()),
        ("feed", "more-equals-signs-than-read.xml", "8000000", || format!("<rss>{}</rss>", many("=", 8_000_001)).into_bytes()),
        ("feed", "entities.xml", "document type", || {
            let entities = (1..30).map(|at| format!("<!ENTITY e{at} \"&e{0};&e{0};&e{0};&e{0};\">", at - 1)).collect::<String>();
            format!(
                "<!DOCTYPE rss [<!ENTITY e0 \"lol\">{entities}]><rss><channel><item><title>&e29;</title></item></channel></rss>"
            )
            .into_bytes()
        }),
        ("feed", "one-long-entity.xml", "document type", || {
            format!("<!DOCTYPE rss [<!ENTITY e \"{}\">]><rss>&e;</rss>", many("x", LARGE)).into_bytes()
        }),
        ("feed", "ampersands.xml", "error", || format!("<rss>{}</rss>", many("&", LARGE)).into_bytes()),
        ("feed", "a-comment-that-never-ends.xml", "error", || format!("<rss><!--{}", many("-", LARGE)).into_bytes()),
        ("feed", "one-long-name.xml", "error", || format!("<{}/>", many("x", LARGE)).into_bytes()),
        ("feed", "items-100001.xml", "100000", || {
            format!("<rss><channel>{}</channel></rss>", many("<item/>", 7 * TOO_MANY)).into_bytes()
        }),
        ("feed", "items-of-json-100001.json", "100000", || {
            format!("{{\"items\":[{}{{}}]}}", many("{},", 3 * TOO_MANY)).into_bytes()
        }),
        ("feed", "objects-in-objects.json", "128 levels", || many("{\"items\":", LARGE).into_bytes()),
    ]
}

/// What each service that answers in JSON may be made to answer.
fn answers(kind: &'static str) -> Vec<Source> {
    vec![
        (kind, "brackets.json", "128 levels", || many("[", LARGE).into_bytes()),
        (kind, "objects-in-objects.json", "128 levels", || many("{\"items\":", LARGE).into_bytes()),
        (kind, "items-100001.json", "error", || format!("[{}{{}}]", many("{},", 3 * TOO_MANY)).into_bytes()),
        (kind, "a-text-that-never-ends.json", "not valid JSON", || format!("[\"{}", many("x", LARGE)).into_bytes()),
        (kind, "a-huge-number.json", "error", || many("9", LARGE).into_bytes()),
        (kind, "backslashes.json", "not valid JSON", || format!("[\"{}", many("\\", LARGE)).into_bytes()),
        (kind, "one-long-key.json", "error", || format!("{{\"{}\":1}}", many("k", LARGE)).into_bytes()),
    ]
}

/// What every kind may be given.
fn for_all(kind: &'static str) -> Vec<Made> {
    let mut made = vec![
        input(Kind::Import(kind), format!("{kind}-gzip-bomb"), "64 MiB", || gzip(&vec![b' '; TOO_LARGE])),
        input(Kind::Import(kind), format!("{kind}-over-the-limit"), "64 MiB", || vec![b' '; TOO_LARGE]),
        input(Kind::Import(kind), format!("{kind}-utf-16-cut"), "error", || b"\xff\xfex\0y".to_vec()),
    ];
    for seed in 1..=3 {
        made.push(input(Kind::Import(kind), format!("{kind}-bytes-{seed}"), "error", move || {
            Chance::new(seed + 50).bytes(100_000)
        }));
    }
    made
}

/// All of them.
pub fn sources() -> Vec<Made> {
    let services = ["stack-exchange", "github", "sessionize", "devto", "portal"];
    let special = workbooks().into_iter().chain(tables()).chain(feeds()).chain(services.into_iter().flat_map(answers));
    let special = special.map(|(kind, name, because, bytes)| input(Kind::Import(kind), format!("{kind}-{name}"), because, bytes));
    special.chain(IMPORTERS.into_iter().flat_map(for_all)).collect()
}
