//! Runs the program as people run it, and makes files for it.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// The example profiles without mistakes.
pub const EXAMPLES: [&str; 6] = [
    "examples/profile.toml",
    "examples/ready.toml",
    "examples/renewal.toml",
    "examples/thin.toml",
    "examples/two-categories.toml",
    "examples/own-guidance.toml",
];

/// The example profile with mistakes.
pub const INVALID: &str = "examples/invalid.toml";

/// The formats of a report; `the_lists_are_complete` compares this list and the next three with what the program offers.
pub const FORMATS: [&str; 6] = ["table", "json", "markdown", "html", "github", "azure"];

/// The formats of `forecast` and `plan`.
pub const FORECAST_FORMATS: [&str; 4] = ["table", "json", "markdown", "html"];

/// What `export` writes, with its formats.
pub const EXPORTS: [(&str, &[&str]); 3] =
    [("dossier", &["markdown"]), ("portal", &["markdown", "json", "csv"]), ("csv", &["csv"])];

/// The kinds of source that `import` reads.
pub const IMPORTERS: [&str; 8] = ["csv", "feed", "stack-exchange", "github", "sessionize", "calendar", "devto", "portal"];

/// A run that takes longer hangs: a debug build on a busy machine takes a tenth of this.
pub const LONGEST: Duration = Duration::from_secs(10);

/// Environment variables that change the output.
const FROM_OUTSIDE: [&str; 9] =
    ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "CI", "SOURCE_DATE_EPOCH", "TZ", "LC_ALL"];

/// The program in the root of the crate, independent of the developer's environment. `MVP_CHECK_PROGRAM` names another build, e.g. a release.
pub fn tool() -> Command {
    let built = env!("CARGO_BIN_EXE_mvp-check");
    let mut command = Command::new(std::env::var_os("MVP_CHECK_PROGRAM").unwrap_or_else(|| built.into()));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    for name in FROM_OUTSIDE {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Wraps a command in another one that runs it, e.g. `strace`, with the same folder and environment.
pub fn behind(others: &[impl AsRef<OsStr>], command: &Command) -> Command {
    let mut whole = Command::new(others[0].as_ref());
    whole.args(&others[1..]).arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        whole.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => whole.env(name, value),
            None => whole.env_remove(name),
        };
    }
    whole.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    whole
}

/// The result of a run.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    /// The run printed a report.
    pub fn is_report(&self) -> bool {
        matches!(self.code, 0 | 1) && !self.out.is_empty()
    }

    /// The run failed with exit code 2, printed nothing, and the error contains each of these texts.
    pub fn is_refused(&self, because: &[&str]) -> bool {
        self.code == 2 && self.out.is_empty() && because.iter().all(|part| self.err.contains(part))
    }
}

/// Reads a stream to its end on a thread, so that the pipe never fills up.
fn drained(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).expect("output is UTF-8")
    })
}

/// Waits for the end of a run. Panics if it hangs, crashes or panics.
pub fn ended(mut child: Child) -> Ran {
    let (out, err) = (child.stdout.take().map(drained), child.stderr.take().map(drained));
    let begin = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begin.elapsed() > LONGEST {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("still running after {LONGEST:?}");
        }
        thread::sleep(Duration::from_millis(2));
    };
    let text = |stream: Option<thread::JoinHandle<String>>| stream.map_or(String::new(), |it| it.join().unwrap());
    let ran = Ran { code: status.code().unwrap_or(-1), out: text(out), err: text(err) };
    assert!(matches!(ran.code, 0..=2) && !ran.err.contains("panicked"), "{ran:#?}");
    ran
}

pub fn run(command: &mut Command) -> Ran {
    ended(command.spawn().unwrap())
}

/// Runs a command with bytes on standard input.
pub fn fed(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // The program may stop before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input);
    ended(child)
}

/// A temporary folder, removed on drop.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("mvp-check-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        // A killed test run may have left one behind.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// Writes a file and returns its path as an argument.
    pub fn named(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        self.file(name, content).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A profile with this number of contributions.
pub fn many(count: usize) -> String {
    let entry = |at: usize| {
        format!(
            "\n[[contribution]]\ntype = \"article\"\ntitle = \"Entry {at}\"\ndate = 2026-{:02}-{:02}\n\
             url = \"https://example.org/{at}\"\nimpact = {{ views = {at} }}\n",
            at % 10 + 1,
            at % 28 + 1
        )
    };
    "[profile]\nname = \"Amal Example\"\n".to_owned() + &(0..count).map(entry).collect::<String>()
}

/// The sorted names in a folder. Ignores the lock files that systems other than Unix need.
pub fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| cfg!(unix) || !name.ends_with(".lock")).collect();
    names.sort();
    names
}

pub fn run_with(arguments: &[&str]) -> Ran {
    run(tool().args(arguments))
}

pub fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    run(tool().current_dir(folder).args(arguments))
}

/// The report on profiles in a format.
pub fn written(format: &str, profiles: &[&str]) -> String {
    run_with(&[&["--format", format], profiles].concat()).out
}

pub fn json(profile: &str) -> Value {
    serde_json::from_str(&written("json", &[profile])).unwrap()
}
