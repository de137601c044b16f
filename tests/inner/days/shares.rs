//! Entries over several days: their share in the window, and their active days.

use serde_json::Value;

use super::{AS_OF, WORKSHOP, article, entry, on, rounded};
use crate::inner_tests::reports::{finding, report};

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
