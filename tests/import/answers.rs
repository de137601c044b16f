//! What services answer as JSON: Stack Exchange, GitHub, Sessionize, dev.to, the portal.

use std::fs;

use serde_json::{Value, json};

use crate::common::program::{Folder, LONGEST, Ran, fed, run_in, tool};

/// Imports a source into a profile of Amal Example, with options, and nothing is written.
fn import(kind: &str, source: impl AsRef<[u8]>, options: &[&str]) -> Ran {
    let folder = Folder::new();
    folder.file("profile.toml", "[profile]\nname = \"Amal Example\"\n");
    let mut command = tool();
    command.current_dir(&folder.0).args(["import", kind, "-", "--format", "json"]).args(options);
    fed(&mut command, source.as_ref())
}

/// What an import of readable JSON finds.
fn found(kind: &str, source: &Value, options: &[&str]) -> Value {
    let ran = import(kind, source.to_string(), options);
    assert_eq!(ran.code, 0, "{ran:#?}");
    ran.json()
}

/// Places and reasons of what was skipped.
fn skipped(found: &Value) -> Vec<(&str, &str)> {
    let skipped = found["skipped"].as_array().unwrap().iter();
    skipped.map(|it| (it["place"].as_str().unwrap(), it["reason"].as_str().unwrap())).collect()
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An answer as the API gives it, with changes.
fn answer(id: u64, changes: Value) -> Value {
    let answer = json!({
        "owner": { "user_id": 1, "display_name": "Amal Example", "link": "https://dba.stackexchange.com/users/1/amal-example" },
        "is_accepted": true, "score": 12, "last_activity_date": 1780000000, "creation_date": 1767225599,
        "answer_id": id, "question_id": 7, "content_license": "CC BY-SA 4.0"
    });
    changed(answer, changes)
}

fn changed(mut value: Value, changes: Value) -> Value {
    value.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    value
}

#[test]
fn answers_are_entries_with_votes() {
    let answers = [
        answer(1, json!({})),
        answer(2, json!({ "score": -3, "is_accepted": false, "title": "Isn&#39;t &amp;amp; &lt;b&gt;" })),
        answer(3, json!({ "score": 0, "title": "  " })),
    ];
    let expected = json!([
        { "type": "question-answering", "title": "Answer 1", "date": "2025-12-31", "url": "https://dba.stackexchange.com/a/1",
          "impact": { "votes": 12, "accepted": 1 } },
        { "type": "question-answering", "title": "Isn't &amp; <b>", "date": "2025-12-31", "url": "https://dba.stackexchange.com/a/2",
          "impact": { "accepted": 0 } },
        { "type": "question-answering", "title": "Answer 3", "date": "2025-12-31", "url": "https://dba.stackexchange.com/a/3",
          "impact": { "votes": 0, "accepted": 1 } },
    ]);
    let wrapped = json!({ "items": answers, "has_more": false, "quota_max": 300 });
    assert_eq!(found("stack-exchange", &wrapped, &[])["new"], expected);
    assert_eq!(found("stack-exchange", &json!(answers), &[])["new"], expected, "a bare list");
    let ran = import("stack-exchange", compressed(wrapped.to_string().as_bytes()), &[]);
    assert_eq!(ran.json()["new"], expected, "as curl saves it");
}

#[test]
fn the_site_of_an_answer_is_its_own_or_the_one_that_is_named() {
    let nobody = answer(5, json!({ "owner": { "display_name": "user1", "user_type": "does_not_exist" } }));
    let source = json!([nobody, answer(6, json!({})), answer(7, json!({ "owner": null }))]);
    let without = found("stack-exchange", &source, &[]);
    let (place, reason) = skipped(&without)[0];
    assert!(place == "answer 1" && reason.contains("--site"), "{place}: {reason}");
    assert_eq!(without["new"].as_array().unwrap().len(), 1);
    let with = found("stack-exchange", &source, &["--site", "stackoverflow"]);
    let urls: Vec<&str> = with["new"].as_array().unwrap().iter().map(|entry| entry["url"].as_str().unwrap()).collect();
    assert_eq!(urls, ["https://stackoverflow.com/a/5", "https://dba.stackexchange.com/a/6", "https://stackoverflow.com/a/7"]);
    assert!(import("stack-exchange", source.to_string(), &["--site", "no site"]).is_refused(&["--site", "`no site`"]));
}

#[test]
fn what_is_no_answer_is_skipped_and_further_pages_are_told() {
    let question = json!({ "question_id": 7, "title": "How?", "creation_date": 1767225599 });
    let undated = answer(2, json!({ "creation_date": null }));
    let found = found("stack-exchange", &json!({ "items": [question, undated, answer(3, json!({}))], "has_more": true }), &[]);
    let reasons = [("answer 1", "no answer: it has no `answer_id`"), ("answer 2", "no date: `creation_date` is missing")];
    assert_eq!(skipped(&found), reasons);
    assert_eq!(found["new"].as_array().unwrap().len(), 1);
    assert!(found["note"].as_str().unwrap().contains("page=2"));
}

#[test]
fn votes_that_grew_are_taken_over() {
    let folder = Folder::new();
    let source =
        |score: i32, is_accepted: bool| json!([answer(1, json!({ "score": score, "is_accepted": is_accepted }))]).to_string();
    folder.file("profile.toml", "[profile]\nname = \"Amal Example\"\n");
    folder.file("before.json", source(3, false));
    folder.file("after.json", source(8, true));
    assert_eq!(run_in(&folder.0, &["import", "stack-exchange", "before.json", "--write"]).code, 0);
    assert_eq!(run_in(&folder.0, &["import", "stack-exchange", "after.json", "--write", "--update"]).code, 0);
    let profile = fs::read_to_string(folder.0.join("profile.toml")).unwrap();
    assert!(profile.contains("impact = { votes = 8, accepted = 1 }"), "{profile}");
    assert_eq!(profile.matches("[[contribution]]").count(), 1, "{profile}");
}

/// A repository as the API gives it, with changes.
fn repository(name: &str, changes: Value) -> Value {
    let repository = json!({
        "id": 1, "name": name, "full_name": format!("example/{name}"), "private": false, "owner": { "login": "example" },
        "html_url": format!("https://github.com/example/{name}"), "description": "Small tools", "fork": false, "archived": false,
        "created_at": "2025-12-31T23:59:59Z", "updated_at": "2026-10-01T00:00:00Z", "pushed_at": "2026-03-01T08:00:00Z",
        "stargazers_count": 57, "forks_count": 0, "license": { "key": "mit" }
    });
    changed(repository, changes)
}

#[test]
fn repositories_are_open_source_of_their_own() {
    let repositories = [
        repository("tools", json!({})),
        repository("new", json!({ "pushed_at": "2025-12-31T00:00:00Z", "description": null, "stargazers_count": null })),
        repository("copy", json!({ "fork": true })),
        repository("old", json!({ "archived": true })),
        repository("secret", json!({ "private": true })),
        repository("undated", json!({ "created_at": null })),
        repository("told", json!({ "description": "x".repeat(20_001), "pushed_at": null })),
    ];
    let tools = json!({
        "type": "open-source", "title": "example/tools", "date": "2025-12-31", "until": "2026-03-01",
        "url": "https://github.com/example/tools", "description": "Small tools", "impact": { "stars": 57, "forks": 0 }
    });
    let new = json!({
        "type": "open-source", "title": "example/new", "date": "2025-12-31", "url": "https://github.com/example/new",
        "impact": { "forks": 0 }
    });
    // Of a description that is longer than a profile allows, only that goes.
    let told = json!({
        "type": "open-source", "title": "example/told", "date": "2025-12-31", "url": "https://github.com/example/told",
        "impact": { "stars": 57, "forks": 0 }
    });
    let all = found("github", &json!(repositories), &[]);
    assert_eq!(all["new"], json!([tools, new, told]));
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
    assert!(found["note"].as_str().unwrap().contains("40"), "further pages are told");
}

/// A session of Sessionize, spoken by somebody.
fn session(title: &str, speakers: Value, changes: Value) -> Value {
    let session = json!({
        "id": "1", "title": title, "description": null, "startsAt": "2026-03-25T23:45:00", "endsAt": "2026-03-26T00:45:00",
        "isServiceSession": false, "speakers": speakers, "room": "Hall 1", "liveUrl": null, "recordingUrl": null
    });
    changed(session, changes)
}

#[test]
fn own_sessions_are_talks_in_both_views() {
    let urls = json!({ "description": "With code.", "liveUrl": "https://example.org/live", "recordingUrl": "https://example.org/video" });
    let expected = json!([
        { "type": "talk", "title": "Mine", "date": "2026-03-25", "url": "https://example.org/video", "role": "speaker",
          "description": "With code." },
        { "type": "talk", "title": "Ours", "date": "2026-03-25", "url": "https://example.org/live", "role": "speaker" },
    ]);
    let live = json!({ "liveUrl": "https://example.org/live", "recordingUrl": " " });
    let sessions = |amal: Value, other: Value| {
        [
            session("Lunch", json!([]), json!({ "isServiceSession": true })),
            session("Mine", json!([amal]), urls.clone()),
            session("Theirs", json!([other]), json!({})),
            session("Ours", json!([other, amal]), live.clone()),
            session("Some day", json!([amal]), json!({ "startsAt": null })),
        ]
    };
    let by_name = sessions(json!({ "id": "a", "name": "amal  EXAMPLE " }), json!({ "id": "b", "name": "Ben Example" }));
    let groups = json!([{ "groupName": "One", "sessions": by_name[..2] }, { "groupName": "Two", "sessions": by_name[2..] }]);
    let speakers = json!([{ "id": "a", "fullName": "Amal Example" }, { "id": "b", "fullName": "Ben Example" }, { "id": 5 }]);
    let all = json!({ "sessions": sessions(json!("a"), json!("b")), "speakers": speakers, "rooms": [] });
    for view in [groups, all] {
        let found = found("sessionize", &view, &[]);
        assert_eq!(found["new"], expected);
        let reasons = [
            ("session 1", "a service session, no talk"),
            ("session 3", "not spoken by `Amal Example`: --speaker names whose are meant"),
            ("session 5", "no date: `startsAt` is missing"),
        ];
        assert_eq!(skipped(&found), reasons);
    }
}

#[test]
fn a_speaker_is_the_person_of_the_profile_or_named() {
    let ben = json!([{ "sessions": [session("Hands on", json!([{ "id": "b", "name": "Ben Example" }]), json!({}))] }]);
    assert_eq!(found("sessionize", &ben, &[])["new"], json!([]));
    let workshop = found("sessionize", &ben, &["--speaker", " ben example", "--type", "workshop"]);
    assert_eq!(workshop["new"][0]["type"], "workshop");
    let folder = Folder::new();
    folder.file("profile.toml", "");
    folder.file("sessions.json", ben.to_string());
    assert!(run_in(&folder.0, &["import", "sessionize", "sessions.json"]).is_refused(&["sessions.json", "--speaker"]));
}

#[test]
fn articles_state_the_numbers_that_the_answer_has() {
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
    assert_eq!(found("devto", &public, &[])["new"], json!([entry(json!({ "likes": 34, "comments": 0 }))]), "others see no views");
    let video = found("devto", &json!([article(json!({}))]), &["--type", "video"]);
    assert_eq!(video["new"][0]["impact"], json!({ "views": 1200, "likes": 34 }), "what the type has");
}

/// A contribution of the portal's old API, with changes.
fn contribution(type_name: &str, changes: Value) -> Value {
    let contribution = json!({
        "ContributionId": 1, "ContributionTypeName": type_name, "ContributionTechnology": { "Id": "x", "Name": "Azure DevOps" },
        "StartDate": "2019-12-31T00:00:00", "Title": type_name, "ReferenceUrl": format!("https://example.org/{}", type_name.len()), "Description": "About it.",
        "AnnualQuantity": 3, "SecondAnnualQuantity": 40, "AnnualReach": 500, "Visibility": { "Id": 299600000 }
    });
    changed(contribution, changes)
}

#[test]
fn contributions_of_the_old_api_mean_what_their_type_says() {
    let blog = contribution("Blog/Website Post", json!({}));
    let expected = json!({
        "type": "article", "title": "Blog/Website Post", "date": "2019-12-31", "url": "https://example.org/17", "count": 3,
        "technology-areas": ["Azure DevOps"], "description": "About it.", "impact": { "views": 500, "subscribers": 40 }
    });
    for source in [json!([blog]), json!({ "Contributions": [blog], "TotalContributions": 1 })] {
        let found = found("portal", &source, &[]);
        assert_eq!((&found["new"], &found["note"]), (&json!([expected]), &Value::Null));
    }
    let zeros = json!({ "AnnualQuantity": 0, "SecondAnnualQuantity": 0, "AnnualReach": 0 });
    let nested = json!({ "ContributionTypeName": null, "ContributionType": { "Name": "Book (Author)" }, "ReferenceUrl": null });
    let source = json!([
        contribution("Article", zeros),
        contribution("x", nested),
        contribution("Speaking (Conference)", json!({ "StartDate": "/Date(1420070400000)/" })),
        contribution("Organizer (User Group/Meetup/Local Events)", json!({})),
        contribution("Product Group Feedback", json!({})),
    ]);
    let found = found("portal", &source, &[]);
    let entries = found["new"].as_array().unwrap();
    let shown: Vec<Value> = entries.iter().map(|it| json!([it["type"], it["count"], it["impact"]])).collect();
    let expected = [
        json!(["article", null, null]),
        json!(["book", 3, { "copies": 500 }]),
        json!(["talk", 3, { "attendees": 500 }]),
        json!(["event", 3, { "members": 500 }]),
        json!(["product-feedback", 3, null]),
    ];
    assert_eq!(shown, expected);
    assert_eq!(entries[2]["date"], "2015-01-01");
}

/// An activity of the privacy export, with changes.
fn activity(title: &str, changes: Value) -> Value {
    let activity = json!({
        "title": title, "description": "About it.", "url": "https://example.org/talk", "dateCreated": "2026-02-03T23:00:00Z",
        "technologyFocusArea": "PowerShell", "activityTypeName": "Speaker/Presenter at Third-party Event",
        "targetAudience": ["Developer", " ", "IT Pro"], "isHighImpact": "True", "annualReach": 45, "role": "Speaker"
    });
    changed(activity, changes)
}

#[test]
fn the_privacy_export_is_read_with_a_word_on_its_dates() {
    let source = |activities: Value| json!({ "mostValuableProfessionalProgram": { "profile": {}, "activities": activities } });
    let plain = json!({ "url": " ", "annualReach": "0", "role": "Dreamer", "targetAudience": null, "isHighImpact": true });
    let activities = json!([activity("A talk", json!({})), activity("[GDPR Delete]", json!({})), activity("Another", plain)]);
    let found = found("portal", &source(activities), &[]);
    let expected = json!([
        { "type": "talk", "title": "A talk", "date": "2026-02-03", "url": "https://example.org/talk", "role": "speaker",
          "technology-areas": ["PowerShell"], "audience": ["Developer", "IT Pro"], "description": "About it.",
          "impact": { "attendees": 45 } },
        { "type": "talk", "title": "Another", "date": "2026-02-03", "technology-areas": ["PowerShell"], "description": "About it." },
    ]);
    assert_eq!(found["new"], expected);
    assert_eq!(skipped(&found), [("activity 2", "deleted in the portal")]);
    assert!(found["note"].as_str().unwrap().contains("dateCreated"));
}

#[test]
fn a_type_that_nobody_knows_has_to_be_told() {
    let source = json!([
        contribution("Other", json!({})),
        contribution("", json!({ "Title": "Something" })),
        contribution("sample-code", json!({})),
        contribution("ARTICLE", json!({}))
    ]);
    let untold = found("portal", &source, &[]);
    let reasons = [
        ("activity 1", "unknown activity type `Other`: --type TYPE says what it is"),
        ("activity 2", "no activity type: --type TYPE says what it is"),
    ];
    assert_eq!(skipped(&untold), reasons);
    let told = found("portal", &source, &["--type", "video"]);
    let types: Vec<&str> = told["new"].as_array().unwrap().iter().map(|entry| entry["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["video", "video", "sample-code", "article"], "only what does not tell its own");
}

#[test]
fn activities_without_a_day_are_skipped() {
    let source = json!([
        contribution("Article", json!({ "StartDate": null })),
        contribution("Article", json!({ "StartDate": "2026-02-30T00:00:00" })),
        contribution("Article", json!({ "StartDate": "/Date(x)/" })),
        activity("A talk", json!({ "dateCreated": "soon" })),
    ]);
    let found = found("portal", &source, &[]);
    let reasons: Vec<&str> = skipped(&found).into_iter().map(|(_, reason)| reason).collect();
    let expected = [
        "no date",
        "`StartDate` is `2026-02-30T00:00:00`, which is no date",
        "`StartDate` is `/Date(x)/`, which is no date",
        "`dateCreated` is `soon`, which is no date",
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn more_audiences_than_an_entry_may_have_are_refused() {
    let found = found("portal", &json!([activity("A talk", json!({ "targetAudience": vec!["Developer"; 101] }))]), &[]);
    assert_eq!(found["new"], json!([]));
    assert!(skipped(&found)[0].1.contains("100"), "{found:#}");
}

/// The kinds, each with an item that it reads.
fn kinds() -> [(&'static str, Value); 5] {
    [
        ("stack-exchange", answer(9, json!({}))),
        ("github", repository("tools", json!({}))),
        ("sessionize", session("Mine", json!([{ "name": "Amal Example" }]), json!({}))),
        ("devto", json!({ "title": "x", "url": "https://dev.to/x", "published_at": "2026-01-31T00:00:00Z" })),
        ("portal", contribution("Article", json!({}))),
    ]
}

/// A source of a kind with these items.
fn source_of(kind: &str, items: &[Value]) -> Value {
    if kind == "sessionize" { json!([{ "sessions": items }]) } else { json!(items) }
}

#[test]
fn an_odd_item_does_not_hide_the_others() {
    for (kind, good) in kinds() {
        let odd = [
            json!(5),
            json!(null),
            json!("x"),
            json!([]),
            json!([1, 2]),
            json!({}),
            json!({ "title": 5 }),
            json!({ "title": [] }),
        ];
        let mut items = odd.to_vec();
        items.push(good.clone());
        // Each key with what does not belong there.
        for key in good.as_object().unwrap().keys() {
            for value in [json!([[]]), json!({ "a": { "b": null } }), json!(-1), json!(1e300), json!("\u{1b}[31m"), json!(null)] {
                items.push(changed(good.clone(), json!({ key: value })));
            }
        }
        let found = found(kind, &source_of(kind, &items), &[]);
        let first = &found["new"][0];
        assert!(first["date"].is_string() && first["title"].is_string(), "{kind}: {first}");
        assert!(skipped(&found).len() >= odd.len(), "{kind}: {found:#}");
        let all = ["new", "known", "skipped"].map(|part| found[part].as_array().unwrap().len());
        assert_eq!(all.iter().sum::<usize>(), items.len(), "{kind}");
    }
}

#[test]
fn numbers_and_dates_that_cannot_be_are_told() {
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
    let count = found_huge_count();
    assert_eq!(count["new"], json!([]), "a count beyond what a profile takes");
}

fn found_huge_count() -> Value {
    found("portal", &json!([contribution("Article", json!({ "AnnualQuantity": 1e300 }))]), &[])
}

#[test]
fn an_error_of_the_service_is_repeated() {
    let limit = json!({ "message": "API rate limit exceeded for 192.0.2.1", "documentation_url": "https://docs.github.com", "status": "403" });
    let throttled =
        json!({ "error_id": 502, "error_name": "throttle_violation", "error_message": "too many requests, more in 60 seconds" });
    let unauthorized = json!({ "error": "unauthorized\u{1b}[31m", "status": 401 });
    for (kind, source, message) in [
        ("github", limit, "API rate limit exceeded"),
        ("stack-exchange", throttled, "more in 60 seconds"),
        ("devto", unauthorized, "unauthorized\\u{1b}[31m"),
    ] {
        let ran = import(kind, source.to_string(), &[]);
        assert!(ran.is_refused(&["the service answered with an error", message]), "{kind}: {ran:#?}");
    }
}

#[test]
fn what_is_no_answer_of_the_kind_is_refused_with_its_place() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let deep_field = format!("[{{\"x\": {}}}]", "{\"a\":[".repeat(10_000));
    for (kind, good) in kinds() {
        let whole = source_of(kind, &[good]).to_string();
        let cases: [(&str, &str); 13] = [
            ("", "it is empty"),
            (" \n", "it is empty"),
            ("<!DOCTYPE html><title>Sign in</title>", "-:1:1: not valid JSON"),
            (&whole[..whole.len() / 2], "it ends too early"),
            (&whole[..whole.len() - 1], "it ends too early"),
            (&deep, "-:1:129: it is nested more than 128 levels deep"),
            (&deep_field, "it is nested more than 128 levels deep"),
            ("[{\"ž\": 1},\n {\"ž\": ]", "-:2:8: not valid JSON"),
            ("5", "-:1:1: "),
            ("5", "is meant here, not the number `5`"),
            ("null", "is meant here, not `null`"),
            ("{}", "it "),
            ("[{}] x", "not valid JSON"),
        ];
        for (source, message) in cases {
            let ran = import(kind, source, &[]);
            assert!(
                ran.is_refused(&[message]),
                "{kind}: {} is not {message}: {ran:?}",
                source.chars().take(40).collect::<String>()
            );
        }
        assert!(import(kind, b"[\xff]", &[]).is_refused(&["byte 1 is not UTF-8"]), "{kind}");
    }
}

#[test]
fn too_many_items_are_refused_at_once() {
    let group = format!("{{\"sessions\": [{}0]}}", "0,".repeat(60_000));
    for (kind, source) in [
        ("github", format!("[{}0]", "0,".repeat(100_000))),
        ("stack-exchange", format!("{{\"items\": [{}0]}}", "0,".repeat(100_000))),
        ("sessionize", format!("[{group},{group}]")),
    ] {
        let begin = std::time::Instant::now();
        let ran = import(kind, source, &[]);
        assert!(ran.is_refused(&["100000", "split it"]) && begin.elapsed() < LONGEST / 2, "{kind}: {ran:#?}");
    }
}

#[test]
fn text_of_a_service_stays_text() {
    let title = "\"]\n[[contribution]] \u{1b}[31m \u{202e} ::error:: ##vso[x]";
    let folder = Folder::new();
    folder.file("profile.toml", "[profile]\nname = \"Amal Example\"\n");
    folder.file("articles.json", json!([{ "title": title, "published_at": "2026-01-31" }]).to_string());
    let ran = run_in(&folder.0, &["import", "devto", "articles.json", "--write"]);
    assert!(ran.code == 0 && !ran.out.contains(['\u{1b}', '\u{202e}']) && !ran.out.contains("##vso"), "{ran:#?}");
    let profile = fs::read_to_string(folder.0.join("profile.toml")).unwrap();
    assert!(!profile.contains(['\u{1b}', '\u{202e}']), "{profile}");
    let again = run_in(&folder.0, &["import", "devto", "articles.json", "--format", "json"]).json();
    assert_eq!(again["known"][0]["title"], "\"] [[contribution]] \u{1b}[31m \u{202e} ::error:: ##vso[x]");
}
