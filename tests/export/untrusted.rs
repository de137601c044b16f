//! Other people's text in exports of every kind and format: it is shown, never obeyed; and what is private stays.

use chrono::NaiveDate;
use mvp_check::export::EXPORTS;
use mvp_check::export::model::Selection;
use mvp_check::guidance::{self, Guidance, category_of_any_edition};
use mvp_check::profile;
use mvp_check::record::Record;
use mvp_check::source::Source;
use mvp_check::text::escape_control_chars;
use serde_json::Value;

use crate::checks::markdown::{self, Tree, tree};
use crate::checks::{cells, lines};
use crate::common::edition;
use crate::common::payloads::{guidance_saying, payloads, profile_saying};

/// Every kind in every format, as it comes of a profile's text.
fn all(text: &str, guidance: &Guidance) -> Vec<(&'static str, &'static str, String)> {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 0, "{:#?}", problems.sorted());
    let record = Record::new(&profile, &guidance.vocabulary, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let selection = Selection { guidance, record: &record, is_all: true, top: None };
    let formats = EXPORTS.iter().flat_map(|export| export.formats.iter().map(|format| (export.name, format)));
    formats.map(|(name, format)| (name, format.name, (format.render)(&selection).unwrap())).collect()
}

fn saying(text: &str) -> Vec<(&'static str, &'static str, String)> {
    let source = Source::new("guidance.toml", guidance_saying(text));
    let guidance = guidance::read(&source).unwrap_or_else(|problems| panic!("{text:?}: {problems:#?}"));
    all(&profile_saying(text), &guidance)
}

fn saying_in(text: &str, kind: &str, format: &str) -> String {
    saying(text).into_iter().find(|(name, of, _)| (*name, *of) == (kind, format)).unwrap().2
}

#[test]
fn nothing_raw_and_no_command_comes_of_it() {
    for payload in payloads() {
        for (kind, format, text) in saying(&payload) {
            let checked = lines::nothing_raw(&text).and_then(|()| lines::no_command(&text, &[]));
            checked.unwrap_or_else(|wrong| panic!("{kind} {format} {payload:?}: {wrong}"));
        }
    }
}

#[test]
fn the_tree_of_markdown_stays_as_it_is() {
    for kind in ["dossier", "portal"] {
        let expected = tree(&saying_in("Plain words", kind, "markdown"));
        assert!(!expected.addresses.is_empty());
        markdown::nothing_foreign(&expected).unwrap();
        // The portal takes no long title, which is one more thing to check.
        let is_short = |payload: &String| payload.chars().count() < 90;
        for payload in payloads().into_iter().filter(|payload| kind == "dossier" || is_short(payload)) {
            let text = saying_in(&payload, kind, "markdown");
            let found = tree(&text);
            markdown::same(&found, &expected).unwrap_or_else(|wrong| panic!("{payload:?}: {wrong}\n{text}"));
            let Tree { addresses, codes, .. } = found;
            assert!(addresses.iter().all(|it| it.starts_with("https://example.org/")), "{payload:?}: {addresses:?}");
            let title = escape_control_chars(&payload).trim().to_owned();
            assert!(kind == "dossier" || codes.contains(&title), "{payload:?}: {codes:#?}");
        }
    }
}

#[test]
fn a_row_stays_a_row_and_no_cell_is_a_formula() {
    for payload in payloads() {
        let text = saying_in(&payload, "portal", "csv");
        let rows = cells::rows(&text).unwrap();
        assert_eq!((rows.len(), text.lines().count()), (3, 3), "{payload:?}\n{text}");
        assert_eq!(rows[0].last().unwrap(), "to check");
        let at = rows[0].iter().position(|column| column == "Title").unwrap();
        let titles: Vec<&str> = rows[1..].iter().map(|row| row[at].trim_start_matches('\'').trim()).collect();
        assert!(titles.contains(&escape_control_chars(&payload).trim().trim_start_matches('\'')), "{payload:?}: {titles:?}");
        cells::no_formula(&rows).unwrap_or_else(|wrong| panic!("{payload:?}: {wrong}"));
    }
}

#[test]
fn json_keeps_the_text_as_it_is() {
    for payload in payloads() {
        let text = saying_in(&payload, "portal", "json");
        let document: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{payload:?}: {error}\n{text}"));
        let activities = document["activities"].as_array().unwrap();
        assert!(activities.iter().any(|it| it["fields"]["Title"] == payload.as_str()), "{payload:?}\n{text}");
    }
}

#[test]
fn notes_never_leave() {
    let noted = |activity_type: &str, date: &str| {
        format!(
            "[[contribution]]\ntype = \"{activity_type}\"\ntitle = \"A {date}\"\ndate = {date}\nnotes = \"Psst, between us\"\n"
        )
    };
    let entries = ["article", "talk", "certification"].map(|activity_type| noted(activity_type, "2026-05-01")).concat();
    let text = format!("{entries}{}{}", noted("talk", "2020-05-01"), noted("talk", "2026-12-10"));
    for shipped in ["workshop-2020", "program-2026"] {
        for (kind, format, written) in all(&text, &edition(shipped)) {
            assert!(!written.contains("Psst") && !written.contains("between us"), "{kind} {format}: {written}");
        }
    }
}
