//! Commands that write the same file at once: each change is in the file, once.

use std::fs;
use std::process::Child;

use toml::Table;

use crate::helpers::program::{Folder, Ran, ended, many, names, tool};
use crate::helpers::terminal::Terminal;

/// Repetitions of each pair.
const ROUNDS: usize = 3;
/// Contributions of the profile.
const ENTRIES: usize = 30;

/// A command that writes a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Writer {
    Add,
    Table,
    Feed,
    Numbers,
    Init,
}

const WRITERS: [Writer; 5] = [Writer::Add, Writer::Table, Writer::Feed, Writer::Numbers, Writer::Init];

enum Run {
    Piped(Child),
    Typed(Terminal),
}

impl Writer {
    fn start(self, folder: &Folder, at: usize) -> Run {
        let title = format!("Talk {at}");
        let arguments: &[&str] = match self {
            Self::Add => &["add", "talk", &title, "--date=2026-11-20"],
            Self::Table => &["import", "csv", "new.csv", "--write"],
            Self::Feed => &["import", "feed", "feed.json", "--write"],
            Self::Numbers => &["numbers", "--as-of=2026-11-25"],
            Self::Init => &["init", "--name", &title],
        };
        let mut command = tool();
        command.current_dir(&folder.0).args(arguments);
        if self == Self::Numbers {
            let mut terminal = Terminal::start(&mut command);
            terminal.type_ahead(&["45", "q"]);
            return Run::Typed(terminal);
        }
        Run::Piped(command.spawn().unwrap())
    }

    /// The titles of the contributions that the writer adds.
    fn titles(self, at: usize) -> Vec<String> {
        match self {
            Self::Add => vec![format!("Talk {at}")],
            Self::Table => vec!["Row 1".into(), "Row 2".into()],
            Self::Feed => vec!["Post".into()],
            Self::Numbers | Self::Init => Vec::new(),
        }
    }
}

impl Run {
    fn ended(self) -> Ran {
        match self {
            Self::Piped(child) => ended(child),
            Self::Typed(terminal) => terminal.ended(),
        }
    }
}

fn folder() -> Folder {
    let folder = Folder::new();
    let unmeasured = "\n[[contribution]]\ntype = \"talk\"\ntitle = \"Unmeasured\"\ndate = 2026-11-20\n";
    folder.file("profile.toml", many(ENTRIES) + unmeasured);
    folder.file("new.csv", "type,title,date\ntalk,Row 1,2026-11-01\ntalk,Row 2,2026-11-02\n");
    let item = r#"{"id":"1","title":"Post","url":"https://example.org/post","date_published":"2026-11-03T12:00:00Z"}"#;
    folder.file("feed.json", format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Posts","items":[{item}]}}"#));
    folder
}

/// Starts writers of two kinds at once, in turn.
fn all_at_once(kinds: [Writer; 2], count: usize) {
    let folder = folder();
    let writers: Vec<Writer> = (0..count).map(|at| kinds[at % 2]).collect();
    let runs: Vec<Run> = writers.iter().enumerate().map(|(at, writer)| writer.start(&folder, at)).collect();
    let mut expected: Vec<String> = (0..ENTRIES).map(|at| format!("Entry {at}")).chain(["Unmeasured".into()]).collect();
    for ((at, writer), run) in writers.iter().enumerate().zip(runs) {
        let ran = run.ended();
        let is_refused = *writer == Writer::Init;
        assert_eq!(ran.code, if is_refused { 2 } else { 0 }, "{kinds:?}: {ran:#?}");
        assert!(!is_refused || ran.err.contains("is there already"), "{ran:#?}");
        expected.extend(writer.titles(at));
    }
    // Only one of two imports adds a contribution that both find.
    expected.sort();
    expected.dedup();
    let profile: Table = fs::read_to_string(folder.0.join("profile.toml")).unwrap().parse().unwrap();
    let entries = profile["contribution"].as_array().unwrap();
    let mut titles: Vec<&str> = entries.iter().map(|entry| entry["title"].as_str().unwrap()).collect();
    titles.sort_unstable();
    assert_eq!(titles, expected, "{kinds:?}");
    let unmeasured = entries.iter().find(|entry| entry["title"].as_str() == Some("Unmeasured")).unwrap();
    let has_numbers = unmeasured.get("impact").is_some_and(|it| it["attendees"].as_integer() == Some(45));
    assert_eq!(has_numbers, writers.contains(&Writer::Numbers), "{kinds:?}");
    assert_eq!(names(&folder.0), ["feed.json", "new.csv", "profile.toml"]);
}

/// Writes several reports to one file: it has one complete report.
fn reports_at_once(count: usize) {
    let folder = folder();
    let report = |at: usize, path: &str| {
        let (day, output) = (format!("--as-of=2026-11-{:02}", at + 10), format!("--output=json={path}"));
        tool().current_dir(&folder.0).args(["profile.toml", "--fail-on=never", &day, &output]).spawn().unwrap()
    };
    let children: Vec<Child> = (0..count).map(|at| report(at, "report.json")).collect();
    assert!(children.into_iter().all(|child| ended(child).code == 0));
    let found = fs::read(folder.0.join("report.json")).unwrap();
    fs::remove_file(folder.0.join("report.json")).unwrap();
    let is_whole = (0..count).any(|at| {
        assert_eq!(ended(report(at, "alone.json")).code, 0);
        fs::read(folder.0.join("alone.json")).unwrap() == found
    });
    assert!(is_whole, "{} bytes of no report", found.len());
    assert_eq!(names(&folder.0), ["alone.json", "feed.json", "new.csv", "profile.toml"]);
}

/// Checks a profile while a command writes it: the report is on the old profile or the new one.
fn a_report_beside(writer: Writer) {
    let folder = folder();
    let run = writer.start(&folder, 0);
    let report = tool().current_dir(&folder.0).args(["--fail-on=never", "--as-of=2026-11-25", "--format=json"]).spawn().unwrap();
    let entries = ended(report).json()["activity"]["entries"].as_u64().unwrap();
    run.ended();
    let before = ENTRIES as u64 + 1;
    assert!(entries == before || entries == before + writer.titles(0).len() as u64, "{writer:?}: {entries}");
}

#[test]
fn writers_at_once_lose_nothing() {
    for other in WRITERS {
        all_at_once([Writer::Add, other], 6);
    }
    reports_at_once(4);
    a_report_beside(Writer::Add);
}

#[test]
fn one_of_several_init_wins() {
    let folder = Folder::new();
    let init = |at: usize| tool().current_dir(&folder.0).args(["init", "--name", &format!("Person {at}")]).spawn().unwrap();
    let children: Vec<Child> = (0..8).map(init).collect();
    let codes: Vec<i32> = children.into_iter().map(|child| ended(child).code).collect();
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
    assert_eq!(names(&folder.0), ["mvp-profile.schema.json", "profile.toml"]);
}

#[test]
#[ignore = "takes half a minute"]
fn every_pair_of_writers_at_once_loses_nothing() {
    for (at, first) in WRITERS.into_iter().enumerate() {
        for second in WRITERS.into_iter().skip(at) {
            for count in [2, 8].repeat(ROUNDS) {
                all_at_once([first, second], count);
            }
        }
    }
    [2, 8].repeat(ROUNDS).into_iter().for_each(reports_at_once);
    WRITERS.repeat(ROUNDS).into_iter().for_each(a_report_beside);
}
