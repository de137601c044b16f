//! What a plan contains, rule by rule.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::{list, names, plan};
use crate::inner_tests::reports::{edition, with_report};
use crate::plan::Plan;

const HEAD: &str = "[profile]\nname = \"Somebody Example\"\ncategories = [\"Developer Technologies\"]\nmicrosoft-employee = false\n\
                    nominator = \"mvp\"\n";

/// Entries of a type, one every 20 days back from the newest, each with a link and a number.
fn entries(kind: &str, metric: &str, value: u32, many: u64, newest: &str) -> String {
    let newest: NaiveDate = newest.parse().unwrap();
    let entry = |at: u64| {
        let date = newest - Days::new(20 * at);
        format!(
            "\n[[contribution]]\ntype = \"{kind}\"\ntitle = \"{kind} {at}\"\ndate = {date}\n\
             url = \"https://example.org/{kind}/{at}\"\ntechnology-areas = [\".NET\"]\nimpact = {{ {metric} = {value} }}\n"
        )
    };
    (0..many).map(entry).collect()
}

/// Articles, talks and code samples without a gap in November 2026.
fn without_gaps() -> String {
    HEAD.to_owned()
        + &entries("article", "views", 2000, 15, "2026-11-20")
        + &entries("talk", "attendees", 40, 6, "2026-11-10")
        + &entries("sample-code", "downloads", 1200, 3, "2026-10-01")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan_of(text: &str, as_of: &str, by: Option<&str>) -> Value {
    plan(text, edition("workshop-2020"), day(as_of), by.map(day))
}

fn types(way: &Value) -> Vec<&str> {
    list(&way["steps"]).map(|step| step["type"].as_str().unwrap()).collect()
}

#[test]
fn a_profile_without_gaps_has_an_empty_plan() {
    let plan = plan_of(&without_gaps(), "2026-11-23", Some("2026-12-20"));
    for list in ["gaps", "ways", "cannot_close", "stays", "not_assessed"] {
        assert_eq!(plan[list], Value::Array(vec![]), "{list}");
    }
}

#[test]
fn options_keep_to_known_types_where_no_new_type_is_needed() {
    let plan = plan_of(&without_gaps(), "2026-11-23", Some("2027-02-10"));
    let gaps: Vec<&str> = list(&plan["gaps"]).map(|gap| gap["criterion"].as_str().unwrap()).collect();
    assert_eq!(gaps, ["freshness"]);
    let ways: Vec<Vec<&str>> = list(&plan["ways"]).map(types).collect();
    assert_eq!(ways, [vec!["article"], vec!["talk"], vec!["sample-code"]]);
    assert!(plan["ways"][0]["title"].as_str().unwrap().starts_with("Closest to what you do"));
}

#[test]
fn an_empty_profile_has_no_closest_option() {
    let titles = |text: &str| -> Vec<String> {
        list(&plan_of(text, "2026-11-23", None)["ways"]).map(|way| way["title"].as_str().unwrap().to_owned()).collect()
    };
    let beginner = titles(HEAD);
    assert!(beginner[0].starts_with("One way: "), "{beginner:?}");
    let other = titles(&(HEAD.to_owned() + &entries("talk", "attendees", 40, 1, "2026-11-20")));
    assert!(other[0].starts_with("Closest to what you do: "), "{other:?}");
}

#[test]
fn a_new_type_is_planned_where_there_are_too_few() {
    let text = HEAD.to_owned() + &entries("article", "views", 2000, 18, "2026-11-20");
    let plan = plan_of(&text, "2026-11-23", Some("2026-12-20"));
    let closes = |way: &Value, kind: &str| {
        let steps = list(&way["steps"]).filter(|step| step["type"] == kind);
        steps.flat_map(|step| names(&step["closes"]).into_iter().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<String>>()
    };
    let first = &plan["ways"][0];
    assert!(closes(first, "talk").contains(&"diversity".to_owned()), "the nearest step from an article\n{first:#}");
    assert!(!types(first).contains(&"article"), "no article is needed\n{first:#}");
}

#[test]
fn the_usual_reach_of_a_person_is_planned() {
    // 17 talks to 3 people reach 51 of 100 in person.
    let text =
        HEAD.to_owned() + &entries("talk", "attendees", 3, 17, "2026-11-20") + &entries("article", "likes", 1, 3, "2026-11-01");
    let plan = plan_of(&text, "2026-11-23", Some("2026-12-20"));
    let way = &plan["ways"][0];
    let talks = list(&way["steps"]).filter(|step| step["type"] == "talk");
    let reached: f64 =
        talks.map(|step| step["impact"]["attendees"].as_f64().unwrap_or(0.0) * names(&step["dates"]).len() as f64).sum();
    let open = plan["gaps"].as_array().unwrap().iter().any(|gap| gap["criterion"] == "reach");
    assert!(open && reached >= 49.0, "{plan:#}");
}

#[test]
fn gaps_that_no_activity_closes_are_listed_with_advice() {
    let employee = without_gaps().replace("microsoft-employee = false", "microsoft-employee = true");
    let plan = plan_of(&employee, "2026-11-23", Some("2026-12-01"));
    assert_eq!(names(&plan["cannot_close"]), ["eligibility"]);
    assert_eq!(plan["ways"], Value::Array(vec![]));
    let silent = HEAD.to_owned()
        + &entries("article", "likes", 1, 9, "2026-11-20").replace("impact = { likes = 1 }\n", "").replace("url = ", "# ")
        + &entries("talk", "attendees", 120, 9, "2026-11-10").replace("url = ", "# ");
    let plan = plan_of(&silent, "2026-11-23", Some("2026-12-01"));
    let evidence = list(&plan["stays"]).find(|open| open["criterion"] == "evidence").unwrap();
    assert!(evidence["advice"].as_str().unwrap().starts_with("Add a `url` to lines 7"), "{evidence:#}");
    let unknown = without_gaps().replace("microsoft-employee = false\n", "");
    let plan = plan_of(&unknown, "2026-11-23", Some("2026-12-01"));
    assert_eq!(plan["not_assessed"][0]["criterion"], "eligibility");
}

#[test]
fn a_past_pause_is_not_planned_away() {
    // Articles back to 13 June, and talks before a pause of 85 or 122 days.
    let stays = |newest_talk: &str| {
        let articles = entries("article", "views", 2000, 9, "2026-11-20");
        let text = HEAD.to_owned() + &articles + &entries("talk", "attendees", 40, 9, newest_talk);
        names(&plan_of(&text, "2026-11-23", Some("2026-12-01"))["cannot_close"]).join(" ")
    };
    assert_eq!(stays("2026-03-19"), "");
    assert_eq!(stays("2026-02-10"), "regularity");
}

#[test]
fn the_usual_day_is_in_ninety_days_or_the_last_of_the_cycle() {
    let renewal = without_gaps().replace("[profile]\n", "[profile]\nstage = \"renewal\"\n");
    assert_eq!(plan_of(&without_gaps(), "2026-11-23", None)["by"], "2027-02-21");
    for (as_of, by) in [("2026-11-23", "2027-06-30"), ("2027-06-29", "2027-06-30"), ("2027-06-30", "2027-09-28")] {
        assert_eq!(plan_of(&renewal, as_of, None)["by"], by, "{as_of}");
    }
}

#[test]
fn each_category_has_steps_of_its_own() {
    let text = without_gaps()
        .replace("[\"Developer Technologies\"]", "[\"Developer Technologies\", \"Microsoft Azure\"]")
        .replace("technology-areas = [\".NET\"]\n", "category = \"Developer Technologies\"\n");
    let plan = plan_of(&text, "2026-11-23", Some("2026-12-20"));
    let steps: Vec<&Value> = list(&plan["ways"][0]["steps"]).collect();
    assert!(steps.iter().any(|step| names(&step["closes"]).contains(&"diversity")), "{plan:#}");
    assert!(steps.iter().all(|step| step["category"] == "Microsoft Azure"), "{plan:#}");
    assert!(list(&plan["gaps"]).all(|gap| gap["category"] == "Microsoft Azure"), "{plan:#}");
}

#[test]
fn a_day_that_is_too_early_or_too_late_is_refused() {
    let text = without_gaps();
    let refused = |by: &str| {
        with_report(&text, edition("workshop-2020"), day("2026-11-23"), |report, facts| {
            Plan::new(report.guidance, facts, day("2026-11-23"), day(by)).unwrap_err()
        })
    };
    assert!(refused("2026-11-23").contains("leaves no day"));
    assert!(refused("2026-11-01").contains("leaves no day"));
    assert!(refused("2037-01-01").contains("more than 10 years"));
}

#[test]
fn a_plan_has_no_series_of_books_and_no_crowded_day() {
    let text = HEAD.to_owned() + &entries("book", "copies", 400, 1, "2026-09-01");
    let by_program = plan(&text, edition("program-2026"), day("2026-11-23"), None);
    let first = &by_program["ways"][0];
    assert!(list(&by_program["ways"]).flat_map(types).all(|kind| kind != "book"), "{first:#}");
    assert!(list(&first["steps"]).any(|step| names(&step["closes"]).contains(&"amount")), "{first:#}");
    let tomorrow = plan(&text, edition("program-2026"), day("2026-11-23"), Some(day("2026-11-24")));
    for way in list(&tomorrow["ways"]) {
        let things: usize = list(&way["steps"]).map(|step| names(&step["dates"]).len()).sum();
        assert!(things <= 6, "{way:#}");
    }
    assert!(names(&tomorrow["cannot_close"]).contains(&"amount"), "{tomorrow:#}");
}

#[test]
fn planned_entries_make_up_for_missing_numbers() {
    // 7 of 17 have a number: three more make it half.
    let silent = entries("article", "views", 1, 10, "2026-11-20").replace("impact = { views = 1 }\n", "");
    let text = HEAD.to_owned() + &silent + &entries("talk", "attendees", 400, 7, "2026-11-10");
    let plan = plan_of(&text, "2026-11-23", Some("2026-12-20"));
    let closes = |way: &Value| list(&way["steps"]).any(|step| names(&step["closes"]).contains(&"measured"));
    assert!(list(&plan["ways"]).all(closes) && !names(&plan["cannot_close"]).contains(&"measured"), "{plan:#}");
}
