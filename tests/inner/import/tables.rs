//! Tables as CSV or tab-separated text.

use serde_json::{Value, json};

use super::{Import, each, skipped};

fn import(file: &str, bytes: impl AsRef<[u8]>, options: &[&str]) -> Import {
    Import::of("csv", file, bytes, options)
}

fn table(text: &str, options: &[&str]) -> Value {
    import("table.csv", text, options).json()
}

#[test]
fn the_table_of_the_powershell_module_is_read() {
    let text = "startdate,title,description,referenceurl,AnnualQuantity,SecondAnnualQuantity,AnnualReach,Visibility,ContributionType,ContributionTechnology\n\
        2026-03-01,Splatting,\"Said, and done\",https://example.org/a,3,50,1200,Everyone,Blog/Website Post,PowerShell\n\
        2026-03-02,Pester,,,0,0,0,Everyone,Speaking (Conference),PowerShell; DevOps\n\
        2026-03-03,Group,,,1,0,80,Everyone,Organizer (User Group/Meetup/Local Events),\n";
    let imported = table(text, &[]);
    assert_eq!(each(&imported, "type"), ["article", "talk", "event"]);
    assert_eq!(each(&imported, "count"), [json!(3), Value::Null, Value::Null]);
    assert_eq!(each(&imported, "technology-areas"), [json!(["PowerShell"]), json!(["PowerShell", "DevOps"]), Value::Null]);
    assert_eq!(each(&imported, "impact")[0], json!({ "views": 1200, "subscribers": 50 }));
    assert_eq!(each(&imported, "impact")[1..], [Value::Null, json!({ "members": 80 })]);
    assert_eq!(each(&imported, "description")[0], "Said, and done");
    assert_eq!(imported["note"], Value::Null);
}

#[test]
fn headers_of_the_desktop_companion_are_recognized() {
    let text = "Activity Date;Title of Activity;Short description;Link;Contribution Type;Annual Quantity;Technology Area;Last updated\r\n\
        2026-05-01;Blazor;Text;https://example.org/b;article;2;.NET;2026-06-01\r\n";
    let imported = table(text, &[]);
    let entry = &imported["new"][0];
    assert_eq!((&entry["date"], &entry["title"], &entry["count"]), (&json!("2026-05-01"), &json!("Blazor"), &json!(2)));
    assert_eq!((&entry["url"], &entry["description"]), (&json!("https://example.org/b"), &json!("Text")));
    assert_eq!(imported["note"], "Columns that were not used: `Last updated`.");
}

#[test]
fn a_sheet_may_have_a_column_for_each_metric() {
    let text = "Title\tDate\tType\tViews\tRating\tUntil\tPaid\tRole\tnotes\n\
        Course\t1 May 2026\tVideo\t12 000\t\tongoing\tno\tPresenter\tsecret\n\
        Talk\t2026/6/2\ta talk\t0\t4.5\t3 June 2026\t\t\tsecret\n\
        Chat\t2026-06-03\ttalks\t5\t\t\t\t\t\n";
    let imported = table(text, &[]);
    assert_eq!(each(&imported, "impact"), [json!({ "views": 12_000 }), json!({ "rating": 4.5 })]);
    assert_eq!((&imported["new"][0]["ongoing"], &imported["new"][1]["until"]), (&json!(true), &json!("2026-06-03")));
    assert_eq!((&imported["new"][0]["paid"], &imported["new"][0]["role"]), (&json!(false), &json!("presenter")));
    assert_eq!(skipped(&imported), [("line 4", "`views` is no metric of talks")]);
    assert_eq!(imported["note"], "Columns that were not used: `notes`.");
    assert!(!imported["new"].to_string().contains("secret"));
}

#[test]
fn an_option_names_columns() {
    let text = "When,What,Seen by,Kind,title\n2026-05-01,Blazor,1200,article,x\n";
    let maps = ["--map", "when=date", "--map", "What=title", "--map", "seen_by=views", "--map", "Kind=type"];
    let imported = table(text, &maps);
    assert_eq!((each(&imported, "title"), each(&imported, "impact")), (vec![json!("Blazor")], vec![json!({ "views": 1200 })]));
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
fn two_columns_for_one_key_need_an_option() {
    let text = "date,startdate,title,type\n2026-05-01,2026-06-01,A,talk\n";
    let ran = import("table.csv", text, &[]);
    assert!(ran.is_refused(&["table.csv:1:1: `date` (column 1) and `startdate` (column 2)", "--map COLUMN=-"]), "{ran:#?}");
    assert_eq!(each(&table(text, &["--map", "date=-"]), "date"), ["2026-06-01"]);
    assert_eq!(each(&table(text, &["--map", "startdate=date"]), "date"), ["2026-06-01"]);
}

#[test]
fn an_ambiguous_date_stops_the_import_and_a_wrong_one_skips_its_row() {
    let text = "date,title,type\n25/12/2026,Clear,talk\n\"03/04/2026\",Which,talk\n30/02/2026,None,talk\n5/6/26,Short,talk\n";
    let ran = import("table.csv", text, &[]);
    let because = ["table.csv:3:1: the date `03/04/2026` may be 3 Apr 2026 or 4 Mar 2026", "--dates dmy or --dates mdy"];
    assert!(ran.is_refused(&because), "{ran:#?}");

    let imported = table(text, &["--dates", "dmy"]);
    assert_eq!(each(&imported, "date"), ["2026-12-25", "2026-04-03"]);
    let expected = [
        ("line 4", "the date `30/02/2026` is no day of the calendar"),
        ("line 5", "the date `5/6/26` has no year of four digits"),
    ];
    assert_eq!(skipped(&imported), expected);
    assert_eq!(each(&table(text, &["--dates", "mdy"]), "date"), ["2026-03-04"]);
}

#[test]
fn incomplete_rows_are_skipped_with_place_and_reason() {
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
    assert_eq!(&skipped(&imported)[..6], expected);
    let rest = &skipped(&imported)[6..];
    assert!(rest[0].0 == "line 10" && rest[0].1.contains("from 0"), "{rest:?}");
    assert!(rest[1].0 == "line 11" && rest[1].1.starts_with("it has 6 cells, and the header 5"), "{rest:?}");
    assert!(rest[2].0 == "line 12" && rest[3].0 == "line 13" && rest.len() == 4, "{rest:?}");
    assert_eq!(each(&imported, "title"), ["J"]);

    let with_type = table(text, &["--type", "video"]);
    let types: Vec<(Value, Value)> = each(&with_type, "title").into_iter().zip(each(&with_type, "type")).collect();
    let expected = [("B b", "video"), ("C", "video"), ("H", "video"), ("J", "article")];
    assert_eq!(types, expected.map(|(title, kind)| (json!(title), json!(kind))));
}

#[test]
fn an_option_names_the_encoding() {
    let bytes = b"date;title;type\n2026-05-01;Caf\xe9;talk\n";
    assert_eq!(each(&import("table.csv", bytes, &["--encoding", "windows-1252"]).json(), "title"), ["Café"]);
    assert!(import("table.csv", bytes, &[]).is_refused(&["byte 30 is not UTF-8 text", "--encoding"]));
    let utf16: Vec<u8> = "\u{feff}date\ttitle\ttype\r\n2026-05-01\tŽ\ttalk".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(each(&import("table.txt", utf16, &[]).json(), "title"), ["Ž"]);
}

#[test]
fn hostile_tables_are_refused_or_skipped() {
    let refused = |text: &str, because: &[&str]| {
        let ran = import("table.csv", text, &[]);
        assert!(ran.is_refused(because), "{ran:.500?}");
    };
    refused("", &["it is empty"]);
    refused(&",".repeat(1_000_000), &["it is empty"]);
    refused(&"a,".repeat(1_000_000), &["1000000 columns"]);
    refused("date,title,type\n2026-05-01,\"A,talk\n2026-05-02,B,talk\n", &["table.csv:2:1: quotes are opened"]);
    refused("\0\0", &["NUL"]);
    refused(&format!("date,title,type\n{}", "2026-05-01,A,talk\n".repeat(100_001)), &["more than 100000 rows", "100002:1"]);

    assert_eq!(table("date,title,type\n", &[])["new"], json!([]));
    let long = table(&format!("date,title,type\n2026-05-01,{},talk\n", "x".repeat(10 << 20)), &[]);
    assert!(skipped(&long)[0].0 == "line 2" && skipped(&long)[0].1.len() < 200);
    let wide = table(&format!("date,title,type\n2026-05-01,A,talk{}x\n", ",".repeat(1_000_000)), &[]);
    assert!(skipped(&wide)[0].1.starts_with("it has 1000003 cells"));
    let nul = import("table.csv", "date,title,type\n2026-05-01,A\0\u{1b}[2J,talk\n", &[]);
    assert!(!nul.text().contains(['\0', '\u{1b}']), "{nul:?}");
}
