//! Several profiles in one run: which files are read, the totals, and profiles with mistakes.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::helpers::program::{EXAMPLES, Folder, INVALID, Ran, fed, json, run_in, run_with, tool};

const TEAM: &str = "examples/team";

/// A profile without contributions.
fn profile(name: &str) -> String {
    format!("[profile]\nname = \"{name}\"\nas-of = 2026-11-23\n")
}

/// The names in a report on several profiles; the file name where there is none.
fn names(ran: &Ran) -> Vec<String> {
    let file = |path: &str| path.rsplit(['/', '\\']).next().unwrap().to_owned();
    let name = |report: &Value| {
        let profile = &report["profile"];
        profile["name"].as_str().map_or_else(|| file(profile["path"].as_str().unwrap()), Into::into)
    };
    ran.json()["reports"].as_array().unwrap().iter().map(name).collect()
}

fn people(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    names(&run_in(&folder.0, &[arguments, &["--format=json"]].concat()))
}

/// A folder with subfolders, other files, hidden files and ignored files.
fn full() -> Folder {
    let folder = Folder::new();
    for (path, name) in [
        ("team/b.toml", "B"),
        ("team/a.toml", "A"),
        ("team/sub/c.toml", "C"),
        ("team/.hidden.toml", "H"),
        ("team/draft.toml", "D"),
    ] {
        folder.file(path, profile(name));
    }
    folder.file("team/.gitignore", "draft.toml\n");
    folder.file("team/guidance.toml", "extends = \"workshop-2020\"\n");
    folder.file("team/notes.txt", profile("N"));
    folder.file("team/commented.toml", "\u{feff}  [profile] # mine\r\nname = \"Z\"\r\n");
    folder
}

#[test]
fn the_profiles_in_a_folder_are_read_in_order_of_name() {
    let folder = full();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z", "C"]);
    assert_eq!(people(&folder, &["team/b.toml", "team", "./team/a.toml"]), ["B", "A", "Z", "C"], "each once");
    assert_eq!(people(&folder, &["team/draft.toml", "team/.hidden.toml"]), ["D", "H"], "named files are always read");
    fs::write(folder.0.join(".gitignore"), "sub/\n").unwrap();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z", "C"], "a `.gitignore` above the folder is ignored");
    fs::create_dir(folder.0.join(".git")).unwrap();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z"], "unless it is in the same repository");
}

#[cfg(unix)]
#[test]
fn links_never_add_a_profile_twice() {
    let folder = full();
    std::os::unix::fs::symlink(&folder.0, folder.0.join("team/loop")).unwrap();
    std::os::unix::fs::symlink(folder.0.join("team/a.toml"), folder.0.join("team/same.toml")).unwrap();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z", "C"]);
}

#[test]
fn a_list_names_profiles_and_folders() {
    let folder = full();
    folder.file("list", "\u{feff}team/b.toml\r\n\r\n  \nteam/sub\r\nteam/missing.toml");
    assert_eq!(people(&folder, &["--files-from", "list"]), ["B", "C", "missing.toml"]);
    assert_eq!(people(&folder, &["team/a.toml", "--files-from", "list"]), ["A", "B", "C", "missing.toml"]);
    let mut from_input = tool();
    let from_input = from_input.current_dir(&folder.0).args(["--files-from", "-", "--format=json"]);
    assert_eq!(names(&fed(from_input, b"team/a.toml\nteam/b.toml")), ["A", "B"]);
}

#[test]
fn arguments_that_name_no_profile_are_refused() {
    let folder = full();
    folder.file("empty/notes.txt", "");
    folder.file("list", "\n");
    for (arguments, because) in [
        (&["empty"][..], &["empty: it holds no profile"][..]),
        (&["--files-from", "list"], &["names no profile"]),
        (&["--files-from", "no/such"], &["--files-from no/such"]),
        (&["--files-from", "-", "-"], &["can be read once only"]),
        (&["--files-from", "no/such"], &["there is no such file"]),
        (&["team", "--width", "abc"], &["write a number from 0 to 65\u{a0}535"]),
        (&["exlain", "reach"], &["there is no file `exlain`; did you mean the command `explain`?"]),
        (&["team", "plan"], &["`plan` is a command"]),
    ] {
        let ran = run_in(&folder.0, arguments);
        assert!(ran.is_refused(because), "{arguments:?} {ran:#?}");
    }
}

#[test]
fn a_bad_path_never_stops_the_others() {
    let folder = full();
    folder.file("empty/Cargo.toml", "[profile.release]\nlto = true\n");
    fs::write(folder.0.join("list"), b"empty\nbad\xff.toml\nteam/a.toml\n").unwrap();
    let ran = run_in(&folder.0, &["--files-from", "list", "-q", "--width", "200"]);
    assert_eq!(ran.code, 2, "{ran:#?}");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with("empty: it holds no profile") && lines[1].contains(".toml: there is no such file; not judged"),
        "{lines:?}"
    );
    assert!(lines[2].starts_with("A: "), "{lines:?}");
}

#[test]
fn a_file_with_a_profile_table_is_a_profile_even_with_mistakes() {
    let folder = Folder::new();
    for (at, text) in
        ["[ profile ]\n", "[\"profile\"]\n", "profile.name = \"A\"\n", "[profile\n", "[[profile]]\n"].iter().enumerate()
    {
        folder.file(&format!("team/{at}.TOML"), *text);
    }
    folder.file("team/no.toml", "[profile.release]\n[package.profile]\nprofiles = 1\n# profile = 1\n");
    let ran = run_in(&folder.0, &["team", "-q", "--width", "200"]);
    assert_eq!(ran.out.lines().count(), 5, "{ran:#?}");
}

#[test]
fn a_profile_over_the_limit_is_a_row() {
    let folder = Folder::new();
    folder.file("small.toml", profile("Small"));
    folder.file("large.toml", profile("Large") + &"#".repeat(4 << 20));
    let ran = run_in(&folder.0, &["small.toml", "large.toml"]);
    assert!(ran.code == 2 && ran.out.contains("larger than 4 MiB") && ran.out.contains("Small"), "{ran:#?}");
}

#[test]
fn a_folder_with_one_profile_is_a_team() {
    let folder = Folder::new();
    folder.file("team/a.toml", profile("A"));
    let report = run_in(&folder.0, &["team", "--format=json"]).json();
    assert_eq!((&report["totals"]["profiles"], report["reports"].as_array().unwrap().len()), (&1.into(), 1));
    assert!(run_in(&folder.0, &["team/a.toml", "--format=json"]).json()["totals"].is_null());
}

#[test]
fn a_profile_with_mistakes_never_stops_the_others() {
    let ran = run_with(&[TEAM, "no/such.toml", "--fail-on=never", "--width=120"]);
    assert_eq!(ran.code, 2);
    for told in ["Ana Example", "Dana Example", "Not judged", "and 1\u{a0}more mistake", "no/such.toml"] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    assert!(ran.err.contains("eli.toml:12:8") && ran.err.contains("no/such.toml"), "{}", ran.err);
    let ran = run_with(&["examples/ready.toml", "examples/thin.toml"]);
    assert_eq!(ran.code, 1, "a required gap of anybody");
    assert_eq!(run_with(&["examples/ready.toml", "examples/profile.toml"]).code, 0);
}

#[test]
fn mistakes_of_a_shared_guidance_are_printed_once() {
    let folder = Folder::new();
    folder.file("own.toml", "extends = \"workshop-2020\"\nverdct = 1\n");
    for name in ["a", "b", "c"] {
        folder.file(&format!("{name}.toml"), profile(name) + "guidance = \"own.toml\"\n");
    }
    let ran = run_in(&folder.0, &["."]);
    assert_eq!((ran.code, ran.err.matches("verdct").count() > 0, ran.err.matches("1 error").count()), (2, true, 1), "{ran:#?}");
}

#[test]
fn the_totals_add_up() {
    let files = [&EXAMPLES[..], &[INVALID]].concat();
    let team = run_with(&[&files[..], &["--format=json"]].concat()).json();
    let reports = team["reports"].as_array().unwrap();
    assert_eq!(reports.len(), files.len());
    for (file, report) in EXAMPLES.iter().zip(reports) {
        assert_eq!(*report, json(file), "{file}");
    }
    assert_eq!(team["totals"], totals(reports));
}

fn totals(single: &[Value]) -> Value {
    let mut verdicts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut gaps: BTreeMap<&str, u32> = BTreeMap::new();
    for report in single.iter().filter(|report| report["error"].is_null()) {
        *verdicts.entry(report["verdict"].as_str().unwrap()).or_default() += 1;
        let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["outcome"] == "gap");
        let mut criteria: Vec<&str> = findings.map(|finding| finding["criterion"].as_str().unwrap()).collect();
        criteria.sort_unstable();
        criteria.dedup();
        criteria.into_iter().for_each(|criterion| *gaps.entry(criterion).or_default() += 1);
    }
    let refused = single.iter().filter(|report| !report["error"].is_null()).count();
    serde_json::json!({"profiles": single.len(), "not_judged": refused, "verdicts": verdicts, "gaps": gaps})
}
