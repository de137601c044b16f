//! Kills a run while it writes.

use std::fs;
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use crate::helpers::program::{LONGEST, names};

/// When to kill a run.
#[derive(Clone, Copy)]
pub enum Moment {
    /// This long after its start.
    After(Duration),
    /// This long after the first change in the folder.
    WhileWriting(Duration),
    Never,
}

/// The duration of a run, and of its part after the first change in the folder.
#[derive(Clone, Copy)]
pub struct Times {
    pub run: Duration,
    pub writing: Duration,
}

/// Moments spread over the run and over its writing; the last run is not killed.
pub fn moments(of_each: u32, times: Times) -> Vec<Moment> {
    let spread = (0..of_each).map(|at| Moment::After(times.run * at / of_each));
    let writing = (0..of_each - 1).map(|at| Moment::WhileWriting(times.writing * at / of_each));
    spread.chain(writing).chain([Moment::Never]).collect()
}

/// The files in a folder with their lengths.
pub fn lengths(folder: &Path) -> Vec<(String, Option<u64>)> {
    let length = |name: &String| fs::metadata(folder.join(name)).map(|it| it.len()).ok();
    names(folder).into_iter().map(|name| (name.clone(), length(&name))).collect()
}

/// Waits until a file in the folder changes or the run ends.
fn wait_for_change(child: &mut Child, folder: &Path, before: &[(String, Option<u64>)]) {
    let begin = Instant::now();
    while lengths(folder) == before && child.try_wait().unwrap().is_none() {
        assert!(begin.elapsed() < LONGEST);
    }
}

/// Starts a run and kills it as `kill -9` does.
pub fn run_and_kill(start: impl FnOnce() -> Child, folder: &Path, moment: Moment) {
    let before = lengths(folder);
    let mut child = start();
    match moment {
        Moment::After(time) => thread::sleep(time),
        Moment::WhileWriting(time) => {
            wait_for_change(&mut child, folder, &before);
            // Writing a file takes less time than the shortest sleep.
            let begin = Instant::now();
            while begin.elapsed() < time {
                std::hint::spin_loop();
            }
        }
        Moment::Never => drop(child.wait().unwrap()),
    }
    // It fails if the run has ended.
    let _ = child.kill();
    child.wait().unwrap();
}

/// Measures a run that is not killed.
pub fn times(start: impl FnOnce() -> Child, folder: &Path) -> Times {
    let before = lengths(folder);
    let begin = Instant::now();
    let mut child = start();
    wait_for_change(&mut child, folder, &before);
    let until_change = begin.elapsed();
    assert!(child.wait().unwrap().success());
    Times { run: begin.elapsed(), writing: begin.elapsed() - until_change }
}
