//! What a reader tells of a text: each place lies inside it, and no more is kept than anybody reads.

use std::ops::Range;

use mvp_check::report::mistakes;
use mvp_check::source::{MAX_FILE_BYTES, Place, Problem, Problems, ReadError, Severity, Source, Span};

use crate::common::LOOK;

/// How the outcome of a text begins that was read without a mistake.
pub const READ: &str = "read: ";
/// Columns of a look that leaves no room.
const NARROW: usize = 1;

/// The text of a file with these bytes.
pub fn source(bytes: &[u8]) -> Option<Source> {
    match Source::from_reader("profile.toml".into(), bytes, MAX_FILE_BYTES) {
        Ok(source) => Some(source),
        Err(ReadError::NotUtf8 { offset }) => {
            assert!(offset < bytes.len(), "byte {offset} is not there");
            None
        }
        Err(other) => panic!("{other}"),
    }
}

/// All problems in full, as they are kept and as people see them.
pub fn told(source: &Source, problems: Problems) -> String {
    let (errors, more) = (problems.errors(), problems.more_errors);
    let kept = problems.sorted();
    let of = |severity| kept.iter().filter(|problem| problem.severity == severity).count();
    assert!(of(Severity::Error) <= 100 && of(Severity::Warning) <= 100, "{} problems are kept", kept.len());
    assert_eq!(of(Severity::Error) + more, errors, "errors that are told and those that are counted");
    for Problem { span, related, message, .. } in &kept {
        assert!(!message.is_empty());
        span.iter().chain(related.iter().map(|(span, _)| span)).for_each(|span| assert_is_inside(*span, source));
    }
    let narrow = mistakes::render(source, &kept, &mvp_check::report::Look { width: NARROW, ..LOOK });
    format!("{kept:?} and {more} more\n{}{narrow}", mistakes::render(source, &kept, &LOOK))
}

fn assert_is_inside(span: Span, source: &Source) {
    let range = Range::from(span);
    assert!(source.text.get(range).is_some(), "{span:?} is no part of {} bytes of text", source.text.len());
    assert_is_there(source.place(span.start), &source.text);
}

/// The text has such a line, and the line such a column: the last one is that of its end.
pub fn assert_is_there(place: Place, text: &str) {
    let line = text.split('\n').nth(place.line.wrapping_sub(1));
    let columns = line.map(|line| line.chars().count() + 1);
    assert!(columns.is_some_and(|columns| (1..=columns).contains(&place.column)), "{place:?} is not there: {line:?}");
}
