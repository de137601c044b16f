//! Other people's text in every format: it is shown, never obeyed. What it must not do to a terminal is in `safety.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use common::payloads::{guidance_saying, is_raw, payloads, profile_saying};
use common::{rendered_since, report_by};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{NodeData, RcDom};
use mvp_check::format::FORMATS;
use mvp_check::guidance::{self, Guidance};
use mvp_check::report::{Look, ProfileFile, Refusal, Remark};
use mvp_check::source::Source;
use pulldown_cmark::{Event, Options, Parser, Tag};

mod common;

/// As harmless as a text can be.
const PLAIN: &str = "Plain words";

fn guidance_that_says(text: &str) -> Guidance {
    let source = Source::new("guidance.toml", guidance_saying(text));
    guidance::read(&source).unwrap_or_else(|problems| panic!("{text:?}: {problems:#?}"))
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
    let mistakes = vec![Remark { line: 1, column: 2, message: text.into(), help: Some(text.into()) }];
    let refusal = Refusal { file: &file, mistakes, more: 3 };
    let render = mvp_check::format::named(format).unwrap().render;
    render(&[Err(refusal.clone()), Err(refusal)], &Look { width: 80, color: false, quiet: false })
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
    for format in FORMATS {
        let commands = |text: &str| {
            let is_own = |line: &&str| own_commands(format.name).iter().any(|own| line.starts_with(own));
            text.lines().filter(is_own).count()
        };
        let both = |text: &str| saying(text, format.name) + &refusing(text, format.name);
        let expected = commands(&both(PLAIN));
        for payload in payloads() {
            let text = both(&payload);
            let raw: Vec<char> = text.chars().filter(|it| is_raw(*it)).collect();
            assert!(raw.is_empty(), "{} {payload:?}: {raw:?}", format.name);
            assert_eq!(commands(&text), expected, "{} {payload:?}\n{text}", format.name);
            for line in text.lines() {
                let rest = own_commands(format.name).iter().find_map(|own| line.strip_prefix(own));
                let is_command = rest.is_none() && line.trim_start().starts_with("::");
                // A heading of Markdown has a blank behind its signs.
                let is_marked = rest.unwrap_or(line).contains("##") && !(format.name == "markdown" && line.starts_with("##"));
                assert!(!is_command && !is_marked, "{} {payload:?}: {line}", format.name);
                assert!(
                    !line.contains("##vso[") && !line.contains("##[") || rest.is_some(),
                    "{} {payload:?}: {line}",
                    format.name
                );
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
    let expected = tree(&saying(PLAIN, "markdown"));
    assert!(!expected.1.is_empty(), "something is linked");
    for payload in payloads() {
        let (elements, addresses) = tree(&saying(&payload, "markdown"));
        let differs = elements.iter().zip(&expected.0).position(|(found, wanted)| found != wanted);
        let near = differs.map(|at| &elements[at.saturating_sub(5)..(at + 5).min(elements.len())]);
        assert_eq!(elements.len(), expected.0.len(), "{payload:?} {near:#?}\n{}", saying(&payload, "markdown"));
        assert!(differs.is_none(), "{payload:?} {near:#?}\n{}", saying(&payload, "markdown"));
        assert!(addresses.iter().all(|it| it.starts_with("https://example.org/")), "{payload:?}: {addresses:?}");
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
    let expected = page_tree(&saying(PLAIN, "html"));
    assert!(expected.addresses.iter().any(|it| it.starts_with("https://example.org/")), "something is linked");
    assert!(!expected.elements.iter().any(|it| it.starts_with("script") || it.contains(" on")), "nothing runs");
    // A page parts the title of a criterion at its first colon.
    let with_colon = page_tree(&saying("Plain: words", "html"));
    for payload in payloads() {
        let expected = if payload.contains(": ") { &with_colon } else { &expected };
        let found = page_tree(&saying(&payload, "html"));
        let differs = found.elements.iter().zip(&expected.elements).position(|(found, wanted)| found != wanted);
        let around = |of: &[String], at: usize| of[at.saturating_sub(3)..(at + 3).min(of.len())].join(", ");
        let near = differs.map(|at| (around(&found.elements, at), around(&expected.elements, at)));
        assert!(near.is_none() && found.elements.len() == expected.elements.len(), "{payload:?}: {near:#?}");
        let is_safe = |it: &&String| it.starts_with("https://example.org/") || expected.addresses.contains(it);
        assert_eq!(found.addresses.iter().find(|it| !is_safe(it)), None, "{payload:?}");
        // The title stands there as it was written, but for what hides in it.
        let shown = mvp_check::text::visible(&payload);
        let start: String = shown.trim().chars().take(40).collect();
        assert!(found.text.contains(start.trim()), "{payload:?}");
    }
}
