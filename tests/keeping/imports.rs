//! Imports add what is new and take over what grew, and nothing else changes, however the profile is written.

use std::fs;

use serde_json::json;
use toml::Value;

use super::common::program::{Folder, Ran, ended, many, names, run, run_in, tool};
use super::made::{Made, profile};
use super::splices::{
    assert_holds, assert_lines_are_whole, assert_only_put_in, assert_same_style, entries, grown, numbers_of_cases,
};
use super::writes::assert_old_or_new;

const NEW: &str = "type = 'article'\ntitle = 'New [[contribution]] # \"one\"'\ndate = 2026-11-20\n\
                   url = 'https://dev.example/new'\nimpact = { views = 12345, likes = 3, comments = 2 }";

/// What dev.to would tell: articles that the profile has, with larger numbers, and one that it has not.
fn source(made: &Made) -> String {
    let is_article = |value: &&toml::Table| value["type"].as_str() == Some("article");
    let known = made.entries.iter().map(|entry| &entry.value).filter(is_article).map(|value| {
        let number = |metric: &str| value.get("impact")?.get(metric)?.as_integer().map(|number| number + 5000);
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

fn import(folder: &Folder, more: &[&str]) -> Ran {
    run_in(&folder.0, &[&["import", "devto", "source.json", "--as-of", "2026-11-25"], more].concat())
}

#[test]
fn an_import_adds_what_is_new_and_updates_what_grew() {
    let new = Value::Table(NEW.parse().unwrap());
    for number in numbers_of_cases().step_by(12) {
        let made = profile(number);
        let folder = Folder::new();
        let path = folder.file("profile.toml", &made.text);
        folder.file("source.json", source(&made));
        let text = || fs::read_to_string(&path).unwrap();
        let import = |more: &[&str]| {
            let ran = import(&folder, more);
            assert!(ran.code == 0 && ran.err.is_empty(), "{number}: {ran:#?}\n{}", made.text);
            ran.out
        };

        assert!(import(&["--update"]).contains("1 new"), "{}", made.text);
        assert_eq!(text(), made.text);

        import(&["--write"]);
        let after = text();
        assert_only_put_in(&made.text, &after);
        assert_lines_are_whole(&made, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, [entries(&made), vec![new.clone()]].concat(), &made.text);

        fs::write(&path, &made.text).unwrap();
        import(&["--write", "--update"]);
        let (replaced, expected) = grown_articles(&made);
        let after = text();
        assert_only_put_in(&replaced, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, [expected, vec![new.clone()]].concat(), &made.text);

        assert!(import(&["--write", "--update"]).contains("Nothing to write."));
        assert_eq!(text(), after);
        assert_eq!(names(&folder.0), ["profile.toml", "source.json"]);
    }
}

/// The text with larger numbers of its articles.
fn grown_articles(made: &Made) -> (String, Vec<Value>) {
    let (text, _, expected) = grown(made, |entry| entry.value["type"].as_str() == Some("article"));
    (text, expected)
}

#[test]
fn an_import_that_is_killed_leaves_the_old_profile_or_the_new_one() {
    let source = json!([
        {"title": "Entry 7", "url": "https://example.org/7", "published_at": "2026-08-08T00:00:00Z", "page_views_count": 99_999},
        {"title": "New", "url": "https://dev.example/new", "published_at": "2026-11-20T00:00:00Z", "page_views_count": 1},
    ]);
    let arguments = ["import", "devto", "source.json", "--write", "--update"];
    let new = assert_old_or_new(&many(80), &[("source.json", &source.to_string())], &arguments);
    assert!(new.contains("impact = { views = 99_999 }") && new.contains("title = \"New\""), "{new}");
}

#[test]
fn imports_and_additions_at_once_lose_nothing() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", many(50));
    for at in 0..4 {
        let article = json!([{"title": format!("Imported {at}"), "url": format!("https://dev.example/{at}"), "published_at": "2026-11-20"}]);
        folder.file(&format!("{at}.json"), article.to_string());
    }
    let start = |at: usize| {
        let (file, title) = (format!("{at}.json"), format!("Added {at}"));
        let arguments: [&[&str]; 2] = [&["import", "devto", &file, "--write"], &["add", "talk", &title]];
        arguments.map(|arguments| tool().current_dir(&folder.0).args(arguments).spawn().unwrap())
    };
    let children: Vec<_> = (0..4).flat_map(start).collect();
    assert!(children.into_iter().map(ended).all(|ran| ran.code == 0 && ran.err.is_empty()));
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(text.parse::<toml::Table>().unwrap()["contribution"].as_array().unwrap().len(), 58);
    for title in (0..4).flat_map(|at| [format!("\"Imported {at}\""), format!("\"Added {at}\"")]) {
        assert_eq!(text.matches(&title).count(), 1, "{title}");
    }
}

#[test]
fn two_articles_of_one_entry_change_it_once() {
    let folder = Folder::new();
    let text = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-11-01\nimpact = { views = 1 }\n";
    folder.file("profile.toml", text);
    let item = |views: u32| json!({"title": "T", "published_at": "2026-11-01", "page_views_count": views});
    folder.file("source.json", json!([item(5), item(9)]).to_string());
    assert_eq!(import(&folder, &["--write", "--update"]).code, 0);
    assert_eq!(fs::read_to_string(folder.0.join("profile.toml")).unwrap(), text.replace("views = 1", "views = 9"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_does_not_hide_what_was_imported() {
    let folder = Folder::new();
    let made = profile(1);
    let path = folder.file("profile.toml", &made.text);
    folder.file("source.json", source(&made));
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let shown = run(tool().current_dir(&folder.0).args(["import", "devto", "source.json"]).stdout(full()));
    assert!(shown.code == 2 && !shown.err.contains("is written"), "{shown:#?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), made.text);
    let written = run(tool().current_dir(&folder.0).args(["import", "devto", "source.json", "--write"]).stdout(full()));
    assert!(written.code == 2 && written.err.contains("error: the profile is written, but"), "{written:#?}");
    assert_ne!(fs::read_to_string(&path).unwrap(), made.text);
}
