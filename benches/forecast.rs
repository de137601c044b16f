//! `cargo bench --bench forecast`: a forecast of twelve months, as a whole process, beside one assessment of the same profile. The two
//! run in turn, so that a machine that gets slower does so for both; the ratio of each pair counts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Pairs that are not counted, then pairs that are.
const WARM_UP: usize = 3;
const PAIRS: usize = 40;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let [small, large] = [1_000, 10_000].map(|entries| profile(folder, entries));
    println!("a forecast of twelve months, whole processes, {PAIRS} pairs each:");
    compare("1 000 entries, over one assessment", || (forecast(&small), assessment(&small)));
    compare("10 000 entries, over one assessment", || (forecast(&large), assessment(&large)));
    compare("10 000 entries, over 1 000 entries", || (forecast(&large), forecast(&small)));
}

fn compare(what: &str, run: impl Fn() -> (Duration, Duration)) {
    let pairs = (0..WARM_UP + PAIRS).map(|_| run()).skip(WARM_UP);
    let mut ratios: Vec<f64> = pairs.map(|(one, other)| one.as_secs_f64() / other.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    let quarter = |part: usize| ratios[PAIRS * part / 4];
    println!("  {what}: median {:.1}, half of them from {:.1} to {:.1}", quarter(2), quarter(1), quarter(3));
}

fn forecast(profile: &Path) -> Duration {
    run(Command::new(env!("CARGO_BIN_EXE_mvp-check")).arg("forecast").arg(profile))
}

fn assessment(profile: &Path) -> Duration {
    run(Command::new(env!("CARGO_BIN_EXE_mvp-check")).arg(profile).args(["--fail-on", "never"]))
}

fn run(command: &mut Command) -> Duration {
    let begin = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("a program that starts");
    assert!(status.success(), "{command:?}");
    begin.elapsed()
}

/// Entries of four types, spread over the two years before as-of, each with a link, an area and a number.
fn profile(folder: &Path, entries: usize) -> PathBuf {
    const DAYS: usize = 730;
    let mut text = "[profile]\nname = \"Many Example\"\ncategories = [\"Developer Technologies\"]\nmicrosoft-employee = false\n\
                    nominator = \"mvp\"\nas-of = 2026-11-23\n"
        .to_owned();
    let first: chrono::NaiveDate = "2024-11-24".parse().unwrap();
    let kinds = [("article", "views"), ("talk", "attendees"), ("sample-code", "downloads"), ("question-answering", "views")];
    for at in 0..entries {
        let (kind, metric) = kinds[at * 7 % kinds.len()];
        let day = first + chrono::Days::new((at * DAYS / entries) as u64);
        write!(text, "\n[[contribution]]\ntype = \"{kind}\"\ntitle = \"Contribution number {at}\"\ndate = {day}\n").unwrap();
        writeln!(text, "url = \"https://example.org/item-{at}\"\ntechnology-areas = [\"DevOps\"]").unwrap();
        writeln!(text, "impact = {{ {metric} = {} }}", at * 37 % 2_000).unwrap();
    }
    let path = folder.join(format!("{entries}-entries.toml"));
    std::fs::write(&path, text).expect("a folder to write to");
    path
}
