//! The commands that read each kind of file, in every format.

use super::files::Kind;
use crate::helpers::program::{EXPORTS, FORECAST_FORMATS, FORMATS};

/// The good profile in the folder in which the program runs.
pub const GOOD: &str = "good.toml";
/// A folder with the good profile and the file beside it.
pub const TEAM: &str = "bad/team";
/// A profile that names the guidance.
pub const NAMING: &str = "bad/team/naming.toml";
/// A table with a new contribution, to import into a bad profile.
pub const SOURCE: &str = "new.csv";

/// A run of the program.
#[derive(Clone, Debug, Default)]
pub struct Run {
    pub arguments: Vec<String>,
    /// The file is standard input.
    pub is_fed: bool,
    /// The name of the file in messages; empty if they never name it.
    pub name: String,
    /// The format of a report on one profile: some formats report mistakes.
    pub format: &'static str,
    /// The file with a copy of the report.
    pub output: Option<String>,
    /// The run reads a folder, and ignores files without `[profile]`.
    pub is_searched: bool,
    /// The exit code may be 1.
    pub is_main: bool,
    /// The run changes a profile unless it is refused.
    pub writes: bool,
}

fn run(words: &[&str], name: &str) -> Run {
    let arguments = words.iter().map(|word| (*word).to_owned()).collect();
    Run { arguments, name: name.to_owned(), ..Run::default() }
}

/// The runs of a file.
pub fn runs(kind: Kind, path: &str) -> Vec<Run> {
    match kind {
        Kind::Profile => of_profile(path),
        Kind::Guidance => of_guidance(path),
        Kind::Baseline => of_baseline(path),
        Kind::List => of_list(path),
        Kind::Import(kind) => of_source(kind, path),
    }
}

fn of_profile(path: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for format in FORMATS {
        let main = |words: &[&str], name: &str| Run { is_main: true, ..run(&[words, &["--format", format]].concat(), name) };
        let output = format!("{}=out.{}", format, format);
        runs.push(Run { format, ..main(&[path], path) });
        let target = Some(format!("out.{}", format));
        runs.push(Run { output: target, format, ..main(&["--output", &output, path], path) });
        runs.push(Run { format, is_fed: true, ..main(&["-"], "-") });
        runs.push(Run { is_searched: true, ..main(&[TEAM], TEAM) });
        runs.push(main(&[GOOD, path], path));
    }
    for words in days_ahead() {
        runs.push(run(&[&*words, &[path]].concat(), path));
        runs.push(Run { is_fed: true, ..run(&[&*words, &["-"]].concat(), "-") });
    }
    for (kind, format) in exports() {
        runs.push(run(&["export", kind, path, "--format", format], path));
        runs.push(run(&["export", kind, path, "--all", "--format", format], path));
    }
    runs.push(run(&["numbers", path], path));
    runs.push(run(&["add", "talk", "New", "--date", "2026-05-02", "--dry-run", "--into", path], path));
    runs.push(run(&["import", "csv", SOURCE, "--into", path], path));
    runs.push(run(&["import", "csv", SOURCE, "--format", "json", "--into", path], path));
    for words in [&["add", "talk", "New", "--date", "2026-05-02"][..], &["import", "csv", SOURCE, "--write"]] {
        runs.push(Run { writes: true, ..run(&[words, &["--into", path]].concat(), path) });
    }
    runs
}

/// `forecast` and `plan` in their formats.
fn days_ahead() -> Vec<Vec<&'static str>> {
    let commands = ["forecast", "plan"].into_iter();
    commands.flat_map(|command| FORECAST_FORMATS.map(|format| vec![command, "--format", format])).collect()
}

fn exports() -> impl Iterator<Item = (&'static str, &'static str)> {
    EXPORTS.into_iter().flat_map(|(export, formats)| formats.iter().map(move |format| (export, *format)))
}

fn of_guidance(path: &str) -> Vec<Run> {
    let named = ["--guidance", path];
    // A profile names the guidance relative to its own folder.
    let inside = path.rsplit('/').next().unwrap_or_default();
    let mut runs = Vec::new();
    for format in FORMATS {
        let words = ["--format", format];
        runs.push(Run { is_main: true, ..run(&[&words[..], &named, &[GOOD]].concat(), path) });
        runs.push(Run { is_main: true, ..run(&[&words[..], &named, &[GOOD, TEAM]].concat(), path) });
        runs.push(Run { is_main: true, ..run(&[&words[..], &[NAMING]].concat(), inside) });
    }
    for words in days_ahead() {
        runs.push(run(&[&*words, &named, &[GOOD]].concat(), path));
        runs.push(run(&[&*words, &[NAMING]].concat(), inside));
    }
    runs.extend(exports().map(|(kind, format)| run(&[&["export", kind, GOOD, "--format", format], &named[..]].concat(), path)));
    let others = [
        &["list"][..],
        &["list", "criteria", "--format", "json"],
        &["explain", "diversity"],
        &["explain", "diversity", "--format", "json"],
        &["numbers", GOOD],
        &["numbers", NAMING],
        &["add", "talk", "New", "--date", "2026-05-02", "--dry-run", "--into", GOOD],
        &["import", "csv", SOURCE, "--into", GOOD],
    ];
    runs.extend(others.iter().map(|words| {
        let is_named_inside = words.contains(&NAMING);
        if is_named_inside { run(words, inside) } else { run(&[words, &named[..]].concat(), path) }
    }));
    runs
}

fn of_baseline(path: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for format in FORMATS {
        let words = ["--format", format, "--baseline", path];
        runs.push(Run { is_main: true, ..run(&[&words[..], &[GOOD]].concat(), path) });
        runs.push(Run { is_main: true, ..run(&[&words[..], &["--fail-on-new", GOOD]].concat(), path) });
        runs.push(Run { is_main: true, ..run(&[&words[..], &[TEAM]].concat(), path) });
    }
    runs
}

fn of_list(path: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for format in FORMATS {
        let words = ["--format", format, "--files-from"];
        runs.push(Run { is_main: true, ..run(&[&words[..], &[path]].concat(), "") });
        runs.push(Run { is_main: true, is_fed: true, ..run(&[&words[..], &["-"]].concat(), "") });
    }
    runs
}

fn of_source(kind: &str, path: &str) -> Vec<Run> {
    let import = |file: &str, more: &[&str]| run(&[&["import", kind, file, "--into", GOOD], more].concat(), file);
    vec![
        import(path, &[]),
        import(path, &["--format", "json"]),
        import(path, &["--update", "--since", "2000-01-01"]),
        Run { is_fed: true, ..import("-", &[]) },
        Run { writes: true, ..import(path, &["--write"]) },
        Run { writes: true, is_fed: true, ..import("-", &["--write", "--update", "--format", "json"]) },
    ]
}

/// A few runs with different commands and formats, for large files.
pub fn few(kind: Kind, path: &str) -> Vec<Run> {
    let main = |words: &[&str], name: &str| Run { is_main: true, ..run(words, name) };
    match kind {
        Kind::Profile => vec![
            Run { format: "table", ..main(&[path], path) },
            Run { format: "github", is_fed: true, ..main(&["-", "--format", "github"], "-") },
            Run { is_searched: true, ..main(&[TEAM, "--format", "json"], TEAM) },
            run(&["forecast", path], path),
            Run { writes: true, ..run(&["add", "talk", "New", "--date", "2026-05-02", "--into", path], path) },
        ],
        Kind::Guidance => vec![
            main(&["--guidance", path, GOOD], path),
            // Lines of a file outside the folder of the profile are never shown.
            main(&["--format", "azure", NAMING], ""),
            run(&["list", "--guidance", path], path),
        ],
        Kind::Baseline => {
            vec![main(&["--baseline", path, GOOD], path), main(&["--format", "json", "--baseline", path, TEAM], path)]
        }
        Kind::List => {
            vec![main(&["--files-from", path], ""), Run { is_fed: true, ..main(&["--format", "json", "--files-from", "-"], "") }]
        }
        Kind::Import(kind) => vec![
            run(&["import", kind, path, "--into", GOOD, "--format", "json"], path),
            Run { writes: true, is_fed: true, ..run(&["import", kind, "-", "--into", GOOD, "--write"], "-") },
        ],
    }
}
