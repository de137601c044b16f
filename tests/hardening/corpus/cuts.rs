//! Files that break off, at each of their bytes.

use std::fs;

use mvp_check::comparison::baseline::Baseline;
use mvp_check::guidance::{self, Guidance, category_of_any_edition};
use mvp_check::import::model::Request;
use mvp_check::import::{self, Wanted};
use mvp_check::profile;
use mvp_check::source::{Problems, Source};

use super::files::{Kind, ROOT};
use crate::common::figure;

/// Whole files, one of each kind.
const WHOLE: [(&str, &str); 12] = [
    ("profile", "entry-of-neither-category.toml"),
    ("profile", "notes-over-many-lines.toml"),
    ("guidance", "criterion-of-ones-own.toml"),
    ("baseline", "crlf.json"),
    ("import-csv", "line-end-in-a-cell.csv"),
    ("import-feed", "latin-1-declared.xml"),
    ("import-stack-exchange", "more-pages.json"),
    ("import-github", "more-pages.json"),
    ("import-sessionize", "title-with-escape-sequences.json"),
    ("import-calendar", "title-folded-in-a-character.ics"),
    ("import-devto", "title-with-escape-sequences.json"),
    ("import-portal", "technology-is-a-text.json"),
];

/// Every mistake stands in the text, and says what it is.
fn check(problems: Problems, source: &Source) {
    for problem in problems.sorted() {
        let span = problem.span.expect("a mistake has a place");
        assert!(span.start <= span.end && span.end as usize <= source.text.len() + 1, "{problem:?} of {:?}", source.text);
        assert!(source.place(span.start).line <= source.text.lines().count() + 1, "{problem:?} of {:?}", source.text);
        assert!(!problem.message.trim().is_empty(), "{problem:?}");
    }
}

/// Reads a part of a file, whatever comes of it.
fn read(kind: Kind, bytes: &[u8], guidance: &Guidance) {
    let source = || Source::from_reader("cut".into(), bytes, 1 << 20);
    match kind {
        Kind::Profile => {
            let Ok(source) = source() else { return };
            check(profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition).1, &source);
        }
        Kind::Guidance => {
            let Ok(source) = source() else { return };
            guidance::read(&source).map_or_else(|problems| check(problems, &source), drop);
        }
        Kind::Baseline => {
            let Ok(source) = source() else { return };
            let error = Baseline::read(&source).expect_err("a part of a report is none");
            assert!(error.place().is_some_and(|place| place.line <= source.text.lines().count() + 1), "{error}");
        }
        Kind::Import(kind) => {
            let request = Request {
                vocabulary: &guidance.vocabulary,
                activity_type: None,
                speaker: Some("Amal Example"),
                site: None,
                encoding: None,
                dates: None,
                columns: &[],
            };
            let importer = import::named(kind).unwrap();
            let told = import::read(importer, bytes, &request, &Wanted::default()).err();
            assert!(told.is_none_or(|told| !told.message.trim().is_empty()));
        }
        Kind::List => unreachable!("a list that breaks off is a list"),
    }
}

#[test]
#[ignore = "reads thousands of parts"]
fn a_file_may_break_off_anywhere() {
    let guidance = crate::common::edition("workshop-2020");
    let mut cuts = 0;
    for (folder, name) in WHOLE {
        let bytes = fs::read(format!("{ROOT}/odd/{folder}/{name}")).unwrap();
        let end = bytes.trim_ascii_end().len();
        for at in 0..end {
            read(Kind::of(folder), &bytes[..at], &guidance);
        }
        cuts += end;
    }
    figure::print(format!("{} files cut at each of {cuts} bytes: refused or read, 0 panics", WHOLE.len()));
}
