//! Other people's text in exports of every kind and format: it is shown, never obeyed; and what is private stays.

use chrono::NaiveDate;
use mvp_check::export::EXPORTS;
use mvp_check::export::model::Selection;
use mvp_check::guidance::{self, Guidance, category_of_any_edition};
use mvp_check::profile;
use mvp_check::record::Record;
use mvp_check::source::Source;
use mvp_check::text::visible;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::common::edition;
use crate::common::payloads::{guidance_saying, is_raw, payloads, profile_saying};

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
            let raw: Vec<char> = text.chars().filter(|it| is_raw(*it)).collect();
            assert!(raw.is_empty(), "{kind} {format} {payload:?}: {raw:?}");
            for line in text.lines() {
                let heading = line.trim_start_matches('#');
                let text = if format == "markdown" && heading.starts_with(' ') { heading } else { line };
                assert!(!line.trim_start().starts_with("::") && !text.contains("##"), "{kind} {format} {payload:?}: {line}");
            }
        }
    }
}

/// Elements of Markdown without their text, where its links lead, and what stands there to be copied.
fn tree(markdown: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let (mut elements, mut addresses, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(_) => {}
            Event::Code(text) => {
                elements.push("code".into());
                codes.push(text.into_string());
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                elements.push("link".into());
                addresses.push(dest_url.into_string());
            }
            other => elements.push(format!("{other:?}")),
        }
    }
    (elements, addresses, codes)
}

#[test]
fn the_tree_of_markdown_stays_as_it_is() {
    for kind in ["dossier", "portal"] {
        let expected = tree(&saying_in("Plain words", kind, "markdown"));
        assert!(!expected.1.is_empty() && !expected.0.iter().any(|it| it.contains("Html")), "{:?}", expected.0);
        // The portal takes no long title, which is one more thing to check.
        let is_short = |payload: &String| payload.chars().count() < 90;
        for payload in payloads().into_iter().filter(|payload| kind == "dossier" || is_short(payload)) {
            let text = saying_in(&payload, kind, "markdown");
            let (elements, addresses, codes) = tree(&text);
            assert_eq!(elements, expected.0, "{payload:?}\n{text}");
            assert!(addresses.iter().all(|it| it.starts_with("https://example.org/")), "{payload:?}: {addresses:?}");
            let title = visible(&payload).trim().to_owned();
            assert!(kind == "dossier" || codes.contains(&title), "{payload:?}: {codes:#?}");
        }
    }
}

#[test]
fn a_row_stays_a_row_and_no_cell_is_a_formula() {
    let rows = |text: &str| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
    };
    for payload in payloads() {
        let text = saying_in(&payload, "portal", "csv");
        let rows = rows(&text);
        assert_eq!((rows.len(), text.lines().count()), (3, 3), "{payload:?}\n{text}");
        assert_eq!(rows[0].last().unwrap(), "to check");
        let at = rows[0].iter().position(|column| column == "Title").unwrap();
        let titles: Vec<&str> = rows[1..].iter().map(|row| row[at].trim_start_matches('\'').trim()).collect();
        assert!(titles.contains(&visible(&payload).trim().trim_start_matches('\'')), "{payload:?}: {titles:?}");
        let is_obeyed = |cell: &&String| cell.trim_start().starts_with(['=', '+', '-', '@']);
        assert_eq!(rows.iter().flatten().find(is_obeyed), None, "{payload:?}");
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
