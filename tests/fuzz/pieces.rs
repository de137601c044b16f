//! A profile in small pieces says what the whole document says, as in `tests/reading.rs`.

use mvp_check::document;
use mvp_check::profile::pieces::Pieces;
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
    let (whole, problems) = as_one(&source);
    let (pieces, found) = in_pieces(&source, sum(bytes) % LARGEST + 1);
    assert_eq!(problems.errors() == 0, found.errors() == 0, "{problems:?}\n{found:?}");
    let is_read = problems.errors() == 0;
    let first = |problems: Problems| problems.sorted().into_iter().next().map(|first| (first.span, first.message));
    let told = told(&source, found.clone());
    assert_eq!(first(problems), first(found), "the first mistake");
    if !is_read {
        return told;
    }
    let whole = format!("{whole:?}");
    assert_eq!(whole, format!("{pieces:?}"));
    format!("{READ}{told}{whole}")
}

fn in_pieces(source: &Source, bytes: usize) -> (Vec<Table<'_>>, Problems) {
    let mut pieces = Pieces::of_bytes(source, bytes, usize::MAX);
    let (mut tables, mut problems) = (Vec::new(), Problems::default());
    loop {
        let read = pieces.read(|piece| piece);
        if read.is_empty() {
            return (plain(tables), problems);
        }
        for (some, found) in read {
            tables.extend(some);
            problems.add_part(found, 0);
        }
    }
}

fn as_one(source: &Source) -> (Vec<Table<'_>>, Problems) {
    let mut problems = Problems::default();
    let document = document::parse(source, &mut problems);
    (plain(whole::tables(document, source.text.len(), 0)), problems)
}

/// In a tree a list knows the first of its headers only, and the keys of a table with headers below it may come in another order.
fn plain(mut tables: Vec<Table<'_>>) -> Vec<Table<'_>> {
    for table in &mut tables {
        table.name.span = table.header;
        table.pairs.sort_by_key(|pair| pair.key.span);
    }
    tables
}
