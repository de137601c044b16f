//! The JSON schemas: they are valid, the committed copies are current, and they agree with the reader except for the rules that they
//! list.

mod agreement;
mod generate;
mod guidance;
mod random;
mod report;
mod unstated;

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

use super::reports::edition;
use crate::guidance::{Guidance, category_of_any_edition, read as read_guidance, shipped};
use crate::listing;
use crate::profile;
use crate::render::json::to_text;
use crate::schema;
use crate::source::Source;

fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::new(schema).unwrap()
}

/// Accepts profiles by the built-in guidance.
pub fn profile_validator() -> Validator {
    validator(&schema::profile::schema())
}

/// TOML as an editor passes it to a schema: dates as text, and numbers that JSON lacks as null.
fn as_json(toml: &str) -> Option<Value> {
    fn value(it: toml::Value) -> Value {
        match it {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(it) => it.into(),
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(value).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, it)| (key, value(it))).collect(),
        }
    }
    let toml = toml.trim_start_matches('\u{feff}');
    Some(value(toml::Value::Table(toml::from_str(toml).ok()?)))
}

/// Whether a schema accepts a file. A file that is not TOML never reaches it.
pub fn accepts(validator: &Validator, toml: &str) -> bool {
    as_json(toml).is_some_and(|json| validator.is_valid(&json))
}

fn error_count(text: &str, guidance: &Guidance) -> usize {
    profile::read(&Source::new("profile.toml", text)).resolve(&guidance.vocabulary, &category_of_any_edition).1.errors()
}

/// Whether the reader finds no error, by the edition that the profile names.
fn is_valid(text: &str) -> bool {
    let source = Source::new("profile.toml", text);
    let draft = profile::read(&source);
    let named = draft.person.guidance.as_ref().map_or("workshop-2020", |stated| &stated.value);
    let named = if shipped(named).is_some() { named } else { "workshop-2020" };
    error_count(text, edition(named)) == 0
}

fn is_valid_by(text: &str, guidance: &Guidance) -> bool {
    error_count(text, guidance) == 0
}

fn is_valid_guidance(text: &str) -> bool {
    read_guidance(&Source::new("own.toml", text)).is_ok()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

fn examples() -> Vec<String> {
    let entries = fs::read_dir(root("examples")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| name.ends_with(".toml") && !name.contains("guidance.toml")).collect();
    names.push("own-guidance.toml".into());
    names.into_iter().map(|name| format!("examples/{name}")).collect()
}

#[test]
fn the_committed_schemas_are_current() {
    let schemas = [
        ("profile", schema::profile::schema()),
        ("report", generate::report::schema()),
        ("guidance", generate::guidance::schema()),
    ];
    for (of, schema) in schemas {
        let (path, text) = (format!("schemas/mvp-{of}.schema.json"), to_text(&schema).unwrap());
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert!(read(&path) == text, "renew it: UPDATE_SCHEMAS=1 cargo test --lib schemas_are_current");
    }
}

#[test]
fn every_schema_is_valid_draft_7() {
    let meta = jsonschema::draft7::meta::validator();
    let own = read_guidance(&Source::new("own.toml", read("examples/community-guidance.toml"))).unwrap();
    let of_own = schema::profile::schema_by(&own);
    for schema in [schema::profile::schema(), generate::report::schema(), generate::guidance::schema(), of_own] {
        let errors: Vec<String> = meta.iter_errors(&schema).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{schema}");
    }
}

#[test]
fn every_example_names_the_committed_schema() {
    for path in examples() {
        let text = read(&path);
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap_or_else(|| panic!("{path} names no schema"));
        assert!(root("examples").join(named).is_file(), "{path}: {named}");
    }
}

#[test]
fn examples_are_valid_except_the_invalid_one() {
    let validator = profile_validator();
    let paths = examples();
    assert!(paths.len() >= 7, "{paths:?}");
    for path in paths {
        assert_eq!(accepts(&validator, &read(&path)), path != "examples/invalid.toml", "{path}");
    }
}

#[test]
fn every_key_is_explained() {
    fn unexplained(schema: &Value, path: &str, found: &mut Vec<String>) {
        let Some(object) = schema.as_object() else { return };
        // Conditions repeat keys that are explained elsewhere.
        let kept = object.iter().filter(|(key, _)| !["if", "then", "else", "dependencies", "not"].contains(&key.as_str()));
        for (key, value) in kept {
            if key == "properties" {
                for (name, property) in value.as_object().unwrap() {
                    let about = property["description"].as_str().unwrap_or_default();
                    if about.len() < 5 || !about.ends_with(['.', '"', ']']) {
                        found.push(format!("{path}/{name}: {about:?}"));
                    }
                    unexplained(property, &format!("{path}/{name}"), found);
                }
            } else {
                unexplained(value, path, found);
            }
        }
    }
    let mut found = Vec::new();
    let mut profile = schema::profile::schema();
    // Rules for names are explained at their keys.
    profile.as_object_mut().unwrap().remove("definitions");
    unexplained(&profile, "", &mut found);
    unexplained(&generate::guidance::schema(), "", &mut found);
    unexplained(&generate::report::schema(), "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn types_and_metrics_have_descriptions_and_waivable_criteria_are_listed() {
    let schema = schema::profile::schema();
    let entry = &schema["properties"]["contribution"]["items"]["properties"];
    let offers = &entry["type"]["anyOf"][0];
    let at = offers["enum"].as_array().unwrap().iter().position(|id| id == "article").unwrap();
    let listed = serde_json::to_value(listing::types(edition("workshop-2020"))).unwrap();
    let article = listed.as_array().unwrap().iter().find(|it| it["id"] == "article").unwrap();
    assert_eq!(offers["x-taplo"]["docs"]["enumValues"][at], article["what"]);
    assert_eq!(entry["impact"]["properties"]["views"]["description"], "How often it was opened or watched.");
    let criteria = schema["properties"]["waive"]["items"]["properties"]["criterion"].to_string();
    assert!(criteria.contains("concentration") && !criteria.contains("eligibility"), "{criteria}");
}
