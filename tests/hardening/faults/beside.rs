//! Commands that write the same file at the same time: what each of them told as written is there, once.

use std::fs;
use std::process::Child;

use toml::Table;

use crate::common::figure;
use crate::common::program::{Folder, Ran, ended, many, names, tool};
use crate::common::terminal::Terminal;

/// How often the writers of each pair start.
const ROUNDS: usize = 3;
/// Entries that are there before.
const ENTRIES: usize = 30;

/// What writes into a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Writer {
    Add,
    Table,
    Feed,
    Numbers,
    Init,
}

const WRITERS: [Writer; 5] = [Writer::Add, Writer::Table, Writer::Feed, Writer::Numbers, Writer::Init];

/// A run of one of them.
enum Run {
    Piped(Child),
    Typed(Terminal),
}

impl Writer {
    /// Starts the writer of a number.
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

    /// The titles of what the writer of a number adds.
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

/// Starts so many writers at once, of two kinds in turn.
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
    // What two imports found is added by one of them.
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

/// Several reports into one file: it holds all of one of them.
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

/// A report on a profile that is being written: it is one on the old profile or on the new one.
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
#[ignore = "takes half a minute"]
fn whoever_writes_at_once_is_heard_or_told() {
    let mut runs = 0;
    for (at, first) in WRITERS.into_iter().enumerate() {
        for second in WRITERS.into_iter().skip(at) {
            for count in [2, 8].repeat(ROUNDS) {
                all_at_once([first, second], count);
                runs += count;
            }
        }
    }
    for count in [2, 8].repeat(ROUNDS) {
        reports_at_once(count);
        runs += count;
    }
    for writer in WRITERS.repeat(ROUNDS) {
        a_report_beside(writer);
        runs += 2;
    }
    figure::print(format!("{runs} writes beside others, 2 and 8 at once, 0 entries lost"));
}
