//! The program as people run it, and files for it.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// The profiles among the examples that can be judged.
pub const EXAMPLES: [&str; 6] = [
    "examples/profile.toml",
    "examples/ready.toml",
    "examples/renewal.toml",
    "examples/thin.toml",
    "examples/two-categories.toml",
    "examples/own-guidance.toml",
];

/// The one with mistakes.
pub const INVALID: &str = "examples/invalid.toml";

/// Nothing here takes as long, not even in a debug build on a busy machine.
pub const LONGEST: Duration = Duration::from_secs(10);

/// What the program may look at beside its arguments.
const FROM_OUTSIDE: [&str; 9] =
    ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "CI", "SOURCE_DATE_EPOCH", "TZ", "LC_ALL"];

/// The program in the root of the crate, whatever the developer's own terminal and calendar say. `MVP_CHECK_PROGRAM` names another build of
/// it: figures are those of the program that people run.
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

/// A command behind others that run it, as `strace` does, in the same surroundings.
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

/// How a run ended, and what it wrote.
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

    /// A report was written, and the exit code is that of a verdict.
    pub fn is_report(&self) -> bool {
        matches!(self.code, 0 | 1) && !self.out.is_empty()
    }

    /// Nothing was judged, and the reason says all of this.
    pub fn is_refused(&self, because: &[&str]) -> bool {
        self.code == 2 && self.out.is_empty() && because.iter().all(|part| self.err.contains(part))
    }
}

/// Reads to the end beside the run, so that no pipe fills up.
fn drained(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).expect("all that is written is UTF-8")
    })
}

/// Waits for the end; what hangs is ended and is a failure. A code of its own stands for a signal: that is a crash.
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

/// The same with bytes on standard input.
pub fn fed(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // The program may refuse before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input);
    ended(child)
}

/// A folder of a test's own that goes with it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("mvp-check-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        // A run that was killed may have left one behind.
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

    /// The same, with its path as an argument.
    pub fn named(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        self.file(name, content).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A profile with so many entries.
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

/// The names of what is in a folder, in order, but for files that are locked in the place of others, where a locked file cannot be replaced.
pub fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| cfg!(unix) || !name.ends_with(".lock")).collect();
    names.sort();
    names
}

/// Runs the program with arguments.
pub fn run_with(arguments: &[&str]) -> Ran {
    run(tool().args(arguments))
}

/// The same in a folder.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    run(tool().current_dir(folder).args(arguments))
}

/// What a format writes of profiles.
pub fn written(format: &str, profiles: &[&str]) -> String {
    run_with(&[&["--format", format], profiles].concat()).out
}

/// The JSON report of a profile.
pub fn json(profile: &str) -> Value {
    serde_json::from_str(&written("json", &[profile])).unwrap()
}
