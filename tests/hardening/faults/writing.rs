//! The commands that write files.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::helpers::program::{Folder, Ran, many, run, tool};
use crate::helpers::terminal::Terminal;

const TODAY: &str = "--as-of=2026-11-25";

/// The bytes of each file below a folder, and the target of each link.
pub type Contents = BTreeMap<String, Vec<u8>>;

/// A command that writes files.
#[derive(Clone)]
pub struct Writing {
    pub name: &'static str,
    pub arguments: Vec<&'static str>,
    /// The files in the folder before the run, some as `folder/name`.
    pub before: Vec<(&'static str, String)>,
    pub writes: Vec<&'static str>,
    /// The target if `profile.toml` is a link.
    pub link: Option<&'static str>,
    /// The answers to all questions on a terminal.
    pub answers: &'static [&'static str],
}

impl Writing {
    fn new(name: &'static str, arguments: &[&'static str], before: Vec<(&'static str, String)>) -> Self {
        let arguments = [arguments, &[TODAY]].concat();
        Self { name, arguments, before, writes: vec!["profile.toml"], link: None, answers: &[] }
    }

    pub fn folder(&self) -> Folder {
        let folder = Folder::new();
        self.lay_out(&folder);
        folder
    }

    /// Resets a folder to the state before the run.
    pub fn lay_out(&self, folder: &Folder) {
        for entry in fs::read_dir(&folder.0).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        }
        for (name, text) in &self.before {
            folder.file(name, text);
        }
        if let Some(target) = self.link {
            symlink(target, folder.0.join("profile.toml")).unwrap();
        }
    }

    pub fn command(&self, folder: &Folder) -> Command {
        let mut command = tool();
        command.current_dir(&folder.0).args(&self.arguments);
        command
    }

    /// Starts the command without reading its output.
    pub fn start(&self, command: &mut Command) -> Child {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        if self.answers.is_empty() {
            return command.spawn().unwrap();
        }
        let mut terminal = Terminal::start(command);
        terminal.type_ahead(self.answers);
        terminal.child
    }

    pub fn run(&self, command: &mut Command) -> Ran {
        if self.answers.is_empty() {
            return run(command);
        }
        let mut terminal = Terminal::start(command);
        terminal.type_ahead(self.answers);
        terminal.ended()
    }

    /// The valid contents of the folder: before the run, after each answer, and after the run.
    pub fn states(&self) -> Vec<Contents> {
        let stops = |count: usize| Self { answers: &self.answers[..count], ..self.clone() };
        let whole = self.answers.len().max(1);
        let after = |count: usize| {
            let folder = self.folder();
            let with = if self.answers.is_empty() { self.clone() } else { stops(count) };
            let mut command = with.command(&folder);
            let ran = if count < whole { with.run_and_leave(&mut command) } else { with.run(&mut command) };
            assert_eq!(ran.code, 0, "{}: {ran:#?}", self.name);
            contents(&folder.0)
        };
        let before = contents(&self.folder().0);
        let states: Vec<Contents> = [before].into_iter().chain((1..=whole).map(after)).collect();
        for file in &self.writes {
            assert!(states[0].get(*file) != states[states.len() - 1].get(*file), "{}: {file} stays", self.name);
        }
        states
    }

    /// Runs the command, and leaves after the answers.
    fn run_and_leave(&self, command: &mut Command) -> Ran {
        let mut terminal = Terminal::start(command);
        terminal.type_ahead(self.answers);
        terminal.type_ahead(&["q"]);
        terminal.ended()
    }

    /// Asserts that each file has the bytes of one of the states. Returns whether a file has changed.
    pub fn has_changed(&self, found: &Contents, states: &[Contents]) -> bool {
        for (name, bytes) in found {
            let is_known = states.iter().any(|state| state.get(name) == Some(bytes));
            assert!(is_known, "{}: {} bytes of {name} are neither old nor new", self.name, bytes.len());
        }
        for name in states[0].keys() {
            assert!(found.contains_key(name), "{}: {name} is lost", self.name);
        }
        found != &states[0]
    }
}

pub fn contents(folder: &Path) -> Contents {
    let mut contents = Contents::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let kind = path.symlink_metadata().unwrap().file_type();
        if kind.is_symlink() {
            contents.insert(name, fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes());
        } else if kind.is_dir() {
            contents.extend(self::contents(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            contents.insert(name, fs::read(&path).unwrap());
        }
    }
    contents
}

/// The commands, with a profile of this number of contributions.
pub fn every_writing(entries: usize) -> Vec<Writing> {
    let profile = || ("profile.toml", many(entries));
    let add = ["add", "talk", "Blazor in production", "--date=2026-11-20"];
    let linked = Writing {
        link: Some("kept/record.toml"),
        writes: vec!["kept/record.toml"],
        ..Writing::new("add through a link", &add, vec![("kept/record.toml", many(entries)), ("kept/beside", "beside".into())])
    };
    vec![
        init(),
        Writing::new("add", &add, vec![profile(), ("beside.txt", "beside".into())]),
        linked,
        Writing::new("import of a table", &["import", "csv", "new.csv", "--write"], vec![profile(), ("new.csv", table(0))]),
        Writing::new("import of a feed", &["import", "feed", "feed.json", "--write"], vec![profile(), ("feed.json", feed())]),
        Writing::new(
            "import of numbers",
            &["import", "csv", "new.csv", "--write", "--update"],
            vec![("profile.toml", many(entries)), ("new.csv", table(entries + 7))],
        ),
        numbers(entries),
        reports(entries),
        reports_on_a_team(entries),
    ]
}

fn init() -> Writing {
    Writing {
        writes: vec!["profile.toml", "mvp-profile.schema.json"],
        ..Writing::new("init", &["init", "--name", "Amal Example"], vec![("beside.txt", "beside".into())])
    }
}

fn numbers(entries: usize) -> Writing {
    let unmeasured = |day: u32| format!("\n[[contribution]]\ntype = \"talk\"\ntitle = \"Talk\"\ndate = 2026-11-{day}\n");
    let profile = many(entries) + &unmeasured(18) + &unmeasured(19) + &unmeasured(20);
    Writing { answers: &["45", "46", "47"], ..Writing::new("numbers", &["numbers"], vec![("profile.toml", profile)]) }
}

fn reports(entries: usize) -> Writing {
    let arguments =
        ["profile.toml", "--fail-on=never", "--output=json=r.json", "--output=html=r.html", "--output=markdown=kept/r.md"];
    let old = |name| (name, "an old report\n".repeat(entries));
    Writing {
        writes: vec!["r.json", "r.html", "kept/r.md"],
        ..Writing::new(
            "reports",
            &arguments,
            vec![("profile.toml", many(entries)), old("r.json"), old("r.html"), old("kept/r.md")],
        )
    }
}

fn reports_on_a_team(entries: usize) -> Writing {
    let arguments = ["team", "--fail-on=never", "--quiet", "--output=json=r.json", "--output=html=r.html"];
    let old = |name| (name, "an old report\n".repeat(entries));
    let profiles = [("team/a.toml", many(entries)), ("team/b.toml", many(entries / 2))];
    Writing {
        writes: vec!["r.json", "r.html"],
        ..Writing::new("reports on a team", &arguments, profiles.into_iter().chain([old("r.json"), old("r.html")]).collect())
    }
}

/// A table of new contributions, and of `known` ones of a profile by [`many`] with higher metrics.
fn table(known: usize) -> String {
    let row = |at: usize| {
        let (month, day) = (at % 10 + 1, at % 28 + 1);
        format!("article,Entry {at},2026-{month:02}-{day:02},https://example.org/{at},{}\n", at * 2 + 5_000_000)
    };
    let new = (0..20).map(|at| format!("talk,Told {at},2026-11-{:02},https://example.org/told/{at},\n", at + 1));
    "type,title,date,url,views\n".to_owned()
        + &new.collect::<String>()
        + &(0..known.saturating_sub(7)).map(row).collect::<String>()
}

fn feed() -> String {
    let item = |at: usize| {
        let day = at + 1;
        format!(
            r#"{{"id":"{at}","title":"Post {at}","url":"https://example.org/post/{at}","date_published":"2026-11-{day:02}T12:00:00Z"}}"#
        )
    };
    let items: Vec<String> = (0..20).map(item).collect();
    format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Posts","items":[{}]}}"#, items.join(","))
}
