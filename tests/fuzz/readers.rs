//! The readers of other people's bytes.

use mvp_check::import::{IMPORTERS, Importer};

use crate::{earlier, edits, guidances, imports, profiles, seeds, tokens};

/// Reads bytes, looks at what came of it, and tells all of it.
type Read = dyn Fn(&[u8]) -> String + Sync;

/// A reader of bytes.
pub struct Reader {
    pub name: &'static str,
    /// Texts that it reads without a mistake.
    pub seeds: Vec<Vec<u8>>,
    /// What means something to it.
    pub tokens: Vec<Vec<u8>>,
    /// Cases of a short run: those of some take longer.
    pub few: u32,
    /// How it reads.
    pub read: Box<Read>,
}

/// All of them.
pub fn readers() -> Vec<Reader> {
    let of_toml = |name, seeds: Vec<String>, few, read: fn(&[u8]) -> String| Reader {
        name,
        seeds: bytes(seeds),
        tokens: tokens::tokens(tokens::TOML),
        few,
        read: Box::new(read),
    };
    let mut readers = vec![
        of_toml("profile", seeds::profiles(), 120, profiles::read),
        of_toml("edit", seeds::profiles(), 150, edits::read),
        of_toml("guidance", seeds::guidances(), 60, guidances::read),
    ];
    let earlier = bytes(seeds::reports());
    let read = Box::new(earlier::read);
    readers.push(Reader { name: "baseline", seeds: earlier, tokens: tokens::tokens(tokens::JSON), few: 200, read });
    for importer in IMPORTERS {
        readers.push(of_importer(importer));
        if importer.name == "csv" {
            let read = Box::new(|sheet: &[u8]| imports::read(importer, &seeds::workbook(sheet)));
            let (seeds, tokens) = (bytes(seeds::sheets()), tokens::tokens(tokens::XML));
            readers.push(Reader { name: "workbook", seeds, tokens, few: 120, read });
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
    Reader { name: importer.name, seeds, tokens: tokens::tokens(words), few: 250, read }
}

fn bytes(texts: Vec<String>) -> Vec<Vec<u8>> {
    texts.into_iter().map(String::into_bytes).collect()
}
