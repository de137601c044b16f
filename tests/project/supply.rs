//! What the program is built from and how it is packed: no crate that could open a connection, none that asks for a newer Rust, all files
//! that a build needs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A file of this repository as TOML.
fn table(name: &str) -> toml::Table {
    fs::read_to_string(name).unwrap().parse().unwrap()
}

/// What cargo prints.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What cargo knows of the packages that are built on this system; those of other systems may not be here.
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
    // Both are read as they are meant.
    assert!(["hyper", "tokio", "xml-rs"].iter().all(|name| banned.contains(name)), "{banned:?}");
    assert!(["clap", "mvp-check", "trycmd"].iter().all(|name| locked.contains(name)), "{locked:?}");
    let found: Vec<&&str> = banned.iter().filter(|name| locked.contains(*name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_source_asks_for_a_connection_or_another_program() {
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

/// Files of a folder and those below, with `/` on every system.
fn files_below(folder: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() { files_below(&path, files) } else { files.push(path) }
    }
}

/// A version of Rust, as in `1.89` and `1.89.0`.
fn rust_version(text: &str) -> [u32; 3] {
    let mut parts = text.split('.').map(|part| part.parse().unwrap());
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[test]
fn what_is_in_the_program_asks_for_no_newer_rust() {
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
        assert!(rust_version(asked) <= rust_version(ours), "{} asks for Rust {asked}", package["name"]);
    }
    assert!(fs::read_to_string("README.md").unwrap().contains(&format!("Rust ({ours} or newer)")), "the README tells another");
}

#[test]
fn the_package_says_what_it_is() {
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

/// What is there for those who work on the program.
const OF_THE_HOUSE: [&str; 7] =
    [".ci/", ".git", ".pre-commit-hooks.yaml", "action", "docs/", "tests/figures.sh", "tests/outside/"];

#[test]
fn the_package_holds_what_a_build_needs_and_nothing_else() {
    // A package that was unpacked cannot be packed again.
    if Path::new("Cargo.toml.orig").exists() {
        return;
    }
    let packed = cargo(&["package", "--list", "--allow-dirty", "--offline", "--locked"]).replace('\\', "/");
    let packed: BTreeSet<&str> = packed.lines().collect();
    let mut needed =
        ["Cargo.lock", "Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "askama.toml", "build.rs", "deny.toml"]
            .map(str::to_owned)
            .to_vec();
    for folder in ["src", "tests", "examples", "schemas"] {
        files_below(folder, &mut needed);
    }
    let is_of_the_house = |file: &str| OF_THE_HOUSE.iter().any(|beginning| file.starts_with(beginning));
    for file in needed.iter().filter(|file| !is_of_the_house(file)) {
        assert!(packed.contains(file.as_str()), "{file} is left out");
    }
    let too_much: Vec<&&str> = packed.iter().filter(|file| is_of_the_house(file) || file.contains("node_modules")).collect();
    assert!(too_much.is_empty(), "{too_much:?}");
}

#[cfg(target_os = "linux")]
mod system {
    use std::collections::BTreeSet;
    use std::hint::black_box;
    use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
    use std::os::unix::process::CommandExt as _;
    use std::path::Path;
    use std::{fs, io};

    use super::common::figure;
    use super::common::program::{run, tool};

    /// Functions of the C library without which nobody opens a connection, waits for one, or sends anything to another machine.
    const OPENING: [&str; 10] =
        ["socket", "connect", "getaddrinfo", "gethostbyname", "bind", "listen", "accept", "accept4", "sendto", "sendmsg"];

    /// What a program takes from the libraries of the system: the symbols that it uses and does not define, of 64-bit ELF.
    fn imports(program: &Path) -> BTreeSet<String> {
        const DYNAMIC_SYMBOLS: usize = 11;
        let bytes = fs::read(program).unwrap();
        assert!(bytes.starts_with(b"\x7fELF\x02\x01"), "{} is no program of 64 bits, the low byte first", program.display());
        let number =
            |at: usize, size: usize| bytes[at..at + size].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
        let section = |index: usize| number(0x28, 8) + index * 0x40;
        let mut sections = (0..number(0x3c, 2)).map(section);
        let symbols = sections.find(|at| number(at + 4, 4) == DYNAMIC_SYMBOLS).expect("a program that is linked dynamically");
        let names = number(section(number(symbols + 0x28, 4)) + 0x18, 8);
        let name = |at: usize| {
            let bytes = bytes[names + number(at, 4)..].iter().copied().take_while(|byte| *byte != 0);
            String::from_utf8(bytes.collect()).unwrap()
        };
        let (start, size) = (number(symbols + 0x18, 8), number(symbols + 0x20, 8));
        (start..start + size).step_by(0x18).filter(|at| number(at + 6, 2) == 0).map(name).collect()
    }

    fn assert_opens_nothing() {
        let tool = tool();
        let imports = imports(Path::new(tool.get_program()));
        assert!(["read", "write"].iter().all(|name| imports.contains(*name)), "{imports:?}");
        let opening: Vec<&&str> = OPENING.iter().filter(|name| imports.contains(**name)).collect();
        assert!(opening.is_empty(), "{opening:?}");
    }

    #[test]
    fn a_program_that_opens_connections_is_told_apart() {
        // Never called, but linked into this test.
        let connect: fn(SocketAddr) -> io::Result<TcpStream> = TcpStream::connect;
        let look_up = |name: &str| name.to_socket_addrs().map(|found| found.count());
        black_box((connect, look_up as fn(&str) -> io::Result<usize>));
        let imports = imports(&std::env::current_exe().unwrap());
        assert!(["socket", "connect", "getaddrinfo"].iter().all(|name| imports.contains(*name)), "{imports:?}");
    }

    #[test]
    fn the_program_has_no_function_that_opens_a_connection() {
        assert_opens_nothing();
    }

    #[test]
    #[ignore = "a figure of the program that people run"]
    fn the_program_that_people_run_has_no_function_that_opens_a_connection() {
        assert_opens_nothing();
        figure::print(format!("0 of {} functions of the system that open a connection are in the program", OPENING.len()));
    }

    #[test]
    fn the_program_has_one_name_whatever_its_file_is_called() {
        let ran = run(tool().arg0("mvp-check.exe").args(["forecast", "--help"]));
        assert!(ran.out.contains("Usage: mvp-check forecast ") && !ran.out.contains(".exe"), "{ran:#?}");
    }
}
