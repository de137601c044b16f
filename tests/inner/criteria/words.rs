//! The words for targets and for the end of a report.

use super::{AS_OF, WORKSHOP, article, person};
use crate::inner_tests::reports::{edition, with_report};
use crate::report::words;

/// The target of a criterion for a renewal, in words.
fn wanted(criterion: &str, as_of: &str) -> String {
    let renewal = person("stage = \"renewal\"");
    with_report(&renewal, edition(WORKSHOP), as_of.parse().unwrap(), |report, _| {
        let finding = report.assessment.findings.iter().find(|finding| finding.criterion.id == criterion).unwrap();
        words::wanted(finding).replace('\u{a0}', " ")
    })
}

#[test]
fn a_partial_target_is_shown_next_to_the_full_one() {
    assert_eq!(wanted("amount", "2026-09-30"), "18, 5 due so far *");
    assert_eq!(wanted("recency", "2026-09-30"), "1 entry, 0 due so far *");
    assert_eq!(wanted("regularity", "2026-09-30"), "7 months (2 due so far *), no pause over 90 days *");
    // A number of the article has no mark.
    assert_eq!(wanted("recency", "2027-06-29"), "1 entry");
    assert_eq!(wanted("amount", "2027-06-29"), "18 *");
    assert_eq!(wanted("regularity", "2027-06-29"), "7 months, no pause over 90 days *");
}

#[test]
fn a_new_cycle_is_not_taken_for_a_first_start() {
    let closing = |text: &str| with_report(text, edition(WORKSHOP), AS_OF.parse().unwrap(), |report, _| words::closing(report));
    assert!(closing("").starts_with("Everybody begins"));
    let renewal = person("stage = \"renewal\"") + &article("2026-06-30");
    assert!(closing(&renewal).contains("what you gave before stays yours"), "{}", closing(&renewal));
    assert!(closing(&renewal.replace("06-30", "07-01")).contains("article of 2026-07-01"));
}
