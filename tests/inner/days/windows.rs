//! The edges of each window.

use serde_json::json;

use super::{AS_OF, CANDIDATE, PROGRAM, RENEWAL, WORKSHOP, article, counted, on};
use crate::inner_tests::reports::report;

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
