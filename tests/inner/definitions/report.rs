//! The whole report: a finding for each criterion, and the verdict.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::findings::{lower, not_assessed};
use super::model::{Entry, Person, Profile, Waive};
use super::part::Part;
use super::window::{Counted, Window};
use crate::guidance::{Guidance, Level};

/// The parts of the JSON report that the guidance defines.
pub fn expected(profile: &Profile, guidance: &Guidance, as_of: NaiveDate) -> Value {
    let (person, vocabulary) = (&profile.profile, &guidance.vocabulary);
    let window = Window::new(&vocabulary.award_window, &person.stage, as_of);
    let counted = |entry| Counted::new(entry, &window, vocabulary);
    let entries: Vec<Counted> = profile.contribution.iter().filter_map(counted).collect();
    let covering: Vec<Counted> = profile.channel.iter().filter_map(counted).collect();
    let part = |category: Option<&str>| {
        let entries = entries.iter().filter(|c| category.is_none() || category_of(c.entry, person, guidance) == category);
        // A channel belongs to the category that it states, else to none.
        let channels = covering.iter().filter(|c| category.is_none() || c.entry.category.as_deref() == category);
        let (entries, channels) = (entries.collect(), channels.collect());
        Part { person, guidance, window: &window, entries, channels, covering: &covering }
    };
    let mut findings: Vec<Value> = vec![];
    for criterion in &guidance.criteria {
        let is_split = criterion.per_category && person.categories.len() == 2;
        let whole = vec![None];
        let parts = if is_split { person.categories.iter().map(|it| Some(it.as_str())).collect() } else { whole };
        for category in parts {
            let is_due = criterion.after.as_ref().is_none_or(|after| is_met_or_waived(&findings, after, category));
            let mut finding = if is_due { part(category).finding(criterion) } else { not_assessed() };
            if finding["outcome"] == "gap" && is_waived(&profile.waive, &criterion.id, as_of) {
                finding["outcome"] = json!("waived");
            }
            finding["criterion"] = json!(criterion.id);
            finding["category"] = json!(category);
            findings.push(finding);
        }
    }
    json!({
        "window": { "from": window.first.to_string(), "until": window.last.to_string() },
        "activity": part(None).activity(&profile.contribution),
        "verdict": verdict(&findings, &person.categories, guidance),
        "findings": findings,
    })
}

/// "an entry belongs to its `category`, else to the one declared category that lists one of its areas, else to none".
fn category_of<'p>(entry: &'p Entry, person: &'p Person, guidance: &Guidance) -> Option<&'p str> {
    let stated = lower(&entry.technology_areas);
    let lists = |category: &&String| {
        let known = guidance.vocabulary.categories.iter().find(|known| known.name == **category);
        known.is_some_and(|known| lower(&known.areas).iter().any(|area| stated.contains(area)))
    };
    let listing: Vec<&String> = person.categories.iter().filter(lists).collect();
    entry.category.as_deref().or(if listing.len() == 1 { Some(listing[0]) } else { None })
}

/// "`after` X: judged where X is met or waived"; "An overall criterion `after` a split one waits for all."
fn is_met_or_waived(findings: &[Value], after: &str, category: Option<&str>) -> bool {
    let same_part = |finding: &&Value| category.is_none() || finding["category"] == json!(category);
    let mut before = findings.iter().filter(|finding| finding["criterion"] == after).filter(same_part);
    before.all(|finding| finding["outcome"] == "met" || finding["outcome"] == "waived")
}

/// "Only a gap can be waived"; "until ... optional, this day included".
fn is_waived(waives: &[Waive], criterion: &str, as_of: NaiveDate) -> bool {
    waives.iter().any(|waive| waive.criterion == criterion && waive.until.is_none_or(|until| as_of <= until))
}

/// "With two categories: the weaker one decides".
fn verdict(findings: &[Value], categories: &[String], guidance: &Guidance) -> &'static str {
    let concerns = |finding: &&Value, category: &String| finding["category"].is_null() || finding["category"] == json!(category);
    let of_category = |category| verdict_of(findings.iter().filter(|finding| concerns(finding, category)), guidance);
    let verdicts: Vec<&str> = match categories.len() {
        2 => categories.iter().map(of_category).collect(),
        _ => vec![verdict_of(findings.iter(), guidance)],
    };
    ["not-yet", "nearly", "ready"].into_iter().find(|verdict| verdicts.contains(verdict)).unwrap()
}

/// "`not-yet`: a required gap, or recommended gaps in more than `nearly-at-most` themes; `nearly`: any recommended gap,
/// or a required criterion not assessed; else `ready`."
fn verdict_of<'f>(findings: impl Iterator<Item = &'f Value>, guidance: &Guidance) -> &'static str {
    let (mut required_gap, mut required_unknown, mut themes) = (false, false, BTreeSet::new());
    for finding in findings {
        let criterion = guidance.criterion(finding["criterion"].as_str().unwrap()).unwrap();
        match (criterion.level, finding["outcome"].as_str().unwrap()) {
            (Level::Required, "gap") => required_gap = true,
            (Level::Required, "not-assessed") => required_unknown = true,
            (Level::Recommended, "gap") => _ = themes.insert(&criterion.theme),
            _ => {}
        }
    }
    match (required_gap, themes.len(), required_unknown) {
        (true, ..) => "not-yet",
        (_, themes, _) if themes > guidance.verdict.nearly_at_most as usize => "not-yet",
        (_, 1.., _) | (_, _, true) => "nearly",
        _ => "ready",
    }
}
