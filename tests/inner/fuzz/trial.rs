//! Tries cases: none may panic or take too long, and each has the same result twice.

use std::cell::Cell;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use proptest::test_runner::{TestCaseError, TestError, TestRunner};

use super::cases::cases;
use super::problems::READ;
use super::readers::Reader;

/// Cases that once failed, in a folder for each reader.
pub const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/inner/fuzz/kept");
/// No case may take longer.
const LONGEST: Duration = Duration::from_secs(1);
/// Milliseconds for shrinking a failed case: a slow one would take hours.
const LONGEST_SHRINK: u32 = 20_000;
/// A slow case is timed this often, since the machine may be busy with something else.
const TIMINGS: usize = 4;
/// A case that takes longer does not end.
const NEVER: Duration = Duration::from_secs(60);

/// The case that each thread is trying, and since when.
type Tried = HashMap<ThreadId, (Instant, Vec<u8>)>;

static TRIED: LazyLock<Mutex<Tried>> = LazyLock::new(|| {
    thread::spawn(watch);
    Mutex::default()
});

/// Tries new cases and returns the number that were read to the end.
///
/// A case that fails is printed and written to a file. A seed, as proptest keeps it, would lead to another case once a mutation is added.
pub fn try_new(reader: &Reader, number: u32) -> u32 {
    let config = proptest::test_runner::Config {
        cases: number,
        failure_persistence: None,
        max_shrink_time: LONGEST_SHRINK,
        ..Default::default()
    };
    let read = Cell::new(0);
    let tried = TestRunner::new(config).run(&cases(reader), |case| {
        read.set(read.get() + u32::from(once(reader, &case).map_err(TestCaseError::fail)?));
        Ok(())
    });
    match tried {
        Ok(()) => read.get(),
        Err(TestError::Fail(reason, case)) => {
            let path = std::env::temp_dir().join(format!("mvp-check-fuzz-{}", reader.name));
            fs::write(&path, &case).unwrap();
            panic!("{}: {reason}\n{}\nThe case is in {}", reader.name, case.escape_ascii(), path.display());
        }
        Err(TestError::Abort(reason)) => panic!("{}: no cases left: {reason}", reader.name),
    }
}

/// Tries the cases that once failed.
pub fn try_kept(reader: &Reader) {
    let Ok(files) = fs::read_dir(Path::new(KEPT).join(reader.name)) else { return };
    for path in files.map(|file| file.unwrap().path()) {
        once(reader, &fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// Tries a case and returns whether it was read to the end.
fn once(reader: &Reader, case: &[u8]) -> Result<bool, String> {
    let mut outcomes = Vec::new();
    let mut times = Vec::new();
    while times.len() < 2 || (times.iter().min() > Some(&LONGEST) && times.len() < TIMINGS) {
        let (started, worked) = (Instant::now(), worked());
        let trying = Trying::new(started, case);
        outcomes.push((reader.read)(case));
        drop(trying);
        times.push(self::worked().zip(worked).map_or(started.elapsed(), |(now, before)| now - before));
    }
    if times.iter().min() > Some(&LONGEST) {
        return Err(format!("it takes {times:?}"));
    }
    let first = &outcomes[0];
    match outcomes.iter().find(|outcome| *outcome != first) {
        None => Ok(first.starts_with(READ)),
        Some(other) => Err(format!("two results:\n{first}\n\n{other}")),
    }
}

/// Marks a case as being tried until it is dropped.
struct Trying;

impl Trying {
    fn new(started: Instant, case: &[u8]) -> Self {
        tried().insert(thread::current().id(), (started, case.to_vec()));
        Self
    }
}

impl Drop for Trying {
    fn drop(&mut self) {
        tried().remove(&thread::current().id());
    }
}

/// The time that this thread has been running, where the system knows it: the clock also counts waiting.
fn worked() -> Option<Duration> {
    let status = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    status.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn tried() -> std::sync::MutexGuard<'static, Tried> {
    TRIED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Aborts if a case does not end, and prints it.
#[allow(clippy::print_stderr)]
fn watch() {
    loop {
        thread::sleep(LONGEST);
        for (started, case) in tried().values() {
            if started.elapsed() > NEVER {
                eprintln!("this case does not end: {}", case.escape_ascii());
                std::process::abort();
            }
        }
    }
}
