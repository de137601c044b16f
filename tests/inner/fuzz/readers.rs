//! The readers that are fuzzed.

use super::{baselines, edits, guidances, imports, profiles, seeds, tokens};
use crate::import::{IMPORTERS, Importer};

/// Reads bytes, checks the result, and returns all of it as text.
type Read = dyn Fn(&[u8]) -> String + Sync;

pub struct Reader {
    pub name: &'static str,
    /// Valid files.
    pub seeds: Vec<Vec<u8>>,
    /// Texts with a meaning to the reader.
    pub tokens: Vec<Vec<u8>>,
    /// Cases in the plain run, fewer where they are slow.
    pub few: u32,
    pub read: Box<Read>,
}

pub fn readers() -> Vec<Reader> {
    let of_toml = |name, seeds: Vec<String>, few, read: fn(&[u8]) -> String| Reader {
        name,
        seeds: bytes(seeds),
        tokens: tokens::tokens(tokens::TOML),
        few,
        read: Box::new(read),
    };
    let mut readers = vec![
        of_toml("profile", seeds::profiles(), 20, profiles::read),
        of_toml("edit", seeds::profiles(), 40, edits::read),
        of_toml("guidance", seeds::guidances(), 12, guidances::read),
    ];
    let seeds = bytes(seeds::reports());
    let read = Box::new(baselines::read);
    readers.push(Reader { name: "baseline", seeds, tokens: tokens::tokens(tokens::JSON), few: 40, read });
    for importer in IMPORTERS {
        readers.push(of_importer(importer));
        if importer.name == "csv" {
            let read = Box::new(|sheet: &[u8]| imports::read(importer, &seeds::workbook(sheet)));
            let (seeds, tokens) = (bytes(seeds::sheets()), tokens::tokens(tokens::XML));
            readers.push(Reader { name: "workbook", seeds, tokens, few: 25, read });
        }
    }
    readers
}

fn of_importer(importer: &'static Importer) -> Reader {
    let (mut seeds, words): (Vec<Vec<u8>>, _) = match importer.name {
        "csv" => (bytes(seeds::tables()), tokens::CSV),
        "feed" => (bytes(seeds::feeds()), tokens::XML),
        "calendar" => (bytes(seeds::calendars()), tokens::CALENDAR),
        name => (bytes(seeds::answers(name)), tokens::JSON),
    };
    if importer.name == "csv" {
        seeds.push(seeds::workbook(seeds::sheets()[0].as_bytes()));
    }
    let read = Box::new(|source: &[u8]| imports::read(importer, source));
    Reader { name: importer.name, seeds, tokens: tokens::tokens(words), few: 50, read }
}

fn bytes(texts: Vec<String>) -> Vec<Vec<u8>> {
    texts.into_iter().map(String::into_bytes).collect()
}
