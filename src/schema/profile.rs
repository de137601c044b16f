//! The schema of a profile.

use serde_json::{Value, json};

use crate::guidance::{EDITIONS, Guidance};
use crate::profile::fields::{MAX_LONG_TEXT, MAX_TEXT};
use crate::profile::model::ROLES;
use crate::profile::numbers::MAX_METRIC;
use crate::profile::read::COUNTS;
use crate::profile::{Nominator, Stage};
use crate::report::json_text::Number;
use crate::schema::head::{DRAFT, comment};
use crate::schema::names::{Names, add_new, editions};
use crate::schema::values::{
    day, explained_name, in_any_case, list, name, name_in_any_case, offered, spoken, text, truth, whole,
};
use crate::vocabulary::Metric;

/// What the reading of a profile refuses, and its schema cannot. A test shows each of them.
pub const UNSTATED: &[&str] = &[
    "The file is UTF-8 text in TOML, in which nothing is left open and no key stands twice.",
    "Text stands in quotation marks, a date without them.",
    "A whole number has no decimal point, not even with nothing behind it.",
    "`until` is not before `date`.",
    "`guidance` that is no edition which ships names a guidance file that is there and has no mistakes; types, metrics, categories and criteria are its own.",
    "A file names at most 65 535 different technology areas, all in all.",
];

/// The schema of profiles that are judged by the edition that they name. Where they name a file of their own, any names are valid.
pub fn schema() -> Value {
    let editions = editions();
    let names = Names::of(&editions);
    let ids: Vec<&str> = EDITIONS.iter().map(|edition| edition.id).collect();
    let stated = json!({ "type": "string", "not": { "enum": ids } });
    let is_of_own = json!({
        "required": ["profile"],
        "properties": { "profile": { "required": ["guidance"], "properties": { "guidance": stated } } },
    });
    let choices: Vec<(&str, &str)> = editions.iter().map(|edition| (edition.id.as_str(), edition.title.as_str())).collect();
    let mut schema = root();
    let mut definitions = definitions(&names, &names.categories);
    definitions["profile"] = form(Some((&names, &names.categories)), &explained_name(GUIDANCE, &choices));
    definitions["profile-by-own-guidance"] = form(None, &own_guidance());
    schema["definitions"] = definitions;
    // Editors look for names below `anyOf`, and not below `if`; since anything is valid by it, they judge by the latter.
    schema["anyOf"] = json!([{ "$ref": "#/definitions/profile" }, true]);
    schema["if"] = is_of_own;
    schema["then"] = json!({ "$ref": "#/definitions/profile-by-own-guidance" });
    schema["else"] = json!({ "$ref": "#/definitions/profile" });
    schema
}

/// The schema of profiles that are judged by one guidance, whatever they name.
pub fn schema_by(guidance: &Guidance) -> Value {
    let editions = editions();
    let names = Names::of(std::slice::from_ref(guidance));
    // A category of another edition is valid: it is looked at with a warning.
    let mut categories = names.categories.clone();
    add_new(&mut categories, Names::of(&editions).categories.into_iter());
    let mut schema = form(Some((&names, &categories)), &own_guidance());
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), root()) {
        schema.extend(root);
        schema.insert("definitions".into(), definitions(&names, &categories));
    }
    schema
}

/// What is said once and used in several places.
fn definitions(names: &Names<'_>, categories: &[&str]) -> Value {
    json!({ "category": in_any_case(categories), "metrics-of-type": { "allOf": metrics_by_type(names) } })
}

/// Where the definitions stand.
const CATEGORIES: &str = "#/definitions/category";
const METRICS_OF_TYPE: &str = "#/definitions/metrics-of-type";

const GUIDANCE: &str = "The edition of the guidance to judge by, or a guidance file of your own by its path from this file.";

fn root() -> Value {
    json!({
        "$schema": DRAFT,
        "$comment": comment(UNSTATED),
        "title": "Profile of mvp-check",
        "description": "What somebody did for a community, to be measured against guidance on becoming a Microsoft MVP.",
    })
}

fn own_guidance() -> Value {
    let mut guidance = text(GUIDANCE, MAX_TEXT);
    guidance["minLength"] = json!(1);
    guidance
}

/// The names of an edition, and the categories that are valid with it. Without them any name is valid.
type Known<'n> = Option<(&'n Names<'n>, &'n [&'n str])>;

fn form(known: Known<'_>, guidance: &Value) -> Value {
    let tables = |about: &str, table: Value| json!({ "description": about, "type": "array", "items": table });
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "profile": person(known, guidance),
            "contribution": tables("One thing that you did, or several of a kind; write [[contribution]] before each.", contribution(known)),
            "channel": tables("A blog or video channel with numbers of its own, where those of single posts are not known.", channel(known)),
            "waive": tables("A gap that you accept for now, with your reason.", waiver(known)),
        },
    })
}

fn person(known: Known<'_>, guidance: &Value) -> Value {
    let stages: Vec<&str> = Stage::NAMES.iter().map(|(name, _)| *name).collect();
    let nominators: Vec<&str> = Nominator::NAMES.iter().map(|(name, _)| *name).collect();
    json!({
        "description": "Who you are, and what you are to be judged for.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "name": text("Your name, as reports show it.", MAX_TEXT),
            "stage": name("Whether you hope for a first award (candidate, the default) or hold one (renewal).", &stages),
            "categories": list("Award categories to be judged in.", &category("An award category.", known)),
            "technology-areas": areas("Your own technology areas, as [\".NET\", \"DevOps\"]: contributions are held against them.", known),
            "microsoft-employee": truth("Whether you work for Microsoft: who does cannot hold the award."),
            "nominator": name("Who nominates you; leave it out while nobody does.", &nominators),
            "nominated-on": day("Day of the nomination, as 2026-10-01."),
            "guidance": guidance,
            "as-of": day("Day to judge on, as 2026-11-23; leave it out to be judged today."),
        },
    })
}

fn category(about: &str, known: Known<'_>) -> Value {
    known.map_or_else(|| text(about, MAX_TEXT), |(names, valid)| name_in_any_case(about, &names.categories, CATEGORIES, valid))
}

fn areas(about: &str, known: Known<'_>) -> Value {
    let offers = known.map_or(&[][..], |(names, _)| &names.areas);
    list(about, &offered("A technology area; one that the edition does not list is kept as it is.", offers))
}

/// The keys that contributions and channels share.
fn entry(about: &str, known: Known<'_>) -> Value {
    let kind = "What it is, as \"article\".";
    let types = known.map(|(names, _)| names.types.iter().map(|known| (known.id, known.what)).collect::<Vec<_>>());
    json!({
        "description": about,
        "type": "object",
        "additionalProperties": false,
        "required": ["type", "title", "date"],
        "properties": {
            "type": types.map_or_else(|| text(kind, MAX_TEXT), |types| explained_name(kind, &types)),
            "title": text("Its title.", MAX_TEXT),
            "date": day("First day, without quotation marks: 2026-05-01."),
            "until": day("Last day, where it went on for more than one."),
            "ongoing": truth("Whether it still goes on; then there is no `until`."),
            "url": text("Where it can be seen, as \"https://example.org/page\".", MAX_TEXT),
            "category": category("The one of your categories that it belongs to, where you name several.", known),
            "impact": impact(known.map(|(names, _)| names)),
        },
        "dependencies": {
            "until": { "properties": { "ongoing": { "const": false } } },
            "impact": known.map_or(json!(true), |_| json!({ "$ref": METRICS_OF_TYPE })),
        },
    })
}

fn contribution(known: Known<'_>) -> Value {
    let mut entry = entry("One thing that you did, or several of a kind.", known);
    let keys = &mut entry["properties"];
    keys["role"] = name("Your part in it, as \"speaker\".", ROLES);
    keys["count"] = whole("How many it stands for, as 12 for a meetup every month.", &COUNTS);
    keys["technology-areas"] = areas("Technology areas that it is about, as [\"DevOps\"].", known);
    keys["audience"] = list("For whom it was, as [\"Developer\"].", &text("A kind of people.", MAX_TEXT));
    keys["language"] = text("The language that it is in, as \"en\".", MAX_TEXT);
    keys["paid"] = truth("Whether it was paid work, or is behind a paywall.");
    keys["description"] = text("What it was, for a reader.", MAX_LONG_TEXT);
    keys["highlight"] = text("Why it mattered, in one sentence; it is never judged.", MAX_TEXT);
    keys["notes"] = text("Private notes: they never leave this file.", MAX_LONG_TEXT);
    entry
}

fn channel(known: Known<'_>) -> Value {
    let mut entry = entry("A blog or video channel with numbers of its own.", known);
    entry["required"] = json!(["type", "title", "date", "url", "impact"]);
    entry["properties"]["url"] = spoken("Its address; contributions below it belong to it.");
    entry["properties"]["impact"]["minProperties"] = json!(1);
    entry
}

fn waiver(known: Known<'_>) -> Value {
    let about = "Id of the criterion whose gap is accepted, as \"concentration\".";
    json!({
        "description": "A gap that you accept for now.",
        "type": "object",
        "additionalProperties": false,
        "required": ["criterion", "reason"],
        "properties": {
            "criterion": known.map_or_else(|| text(about, MAX_TEXT), |(names, _)| explained_name(about, &names.waivable)),
            "reason": spoken("Why, in a few words."),
            "until": day("Last day on which it holds; left out, it holds on."),
        },
    })
}

/// Numbers of an entry by metric.
fn impact(names: Option<&Names<'_>>) -> Value {
    let mut impact = json!({
        "description": "Its numbers, as { views = 1200 }: those of the whole entry.",
        "type": "object",
    });
    match names {
        Some(names) => {
            let metrics = names.metrics.iter().map(|known| (known.id.clone(), metric(known)));
            impact["properties"] = metrics.collect::<serde_json::Map<_, _>>().into();
            impact["additionalProperties"] = json!(false);
        }
        None => impact["additionalProperties"] = json!({ "type": "number", "minimum": 0 }),
    }
    impact
}

fn metric(metric: &Metric) -> Value {
    let (kind, largest) = metric.decimal_up_to.map_or(("integer", MAX_METRIC), |largest| ("number", largest));
    // Without a decimal point: an editor shows it in its messages.
    let largest = serde_json::to_value(Number(largest)).unwrap_or_default();
    json!({ "description": metric.what, "type": kind, "minimum": 0, "maximum": largest })
}

/// Each type with the metrics that it may state.
fn metrics_by_type(names: &Names<'_>) -> Vec<Value> {
    let rule = |id: &str, metrics: &[&str]| {
        // No list of names may be empty.
        let allowed =
            if metrics.is_empty() { json!({ "maxProperties": 0 }) } else { json!({ "propertyNames": { "enum": metrics } }) };
        json!({
            "if": { "required": ["type"], "properties": { "type": { "const": id } } },
            "then": { "properties": { "impact": allowed } },
        })
    };
    names.types.iter().map(|known| rule(known.id, &known.metrics)).collect()
}
