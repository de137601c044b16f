//! A profile's text in pieces that are read one by one: a whole document of many entries takes eighteen times its size in memory.
//!
//! A piece ends before a line `[[contribution]]`. That line may stand in a text of several lines; then the piece before it does not parse,
//! since the text in it is open, and is read together with the next ones. A piece that parses ends outside any value, so that the next
//! one begins with a real header.

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
/// Pieces that are read as one where a text of several lines holds what looks like a header. The longest text that an entry may have, of
/// 20 000 characters, takes 200 000 bytes where each is written as `\U0001F600`.
const MOST_JOINED: usize = 5;
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

const TOO_LARGE: &str = "from here on the file is not read: it is too large to be read in one go, and cannot be cut here";
const TOO_LARGE_HELP: &str = "write each header on a line of its own, and everything of an entry below its header";

/// The pieces of a text that are still to be read.
#[derive(Debug)]
pub struct Pieces<'s> {
    source: &'s Source,
    /// Bytes that are read as one document.
    most_as_one: usize,
    /// Where each piece begins, and at last where the text ends.
    cuts: Vec<usize>,
    /// How many headers of entries there are, texts that look like one included; nothing of a text that is not cut.
    entries: usize,
    /// The piece to read next.
    next: usize,
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
        let (cuts, entries) = cuts(&source.text, piece).unwrap_or_else(|| (vec![0, source.text.len()], 0));
        Self { source, most_as_one, cuts, entries, next: 0 }
    }

    /// How many entries to make room for.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// Whether all are read.
    pub fn is_end(&self) -> bool {
        self.next + 1 >= self.cuts.len()
    }

    /// Reads some pieces, in their order, and makes of each what is wanted; nothing where all are read.
    pub fn read<T: Send>(&mut self, make: impl Fn(Piece<'s>) -> T + Sync) -> Vec<T> {
        let last = self.cuts.len() - 1;
        let batch: Vec<Range<usize>> = (self.next..last).take(BATCH).map(|at| self.cuts[at]..self.cuts[at + 1]).collect();
        let read = |piece: &Range<usize>| self.clean(piece.clone()).map(|tables| make((tables, Problems::default())));
        let made: Vec<Option<T>> = match &*batch {
            batch if batch.len() > 1 && threads::are_there() => batch.par_iter().map(read).collect(),
            batch => batch.iter().map(read).collect(),
        };
        let mut made: Vec<T> = made.into_iter().map_while(|it| it).collect();
        self.next += made.len();
        if made.len() < batch.len() {
            made.push(make(self.joined()));
        }
        made
    }

    /// A piece that does not parse by itself: with the next ones, else all that is left as one document.
    fn joined(&mut self) -> Piece<'s> {
        let start = self.cuts[self.next];
        let last = self.cuts.len() - 1;
        for end in self.next + 2..=(self.next + MOST_JOINED).min(last) {
            if let Some(tables) = self.clean(start..self.cuts[end]) {
                self.next = end;
                return (tables, Problems::default());
            }
        }
        let within = |at: &usize| self.cuts[*at] - start <= self.most_as_one;
        let end = (self.next + 1..=last).rev().find(within).unwrap_or(last);
        self.next = last;
        self.as_one(start..self.cuts[end])
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
            problems.error(Span { start: offset, end: offset }, TOO_LARGE, TOO_LARGE_HELP);
            return (Vec::new(), problems);
        }
        let source = self.source;
        let (length, is_all) = (part.len(), end as usize == source.text.len());
        let part = if length == source.text.len() { source } else { source.keep_part(part) };
        let mut found = Problems::default();
        let document = document::parse(part, &mut found);
        if !is_all && found.errors() == 0 {
            found.error(length..length, TOO_LARGE, TOO_LARGE_HELP);
        }
        problems.add_part(found, offset);
        (whole::tables(document, length, offset), problems)
    }
}

/// Where a text may be cut into pieces of at least so many bytes, before lines with the header of an entry; and how many there are. `None`
/// where it is too short; where it has keys above its headers, or headers of other tables, which may belong to one in an earlier piece, or
/// be there twice.
fn cuts(text: &str, piece: usize) -> Option<(Vec<usize>, usize)> {
    if text.len() < 2 * piece || has_keys_above_headers(text) {
        return None;
    }
    let mut cuts = vec![0];
    let (mut has_person, mut entries) = (false, 0);
    for bracket in memchr_iter(b'[', text.as_bytes()) {
        let start = text[..bracket].trim_end_matches(BLANKS).len();
        if start > 0 && !text[..start].ends_with('\n') && &text[..start] != MARK {
            continue;
        }
        match header(&text[bracket..]) {
            HEADER => {
                entries += 1;
                if start >= cuts[cuts.len() - 1] + piece {
                    cuts.push(start);
                }
            }
            PERSON if !has_person => has_person = true,
            other if OTHER_HEADERS.contains(&other) || other.starts_with(BELOW_HEADER) => {}
            // What does not end as a header does stands in a text, or is a mistake.
            other if !other.ends_with(']') && !other.contains(['"', '\'']) => {}
            _ => return None,
        }
    }
    cuts.push(text.len());
    Some((cuts, entries))
}

/// Whether the first line that is more than blanks and a comment begins with something else than a header.
fn has_keys_above_headers(text: &str) -> bool {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let first = text.lines().map(|line| line.trim_start_matches(BLANKS)).find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| !line.starts_with('['))
}

/// A header, without what stands behind it on its line.
fn header(text: &str) -> &str {
    let line = &text[..memchr(b'\n', text.as_bytes()).unwrap_or(text.len())];
    line[..memchr(b'#', line.as_bytes()).unwrap_or(line.len())].trim_ascii_end()
}
