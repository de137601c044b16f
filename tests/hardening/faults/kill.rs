//! Runs that are ended from outside while they write.

use std::fs;
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use super::program::{LONGEST, names};

/// When a run is ended from outside.
#[derive(Clone, Copy)]
pub enum Moment {
    /// So long after its start.
    After(Duration),
    /// So long after something changed in the folder.
    WhileWriting(Duration),
    Never,
}

/// How long a run takes, and how long from the first change in the folder.
#[derive(Clone, Copy)]
pub struct Times {
    pub run: Duration,
    pub writing: Duration,
}

/// Half of them spread over a run, half over the writing; the last run ends by itself.
pub fn moments(of_each: u32, times: Times) -> Vec<Moment> {
    let spread = (0..of_each).map(|at| Moment::After(times.run * at / of_each));
    let writing = (0..of_each - 1).map(|at| Moment::WhileWriting(times.writing * at / of_each));
    spread.chain(writing).chain([Moment::Never]).collect()
}

/// The files of a folder, and how long they are.
pub fn lengths(folder: &Path) -> Vec<(String, Option<u64>)> {
    let length = |name: &String| fs::metadata(folder.join(name)).map(|it| it.len()).ok();
    names(folder).into_iter().map(|name| (name.clone(), length(&name))).collect()
}

/// Waits until the files of a folder are not those of before, or a run has ended.
fn wait_for_change(child: &mut Child, folder: &Path, before: &[(String, Option<u64>)]) {
    let begin = Instant::now();
    while lengths(folder) == before && child.try_wait().unwrap().is_none() {
        assert!(begin.elapsed() < LONGEST);
    }
}

/// Starts a run and ends it, as `kill -9` does.
pub fn run_and_kill(start: impl FnOnce() -> Child, folder: &Path, moment: Moment) {
    let before = lengths(folder);
    let mut child = start();
    match moment {
        Moment::After(time) => thread::sleep(time),
        Moment::WhileWriting(time) => {
            wait_for_change(&mut child, folder, &before);
            // To sleep takes longer than a file takes to be written.
            let begin = Instant::now();
            while begin.elapsed() < time {
                std::hint::spin_loop();
            }
        }
        Moment::Never => drop(child.wait().unwrap()),
    }
    // One that has ended already cannot be killed.
    let _ = child.kill();
    child.wait().unwrap();
}

/// How long a run takes that nobody ends.
pub fn times(start: impl FnOnce() -> Child, folder: &Path) -> Times {
    let before = lengths(folder);
    let begin = Instant::now();
    let mut child = start();
    wait_for_change(&mut child, folder, &before);
    let until_change = begin.elapsed();
    assert!(child.wait().unwrap().success());
    Times { run: begin.elapsed(), writing: begin.elapsed() - until_change }
}
