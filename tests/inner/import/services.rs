//! What holds for every service that answers in JSON.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::github::repository;
use super::portal::contribution;
use super::sessionize::session;
use super::stack_exchange::answer;
use super::{Import, changed, skipped};

pub fn import(kind: &str, source: impl AsRef<[u8]>, options: &[&str]) -> Import {
    Import::of(kind, "-", source, options)
}

pub fn found(kind: &str, source: &Value, options: &[&str]) -> Value {
    import(kind, source.to_string(), options).json()
}

/// Each kind with a valid item.
fn kinds() -> [(&'static str, Value); 5] {
    [
        ("stack-exchange", answer(9, json!({}))),
        ("github", repository("tools", json!({}))),
        ("sessionize", session("Mine", json!([{ "name": "Amal Example" }]), json!({}))),
        ("devto", json!({ "title": "x", "url": "https://dev.to/x", "published_at": "2026-01-31T00:00:00Z" })),
        ("portal", contribution("Article", json!({}))),
    ]
}

fn source_of(kind: &str, items: &[Value]) -> Value {
    if kind == "sessionize" { json!([{ "sessions": items }]) } else { json!(items) }
}

#[test]
fn odd_items_are_skipped_alone() {
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
        // Each key with values of wrong kinds.
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
fn other_sources_are_refused_with_a_place() {
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
        let begin = Instant::now();
        let ran = import(kind, source, &[]);
        assert!(ran.is_refused(&["100000", "split it"]) && begin.elapsed() < Duration::from_secs(5), "{kind}: {ran:#?}");
    }
}
