//! Recent and regular activity.

use super::{Row, row};
use crate::inner_tests::criteria::{article, articles, many};

pub fn recency() -> Vec<Row> {
    vec![
        row("", "gap 0 of 1").also("/fact", "0 entries in the window"),
        row(article("2025-11-23"), "gap 0 of 1"),
        row(article("2025-11-24"), "met 1 of 1").also("/fact", "1 entry in the window"),
        row(many("article", 7), "met 1 of 1"),
    ]
}

pub fn freshness() -> Vec<Row> {
    vec![
        row(article("2026-09-25"), "met 59 of 60"),
        row(article("2026-09-24"), "met 60 of 60").also("/fact", "newest 24 Sep 2026, 60 days ago"),
        row(article("2026-09-23"), "gap 61 of 60").also("/fact", "newest 23 Sep 2026, 61 days ago"),
        row(articles(&["2026-11-23", "2026-01-01"]), "met 0 of 60").also("/fact", "newest today"),
        // A planned entry does not count yet.
        row(articles(&["2026-09-23", "2026-11-24"]), "gap 61 of 60"),
        // From 23 November 2025, the day before the window's first.
        row("", "gap 365 of 60"),
    ]
}

pub fn regularity() -> Vec<Row> {
    let mut dates = vec!["2025-12-15", "2026-02-15", "2026-04-15", "2026-06-15", "2026-08-15", "2026-10-15", "2026-11-15"];
    let seven = articles(&dates);
    dates.pop();
    let six = articles(&dates);
    let paused = |end| articles(&["2026-01-10", "2026-03-01", end, "2026-07-10", "2026-08-10", "2026-09-10", "2026-10-10"]);
    let past = "add what you did in the pause and forgot here, or let it leave the window by itself";
    let advice = |what| format!("To even the rhythm: {what}. A break is fine; `[[waive]]` notes it.");
    vec![
        row(seven, "met 7 of 7").also("/details/longest_gap_days", 61),
        row(six, "gap 6 of 7")
            .also("/fact", "6 active months; longest pause 61 days, 16 Dec 2025 to 14 Feb 2026")
            .also("/advice", advice("1 more active month")),
        // Strictly between: 2 March to 30 May.
        row(paused("2026-05-31"), "met 7 of 7").also("/details/longest_gap_days", 90),
        row(paused("2026-06-01"), "gap 7 of 7").also("/details/longest_gap_days", 91).also("/advice", advice(past)),
        // From the window's first day to as-of, both included: 24 November to 30 April, and 2 May to 23 November.
        row(article("2026-05-01"), "gap 1 of 7").also("/details/longest_gap_days", 206),
        row(article("2026-11-23"), "gap 1 of 7").also("/details/longest_gap_days", 364),
        row("", "gap 0 of 7")
            .also("/details/longest_gap_days", 365)
            .also("/advice", advice("7 more active months; something new ends the pause")),
    ]
}
