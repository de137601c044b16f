//! A profile's text in pieces that are read one by one: a whole document of many entries takes eighteen times its size in memory.
//!
//! A piece ends before a line `[[contribution]]`. That line may stand in a text of several lines; then the piece before it does not parse,
//! since the text in it is open, and is read together with the next ones. A piece that parses ends outside any value, so that the next
//! one begins with a real header.

use std::mem::replace;
use std::ops::Range;

use memchr::{memchr, memchr_iter};
use rayon::prelude::*;
use toml::de::DeTable;

use crate::document::{self, Damage, Document};
use crate::profile::plain;
use crate::profile::tables::Table;
use crate::profile::whole;
use crate::source::{Problems, Source, Span};
use crate::threads;

/// Bytes from which on a piece ends at the next header: enough that the seams cost nothing, and little beside the rest of the program.
const PIECE: usize = 64 << 10;
/// Bytes of the longest text that an entry may have, which may hold what looks like a header: each of 20 000 characters as `\U0001F600`.
const LONGEST_TEXT: usize = 200_000;
/// Headers behind a piece that are tried one by one.
const FEW: usize = 8;
/// Pieces that are read side by side.
const BATCH: usize = 16;
/// Bytes of a part that may well be plain: one that is larger, and could not be cut, is something else.
const MOST_PLAIN: usize = 4 * PIECE;
/// Bytes that are read as one document, of a file that has mistakes or whose tables stand in an unusual order.
const MOST_AS_ONE: usize = 32 << 20;
/// What may stand before a header on its line.
const BLANKS: [char; 2] = [' ', '\t'];
/// What may stand at the very beginning of a file.
const MARK: &str = "\u{feff}";
/// The line that begins an entry.
const HEADER: &str = "[[contribution]]";
/// What begins the header of a table below an entry.
const BELOW_HEADER: &str = "[contribution.";
/// Other headers of a file that may be cut: they belong to nothing that stands above.
const OTHER_HEADERS: [&str; 2] = ["[[channel]]", "[[waive]]"];
/// The header that stands once.
const PERSON: &str = "[profile]";

const TOO_LARGE: &str = "so large a file is read in parts, and this keeps it from being cut";
const TOO_LARGE_HELP: &str = "put keys and tables below the table that they belong to, and each table there once";
const NOT_READ: &str = "from here on the file is not read: it is too large to be read in one go, and the part before has no end";
const NOT_READ_HELP: &str = "look above for a text or a list that is not closed";

/// The pieces of a text that are still to be read.
#[derive(Debug)]
pub struct Pieces<'s> {
    source: &'s Source,
    /// Bytes that are read as one document.
    most_as_one: usize,
    /// Where pieces may end, the end of the text included.
    cuts: Vec<usize>,
    /// How many headers of entries there are, texts that look like one included; nothing of a text that is not cut.
    entries: usize,
    /// What keeps the text from being cut.
    uncut: Option<usize>,
    /// Where the next piece begins; `None` at the end.
    at: Option<usize>,
}

/// The tables of a piece, and what is wrong with its syntax.
pub type Piece<'s> = (Vec<Table<'s>>, Problems);

impl<'s> Pieces<'s> {
    /// Those of a whole text.
    pub fn of(source: &'s Source) -> Self {
        Self::of_bytes(source, PIECE, MOST_AS_ONE)
    }

    /// The same, each of so many bytes or a little more, and never more than so many as one document.
    pub fn of_bytes(source: &'s Source, piece: usize, most_as_one: usize) -> Self {
        let end = source.text.len();
        let (cuts, entries, uncut) = match cuts(&source.text, piece) {
            Ok((cuts, entries)) => (cuts, entries, None),
            Err(uncut) => (vec![end], 0, Some(uncut)),
        };
        Self { source, most_as_one, cuts, entries, uncut, at: Some(0) }
    }

    /// How many entries to make room for.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// Whether all are read.
    pub fn is_end(&self) -> bool {
        self.at.is_none()
    }

    /// Reads some pieces, in their order, and makes of each what is wanted; nothing where all are read.
    pub fn read<T: Send>(&mut self, make: impl Fn(Piece<'s>) -> T + Sync) -> Vec<T> {
        let Some(at) = self.at else { return Vec::new() };
        let ends = self.cuts.iter().copied().skip_while(|end| *end <= at && at > 0).take(BATCH);
        let batch: Vec<Range<usize>> = ends.scan(at, |start, end| Some(replace(start, end)..end)).collect();
        let read = |piece: &Range<usize>| self.clean(piece.clone()).map(|tables| make((tables, Problems::default())));
        let made: Vec<Option<T>> = match &*batch {
            batch if batch.len() > 1 && threads::are_there() => batch.par_iter().map(read).collect(),
            batch => batch.iter().map(read).collect(),
        };
        let mut made: Vec<T> = made.into_iter().map_while(|it| it).collect();
        self.go_on_from(batch.get(made.len().wrapping_sub(1)).map_or(at, |piece| piece.end));
        if let Some(piece) = batch.get(made.len()) {
            made.push(make(self.joined(piece.clone())));
        }
        made
    }

    fn go_on_from(&mut self, at: usize) {
        self.at = Some(at).filter(|at| *at < self.source.text.len());
    }

    /// A piece that does not parse by itself: up to a header further on, else all that is left as one document.
    fn joined(&mut self, piece: Range<usize>) -> Piece<'s> {
        let text = &self.source.text;
        let further = headers(text, piece.end).filter(|(_, header)| *header == HEADER).map(|(start, _)| start);
        // The next ones one by one, since it is mostly one of them; then in growing steps.
        let ends = further.enumerate().filter(|(at, _)| *at < FEW || at.is_power_of_two()).map(|(_, end)| end);
        for end in ends.take_while(|end| *end - piece.end <= LONGEST_TEXT + PIECE) {
            if let Some(tables) = self.clean(piece.start..end) {
                self.go_on_from(end);
                return (tables, Problems::default());
            }
        }
        let most = piece.start.saturating_add(self.most_as_one);
        let end = self.cuts.iter().copied().rev().find(|end| *end <= most).filter(|end| *end > piece.start);
        self.at = None;
        self.as_one(piece.start..end.unwrap_or(text.len()))
    }

    /// The tables of a part without mistakes.
    fn clean(&self, part: Range<usize>) -> Option<Vec<Table<'s>>> {
        let (text, offset) = (&self.source.text[part.clone()], Span::from(part).start);
        let tables = if text.len() <= MOST_PLAIN { plain::tables(text, offset) } else { None };
        // Of a whole text all mistakes are told at once, and of one that is too large there is no tree: see below.
        let is_tree = tables.is_none() && text.len() < self.source.text.len() && text.len() <= self.most_as_one;
        tables.or_else(|| {
            let root = is_tree.then(|| DeTable::parse(text).ok()).flatten()?.into_inner();
            Some(whole::tables(Document { root, damage: Damage::default() }, text.len(), offset))
        })
    }

    /// A part of the text as one document, with all mistakes.
    fn as_one(&self, part: Range<usize>) -> Piece<'s> {
        let Span { start: offset, end } = Span::from(part.clone());
        let mut problems = Problems::default();
        if part.len() > self.most_as_one {
            let place = Span::from(self.uncut.map_or(part.start..part.start, |uncut| uncut..uncut));
            let (message, help) = if self.uncut.is_some() { (TOO_LARGE, TOO_LARGE_HELP) } else { (NOT_READ, NOT_READ_HELP) };
            problems.error(place, message, help);
            return (Vec::new(), problems);
        }
        let source = self.source;
        let (length, is_all) = (part.len(), end as usize == source.text.len());
        let part = if length == source.text.len() { source } else { source.keep_part(part) };
        let mut found = Problems::default();
        let document = document::parse(part, &mut found);
        if !is_all && found.errors() == 0 {
            found.error(length..length, NOT_READ, NOT_READ_HELP);
        }
        problems.add_part(found, offset);
        (whole::tables(document, length, offset), problems)
    }
}

/// Where a text may be cut into pieces of at least so many bytes, before lines with the header of an entry, and where it ends; and how many
/// entries there are. Where it has keys above its headers, or headers of other tables, which may belong to one in an earlier piece or be
/// there twice, or where it is too short: what keeps it from being cut.
fn cuts(text: &str, piece: usize) -> Result<(Vec<usize>, usize), usize> {
    if text.len() < 2 * piece {
        return Err(0);
    }
    if let Some(key) = key_above_headers(text) {
        return Err(key);
    }
    let (mut cuts, mut last) = (Vec::new(), 0);
    let (mut has_person, mut entries) = (false, 0);
    for (start, header) in headers(text, 0) {
        match header {
            HEADER => {
                entries += 1;
                if start >= last + piece {
                    cuts.push(start);
                    last = start;
                }
            }
            PERSON if !has_person => has_person = true,
            other if OTHER_HEADERS.contains(&other) || other.starts_with(BELOW_HEADER) => {}
            // What does not end as a header does stands in a text, or is a mistake.
            other if !other.ends_with(']') && !other.contains(['"', '\'']) => {}
            _ => return Err(start),
        }
    }
    cuts.push(text.len());
    Ok((cuts, entries))
}

/// Lines from an offset on that begin with a bracket: where each begins, and what may be its header.
fn headers(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    memchr_iter(b'[', &text.as_bytes()[from..]).filter_map(move |at| {
        let bracket = from + at;
        let start = text[..bracket].trim_end_matches(BLANKS).len();
        let begins_a_line = start == 0 || text[..start].ends_with('\n') || &text[..start] == MARK;
        begins_a_line.then(|| (start, header(&text[bracket..])))
    })
}

/// Where the first line that is more than blanks and a comment begins, unless it begins with a header.
fn key_above_headers(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(MARK).trim_ascii();
        if !bare.is_empty() && !bare.starts_with('#') {
            return (!bare.starts_with('[')).then_some(start);
        }
        start += line.len();
    }
    None
}

/// A header, without what stands behind it on its line.
fn header(text: &str) -> &str {
    let line = &text[..memchr(b'\n', text.as_bytes()).unwrap_or(text.len())];
    line[..memchr(b'#', line.as_bytes()).unwrap_or(line.len())].trim_ascii_end()
}
