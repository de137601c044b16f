//! Which days count, and how much: the edges of each window, entries over several days, active days, and targets in an open cycle.
//!
//! The expected values were worked out by hand.

use serde_json::{Value, json};

use super::reports::{finding, report};

/// On this day a candidate's twelve months are 24 November 2025 to 23 November 2026.
const AS_OF: &str = "2026-11-23";

const WORKSHOP: &str = "workshop-2020";
const PROGRAM: &str = "program-2026";

const CANDIDATE: &str = "[profile]\nstage = \"candidate\"\n";
const RENEWAL: &str = "[profile]\nstage = \"renewal\"\n";

fn entry(kind: &str, lines: &str) -> String {
    format!("[[contribution]]\ntype = \"{kind}\"\ntitle = \"Something\"\n{lines}\n")
}

fn article(lines: &str) -> String {
    entry("article", lines)
}

fn on(day: &str) -> String {
    article(&format!("date = {day}"))
}

/// The number of entries in the window, before it, and planned.
fn counted(report: &Value) -> [u64; 3] {
    ["entries", "outside_window", "planned"].map(|name| report["activity"][name].as_u64().unwrap())
}

/// Shares that are not exact in binary are compared to a millionth.
fn rounded(number: &Value) -> f64 {
    (number.as_f64().unwrap() * 1e6).round() / 1e6
}

/// Both ends of a window count, and the days next to them do not. `last` is as-of or the last day of the window.
fn assert_edges(person: &str, edition: &str, as_of: &str, [before, first, last, after]: [&str; 4]) {
    let of = |day: &str| counted(&report(&(person.to_owned() + &on(day)), edition, as_of));
    let place = format!("{edition} on {as_of}");
    assert_eq!(of(before), [0, 1, 0], "{before}, {place}");
    assert_eq!(of(first), [1, 0, 0], "{first}, {place}");
    assert_eq!(of(last), [1, 0, 0], "{last}, {place}");
    assert_eq!(of(after), [0, 0, 1], "{after}, {place}");
}

#[test]
fn a_candidates_window_is_the_twelve_months_that_end_today() {
    let edges = [
        ["2025-11-23", "2025-11-24", "2026-11-23", "2026-11-24"],
        // 29 February a year before is the 28th.
        ["2023-02-28", "2023-03-01", "2024-02-29", "2024-03-01"],
        ["2023-03-01", "2023-03-02", "2024-03-01", "2024-03-02"],
        // A year later the leap day is the first day; on the next day it is out.
        ["2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01"],
        ["2024-03-01", "2024-03-02", "2025-03-01", "2025-03-02"],
    ];
    for days in edges {
        let [_, first, as_of, _] = days;
        for edition in [WORKSHOP, PROGRAM] {
            assert_edges(CANDIDATE, edition, as_of, days);
            let window = json!({"from": first, "until": as_of, "rule": "rolling"});
            assert_eq!(report(CANDIDATE, edition, as_of)["window"], window);
        }
    }
}

#[test]
fn a_renewals_window_is_the_cycle_that_holds_today() {
    let (july, april) = (["2026-07-01", "2027-06-30"], ["2026-04-01", "2027-03-31"]);
    let cycles = [
        // On the first day, within, on the last day, on the day after.
        (WORKSHOP, july, ["2026-06-30", "2026-07-01", "2026-07-01", "2026-07-02"]),
        (WORKSHOP, july, ["2026-06-30", "2026-07-01", "2026-11-23", "2026-11-24"]),
        (WORKSHOP, july, ["2026-06-30", "2026-07-01", "2027-06-30", "2027-07-01"]),
        (WORKSHOP, ["2027-07-01", "2028-06-30"], ["2027-06-30", "2027-07-01", "2027-07-01", "2027-07-02"]),
        (PROGRAM, april, ["2026-03-31", "2026-04-01", "2026-04-01", "2026-04-02"]),
        (PROGRAM, april, ["2026-03-31", "2026-04-01", "2026-11-23", "2026-11-24"]),
        (PROGRAM, april, ["2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01"]),
        (PROGRAM, ["2027-04-01", "2028-03-31"], ["2027-03-31", "2027-04-01", "2027-04-01", "2027-04-02"]),
    ];
    for (edition, [from, until], days) in cycles {
        let as_of = days[2];
        assert_edges(RENEWAL, edition, as_of, days);
        let window = json!({"from": from, "until": until, "rule": "cycle"});
        assert_eq!(report(RENEWAL, edition, as_of)["window"], window, "{edition} on {as_of}");
    }
}

#[test]
fn one_day_in_the_window_is_enough() {
    let of = |lines: &str| counted(&report(&article(lines), WORKSHOP, AS_OF));
    assert_eq!(of("date = 2025-01-01\nuntil = 2025-11-24"), [1, 0, 0]);
    assert_eq!(of("date = 2025-01-01\nuntil = 2025-11-23"), [0, 1, 0]);
    assert_eq!(of("date = 2026-11-23\nuntil = 2027-11-23"), [1, 0, 0]);
    assert_eq!(of("date = 2026-11-24\nuntil = 2027-11-23"), [0, 0, 1]);
    assert_eq!(of("date = 1990-01-01\nongoing = true"), [1, 0, 0]);
    assert_eq!(of("date = 2026-11-24\nongoing = true"), [0, 0, 1]);
    // The written day counts, although it is the next one in UTC.
    assert_eq!(of("date = 2026-11-23T23:30:00-08:00"), [1, 0, 0]);
}

#[test]
fn one_day_in_the_cycle_is_enough() {
    let of = |lines: &str| counted(&report(&(RENEWAL.to_owned() + &article(lines)), WORKSHOP, AS_OF));
    assert_eq!(of("date = 2026-01-01\nuntil = 2026-07-01"), [1, 0, 0]);
    assert_eq!(of("date = 2026-01-01\nuntil = 2026-06-30"), [0, 1, 0]);
    // Both the entry and the cycle go on after as-of.
    assert_eq!(of("date = 2026-11-23\nuntil = 2027-06-30"), [1, 0, 0]);
    assert_eq!(of("date = 2026-11-24\nuntil = 2027-06-30"), [0, 0, 1]);
}

/// 20 days, 10 of them in the window.
const HALF_BEFORE: &str = "date = 2025-11-14\nuntil = 2025-12-03\n";
/// 20 days, 10 of them to come.
const HALF_AHEAD: &str = "date = 2026-11-14\nuntil = 2026-12-03\n";
/// 385 days to as-of, 365 of them in the window.
const ONGOING: &str = "date = 2025-11-04\nongoing = true\n";
/// 385 days, 10 before the window and 10 to come.
const THROUGHOUT: &str = "date = 2025-11-14\nuntil = 2026-12-03\n";

#[test]
fn an_amount_is_count_times_share_of_days_or_one_times_weight() {
    let amounts = [
        ("article", HALF_BEFORE, 6, 3.0),
        ("article", HALF_BEFORE, 3, 1.5),
        ("article", HALF_BEFORE, 2, 1.0),
        ("article", HALF_BEFORE, 1, 1.0),
        ("article", HALF_AHEAD, 6, 3.0),
        ("article", ONGOING, 385, 365.0),
        ("article", THROUGHOUT, 770, 730.0),
        ("article", "date = 2026-11-23\nongoing = true\n", 7, 7.0),
        ("article", "date = 2025-11-24\n", 7, 7.0),
        ("question-answering", HALF_BEFORE, 30, 1.5),
        ("question-answering", HALF_BEFORE, 1, 0.1),
        ("question-answering", "date = 2026-05-01\n", 1, 0.1),
    ];
    for (kind, lines, count, expected) in amounts {
        let report = report(&entry(kind, &format!("{lines}count = {count}")), WORKSHOP, AS_OF);
        let places = [&finding(&report, "amount")["measured"], &report["activity"]["amount"]];
        assert_eq!(places.map(rounded), [expected; 2], "{count} {kind}: {lines}");
    }
}

#[test]
fn reach_counts_by_the_share_of_days_unrounded() {
    let reached = [
        (entry("talk", &format!("{HALF_BEFORE}impact = {{ livestream-views = 3, attendees = 201 }}")), [1.5, 100.5]),
        (article(&format!("{HALF_AHEAD}impact = {{ views = 1000 }}")), [500.0, 0.0]),
        (article(&format!("{ONGOING}impact = {{ views = 3850 }}")), [3650.0, 0.0]),
        (article(&format!("{THROUGHOUT}impact = {{ views = 77 }}")), [73.0, 0.0]),
        // Numbers belong to the whole entry: `count` changes nothing.
        (article(&format!("{HALF_BEFORE}count = 9\nimpact = {{ views = 1000 }}")), [500.0, 0.0]),
    ];
    for (text, [online, in_person]) in reached {
        let report = report(&text, WORKSHOP, AS_OF);
        let found = finding(&report, "reach");
        assert_eq!([&found["details"]["online"], &found["details"]["in_person"]].map(rounded), [online, in_person], "{text}");
        assert_eq!(rounded(&found["measured"]), online + in_person, "{text}");
    }
}

#[test]
fn a_channel_counts_by_its_share_of_days() {
    let channel = |lines: &str| {
        let channel = "[[channel]]\ntype = \"article\"\ntitle = \"Blog\"\nurl = \"https://blog.example.org\"\n";
        let text = on("2026-05-01") + channel + lines + "impact = { views = 385 }\n";
        finding(&report(&text, WORKSHOP, AS_OF), "reach")["measured"].clone()
    };
    assert_eq!(rounded(&channel(HALF_BEFORE)), 192.5);
    assert_eq!(rounded(&channel(HALF_AHEAD)), 192.5);
    assert_eq!(rounded(&channel(ONGOING)), 365.0);
    assert_eq!(channel("date = 2025-11-24\n"), 385);
    // Before the window or planned: no counted number.
    assert_eq!(channel("date = 2025-11-23\n"), Value::Null);
    assert_eq!(channel("date = 2026-11-24\n"), Value::Null);
}

#[test]
fn an_entry_is_notable_by_its_whole_numbers() {
    let notable = |impact: &str| {
        let text = entry("open-source", &format!("{HALF_BEFORE}count = 2\nimpact = {{ {impact} }}"));
        finding(&report(&text, WORKSHOP, AS_OF), "impact")["measured"].clone()
    };
    // A counter is divided by `count`, although half of the days are outside the window; a gauge is not.
    assert_eq!(notable("downloads = 2000"), 1);
    assert_eq!(notable("downloads = 1999"), 0);
    assert_eq!(notable("stars = 50"), 1);
    assert_eq!(notable("stars = 49"), 0);
}

#[test]
fn every_day_is_active_with_one_activity_a_month_else_only_the_ends() {
    // Active months, days since the newest active day, longest run of days without one.
    let rhythms = [
        // One month; then March, April and May.
        ("date = 2026-05-01\nuntil = 2026-05-31", 1, [1, 176, 176]),
        ("date = 2026-03-31\nuntil = 2026-05-01", 3, [3, 206, 206]),
        ("date = 2026-03-31\nuntil = 2026-05-01", 2, [2, 206, 206]),
        // March to November. Of an ongoing entry only the date is certain.
        ("date = 2026-03-31\nongoing = true", 9, [9, 0, 127]),
        ("date = 2026-03-31\nongoing = true", 8, [1, 237, 237]),
        // Three months, the last of them and its end still to come.
        ("date = 2026-10-01\nuntil = 2026-12-31", 3, [2, 0, 311]),
        ("date = 2026-10-01\nuntil = 2026-12-31", 2, [1, 53, 311]),
        // Four months, the first of them and its date before the window.
        ("date = 2025-10-15\nuntil = 2026-01-15", 4, [3, 312, 312]),
        ("date = 2025-10-15\nuntil = 2026-01-15", 3, [1, 312, 312]),
        // 15 months and both ends outside. The window touches 13 calendar months, at most 12 are reported.
        ("date = 2025-10-15\nuntil = 2026-12-15", 15, [12, 0, 0]),
        ("date = 2025-10-15\nuntil = 2026-12-15", 14, [0, 365, 365]),
    ];
    for (lines, count, expected) in rhythms {
        let report = report(&article(&format!("{lines}\ncount = {count}")), WORKSHOP, AS_OF);
        let [regularity, freshness] = ["regularity", "freshness"].map(|criterion| finding(&report, criterion));
        let found = [&regularity["measured"], &freshness["measured"], &regularity["details"]["longest_gap_days"]];
        assert_eq!(found.map(|number| number.as_u64().unwrap()), expected, "{count}: {lines}");
        assert_eq!(finding(&report, "recency")["measured"], 1);
    }
}

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
