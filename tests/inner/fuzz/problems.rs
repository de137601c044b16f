//! The problems that a reader reports: each place is inside the text, and their number is limited.

use std::ops::Range;

use crate::inner_tests::reports::LOOK;
use crate::report::mistakes;
use crate::source::{MAX_FILE_BYTES, Place, Problem, Problems, ReadError, Severity, Source, Span};

/// The beginning of the result of a text without mistakes.
pub const READ: &str = "read: ";
/// The smallest width in columns.
const NARROW: usize = 1;

/// The text of a file with these bytes.
pub fn source(bytes: &[u8]) -> Option<Source> {
    match Source::from_reader("profile.toml".into(), bytes, MAX_FILE_BYTES) {
        Ok(source) => Some(source),
        Err(ReadError::NotUtf8 { offset }) => {
            assert!(offset < bytes.len(), "byte {offset} is outside the file");
            None
        }
        Err(other) => panic!("{other}"),
    }
}

/// All problems, as kept and as rendered.
pub fn in_full(source: &Source, problems: Problems) -> String {
    let (errors, more) = (problems.errors(), problems.more_errors);
    let kept = problems.sorted();
    let of = |severity| kept.iter().filter(|problem| problem.severity == severity).count();
    assert!(of(Severity::Error) <= 100 && of(Severity::Warning) <= 100, "{} problems are kept", kept.len());
    assert_eq!(of(Severity::Error) + more, errors, "reported and counted errors");
    for Problem { span, related, message, .. } in &kept {
        assert!(!message.is_empty());
        span.iter().chain(related.iter().map(|(span, _)| span)).for_each(|span| assert_is_inside(*span, source));
    }
    let narrow = mistakes::render(source, &kept, &crate::report::RenderOptions { width: NARROW, ..LOOK });
    format!("{kept:?} and {more} more\n{}{narrow}", mistakes::render(source, &kept, &LOOK))
}

fn assert_is_inside(span: Span, source: &Source) {
    let range = Range::from(span);
    assert!(source.text.get(range).is_some(), "{span:?} is outside {} bytes of text", source.text.len());
    assert_is_there(source.place(span.start), &source.text);
}

/// The line exists, and the column is at most that of its end.
pub fn assert_is_there(place: Place, text: &str) {
    let line = text.split('\n').nth(place.line.wrapping_sub(1));
    let columns = line.map(|line| line.chars().count() + 1);
    assert!(columns.is_some_and(|columns| (1..=columns).contains(&place.column)), "{place:?} does not exist: {line:?}");
}
