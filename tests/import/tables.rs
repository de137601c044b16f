//! Tables: CSV and Excel files into a profile, and out of it again.

use std::io::Write as _;

use mvp_check::export::model::Selection;
use mvp_check::guidance::{Guidance, category_of_any_edition};
use mvp_check::import::known::sort;
use mvp_check::import::model::{Imported, Request};
use mvp_check::import::{self, Wanted};
use mvp_check::profile::{self, NewEntry, Until};
use mvp_check::record::Record;
use mvp_check::source::Source;
use proptest::prelude::*;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use crate::common::edition;
use crate::common::program::{Folder, Ran, run_in};

const PROFILE: &str = "[profile]\nname = \"Amal Example\"\n";

/// Imports bytes into a profile that has no entries.
fn import(file: &str, bytes: impl AsRef<[u8]>, options: &[&str]) -> Ran {
    let folder = Folder::new();
    folder.file("profile.toml", PROFILE);
    folder.file(file, bytes);
    run_in(&folder.0, &[&["import", "csv", file, "--format", "json"], options].concat())
}

fn table(text: &str, options: &[&str]) -> Value {
    import("table.csv", text, options).json()
}

/// A key of each new entry.
fn new(imported: &Value, key: &str) -> Vec<Value> {
    imported["new"].as_array().unwrap().iter().map(|entry| entry[key].clone()).collect()
}

fn reasons(imported: &Value) -> Vec<(&str, &str)> {
    let skipped = imported["skipped"].as_array().unwrap().iter();
    skipped.map(|it| (it["place"].as_str().unwrap(), it["reason"].as_str().unwrap())).collect()
}

#[test]
fn the_table_of_the_powershell_module_is_read() {
    let text = "startdate,title,description,referenceurl,AnnualQuantity,SecondAnnualQuantity,AnnualReach,Visibility,ContributionType,ContributionTechnology\n\
        2026-03-01,Splatting,\"Said, and done\",https://example.org/a,3,50,1200,Everyone,Blog/Website Post,PowerShell\n\
        2026-03-02,Pester,,,0,0,0,Everyone,Speaking (Conference),PowerShell; DevOps\n\
        2026-03-03,Group,,,1,0,80,Everyone,Organizer (User Group/Meetup/Local Events),\n";
    let imported = table(text, &[]);
    assert_eq!(new(&imported, "type"), ["article", "talk", "event"]);
    assert_eq!(new(&imported, "count"), [json!(3), Value::Null, Value::Null]);
    assert_eq!(new(&imported, "technology-areas"), [json!(["PowerShell"]), json!(["PowerShell", "DevOps"]), Value::Null]);
    assert_eq!(new(&imported, "impact")[0], json!({ "views": 1200, "subscribers": 50 }));
    assert_eq!(new(&imported, "impact")[1..], [Value::Null, json!({ "members": 80 })]);
    assert_eq!(new(&imported, "description")[0], "Said, and done");
    assert_eq!(imported["note"], Value::Null);
}

#[test]
fn headers_of_the_desktop_companion_are_read_by_their_words() {
    let text = "Activity Date;Title of Activity;Short description;Link;Contribution Type;Annual Quantity;Technology Area;Last updated\r\n\
        2026-05-01;Blazor;Text;https://example.org/b;article;2;.NET;2026-06-01\r\n";
    let imported = table(text, &[]);
    let entry = &imported["new"][0];
    assert_eq!((&entry["date"], &entry["title"], &entry["count"]), (&json!("2026-05-01"), &json!("Blazor"), &json!(2)));
    assert_eq!((&entry["url"], &entry["description"]), (&json!("https://example.org/b"), &json!("Text")));
    assert_eq!(imported["note"], "Columns that were not used: `Last updated`.");
}

#[test]
fn a_persons_own_sheet_has_a_column_for_each_number() {
    let text = "Title\tDate\tType\tViews\tRating\tUntil\tPaid\tRole\tnotes\n\
        Course\t1 May 2026\tVideo\t12 000\t\tongoing\tno\tPresenter\tsecret\n\
        Talk\t2026/6/2\ta talk\t0\t4.5\t3 June 2026\t\t\tsecret\n\
        Chat\t2026-06-03\ttalks\t5\t\t\t\t\t\n";
    let imported = table(text, &[]);
    assert_eq!(new(&imported, "impact"), [json!({ "views": 12_000 }), json!({ "rating": 4.5 })]);
    assert_eq!((&imported["new"][0]["ongoing"], &imported["new"][1]["until"]), (&json!(true), &json!("2026-06-03")));
    assert_eq!((&imported["new"][0]["paid"], &imported["new"][0]["role"]), (&json!(false), &json!("presenter")));
    assert_eq!(reasons(&imported), [("line 4", "`views` is no metric of talks")]);
    assert_eq!(imported["note"], "Columns that were not used: `notes`.");
    assert!(!imported["new"].to_string().contains("secret"));
}

#[test]
fn columns_are_named_by_map() {
    let text = "When,What,Seen by,Kind,title\n2026-05-01,Blazor,1200,article,x\n";
    let maps = ["--map", "when=date", "--map", "What=title", "--map", "seen_by=views", "--map", "Kind=type"];
    let imported = table(text, &maps);
    assert_eq!((new(&imported, "title"), new(&imported, "impact")), (vec![json!("Blazor")], vec![json!({ "views": 1200 })]));
    assert_eq!(imported["note"], "Columns that were not used: `title`.");

    let refused = |maps: &[&str], because: &[&str]| {
        let ran = import("table.csv", text, maps);
        assert!(ran.is_refused(because), "{ran:#?}");
    };
    refused(&["--map", "Wen=date"], &["no column `Wen`", "`When`, `What`"]);
    refused(&["--map", "When=dat"], &["cannot be `dat`", "did you mean `date`?"]);
    refused(&["--map", "What=notes"], &["cannot be `notes`"]);
    refused(&[], &["table.csv:1:1: no column is the date", "--map COLUMN=date", "`When`, `What`, `Seen by`"]);
    refused(&maps[..4], &["no column is the type", "--type TYPE"]);
    let without_title = import("table.csv", "date,type\n", &[]);
    assert!(without_title.is_refused(&["no column is the title", "--map COLUMN=title"]), "{without_title:#?}");
}

#[test]
fn two_columns_for_one_key_are_an_error_that_map_settles() {
    let text = "date,startdate,title,type\n2026-05-01,2026-06-01,A,talk\n";
    let ran = import("table.csv", text, &[]);
    assert!(ran.is_refused(&["table.csv:1:1: `date` (column 1) and `startdate` (column 2)", "--map COLUMN=-"]), "{ran:#?}");
    assert_eq!(new(&table(text, &["--map", "date=-"]), "date"), ["2026-06-01"]);
    assert_eq!(new(&table(text, &["--map", "startdate=date"]), "date"), ["2026-06-01"]);
}

#[test]
fn an_ambiguous_date_stops_the_import_and_a_wrong_one_its_row() {
    let text = "date,title,type\n25/12/2026,Clear,talk\n\"03/04/2026\",Which,talk\n30/02/2026,None,talk\n5/6/26,Short,talk\n";
    let ran = import("table.csv", text, &[]);
    let because = ["table.csv:3:1: the date `03/04/2026` may be 3 Apr 2026 or 4 Mar 2026", "--dates dmy or --dates mdy"];
    assert!(ran.is_refused(&because), "{ran:#?}");

    let imported = table(text, &["--dates", "dmy"]);
    assert_eq!(new(&imported, "date"), ["2026-12-25", "2026-04-03"]);
    let expected = [
        ("line 4", "the date `30/02/2026` is no day of the calendar"),
        ("line 5", "the date `5/6/26` has no year of four digits"),
    ];
    assert_eq!(reasons(&imported), expected);
    assert_eq!(new(&table(text, &["--dates", "mdy"]), "date"), ["2026-03-04"]);
}

#[test]
fn what_is_no_entry_is_skipped_with_its_place_and_reason() {
    let text = "date,title,type,count,views\n\
        2026-05-01,,article,,\n\
        ,A,article,,\n\
        \n\
        2026-05-01,\"B\nb\",juggling,,\n\
        2026-05-01,C,,,\n\
        2026-05-01,D,article,many,\n\
        2026-05-01,E,article,1,12k\n\
        2026-05-01,F,article,1,-5\n\
        2026-05-01,G,article,1,5,6\n\
        2026-05-01,H\n\
        1989-05-01,I,article\n\
        2026-05-01,J,article\n";
    let imported = table(text, &[]);
    let expected = [
        ("line 2", "no title"),
        ("line 3", "no date"),
        ("line 5", "unknown activity type `juggling`: --type TYPE says what it is"),
        ("line 7", "no activity type: --type TYPE says what it is"),
        ("line 8", "`count`: `many` is not a number"),
        ("line 9", "`views`: `12k` is not a number"),
    ];
    assert_eq!(&reasons(&imported)[..6], expected);
    let rest = &reasons(&imported)[6..];
    assert!(rest[0].0 == "line 10" && rest[0].1.contains("from 0"), "{rest:?}");
    assert!(rest[1].0 == "line 11" && rest[1].1.starts_with("it has 6 cells, and the header 5"), "{rest:?}");
    assert!(rest[2].0 == "line 12" && rest[3].0 == "line 13" && rest.len() == 4, "{rest:?}");
    assert_eq!(new(&imported, "title"), ["J"]);

    let with_type = table(text, &["--type", "video"]);
    let types: Vec<(Value, Value)> = new(&with_type, "title").into_iter().zip(new(&with_type, "type")).collect();
    let expected = [("B b", "video"), ("C", "video"), ("H", "video"), ("J", "article")];
    assert_eq!(types, expected.map(|(title, kind)| (json!(title), json!(kind))));
}

#[test]
fn text_of_old_spreadsheets_is_read_by_the_name_of_its_encoding() {
    let bytes = b"date;title;type\n2026-05-01;Caf\xe9;talk\n";
    assert_eq!(new(&import("table.csv", bytes, &["--encoding", "windows-1252"]).json(), "title"), ["Café"]);
    assert!(import("table.csv", bytes, &[]).is_refused(&["byte 30 is not UTF-8 text", "--encoding"]));
    let utf16: Vec<u8> = "\u{feff}date\ttitle\ttype\r\n2026-05-01\tŽ\ttalk".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(new(&import("table.txt", utf16, &[]).json(), "title"), ["Ž"]);
}

/// A workbook of parts by their names.
fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with the given rows of its sheets, in XML; `properties` are those of the workbook. Style 1 is a date.
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
fn an_excel_file_is_read_by_its_first_sheet() {
    // 1 May 2026 is day 46 143 since the end of 1899; by the other system of dates it is 1 462 days less.
    for (first_day, properties) in [(46_143.75, ""), (44_681.0, "<workbookPr date1904=\"1\"/>")] {
        let bytes = workbook_of(&[&rows(first_day), "<row/>"], properties, TEXTS);
        let imported = import("table.xlsx", bytes, &["--type", "article"]).json();
        let entry = &imported["new"][0];
        assert_eq!((&entry["title"], &entry["date"]), (&json!("=Blazor & more"), &json!("2026-05-01")), "{imported:#}");
        assert_eq!((&entry["impact"], &entry["paid"]), (&json!({ "views": 12_000 }), &json!(false)));
        assert_eq!(reasons(&imported), [("row 7", "the date `46143` is not understood")]);
        assert_eq!(imported["note"], "Only the sheet `Sheet 1` was read.");
    }
}

/// Many parts of blanks, packed once.
fn bomb() -> Vec<u8> {
    let one = workbook(&[("blanks", &" ".repeat(10 << 20))]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(one)).unwrap();
    let mut copies = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..13 {
        copies.raw_copy_file_rename(archive.by_index(0).unwrap(), format!("blanks{at}")).unwrap();
    }
    copies.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_is_broken_or_too_large_is_refused() {
    let refused = |bytes: &[u8], because: &[&str]| {
        let ran = import("table.xlsx", bytes, &["--type", "article"]);
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
    let imported = import("table.xlsx", workbook_of(&[&far], "", TEXTS), &["--type", "article"]).json();
    assert_eq!(new(&imported, "title"), [] as [Value; 0], "{imported:#}");

    let crowd = TEXTS.replace("\"3\"", "\"99999999999999\"");
    refused(&workbook_of(&[&rows(46_143.0)], "", &crowd), &["its list of texts"]);
    let hidden: String = crowd.chars().flat_map(|it| ['\0', it]).collect();
    refused(&workbook_of(&[&rows(46_143.0)], "", &hidden), &["its list of texts"]);
    let only_said = TEXTS.replace("=Blazor", "What uniqueCount says: 99999999999999");
    let imported = import("table.xlsx", workbook_of(&[&rows(46_143.0)], "", &only_said), &["--type", "article"]).json();
    assert_eq!(new(&imported, "title").len(), 1, "{imported:#}");
    let bytes = bomb();
    assert!(bytes.len() < 1 << 20);
    refused(&bytes, &["unpacks to more than 128 MiB"]);
    // One text that many cells show.
    let texts = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(100);
    refused(&workbook_of(&[&cells], "", &texts), &["64 MiB"]);
}

#[test]
fn hostile_text_is_an_error_or_a_reason_and_never_takes_long() {
    let refused = |text: &str, because: &[&str]| {
        let ran = import("table.csv", text, &[]);
        assert!(ran.is_refused(because), "{:.500}", ran.err);
    };
    refused("", &["it is empty"]);
    refused(&",".repeat(1_000_000), &["it is empty"]);
    refused(&"a,".repeat(1_000_000), &["1000000 columns"]);
    refused("date,title,type\n2026-05-01,\"A,talk\n2026-05-02,B,talk\n", &["table.csv:2:1: quotes are opened"]);
    refused("\0\0", &["NUL"]);
    refused(&format!("date,title,type\n{}", "2026-05-01,A,talk\n".repeat(100_001)), &["more than 100000 rows", "100002:1"]);

    assert_eq!(table("date,title,type\n", &[])["new"], json!([]));
    let long = table(&format!("date,title,type\n2026-05-01,{},talk\n", "x".repeat(10 << 20)), &[]);
    assert!(reasons(&long)[0].0 == "line 2" && reasons(&long)[0].1.len() < 200);
    let wide = table(&format!("date,title,type\n2026-05-01,A,talk{}x\n", ",".repeat(1_000_000)), &[]);
    assert!(reasons(&wide)[0].1.starts_with("it has 1000003 cells"));
    let nul = import("table.csv", "date,title,type\n2026-05-01,A\0\u{1b}[2J,talk\n", &[]);
    assert!(!nul.out.contains(['\0', '\u{1b}']), "{nul:?}");
}

/// A profile's text as CSV, all of it.
fn exported(text: &str, guidance: &Guidance) -> String {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 0, "{:#?}\n{text}", problems.sorted());
    let record = Record::new(&profile, &guidance.vocabulary, "2026-11-23".parse().unwrap());
    let selection = Selection { guidance, record: &record, is_all: true, top: None };
    let kind = mvp_check::export::named("csv").unwrap();
    (kind.formats[0].render)(&selection).unwrap()
}

fn read_again(csv: &str, guidance: &Guidance) -> Imported {
    let request = Request {
        vocabulary: &guidance.vocabulary,
        activity_type: None,
        speaker: None,
        site: None,
        encoding: None,
        dates: None,
        columns: &[],
    };
    let importer = import::named("csv").unwrap();
    import::read(importer, csv.as_bytes(), &request, &Wanted::default()).unwrap_or_else(|error| panic!("{error}\n{csv}"))
}

fn profile_of(entries: &[NewEntry]) -> String {
    let tables: Vec<String> = entries.iter().map(|entry| entry.as_table("\n")).collect();
    format!("{PROFILE}\n{}\n", tables.join("\n\n"))
}

/// An entry of a type, with numbers of that type.
fn entry(guidance: &Guidance) -> impl Strategy<Value = NewEntry> + use<> {
    let vocabulary = guidance.vocabulary.clone();
    let word = prop_oneof!["[a-z]{1,6}", "[=+@'\"-]{1,3}[a-z]?", "[,;|#]{1}", "[žščěř中文👍éß]{1,4}", "[!-~]{1,5}"];
    let words = proptest::collection::vec(word, 1..5).prop_map(|words| words.join(" "));
    let until = prop_oneof![Just(None), (0..400_i64).prop_map(Some), Just(Some(-1))];
    let numbers = proptest::collection::vec(proptest::option::of(0..1_000_000_u32), 5);
    let day = (0..5000_i64).prop_map(|days| chrono::NaiveDate::from_ymd_opt(2012, 1, 1).unwrap() + chrono::Duration::days(days));
    (
        0..vocabulary.types.len(),
        words,
        day,
        until,
        1..500_u32,
        numbers,
        proptest::option::of("https://example\\.org/[a-z0-9?=;,&-]{0,12}"),
    )
        .prop_map(move |(activity_type, title, date, until, count, numbers, url)| {
            let activity_type = &vocabulary.types[activity_type];
            let mut entry = NewEntry::new(&activity_type.id, &title, date);
            entry.until = match until {
                None => Until::SameDay,
                Some(-1) => Until::Ongoing,
                Some(days) => Until::Day(date + chrono::Duration::days(days)),
            };
            let metrics = activity_type.metrics.iter().map(|metric| vocabulary.metric(metric.id)).zip(numbers);
            let number =
                |number: u32, is_decimal: bool| if is_decimal { f64::from(number % 11) / 2.0 } else { f64::from(number) };
            let stated =
                metrics.filter_map(|(metric, value)| Some((metric.id.clone(), number(value?, metric.decimal_up_to.is_some()))));
            entry.impact = stated.collect();
            (entry.count, entry.url) = (count, url);
            entry
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_comes_back_the_same(found in proptest::collection::vec(entry(&edition("workshop-2020")), 0..8)) {
        let guidance = edition("workshop-2020");
        let mut entries = found;
        for (at, entry) in entries.iter_mut().enumerate() {
            // Of two with the same address on one day, the second would count as known.
            entry.title += &format!(" {at}");
            // What a build service would obey is written apart.
            while entry.title.contains("##") {
                entry.title = entry.title.replace("##", "# #");
            }
            entry.url = entry.url.take().map(|url| format!("{url}/{at}"));
        }
        let text = profile_of(&entries);
        let csv = exported(&text, &guidance);
        let items = read_again(&csv, &guidance).items;
        let read: Vec<NewEntry> = items.into_iter().map(|item| item.found.map_err(|reason| format!("{reason}: {csv}")).unwrap()).collect();
        prop_assert_eq!(&read, &entries, "{}", csv);

        let source = Source::new("profile.toml", profile_of(&read));
        let (profile, _) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
        let again = sort(read_again(&csv, &guidance).items, &profile, &guidance.vocabulary);
        prop_assert_eq!((again.new.len(), again.known.len(), again.skipped.len()), (0, entries.len(), 0));
    }
}

#[test]
fn an_export_comes_back_through_the_program_without_what_is_private() {
    let folder = Folder::new();
    let entry = "[[contribution]]\ntype = \"talk\"\ntitle = \"=1+1; \\\"quoted\\\", 'and' more\"\ndate = 2026-05-01\nuntil = 2026-05-03\n\
        url = \"https://example.org/a\"\ncount = 2\ndescription = \"two\\nlines\\n::error::x\"\nnotes = \"secret\"\n\
        technology-areas = [\".NET\", \"DevOps\"]\nimpact = { attendees = 45, rating = 4.5 }\nrole = \"co-author\"\n\
        category = \"AI\"\naudience = [\"Developer\", \"Student\"]\nlanguage = \"en\"\npaid = false\nhighlight = \"Why, in brief\"\n";
    let person = format!("{PROFILE}categories = [\"AI\", \"Developer Technologies\"]\n");
    folder.file("profile.toml", format!("{person}\n{entry}"));
    folder.file("empty.toml", person);
    let csv = run_in(&folder.0, &["export", "csv", "profile.toml", "--all"]);
    let header = "startdate,title,description,referenceurl,AnnualQuantity,SecondAnnualQuantity,AnnualReach,Visibility,\
        ContributionType,ContributionTechnology,type,until,count,metrics,role,category,audience,language,paid,highlight\n";
    let row = "2026-05-01,\"'=1+1; \"\"quoted\"\", 'and' more\",\"two\nlines\n∷error::x\",https://example.org/a,2,0,45,Everyone,\
        Speaker/Presenter at Third-party Event,.NET; DevOps,talk,2026-05-03,2,attendees=45; rating=4.5,co-author,AI,\
        Developer; Student,en,false,\"Why, in brief\"\n";
    assert_eq!(csv.out, format!("{header}{row}"));

    folder.file("record.csv", &csv.out);
    let written = run_in(&folder.0, &["import", "csv", "record.csv", "--into", "empty.toml", "--write"]);
    assert!(written.out.contains("1 new, 0 known, 0 skipped"), "{written:#?}");
    assert_eq!(run_in(&folder.0, &["export", "csv", "empty.toml", "--all"]).out, csv.out);
    let again = run_in(&folder.0, &["import", "csv", "record.csv", "--into", "empty.toml"]);
    assert!(again.out.contains("0 new, 1 known, 0 skipped"), "{again:#?}");
}
