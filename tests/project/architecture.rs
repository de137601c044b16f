//! The house: a file uses only files above its own, every check is in the list, and nothing below `command/` asks the machine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// Modules in the order of `lib.rs`; the parts of a module come before it, since it lists them.
fn modules() -> Vec<(String, PathBuf)> {
    let mut modules = Vec::new();
    for name in listed_modules(Path::new("src/lib.rs")) {
        add_module(&mut modules, "", &name, Path::new("src"));
    }
    modules
}

fn add_module(modules: &mut Vec<(String, PathBuf)>, parent: &str, name: &str, folder: &Path) {
    let path = if parent.is_empty() { name.to_owned() } else { format!("{parent}::{name}") };
    let file = folder.join(name).with_extension("rs");
    for part in listed_modules(&file) {
        add_module(modules, &path, &part, &folder.join(name));
    }
    modules.push((path, file));
}

fn listed_modules(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    text.lines().filter_map(name).collect()
}

/// Paths behind `crate::` in a file: `crate::a::b` and each branch of `crate::a::{b, c}`.
fn crate_paths(text: &str) -> Vec<String> {
    let is_path = |character: char| character.is_alphanumeric() || character == '_' || character == ':';
    let mut paths = Vec::new();
    for after in text.split("crate::").skip(1) {
        let path: String = after.chars().take_while(|character| is_path(*character)).collect();
        match after[path.len()..].strip_prefix('{') {
            Some(group) => {
                let group = group.split('}').next().unwrap_or_default();
                paths.extend(group.split(',').map(|branch| format!("{path}{}", branch.trim())));
            }
            None => paths.push(path),
        }
    }
    paths
}

/// The longest beginning of a path that is a module.
fn module_of<'m>(path: &str, modules: &'m [(String, PathBuf)]) -> Option<(usize, &'m str)> {
    let begins = |module: &str| path == module || path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"));
    let found = modules.iter().enumerate().filter(|(_, (module, _))| begins(module));
    found.max_by_key(|(_, (module, _))| module.len()).map(|(at, (module, _))| (at, module.as_str()))
}

#[test]
fn files_use_only_files_above_their_own() {
    let modules = modules();
    assert!(modules.len() > 40, "{} modules", modules.len());
    let mut broken = Vec::new();
    for (at, (module, file)) in modules.iter().enumerate() {
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for path in crate_paths(code) {
            let Some((used, name)) = module_of(&path, &modules) else { panic!("{}: crate::{path}", file.display()) };
            if used >= at {
                broken.push(format!("{module} uses {name}, which stands below it"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_file_of_the_library_is_a_module() {
    let modules = modules();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !["main.rs", "lib.rs"].iter().any(|it| path.ends_with(it))
            {
                assert!(modules.iter().any(|(_, file)| *file == path), "{} is in no list", path.display());
            }
        }
    }
}

#[test]
fn every_check_is_in_the_list_and_named_after_its_file() {
    let list = fs::read_to_string("src/check.rs").unwrap();
    for entry in fs::read_dir("src/check").unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let name: String = file.split('_').map(capitalized).collect();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{file} does not say what it measures");
        assert!(text.contains(&format!("pub struct {name} {{")), "{file} has no thresholds by the name {name}");
        assert!(list.contains(&format!("    {name}({file}::{name}),")), "{name} is not in the list");
    }
}

#[test]
fn every_format_is_one_file_and_one_line() {
    let names: Vec<&str> = mvp_check::format::FORMATS.iter().map(|format| format.name).collect();
    let mut files: Vec<String> = Vec::new();
    for entry in fs::read_dir("src/report").unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && fs::read_to_string(&path).unwrap().contains("\npub const FORM: Form = ") {
            files.push(path.file_stem().unwrap().to_str().unwrap().to_owned());
        }
    }
    assert_eq!(files.len(), names.len(), "{files:?}");
    assert!(names.iter().all(|name| files.iter().any(|file| file == name)), "{names:?} {files:?}");
}

#[test]
fn every_format_of_a_forecast_and_of_a_plan_is_one_file_and_one_line() {
    use mvp_check::report::{forecast, plan};
    let forecasts = ("src/report/forecast", forecast::FORMATS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let plans = ("src/report/plan", plan::FORMATS.iter().map(|(name, _)| *name).collect());
    for (folder, names) in [forecasts, plans] {
        let mut named: Vec<String> = names.iter().map(|name| format!("{folder}/{name}.rs")).collect();
        named.sort();
        assert_eq!(files_with(folder, |text| text.contains("\npub fn render(report: &Report<'_>")), named);
    }
}

#[test]
fn every_importer_and_export_is_one_file_and_one_line() {
    let importers = mvp_check::import::IMPORTERS.iter().map(|importer| importer.name);
    let mut named: Vec<String> = importers.map(|name| format!("src/import/{}.rs", name.replace('-', "_"))).collect();
    named.sort();
    let is_importer = |text: &str| text.contains("\npub fn read(bytes: &[u8], request: &Request<'_>)");
    assert_eq!(files_with("src/import", is_importer), named);
    for export in mvp_check::export::EXPORTS {
        assert!(Path::new("src/export").join(export.name).with_extension("rs").is_file(), "{} has no file", export.name);
    }
}

/// The files of a folder whose text is of a kind, in order.
fn files_with(folder: &str, is_meant: impl Fn(&str) -> bool) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let files = files.filter(|path| is_meant(&fs::read_to_string(path).unwrap()));
    let mut files: Vec<String> = files.map(|path| path.to_str().unwrap().replace('\\', "/")).collect();
    files.sort();
    files
}

fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

#[test]
fn nothing_below_the_commands_asks_the_machine() {
    let forbidden = [
        "std::env::",
        "env::var(",
        "Local::now",
        "Utc::now",
        "SystemTime",
        "Instant",
        "std::net",
        "io::stdin",
        "io::stdout",
        "io::stderr",
    ];
    for (module, file) in modules() {
        if module.starts_with("command") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for word in forbidden {
            assert!(!text.contains(word), "{module} has {word}");
        }
    }
}

/// What stands between backticks in a text, in its order.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_test_that_a_row_of_hardening_names_is_there() {
    let rows = fs::read_to_string("tests/hardening/README.md").unwrap();
    let rows: Vec<&str> =
        rows.lines().filter_map(|row| row.strip_suffix(" |")?.rsplit_once(" | ")).map(|(_, tests)| tests).collect();
    let mut named = 0;
    for tests in rows.iter().filter(|tests| tests.contains(".rs`")) {
        let mut text = String::new();
        for name in quoted(tests) {
            if name.ends_with(".rs") {
                text = fs::read_to_string(Path::new("tests").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            } else {
                assert!(text.contains(&format!("\nfn {name}() {{")), "there is no test {name}");
                named += 1;
            }
        }
    }
    assert!(rows.len() > 24 && named > rows.len(), "{} rows name {named} tests", rows.len());
}
