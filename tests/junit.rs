//! The format `junit`: well-formed, and it counts what the report counts. Its schema, `junit.xsd`, is looked at in `outside/junit.mjs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::payloads::{guidance_saying, harmless_report, is_raw, payloads, profile_saying};
use common::program::{EXAMPLES, Folder, INVALID, json, run_in, written};
use roxmltree::{Document, Node};
use serde_json::Value;

fn suites<'d>(document: &'d Document<'_>) -> Vec<Node<'d, 'd>> {
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    root.children().filter(Node::is_element).collect()
}

fn cases<'d>(suite: Node<'d, 'd>) -> Vec<Node<'d, 'd>> {
    suite.children().filter(Node::is_element).collect()
}

/// The element that says how a case came out; none where it passed.
fn came_out<'d>(case: Node<'d, 'd>) -> Option<Node<'d, 'd>> {
    case.children().find(Node::is_element)
}

fn count(node: Node<'_, '_>, name: &str) -> u64 {
    node.attribute(name).unwrap_or_else(|| panic!("no {name}")).parse().unwrap()
}

#[test]
fn a_suite_says_what_the_report_says() {
    for example in EXAMPLES {
        let (text, report) = (written("junit", &[example]), json(example));
        let document = Document::parse(&text).unwrap();
        let [suite] = suites(&document)[..] else { panic!("{text}") };
        assert_eq!(suite.attribute("name"), report["profile"]["name"].as_str());
        assert_eq!(suite.attribute("timestamp"), Some(&*format!("{}T00:00:00", report["as_of"].as_str().unwrap())));
        let findings = report["findings"].as_array().unwrap();
        let gap = &report["summary"]["gap"];
        let gaps: u64 = ["required", "recommended", "advisory"].iter().map(|level| gap[level].as_u64().unwrap()).sum();
        let left = report["summary"]["not_assessed"].as_u64().unwrap() + report["summary"]["waived"].as_u64().unwrap();
        let counts = ["tests", "failures", "errors", "skipped"].map(|name| count(suite, name));
        assert_eq!(counts, [findings.len() as u64, gaps, 0, left], "{example}");
        let root = document.root_element();
        assert_eq!(["tests", "failures", "errors"].map(|name| count(root, name)), [findings.len() as u64, gaps, 0]);
        assert_eq!(cases(suite).len(), findings.len());
        for (case, finding) in cases(suite).iter().zip(findings) {
            assert_case(*case, finding, example);
        }
    }
}

fn assert_case(case: Node<'_, '_>, finding: &Value, example: &str) {
    let text = |name: &str| finding[name].as_str().unwrap();
    assert_eq!(case.attribute("classname"), Some(&*format!("{example}.{}", text("theme"))));
    let category = finding["category"].as_str().map_or(String::new(), |category| format!(" ({category})"));
    let name = case.attribute("name").unwrap();
    assert!(name.starts_with(&format!("{}{category}: ", text("criterion"))), "{name}");
    let outcome = came_out(case);
    match (text("outcome"), outcome.map(|it| it.tag_name().name())) {
        ("met", None) => {}
        ("gap", Some("failure")) => {
            let failure = outcome.unwrap();
            assert_eq!(failure.attribute("type"), Some(text("level")));
            assert_eq!(failure.attribute("message"), Some(text("fact")));
            let [wanted, advice, place] = failure.text().unwrap().lines().collect::<Vec<_>>()[..] else { panic!("{failure:?}") };
            assert!(wanted.starts_with("wanted: ") && place.starts_with(&format!("{example}, line")), "{wanted} {place}");
            assert_eq!(advice, text("advice").replace("\u{a0}*", " (a yardstick)"));
            if let Some(first) = finding["contributions"][0]["line"].as_u64() {
                assert!(place.contains(&first.to_string()), "{place}");
            }
        }
        ("not-assessed" | "waived", Some("skipped")) => {
            let message = outcome.unwrap().attribute("message").unwrap();
            assert!(message.starts_with(text("fact")) && message.ends_with(text("advice")), "{message}");
        }
        (outcome, element) => panic!("{outcome} is {element:?}"),
    }
}

#[test]
fn a_profile_with_mistakes_is_an_error_among_others() {
    let text = written("junit", &["examples/ready.toml", INVALID, "examples/thin.toml"]);
    let document = Document::parse(&text).unwrap();
    let suites = suites(&document);
    let names: Vec<_> = suites.iter().map(|suite| suite.attribute("name").unwrap()).collect();
    assert_eq!((names.len(), names[1]), (3, INVALID));
    assert_eq!(["tests", "failures", "errors", "skipped"].map(|name| count(suites[1], name)), [1, 0, 1, 0]);
    let [case] = cases(suites[1])[..] else { panic!("{text}") };
    assert_eq!(case.attribute("name"), Some("readable: the profile can be judged"));
    let error = came_out(case).unwrap();
    assert_eq!((error.tag_name().name(), error.attribute("message")), ("error", Some("20\u{a0}mistakes, nothing was judged")));
    assert_eq!(error.text().unwrap().lines().count(), 20);
    assert!(error.text().unwrap().starts_with("examples/invalid.toml:7:9: unknown stage `candidat`"));
    assert_eq!(count(document.root_element(), "errors"), 1);
    let sum: u64 = suites.iter().map(|suite| count(*suite, "tests")).sum();
    assert_eq!(count(document.root_element(), "tests"), sum);
}

#[test]
fn other_peoples_text_stays_text() {
    let folder = Folder::new();
    for text in &payloads() {
        let out = harmless_report("junit", text, &folder);
        let document = Document::parse(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
        let known = ["testsuites", "testsuite", "testcase", "failure", "skipped", "error"];
        assert!(document.descendants().filter(Node::is_element).all(|it| known.contains(&it.tag_name().name())), "{out}");
        assert!(!document.descendants().any(|it| it.is_comment() || it.is_pi()));
        let skipped = document.descendants().filter_map(|it| it.attribute("message"));
        assert!(skipped.into_iter().any(|message| message.contains("Accepted: ")), "a waived criterion: {out}");
        assert!(!document.descendants().any(|it| it.text().is_some_and(|text| text.contains(is_raw))), "{text:?}");
    }
    // As it was written, where nothing in it hides.
    let text = "<![CDATA[x]]>&amp;\"'";
    folder.named("guidance.toml", guidance_saying(text));
    folder.named("profile.toml", profile_saying(text));
    let out = run_in(&folder.0, &["--format", "junit", "--guidance", "guidance.toml", "profile.toml"]).out;
    assert_eq!(suites(&Document::parse(&out).unwrap())[0].attribute("name"), Some(text));
}
