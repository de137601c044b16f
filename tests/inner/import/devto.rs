//! Articles from dev.to.

use serde_json::{Value, json};

use super::services::found;
use super::{Import, PROFILE, changed, skipped};

#[test]
fn articles_have_the_numbers_of_the_answer() {
    let article = |changes: Value| {
        let article = json!({
            "id": 1, "title": "Azure Functions & I", "url": "https://dev.to/amal/azure-functions", "published": true,
            "published_at": "2026-01-31T23:59:00Z", "published_timestamp": "2026-01-31T23:59:00Z",
            "comments_count": 0, "positive_reactions_count": 34, "page_views_count": 1200
        });
        changed(article, changes)
    };
    let entry = |impact: Value| {
        json!({
            "type": "article", "title": "Azure Functions & I", "date": "2026-01-31",
            "url": "https://dev.to/amal/azure-functions", "impact": impact
        })
    };
    let draft = json!({ "published": false, "published_at": null, "published_timestamp": "" });
    let mine = found("devto", &json!([article(json!({})), article(draft), article(json!({ "title": null }))]), &[]);
    assert_eq!(mine["new"], json!([entry(json!({ "views": 1200, "likes": 34, "comments": 0 }))]));
    assert_eq!(skipped(&mine), [("article 2", "not published"), ("article 3", "no title")]);
    let public = json!([article(json!({ "page_views_count": null, "published": null, "published_at": " " }))]);
    assert_eq!(
        found("devto", &public, &[])["new"],
        json!([entry(json!({ "likes": 34, "comments": 0 }))]),
        "only the author sees views"
    );
    let video = found("devto", &json!([article(json!({}))]), &["--type", "video"]);
    assert_eq!(video["new"][0]["impact"], json!({ "views": 1200, "likes": 34 }), "the metrics of the type");
}

#[test]
fn two_articles_that_match_one_entry_change_it_once() {
    let text = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-11-01\nimpact = { views = 1 }\n";
    let item = |views: u32| json!({ "title": "T", "published_at": "2026-11-01", "page_views_count": views });
    let source = json!([item(5), item(9)]).to_string();
    let after = Import::into(text, "devto", "-", source, &["--update"]).profile();
    assert_eq!(after, text.replace("views = 1", "views = 9"));
}

#[test]
fn a_title_cannot_add_tables_or_control_characters() {
    let title = "\"]\n[[contribution]] \u{1b}[31m \u{202e} ::error:: ##vso[x]";
    let source = json!([{ "title": title, "published_at": "2026-01-31" }]).to_string();
    let profile = Import::into(PROFILE, "devto", "-", &source, &[]).profile();
    assert!(!profile.contains(['\u{1b}', '\u{202e}']), "{profile}");
    let again = Import::into(&profile, "devto", "-", &source, &[]).json();
    assert_eq!(again["known"][0]["title"], "\"] [[contribution]] \u{1b}[31m \u{202e} ::error:: ##vso[x]");
}
