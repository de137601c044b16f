//! The schema of a profile.

use serde_json::{Map, Value, json};

use crate::guidance::Guidance;
use crate::profile::fields::{MAX_LONG_TEXT, MAX_TEXT};
use crate::profile::model::ROLES;
use crate::profile::read::COUNTS;
use crate::profile::{Nominator, Stage};
use crate::schema::name_rules::{definitions, rules};
use crate::schema::names::{Names, add_new, editions};
use crate::schema::values::{DRAFT, comment, day, keys, list, name, offered, something, spoken, text, truth, whole};

/// What the reading of a profile refuses, and its schema cannot. A test shows each of them.
pub(crate) const UNSTATED: &[&str] = &[
    "The file is UTF-8 text in TOML, in which nothing is left open and no key stands twice.",
    "Text stands in quotation marks, a date without them.",
    "A whole number has no decimal point, not even with nothing behind it.",
    "`until` is not before `date`.",
    "`guidance` that is no edition which ships names a guidance file that is there and has no mistakes; types, metrics, categories and criteria are its own.",
    "A file names at most 65 535 different technology areas, all in all.",
];

/// For profiles that name their edition. With custom guidance any names are valid.
pub(crate) fn schema() -> Value {
    let editions = editions();
    let names = Names::of(&editions);
    let ids: Vec<&str> = editions.iter().map(|edition| edition.id.as_str()).collect();
    let stated = json!({ "type": "string", "not": { "enum": ids } });
    let mut profile = keys(json!({ "guidance": stated }));
    profile["required"] = json!(["guidance"]);
    let mut is_by_own = keys(json!({ "profile": profile }));
    is_by_own["required"] = json!(["profile"]);
    by(&names, &names.categories, is_by_own)
}

/// For profiles that are checked by one guidance, whatever they name.
pub(crate) fn schema_by(guidance: &Guidance) -> Value {
    let editions = editions();
    let names = Names::of(std::slice::from_ref(guidance));
    // A category of another edition is valid: it is looked at with a warning.
    let mut categories = names.categories.clone();
    add_new(&mut categories, Names::of(&editions).categories.into_iter());
    by(&names, &categories, false.into())
}

/// Keys and values as they always are, with names that editors offer; and the rules on names, unless a condition holds. Editors look for
/// what they explain and complete below `properties`, and not below conditions.
fn by(names: &Names<'_>, categories: &[&str], unless: Value) -> Value {
    let tables = |about: &str, table: Value| json!({ "description": about, "type": "array", "items": table });
    json!({
        "$schema": DRAFT,
        "$comment": comment(UNSTATED),
        "title": "Profile of mvp-check",
        "description": "What somebody did for a community, to be measured against guidance on becoming a Microsoft MVP.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "profile": person(names),
            "contribution": tables("What you did; write [[contribution]] before each.", contribution(names)),
            "channel": tables("Blogs and video channels whose numbers you know as a whole; write [[channel]] before each.", channel(names)),
            "waive": tables("Gaps that you accept for now; write [[waive]] before each.", waiver(names)),
        },
        "if": unless,
        "else": rules(names),
        "definitions": definitions(names, categories),
    })
}

fn person(names: &Names<'_>) -> Value {
    let stages: Vec<&str> = Stage::NAMES.iter().map(|(name, _)| *name).collect();
    let nominators: Vec<&str> = Nominator::NAMES.iter().map(|(name, _)| *name).collect();
    let category = offered("An award category.", &names.categories, None);
    json!({
        "description": "Who you are, and what you are to be judged for.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "name": text("Your name, as reports show it.", MAX_TEXT),
            "stage": name("Whether you hope for a first award (candidate, the default) or hold one (renewal).", &stages),
            "categories": list("Award categories to be judged in, as [\"Data Platform\"].", &category),
            "technology-areas": areas("Your own technology areas, as [\".NET\", \"DevOps\"].", names),
            "microsoft-employee": truth("Whether you work for Microsoft: who does cannot hold the award."),
            "nominator": name("Who nominates you; leave it out while nobody does.", &nominators),
            "nominated-on": day("Day of the nomination, as 2026-10-01."),
            "guidance": guidance(),
            "as-of": day("Day to judge on, as 2026-11-23; leave it out to be judged today."),
        },
    })
}

fn guidance() -> Value {
    let editions = editions();
    let (ids, titles): (Vec<&str>, Vec<&str>) =
        editions.iter().map(|edition| (edition.id.as_str(), edition.title.as_str())).unzip();
    let about = "The edition of the guidance to judge by, or a guidance file of your own by its path from this file.";
    let mut guidance = offered(about, &ids, Some(&titles));
    guidance["pattern"] = json!(something());
    guidance
}

fn areas(about: &str, names: &Names<'_>) -> Value {
    let area = offered("A technology area; one that the edition does not list is kept as it is.", &names.areas, None);
    list(about, &area)
}

fn entry(about: &str, names: &Names<'_>) -> Value {
    let (types, meanings): (Vec<&str>, Vec<&str>) = names.types.iter().map(|known| (known.id, known.what)).unzip();
    let category = "The one of your categories that it belongs to, where you name several.";
    json!({
        "description": about,
        "type": "object",
        "additionalProperties": false,
        "required": ["type", "title", "date"],
        "properties": {
            "type": offered("What it is, as \"article\".", &types, Some(&meanings)),
            "title": text("Its title.", MAX_TEXT),
            "date": day("First day, without quotation marks: 2026-05-01."),
            "until": day("Last day, where it went on for more than one."),
            "ongoing": truth("Whether it still goes on; then there is no `until`."),
            "url": text("Where it can be seen, as \"https://example.org/page\".", MAX_TEXT),
            "category": offered(category, &names.categories, None),
            "impact": impact(names),
        },
        "dependencies": { "until": { "properties": { "ongoing": { "const": false } } } },
    })
}

fn contribution(names: &Names<'_>) -> Value {
    let mut entry = entry("One thing that you did, or several of a kind.", names);
    let keys = &mut entry["properties"];
    keys["role"] = name("Your part in it, as \"speaker\".", ROLES);
    keys["count"] = whole("How many it stands for, as 12 for a meetup every month.", &COUNTS);
    keys["technology-areas"] = areas("Technology areas that it is about, as [\"DevOps\"].", names);
    keys["audience"] = list("For whom it was, as [\"Developer\"].", &text("A kind of people.", MAX_TEXT));
    keys["language"] = text("The language that it is in, as \"en\".", MAX_TEXT);
    keys["paid"] = truth("Whether it was paid work, or is behind a paywall.");
    keys["description"] = text("What it was, for a reader.", MAX_LONG_TEXT);
    keys["highlight"] = text("Why it mattered, in one sentence; it is never judged.", MAX_TEXT);
    keys["notes"] = text("Private notes: they never leave this file.", MAX_LONG_TEXT);
    entry
}

fn channel(names: &Names<'_>) -> Value {
    let mut entry = entry("A blog or video channel with numbers of its own.", names);
    entry["required"] = json!(["type", "title", "date", "url", "impact"]);
    entry["properties"]["url"] = spoken("Its address; contributions below it belong to it.");
    entry["properties"]["impact"]["minProperties"] = json!(1);
    entry
}

fn waiver(names: &Names<'_>) -> Value {
    let (ids, titles): (Vec<&str>, Vec<&str>) = names.waivable.iter().copied().unzip();
    json!({
        "description": "A gap that you accept for now.",
        "type": "object",
        "additionalProperties": false,
        "required": ["criterion", "reason"],
        "properties": {
            "criterion": offered("Id of the criterion whose gap is accepted, as \"concentration\".", &ids, Some(&titles)),
            "reason": spoken("Why, in a few words."),
            "until": day("Last day on which it holds; left out, it holds on."),
        },
    })
}

fn impact(names: &Names<'_>) -> Value {
    let number = |about: &str| json!({ "description": about, "type": "number", "minimum": 0 });
    let metrics: Map<String, Value> = names.metrics.iter().map(|known| (known.id.clone(), number(&known.what))).collect();
    json!({
        "description": "Its numbers, as { views = 1200 }: those of the whole entry.",
        "type": "object",
        "properties": metrics,
        "additionalProperties": number("A number of your own guidance."),
    })
}
