//! Imports add new entries and update larger numbers, and nothing else changes.

use serde_json::json;
use toml::Value;

use super::kept::{GROWTH, assert_holds, assert_lines_are_whole, assert_only_put_in, assert_same_style, entries, grown};
use super::made::Made;
use super::made_profiles;
use crate::inner_tests::import::Import;

const NEW: &str = "type = 'article'\ntitle = 'New [[contribution]] # \"one\"'\ndate = 2026-11-20\n\
                   url = 'https://dev.example/new'\nimpact = { views = 12345, likes = 3, comments = 2 }";

/// The profile's own articles with larger numbers, and a new one, in the form of dev.to.
fn source(made: &Made) -> String {
    let is_article = |value: &&toml::Table| value["type"].as_str() == Some("article");
    let known = made.entries.iter().map(|entry| &entry.value).filter(is_article).map(|value| {
        let number = |metric: &str| value.get("impact")?.get(metric)?.as_integer().map(|number| number + GROWTH);
        json!({
            "title": value["title"].as_str(),
            "url": value.get("url").and_then(Value::as_str).unwrap_or("https://dev.example/known"),
            "published_at": format!("{}T10:00:00Z", value["date"].as_datetime().unwrap()),
            "page_views_count": number("views"),
            "positive_reactions_count": number("likes"),
        })
    });
    let new = json!({
        "title": "New [[contribution]]\n# \"one\"",
        "url": "https://dev.example/new",
        "published_at": "2026-11-20T23:59:59Z",
        "page_views_count": 12345,
        "positive_reactions_count": 3,
        "comments_count": 2,
    });
    json!(known.chain([new]).collect::<Vec<_>>()).to_string()
}

#[test]
fn an_import_adds_new_entries_and_updates_larger_numbers() {
    let new = Value::Table(NEW.parse().unwrap());
    for made in made_profiles().step_by(2) {
        let source = source(&made);
        let import = |profile: &str, options: &[&str]| Import::into(profile, "devto", "-", &source, options);

        let after = import(&made.text, &[]).profile();
        assert_only_put_in(&made.text, &after);
        assert_lines_are_whole(&made, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, [entries(&made), vec![new.clone()]].concat(), &made.text);

        let (replaced, expected) = grown(&made, |entry| entry.value["type"].as_str() == Some("article"));
        let after = import(&made.text, &["--update"]).profile();
        assert_only_put_in(&replaced, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, [expected, vec![new.clone()]].concat(), &made.text);

        assert_eq!(import(&after, &["--update"]).profile(), after, "a second import changes nothing");
    }
}
