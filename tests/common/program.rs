//! What tests of formats share: the program as people run it, a folder of a test's own, and texts that try something.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// How a run ended, and what it wrote.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program in the root of the crate, whatever the developer's own terminal and calendar say.
pub fn run(arguments: &[&str]) -> Ran {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

/// The same in a folder.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mvp-check"));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "SOURCE_DATE_EPOCH", "TZ", "LC_ALL"] {
        command.env_remove(name);
    }
    let output = command.current_dir(folder).args(arguments).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("all that is written is UTF-8");
    let ran = Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) };
    assert!(matches!(ran.code, 0..=2) && !ran.err.contains("panicked"), "{arguments:?}: {ran:#?}");
    ran
}

/// What a format writes of profiles.
pub fn written(format: &str, profiles: &[&str]) -> String {
    run(&[&["--format", format], profiles].concat()).out
}

/// The JSON report of a profile.
pub fn json(profile: &str) -> Value {
    serde_json::from_str(&written("json", &[profile])).unwrap()
}

/// A folder of a test's own that goes with it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("mvp-check-formats-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a terminal or a browser would obey instead of showing it.
pub fn is_raw(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Texts that other people might write, by what they try.
pub const PAYLOADS: [&str; 14] = [
    "::error file=x::y",
    "##vso[task.complete result=Failed]##[error]x",
    "two\n::warning::lines\r\n##[group]x",
    "a,b:c;d]e=f",
    "%0A::error::x %25 %3A %AZP25 %AZP250A",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{202e}txt.exe\u{202c} zero\u{200b}width \u{feff}",
    "neither \u{fffe} nor \u{ffff} in XML, nor nul\u{0}",
    "<![CDATA[x]]><failure message=\"y\">&amp;&lol;'\"</failure>",
    "a ###### b #",
    "\\u001b \\\"quoted\\\" $0 &x;",
    "[click](javascript:alert(1)) `code` @name #1",
    "line\n  ::notice::after blanks",
    "\u{1f44d}\u{1f3fd} \u{10348} \u{4e2d}\u{6587} \u{7e}",
];

/// A TOML string in which every character but letters, digits and spaces is written as an escape.
pub fn escaped(text: &str) -> String {
    let mut written = String::from('"');
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || character == ' ' {
            written.push(character);
        } else {
            write!(written, "\\U{:08X}", u32::from(character)).unwrap();
        }
    }
    written + "\""
}

/// A profile with gaps of every level, a waiver and a warning, that says a text wherever it may.
pub fn profile_saying(text: &str) -> String {
    let text = escaped(text);
    format!(
        "[profile]\nname = {text}\ncategories = [{text}, \"Other\"]\ntechnology-areas = [{text}]\nas-of = 2026-11-23\n\
         [[contribution]]\ntype = \"article\"\ntitle = {text}\ndate = 2026-05-01\nurl = {text}\ncategory = {text}\n\
         technology-areas = [{text}, \"Elsewhere\"]\nimpact = {{ views = 900 }}\n\
         [[contribution]]\ntype = \"article\"\ntitle = {text}\ndate = 2026-06-01\n\
         [[waive]]\ncriterion = \"regularity\"\nreason = {text}\n"
    )
}

/// Guidance of one's own that says a text wherever it may, the id of a criterion included.
pub fn guidance_saying(text: &str) -> String {
    let text = escaped(text);
    let words = format!("title = {text}\nwhy = {text}\nadvice = {text}\nsource = {text}\n");
    format!(
        "extends = \"workshop-2020\"\nid = \"own\"\ntitle = {text}\nsource = {text}\n\
         [verdict]\nready = {text}\nnearly = {text}\nnot-yet = {text}\n\
         [[category]]\nname = {text}\nareas = [\"Known\", {text}]\n[[category]]\nname = \"Other\"\n\
         [criterion.breadth]\n{words}[criterion.{text}]\n{words}theme = \"amount\"\nlevel = \"required\"\nhow = {text}\n\
         check = {{ amount = {{ at-least = 1000 }} }}\n"
    )
}
