//! `cargo bench --bench forecast`: a forecast of twelve months, as a whole process, beside one assessment of the same profile. The two
//! run in turn, so that a machine that gets slower does so for both; the ratio of each pair counts.

#![allow(clippy::expect_used, clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

mod made_up;

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

fn profile(folder: &Path, entries: usize) -> PathBuf {
    let path = folder.join(format!("{entries}-entries.toml"));
    std::fs::write(&path, made_up::profile(entries, 1)).expect("a folder to write to");
    path
}
