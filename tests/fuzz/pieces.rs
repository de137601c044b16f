//! A profile in small pieces is what the whole document is. Which mistake is told first, `tests/reading.rs` compares: here a list that begins
//! with a table of its own is told in other words.

use mvp_check::document;
use mvp_check::profile::pieces::{Piece, Pieces};
use mvp_check::profile::read::read as read_part;
use mvp_check::profile::tables::Table;
use mvp_check::profile::whole;
use mvp_check::source::{Problems, Source};

use crate::profiles::sum;
use crate::told::{READ, source, told};

/// Bytes of the largest piece that is tried.
const LARGEST: usize = 400;

/// Reads a text in pieces and as a whole.
pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let mut problems = Problems::default();
    let document = document::parse(&source, &mut problems);
    let whole = Said::default().with(&source, (whole::tables(document, source.text.len(), 0), problems));
    let mut in_pieces = Said::default();
    let mut pieces = Pieces::of_bytes(&source, sum(bytes) % LARGEST + 1, usize::MAX);
    while !pieces.is_end() {
        in_pieces = pieces.read(|piece| piece).into_iter().fold(in_pieces, |said, piece| said.with(&source, piece));
    }
    let is_refused = whole.problems.errors() > 0;
    assert_eq!(is_refused, in_pieces.problems.errors() > 0, "{:?}\n{:?}", whole.problems, in_pieces.problems);
    let told = told(&source, in_pieces.problems);
    if is_refused {
        return told;
    }
    assert_eq!(whole.tables, in_pieces.tables);
    format!("{READ}{told}{}", whole.tables)
}

/// What pieces of a profile say, and what is wrong in them.
#[derive(Default)]
struct Said {
    tables: String,
    problems: Problems,
}

impl Said {
    fn with<'s>(mut self, source: &'s Source, (tables, problems): Piece<'s>) -> Self {
        let tables = plain(tables);
        self.tables.extend(tables.iter().map(|table| format!("{table:?}\n")));
        self.problems.add_part(read_part(source, (tables, problems)).problems, 0);
        self
    }
}

/// In a tree a list knows the first of its headers only, and the keys of a table with headers below it may come in another order.
fn plain(mut tables: Vec<Table<'_>>) -> Vec<Table<'_>> {
    for table in &mut tables {
        table.name.span = table.header;
        table.pairs.sort_by_key(|pair| pair.key.span);
    }
    tables
}
