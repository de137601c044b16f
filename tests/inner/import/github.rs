//! Repositories and pull requests from GitHub.

use serde_json::{Value, json};

use super::services::found;
use super::{changed, skipped};

/// A repository in the form of the API, with changes.
pub fn repository(name: &str, changes: Value) -> Value {
    let repository = json!({
        "id": 1, "name": name, "full_name": format!("example/{name}"), "private": false, "owner": { "login": "example" },
        "html_url": format!("https://github.com/example/{name}"), "description": "Small tools", "fork": false, "archived": false,
        "created_at": "2025-12-31T23:59:59Z", "updated_at": "2026-10-01T00:00:00Z", "pushed_at": "2026-03-01T08:00:00Z",
        "stargazers_count": 57, "forks_count": 0, "license": { "key": "mit" }
    });
    changed(repository, changes)
}

#[test]
fn own_repositories_are_open_source_contributions() {
    let repositories = [
        repository("tools", json!({})),
        repository("new", json!({ "pushed_at": "2025-12-31T00:00:00Z", "description": null, "stargazers_count": null })),
        repository("copy", json!({ "fork": true })),
        repository("old", json!({ "archived": true })),
        repository("secret", json!({ "private": true })),
        repository("undated", json!({ "created_at": null })),
        repository("wordy", json!({ "description": "x".repeat(20_001), "pushed_at": null })),
    ];
    let tools = json!({
        "type": "open-source", "title": "example/tools", "date": "2025-12-31", "until": "2026-03-01",
        "url": "https://github.com/example/tools", "description": "Small tools", "impact": { "stars": 57, "forks": 0 }
    });
    let new = json!({
        "type": "open-source", "title": "example/new", "date": "2025-12-31", "url": "https://github.com/example/new",
        "impact": { "forks": 0 }
    });
    // A description that is longer than a profile allows is dropped.
    let wordy = json!({
        "type": "open-source", "title": "example/wordy", "date": "2025-12-31", "url": "https://github.com/example/wordy",
        "impact": { "stars": 57, "forks": 0 }
    });
    let all = found("github", &json!(repositories), &[]);
    assert_eq!(all["new"], json!([tools, new, wordy]));
    let reasons = [
        ("item 3", "a fork"),
        ("item 4", "an archived repository"),
        ("item 5", "a private repository"),
        ("item 6", "no date: `created_at` is missing"),
    ];
    assert_eq!(skipped(&all), reasons);
    assert_eq!(found("github", &repositories[0], &[])["new"], json!([tools]), "a single one");
    let search = json!({ "total_count": 1, "incomplete_results": false, "items": [repositories[0]] });
    assert_eq!(found("github", &search, &[])["new"], json!([tools]), "a search");
}

#[test]
fn only_merged_pull_requests_count() {
    let issue = |number: u32, changes: Value| {
        let url = format!("https://github.com/example/tools/pull/{number}");
        changed(json!({ "number": number, "title": format!("Change {number}"), "html_url": url, "state": "closed" }), changes)
    };
    let items = [
        issue(1, json!({ "pull_request": { "merged_at": "2026-02-03T23:30:00Z" } })),
        issue(2, json!({ "pull_request": { "merged_at": null } })),
        issue(3, json!({})),
        issue(4, json!({ "merged_at": "2026-02-04T00:00:00Z", "head": { "ref": "x" } })),
        issue(5, json!({ "merged_at": null, "head": { "ref": "x" } })),
        issue(6, json!({ "pull_request": { "url": "https://api.github.com/repos/example/tools/pulls/6" } })),
    ];
    let merged = |number: u32, date: &str| {
        json!({
            "type": "open-source", "title": format!("Change {number}"), "date": date, "impact": { "merged-pull-requests": 1 },
            "url": format!("https://github.com/example/tools/pull/{number}")
        })
    };
    let found = found("github", &json!({ "total_count": 40, "items": items }), &[]);
    assert_eq!(found["new"], json!([merged(1, "2026-02-03"), merged(4, "2026-02-04")]));
    let unmerged = "no merged date: only merged pull requests are read";
    let reasons = [("item 2", unmerged), ("item 3", "an issue, no pull request"), ("item 5", unmerged), ("item 6", unmerged)];
    assert_eq!(skipped(&found), reasons);
    assert!(found["note"].as_str().unwrap().contains("40"), "further pages are mentioned");
}

#[test]
fn impossible_numbers_and_dates_are_skipped_with_the_reason() {
    let source = json!([
        repository("future", json!({ "created_at": "2026-02-30T00:00:00Z" })),
        repository("many", json!({ "stargazers_count": 5e12 })),
        repository("half", json!({ "stargazers_count": 0.5 })),
        repository("old", json!({ "created_at": "1970-01-01T00:00:00Z" })),
        repository("word", json!({ "stargazers_count": "many" })),
        repository(&"x".repeat(3000), json!({})),
    ]);
    let found = found("github", &source, &[]);
    let reasons: Vec<&str> = skipped(&found).into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(reasons.len(), 6, "{found:#}");
    assert_eq!(reasons[0], "`created_at` is `2026-02-30T00:00:00Z`, which is no date");
    assert_eq!(reasons[4], "a number is meant here, not the text \"many\"");
}
