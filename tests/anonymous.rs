//! `--anonymous`: everything counts as it did, and nothing tells whose it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use common::program::{Folder, run_in, run_with};
use common::{LOOK, edition, judged};
use made_up::{hold, profiles, text_of};
use mvp_check::assess::assess;
use mvp_check::forecast::{Forecast, USUAL_MONTHS, in_months};
use mvp_check::format::FORMATS;
use mvp_check::record::Record;
use mvp_check::report::{ProfileFile, Report};

mod common;
#[allow(dead_code)]
#[path = "definitions/made_up.rs"]
mod made_up;
#[allow(dead_code)]
#[path = "definitions/naive.rs"]
mod naive;

/// A word that no guidance and no report says by itself.
const MARK: &str = "Zqx";
/// What is in all made-up addresses.
const ADDRESSES: [&str; 3] = ["example.org", "other.example", "Example.ORG"];

/// A made-up profile, in which all text of the person has the mark.
fn marked(text: &str) -> String {
    let text = text.replacen("name = \"", &format!("name = \"{MARK} "), 1);
    text.replace("title = \"", &format!("title = \"{MARK} ")).replace("reason = \"", &format!("reason = \"{MARK} "))
}

fn assert_nameless(what: &str, output: &str) {
    for told in [MARK].iter().chain(&ADDRESSES) {
        assert!(!output.contains(told), "{what} tells {told}:\n{output}");
    }
}

/// The report of a profile and the one without names agree, and the latter tells no name in any format.
fn compare(text: &str, edition_id: &str, as_of: NaiveDate, renders: bool) {
    let guidance = edition(edition_id);
    judged(text, &guidance, as_of, |report, facts| {
        let nameless = report.record.profile.without_names(3);
        let facts = facts.clone().about(&nameless);
        let record = Record::on(as_of, &facts);
        let assessment = assess(&guidance, &record);
        assert_eq!(assessment.verdict, report.assessment.verdict);
        for (found, known) in assessment.findings.iter().zip(&report.assessment.findings) {
            let told = |it: &mvp_check::assess::Finding<'_>| (it.outcome, it.evidence.measured, it.evidence.details.clone());
            assert_eq!(told(found), told(known), "{}\n{text}", found.criterion.id);
        }
        if !renders {
            return;
        }
        let file = ProfileFile { path: "profile 3".into(), in_repository: "profile-3".into() };
        let forecast = Some(Forecast::new(&guidance, &facts, as_of, in_months(as_of, USUAL_MONTHS)));
        let report = Report { file: &file, record, assessment, warnings: Vec::new(), forecast, ..report.clone() };
        for format in FORMATS {
            assert_nameless(format.name, &format.render(&[Ok(report.clone())], &LOOK));
            assert_nameless(format.name, &format.render(&[Ok(report.clone()), Ok(report.clone())], &LOOK));
        }
    });
}

#[test]
fn everything_counts_as_it_did_and_nothing_tells_whose_it_is() {
    let cases = std::cell::Cell::new(0);
    hold(60, 31, &profiles(), |(profile, as_of)| {
        let case = cases.get();
        cases.set(case + 1);
        let text = text_of(&profile);
        // With the mark titles differ in nothing else: a few of the profiles are shown too, which takes longer.
        compare(&marked(&text), ["workshop-2020", "program-2026"][case % 2], as_of, case % 15 < 2);
        compare(&text, ["program-2026", "workshop-2020"][case % 2], as_of, false);
        Ok(())
    });
    assert!(cases.get() >= 60);
}

/// A profile that says the mark wherever it may.
const WHOLE: &str = r#"
name = "Zqx"
technology-areas = ["Zqx"]
guidance = "Zqx.toml"
[[contribution]]
type = "talk"
title = "Zqx"
date = 2026-05-01
url = "ftp://Zqx"
highlight = "Zqx"
notes = "Zqx"
[[waive]]
criterion = "diversity"
reason = "Zqx"
"#;

/// One that has a mistake in each of these places.
const WRONG: &str = r#"
name = "Zqx"
stage = "Zqx"
Zqx = 1
guidance = "Zqx/Zqx.toml"
categories = ["Zqx", "Zqx", "Zqx`Zqx"]
[[contribution]]
type = "Zqx`s"
title = "Zqx"
date = "Zqx"
impact = { Zqx = 1 }
[[waive]]
criterion = "Zqx"
reason = "Zqx"
"#;

/// Profiles that say the mark wherever they may, most of them with mistakes.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.file("Zqx/Zqx.toml", "extends = \"workshop-2020\"\n");
    folder.file("Zqx/broken.toml", "extends = \"workshop-2020\"\nZqx = 1\n");
    for (name, rest) in [
        ("one", WHOLE),
        ("two", WRONG),
        ("three", "guidance = \"Zqx/no-such.toml\"\n"),
        ("four", "guidance = \"broken.toml\"\n"),
        ("six", "name = Zqx\nname = \"Zqx\"\n"),
    ] {
        folder.file(&format!("Zqx/{name}.toml"), format!("[profile]\nas-of = 2026-11-23\n{rest}"));
    }
    folder.file("Zqx/five.toml", [b"[profile]\nname = \"Zqx".as_slice(), &[0xff]].concat());
    folder
}

#[test]
fn no_name_title_path_or_link_leaves_the_files() {
    let folder = folder();
    for format in FORMATS {
        for more in
            [&["Zqx"][..], &["Zqx", "-q"], &["Zqx/one.toml"], &["Zqx/two.toml"], &["Zqx/no-such.toml"], &["Zqx/four.toml"]]
        {
            let ran = run_in(&folder.0, &[more, &["--anonymous", "--format", format.name]].concat());
            assert_nameless(format.name, &ran.out);
            assert_nameless(format.name, &ran.err);
        }
    }
}

#[test]
fn people_are_numbered_in_their_order() {
    let out = run_with(&["examples/team", "--anonymous"]).out;
    let places = ["Person 1", "Person 2", "Person 3", "Person 4", "profile 5"].map(|name| out.find(name).expect(name));
    assert!(places.is_sorted(), "{out}");
    let alone = run_with(&["examples/profile.toml", "--anonymous"]);
    assert!(alone.code == 0 && alone.out.starts_with("Person 1 · candidate"), "{}", alone.out);
    let json = run_with(&["examples/profile.toml", "--anonymous", "--format=json"]).json();
    assert_eq!((&json["profile"]["path"], &json["profile"]["name"]), (&"profile 1".into(), &"Person 1".into()));
}
