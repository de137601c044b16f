//! Cases are tried: none panics, none takes longer than anybody waits, and each comes out the same a second time.

use std::cell::Cell;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use proptest::test_runner::{TestCaseError, TestError, TestRunner};

use crate::cases::cases;
use crate::readers::Reader;
use crate::told::READ;

/// Cases that failed once, a folder for each reader.
pub const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/kept");
/// No case takes longer.
const LONGEST: Duration = Duration::from_secs(1);
/// Milliseconds for making a case that failed smaller: a slow one would take hours.
const LONGEST_SHRINK: u32 = 20_000;
/// A case that takes longer is timed again: where the system does not tell, the machine may have done something else.
const TIMINGS: usize = 4;
/// What takes longer than this will not end.
const NEVER: Duration = Duration::from_secs(60);

/// Since when which case is being tried, by thread.
type Tried = HashMap<ThreadId, (Instant, Vec<u8>)>;

static TRIED: LazyLock<Mutex<Tried>> = LazyLock::new(|| {
    thread::spawn(watch);
    Mutex::default()
});

/// Tries cases that nobody has seen before, and tells how many of them were read to the end.
///
/// What fails is told and written to a file, to be kept; proptest's own file would keep a seed, which leads to another case as soon as a
/// mutation is added.
pub fn hold(reader: &Reader, number: u32) -> u32 {
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
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}", reader.name));
            fs::write(&path, &case).unwrap();
            panic!("{}: {reason}\n{}\nThe case is in {}", reader.name, case.escape_ascii(), path.display());
        }
        Err(TestError::Abort(reason)) => panic!("{}: given up: {reason}", reader.name),
    }
}

/// Tries those that failed once.
pub fn kept(reader: &Reader) {
    let Ok(files) = fs::read_dir(Path::new(KEPT).join(reader.name)) else { return };
    for path in files.map(|file| file.unwrap().path()) {
        once(reader, &fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// Tries a case, and tells whether it was read to the end.
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
        Some(other) => Err(format!("it is read in two ways:\n{first}\n\n{other}")),
    }
}

/// That a case is being tried: until it is read, or has failed.
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

/// How long this thread was at work, where the system tells: on a busy machine it takes longer than that.
fn worked() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn tried() -> std::sync::MutexGuard<'static, Tried> {
    TRIED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends everything where a case does not end: else nobody would know which one.
#[allow(clippy::print_stderr)]
fn watch() {
    loop {
        thread::sleep(LONGEST);
        for (started, case) in tried().values() {
            if started.elapsed() > NEVER {
                eprintln!("it does not end: {}", case.escape_ascii());
                std::process::abort();
            }
        }
    }
}
