//! Every output is valid by the rules of its format.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use reports::{all_profiles, of_profile, of_team, some_profiles};

use crate::helpers::checks::reading::{Kind, Read, read};
use crate::helpers::checks::{Checked, by_schema, ensure, manual};
use crate::helpers::program::Folder;

mod edits;
mod reports;

/// The guidance that ships.
const GUIDANCE: [&str; 2] = ["workshop-2020", "program-2026"];

struct Output {
    name: String,
    kind: Kind,
    text: String,
    /// Its rules beside those of the format: report, profile, guidance, schema, page (of the manual) or bash.
    of: Option<&'static str>,
    /// A known mistake.
    wrong: Option<String>,
}

impl Output {
    fn new(name: impl Into<String>, kind: Kind, text: String) -> Self {
        Self { name: name.into(), kind, text, of: None, wrong: None }
    }

    fn valid(&self) -> Checked {
        self.wrong.clone().map_or(Ok(()), Err)?;
        ensure(!self.text.is_empty(), || "the output is empty".into())?;
        match (self.of, &self.text) {
            (Some("page"), page) => return manual::valid(page),
            (Some("bash"), script) => return manual::is_bash(script),
            (Some("schema"), schema) => by_schema::is_schema(schema)?,
            (Some(of @ ("profile" | "guidance")), text) => by_schema::valid_toml(of, text)?,
            _ => {}
        }
        match (self.of, read(self.kind, &self.text)?) {
            (Some("report"), Read::Json(report)) => by_schema::valid("report", &report),
            _ => Ok(()),
        }
    }
}

/// Produces some outputs.
type Job<'j> = Box<dyn Fn() -> Vec<Output> + Sync + 'j>;

/// Runs all jobs on two threads, and returns the mistakes in their outputs.
fn invalid(jobs: &[Job<'_>]) -> Vec<String> {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let run = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            for output in job() {
                if let Err(why) = output.valid() {
                    wrong.lock().unwrap().push(format!("{}: {why:.800}", output.name));
                }
            }
        }
    };
    thread::scope(|scope| [scope.spawn(run), scope.spawn(run)].map(|thread| thread.join().unwrap()));
    wrong.into_inner().unwrap()
}

/// Everything on these profiles by both guidances, and on teams.
fn reports<'j>(profiles: &'j [String]) -> Vec<Job<'j>> {
    let by =
        |guidance: &'static str| profiles.iter().map(move |path| -> Job<'j> { Box::new(move || of_profile(path, guidance)) });
    let teams = ["examples/team", "examples/own-guidance.toml examples/invalid.toml", "examples/invalid.toml no/such.toml"];
    let teams =
        teams.into_iter().map(|team| -> Job<'j> { Box::new(move || of_team(team, &team.split(' ').collect::<Vec<_>>())) });
    GUIDANCE.into_iter().flat_map(by).chain(teams).collect()
}

fn assert_valid(jobs: &[Job<'_>]) {
    let invalid = invalid(jobs);
    assert!(invalid.is_empty(), "{}", invalid.join("\n\n"));
}

#[test]
fn every_kind_of_output_is_valid() {
    let folder = Folder::new();
    let profiles = some_profiles(&folder);
    let mut jobs = reports(&profiles);
    jobs.extend::<[Job<'_>; 3]>([
        Box::new(|| edits::profiles(4)),
        Box::new(|| edits::guidance(8)),
        Box::new(|| edits::others(4)),
    ]);
    assert_valid(&jobs);
}

#[test]
#[ignore = "takes a minute: the reports on dozens of profiles"]
fn every_output_is_valid() {
    let folder = Folder::new();
    let profiles = all_profiles(&folder);
    let mut jobs = reports(&profiles);
    jobs.extend::<[Job<'_>; 3]>([
        Box::new(|| edits::profiles(1)),
        Box::new(|| edits::guidance(1)),
        Box::new(|| edits::others(1)),
    ]);
    assert_valid(&jobs);
}

#[test]
fn the_readers_find_mistakes() {
    let invalid = |of, kind, text: &str| Output { of, ..Output::new("", kind, text.into()) }.valid().is_err();
    assert!(invalid(None, Kind::Json, "") && invalid(None, Kind::Json, "{"));
    assert!(invalid(Some("report"), Kind::Json, "{\"schema_version\": 1}"));
    assert!(invalid(Some("schema"), Kind::Json, "{\"type\": \"no such\"}"));
    assert!(invalid(Some("profile"), Kind::Toml, "[profile]\nstage = \"winner\"\n"));
    assert!(invalid(Some("guidance"), Kind::Toml, "extends = 1\n"));
    let page = ".TH a 1\n.SH NAME\na\n.SH SYNOPSIS\na\n";
    assert!(!invalid(Some("page"), Kind::Text(None), page));
    assert!(invalid(Some("page"), Kind::Text(None), &page.replace(".TH", ".XX")) && invalid(Some("page"), Kind::Text(None), "a"));
}
