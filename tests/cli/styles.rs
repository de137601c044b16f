//! `add`, `import` and `numbers` change nothing else, whatever the style of the profile.

use std::fs;

use serde_json::json;
use toml::{Table, Value};

use crate::helpers::program::{Folder, Ran, names, run_in};

/// The same profile in different styles: an article with 900 views, and a talk without metrics as the last contribution.
fn styles() -> Vec<String> {
    let plain = r#"# Mine
[[contribution]]
type = "article" # [[contribution]]
title = "Known"
date = 2026-09-11
impact = { views = 900 } # [profile]

[[contribution]]
type = 'talk'
title = """
Talk"""
date = 2026-11-10 # no metrics

[profile]
name = "Amal Example"

# ends
"#;
    let subtables = r#"[profile]
name = 'Amal [[contribution]] Example'
  [[ contribution ]]
  "type" = "article"
  title = "Known"
  date = 2026-09-11
  [contribution.impact]
  views = 900
[["contribution"]]
type = "talk"
title = "Talk"
date = 2026-11-10
notes = '''
[[contribution]]
title = "not a contribution"
'''"#;
    let dotted = "contribution = [\n  { type = \"article\", title = \"Known\", date = 2026-09-11, impact.views = 900 },\n  \
                  { type = \"talk\", title = \"Talk\", date = 2026-11-10 }, # ]\n]\n\n[profile]\nname = \"Amal Example\"\n";
    let one_line = "contribution = [{type = \"article\", title = \"Known\", date = 2026-09-11, impact = {views = 900}}, \
                    {type = \"talk\", title = \"Talk\", date = 2026-11-10}]";
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    vec![plain.into(), subtables.into(), dotted.into(), one_line.into(), windows]
}

fn table(text: &str) -> Table {
    text.trim_start_matches('\u{feff}').parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The new text is the old one with something inserted at one place, or at two where a list needs a comma.
fn assert_only_inserted(before: &str, after: &str) {
    let same = |(a, b): &(&u8, &u8)| a == b;
    let (old, new) = (before.as_bytes(), after.as_bytes());
    let head = old.iter().zip(new).take_while(same).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    if head + tail < old.len() {
        let (rest, inserted) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
        assert!(inserted.windows(rest.len()).any(|window| window == rest), "\n{before}\n=====>\n{after}");
    }
    let line_ends = |text: &str| (text.contains("\r\n"), text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(!before.contains('\n') || line_ends(before) == line_ends(after), "{after:?}");
    assert_eq!(before.ends_with('\n'), after.ends_with('\n'), "{after:?}");
}

/// The titles of the contributions, each with its metrics.
fn contributions(text: &str) -> Vec<String> {
    let table = table(text);
    let entry = |entry: &Value| {
        let metrics = entry.get("impact").and_then(Value::as_table).into_iter().flatten();
        let metrics: String = metrics.map(|(metric, number)| format!(" {metric}={}", number.as_integer().unwrap())).collect();
        format!("{}{metrics}", entry["title"].as_str().unwrap().trim())
    };
    table["contribution"].as_array().unwrap().iter().map(entry).collect()
}

/// Runs a command on a profile: the run, and the profile after it.
fn edited(profile: &str, arguments: &[&str]) -> (Ran, String) {
    let folder = Folder::new();
    let path = folder.file("profile.toml", profile);
    let article = |title: &str, views: u32| json!({ "title": title, "published_at": "2026-09-11", "page_views_count": views });
    let source = json!([article("Known", 5_900), article("New [[contribution]] # \"one\"", 12)]);
    folder.file("source.json", source.to_string());
    let ran = run_in(&folder.0, &[arguments, &["--as-of", "2026-11-25"]].concat());
    assert!(ran.code == 0 && ran.err.is_empty(), "{ran:#?}\n{profile}");
    assert_eq!(names(&folder.0), ["profile.toml", "source.json"]);
    (ran, fs::read_to_string(path).unwrap())
}

const IMPORT: [&str; 3] = ["import", "devto", "source.json"];

#[test]
fn an_import_adds_new_contributions_and_updates_metrics() {
    let new = "New [[contribution]] # \"one\" views=12";
    for profile in styles() {
        let (ran, text) = edited(&profile, &[&IMPORT[..], &["--update"]].concat());
        assert!(ran.out.contains("1 new") && text == profile, "{ran:#?}");

        let (_, added) = edited(&profile, &[&IMPORT[..], &["--write"]].concat());
        assert_only_inserted(&profile, &added);
        assert_eq!(contributions(&added), ["Known views=900", "Talk", new], "{added}");

        let (_, updated) = edited(&profile, &[&IMPORT[..], &["--write", "--update"]].concat());
        assert_only_inserted(&profile.replace("900", "5900"), &updated);
        assert_eq!(contributions(&updated), ["Known views=5900", "Talk", new], "{updated}");

        let (again, text) = edited(&updated, &[&IMPORT[..], &["--write", "--update"]].concat());
        assert!(again.out.contains("Nothing to write.") && text == updated, "{again:#?}");
    }
}

#[test]
fn add_only_adds() {
    for profile in styles() {
        let (_, text) = edited(&profile, &["add", "talk", "Added", "attendees=45", "--date", "2026-11-20"]);
        assert_only_inserted(&profile, &text);
        assert_eq!(contributions(&text), ["Known views=900", "Talk", "Added attendees=45"], "{text}");
    }
}

#[cfg(unix)]
#[test]
fn numbers_only_adds_metrics() {
    use crate::helpers::terminal::Terminal;

    for profile in styles() {
        let folder = Folder::new();
        let path = folder.file("profile.toml", &profile);
        let mut terminal = Terminal::run(&folder.0, &["numbers", "--as-of", "2026-11-25"]);
        terminal.answer("“Talk”", "7");
        let ran = terminal.ended();
        assert_eq!(ran.code, 0, "{ran:#?}\n{profile}");
        let text = fs::read_to_string(path).unwrap();
        assert_only_inserted(&profile, &text);
        assert_eq!(contributions(&text), ["Known views=900", "Talk attendees=7"], "{text}");
    }
}

#[test]
fn two_articles_of_one_contribution_change_it_once() {
    let folder = Folder::new();
    let text = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-11-01\nimpact = { views = 1 }\n";
    let path = folder.file("profile.toml", text);
    let item = |views: u32| json!({ "title": "T", "published_at": "2026-11-01", "page_views_count": views });
    folder.file("source.json", json!([item(5), item(9)]).to_string());
    assert_eq!(run_in(&folder.0, &[&IMPORT[..], &["--write", "--update"]].concat()).code, 0);
    assert_eq!(fs::read_to_string(path).unwrap(), text.replace("views = 1", "views = 9"));
}
