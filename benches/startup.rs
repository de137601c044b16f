//! `cargo bench --bench startup`: the whole process for 50 entries as a table, beside an empty Rust program built by the same
//! compiler. The two run in turn, so that a machine that gets slower does so for both; the ratio of each pair counts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Pairs that are not counted, then pairs that are.
const WARM_UP: usize = 20;
const PAIRS: usize = 300;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let profile = folder.join("fifty.toml");
    std::fs::write(&profile, fifty_entries()).expect("a folder to write to");
    let empty = empty_program(folder);
    let mut pairs: Vec<(Duration, Duration)> = (0..WARM_UP + PAIRS)
        .map(|_| {
            let report = run(Command::new(env!("CARGO_BIN_EXE_mvp-check")).arg(&profile));
            (report, run(&mut Command::new(&empty)))
        })
        .skip(WARM_UP)
        .collect();
    pairs.sort_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    let quarter = |part: usize| ratio(&pairs[PAIRS * part / 4]);
    println!("50 entries as a table, over an empty program, {PAIRS} pairs of whole processes:");
    println!("  ratio of wall times: median {:.2}, half of them from {:.2} to {:.2}", quarter(2), quarter(1), quarter(3));
}

fn ratio((report, empty): &(Duration, Duration)) -> f64 {
    report.as_secs_f64() / empty.as_secs_f64()
}

fn run(command: &mut Command) -> Duration {
    let begin = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("a program that starts");
    assert!(status.success(), "{command:?}");
    begin.elapsed()
}

fn empty_program(folder: &Path) -> std::path::PathBuf {
    let (source, program) = (folder.join("empty.rs"), folder.join("empty"));
    std::fs::write(&source, "fn main() {}\n").expect("a folder to write to");
    let compiled = Command::new("rustc").args(["-C", "opt-level=3", "-o"]).args([&program, &source]).status();
    assert!(compiled.expect("a compiler").success());
    program
}

/// One entry a week, of four types, each with a link, an area and a number.
fn fifty_entries() -> String {
    let mut text = "[profile]\nname = \"Fifty Example\"\ncategories = [\"Developer Technologies\"]\nmicrosoft-employee = false\n\
                    nominator = \"mvp\"\nas-of = 2026-11-23\n"
        .to_owned();
    let first: chrono::NaiveDate = "2025-12-01".parse().unwrap();
    let kinds = [("article", "views"), ("talk", "attendees"), ("sample-code", "downloads"), ("question-answering", "views")];
    for (at, week) in first.iter_weeks().take(50).enumerate() {
        let (kind, metric) = kinds[at % kinds.len()];
        let title = format!("Contribution number {at} about something");
        let url = format!("https://example.org/item-{at}");
        let number = at * 37 % 2_000;
        write!(text, "\n[[contribution]]\ntype = \"{kind}\"\ntitle = \"{title}\"\ndate = {week}\nurl = \"{url}\"\n").unwrap();
        writeln!(text, "technology-areas = [\"DevOps\"]\nimpact = {{ {metric} = {number} }}").unwrap();
    }
    text
}
