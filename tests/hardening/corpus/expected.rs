//! Each committed file once, with its first command: what is said of it is what a person has read.

use std::fmt::Write as _;
use std::fs;

use clap::{CommandFactory, FromArgMatches, Parser};
use mvp_check::cli::Arguments;
use mvp_check::command::guidances::Guidances;
use mvp_check::command::input::{self, Refused};
use mvp_check::command::output::Told;
use mvp_check::command::{self, files as command_files};

use super::files::{EXPECTED, GOOD, Kind, ROOT, folders};
use crate::common::program::{Ran, run_with};

/// What is said of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// `line:column` in it, or the place in another file.
    pub place: String,
    pub message: String,
    pub help: String,
    /// How many mistakes are told, where they are counted.
    pub count: String,
}

impl Said {
    /// The first message of what is told on standard error.
    fn of(told: &str, path: &str) -> Self {
        let count = told.lines().last().and_then(|line| line.split(": ").last()).filter(|count| count.contains(" error"));
        let count = count.map_or("", |count| count.split(',').next().unwrap_or_default()).to_owned();
        let first = told.split("\nerror: ").next().unwrap_or_default();
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

/// A message without the `line:column` behind its file.
fn placed(message: &str) -> (String, String, String) {
    let parts = message.split_once("FILE:").and_then(|(begin, rest)| Some((begin, rest.split_once(": ")?)));
    match parts {
        Some((begin, (place, rest))) if place.contains(':') && place.bytes().all(|it| it.is_ascii_digit() || it == b':') => {
            (format!("{begin}FILE: "), place.to_owned(), rest.to_owned())
        }
        _ => of_another_file(message).unwrap_or_else(|| (String::new(), String::new(), message.to_owned())),
    }
}

/// A message that is about another file than the one that is tried, without the place in that.
fn of_another_file(message: &str) -> Option<(String, String, String)> {
    let (place, rest) = message.split_once(": ")?;
    let mut parts = place.rsplit(':');
    let is_number = |part: Option<&str>| part.is_some_and(|part| part.parse::<u32>().is_ok());
    (is_number(parts.next()) && is_number(parts.next())).then(|| (String::new(), place.to_owned(), rest.to_owned()))
}

/// The program without colours and with long lines.
const PLAIN: &[&str] = &["mvp-check", "--color", "never", "--width", "65535"];

/// What is told of a bad file, without a process of its own where that can be.
fn told(kind: Kind, path: &str, guidances: &Guidances<'_>) -> String {
    let matches = Arguments::command().get_matches_from([PLAIN, &kind.first_command(path, GOOD)].concat());
    let arguments = Arguments::from_arg_matches(&matches).unwrap();
    let result = match kind {
        // The main job tells the mistakes of a profile by itself.
        Kind::Profile => return told_of_profile(path, guidances, &arguments),
        Kind::List => return run_with(&[&PLAIN[1..], &kind.first_command(path, GOOD)].concat()).err,
        _ => command::run(&arguments, &matches),
    };
    match result {
        Ok(_) => panic!("{path} is accepted"),
        Err(error) if error.is::<Told>() => error.to_string(),
        Err(error) => format!("error: {error:#}\n"),
    }
}

fn told_of_profile(path: &str, guidances: &Guidances<'_>, arguments: &Arguments) -> String {
    let source = match command_files::source(path) {
        Ok(source) => source,
        Err(error) => return Refused::unreadable(&error).told,
    };
    match input::read_by(guidances, &source, &arguments.common, ", nothing was judged") {
        Ok(_) => panic!("{path} is accepted"),
        Err(refused) => refused.told,
    }
}

/// A line for each file, as in the table of what is expected. Whatever is hidden in a message was made visible by the program.
fn table(folder: &str, names: &[String]) -> String {
    let plain = Arguments::parse_from(PLAIN);
    let guidances = Guidances::new(&plain.common);
    names.iter().fold("file\tplace\tmessage\twhat to do\tmistakes\n".to_owned(), |mut table, name| {
        let path = format!("{ROOT}/bad/{folder}/{name}");
        let said = Said::of(&told(Kind::of(folder), &path, &guidances), &path);
        let folder = format!("{ROOT}/bad/");
        let Said { place, message, help, count } = said;
        let line = format!("{name}\t{place}\t{message}\t{help}\t{count}").replace(&folder, "");
        writeln!(table, "{line}").unwrap();
        table
    })
}

/// Compares with the table of a folder, or writes it.
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
fn what_is_said_of_a_bad_profile_was_read() {
    check_folders(|folder| folder == "profile");
}

#[test]
fn what_is_said_of_bad_guidance_was_read() {
    check_folders(|folder| folder == "guidance");
}

#[test]
fn what_is_said_of_a_bad_baseline_or_list_was_read() {
    check_folders(|folder| ["baseline", "list"].contains(&folder));
}

#[test]
fn what_is_said_of_a_bad_source_was_read() {
    check_folders(|folder| folder.starts_with("import-"));
}

/// What is told of an odd profile: its warnings, in JSON as everywhere.
fn table_of_odd_profiles(names: &[String]) -> String {
    let paths: Vec<String> = names.iter().map(|name| format!("{ROOT}/odd/profile/{name}")).collect();
    let mut arguments = vec!["--format", "ndjson", "--as-of", "2026-11-23"];
    arguments.extend(paths.iter().map(String::as_str));
    let ran: Ran = run_with(&arguments);
    assert!(ran.code < 2 && ran.err.is_empty(), "{ran:#?}");
    let mut table = "file\tentries\tplanned\tolder\twarnings\n".to_owned();
    for (name, line) in names.iter().zip(ran.out.lines()) {
        let report: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(report["profile"]["path"].as_str().unwrap().ends_with(name.as_str()), "{name}: {line}");
        let warning = |it: &serde_json::Value| format!("{}:{} {}", it["line"], it["column"], it["message"]);
        let warnings: Vec<String> = report["warnings"].as_array().unwrap().iter().map(warning).collect();
        let activity = &report["activity"];
        let [entries, planned, older] = ["entries", "planned", "outside_window"].map(|key| &activity[key]);
        writeln!(table, "{name}\t{entries}\t{planned}\t{older}\t{}", warnings.join("; ")).unwrap();
    }
    table
}

#[test]
fn what_is_said_of_an_odd_profile_was_read() {
    let folders = folders("odd");
    let (_, names) = folders.iter().find(|(folder, _)| folder == "profile").unwrap();
    check("odd", "profile", &table_of_odd_profiles(names));
}

/// How many entries a source has, and why others are none.
fn line_of_source(kind: &'static str, folder: &str, name: &str) -> String {
    use mvp_check::import::{Wanted, model::Request, named, read};
    let guidance = crate::common::edition("workshop-2020");
    let request = Request {
        vocabulary: &guidance.vocabulary,
        activity_type: None,
        speaker: Some("Amal Example"),
        site: None,
        encoding: None,
        dates: None,
        columns: &[],
    };
    let bytes = fs::read(format!("{ROOT}/odd/{folder}/{name}")).unwrap();
    let imported = read(named(kind).unwrap(), &bytes, &request, &Wanted::default());
    let imported = imported.unwrap_or_else(|error| panic!("{folder}/{name}: {error}"));
    let entries = imported.items.iter().filter(|item| item.found.is_ok()).count();
    let reasons = imported.items.iter().filter_map(|item| Some(format!("{}: {}", item.place, item.found.as_ref().err()?)));
    let reasons: Vec<String> = reasons.map(|reason| mvp_check::text::escape_control_chars(&reason).into_owned()).collect();
    format!("{name}\t{entries}\t{}\t{}", reasons.join("; "), imported.note.unwrap_or_default())
}

#[test]
fn what_is_said_of_an_odd_source_was_read() {
    for (folder, names) in folders("odd") {
        let Kind::Import(kind) = Kind::of(&folder) else { continue };
        let lines = names.iter().map(|name| line_of_source(kind, &folder, name) + "\n");
        check("odd", &folder, &("file\tentries\tskipped\tnote\n".to_owned() + &lines.collect::<String>()));
    }
}
