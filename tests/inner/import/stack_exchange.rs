//! Answers from Stack Exchange.

use serde_json::{Value, json};

use super::services::{found, import};
use super::{Import, PROFILE, changed, skipped};

fn compressed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An answer in the form of the API, with changes.
pub fn answer(id: u64, changes: Value) -> Value {
    let answer = json!({
        "owner": { "user_id": 1, "display_name": "Amal Example", "link": "https://dba.stackexchange.com/users/1/amal-example" },
        "is_accepted": true, "score": 12, "last_activity_date": 1780000000, "creation_date": 1767225599,
        "answer_id": id, "question_id": 7, "content_license": "CC BY-SA 4.0"
    });
    changed(answer, changes)
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
fn the_site_of_an_answer_is_its_own_or_an_option() {
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
fn other_items_are_skipped_and_further_pages_are_mentioned() {
    let question = json!({ "question_id": 7, "title": "How?", "creation_date": 1767225599 });
    let undated = answer(2, json!({ "creation_date": null }));
    let found = found("stack-exchange", &json!({ "items": [question, undated, answer(3, json!({}))], "has_more": true }), &[]);
    let reasons = [("answer 1", "no answer: it has no `answer_id`"), ("answer 2", "no date: `creation_date` is missing")];
    assert_eq!(skipped(&found), reasons);
    assert_eq!(found["new"].as_array().unwrap().len(), 1);
    assert!(found["note"].as_str().unwrap().contains("page=2"));
}

#[test]
fn larger_votes_replace_smaller_ones() {
    let source =
        |score: i32, is_accepted: bool| json!([answer(1, json!({ "score": score, "is_accepted": is_accepted }))]).to_string();
    let before = Import::into(PROFILE, "stack-exchange", "-", source(3, false), &[]).profile();
    let after = Import::into(&before, "stack-exchange", "-", source(8, true), &["--update"]).profile();
    assert!(after.contains("impact = { votes = 8, accepted = 1 }"), "{after}");
    assert_eq!(after.matches("[[contribution]]").count(), 1, "{after}");
}
