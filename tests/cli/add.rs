//! `add` from the command line.

use std::fs;

use toml::Table;

use crate::helpers::program::{Folder, Ran, names, run_in};

const OLD: &str = "[profile]\nname = \"Amal Example\"\n";

fn add(folder: &Folder, arguments: &[&str]) -> Ran {
    run_in(&folder.0, &[&["add", "--as-of", "2026-11-25"], arguments].concat())
}

fn text(folder: &Folder) -> String {
    fs::read_to_string(folder.0.join("profile.toml")).unwrap()
}

#[test]
fn a_bad_argument_is_reported_and_nothing_is_added() {
    let long = "x".repeat(2_001);
    let cases: &[(&[&str], &[&str])] = &[
        (&["artcle", "T"], &["unknown activity type `artcle`", "did you mean `article`?"]),
        (&["qqq", "T"], &["unknown activity type `qqq`"]),
        (&["article", "T", "vews=3"], &["unknown metric `vews`", "did you mean `views`?"]),
        (&["article", "T", "attendees=3"], &["`attendees` is no metric of articles", "`views`"]),
        (&["article", "T", "views=-1"], &["`views` is from 0 to"]),
        (&["article", "T", "views=1000000000001"], &["`views` is from 0 to"]),
        (&["article", "T", "views=1.5"], &["`views` is a whole number"]),
        (&["article", "T", &format!("views={}", "9".repeat(400))], &["`views` is"]),
        (&["talk", "T", "rating=5.1"], &["`rating` is from 0 to 5"]),
        (&["article", "T", "views=many"], &["`views=many`: write a number"]),
        (&["article", "T", "views=nan"], &["write a number"]),
        (&["article", "T", "views=1", "views=2"], &["`views` is stated twice"]),
        (&["article", "T", "https://a.example", "https://b.example"], &["`https://b.example` is a second one"]),
        (&["article", "How", "I", "did"], &["`I` is neither an address", "stands in quotation marks"]),
        (&["article", "T", "views:5"], &["`views:5` is neither an address"]),
        (&["article", "T", "views = 5"], &["`views = 5` is neither an address"]),
        (&["article", "T", "javascript:alert(1)"], &["`javascript:alert(1)` is neither an address"]),
        (&["article", "T", "views=12", "000"], &["`000`: write each number", "without commas or blanks"]),
        (&["talk", "T", "rating=4,5"], &["`rating=4,5`: write rating=4.5"]),
        (&["talk", "T", "attendees=12,000"], &["write attendees=12000"]),
        (&["article", "T", "--category", "M365"], &["--category: [profile] declares no `categories`"]),
        (&["article", ""], &["the title is empty"]),
        (&["article", " \t\n"], &["the title is empty"]),
        (&["article", &long], &["`title` is longer than 2000 characters"]),
        (&["article"], &["give it a title: mvp-check add article \"...\""]),
        (&[], &["say what it is and give it a title"]),
        (&["article", "T", "--date", "2026-02-30"], &["--date", "there is no such day"]),
        (&["article", "T", "--date", "2026-2-1"], &["--date", "write it as 2026-11-23"]),
        (&["article", "T", "--date", "1989-12-31"], &["--date", "there is no such day from 1990 to 2100"]),
        (&["article", "T", "--date", "2026-05-02", "--until", "2026-05-01"], &["`until` is before `date`"]),
        (&["article", "T", "--until", "forever"], &["--until", "write it as 2026-11-23, or ongoing"]),
        (&["article", "T", "--count", "0"], &["--count", "write a number from 1 to 1\u{a0}000\u{a0}000"]),
        (&["article", "T", "--count", "1000001"], &["--count", "write a number from 1 to 1\u{a0}000\u{a0}000"]),
        (&["article", "T", "--count", "2.5"], &["--count", "write a number"]),
    ];
    let folder = Folder::new();
    folder.file("profile.toml", OLD);
    for (arguments, reasons) in cases {
        let ran = add(&folder, arguments);
        assert!(ran.is_refused(reasons), "{arguments:?}: {ran:#?}");
        assert_eq!(text(&folder), OLD, "{arguments:?}");
    }
}

#[test]
fn a_title_may_look_like_a_header() {
    let folder = Folder::new();
    folder.file("profile.toml", OLD);
    for title in ["[[contribution]]", "[profile] # x", "\"\"\"", "title = '''", "a\\u0041\\"] {
        assert_eq!(add(&folder, &["article", title]).code, 0);
    }
    let table: Table = text(&folder).parse().unwrap();
    let titles: Vec<&str> = table["contribution"].as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["[[contribution]]", "[profile] # x", "\"\"\"", "title = '''", "a\\u0041\\"]);
}

#[test]
fn a_category_must_be_declared_in_the_profile() {
    let folder = Folder::new();
    let two = "[profile]\ncategories = [\"M365\", \"Microsoft Azure\"]\n";
    folder.file("profile.toml", two);
    let ran = add(&folder, &["article", "T", "--category", "Azure"]);
    assert!(ran.is_refused(&["--category: `Azure` is not among", "`Microsoft Azure`"]), "{ran:#?}");
    assert_eq!(text(&folder), two);
    let ran = add(&folder, &["article", "T", "--category", "microsoft azure"]);
    assert!(ran.code == 0 && ran.err.is_empty(), "{ran:#?}");
    let table: Table = text(&folder).parse().unwrap();
    assert_eq!(table["contribution"][0]["category"].as_str(), Some("Microsoft Azure"));
}

#[test]
fn a_contribution_that_does_not_count_is_reported() {
    let fixed = "[profile]\nas-of = 2026-03-01\n";
    for (profile, date, word) in [
        (fixed, "2026-03-02", ", planned"),
        (fixed, "2026-03-01", "1 Mar 2026. With"),
        (fixed, "2025-03-02", "2 Mar 2025. With"),
        (fixed, "2025-03-01", ", before the 12 months: kept, not counted"),
        ("[profile]\nas-of = 2026-06-01\nstage = \"renewal\"\n", "2025-06-30", ", before the cycle: kept, not counted"),
    ] {
        let folder = Folder::new();
        folder.file("profile.toml", profile);
        let words = ["add", "talk", "T", "--date", date, "--width", "200"];
        let dry = run_in(&folder.0, &[&words[..], &["--dry-run"]].concat());
        assert!(dry.code == 0 && dry.err.contains(word), "{date} {dry:#?}");
        let ran = run_in(&folder.0, &words);
        assert!(ran.code == 0 && ran.out.contains(word), "{date} {ran:#?}");
    }
    let folder = Folder::new();
    folder.file("profile.toml", fixed);
    let ran = run_in(&folder.0, &["add", "certification", "T", "--date", "2026-02-01", "--width", "200"]);
    assert!(ran.code == 0 && ran.out.contains("1 Feb 2026, kept, not counted. With"), "{ran:#?}");
}

#[test]
fn a_repeat_is_added_with_a_warning() {
    let folder = Folder::new();
    folder.file("profile.toml", OLD);
    let first = add(&folder, &["article", "T", "https://example.org/t", "--date", "2026-11-01"]);
    assert!(first.code == 0 && first.err.is_empty(), "{first:#?}");
    let twice: [&[&str]; 2] = [&["article", "t"], &["video", "Another title", "http://www.example.org/t/?utm_source=x"]];
    for (count, words) in (2..).zip(twice) {
        let ran = add(&folder, &[words, &["--date", "2026-11-01"]].concat());
        assert!(ran.code == 0 && ran.err.starts_with("warning: line 4 has it already"), "{ran:#?}");
        assert_eq!(text(&folder).matches("[[contribution]]").count(), count);
    }
    let another_day = add(&folder, &["article", "T", "--date", "2026-11-02"]);
    assert!(another_day.code == 0 && another_day.err.is_empty(), "{another_day:#?}");
}

#[test]
fn a_profile_with_mistakes_is_not_changed() {
    let folder = Folder::new();
    let mistaken = "[profile]\nname = \"Amal Example\"\nstage = \"renewel\"\n\n[[contribution]]\ntype = \"article\"\ntitle = \n";
    folder.file("profile.toml", mistaken);
    folder.file("source.json", "[]");
    let commands: [&[&str]; 4] = [
        &["add", "article", "T"],
        &["add", "article", "T", "--dry-run"],
        &["import", "devto", "source.json", "--write"],
        &["numbers"],
    ];
    for arguments in commands {
        let ran = run_in(&folder.0, arguments);
        let reasons =
            ["profile.toml:3:9", "did you mean `renewal`?", "profile.toml:7:", "errors, nothing was written: mend these first"];
        assert!(ran.is_refused(&reasons), "{arguments:?}: {ran:#?}");
        assert_eq!(text(&folder), mistaken);
    }
    for (bytes, reason) in
        [(&b"a = \"\xff\""[..], "is not UTF-8"), (b"a\0b\0", "is not UTF-8"), (b"[profile]\rname = 1", "carriage return")]
    {
        let path = folder.file("profile.toml", bytes);
        let ran = run_in(&folder.0, &["add", "article", "T"]);
        assert!(ran.is_refused(&["profile.toml", reason]), "{ran:#?}");
        assert_eq!(fs::read(path).unwrap(), bytes);
    }
}

#[test]
fn an_empty_profile_gets_its_first_entry() {
    let entry = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-11-25";
    let cases = [
        ("", format!("{entry}\n")),
        ("\u{feff}", format!("\u{feff}{entry}\n")),
        ("\n", format!("{entry}\n\n")),
        ("# mine", format!("# mine\n\n{entry}")),
        ("# mine\r\n\r\n# ends\r\n", format!("# mine\n\n# ends\n\n{entry}\n").replace('\n', "\r\n")),
        ("contribution = []", "contribution = [{ type = \"article\", title = \"T\", date = 2026-11-25 }]".into()),
    ];
    for (before, after) in cases {
        let folder = Folder::new();
        folder.file("profile.toml", before);
        let ran = add(&folder, &["article", "T"]);
        assert!(ran.code == 0 && ran.err.is_empty(), "{before:?}: {ran:#?}");
        assert_eq!(text(&folder), after, "{before:?}");
    }
}

#[test]
fn a_dry_run_shows_the_later_change() {
    let folder = Folder::new();
    folder.file("profile.toml", OLD);
    let words = ["article", "T", "views=12000", "--until", "ongoing", "--count", "3", "--area", "DevOps"];
    let dry = add(&folder, &[&words[..], &["--dry-run"]].concat());
    assert!(dry.code == 0 && dry.err.contains("Nothing written: --dry-run."), "{dry:#?}");
    assert_eq!(text(&folder), OLD);
    assert_eq!(add(&folder, &words).code, 0);
    let added: String =
        dry.out.lines().skip(2).filter_map(|line| line.strip_prefix('+')).map(|line| format!("{line}\n")).collect();
    assert_eq!(text(&folder), format!("{OLD}{added}"));
    assert!(
        added.contains("ongoing = true\ncount = 3\ntechnology-areas = [\"DevOps\"]\nimpact = { views = 12_000 }\n"),
        "{added}"
    );
}

#[test]
fn the_profile_must_exist() {
    let folder = Folder::new();
    let ran = add(&folder, &["talk", "T", "--into", "-"]);
    assert!(ran.is_refused(&["error: --into names a file: standard input cannot be changed"]), "{ran:#?}");
    let ran = run_in(&folder.0, &["import", "devto", "source.json", "--into", "-", "--write"]);
    assert!(ran.is_refused(&["--into names a file"]), "{ran:#?}");
    let ran = add(&folder, &["talk", "T"]);
    assert!(ran.is_refused(&["there is no `profile.toml` here", "`mvp-check init` starts one"]), "{ran:#?}");
    let ran = add(&folder, &["talk", "T", "--into", "other.toml"]);
    assert!(ran.is_refused(&["`mvp-check init other.toml` starts one"]), "{ran:#?}");
    assert!(names(&folder.0).is_empty());
}
