//! `kill -9`: whenever it comes, each file has its old bytes or its new ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::writing::{Contents, Writing, contents, every_writing};
use crate::common::figure;
use crate::common::kill::{moments, run_and_kill, times};
use crate::common::program::{Folder, behind};

/// Points of each command: half of them spread over the run, half over the time in which files change.
const POINTS: u32 = 500;
/// Entries of a profile whose writing takes a while.
const ENTRIES: usize = 150;

/// What was found after a command was killed.
#[derive(Default)]
struct Tally {
    old: usize,
    new: usize,
    /// How often a file was about to be written.
    half_written: usize,
}

impl Tally {
    fn add(&mut self, writing: &Writing, folder: &Folder, states: &[Contents]) {
        let mut found = contents(&folder.0);
        let all = found.len();
        // What is not finished stands beside the file, by a name of its own.
        found.retain(|name, _| !Path::new(name).file_name().unwrap().to_str().unwrap().starts_with(".tmp"));
        self.half_written += usize::from(found.len() < all);
        let is_new = writing.has_changed(&found, states);
        self.new += usize::from(is_new);
        self.old += usize::from(!is_new);
    }

    fn tell(&self, writing: &Writing) {
        let Self { old, new, half_written } = self;
        figure::note(format!("{}: {old} times old, {new} times new, {half_written} times while it was written", writing.name));
        assert!(*old > 0 && *new > 0, "{}", writing.name);
    }
}

/// How many moments were tried, and at how many of them a file was about to be written.
fn kill_at_every_moment(writing: &Writing) -> (usize, usize) {
    let (folder, states) = (writing.folder(), writing.states());
    let watched = folder.0.join(writing.writes[0]);
    let watched = watched.parent().unwrap();
    let start = || writing.start(&mut writing.command(&folder));
    let moments = moments(POINTS / 2, times(start, watched));
    let mut tally = Tally::default();
    for moment in &moments {
        writing.lay_out(&folder);
        run_and_kill(start, watched, *moment);
        tally.add(writing, &folder, &states);
    }
    tally.tell(writing);
    (moments.len(), tally.half_written)
}

#[test]
#[ignore = "takes a minute"]
fn whenever_a_command_is_killed_nothing_is_lost() {
    let writings = every_writing(ENTRIES);
    let tried: Vec<(usize, usize)> = writings.iter().map(kill_at_every_moment).collect();
    let (points, half_written) = tried.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    assert!(half_written > 0, "no run was killed while it wrote");
    let (thousands, rest) = (points / 1000, points % 1000);
    figure::print(format!("{thousands} {rest:03} kill points of {} writing commands, 0 files lost", writings.len()));
}

/// What a system is asked for that changes a folder or what is in it, and what stands around that.
const CALLS: &str = "trace=openat,close,write,writev,ftruncate,fchmod,fsync,fdatasync,flock,/^rename,/^link,/^unlink";

/// The calls of a run: their names, each with how many of the same name were before, from 1, in one thread.
fn calls(writing: &Writing) -> BTreeSet<(String, usize)> {
    let (folder, beside) = (writing.folder(), Folder::new());
    let log = beside.0.join("log").to_str().unwrap().to_owned();
    let traced = ["strace", "-f", "-qq", "-o", &log, "-e", CALLS];
    assert_eq!(writing.run(&mut behind(&traced, &writing.command(&folder))).code, 0);
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut calls = BTreeSet::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let (thread, call) = line.split_once(' ').unwrap();
        let Some((name, _)) = call.trim_start().split_once('(') else { continue };
        if !name.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_') {
            continue;
        }
        seen.push((thread.to_owned(), name.to_owned()));
        let count = seen.iter().filter(|it| **it == seen[seen.len() - 1]).count();
        // The first one starts the program.
        if name != "execve" {
            calls.insert((name.to_owned(), count));
        }
    }
    calls
}

fn kill_before_every_call(writing: &Writing) -> usize {
    let (folder, states) = (writing.folder(), writing.states());
    let calls = calls(writing);
    let mut tally = Tally::default();
    for (name, count) in &calls {
        writing.lay_out(&folder);
        let (traced, killing) = (format!("trace={name}"), format!("inject={name}:signal=KILL:when={count}"));
        let others = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &traced, "-e", &killing];
        writing.start(&mut behind(&others, &writing.command(&folder))).wait().unwrap();
        tally.add(writing, &folder, &states);
    }
    tally.tell(writing);
    assert!(tally.half_written > 0, "{}", writing.name);
    calls.len()
}

fn can_trace() -> bool {
    let strace = Command::new("strace").args(["-qq", "true"]).stderr(Stdio::null()).status();
    strace.is_ok_and(|status| status.success())
}

#[test]
#[ignore = "takes half a minute, and strace"]
fn whichever_call_is_the_last_nothing_is_lost() {
    if !can_trace() {
        figure::note("not tried: strace is not here, or may not trace");
        return;
    }
    let writings = every_writing(20);
    let calls: usize = writings.iter().map(kill_before_every_call).sum();
    figure::note(format!("{calls} system calls"));
    // How many there are depends on the system.
    figure::print(format!("each system call on files of {} writing commands the last, 0 files lost", writings.len()));
}
