//! The dependencies and the package: no crate can open a connection or needs a newer Rust, and the package has the files for a build.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A TOML file in this repository.
fn table(name: &str) -> toml::Table {
    fs::read_to_string(name).unwrap().parse().unwrap()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Metadata of the packages for this system: those for others may not be downloaded.
fn metadata() -> Value {
    let version = cargo(&["--version", "--verbose"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let text = cargo(&["metadata", "--offline", "--locked", "--format-version=1", "--filter-platform", host]);
    serde_json::from_str(&text).unwrap()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("no list {name} in {value}"))
}

#[test]
fn no_dependency_is_banned() {
    let deny = table("deny.toml");
    let banned: Vec<&str> = deny["bans"]["deny"].as_array().unwrap().iter().map(|it| it["crate"].as_str().unwrap()).collect();
    let lock = table("Cargo.lock");
    let locked: BTreeSet<&str> = lock["package"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert!(["hyper", "tokio", "xml-rs"].iter().all(|name| banned.contains(name)), "{banned:?}");
    assert!(["clap", "mvp-check", "trycmd"].iter().all(|name| locked.contains(name)), "{locked:?}");
    let found: Vec<&&str> = banned.iter().filter(|name| locked.contains(*name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_source_opens_no_connection_and_runs_no_program() {
    let mut files = vec!["build.rs".to_owned()];
    files_below("src", &mut files);
    assert!(files.len() > 100, "{} files", files.len());
    for file in files.iter().filter(|file| file.ends_with(".rs")) {
        let text = fs::read_to_string(file).unwrap();
        for word in ["std::net", "os::unix::net", "process::Command", "process::{"] {
            assert!(!text.contains(word), "{file} has {word}");
        }
    }
}

/// The files below a folder, with `/` on every system.
fn files_below(folder: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() { files_below(&path, files) } else { files.push(path) }
    }
}

/// Parses a version of Rust, e.g. `1.89` or `1.89.0`.
fn rust_version(text: &str) -> [u32; 3] {
    let mut parts = text.split('.').map(|part| part.parse().unwrap());
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[test]
fn no_dependency_needs_a_newer_rust() {
    let metadata = metadata();
    let packages: HashMap<&str, &Value> = list(&metadata, "packages").iter().map(|it| (it["id"].as_str().unwrap(), it)).collect();
    let nodes: HashMap<&str, &Value> =
        list(&metadata["resolve"], "nodes").iter().map(|it| (it["id"].as_str().unwrap(), it)).collect();
    let root = metadata["resolve"]["root"].as_str().unwrap();
    let ours = packages[root]["rust_version"].as_str().unwrap();

    let mut reached = BTreeSet::from([root]);
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        let is_built = |it: &&Value| list(it, "dep_kinds").iter().any(|kind| kind["kind"] != "dev");
        for dependency in list(nodes[id], "deps").iter().filter(is_built).map(|it| it["pkg"].as_str().unwrap()) {
            if reached.insert(dependency) {
                open.push(dependency);
            }
        }
    }
    assert!(reached.len() > 50 && reached.len() < packages.len(), "{} of {}", reached.len(), packages.len());
    for package in reached.iter().map(|id| packages[id]) {
        let asked = package["rust_version"].as_str().unwrap_or("1.0");
        assert!(rust_version(asked) <= rust_version(ours), "{} needs Rust {asked}", package["name"]);
    }
}

#[test]
fn the_package_is_described() {
    let manifest = table("Cargo.toml");
    let stated = |name: &str| manifest["package"][name].as_str().unwrap();
    assert_eq!(stated("license"), "MIT OR Apache-2.0");
    for file in ["LICENSE-MIT", "LICENSE-APACHE", stated("readme")] {
        assert!(Path::new(file).is_file(), "{file}");
    }
    assert!(stated("description").len() < 150 && !stated("description").ends_with('.'), "{}", stated("description"));
    let changes = fs::read_to_string("CHANGELOG.md").unwrap();
    assert!(changes.contains("\n## Unreleased\n") || changes.contains(&format!("\n## {}", stated("version"))), "no changes");
}

/// Files for development only.
const DEVELOPMENT: [&str; 6] = [".ci/", ".git", ".pre-commit-hooks.yaml", "action", "docs/", "tests/outside/"];

#[test]
fn the_package_has_the_files_of_a_build_only() {
    // An unpacked package cannot be packed again.
    if Path::new("Cargo.toml.orig").exists() {
        return;
    }
    let packed = cargo(&["package", "--list", "--allow-dirty", "--offline", "--locked"]).replace('\\', "/");
    let packed: BTreeSet<&str> = packed.lines().collect();
    let mut needed = ["Cargo.lock", "Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "build.rs", "deny.toml"]
        .map(str::to_owned)
        .to_vec();
    for folder in ["src", "templates", "tests", "examples", "schemas"] {
        files_below(folder, &mut needed);
    }
    let is_for_development = |file: &str| DEVELOPMENT.iter().any(|beginning| file.starts_with(beginning));
    for file in needed.iter().filter(|file| !is_for_development(file)) {
        assert!(packed.contains(file.as_str()), "{file} is missing");
    }
    let too_much: Vec<&&str> = packed.iter().filter(|file| is_for_development(file) || file.contains("node_modules")).collect();
    assert!(too_much.is_empty(), "{too_much:?}");
}
