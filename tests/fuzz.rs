//! Whatever a reader is given, it reads it or says where it is wrong: texts that people might write, mutated, and bytes of any kind. Short
//! here; the test that is ignored does the same at length. CONTRIBUTING.md tells how to keep a case.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

#[path = "fuzz/cases.rs"]
mod cases;
#[path = "fuzz/earlier.rs"]
mod earlier;
#[path = "fuzz/edits.rs"]
mod edits;
#[path = "fuzz/guidances.rs"]
mod guidances;
#[path = "fuzz/imports.rs"]
mod imports;
#[allow(dead_code)]
#[path = "keeping/made.rs"]
mod made;
#[path = "keeping/pen.rs"]
mod pen;
#[path = "fuzz/profiles.rs"]
mod profiles;
#[path = "fuzz/readers.rs"]
mod readers;
#[path = "fuzz/seeds.rs"]
mod seeds;
#[path = "fuzz/told.rs"]
mod told;
#[path = "fuzz/tokens.rs"]
mod tokens;
#[path = "fuzz/trial.rs"]
mod trial;

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

use readers::{Reader, readers};

/// Cases of each reader at length, unless `MVP_CHECK_FUZZ_CASES` says another number: a minute on two cores in a debug build, which is there
/// already. To build the profile `fuzz` would take longer than that.
const CASES: u32 = 2_500;

macro_rules! short {
    ($($test:ident: $reader:literal,)*) => {
        const TRIED: &[&str] = &[$($reader),*];
        $(#[test]
        fn $test() {
            let readers = readers();
            let reader = readers.iter().find(|reader| reader.name == $reader).unwrap();
            trial::kept(reader);
            trial::hold(reader, reader.few);
        })*
    };
}

short! {
    a_profile: "profile",
    a_profile_that_is_edited: "edit",
    a_guidance: "guidance",
    an_earlier_report: "baseline",
    a_table: "csv",
    a_workbook: "workbook",
    a_feed: "feed",
    answers: "stack-exchange",
    repositories: "github",
    sessions: "sessionize",
    a_calendar: "calendar",
    articles: "devto",
    the_portal: "portal",
}

#[test]
fn every_reader_is_tried() {
    let names: Vec<&str> = readers().iter().map(|reader| reader.name).collect();
    assert_eq!(names, TRIED);
    let is_tried = |importer: &mvp_check::import::Importer| names.contains(&importer.name);
    assert!(mvp_check::import::IMPORTERS.iter().all(is_tried), "an importer is not fuzzed");
    for folder in std::fs::read_dir(trial::KEPT).into_iter().flatten() {
        let name = folder.unwrap().file_name();
        assert!(names.iter().any(|reader| *reader == name), "{name:?} is no reader");
    }
}

/// Else nothing behind the reader is ever tried.
#[test]
fn every_seed_is_read() {
    for reader in readers() {
        for seed in &reader.seeds {
            let read = (reader.read)(seed);
            assert!(read.starts_with(told::READ), "{}: {}\n{read}", reader.name, seed.escape_ascii());
        }
    }
}

#[test]
#[ignore = "takes a minute"]
#[allow(clippy::print_stdout)]
fn at_length() {
    let cases = std::env::var("MVP_CHECK_FUZZ_CASES").map_or(CASES, |cases| cases.parse().expect("a number of cases"));
    let only = std::env::var("MVP_CHECK_FUZZ_READERS").unwrap_or_default();
    let is_meant = |reader: &Reader| only.is_empty() || only.split(',').any(|name| name == reader.name);
    let readers: Vec<Reader> = readers().into_iter().filter(is_meant).collect();
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u32);
    let read: Vec<AtomicU32> = readers.iter().map(|_| AtomicU32::new(0)).collect();
    thread::scope(|scope| {
        for at in 0..threads {
            let share = cases / threads + u32::from(at < cases % threads);
            let tried = readers.iter().zip(&read);
            scope.spawn(move || {
                for (reader, read) in tried {
                    read.fetch_add(trial::hold(reader, share), Relaxed);
                }
            });
        }
    });
    for (reader, read) in readers.iter().zip(&read) {
        println!("{}: {} of {cases} read to the end, the others refused", reader.name, read.load(Relaxed));
    }
    let (tried, readers) = (u64::from(cases) * readers.len() as u64, readers.len());
    common::figure::print(format_args!("{tried} fuzz cases of {readers} readers, 0 crashes"));
}
