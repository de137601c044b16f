//! Waivers, criteria that wait for others, verdicts, two categories, and profiles in which nothing counts.

use mvp_check::guidance::category_of_any_edition;
use mvp_check::profile;
use mvp_check::report::words;
use mvp_check::source::Source;
use serde_json::{Value, json};

use super::common::{self, edition, finding, finding_for};
use super::rows::CRITERIA;
use super::{AS_OF, DAY, PROGRAM, WORKSHOP, article, channel, linked, many, numbers, one, person, report, said};

fn waive(criterion: &str, until: &str) -> String {
    let until = if until.is_empty() { String::new() } else { format!("until = {until}\n") };
    format!("[[waive]]\ncriterion = \"{criterion}\"\nreason = \"Writing a book this year.\"\n{until}")
}

// ------------------------------------------------------------------------------------------------- waivers and `after`

/// What criteria say of a profile by the workshop's edition.
fn outcomes<const N: usize>(text: &str, criteria: [&str; N]) -> [String; N] {
    let report = report(text, WORKSHOP);
    criteria.map(|criterion| said(finding(&report, criterion)))
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
fn what_waits_is_judged_once_the_first_is_met_or_waived() {
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
fn what_waits_for_something_unknown_gives_its_reason() {
    let report = report(&one("article"), WORKSHOP);
    let [impact, highlights] = ["impact", "highlights"].map(|criterion| finding(&report, criterion));
    assert_eq!(highlights["outcome"], "not-assessed");
    assert_eq!([&highlights["fact"], &highlights["advice"]], [&impact["fact"], &impact["advice"]]);
}

// ------------------------------------------------------------------------------------------------------------- verdicts

/// No gap but that nobody nominates, which is advisory.
const READY: &str = r#"
[profile]
microsoft-employee = false
categories = ["Developer Technologies"]
technology-areas = [".NET"]

[[contribution]] # 12 of 19
type = "article"
title = "Once a month"
date = 2025-12-01
until = 2026-11-20
count = 12
url = "https://example.org/blog"
technology-areas = [".NET"]
impact = { views = 36000 }

[[contribution]]
type = "talk"
title = "Four evenings"
date = 2026-03-01
count = 4
url = "https://example.org/talks"
impact = { attendees = 120 }

[[contribution]]
type = "open-source"
title = "Three releases"
date = 2026-04-01
count = 3
url = "https://example.org/code"
impact = { stars = 50 }
"#;

/// A change that leaves a gap in one theme: what is replaced, and by what.
type Change = (&'static str, &'static str);
/// Nothing new for 83 days.
const RECENCY: Change = ("until = 2026-11-20", "until = 2026-09-01");
/// Nothing new for much longer, and only five active months.
const RHYTHM: Change = ("until = 2026-11-20", "until = 2026-03-31");
/// 17 in all, a gap of weight only by `program-2026`.
const AMOUNT: Change = ("count = 4", "count = 2");
/// 36 of 43 are articles.
const DIVERSITY: Change = ("count = 12", "count = 36");
/// Two notable ones of three.
const IMPACT: Change = ("stars = 50", "stars = 49");
/// Two links of three.
const QUALITY: Change = ("url = \"https://example.org/code\"\n", "");

fn changed(changes: &[Change]) -> String {
    changes.iter().fold(READY.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

/// Verdict and themes by both editions.
fn verdicts(text: &str) -> [(String, String); 2] {
    [WORKSHOP, PROGRAM].map(|edition| {
        let report = report(text, edition);
        let themes: Vec<&str> = report["summary"]["themes"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        (report["verdict"].as_str().unwrap().to_owned(), themes.join(" "))
    })
}

fn both(verdict: &str, themes: &str) -> [(String, String); 2] {
    [(verdict.into(), themes.into()), (verdict.into(), themes.into())]
}

#[test]
fn a_verdict_counts_themes_with_recommended_gaps() {
    assert_eq!(verdicts(READY), both("ready", ""));
    assert_eq!(verdicts(&changed(&[QUALITY])), both("nearly", "quality"));
    assert_eq!(verdicts(&changed(&[RECENCY, DIVERSITY, QUALITY])), both("nearly", "recency diversity quality"));
    // Four gaps in three themes.
    let rhythm = changed(&[RHYTHM, DIVERSITY, QUALITY]);
    assert_eq!(verdicts(&rhythm), both("nearly", "recency diversity quality"));
    assert_eq!(report(&rhythm, WORKSHOP)["summary"]["gap"], json!({"required": 0, "recommended": 4, "advisory": 1}));
    let four = changed(&[RECENCY, DIVERSITY, IMPACT, QUALITY]);
    assert_eq!(verdicts(&four), both("not-yet", "recency diversity impact quality"));
}

#[test]
fn amount_is_advice_in_one_edition_and_recommended_in_the_other() {
    let [workshop, program] = verdicts(&changed(&[RECENCY, AMOUNT, IMPACT, QUALITY]));
    assert_eq!(workshop, ("nearly".into(), "recency impact quality".into()));
    assert_eq!(program, ("not-yet".into(), "recency amount impact quality".into()));
}

#[test]
fn something_required_decides_by_itself() {
    let employee = "microsoft-employee = false";
    assert_eq!(verdicts(&changed(&[(employee, "")])), both("nearly", ""));
    assert_eq!(verdicts(&changed(&[(employee, "microsoft-employee = true")])), both("not-yet", "eligibility"));
}

#[test]
fn what_is_waived_leaves_the_verdict_alone() {
    assert_eq!(verdicts(&(changed(&[QUALITY]) + &waive("evidence", AS_OF))), both("ready", ""));
    assert_eq!(verdicts(&(changed(&[QUALITY]) + &waive("evidence", "2026-11-22"))), both("nearly", "quality"));
}

// ------------------------------------------------------------------------------------------------------- two categories

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
        assert_eq!(said(finding_for(&report, "breadth", DEVELOPER)), "met 3 of 3");
        assert_eq!(said(finding_for(&report, "breadth", AZURE)), "not-assessed");
        // Judged overall after `diversity`: it waits for all categories.
        assert_eq!(finding(&report, "concentration")["advice"], "First `diversity`.");
    }
    let text = two_categories() + &ready_in(AZURE) + &ready_in(DEVELOPER);
    let report = report(&text, PROGRAM);
    assert_eq!(category_verdicts(&report), json!([[DEVELOPER, "ready"], [AZURE, "ready"]]));
    assert_eq!(said(finding(&report, "concentration")), "met 0.632 of 0.8");
}

#[test]
fn six_criteria_are_judged_for_each_category() {
    let report = report(&two_categories(), WORKSHOP);
    let findings = report["findings"].as_array().unwrap().iter();
    let split = findings.filter(|finding| !finding["category"].is_null());
    let split: Vec<Value> = split.map(|finding| json!([finding["criterion"], finding["category"]])).collect();
    let each = ["amount", "diversity", "breadth", "reach", "impact", "highlights"];
    let expected: Vec<Value> = each.iter().flat_map(|it| [json!([it, DEVELOPER]), json!([it, AZURE])]).collect();
    assert_eq!(split, expected);
    assert_eq!(report["findings"].as_array().unwrap().len(), 24);
    assert!(common::report(READY, WORKSHOP, AS_OF)["category_verdicts"].is_null());
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
    // To none: both areas, and no area.
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
fn entries_of_no_category_are_told_once() {
    let report = report(&(two_categories() + &one("article").repeat(27)), WORKSHOP);
    let message = "27 entries belong to none of the declared categories (lines 5, 10, 15 and 24 more): they count only in what is judged overall";
    // The edition lists no areas: none would help.
    assert_eq!(warned(&report), [json!([5, message, "state `category` in each"])]);
    for criterion in ["amount", "diversity", "reach"] {
        let advice = "State `category` in what belongs to it, or share something in it.";
        assert_eq!(finding_for(&report, criterion, AZURE)["advice"], advice, "{criterion}");
    }
}

#[test]
fn themes_with_required_gaps_come_first() {
    let report = report(&(person("microsoft-employee = false") + &article("2026-01-01")), WORKSHOP);
    assert_eq!(report["summary"]["themes"], json!(["eligibility", "diversity", "recency", "impact", "quality"]));
}

#[test]
fn a_channel_adds_to_the_reach_of_its_category() {
    let blog = channel("article", "https://blog.example.org", "views = 5000") + &format!("category = \"{AZURE}\"\n");
    let entries = [DEVELOPER, AZURE].map(|category| one("article") + &format!("category = \"{category}\"\n")).concat();
    let report = report(&(two_categories() + &entries + &blog), WORKSHOP);
    assert_eq!(said(finding_for(&report, "reach", DEVELOPER)), "not-assessed");
    assert_eq!(said(finding_for(&report, "reach", AZURE)), "met 5000 of 5000");
}

// ------------------------------------------------------------------------------------------------------- in words

/// What a criterion wants of a renewal, in words.
fn wanted(criterion: &str, as_of: &str) -> String {
    let renewal = person("stage = \"renewal\"");
    common::judged(&renewal, &edition(WORKSHOP), as_of.parse().unwrap(), |report, _| {
        let finding = report.assessment.findings.iter().find(|finding| finding.criterion.id == criterion).unwrap();
        words::wanted(finding).replace('\u{a0}', " ")
    })
}

#[test]
fn what_is_due_is_told_where_it_is_less_than_the_whole() {
    assert_eq!(wanted("amount", "2026-09-30"), "18, 5 due so far *");
    assert_eq!(wanted("recency", "2026-09-30"), "1 entry, 0 due so far *");
    assert_eq!(wanted("regularity", "2026-09-30"), "7 months (2 due so far *), no pause over 90 days *");
    // The article's own number stays without a mark.
    assert_eq!(wanted("recency", "2027-06-29"), "1 entry");
    assert_eq!(wanted("amount", "2027-06-29"), "18 *");
    assert_eq!(wanted("regularity", "2027-06-29"), "7 months, no pause over 90 days *");
}

#[test]
fn who_begins_a_cycle_is_no_beginner() {
    let closing =
        |text: &str| common::judged(text, &edition(WORKSHOP), AS_OF.parse().unwrap(), |report, _| words::closing(report));
    assert!(closing("").starts_with("Everybody begins"));
    let renewal = person("stage = \"renewal\"") + &article("2026-06-30");
    assert!(closing(&renewal).contains("what you gave before stays yours"), "{}", closing(&renewal));
    assert!(closing(&renewal.replace("06-30", "07-01")).contains("article of 2026-07-01"));
}

#[test]
fn a_waiver_that_ended_is_told_whenever_it_ended() {
    let text = waive("regularity", "2026-11-22");
    let report = report(&text, WORKSHOP);
    let advice = finding(&report, "regularity")["advice"].as_str().unwrap();
    assert!(advice.ends_with(" You accepted it until 22 Nov 2026."), "{advice}");
}

// ------------------------------------------------------------------------------------------------------ nothing counted

#[test]
fn where_nothing_counts_only_some_criteria_are_judged() {
    let judged = ["recency", "freshness", "regularity", "amount", "diversity"];
    let gaps = ["gap 0 of 1", "gap 365 of 60", "gap 0 of 7", "gap 0 of 18", "gap 0 of 2"];
    let planned = numbers("article", "views = 9000").replace(DAY, "2026-11-24");
    let earlier = numbers("article", "views = 9000").replace(DAY, "2025-11-23");
    let blog = channel("article", "https://blog.example.org", "views = 9000");
    for text in ["", "[profile]\n", &planned, &earlier, &one("certification"), &blog] {
        assert_eq!(outcomes(text, judged), gaps, "{text}");
        let report = report(text, WORKSHOP);
        for (criterion, ..) in CRITERIA.iter().skip(3).filter(|(criterion, ..)| !judged.contains(criterion)) {
            assert_eq!(said(finding(&report, criterion)), "not-assessed", "{criterion}\n{text}");
        }
        assert_eq!(report["verdict"], "not-yet");
    }
}

#[test]
fn a_certification_is_left_out() {
    let text = one("article") + &one("certification").repeat(2);
    let report = report(&text, WORKSHOP);
    let counted = ["entries", "left_out", "amount", "types"].map(|name| report["activity"][name].clone());
    assert_eq!(counted, [json!(1), json!(2), json!(1.0), json!({"article": 1.0})]);
}
