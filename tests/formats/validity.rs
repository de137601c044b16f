//! What is written is valid by the rules of its format.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use reports::{of_profile, of_team, profiles};

use crate::checks::reading::{Kind, Read, read};
use crate::checks::{Checked, by_schema, ensure, manual};
use crate::common::figure;
use crate::common::program::{Folder, INVALID};

#[path = "validity/kept.rs"]
mod kept;
#[path = "validity/reports.rs"]
mod reports;

/// Something that was written.
struct Output {
    name: String,
    kind: Kind,
    text: String,
    /// What it is beside its format: a report, a profile, guidance, a schema, a page of the manual, completions.
    of: Option<&'static str>,
    /// What is known to be wrong with it.
    wrong: Option<String>,
}

impl Output {
    fn new(name: impl Into<String>, kind: Kind, text: String) -> Self {
        Self { name: name.into(), kind, text, of: None, wrong: None }
    }

    /// It is valid by its format, and as what it is beside.
    fn valid(&self) -> Checked {
        self.wrong.clone().map_or(Ok(()), Err)?;
        ensure(!self.text.is_empty(), || "nothing is written".into())?;
        match (self.of, &self.text) {
            (Some("page"), page) => return manual::valid(page),
            (Some("bash"), script) => return manual::is_bash(script),
            (Some("schema"), schema) => by_schema::is_schema(schema)?,
            (Some(of @ ("profile" | "guidance")), text) => by_schema::valid_toml(of, text)?,
            _ => {}
        }
        match (self.of, read(self.kind, &self.text)?) {
            (Some("report"), Read::Json(reports)) => reports.iter().try_for_each(|it| by_schema::valid("report", it)),
            _ => Ok(()),
        }
    }
}

/// What is to be written, each in a run of its own.
type Job<'j> = Box<dyn Fn() -> Vec<Output> + Sync + 'j>;

/// Runs all jobs on two threads: how many outputs there are, and what is wrong with them.
fn checked(jobs: &[Job<'_>]) -> (usize, Vec<String>) {
    let (next, outputs, wrong) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let run = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            for output in job() {
                outputs.fetch_add(1, Ordering::Relaxed);
                if let Err(why) = output.valid() {
                    wrong.lock().unwrap().push(format!("{}: {why:.800}", output.name));
                }
            }
        }
    };
    thread::scope(|scope| [scope.spawn(run), scope.spawn(run)].map(|thread| thread.join().unwrap()));
    (outputs.into_inner(), wrong.into_inner().unwrap())
}

#[test]
#[ignore = "reads what is written of dozens of profiles: about a minute"]
fn everything_that_is_written_is_valid() {
    let folder = Folder::new();
    let profiles = profiles(&folder);
    let all: Vec<&str> = ["--width=72"].into_iter().chain(profiles.iter().map(String::as_str)).collect();
    let mut jobs: Vec<Job<'_>> =
        vec![Box::new(kept::profiles), Box::new(kept::imports), Box::new(kept::guidance), Box::new(kept::others)];
    for edition in ["workshop-2020", "program-2026"] {
        jobs.extend(profiles.iter().map(|path| -> Job<'_> { Box::new(move || of_profile(path, edition)) }));
    }
    jobs.push(Box::new(|| of_team("all of them", &all)));
    for team in [
        &["examples/team"][..],
        &["examples/team", "--anonymous"],
        &[INVALID, "no/such/profile.toml"],
        &["examples/own-guidance.toml", INVALID],
    ] {
        jobs.push(Box::new(move || of_team(&team.join(" "), &[&["--width=72"], team].concat())));
    }
    let (outputs, wrong) = checked(&jobs);
    figure::print(format!("{outputs} outputs validated, {} invalid", wrong.len()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_invalid_is_found() {
    let invalid = |of, kind, text: &str| Output { of, ..Output::new("", kind, text.into()) }.valid().is_err();
    assert!(invalid(None, Kind::Json, "") && invalid(None, Kind::Lines, "{}\n{"));
    assert!(invalid(Some("report"), Kind::Json, "{\"schema_version\": 1}"));
    assert!(invalid(Some("schema"), Kind::Json, "{\"type\": \"no such\"}"));
    assert!(invalid(Some("profile"), Kind::Toml, "[profile]\nstage = \"winner\"\n"));
    assert!(invalid(Some("guidance"), Kind::Toml, "extends = 1\n"));
    let page = ".TH a 1\n.SH NAME\na\n.SH SYNOPSIS\na\n";
    assert!(!invalid(Some("page"), Kind::Text(None), page));
    assert!(invalid(Some("page"), Kind::Text(None), &page.replace(".TH", ".XX")) && invalid(Some("page"), Kind::Text(None), "a"));
    assert!(invalid(None, Kind::Sarif, "{\"version\": \"2.1.0\", \"runs\": [{}]}"));
}
