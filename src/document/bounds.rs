//! How much markup a text may hold, looked at before it is parsed. The parser keeps a table for each dot in a key and a message for each
//! mistake, and moves all tables to open one again: a few megabytes made for that would take gigabytes and minutes.

use std::collections::HashSet;

/// Bytes below which no text takes long.
const HARMLESS: usize = 64 << 10;
/// Signs of markup in a text. In 4 MiB, ordinary contributions have 400,000.
const MOST_SIGNS: usize = 1_000_000;
/// What a sign counts that may begin a table.
const TABLE: usize = 5;
/// Headers `[name]` times different names: how often a table may have to be moved.
const MOST_MOVES: usize = 10_000_000;

/// Where a text holds more than may be parsed, with what is too much and what to do.
pub fn excess(text: &str) -> Option<(usize, String, &'static str)> {
    if text.len() < HARMLESS {
        return None;
    }
    let mut scan = Scan::default();
    let mut at = 0;
    while at < text.len() {
        let token = token(&text.as_bytes()[at..]);
        scan.add(token, text.as_bytes().get(at + 1));
        if scan.signs > MOST_SIGNS {
            let most = crate::text::number(MOST_SIGNS as f64);
            let message = format!("there are more than {most} brackets, commas, dots, equals signs and line breaks up to here");
            return Some((at, message, "keep what belongs in this file, or split it"));
        }
        if scan.headers * scan.names.len() > MOST_MOVES {
            let message = "there are too many headers with too many different names up to here";
            return Some((at, message.into(), "write each contribution below a header [[contribution]]"));
        }
        at += token.len();
    }
    None
}

/// What was counted so far.
#[derive(Default)]
struct Scan<'t> {
    signs: usize,
    /// Headers `[name]`.
    headers: usize,
    /// Different names of keys and tables.
    names: HashSet<&'t [u8]>,
    /// A token that is a name if the next sign says so.
    name: Option<&'t [u8]>,
    is_within_line: bool,
    is_in_header: bool,
}

impl<'t> Scan<'t> {
    fn add(&mut self, token: &'t [u8], next: Option<&u8>) {
        let is_first = !self.is_within_line;
        self.is_within_line = true;
        self.signs += match token[0] {
            b'.' | b'{' => TABLE,
            b'=' | b',' | b'[' | b']' | b'}' | b'\r' | b'\n' => 1,
            // One mistake for each of these is possible.
            _ => token.iter().filter(|byte| matches!(byte, b'\\' | b'_') || byte.is_ascii_control()).count(),
        };
        match token[0] {
            b' ' | b'\t' => self.is_within_line = !is_first,
            b'\n' => (self.is_within_line, self.is_in_header, self.name) = (false, false, None),
            b'[' if is_first => {
                self.is_in_header = true;
                // `[[name]]` begins a table and opens none again.
                self.headers += usize::from(next != Some(&b'['));
            }
            b'=' | b'.' => self.names.extend(self.name.take()),
            b']' if self.is_in_header => self.names.extend(self.name.take()),
            b',' | b'[' | b']' | b'{' | b'}' | b'\r' | b'#' => self.name = None,
            _ => self.name = Some(token),
        }
    }
}

/// The token that a text begins with, as the parser divides it.
fn token(text: &[u8]) -> &[u8] {
    let length = match text {
        [b'.' | b'=' | b',' | b'[' | b']' | b'{' | b'}' | b' ' | b'\t' | b'\r' | b'\n', ..] => 1,
        [b'#', ..] => text.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(text.len()),
        [b'"', b'"', b'"', ..] => long_text(text, b'"'),
        [b'\'', b'\'', b'\'', ..] => long_text(text, b'\''),
        [quote @ (b'"' | b'\''), ..] => short_text(text, *quote),
        _ => text.iter().position(|byte| b".=,[]{} \t#\r\n".contains(byte)).unwrap_or(text.len()),
    };
    &text[..length]
}

/// The length of a text in single quotation marks, which ends at the line end where it is not closed.
fn short_text(text: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            b'\n' => return at,
            byte if byte == quote => return at + 1,
            b'\\' if quote == b'"' => at += escaped(&text[at..]),
            _ => at += 1,
        }
    }
    text.len()
}

/// The length of a text in three quotation marks, of which up to two more may stand before its end.
fn long_text(text: &[u8], quote: u8) -> usize {
    let mut at = 3;
    while at < text.len() {
        match &text[at..] {
            [b'\\', ..] if quote == b'"' => at += escaped(&text[at..]),
            [a, b, c, rest @ ..] if [a, b, c] == [&quote; 3] => {
                return at + 3 + rest.iter().take(2).take_while(|byte| **byte == quote).count();
            }
            _ => at += 1,
        }
    }
    text.len()
}

/// The length of a backslash with the quotation mark or backslash that it protects.
fn escaped(text: &[u8]) -> usize {
    if matches!(text.get(1), Some(b'"' | b'\\')) { 2 } else { 1 }
}
