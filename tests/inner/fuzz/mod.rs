//! Fuzzing of the readers: mutated files that people might write, and arbitrary bytes. Each reader reads a case or says what is wrong.
//!
//! The plain run is short. Run the ignored test nightly, and put a case that failed into `kept/READER/`.

mod baselines;
mod cases;
mod edits;
mod guidances;
mod imports;
mod problems;
mod profiles;
mod readers;
pub mod seeds;
mod tokens;
mod trial;

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

use readers::{Reader, readers};

/// Cases of each reader at length, unless `MVP_CHECK_FUZZ_CASES` sets another number.
const CASES: u32 = 2_500;

#[test]
fn kept_cases_are_read_or_refused() {
    let readers = readers();
    for reader in &readers {
        trial::try_kept(reader);
    }
    for folder in std::fs::read_dir(trial::KEPT).unwrap() {
        let name = folder.unwrap().file_name();
        assert!(readers.iter().any(|reader| *reader.name == *name), "{name:?} is not a reader");
    }
}

#[test]
fn a_few_mutated_cases_are_read_or_refused() {
    for reader in readers() {
        trial::try_new(&reader, reader.few);
    }
}

/// Otherwise nothing after the reader is ever tried.
#[test]
fn every_seed_is_read() {
    for reader in readers() {
        for seed in &reader.seeds {
            let read = (reader.read)(seed);
            assert!(read.starts_with(problems::READ), "{}: {}\n{read}", reader.name, seed.escape_ascii());
        }
    }
}

#[test]
#[ignore = "slow: run nightly"]
#[allow(clippy::print_stdout)]
fn many_mutated_cases_are_read_or_refused() {
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
                    read.fetch_add(trial::try_new(reader, share), Relaxed);
                }
            });
        }
    });
    for (reader, read) in readers.iter().zip(&read) {
        println!("{}: {} of {cases} cases read to the end, the others refused", reader.name, read.load(Relaxed));
    }
}
