//! Reports written to files, several profiles in one run, and what is new since an earlier report. Through the binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use common::program::{Folder, Ran, names, run, tool};
use serde_json::Value;

mod common;

const EXAMPLE: &str = "examples/profile.toml";

fn output(format: &str, path: &Path) -> String {
    format!("--output={format}={}", path.display())
}

fn judged(arguments: &[&str]) -> Ran {
    run(tool().args(arguments))
}

#[test]
fn a_file_holds_what_standard_output_would() {
    let folder = Folder::new();
    for format in mvp_check::format::FORMATS {
        let path = folder.0.join(format.name);
        let ran = run(tool().args([EXAMPLE, "--format", "json", &output(format.name, &path)]));
        let printed = judged(&[EXAMPLE, "--format", format.name]);
        assert_eq!(fs::read_to_string(&path).unwrap(), printed.out, "{}", format.name);
        assert_eq!(ran.json()["verdict"], "nearly");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", format.name);
    }
}

#[test]
fn several_files_are_written_and_the_exit_code_stays() {
    let folder = Folder::new();
    let (json, markdown) = (folder.0.join("a.json"), folder.0.join("b.md"));
    let ran = run(tool().args(["examples/thin.toml", &output("json", &json), &output("markdown", &markdown)]));
    assert_eq!(ran.code, 1, "{ran:#?}");
    assert!(ran.out.contains("Start with these"));
    let report: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(report["verdict"], "not-yet");
    assert!(fs::read_to_string(markdown).unwrap().contains("Start with these"));
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let folder = Folder::new();
    let missing = folder.0.join("no/such/report.json");
    for path in [missing.as_path(), &folder.0, Path::new("/dev/full")] {
        let ran = run(tool().args([EXAMPLE, &output("json", path)]));
        assert!(ran.is_refused(&[&path.display().to_string()]), "{ran:#?}");
    }
    assert!(names(&folder.0).is_empty());
    let ran = judged(&[EXAMPLE, "--output", "json=no/such/report.json"]);
    assert!(ran.is_refused(&["error: no/such/report.json: there is no folder `no/such`\n"]), "{ran:#?}");
}

#[cfg(unix)]
#[test]
fn a_write_protected_file_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    let kept = folder.file("kept.json", "kept");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o444)).unwrap();
    let ran = run(tool().args([EXAMPLE, &output("json", &kept)]));
    assert!(ran.is_refused(&["kept.json", "write-protected"]), "{ran:#?}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "kept");
    assert_eq!(names(&folder.0), ["kept.json"]);
}

#[test]
fn what_is_read_is_never_written() {
    let folder = Folder::new();
    let profile = folder.file("profile.toml", fs::read_to_string(EXAMPLE).unwrap());
    let baseline = folder.file("earlier.json", judged(&[EXAMPLE, "--format=json"]).out);
    let before = fs::read_to_string(&profile).unwrap();
    let ran = run(tool().arg(&profile).arg(output("json", &profile)));
    assert!(ran.is_refused(&["is read too"]), "{ran:#?}");
    let ran = run(tool().arg(&profile).arg("--baseline").arg(&baseline).arg(output("json", &baseline)));
    assert!(ran.is_refused(&["is read too"]), "{ran:#?}");
    let new = folder.0.join("new.json");
    let ran = run(tool().arg(&profile).args([output("json", &new), output("markdown", &new)]));
    assert!(ran.is_refused(&["named twice"]), "{ran:#?}");
    let same = folder.0.join("./new.json");
    let ran = run(tool().arg(&profile).args([output("json", &new), output("markdown", &same)]));
    assert!(ran.is_refused(&["named twice"]), "{ran:#?}");
    assert_eq!(fs::read_to_string(&profile).unwrap(), before);
    assert_eq!(names(&folder.0), ["earlier.json", "profile.toml"]);
}

#[test]
fn guidance_is_never_overwritten() {
    let folder = Folder::new();
    let guidance = folder.file("g.toml", "extends = \"workshop-2020\"\n");
    let naming = folder.file("profile.toml", "[profile]\nguidance = \"g.toml\"\n");
    let by_option = run(tool().arg(EXAMPLE).arg("--guidance").arg(&guidance).arg(output("json", &guidance)));
    let by_profile = run(tool().arg(naming).arg(output("json", &guidance)));
    for ran in [by_option, by_profile] {
        assert!(ran.is_refused(&["is read too"]), "{ran:#?}");
    }
    assert_eq!(fs::read_to_string(&guidance).unwrap(), "extends = \"workshop-2020\"\n");
}

#[test]
fn quiet_is_about_the_terminal() {
    let folder = Folder::new();
    let path = folder.0.join("report.md");
    let ran = run(tool().args([EXAMPLE, "-q", &output("markdown", &path)]));
    assert_eq!(ran.out, "A few gaps: impact, quality.\n");
    assert_eq!(fs::read_to_string(path).unwrap(), judged(&[EXAMPLE, "--format=markdown"]).out);
}

#[test]
fn a_profile_with_mistakes_overwrites_no_report() {
    let folder = Folder::new();
    let kept = folder.file("kept.json", "kept");
    let ran = run(tool().args(["examples/invalid.toml", &output("json", &kept)]));
    assert!(ran.is_refused(&["20 errors, nothing was judged"]), "{ran:#?}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "kept");
}

#[test]
fn several_profiles_are_one_report_in_their_order() {
    let ran = judged(&["examples/thin.toml", "examples/invalid.toml", "no/such.toml", EXAMPLE, "--format=json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("20 errors") && ran.err.contains("no/such.toml"), "{}", ran.err);
    let document = ran.json();
    let reports = document["reports"].as_array().unwrap();
    let paths: Vec<&str> = reports.iter().map(|report| report["profile"]["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["examples/thin.toml", "examples/invalid.toml", "no/such.toml", EXAMPLE]);
    assert_eq!((&reports[1]["error"]["line"], &reports[1]["error"]["column"]), (&7.into(), &9.into()));
    assert!(reports[1]["error"]["message"].as_str().unwrap().contains("unknown stage `candidat`"));
    let alone = judged(&[EXAMPLE, "--format=json"]).json();
    assert_eq!(reports[3], alone);
    let totals = &document["totals"];
    assert_eq!((&totals["profiles"], &totals["not_judged"]), (&4.into(), &2.into()));
    assert_eq!(totals["verdicts"], serde_json::json!({"nearly": 1, "not-yet": 1}));
    assert_eq!(totals["gaps"]["measured"], 1 + u32::from(has_gap(&reports[0], "measured")));
}

fn has_gap(report: &Value, criterion: &str) -> bool {
    let findings = report["findings"].as_array().unwrap();
    findings.iter().any(|finding| finding["criterion"] == criterion && finding["outcome"] == "gap")
}

#[test]
fn several_profiles_stand_below_each_other_for_people() {
    for format in ["table", "markdown"] {
        let ran = judged(&[EXAMPLE, "examples/ready.toml", "--format", format]);
        let (first, second) = (ran.out.find("Amal Example").unwrap(), ran.out.find("Noor Example").unwrap());
        assert!(first < second && ran.code == 0, "{format}");
    }
}

/// A profile with these entries, judged on 23 November 2026.
fn profile(entries: &str) -> String {
    format!("[profile]\nname = \"Ada Example\"\ncategories = [\"AI\"]\nas-of = 2026-11-23\n{entries}")
}

fn entry(kind: &str, title: &str, date: &str, rest: &str) -> String {
    format!("[[contribution]]\ntype = \"{kind}\"\ntitle = \"{title}\"\ndate = {date}\n{rest}\n")
}

/// The `baseline` of a report of the second profile beside one of the first.
fn compared(earlier: &str, later: &str) -> (Value, Ran) {
    let folder = Folder::new();
    let earlier = folder.file("earlier.toml", profile(earlier));
    let earlier = folder.file("earlier.json", run(tool().arg(earlier).arg("--format=json")).out);
    let later = folder.file("later.toml", profile(later));
    let of = |format: &str| run(tool().arg(&later).arg("--baseline").arg(&earlier).args(["--width", "200", "--format", format]));
    (of("json").json()["baseline"].clone(), of("table"))
}

#[test]
fn new_entries_and_grown_numbers_are_told() {
    let first = entry("article", "One", "2026-05-01", "url = \"https://example.org/1\"\nimpact = { views = 100, likes = 7 }");
    let old = entry("article", "Old", "2025-11-24", "");
    let grown = first.replace("views = 100", "views = 1_250").replace("likes = 7", "likes = 6");
    let second = entry("talk", "Two", "2026-06-01", "impact = { attendees = 30 }");
    let (baseline, table) = compared(&(first + &old), &(second + &grown));
    assert_eq!((&baseline["as_of"], &baseline["guidance"]), (&"2026-11-23".into(), &"workshop-2020".into()));
    assert_eq!((&baseline["entries_added"], &baseline["entries_left"]), (&1.into(), &1.into()));
    assert_eq!(baseline["entries"], serde_json::json!([{"line": 5, "title": "Two"}]));
    let numbers = serde_json::json!([
        {"name": "online", "contribution": null, "from": 100, "to": 1250},
        {"name": "in_person", "contribution": null, "from": 0, "to": 30},
        {"name": "views", "contribution": {"line": 10, "title": "One"}, "from": 100, "to": 1250},
    ]);
    assert_eq!(baseline["numbers"], numbers, "likes fell, which is not told");
    assert!(table.out.contains("1\u{a0}new entry: “Two”."), "{}", table.out);
    assert!(table.out.contains("“One” 100 → 1\u{a0}250 views"), "{}", table.out);
}

#[test]
fn an_entry_is_known_again_by_its_title_or_its_address() {
    let with = |title: &str, url: &str| entry("article", title, "2026-05-01", &format!("url = \"{url}\""));
    let bare = entry("article", "One", "2026-05-01", "");
    let address = "https://example.org/1";
    for (earlier, later, added) in [
        (bare.clone(), with("One", address), 0),
        (with("One", address), with("One, with a better title", "http://www.example.org/1/"), 0),
        (with("One", address), with("Two", "https://example.org/2"), 1),
        (bare.clone(), bare.clone() + &bare, 1),
        (bare.clone() + &bare, bare.clone(), 0),
        (with("One", address) + &with("Two", address), with("Two", address) + &with("One", address), 0),
        (with("One", address) + &with("Two", address), with("Three", address) + &with("One", address), 0),
    ] {
        let (baseline, _) = compared(&earlier, &later);
        assert_eq!(baseline["entries_added"], added, "{earlier}{later}");
    }
}

#[test]
fn what_did_not_grow_is_not_told_as_grown() {
    let with = |title: &str, impact: &str| {
        entry("talk", title, "2026-05-01", &format!("url = \"https://example.org/1\"\nimpact = {{ {impact} }}"))
    };
    let (small, large) = (with("Small", "attendees = 10"), with("Large", "attendees = 1000"));
    for (earlier, later) in [
        (small.clone() + &large, large.clone() + &small),
        (small.clone() + &large, large.clone()),
        (large.clone(), large.replace("attendees = 1000", "attendees = 900")),
        (large.clone(), large.replace("attendees = 1000", "attendees = 1000, on-demand-views = 0")),
        (with("Rated", "attendees = 10, rating = 4.51"), with("Rated", "attendees = 10, rating = 4.58")),
    ] {
        let (_, table) = compared(&earlier, &later);
        assert!(!table.out.contains("Grown") && table.out.contains("Since 23 Nov 2026"), "{}", table.out);
        let is_same = earlier.len() == later.len() && earlier.contains("Small") && later.contains("Small");
        assert_eq!(table.out.contains("Nothing has changed."), is_same, "{}", table.out);
    }
}

#[test]
fn a_baseline_that_does_not_fit_is_told() {
    let folder = Folder::new();
    let baseline = folder.file("amal.json", judged(&[EXAMPLE, "--format=json"]).out);
    let with = |arguments: &[&str]| run(tool().args(arguments).arg("--baseline").arg(&baseline));
    let of_another = with(&["examples/ready.toml"]);
    assert!(
        of_another.err.starts_with("warning: --baseline ") && of_another.err.contains("it has no report of examples/ready.toml"),
        "{}",
        of_another.err
    );
    assert!(!of_another.out.contains("Since"));
    let earlier = with(&[EXAMPLE, "--as-of=2026-10-01"]);
    assert!(earlier.is_refused(&["2026-11-23, later than 2026-10-01"]), "{earlier:#?}");
    let plain = with(&["./examples/profile.toml", "examples/thin.toml", "--format=json"]).json();
    assert!(plain["reports"][0]["baseline"].is_object());
}

#[test]
fn other_guidance_then_is_told() {
    let folder = Folder::new();
    let of = |guidance: &str, more: &[&str]| run(tool().args([EXAMPLE, "--guidance", guidance, "--width=200"]).args(more));
    let baseline = folder.file("earlier.json", of("workshop-2020", &["--format=json"]).out);
    let ran = of("examples/community-guidance.toml", &["--baseline", baseline.to_str().unwrap()]);
    assert!(ran.out.contains("Judged by other guidance then: `workshop-2020`."), "{}", ran.out);
    assert!(ran.out.contains("Judged for the first time: sharing.") && !ran.out.contains("Nothing has changed"), "{}", ran.out);
}

#[test]
fn criteria_that_changed_are_told_by_how_they_did() {
    let article = entry("article", "One", "2026-11-01", "url = \"https://example.org/1\"");
    let talk = entry("talk", "Two", "2026-11-02", "");
    let (baseline, _) = compared(&article, &(article.clone() + &talk));
    let criteria = |kind: &str| -> Vec<String> {
        let changes = baseline[kind].as_array().unwrap();
        let text = |change: &Value, key: &str| change[key].as_str().unwrap_or("-").to_owned();
        changes.iter().map(|it| format!("{} {} {}", text(it, "criterion"), text(it, "from"), text(it, "to"))).collect()
    };
    assert!(criteria("fixed").contains(&"diversity gap met".into()), "{baseline:#}");
    assert!(criteria("new").contains(&"evidence met gap".into()), "{baseline:#}");
    assert!(criteria("same").contains(&"amount gap gap".into()), "{baseline:#}");
    assert!(criteria("changed").contains(&"concentration not-assessed met".into()), "{baseline:#}");
    let (same, table) = compared(&article, &article);
    assert!(same["new"].as_array().unwrap().is_empty() && same["fixed"].as_array().unwrap().is_empty());
    assert!(table.out.contains("Nothing has changed."), "{}", table.out);
}

#[test]
fn only_new_gaps_fail_where_that_is_asked_for() {
    let folder = Folder::new();
    let of = |name: &str, entries: &str| folder.file(name, profile(entries));
    let article = entry("article", "One", "2026-11-01", "");
    let talk = entry("talk", "Two", "2026-11-02", "");
    let (one, both) = (of("one.toml", &article), of("both.toml", &(article + &talk)));
    let baseline = |name: &str, profile: &Path| folder.file(name, run(tool().arg(profile).arg("--format=json")).out);
    let (of_one, of_both) = (baseline("one.json", &one), baseline("both.json", &both));
    let code =
        |profile: &Path, baseline: &Path, more: &[&str]| run(tool().arg(profile).arg("--baseline").arg(baseline).args(more)).code;
    assert_eq!(code(&one, &of_one, &[]), 1, "one type of activity is a required gap, new or not");
    assert_eq!(code(&one, &of_one, &["--fail-on-new"]), 0);
    assert_eq!(code(&one, &of_both, &["--fail-on-new"]), 1);
    assert_eq!(code(&one, &of_both, &["--fail-on-new", "--fail-on=never"]), 0);
    let ran = run(tool().arg(&one).arg("--fail-on-new"));
    assert!(ran.is_refused(&["--baseline"]), "{ran:#?}");
}

#[test]
fn of_several_profiles_each_is_compared_with_its_own() {
    let folder = Folder::new();
    let baseline = folder.file("both.json", judged(&[EXAMPLE, "examples/thin.toml", "--format=json"]).out);
    let paths = ["examples/thin.toml", "examples/ready.toml", EXAMPLE];
    let document = run(tool().args(paths).arg("--format=json").arg("--baseline").arg(&baseline)).json();
    let has_baseline = |at: usize| document["reports"][at]["baseline"]["entries_added"] == 0;
    assert_eq!([has_baseline(0), has_baseline(1), has_baseline(2)], [true, false, true]);
    let alone = run(tool().args(["examples/ready.toml", "--format=json", "--baseline"]).arg(&baseline)).json();
    assert!(alone["baseline"].is_null(), "none of the two is this person's");
}

#[test]
fn what_is_no_report_is_refused() {
    let folder = Folder::new();
    let deep = "[".repeat(100_000);
    let lines = judged(&[EXAMPLE, "examples/thin.toml", "--format=ndjson"]).out;
    for (text, because) in [
        ("", "no JSON report"),
        ("{\"schema_version\": 1}", "no JSON report"),
        ("[1]", "no JSON report"),
        ("{\"schema_version\": 2}", "schema_version 2"),
        ("{\"schema_version\": 1, \"reports\": []}", "no profile was judged"),
        (deep.as_str(), "no JSON report"),
        (lines.as_str(), "an ndjson report, which cannot be compared with"),
    ] {
        let path = folder.file("earlier.json", text);
        let ran = run(tool().args([EXAMPLE, "--baseline"]).arg(path));
        assert!(ran.is_refused(&["--baseline", "earlier.json", because]), "{text:.40}: {ran:#?}");
    }
    let ran = run(tool().args([EXAMPLE, "--baseline", "no/such.json"]));
    assert!(ran.is_refused(&["--baseline no/such.json: there is no such file\n"]), "{ran:#?}");
}
