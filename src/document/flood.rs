//! A large text with very many mistakes: the first ones, and how many there are.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, RecursionGuard, ValidateWhitespace, parse_document};
use toml_parser::{ErrorSink, Expected, ParseError, Raw, Source, Span};

use crate::source::Problems;

/// Bytes below which even a mistake at each of them takes no time.
const FLOODABLE: usize = 64 << 10;
/// Tables and lists within each other, as the library limits them.
const DEEPEST: u32 = 80;

/// More mistakes than anybody reads.
pub struct Flood {
    /// The first of them: where, unless it is the end of the text, and what.
    pub first: Vec<(Option<Range<usize>>, String)>,
    /// How many there are.
    pub count: usize,
}

impl ErrorSink for Flood {
    fn report_error(&mut self, mistake: ParseError) {
        self.count += 1;
        if self.first.len() < Problems::MOST_KEPT {
            self.first.push((mistake.unexpected().map(|place| place.start()..place.end()), words(&mistake)));
        }
    }
}

/// Looks through a large text for mistakes, without making a tree: of millions of them the library would keep each one, which takes
/// seconds and gigabytes.
pub fn flood(text: &str) -> Option<Flood> {
    if text.len() < FLOODABLE {
        return None;
    }
    let text = Source::new(text);
    let mut flood = Flood { first: Vec::new(), count: 0 };
    let tokens = text.lex().into_vec();
    let mut decoder = Decoder(text);
    let mut guarded = RecursionGuard::new(&mut decoder, DEEPEST);
    parse_document(&tokens, &mut ValidateWhitespace::new(&mut guarded, text), &mut flood);
    (flood.count > Problems::MOST_KEPT).then_some(flood)
}

/// Reads keys and values, and forgets them.
struct Decoder<'s>(Source<'s>);

impl EventReceiver for Decoder<'_> {
    fn simple_key(&mut self, place: Span, encoding: Option<Encoding>, mistakes: &mut dyn ErrorSink) {
        if let Some(raw) = self.0.get(place) {
            Raw::new_unchecked(raw.as_str(), encoding, place).decode_key(&mut Cow::Borrowed(""), mistakes);
        }
    }

    fn scalar(&mut self, place: Span, encoding: Option<Encoding>, mistakes: &mut dyn ErrorSink) {
        if let Some(raw) = self.0.get(place) {
            let _ = Raw::new_unchecked(raw.as_str(), encoding, place).decode_scalar(&mut Cow::Borrowed(""), mistakes);
        }
    }
}

/// A mistake in the words of the library, which says them of a whole document only.
fn words(mistake: &ParseError) -> String {
    let Some(expected) = mistake.expected() else { return mistake.description().to_owned() };
    let expected = expected.iter().map(|expected| match expected {
        Expected::Literal("\n") => "newline".to_owned(),
        Expected::Literal(literal) => format!("`{literal}`"),
        Expected::Description(description) => (*description).to_owned(),
        _ => "something else".to_owned(),
    });
    let expected: Vec<String> = expected.collect();
    let expected = if expected.is_empty() { "nothing".to_owned() } else { expected.join(", ") };
    format!("{}, expected {expected}", mistake.description())
}
