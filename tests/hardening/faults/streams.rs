//! Standard streams that are full, closed, or that nobody reads to their end: 2, 0, 0, and never a panic.

use mvp_check::format::FORMATS;

use super::writing::{Writing, contents, every_writing};
use crate::common::figure;
use crate::common::program::{behind, run, tool};

const PROFILE: &str = "examples/profile.toml";

/// Everything that prints and writes nothing else, as it is typed behind the name of the program.
fn everything_printed() -> Vec<String> {
    let reports = FORMATS.iter().map(|format| format!("{PROFILE} --format={}", format.name));
    let team = FORMATS.iter().map(|format| format!("{PROFILE} examples/ready.toml --format={}", format.name));
    let ahead = ["forecast", "plan"]
        .into_iter()
        .flat_map(|command| ["table", "json", "markdown", "html"].map(|format| format!("{command} {PROFILE} --format={format}")));
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

/// Runs a command whose standard streams a shell has changed; `import` reads an empty list.
fn redirected(words: &str, how: &str) -> crate::common::program::Ran {
    let mut command = tool();
    command.args(words.split(' '));
    let input = if how.contains("<&-") { "" } else { "printf '[]' |" };
    let script = format!("{input} \"$@\" {how}");
    run(&mut behind(&["sh", "-c", &script, "sh"], &command))
}

/// What is read to its first byte only: the code is that of the program.
fn barely_read(words: &str) -> i32 {
    let mut command = tool();
    command.args(words.split(' '));
    // The exit code of the program comes around the pipe.
    let script = r#"{ { printf '[]' | "$@"; echo $? >&3; } | head -c 1 >/dev/null; } 3>&1"#;
    let ran = run(&mut behind(&["sh", "-c", script, "sh"], &command));
    assert_eq!(ran.err, ran.err.replace("error", ""), "{words}");
    ran.out.trim().parse().unwrap()
}

/// How a command ends with each change to its streams; how many runs it took.
fn assert_streams(words: &str) -> usize {
    let full = redirected(words, ">/dev/full");
    assert!(full.is_refused(&["standard output: No space left on device"]), "{words}: {full:#?}");
    for how in [">&-", ">&- 2>&-"] {
        let ran = redirected(words, how);
        assert_eq!((ran.code, ran.err.contains("error")), (0, false), "{words} {how}: {ran:#?}");
    }
    let ran = redirected(words, "2>&-");
    assert!(ran.code == 0 && !ran.out.is_empty(), "{words}: {ran:#?}");
    let ran = redirected(words, "<&-");
    // An empty input is no list.
    assert_eq!(ran.code, if words.starts_with("import devto") { 2 } else { 0 }, "{words}: {ran:#?}");
    assert_eq!(barely_read(words), 0, "{words}");
    6
}

/// What is printed of a write may go nowhere: what was written is there, and it is told where that could not be said.
fn assert_written(writing: &Writing) -> usize {
    let states = writing.states();
    let changes = [(">&-", 0), (">&- 2>&-", 0), (">/dev/full", 2), ("2>&-", 0), ("<&-", 0)];
    // Without its terminal nothing is asked.
    let changes = if writing.answers.is_empty() { &changes[..] } else { &changes[..1] };
    for (how, code) in changes {
        let folder = writing.folder();
        let others = ["sh", "-c", &format!("\"$@\" {how}"), "sh"];
        let ran = writing.run(&mut behind(&others, &writing.command(&folder)));
        assert_eq!(ran.code, *code, "{} {how}: {ran:#?}", writing.name);
        assert_eq!(contents(&folder.0), states[states.len() - 1], "{} {how}", writing.name);
        assert!(*code == 0 || ran.err.contains("standard output: No space left on device"), "{ran:#?}");
    }
    changes.len()
}

#[test]
#[ignore = "takes some seconds"]
fn full_and_closed_streams_are_told_or_no_error() {
    let printed = everything_printed();
    let writings = every_writing(10);
    let runs: usize = printed.iter().map(|words| assert_streams(words)).sum();
    let written: usize = writings.iter().map(assert_written).sum();
    figure::print(format!(
        "{runs} runs of {} commands with full, closed and unread streams and {written} of {} that write, 0 panics, 0 files lost",
        printed.len(),
        writings.len()
    ));
}

/// One of each kind, on each run of the tests.
#[test]
fn full_and_closed_streams_are_no_panic() {
    for words in ["examples/profile.toml", "list", "--help", "--version"] {
        assert_streams(words);
    }
}
