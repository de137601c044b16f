//! A file changes while a command waits for an answer or for input.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use super::writing::contents;
use crate::helpers::program::{Folder, Ran, ended, tool};
use crate::helpers::terminal::Terminal;

const OLD: &str =
    "[profile]\nname = \"Amal Example\"\n\n[[contribution]]\ntype = \"talk\"\ntitle = \"Talk\"\ndate = 2026-11-20\n";

/// More than a pipe holds: once it is written, the program is reading.
const MORE_THAN_A_PIPE: usize = 300_000;

/// A command that waits before it writes a file.
struct Waiting {
    arguments: &'static [&'static str],
    writes: &'static str,
    /// Whether the file exists before the run.
    is_there: bool,
    /// The last question on a terminal; the answers include those to earlier questions.
    question: &'static str,
    answers: &'static [&'static str],
    /// The begin of standard input, if there is no terminal.
    input: &'static str,
    end: &'static str,
}

const WAITING: [Waiting; 5] = [
    Waiting {
        arguments: &["init"],
        writes: "profile.toml",
        is_there: false,
        question: "Microsoft?",
        answers: &["1", "Amal", "candidate", "1", "no"],
        input: "",
        end: "",
    },
    Waiting {
        arguments: &["add", "talk"],
        writes: "profile.toml",
        is_there: true,
        question: "Numbers",
        answers: &["New", "2026-11-20", "", "45"],
        input: "",
        end: "",
    },
    Waiting {
        arguments: &["numbers", "--as-of=2026-11-25"],
        writes: "profile.toml",
        is_there: true,
        question: "“Talk”",
        answers: &["45"],
        input: "",
        end: "",
    },
    Waiting {
        arguments: &["import", "devto", "-", "--write"],
        writes: "profile.toml",
        is_there: true,
        question: "",
        answers: &[],
        input: "[",
        end: "]",
    },
    Waiting {
        arguments: &["-", "--output=json=report.json"],
        writes: "report.json",
        is_there: true,
        question: "",
        answers: &[],
        input: "[profile]\n",
        end: "",
    },
];

impl Waiting {
    /// Runs the command, and calls `meanwhile` while it waits.
    fn run(&self, folder: &Path, meanwhile: impl FnOnce()) -> Ran {
        let mut command = tool();
        command.current_dir(folder).args(self.arguments);
        if let [before @ .., last] = self.answers {
            let mut terminal = Terminal::start(&mut command);
            terminal.type_ahead(before);
            terminal.wait_for(self.question);
            meanwhile();
            terminal.type_ahead(&[last]);
            return terminal.ended();
        }
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(self.input.as_bytes()).unwrap();
        input.write_all("\n".repeat(MORE_THAN_A_PIPE).as_bytes()).unwrap();
        meanwhile();
        input.write_all(self.end.as_bytes()).unwrap();
        drop(input);
        ended(child)
    }

    fn folder(&self) -> Folder {
        let folder = Folder::new();
        if self.is_there {
            folder.file(self.writes, OLD);
        }
        folder
    }

    /// Asserts that the command reports the file and leaves it as it is.
    fn assert_refuses(&self, meanwhile: impl Fn(&Path)) {
        let folder = self.folder();
        let ran = self.run(&folder.0, || meanwhile(&folder.0));
        assert!(ran.code == 2 && ran.err.contains(self.writes), "{:?}: {ran:#?}", self.arguments);
        assert!(!ran.err.contains(".tmp") && !ran.err.contains("entity"), "{ran:#?}");
        let other = self.folder();
        meanwhile(&other.0);
        let [found, expected] = [&folder.0, &other.0].map(|it| it.exists().then(|| contents(it)));
        assert_eq!(found, expected, "{:?}", self.arguments);
    }
}

fn becomes_a_folder(path: &Path) {
    if path.exists() {
        fs::remove_file(path).unwrap();
    }
    fs::create_dir(path).unwrap();
}

#[test]
fn a_file_that_becomes_a_folder_is_reported() {
    for waiting in &WAITING {
        waiting.assert_refuses(|folder| becomes_a_folder(&folder.join(waiting.writes)));
    }
}

#[test]
fn a_folder_that_disappears_is_reported() {
    for waiting in &WAITING {
        waiting.assert_refuses(|folder| fs::remove_dir_all(folder).unwrap());
    }
}

/// The program never recreates a profile: it would lose the rest.
#[test]
fn a_profile_that_disappears_is_reported() {
    for waiting in WAITING.iter().filter(|it| it.is_there && it.writes == "profile.toml") {
        waiting.assert_refuses(|folder| fs::remove_file(folder.join("profile.toml")).unwrap());
    }
}

#[test]
fn a_profile_that_appears_stays() {
    let init = &WAITING[0];
    init.assert_refuses(|folder| fs::write(folder.join("profile.toml"), OLD).unwrap());
}
