//! The messages about each committed file, compared with a table that a person has read.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::files::{EXPECTED, GOOD, Kind, ROOT, folders};
use crate::helpers::program::run_with;

/// The messages about a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Messages {
    /// `line:column`, or the place in another file.
    pub place: String,
    pub message: String,
    pub help: String,
    /// The number of mistakes, if the program counts them.
    pub count: String,
}

impl Messages {
    /// The first message on standard error, and the count at its end.
    fn of(text: &str, path: &str) -> Self {
        let count = text.lines().last().and_then(|line| line.split(": ").last()).filter(|count| count.contains(" error"));
        let count = count.map_or("", |count| count.split(',').next().unwrap_or_default()).to_owned();
        let first = text.split("\nerror: ").next().unwrap_or_default();
        let first = first.split("\nwarning: ").next().unwrap_or_default();
        let message = first.lines().next().unwrap_or_default();
        let message = ["error: ", "warning: "].iter().find_map(|word| message.strip_prefix(word)).unwrap_or(message);
        let drawn = first.lines().find_map(|line| line.split_once("╭▸ ")).map(|(_, place)| place);
        if let Some(place) = drawn {
            let place = place.strip_prefix(path).map_or(place, |place| place.trim_start_matches(':')).to_owned();
            let help = first.lines().find_map(|line| line.split_once("help: ")).map_or("", |(_, help)| help);
            return Self { place, message: message.replace(path, "FILE"), help: help.to_owned(), count };
        }
        let message = message.replace(path, "FILE");
        let (begin, place, message) = placed(&message);
        Self { place, message: begin + &message, help: String::new(), count }
    }
}

/// A message without the `line:column` after its file.
fn placed(message: &str) -> (String, String, String) {
    let parts = message.split_once("FILE:").and_then(|(begin, rest)| Some((begin, rest.split_once(": ")?)));
    match parts {
        Some((begin, (place, rest))) if place.contains(':') && place.bytes().all(|it| it.is_ascii_digit() || it == b':') => {
            (format!("{begin}FILE: "), place.to_owned(), rest.to_owned())
        }
        _ => of_another_file(message).unwrap_or_else(|| (String::new(), String::new(), message.to_owned())),
    }
}

/// A message about another file, without its place.
fn of_another_file(message: &str) -> Option<(String, String, String)> {
    let (place, rest) = message.split_once(": ")?;
    let mut parts = place.rsplit(':');
    let is_number = |part: Option<&str>| part.is_some_and(|part| part.parse::<u32>().is_ok());
    (is_number(parts.next()) && is_number(parts.next())).then(|| (String::new(), place.to_owned(), rest.to_owned()))
}

/// The program without colours and with long lines.
const PLAIN: [&str; 4] = ["--color", "never", "--width", "65535"];

/// The messages about a bad file.
fn messages(kind: Kind, path: &str) -> String {
    let ran = run_with(&[&PLAIN, &kind.first_command(path, GOOD)[..]].concat());
    assert_eq!(ran.code, 2, "{path}: {ran:#?}");
    ran.err
}

/// The table of a folder: a line for each file.
fn table(folder: &str, names: &[String]) -> String {
    names.iter().fold("file\tplace\tmessage\twhat to do\tmistakes\n".to_owned(), |mut table, name| {
        let path = format!("{ROOT}/bad/{folder}/{name}");
        let found = Messages::of(&messages(Kind::of(folder), &path), &path);
        let folder = format!("{ROOT}/bad/");
        let Messages { place, message, help, count } = found;
        let line = format!("{name}\t{place}\t{message}\t{help}\t{count}").replace(&folder, "");
        writeln!(table, "{line}").unwrap();
        table
    })
}

/// Compares with the table in a folder, or rewrites that.
fn check(top: &str, folder: &str, found: &str) {
    let path = format!("{ROOT}/{top}/{folder}/{EXPECTED}");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let of = |text: &str, other: &str| -> Vec<String> {
        text.lines().filter(|line| !other.lines().any(|known| known == *line)).map(str::to_owned).collect()
    };
    assert!(expected == found, "{path}\nexpected {:#?}\nfound {:#?}", of(&expected, found), of(found, &expected));
}

fn check_folders(is_meant: impl Fn(&str) -> bool) {
    for (folder, names) in folders("bad").into_iter().filter(|(folder, _)| is_meant(folder)) {
        assert!(!names.is_empty(), "{folder} is empty");
        check("bad", &folder, &table(&folder, &names));
    }
}

#[test]
fn messages_about_bad_profiles_are_as_read() {
    check_folders(|folder| folder == "profile");
}

#[test]
fn messages_about_bad_guidance_are_as_read() {
    check_folders(|folder| folder == "guidance");
}

#[test]
fn messages_about_bad_baselines_and_lists_are_as_read() {
    check_folders(|folder| ["baseline", "list"].contains(&folder));
}

#[test]
fn messages_about_bad_sources_are_as_read() {
    check_folders(|folder| folder.starts_with("import-"));
}

/// The table of odd profiles, with their warnings.
fn table_of_odd_profiles(names: &[String]) -> String {
    let paths: Vec<String> = names.iter().map(|name| format!("{ROOT}/odd/profile/{name}")).collect();
    let mut arguments = vec!["--format", "json", "--as-of", "2026-11-23"];
    arguments.extend(paths.iter().map(String::as_str));
    let ran = run_with(&arguments);
    assert!(ran.code < 2 && ran.err.is_empty(), "{ran:#?}");
    let team = ran.json();
    let mut table = "file\tentries\tplanned\tolder\twarnings\n".to_owned();
    for (name, report) in names.iter().zip(team["reports"].as_array().unwrap()) {
        assert!(report["profile"]["path"].as_str().unwrap().ends_with(name.as_str()), "{name}: {report}");
        let warning = |it: &Value| format!("{}:{} {}", it["line"], it["column"], it["message"]);
        let warnings: Vec<String> = report["warnings"].as_array().unwrap().iter().map(warning).collect();
        let activity = &report["activity"];
        let [entries, planned, older] = ["entries", "planned", "outside_window"].map(|key| &activity[key]);
        writeln!(table, "{name}\t{entries}\t{planned}\t{older}\t{}", warnings.join("; ")).unwrap();
    }
    table
}

#[test]
fn warnings_about_odd_profiles_are_as_read() {
    let folders = folders("odd");
    let (_, names) = folders.iter().find(|(folder, _)| folder == "profile").unwrap();
    check("odd", "profile", &table_of_odd_profiles(names));
}

/// The number of contributions in a source, and why others are skipped.
fn line_of_source(kind: &str, folder: &str, name: &str) -> String {
    let path = format!("{ROOT}/odd/{folder}/{name}");
    let arguments = ["import", kind, &path, "--into", GOOD, "--speaker", "Amal Example", "--format", "json"];
    let ran = run_with(&arguments);
    assert_eq!(ran.code, 0, "{path}: {ran:#?}");
    let import = ran.json();
    let list = |key: &str| import[key].as_array().unwrap();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let skipped: Vec<String> =
        list("skipped").iter().map(|it| format!("{}: {}", text(it, "place"), text(it, "reason"))).collect();
    format!("{name}\t{}\t{}\t{}", list("new").len() + list("known").len(), skipped.join("; "), text(&import, "note"))
}

#[test]
fn imports_of_odd_sources_are_as_read() {
    for (folder, names) in folders("odd") {
        let Kind::Import(kind) = Kind::of(&folder) else { continue };
        let lines = names.iter().map(|name| line_of_source(kind, &folder, name) + "\n");
        check("odd", &folder, &("file\tentries\tskipped\tnote\n".to_owned() + &lines.collect::<String>()));
    }
}
