//! The Markdown report has the content of the JSON report.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::helpers::program::{EXAMPLES, json, written};

/// The content of a document.
#[derive(Debug, Default)]
struct Seen {
    headings: Vec<(HeadingLevel, String)>,
    rows: Vec<Vec<String>>,
    links: Vec<(String, String)>,
    items: Vec<String>,
    has_html: bool,
}

fn seen(markdown: &str) -> Seen {
    let mut seen = Seen::default();
    // Open texts, the innermost last.
    let mut texts: Vec<String> = vec![String::new()];
    let mut address = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                address = dest_url.into_string();
                texts.push(String::new());
            }
            Event::Start(Tag::Heading { .. } | Tag::TableCell | Tag::Item) => texts.push(String::new()),
            Event::Start(Tag::TableRow) => seen.rows.push(Vec::new()),
            Event::End(TagEnd::Heading(level)) => seen.headings.push((level, texts.pop().unwrap())),
            Event::End(TagEnd::TableCell) => {
                let cell = texts.pop().unwrap();
                if let Some(row) = seen.rows.last_mut() {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Item) => seen.items.push(texts.pop().unwrap()),
            Event::End(TagEnd::Link) => {
                let text = texts.pop().unwrap();
                texts.last_mut().unwrap().push_str(&text);
                seen.links.push((text, address.clone()));
            }
            Event::Text(text) => texts.last_mut().unwrap().push_str(&text),
            Event::Html(_) | Event::InlineHtml(_) => seen.has_html = true,
            _ => {}
        }
    }
    seen
}

#[test]
fn every_finding_is_a_row_of_the_table() {
    for path in EXAMPLES {
        let seen = seen(&written("markdown", &[path]));
        let report = json(path);
        let findings = report["findings"].as_array().unwrap();
        assert_eq!(seen.rows.len(), findings.len(), "{path}");
        for finding in findings {
            let text = |key: &str| finding[key].as_str().unwrap_or_default();
            let word = text("outcome").replace('-', " ");
            let is_its_row = |row: &&Vec<String>| {
                row.len() == 5
                    && row[0] == text("theme")
                    && row[1].ends_with(&word)
                    && row[2] == text("criterion")
                    && row[3].ends_with(text("fact"))
                    && row[3].contains(text("category"))
            };
            assert_eq!(seen.rows.iter().filter(is_its_row).count(), 1, "{path}: {finding:#} {:#?}", seen.rows);
        }
    }
}

#[test]
fn advice_comes_with_its_contributions() {
    for path in EXAMPLES {
        let seen = seen(&written("markdown", &[path]));
        let report = json(path);
        let findings = report["findings"].as_array().unwrap();
        let open = findings.iter().filter(|it| it["outcome"] == "gap" || it["outcome"] == "not-assessed");
        for finding in open {
            let advice = finding["advice"].as_str().unwrap();
            assert!(seen.items.iter().any(|item| item.contains(advice)), "{path}: {advice}: {:#?}", seen.items);
        }
        let contributions = report["activity"]["contributions"].as_array().unwrap();
        let url_of = |title: &str| {
            contributions.iter().filter(|it| it["title"] == title).map(|it| it["url"].as_str().unwrap_or("")).collect::<Vec<_>>()
        };
        for (title, address) in &seen.links {
            assert!(url_of(title).contains(&address.as_str()), "{path}: {title} {address}");
        }
        let heading = |text: &str| seen.headings.iter().filter(|(_, it)| it == text).count();
        assert_eq!((heading("Criteria"), heading("Activity")), (1, 1), "{path}");
        assert_eq!(seen.headings[0].0, HeadingLevel::H2);
        assert!(!seen.has_html, "{path}");
    }
}

#[test]
fn gaps_link_their_contributions() {
    let seen = seen(&written("markdown", &["examples/profile.toml"]));
    let first =
        ("Structured logging that an operator can read".to_owned(), "https://blog.example.org/structured-logging".to_owned());
    assert_eq!((seen.links.len(), &seen.links[0]), (5, &first));
    let headings: Vec<&str> = seen.headings.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(headings, ["Amal Example · candidate · Developer Technologies", "Next", "Criteria", "Activity"]);
}
