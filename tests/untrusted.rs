//! Other people's text in every format: it is shown, never obeyed. What it must not do to a terminal is in `safety.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{Days, NaiveDate};
use common::payloads::{guidance_saying, is_raw, payloads, profile_saying};
use common::{LOOK, judged, rendered_since, report_by};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{NodeData, RcDom};
use mvp_check::forecast::{Forecast, between};
use mvp_check::format::FORMATS;
use mvp_check::guidance::{self, Guidance};
use mvp_check::plan::Plan;
use mvp_check::report::{self, ProfileFile, Refusal, Remark};
use mvp_check::source::Source;
use pulldown_cmark::{Event, Options, Parser, Tag};

mod common;

/// As harmless as a text can be.
const PLAIN: &str = "Plain words";

fn guidance_that_says(text: &str) -> Guidance {
    let source = Source::new("guidance.toml", guidance_saying(text));
    guidance::read(&source).unwrap_or_else(|problems| panic!("{text:?}: {problems:#?}"))
}

/// A forecast and a plan in each of their formats, in which profile and guidance say a text wherever they may.
fn ahead(text: &str) -> Vec<(String, String)> {
    let as_of: NaiveDate = "2026-11-23".parse().unwrap();
    judged(&profile_saying(text), &guidance_that_says(text), as_of, |report, facts| {
        // The days around those on which its entries leave.
        let range = between("2027-04-28".parse().unwrap(), "2027-06-03".parse().unwrap()).unwrap();
        let forecast = Forecast::new(report.guidance, facts, as_of, range);
        assert!(!forecast.changes.is_empty());
        let plan = Plan::new(report.guidance, facts, as_of, as_of + Days::new(30)).unwrap();
        assert!(!plan.ways.is_empty() && !plan.cannot_close.is_empty());
        let forecasts = report::forecast::FORMATS.iter();
        let forecasts = forecasts.map(|(name, render)| (format!("forecast {name}"), render(report, &forecast, &LOOK)));
        let plans = report::plan::FORMATS.iter();
        let plans = plans.map(|(name, render)| (format!("plan {name}"), render(report, &plan, &LOOK)));
        forecasts.chain(plans).collect()
    })
}

/// Everything that says a text: reports, with those on what could not be judged, forecasts and plans.
fn all(text: &str) -> Vec<(String, String)> {
    let reports = FORMATS.iter().map(|it| (it.name.to_owned(), saying(text, it.name) + &refusing(text, it.name)));
    reports.chain(teams(text, "")).chain(ahead(text)).collect()
}

/// The outputs whose names end so, where profile and guidance say a text.
fn in_format(text: &str, format: &str) -> Vec<(String, String)> {
    let others = teams(text, format).into_iter().chain(ahead(text)).filter(|(output, _)| output.ends_with(format));
    [(format.to_owned(), saying(text, format))].into_iter().chain(others).collect()
}

/// The report in each format whose name ends so on somebody of whom profile and guidance say a text wherever they may, and on somebody who
/// could not be judged.
fn teams(text: &str, ending: &str) -> Vec<(String, String)> {
    let as_of: NaiveDate = "2026-11-23".parse().unwrap();
    judged(&profile_saying(text), &guidance_that_says(text), as_of, |report, _| {
        let file = ProfileFile { path: text.into(), in_repository: text.into() };
        let mistakes = vec![Remark { line: 1, column: 2, message: text.into(), help: Some(text.into()), is_of_file: false }];
        let refusal = Refusal { file: &file, mistakes, more: 3 };
        let team = [Ok(report.clone()), Err(refusal)];
        let formats = FORMATS.iter().filter(|format| format.name.ends_with(ending));
        formats.map(|format| (format.name.to_owned(), format.render(&team, &LOOK))).collect()
    })
}

/// The report in a format in which profile, guidance and an earlier report say a text wherever they may.
fn saying(text: &str, format: &str) -> String {
    let (profile, guidance) = (profile_saying(text), guidance_that_says(text));
    let mut earlier = report_by(&profile, &guidance, "2026-11-23");
    earlier["guidance"]["id"] = text.into();
    let contributions = earlier["activity"]["contributions"].as_array_mut().unwrap();
    contributions.truncate(1);
    contributions[0]["impact"]["views"] = 1.into();
    rendered_since(&profile, &guidance, "2026-11-23", format, Some(&earlier))
}

/// What a format makes of a profile that could not be judged, beside a second one, in which a text stands wherever it may.
fn refusing(text: &str, format: &str) -> String {
    let file = ProfileFile { path: text.into(), in_repository: text.into() };
    let mistakes = vec![Remark { line: 1, column: 2, message: text.into(), help: Some(text.into()), is_of_file: false }];
    let refusal = Refusal { file: &file, mistakes, more: 3 };
    mvp_check::format::named(format).unwrap().render(&[Err(refusal.clone()), Err(refusal)], &LOOK)
}

#[test]
fn there_are_sixty_of_them() {
    let mut payloads = payloads();
    payloads.sort();
    payloads.dedup();
    assert!(payloads.len() >= 60, "{}", payloads.len());
}

/// Beginnings of lines that are commands of the format itself.
fn own_commands(format: &str) -> &'static [&'static str] {
    match format {
        "github" => &["::error file=", "::warning file=", "::notice file="],
        "azure" => &["##vso[task.logissue type="],
        _ => &[],
    }
}

#[test]
fn nothing_raw_and_no_command_comes_of_it() {
    let commands = |output: &str, text: &str| {
        let is_own = |line: &&str| own_commands(output).iter().any(|own| line.starts_with(own));
        text.lines().filter(is_own).count()
    };
    let expected: Vec<usize> = all(PLAIN).iter().map(|(output, text)| commands(output, text)).collect();
    for payload in payloads() {
        for ((output, text), expected) in all(&payload).iter().zip(&expected) {
            let raw: Vec<char> = text.chars().filter(|it| is_raw(*it)).collect();
            assert!(raw.is_empty(), "{output} {payload:?}: {raw:?}");
            assert_eq!(commands(output, text), *expected, "{output} {payload:?}\n{text}");
            for line in text.lines() {
                let rest = own_commands(output).iter().find_map(|own| line.strip_prefix(own));
                let is_command = rest.is_none() && line.trim_start().starts_with("::");
                // A heading of Markdown has a blank behind its signs.
                let is_heading = output.ends_with("markdown") && line.starts_with("##");
                let is_marked = rest.unwrap_or(line).contains("##") && !is_heading;
                assert!(!is_command && !is_marked, "{output} {payload:?}: {line}");
                assert!(!line.contains("##vso[") && !line.contains("##[") || rest.is_some(), "{output} {payload:?}: {line}");
            }
        }
    }
}

/// The tree of Markdown: its elements without their text, and where its links lead.
fn tree(markdown: &str) -> (Vec<String>, Vec<String>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut elements = Vec::new();
    let mut addresses = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(_) => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                elements.push("link".into());
                addresses.push(dest_url.into_string());
            }
            other => elements.push(format!("{other:?}")),
        }
    }
    (elements, addresses)
}

#[test]
fn the_tree_of_markdown_stays_as_it_is() {
    let expected: Vec<_> = in_format(PLAIN, "markdown").iter().map(|(_, text)| tree(text)).collect();
    assert!(!expected[0].1.is_empty(), "something is linked");
    for payload in payloads() {
        for ((output, text), expected) in in_format(&payload, "markdown").iter().zip(&expected) {
            let (elements, addresses) = tree(text);
            let differs = elements.iter().zip(&expected.0).position(|(found, wanted)| found != wanted);
            let near = differs.map(|at| &elements[at.saturating_sub(5)..(at + 5).min(elements.len())]);
            assert_eq!(elements.len(), expected.0.len(), "{output} {payload:?} {near:#?}\n{text}");
            assert!(differs.is_none(), "{output} {payload:?} {near:#?}\n{text}");
            assert!(addresses.iter().all(|it| it.starts_with("https://example.org/")), "{payload:?}: {addresses:?}");
        }
    }
}

/// The tree of a page: elements with the names of their attributes, where its links lead, and the mistakes of its HTML.
#[derive(Debug, Default)]
struct PageTree {
    elements: Vec<String>,
    addresses: Vec<String>,
    text: String,
}

fn page_tree(html: &str) -> PageTree {
    let document = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    assert!(document.errors.borrow().is_empty(), "{:?}", document.errors.borrow());
    let mut tree = PageTree::default();
    let mut open = vec![document.document.clone()];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let names: Vec<&str> = attributes.iter().map(|it| it.name.local.as_ref()).collect();
                // What stands between backticks is shown as code, and the rest beside it as a span: a matter of looks.
                if !names.is_empty() || !["code", "span"].contains(&name.local.as_ref()) {
                    tree.elements.push(format!("{} {}", name.local, names.join(" ")));
                }
                let addresses = attributes.iter().filter(|it| ["href", "src", "action"].contains(&it.name.local.as_ref()));
                tree.addresses.extend(addresses.map(|it| it.value.to_string()));
            }
            NodeData::Text { contents } => tree.text.push_str(&contents.borrow()),
            _ => {}
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    tree
}

#[test]
fn the_tree_of_a_page_stays_as_it_is() {
    let plain: Vec<PageTree> = in_format(PLAIN, "html").iter().map(|(_, text)| page_tree(text)).collect();
    assert!(plain[0].addresses.iter().any(|it| it.starts_with("https://example.org/")), "something is linked");
    for expected in &plain {
        assert!(!expected.elements.iter().any(|it| it.starts_with("script") || it.contains(" on")), "nothing runs");
    }
    // A page parts the title of a criterion at its first colon.
    let with_colon: Vec<PageTree> = in_format("Plain: words", "html").iter().map(|(_, text)| page_tree(text)).collect();
    for payload in payloads() {
        let expected = if payload.contains(": ") { &with_colon } else { &plain };
        for ((output, text), expected) in in_format(&payload, "html").iter().zip(expected) {
            assert_same_page(output, &payload, &page_tree(text), expected);
        }
    }
}

fn assert_same_page(output: &str, payload: &str, found: &PageTree, expected: &PageTree) {
    let differs = found.elements.iter().zip(&expected.elements).position(|(found, wanted)| found != wanted);
    let around = |of: &[String], at: usize| of[at.saturating_sub(3)..(at + 3).min(of.len())].join(", ");
    let near = differs.map(|at| (around(&found.elements, at), around(&expected.elements, at)));
    assert!(near.is_none() && found.elements.len() == expected.elements.len(), "{output} {payload:?}: {near:#?}");
    let is_safe = |it: &&String| it.starts_with("https://example.org/") || expected.addresses.contains(it);
    assert_eq!(found.addresses.iter().find(|it| !is_safe(it)), None, "{output} {payload:?}");
    // The title stands there as it was written, but for what hides in it.
    let shown = mvp_check::text::visible(payload);
    let start: String = shown.trim().chars().take(40).collect();
    assert!(found.text.contains(start.trim()), "{output} {payload:?}");
}
