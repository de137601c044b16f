//! The changes since an earlier report, by `--baseline`.

use std::path::Path;

use serde_json::Value;

use crate::helpers::program::{Folder, Ran, run, run_with, tool};

const EXAMPLE: &str = "examples/profile.toml";

/// A profile with these contributions, checked on 23 November 2026.
fn profile(entries: &str) -> String {
    format!("[profile]\nname = \"Ada Example\"\ncategories = [\"AI\"]\nas-of = 2026-11-23\n{entries}")
}

fn entry(kind: &str, title: &str, date: &str, rest: &str) -> String {
    format!("[[contribution]]\ntype = \"{kind}\"\ntitle = \"{title}\"\ndate = {date}\n{rest}\n")
}

/// Compares the second profile with the first: `baseline` of the JSON report, and the table.
fn compared(earlier: &str, later: &str) -> (Value, Ran) {
    let folder = Folder::new();
    let earlier = folder.file("earlier.toml", profile(earlier));
    let earlier = folder.file("earlier.json", run(tool().arg(earlier).arg("--format=json")).out);
    let later = folder.file("later.toml", profile(later));
    let of = |format: &str| run(tool().arg(&later).arg("--baseline").arg(&earlier).args(["--width", "200", "--format", format]));
    (of("json").json()["baseline"].clone(), of("table"))
}

#[test]
fn new_entries_and_grown_numbers_are_listed() {
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
    assert_eq!(baseline["numbers"], numbers, "likes fell, so they are not listed");
    assert!(table.out.contains("1\u{a0}new entry: “Two”."), "{}", table.out);
    assert!(table.out.contains("“One” 100 → 1\u{a0}250 views"), "{}", table.out);
}

#[test]
fn an_entry_is_recognised_by_its_title_or_address() {
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
fn numbers_that_did_not_grow_are_not_listed() {
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
fn a_baseline_of_another_profile_or_day_is_reported() {
    let folder = Folder::new();
    let baseline = folder.file("amal.json", run_with(&[EXAMPLE, "--format=json"]).out);
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
fn a_change_of_guidance_is_reported() {
    let folder = Folder::new();
    let of = |guidance: &str, more: &[&str]| run(tool().args([EXAMPLE, "--guidance", guidance, "--width=200"]).args(more));
    let baseline = folder.file("earlier.json", of("workshop-2020", &["--format=json"]).out);
    let ran = of("examples/community-guidance.toml", &["--baseline", baseline.to_str().unwrap()]);
    assert!(ran.out.contains("Judged by other guidance then: `workshop-2020`."), "{}", ran.out);
    assert!(ran.out.contains("Judged for the first time: sharing.") && !ran.out.contains("Nothing has changed"), "{}", ran.out);
}

#[test]
fn changed_criteria_are_listed_with_both_outcomes() {
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
fn fail_on_new_ignores_known_gaps() {
    let folder = Folder::new();
    let of = |name: &str, entries: &str| folder.file(name, profile(entries));
    let article = entry("article", "One", "2026-11-01", "");
    let talk = entry("talk", "Two", "2026-11-02", "");
    let (one, both) = (of("one.toml", &article), of("both.toml", &(article + &talk)));
    let baseline = |name: &str, profile: &Path| folder.file(name, run(tool().arg(profile).arg("--format=json")).out);
    let (of_one, of_both) = (baseline("one.json", &one), baseline("both.json", &both));
    let code =
        |profile: &Path, baseline: &Path, more: &[&str]| run(tool().arg(profile).arg("--baseline").arg(baseline).args(more)).code;
    assert_eq!(code(&one, &of_one, &[]), 1, "a single activity type is a required gap, new or not");
    assert_eq!(code(&one, &of_one, &["--fail-on-new"]), 0);
    assert_eq!(code(&one, &of_both, &["--fail-on-new"]), 1);
    assert_eq!(code(&one, &of_both, &["--fail-on-new", "--fail-on=never"]), 0);
    let ran = run(tool().arg(&one).arg("--fail-on-new"));
    assert!(ran.is_refused(&["--baseline"]), "{ran:#?}");
}

#[test]
fn each_of_several_profiles_is_compared_with_its_own_report() {
    let folder = Folder::new();
    let baseline = folder.file("both.json", run_with(&[EXAMPLE, "examples/thin.toml", "--format=json"]).out);
    let paths = ["examples/thin.toml", "examples/ready.toml", EXAMPLE];
    let document = run(tool().args(paths).arg("--format=json").arg("--baseline").arg(&baseline)).json();
    let has_baseline = |at: usize| document["reports"][at]["baseline"]["entries_added"] == 0;
    assert_eq!([has_baseline(0), has_baseline(1), has_baseline(2)], [true, false, true]);
    let alone = run(tool().args(["examples/ready.toml", "--format=json", "--baseline"]).arg(&baseline)).json();
    assert!(alone["baseline"].is_null(), "neither report is of this profile");
}

#[test]
fn a_baseline_that_is_not_a_report_is_refused() {
    let folder = Folder::new();
    let deep = "[".repeat(100_000);
    for (text, because) in [
        ("", "no JSON report"),
        ("{\"schema_version\": 1}", "no JSON report"),
        ("[1]", "no JSON report"),
        ("{\"schema_version\": 2}", "schema_version 2"),
        ("{\"schema_version\": 1, \"reports\": []}", "no profile was judged"),
        (deep.as_str(), "no JSON report"),
    ] {
        let path = folder.file("earlier.json", text);
        let ran = run(tool().args([EXAMPLE, "--baseline"]).arg(path));
        assert!(ran.is_refused(&["--baseline", "earlier.json", because]), "{text:.40}: {ran:#?}");
    }
    let ran = run(tool().args([EXAMPLE, "--baseline", "no/such.json"]));
    assert!(ran.is_refused(&["--baseline no/such.json: there is no such file\n"]), "{ran:#?}");
}
