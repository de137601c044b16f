//! Several profiles in one run: which are meant, what is told of all of them, and that one with mistakes stops no other. Through the
//! binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;

use common::program::{Folder, Ran, fed, run, run_in, run_with, tool};
use made_up::{hold, profiles, text_of};
use proptest::collection::vec;
use serde_json::Value;

mod common;
#[allow(dead_code)]
#[path = "definitions/made_up.rs"]
mod made_up;
#[allow(dead_code)]
#[path = "definitions/naive.rs"]
mod naive;

const TEAM: &str = "examples/team";

/// A profile of somebody with nothing yet.
fn profile(name: &str) -> String {
    format!("[profile]\nname = \"{name}\"\nas-of = 2026-11-23\n")
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Names in the order of the report; where there is none, the file's.
fn names(ran: &Ran) -> Vec<String> {
    let file = |path: &str| path.rsplit(['/', '\\']).next().unwrap().to_owned();
    let name =
        |it: &Value| it["profile"]["name"].as_str().map_or_else(|| file(it["profile"]["path"].as_str().unwrap()), Into::into);
    lines(ran).iter().map(name).collect()
}

fn people(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    names(&run_in(&folder.0, &[arguments, &["--format=ndjson"]].concat()))
}

/// A folder with folders, other files, hidden ones and ignored ones.
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
fn of_a_folder_its_profiles_are_judged_by_name() {
    let folder = full();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z", "C"]);
    assert_eq!(people(&folder, &["team/b.toml", "team", "./team/a.toml"]), ["B", "A", "Z", "C"], "each once");
    assert_eq!(people(&folder, &["team/draft.toml", "team/.hidden.toml"]), ["D", "H"], "what is named is meant");
    fs::write(folder.0.join(".gitignore"), "sub/\n").unwrap();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z", "C"], "a `.gitignore` above is somebody else's");
    fs::create_dir(folder.0.join(".git")).unwrap();
    assert_eq!(people(&folder, &["team"]), ["A", "B", "Z"], "unless it is of the same repository");
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_twice() {
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
    let from_input = from_input.current_dir(&folder.0).args(["--files-from", "-", "--format=ndjson"]);
    assert_eq!(names(&fed(from_input, b"team/a.toml\nteam/b.toml")), ["A", "B"]);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let folder = full();
    folder.file("empty/notes.txt", "");
    folder.file("list", "\n");
    for (arguments, because) in [
        (&["empty"][..], &["empty: it holds no profile"][..]),
        (&["--files-from", "list"], &["names no profile"]),
        (&["--files-from", "no/such"], &["--files-from no/such"]),
        (&["--files-from", "-", "-"], &["can be read once only"]),
        (&["--files-from", "no/such"], &["there is no such file"]),
        (&["team", "--jobs", "0"], &["--jobs", "write a number from 1 to 256"]),
        (&["team", "--jobs", "many"], &["write a number from 1 to 256"]),
        (&["team", "--width", "abc"], &["write a number from 0 to 65\u{a0}535"]),
        (&["team", "--max-size", "4096"], &["--max-size", "write a number from 1 to 4\u{a0}095"]),
        (&["exlain", "reach"], &["there is no file `exlain`; did you mean the command `explain`?"]),
        (&["team", "plan"], &["`plan` is a command"]),
        (&["team", "--anonymous", "--baseline", "x"], &["--anonymous"]),
    ] {
        let ran = run_in(&folder.0, arguments);
        assert!(ran.is_refused(because), "{arguments:?} {ran:#?}");
    }
}

#[test]
fn a_folder_without_a_profile_and_a_path_that_is_no_text_stop_nobody() {
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
fn a_profile_of_a_folder_is_one_however_badly_it_is_written() {
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
fn a_larger_profile_than_asked_for_is_a_row() {
    let folder = Folder::new();
    folder.file("small.toml", profile("Small"));
    folder.file("large.toml", profile("Large") + &"#".repeat(1 << 20));
    let ran = run_in(&folder.0, &["small.toml", "large.toml", "--max-size", "1"]);
    assert!(ran.code == 2 && ran.out.contains("larger than 1 MiB") && ran.out.contains("Small"), "{ran:#?}");
    assert_eq!(run_in(&folder.0, &["large.toml"]).code, 1);
}

#[test]
fn one_profile_of_a_folder_is_a_team() {
    let folder = Folder::new();
    folder.file("team/a.toml", profile("A"));
    let report = run_in(&folder.0, &["team", "--format=json"]).json();
    assert_eq!((&report["totals"]["profiles"], report["reports"].as_array().unwrap().len()), (&1.into(), 1));
    assert!(run_in(&folder.0, &["team/a.toml", "--format=json"]).json()["totals"].is_null());
}

#[test]
fn a_bad_profile_stops_no_other() {
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
fn mistakes_of_a_shared_guidance_are_told_once() {
    let folder = Folder::new();
    folder.file("own.toml", "extends = \"workshop-2020\"\nverdct = 1\n");
    for name in ["a", "b", "c"] {
        folder.file(&format!("{name}.toml"), profile(name) + "guidance = \"own.toml\"\n");
    }
    let ran = run_in(&folder.0, &["."]);
    assert_eq!((ran.code, ran.err.matches("verdct").count() > 0, ran.err.matches("1 error").count()), (2, true, 1), "{ran:#?}");
}

#[test]
fn one_profile_is_one_line() {
    let line = run_with(&["examples/profile.toml", "--format=ndjson"]);
    assert_eq!(lines(&line), [run_with(&["examples/profile.toml", "--format=json"]).json()]);
    let refused = run_with(&["examples/invalid.toml", "--format=ndjson"]);
    assert_eq!((refused.code, &lines(&refused)[0]["error"]["line"]), (2, &7.into()));
}

#[test]
fn totals_are_what_the_single_reports_add_up_to() {
    let folder = Folder::new();
    let strategy = vec(profiles(), 40);
    hold(1, 23, &strategy, |cases| {
        for (at, (profile, as_of)) in cases.iter().enumerate() {
            folder.file(
                &format!("{at:03}.toml"),
                text_of(profile).replacen("[profile]", &format!("[profile]\nas-of = {as_of}"), 1),
            );
        }
        folder.file("bad.toml", "[profile]\nnam = 1\n");
        let of = |arguments: &[&str]| run_in(&folder.0, &[&["."], arguments].concat());
        let single = lines(&of(&["--format=ndjson", "--jobs=3"]));
        let team = of(&["--format=json", "--jobs=1"]);
        assert_eq!(team.out, of(&["--format=json", "--jobs=4"]).out, "whatever the number of jobs");
        assert_eq!(team.json()["reports"], Value::from(single.clone()), "in the order of the input");
        assert_eq!(team.json()["totals"], totals(&single));
        Ok(())
    });
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

#[test]
fn files_hold_what_standard_output_would() {
    let folder = Folder::new();
    for format in mvp_check::format::FORMATS {
        let path = folder.0.join(format.name);
        let output = format!("--output={}={}", format.name, path.display());
        run(tool().args([TEAM, "--format=sarif", &output]));
        let printed = run_with(&[TEAM, "--format", format.name]);
        assert_eq!(fs::read_to_string(&path).unwrap(), printed.out, "{}", format.name);
        assert_eq!(printed.code, 2, "{}", format.name);
    }
}

#[test]
fn nothing_is_wider_than_asked_for() {
    for width in [0, 1, 20, 30, 71, 72, 100, 300] {
        let ran = run_with(&[TEAM, "--width", &width.to_string()]);
        let widest = ran.out.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap();
        assert!(widest <= width.max(20), "{width}: {widest}\n{}", ran.out);
    }
}

#[test]
fn colours_change_no_word() {
    let plain = run_with(&[TEAM, "--width=100"]).out;
    let colored = run_with(&[TEAM, "--width=100", "--color=always"]).out;
    assert!(colored.contains("\u{1b}[1m") && anstream::adapter::strip_str(&colored).to_string() == plain, "{colored}");
}
