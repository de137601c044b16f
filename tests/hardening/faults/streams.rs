//! Standard streams that are full (exit code 2), closed or not read to their end (both 0).

use std::fs::{self, OpenOptions};

use super::writing::{Writing, contents, every_writing};
use crate::helpers::program::{FORECAST_FORMATS, FORMATS, Folder, Ran, behind, run, tool};

const PROFILE: &str = "examples/profile.toml";

/// The commands that only print, as arguments.
fn everything_printed() -> Vec<String> {
    let reports = FORMATS.iter().map(|format| format!("{PROFILE} --format={format}"));
    let team = FORMATS.iter().map(|format| format!("{PROFILE} examples/ready.toml --format={format}"));
    let ahead = ["forecast", "plan"]
        .into_iter()
        .flat_map(|command| FORECAST_FORMATS.map(|format| format!("{command} {PROFILE} --format={format}")));
    let others = [
        "export dossier PROFILE",
        "export portal PROFILE",
        "export portal PROFILE --format=json",
        "export csv PROFILE",
        "export --list",
        "import --list",
        "import devto - --into PROFILE",
        "import devto - --into PROFILE --format=json",
        "add talk New --into PROFILE --dry-run",
        "numbers PROFILE",
        "numbers PROFILE --format=json",
        "explain amount",
        "explain amount --format=json",
        "explain process",
        "list",
        "list criteria --format=json",
        "schema",
        "schema report",
        "schema guidance",
        "completions bash",
        "completions zsh",
        "man",
        "man add",
        "PROFILE --quiet",
        "--help",
        "-h",
        "--version",
        "help",
        "help plan",
        "add --help",
    ];
    let others = others.into_iter().map(|words| words.replace("PROFILE", PROFILE));
    reports.chain(team).chain(ahead).chain(others).collect()
}

/// Runs a command with streams changed by a shell; `import` reads an empty list.
fn redirected(words: &str, how: &str) -> Ran {
    let mut command = tool();
    command.args(words.split(' '));
    let input = if how.contains("<&-") { "" } else { "printf '[]' |" };
    let script = format!("{input} \"$@\" {how}");
    run(&mut behind(&["sh", "-c", &script, "sh"], &command))
}

/// Reads only the first byte, and returns the exit code.
fn barely_read(words: &str) -> i32 {
    let mut command = tool();
    command.args(words.split(' '));
    // The exit code bypasses the pipe.
    let script = r#"{ { printf '[]' | "$@"; echo $? >&3; } | head -c 1 >/dev/null; } 3>&1"#;
    let ran = run(&mut behind(&["sh", "-c", script, "sh"], &command));
    assert_eq!(ran.err, ran.err.replace("error", ""), "{words}");
    ran.out.trim().parse().unwrap()
}

/// Runs a command with each change to its streams.
fn assert_streams(words: &str) {
    let full = redirected(words, ">/dev/full");
    assert!(full.is_refused(&["standard output: No space left on device"]), "{words}: {full:#?}");
    for how in [">&-", ">&- 2>&-"] {
        let ran = redirected(words, how);
        assert_eq!((ran.code, ran.err.contains("error")), (0, false), "{words} {how}: {ran:#?}");
    }
    let ran = redirected(words, "2>&-");
    assert!(ran.code == 0 && !ran.out.is_empty(), "{words}: {ran:#?}");
    let ran = redirected(words, "<&-");
    // An empty input is not a list.
    assert_eq!(ran.code, if words.starts_with("import devto") { 2 } else { 0 }, "{words}: {ran:#?}");
    assert_eq!(barely_read(words), 0, "{words}");
}

/// A write succeeds even if its output goes nowhere.
fn assert_written(writing: &Writing) {
    let states = writing.states();
    let changes = [(">&-", 0), (">&- 2>&-", 0), (">/dev/full", 2), ("2>&-", 0), ("<&-", 0)];
    // Without a terminal, the program asks nothing.
    let changes = if writing.answers.is_empty() { &changes[..] } else { &changes[..1] };
    for (how, code) in changes {
        let folder = writing.folder();
        let others = ["sh", "-c", &format!("\"$@\" {how}"), "sh"];
        let ran = writing.run(&mut behind(&others, &writing.command(&folder)));
        assert_eq!(ran.code, *code, "{} {how}: {ran:#?}", writing.name);
        assert_eq!(contents(&folder.0), states[states.len() - 1], "{} {how}", writing.name);
        assert!(*code == 0 || ran.err.contains("standard output: No space left on device"), "{ran:#?}");
    }
}

#[test]
fn full_and_closed_streams_never_panic() {
    for words in [PROFILE, "list", "--version", "import devto - --into examples/profile.toml"] {
        assert_streams(words);
    }
    assert_written(&every_writing(3)[0]);
}

/// Otherwise people would add it again.
#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_never_hides_a_write() {
    let folder = Folder::new();
    folder.file("new.csv", "type,title,date\ntalk,Imported,2026-11-20\n");
    let full = |words: &str| {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = run(tool().current_dir(&folder.0).args(words.split(' ')).stdout(full));
        assert_eq!(ran.code, 2, "{words}: {ran:#?}");
        ran.err.contains("error: the profile is written, but")
    };
    assert!(full("init") && full("add talk New") && full("import csv new.csv --write"));
    assert!(!full("add talk Another --dry-run") && !full("import csv new.csv"));
    let text = fs::read_to_string(folder.0.join("profile.toml")).unwrap();
    assert_eq!(text.matches("\n[[contribution]]\n").count(), 2, "{text}");
}

#[test]
#[ignore = "takes some seconds"]
fn no_command_panics_with_full_and_closed_streams() {
    everything_printed().iter().for_each(|words| assert_streams(words));
    every_writing(10).iter().for_each(assert_written);
}
