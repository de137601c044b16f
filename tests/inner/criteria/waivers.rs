//! Waivers, criteria that depend on others, and profiles in which nothing counts.

use serde_json::json;

use super::{AS_OF, DAY, WORKSHOP, article, channel, in_short, numbers, one, report};
use crate::guidance::category_of_any_edition;
use crate::inner_tests::reports::{edition, finding};
use crate::profile;
use crate::source::Source;

pub fn waive(criterion: &str, until: &str) -> String {
    let until = if until.is_empty() { String::new() } else { format!("until = {until}\n") };
    format!("[[waive]]\ncriterion = \"{criterion}\"\nreason = \"Writing a book this year.\"\n{until}")
}

/// The outcomes of some criteria by the workshop's edition.
fn outcomes<const N: usize>(text: &str, criteria: [&str; N]) -> [String; N] {
    let report = report(text, WORKSHOP);
    criteria.map(|criterion| in_short(finding(&report, criterion)))
}

#[test]
fn a_gap_is_waived_until_the_last_day_of_its_waiver() {
    let of = |text: String| outcomes(&text, ["regularity"]);
    assert_eq!(of(waive("regularity", "")), ["waived 0 of 7"]);
    assert_eq!(of(waive("regularity", "2026-11-23")), ["waived 0 of 7"]);
    assert_eq!(of(waive("regularity", "2026-11-22")), ["gap 0 of 7"]);
    assert_eq!(of(waive("regularity", "2026-11-22") + &waive("regularity", "2026-11-24")), ["waived 0 of 7"]);
    assert_eq!(of(waive("freshness", "")), ["gap 0 of 7"]);
    let report = report(&waive("regularity", "2027-01-31"), WORKSHOP);
    assert_eq!(finding(&report, "regularity")["advice"], "Accepted until 31 Jan 2027: Writing a book this year.");
}

#[test]
fn only_a_gap_is_waived() {
    let text = article(AS_OF) + &waive("recency", "") + &waive("impact", "") + &waive("diversity", "");
    assert_eq!(outcomes(&text, ["recency", "impact", "diversity"]), ["met 1 of 1", "not-assessed", "waived 1 of 2"]);
    assert_eq!(report(&text, WORKSHOP)["summary"]["waived"], 1);
}

#[test]
fn eligibility_is_never_waived() {
    let text = waive("eligibility", "");
    let source = Source::new("profile.toml", &text);
    let (_, problems) = profile::read(&source).resolve(&edition(WORKSHOP).vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 1);
    assert_eq!(problems.sorted()[0].message, "`eligibility` cannot be waived");
}

#[test]
fn a_criterion_is_checked_once_the_one_before_is_met_or_waived() {
    let chain = ["diversity", "breadth", "concentration"];
    let one_type = one("article");
    assert_eq!(outcomes(&one_type, chain), ["gap 1 of 2", "not-assessed", "not-assessed"]);
    let waived = one_type.clone() + &waive("diversity", AS_OF);
    assert_eq!(outcomes(&waived, chain), ["waived 1 of 2", "gap 1 of 3", "not-assessed"]);
    let expired = one_type + &waive("diversity", "2026-11-22");
    assert_eq!(outcomes(&expired, chain), ["gap 1 of 2", "not-assessed", "not-assessed"]);
    let unnoticed = numbers("article", "views = 1") + &waive("impact", "");
    assert_eq!(outcomes(&unnoticed, ["impact", "highlights"]), ["waived 0 of 1", "gap 0 of 3"]);
}

#[test]
fn a_criterion_after_an_unknown_one_repeats_its_reason() {
    let report = report(&one("article"), WORKSHOP);
    let [impact, highlights] = ["impact", "highlights"].map(|criterion| finding(&report, criterion));
    assert_eq!(highlights["outcome"], "not-assessed");
    assert_eq!([&highlights["fact"], &highlights["advice"]], [&impact["fact"], &impact["advice"]]);
}

#[test]
fn an_expired_waiver_is_mentioned() {
    let text = waive("regularity", "2026-11-22");
    let report = report(&text, WORKSHOP);
    let advice = finding(&report, "regularity")["advice"].as_str().unwrap();
    assert!(advice.ends_with(" You accepted it until 22 Nov 2026."), "{advice}");
}

#[test]
fn criteria_that_need_entries_are_unknown_without_them() {
    let checked = ["recency", "freshness", "regularity", "amount", "diversity"];
    let gaps = ["gap 0 of 1", "gap 365 of 60", "gap 0 of 7", "gap 0 of 18", "gap 0 of 2"];
    let planned = numbers("article", "views = 9000").replace(DAY, "2026-11-24");
    let earlier = numbers("article", "views = 9000").replace(DAY, "2025-11-23");
    let blog = channel("article", "https://blog.example.org", "views = 9000");
    for text in ["", "[profile]\n", &planned, &earlier, &one("certification"), &blog] {
        assert_eq!(outcomes(text, checked), gaps, "{text}");
        let report = report(text, WORKSHOP);
        for criterion in edition(WORKSHOP).criteria.iter().filter(|criterion| criterion.needs_entries) {
            assert_eq!(in_short(finding(&report, &criterion.id)), "not-assessed", "{}\n{text}", criterion.id);
        }
        assert_eq!(report["verdict"], "not-yet");
    }
}

#[test]
fn a_certification_is_not_counted() {
    let text = one("article") + &one("certification").repeat(2);
    let report = report(&text, WORKSHOP);
    let counted = ["entries", "left_out", "amount", "types"].map(|name| report["activity"][name].clone());
    assert_eq!(counted, [json!(1), json!(2), json!(1.0), json!({"article": 1.0})]);
}
