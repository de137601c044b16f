//! Profiles with two categories.

use serde_json::{Value, json};

use super::verdicts::READY;
use super::{DAY, PROGRAM, WORKSHOP, channel, in_short, linked, many, one, person, report};
use crate::inner_tests::reports::{edition, finding, finding_for};

const DEVELOPER: &str = "Developer Technologies";
const AZURE: &str = "Microsoft Azure";

fn two_categories() -> String {
    let lines = format!("microsoft-employee = false\ncategories = [\"{DEVELOPER}\", \"{AZURE}\"]\ntechnology-areas = [\".NET\"]");
    person(&lines)
}

/// The entries of `READY`, in a category.
fn ready_in(category: &str) -> String {
    let entries = READY.split_once("[[contribution]]").unwrap().1;
    format!("[[contribution]]{}", entries.replace("count =", &format!("category = \"{category}\"\ncount =")))
}

fn category_verdicts(report: &Value) -> Value {
    let verdicts = report["category_verdicts"].as_array().unwrap();
    verdicts.iter().map(|it| json!([it["category"], it["verdict"]])).collect()
}

#[test]
fn the_weaker_category_decides() {
    let post = linked("article", DAY, "https://example.org/azure") + &format!("category = \"{AZURE}\"\n");
    let text = two_categories() + &ready_in(DEVELOPER) + &post;
    // One type of activity: required by the article, recommended by the program.
    for (edition, weaker) in [(WORKSHOP, "not-yet"), (PROGRAM, "nearly")] {
        let report = report(&text, edition);
        assert_eq!(category_verdicts(&report), json!([[DEVELOPER, "ready"], [AZURE, weaker]]));
        assert_eq!(report["verdict"], weaker);
        assert_eq!(in_short(finding_for(&report, "breadth", DEVELOPER)), "met 3 of 3");
        assert_eq!(in_short(finding_for(&report, "breadth", AZURE)), "not-assessed");
        // Checked once, after `diversity`: it depends on all categories.
        assert_eq!(finding(&report, "concentration")["advice"], "First `diversity`.");
    }
    let text = two_categories() + &ready_in(AZURE) + &ready_in(DEVELOPER);
    let report = report(&text, PROGRAM);
    assert_eq!(category_verdicts(&report), json!([[DEVELOPER, "ready"], [AZURE, "ready"]]));
    assert_eq!(in_short(finding(&report, "concentration")), "met 0.632 of 0.8");
}

#[test]
fn criteria_by_category_have_a_finding_for_each() {
    let report = report(&two_categories(), WORKSHOP);
    let findings = report["findings"].as_array().unwrap().iter();
    let split = findings.filter(|finding| !finding["category"].is_null());
    let split: Vec<Value> = split.map(|finding| json!([finding["criterion"], finding["category"]])).collect();
    let criteria = &edition(WORKSHOP).criteria;
    let each = criteria.iter().filter(|criterion| criterion.per_category).map(|criterion| &criterion.id);
    let expected: Vec<Value> = each.flat_map(|id| [json!([id, DEVELOPER]), json!([id, AZURE])]).collect();
    assert!(!expected.is_empty());
    assert_eq!(split, expected);
    assert_eq!(report["findings"].as_array().unwrap().len(), criteria.len() + expected.len() / 2);
}

#[test]
fn an_entry_belongs_to_its_category_or_to_that_of_its_areas() {
    let entry = |count, more: &str| many("article", count) + more;
    let text = two_categories()
        + &entry(1, "technology-areas = [\"DevOps\"]\n")
        + &entry(2, "technology-areas = [\"Azure Storage\"]\n")
        + &entry(4, "technology-areas = [\"DevOps\", \"Azure Storage\"]\n")
        + &entry(8, "")
        + &entry(16, "technology-areas = [\"DevOps\"]\ncategory = \"Microsoft Azure\"\n");
    let report = report(&text, PROGRAM);
    let amount = |category| finding_for(&report, "amount", category)["measured"].clone();
    assert_eq!([amount(DEVELOPER), amount(AZURE)], [json!(1), json!(18)]);
    // Neither both areas nor no area lead to a category.
    assert_eq!(report["activity"]["amount"], 31.0);
    let of_two =
        "2 entries belong to none of the declared categories (lines 17 and 23): they count only in what is judged overall";
    let lists = "state `category` in each, or a technology area that only one of them lists";
    assert_eq!(warned(&report), [json!([17, of_two, lists])]);
}

/// Line, message and help of each warning.
fn warned(report: &Value) -> Vec<Value> {
    let warnings = report["warnings"].as_array().unwrap().iter();
    warnings.map(|warning| json!([warning["line"], warning["message"], warning["help"]])).collect()
}

#[test]
fn entries_without_a_category_cause_one_warning() {
    let report = report(&(two_categories() + &one("article").repeat(27)), WORKSHOP);
    let message = "27 entries belong to none of the declared categories (lines 5, 10, 15 and 24 more): they count only in what is judged overall";
    // The edition lists no areas, so an area would not help.
    assert_eq!(warned(&report), [json!([5, message, "state `category` in each"])]);
    for criterion in ["amount", "diversity", "reach"] {
        let advice = "State `category` in what belongs to it, or share something in it.";
        assert_eq!(finding_for(&report, criterion, AZURE)["advice"], advice, "{criterion}");
    }
}

#[test]
fn a_channel_adds_to_the_reach_of_its_category() {
    let blog = channel("article", "https://blog.example.org", "views = 5000") + &format!("category = \"{AZURE}\"\n");
    let entries = [DEVELOPER, AZURE].map(|category| one("article") + &format!("category = \"{category}\"\n")).concat();
    let report = report(&(two_categories() + &entries + &blog), WORKSHOP);
    assert_eq!(in_short(finding_for(&report, "reach", DEVELOPER)), "not-assessed");
    assert_eq!(in_short(finding_for(&report, "reach", AZURE)), "met 5000 of 5000");
}
