//! After `kill -9`, each file has its old bytes or its new ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::kill::{moments, run_and_kill, times};
use super::writing::{Contents, Writing, contents, every_writing};
use crate::helpers::program::{Folder, behind};

/// The files after each kill.
#[derive(Default)]
struct Tally {
    old: usize,
    new: usize,
    /// Runs killed while a temporary file existed.
    half_written: usize,
}

impl Tally {
    fn add(&mut self, writing: &Writing, folder: &Folder, states: &[Contents]) {
        let mut found = contents(&folder.0);
        let all = found.len();
        // An unfinished file is a temporary one beside the file.
        found.retain(|name, _| !Path::new(name).file_name().unwrap().to_str().unwrap().starts_with(".tmp"));
        self.half_written += usize::from(found.len() < all);
        let is_new = writing.has_changed(&found, states);
        self.new += usize::from(is_new);
        self.old += usize::from(!is_new);
    }

    fn assert_both_were_seen(&self, writing: &Writing) {
        assert!(self.old > 0 && self.new > 0, "{}: {} times old, {} times new", writing.name, self.old, self.new);
    }
}

/// Kills a command at moments spread over its run. Returns how many times it was writing.
fn kill_at_moments(writing: &Writing, count: u32) -> usize {
    let (folder, states) = (writing.folder(), writing.states());
    let watched = folder.0.join(writing.writes[0]);
    let watched = watched.parent().unwrap();
    let start = || writing.start(&mut writing.command(&folder));
    let moments = moments(count / 2, times(start, watched));
    let mut tally = Tally::default();
    for moment in &moments {
        writing.lay_out(&folder);
        run_and_kill(start, watched, *moment);
        tally.add(writing, &folder, &states);
    }
    tally.assert_both_were_seen(writing);
    tally.half_written
}

#[test]
fn a_killed_command_loses_nothing() {
    for writing in every_writing(20) {
        kill_at_moments(&writing, 10);
    }
}

#[test]
#[ignore = "takes a minute"]
fn a_command_killed_at_any_of_500_moments_loses_nothing() {
    let half_written: usize = every_writing(150).iter().map(|writing| kill_at_moments(writing, 500)).sum();
    assert!(half_written > 0, "no run was killed while it wrote");
}

/// The system calls that change files, and those around them.
const CALLS: &str = "trace=openat,close,write,writev,ftruncate,fchmod,fsync,fdatasync,flock,/^rename,/^link,/^unlink";

/// The calls of a run: each name with its count from 1, for each thread.
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
        // `execve` starts the program.
        if name != "execve" {
            calls.insert((name.to_owned(), count));
        }
    }
    calls
}

fn kill_before_every_call(writing: &Writing) {
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
    tally.assert_both_were_seen(writing);
    assert!(tally.half_written > 0, "{}", writing.name);
}

fn can_trace() -> bool {
    let strace = Command::new("strace").args(["-qq", "true"]).stderr(Stdio::null()).status();
    strace.is_ok_and(|status| status.success())
}

#[test]
#[ignore = "takes half a minute, and strace"]
fn a_command_killed_before_any_system_call_loses_nothing() {
    assert!(can_trace(), "strace is missing, or may not trace");
    every_writing(20).iter().for_each(kill_before_every_call);
}
