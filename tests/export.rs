//! Exports through the program, as people run it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

#[path = "export/dossier.rs"]
mod dossier;
#[path = "export/portal.rs"]
mod portal;

use common::program::{Folder, Ran, run_in};

/// What the program exports of a profile's text, with further arguments.
fn exported(arguments: &[&str], profile: &str) -> Ran {
    let folder = Folder::new();
    folder.named("profile.toml", profile);
    run_in(&folder.0, &[&["export"], arguments].concat())
}

/// A profile of somebody on 23 November 2026, with these entries.
fn profile(entries: &str) -> String {
    format!("[profile]\nname = \"Amal Example\"\ncategories = [\"Data Platform\"]\nas-of = 2026-11-23\n{entries}")
}

/// An entry with further keys.
fn entry(activity_type: &str, title: &str, date: &str, more: &str) -> String {
    format!("[[contribution]]\ntype = \"{activity_type}\"\ntitle = \"{title}\"\ndate = {date}\n{more}\n")
}

/// The edition that extends nothing as one's own file, without one of its tables and what belongs to it.
fn guidance_without(header: &str) -> String {
    let text = std::fs::read_to_string("src/guidance/workshop-2020.toml").unwrap();
    let name = header.trim_matches(['[', ']']);
    let mut is_left_out = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.starts_with('[') {
            let table = line.trim_matches(['[', ']']);
            is_left_out = table == name || table.starts_with(&format!("{name}."));
        }
        // Whose demand it is stands only in what ships.
        if !is_left_out && !line.starts_with("basis =") && !line.starts_with("number-basis =") {
            kept += &format!("{line}\n");
        }
    }
    kept
}

#[test]
fn a_profile_with_mistakes_is_not_exported() {
    let text = profile(&entry("artcle", "A", "2026-05-01", ""));
    for kind in ["dossier", "portal"] {
        let ran = exported(&[kind], &text);
        assert!(ran.is_refused(&["unknown activity type `artcle`", "nothing was exported"]), "{ran:#?}");
        assert!(exported(&[kind, "nowhere.toml"], &text).is_refused(&["nowhere.toml"]));
    }
}

#[test]
fn a_format_that_a_kind_does_not_have_is_named() {
    let text = profile(&entry("article", "A", "2026-05-01", ""));
    for format in ["html", "json", "csv"] {
        let ran = exported(&["dossier", "--format", format], &text);
        assert!(ran.is_refused(&[&format!("export dossier has no format `{format}`"), "it has markdown"]), "{ran:#?}");
    }
    assert!(exported(&["portal", "--format", "sarif"], &text).is_refused(&["it has markdown, json and csv"]));
    assert!(exported(&["portal", "--format", "nonsense"], &text).is_refused(&["nonsense"]));
}

#[test]
fn the_same_profile_comes_from_standard_input() {
    let text = profile(&entry("article", "A", "2026-05-01", ""));
    for kind in ["dossier", "portal"] {
        let ran = common::program::fed(common::program::tool().args(["export", kind, "-"]), text.as_bytes());
        assert_eq!((ran.code, &ran.out), (0, &exported(&[kind], &text).out));
    }
}

#[test]
fn as_many_of_the_best_are_exported_as_are_wanted() {
    let best = "impact = { views = 300 }";
    let text = profile(&[entry("article", "A", "2026-05-01", ""), entry("article", "B", "2026-05-02", best)].concat());
    let table = exported(&["csv", "--top", "1"], &text).out;
    assert!(table.lines().count() == 2 && table.contains(",B,"), "{table}");
    for kind in ["dossier", "portal", "csv"] {
        assert!(exported(&[kind, "--top", "0"], &text).is_refused(&["--top", "write a number from 1 to"]));
    }
}
