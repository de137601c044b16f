//! Partial targets in an open cycle.

use serde_json::{Value, json};

use super::{AS_OF, PROGRAM, RENEWAL, WORKSHOP, article, entry, on};
use crate::inner_tests::reports::{finding, report};

/// An article and a talk with numbers, so that every criterion with a partial target is checked.
fn renewal_on(day: &str) -> String {
    let article = article(&format!("date = {day}\nimpact = {{ views = 1000 }}"));
    let talk = entry("talk", &format!("date = {day}\nimpact = {{ attendees = 1 }}"));
    RENEWAL.to_owned() + &article + &talk
}

/// Expected by now: recency, active months, amount, diversity, breadth, reach online and in person, impact, highlights.
fn due(edition: &str, entries_on: &str, as_of: &str) -> [Value; 9] {
    let report = report(&renewal_on(entries_on), edition, as_of);
    let details = |criterion| &finding(&report, criterion)["details"];
    let now = |criterion| details(criterion)["target_now"].clone();
    let in_person = details("reach")["target_in_person_now"].clone();
    let [recency, months, amount, diversity] = ["recency", "regularity", "amount", "diversity"].map(now);
    let [breadth, online, impact, highlights] = ["breadth", "reach", "impact", "highlights"].map(now);
    [recency, months, amount, diversity, breadth, online, in_person, impact, highlights]
}

#[test]
fn counting_targets_grow_with_the_cycle_and_round_half_up() {
    // Both cycles include 29 February 2024: 183 of 366 days are half.
    let half = [1, 4, 9, 1, 2, 2500, 50, 1, 2];
    let a_day_less = [0, 3, 9, 1, 1, 2486, 50, 0, 1];
    assert_eq!(due(WORKSHOP, "2023-07-01", "2023-12-30"), half);
    assert_eq!(due(WORKSHOP, "2023-07-01", "2023-12-29"), a_day_less);
    assert_eq!(due(PROGRAM, "2023-04-01", "2023-09-30"), half);
    assert_eq!(due(PROGRAM, "2023-04-01", "2023-09-29"), a_day_less);
    // 146 of 365 days, as-of included, are two fifths.
    assert_eq!(due(WORKSHOP, "2026-07-01", "2026-11-23"), [0, 3, 7, 1, 1, 2000, 40, 0, 1]);
}

#[test]
fn no_target_is_partial_without_an_open_cycle() {
    assert_eq!(due(WORKSHOP, "2026-07-01", "2027-06-30"), [const { Value::Null }; 9]);
    assert_eq!(due(PROGRAM, "2026-04-01", "2027-03-31"), [const { Value::Null }; 9]);
    let candidate = report(&on("2026-05-01"), WORKSHOP, AS_OF);
    assert_eq!(finding(&candidate, "amount")["details"]["target_now"], Value::Null);
}

/// Outcome, measured value and target of a criterion, halfway through the workshop's cycle of 2023.
fn halfway(criterion: &str, entries: &str) -> Value {
    let report = report(&(RENEWAL.to_owned() + entries), WORKSHOP, "2023-12-30");
    let found = finding(&report, criterion);
    json!([found["outcome"], found["measured"], found["target"]])
}

#[test]
fn outcomes_follow_the_partial_target_and_the_full_one_is_reported() {
    let many = |kind: &str, count| entry(kind, &format!("date = 2023-10-01\ncount = {count}"));
    let with = |impact: &str| entry("talk", &format!("date = 2023-10-01\nimpact = {{ {impact} }}"));
    assert_eq!(halfway("amount", &many("article", 9)), json!(["met", 9, 18]));
    assert_eq!(halfway("amount", &(many("article", 8) + &many("question-answering", 9))), json!(["gap", 8.9, 18]));
    assert_eq!(halfway("recency", ""), json!(["gap", 0, 1]));
    assert_eq!(halfway("diversity", &many("article", 1)), json!(["met", 1, 2]));
    assert_eq!(halfway("breadth", &many("article", 1)), json!(["gap", 1, 3]));
    assert_eq!(halfway("breadth", &(many("article", 1) + &many("talk", 1))), json!(["met", 2, 3]));
    assert_eq!(halfway("reach", &with("on-demand-views = 2500")), json!(["met", 2500, 5000]));
    assert_eq!(halfway("reach", &with("attendees = 50")), json!(["met", 50, 5000]));
    assert_eq!(halfway("reach", &with("on-demand-views = 2499, attendees = 49")), json!(["gap", 2548, 5000]));
    assert_eq!(halfway("highlights", &with("attendees = 30").repeat(2)), json!(["met", 2, 3]));
    assert_eq!(halfway("highlights", &with("attendees = 30")), json!(["gap", 1, 3]));
}

#[test]
fn active_months_are_partial_and_the_longest_pause_is_not() {
    let on_days = |days: [&str; 4]| days.map(on).concat();
    assert_eq!(halfway("regularity", &on_days(["2023-08-01", "2023-09-01", "2023-10-01", "2023-11-01"])), json!(["met", 4, 7]));
    assert_eq!(halfway("regularity", &on_days(["2023-08-01", "2023-09-01", "2023-10-01", "2023-10-02"])), json!(["gap", 3, 7]));
    // Strictly before the first active day: 90 days from 1 July to 28 September, then 91.
    assert_eq!(halfway("regularity", &on_days(["2023-09-29", "2023-10-01", "2023-11-01", "2023-12-01"])), json!(["met", 4, 7]));
    assert_eq!(halfway("regularity", &on_days(["2023-09-30", "2023-10-01", "2023-11-01", "2023-12-01"])), json!(["gap", 4, 7]));
}

#[test]
fn a_partial_target_of_zero_is_met_on_the_first_day() {
    let of = |entries: &str, criteria: &[&str]| -> Value {
        let report = report(&(RENEWAL.to_owned() + entries), WORKSHOP, "2026-07-01");
        let say = |criterion: &&str| json!([finding(&report, criterion)["outcome"], finding(&report, criterion)["measured"]]);
        criteria.iter().map(say).collect()
    };
    let counting = of("", &["recency", "regularity", "amount", "diversity", "breadth"]);
    assert_eq!(counting, json!([["met", 0], ["met", 0], ["met", 0], ["met", 0], ["not-assessed", null]]));
    // The day before the window is yesterday.
    assert_eq!(of("", &["freshness"]), json!([["met", 1]]));
    // 14 views are expected by now, and none of 100 people.
    let unseen = article("date = 2026-07-01\nimpact = { views = 0 }");
    let found = of(&unseen, &["reach", "impact", "highlights", "breadth"]);
    assert_eq!(found, json!([["met", 0], ["met", 0], ["met", 0], ["met", 1]]));
}
