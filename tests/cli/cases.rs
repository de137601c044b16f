//! Golden files: sessions in `tests/cmd`, and the console blocks of the README. `TRYCMD=overwrite cargo test --test cli golden` rewrites
//! them; read the difference before you commit it.

use crate::helpers::program::{EXPORTS, FORECAST_FORMATS, FORMATS, IMPORTERS, run_with};

#[test]
fn golden_files_match() {
    // A developer's terminal and time zone change nothing.
    let fixed = [("COLUMNS", "100"), ("NO_COLOR", "1"), ("TZ", "UTC")];
    let cases = trycmd::TestCases::new();
    for (name, value) in fixed {
        cases.env(name, value);
    }
    cases.case("tests/cmd/*.trycmd").case("tests/cmd/*.toml").case("README.md");
}

/// The formats that a command names when it is asked for another one.
fn offered(command: &str) -> Vec<String> {
    let ran = run_with(&command.split(' ').collect::<Vec<_>>());
    let names = ran.err.split_once("; it has ").or_else(|| ran.err.split_once("; here it is "));
    let (_, names) = names.unwrap_or_else(|| panic!("{command}: {ran:#?}"));
    names.trim_end().replace(" and ", ", ").replace(" or ", ", ").split(", ").map(str::to_owned).collect()
}

/// The names in a list of kinds: the lines that are not indented.
fn listed(command: &str) -> Vec<String> {
    let listed = run_with(&[command, "--list"]).out;
    listed.lines().filter(|line| !line.is_empty() && !line.starts_with(' ')).map(str::to_owned).collect()
}

/// Other tests run everything in these lists.
#[test]
fn the_lists_are_complete() {
    assert_eq!(offered("examples/profile.toml --format csv"), FORMATS);
    for command in ["forecast", "plan"] {
        assert_eq!(offered(&format!("{command} examples/profile.toml --format csv")), FORECAST_FORMATS);
    }
    for (export, formats) in EXPORTS {
        assert_eq!(offered(&format!("export {export} examples/profile.toml --format html")), formats, "{export}");
    }
    assert_eq!(listed("export"), EXPORTS.map(|(name, _)| name));
    assert_eq!(listed("import"), IMPORTERS);
}
