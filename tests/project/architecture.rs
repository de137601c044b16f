//! The architecture: a module uses only modules above it, every check is in the list, and nothing below `command/` uses the environment.

use std::fs;
use std::path::{Path, PathBuf};

use crate::helpers::program::{EXPORTS, FORECAST_FORMATS, FORMATS, IMPORTERS};

/// The modules in the order of `lib.rs`. The parts of a module come before it, because it uses them.
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
    // The modules of tests come last.
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let name = |line: &str| {
        let line = ["pub(crate) ", "pub "].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
        Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned())
    };
    code.lines().filter_map(name).collect()
}

/// The paths in a file: `crate::a::b`, and each branch of `crate::a::{b, c}`.
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

/// The innermost module in a path.
fn module_of<'m>(path: &str, modules: &'m [(String, PathBuf)]) -> Option<(usize, &'m str)> {
    let begins = |module: &str| path == module || path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"));
    let found = modules.iter().enumerate().filter(|(_, (module, _))| begins(module));
    found.max_by_key(|(_, (module, _))| module.len()).map(|(at, (module, _))| (at, module.as_str()))
}

#[test]
fn modules_use_only_modules_above_them() {
    let modules = modules();
    assert!(modules.len() > 40, "{} modules", modules.len());
    let mut broken = Vec::new();
    for (at, (module, file)) in modules.iter().enumerate() {
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for path in crate_paths(code) {
            let Some((used, name)) = module_of(&path, &modules) else { panic!("{}: crate::{path}", file.display()) };
            if used >= at {
                broken.push(format!("{module} uses {name}, which is below it"));
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
                assert!(modules.iter().any(|(_, file)| *file == path), "{} is not a module", path.display());
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
        assert!(text.starts_with("//! "), "{file} has no comment at its start");
        assert!(text.contains(&format!(" struct {name} {{")), "{file} has no thresholds called {name}");
        assert!(list.contains(&format!("    {name}({file}::{name}),")), "{name} is not in the list");
    }
}

#[test]
fn every_format_importer_and_export_is_one_file() {
    let named = |folder: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("src/{folder}/{}.rs", name.replace('-', "_"))).collect()
    };
    let exports = EXPORTS.map(|(name, _)| name);
    let files = [
        named("report", &FORMATS),
        named("report/forecast", &FORECAST_FORMATS),
        named("report/plan", &FORECAST_FORMATS),
        named("import", &IMPORTERS),
        named("export", &exports),
    ];
    for file in files.concat() {
        assert!(Path::new(&file).is_file(), "{file} is missing");
    }
}

fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

#[test]
fn nothing_below_the_commands_uses_the_environment() {
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

/// The quoted words in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_test_named_in_the_list_of_promises_exists() {
    let list = fs::read_to_string("tests/hardening/README.md").unwrap();
    let rows: Vec<&str> =
        list.lines().filter_map(|row| row.strip_suffix(" |")?.rsplit_once(" | ")).map(|(_, tests)| tests).collect();
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
    assert!(rows.len() > 20 && named > rows.len(), "{} rows name {named} tests", rows.len());
}
