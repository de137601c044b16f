//! All bad and odd files with the commands that read them.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use super::fate::{Fate, faults_of_fate};
use super::files::{EXPECTED, Kind, ROOT, folders, names};
use super::made::{Made, made};
use super::runs::{GOOD, NAMING, Run, SOURCE, TEAM, few, runs};
use super::trial::trial;
use crate::helpers::program::Folder;

/// A file, and the runs that read it.
struct Case {
    kind: Kind,
    /// Relative to the folder in which the program runs.
    path: String,
    bytes: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    fate: Fate,
    runs: Vec<Run>,
}

/// Runs at the same time: as many as a small machine has cores.
const WORKERS: usize = 2;

/// Runs all cases, and returns how they differ from what is expected.
fn tried(cases: Vec<Case>) -> Vec<String> {
    let queue = Mutex::new(VecDeque::from(cases));
    let faults = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let desk = Desk::new();
                loop {
                    let Some(case) = queue.lock().unwrap().pop_front() else { break };
                    faults.lock().unwrap().extend(desk.try_all(&case));
                }
            });
        }
    });
    faults.into_inner().unwrap()
}

/// A folder with all files that the runs name.
struct Desk {
    folder: Folder,
    good: Vec<u8>,
}

impl Desk {
    fn new() -> Self {
        let folder = Folder::new();
        let good = fs::read(Path::new(ROOT).join(GOOD)).unwrap();
        folder.file(GOOD, &good);
        folder.file(SOURCE, "type,title,date\narticle,New,2026-05-03\n");
        folder.file(&format!("{TEAM}/{GOOD}"), &good);
        // Some lists and profiles name these.
        folder.file(&format!("{ROOT}/{GOOD}"), &good);
        for top in ["bad", "odd"] {
            for (kind, names) in folders(top).iter().filter(|(kind, _)| ["guidance", "profile"].contains(&kind.as_str())) {
                for name in names {
                    let bytes = fs::read(format!("{ROOT}/{top}/{kind}/{name}")).unwrap();
                    folder.file(&format!("{top}/{kind}/{name}"), &bytes);
                    folder.file(&format!("{ROOT}/{top}/{kind}/{name}"), bytes);
                }
            }
        }
        fs::create_dir_all(folder.0.join("src/check")).unwrap();
        Self { folder, good }
    }

    fn try_all(&self, case: &Case) -> Vec<String> {
        let bytes = (case.bytes)();
        let file = self.folder.file(&case.path, &bytes);
        let beside = self.folder.0.join(TEAM).join(file.file_name().unwrap());
        if case.kind == Kind::Profile {
            fs::write(&beside, &bytes).unwrap();
        }
        if case.kind == Kind::Guidance {
            let name = Path::new(&case.path).strip_prefix("bad").map(|rest| Path::new("..").join(rest));
            let name = name.unwrap_or_else(|_| Path::new("../..").join(&case.path));
            self.folder.file(NAMING, format!("[profile]\nguidance = \"{}\"\nas-of = 2026-11-23\n", name.display()));
        }
        let mut faults = Vec::new();
        for run in &case.runs {
            faults.extend(self.try_one(case, run, &bytes).into_iter().map(|fault| {
                let words: Vec<&str> = run.arguments.iter().map(String::as_str).collect();
                format!("{}: mvp-check {}: {fault}", case.path, words.join(" "))
            }));
        }
        let _ = fs::remove_file(beside);
        let _ = fs::remove_file(self.folder.0.join(NAMING));
        if !case.path.starts_with("bad/guidance") && !case.path.starts_with("bad/profile") {
            fs::remove_file(file).unwrap();
        }
        faults
    }

    fn try_one(&self, case: &Case, run: &Run, bytes: &[u8]) -> Vec<String> {
        let before = self.names(&case.path);
        let trial = trial(&self.folder.0, &run.arguments, run.is_fed.then_some(bytes));
        let mut faults = trial.faults();
        faults.extend(faults_of_fate(&case.fate, run, &trial, bytes));
        let is_refused = trial.code == Some(2);
        // A refused run may leave a complete report of the mistakes, and nothing else.
        if let Some(output) = &run.output {
            let path = self.folder.0.join(output);
            if let Ok(written) = fs::read_to_string(&path) {
                fs::remove_file(path).unwrap();
                if is_refused && written != trial.out {
                    faults.push("the file has another report than standard output".into());
                }
            } else if !is_refused || !trial.out.is_empty() {
                faults.push("the file is not written".into());
            }
        }
        let file = self.folder.0.join(&case.path);
        let may_write = run.writes && !is_refused;
        for (path, was) in [(file, bytes), (self.folder.0.join(GOOD), &*self.good)] {
            if fs::read(&path).unwrap() == was {
                continue;
            }
            fs::write(&path, was).unwrap();
            if !may_write {
                faults.push(format!("{} is changed", path.display()));
            }
        }
        if self.names(&case.path) != before {
            faults.push("something is left behind".into());
        }
        faults
    }

    /// The names in each folder where a run could leave something behind.
    fn names(&self, path: &str) -> Vec<String> {
        let beside = Path::new(path).parent().unwrap();
        [Path::new(""), beside, Path::new(TEAM)].iter().flat_map(|folder| names(&self.folder.0.join(folder))).collect()
    }
}

/// The place of the first mistake in each file.
fn places(folder: &str) -> BTreeMap<String, String> {
    let table = fs::read_to_string(format!("{ROOT}/bad/{folder}/{EXPECTED}")).unwrap();
    let place =
        |line: &str| line.split_once('\t').map(|(name, rest)| (name.to_owned(), rest.split('\t').next().unwrap().to_owned()));
    table.lines().skip(1).filter_map(place).collect()
}

/// The committed files.
fn committed() -> Vec<Case> {
    let mut cases = Vec::new();
    for top in ["bad", "odd"] {
        for (folder, names) in folders(top) {
            let places = if top == "bad" { places(&folder) } else { BTreeMap::new() };
            for name in names {
                let place = places.get(&name).cloned();
                cases.push(case_of(top, &folder, &name, place));
            }
        }
    }
    cases
}

fn case_of(top: &str, folder: &str, name: &str, place: Option<String>) -> Case {
    let kind = Kind::of(folder);
    let path = format!("{top}/{folder}/{name}");
    let source = format!("{ROOT}/{path}");
    let mut runs = runs(kind, &path);
    if kind == Kind::Profile && name.starts_with("guidance-") {
        // The path of a guidance is relative to the profile, and standard input has no folder.
        runs.retain(|run| !run.is_fed);
    }
    if name == "guidance-is-the-profile-itself.toml" {
        // The mistake is in the guidance, and reports have only places in profiles.
        runs.iter_mut().for_each(|run| run.format = "");
    }
    Case {
        kind,
        bytes: Box::new(move || fs::read(&source).unwrap()),
        fate: place.map_or(Fate::Accepted, Fate::Refused),
        runs,
        path,
    }
}

/// The generated files.
fn large() -> Vec<Case> {
    let case = |made: Made| {
        let path = format!("made-{}", made.name);
        let fate = if made.because.is_empty() { Fate::Either } else { Fate::Because(made.because) };
        Case { kind: made.kind, bytes: made.bytes, fate, runs: few(made.kind, &path), path }
    };
    made().into_iter().map(case).collect()
}

/// Each run of each kind of file once, with a different file each time.
fn sample(cases: Vec<Case>) -> Vec<Case> {
    let mut kinds: BTreeMap<PathBuf, Vec<Case>> = BTreeMap::new();
    for case in cases {
        kinds.entry(Path::new(&case.path).parent().unwrap().to_owned()).or_default().push(case);
    }
    for cases in kinds.values_mut() {
        let count = cases.len();
        for (at, case) in cases.iter_mut().enumerate() {
            let mut runs = 0;
            case.runs.retain(|_| {
                runs += 1;
                (runs * 7) % count == at
            });
        }
    }
    kinds.into_values().flatten().filter(|case| !case.runs.is_empty()).collect()
}

fn assert_as_expected(cases: Vec<Case>) {
    let faults = tried(cases);
    let shown = &faults[..faults.len().min(60)];
    assert!(faults.is_empty(), "{} faults: {shown:#?}", faults.len());
}

#[test]
fn every_command_refuses_bad_input() {
    let sample = sample(committed());
    let runs: usize = sample.iter().map(|case| case.runs.len()).sum();
    assert!(runs > 250, "{runs}");
    assert_as_expected(sample);
}

#[test]
#[ignore = "takes minutes: each file with each command"]
fn every_command_refuses_all_bad_input() {
    assert_as_expected(committed().into_iter().chain(large()).collect());
}
