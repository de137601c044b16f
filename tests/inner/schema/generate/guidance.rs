//! The schema of a guidance file, from the types that read it.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::tidy::{keys_as_table, names_as_list, without_machine_formats, without_null};
use crate::guidance::EDITIONS;
use crate::guidance::blocks::FileBlock;
use crate::schema::names::editions;
use crate::schema::values::comment;
use crate::schema::values::keys;

/// What the reading of a guidance file refuses, and its schema cannot. A test shows each of them.
pub const UNSTATED: &[&str] = &[
    "The file is UTF-8 text in TOML, in which nothing is left open and no key stands twice.",
    "Text stands in quotation marks.",
    "A whole number has no decimal point, not even with nothing behind it.",
    "`theme`, `metrics`, `notable`, `near`, `when` and the `types` of a check or a question name what the guidance has.",
    "`after` names a criterion above its own.",
    "A phrase in braces is one that the check has.",
    "Another check than that of the extended edition states all its thresholds.",
    "In a file of your own `basis` and `number-basis` are \"own\", or left out.",
    "Metrics and types are at most 255 each, with those of the extended edition.",
];

/// Tables of a file in which each block has an id.
const SECTIONS: [&str; 4] = ["metric", "type", "criterion", "page"];

/// Keys that a file of one's own may leave out even where it extends nothing: it is known by its path then.
const NAMED_BY_PATH: [&str; 2] = ["id", "title"];

/// The schema of a guidance file. What has to be stated depends on what is there already: nothing in a file that extends an edition,
/// except in the blocks that the edition does not have.
pub fn schema() -> Value {
    let mut schema = whole();
    let ids: Vec<&str> = EDITIONS.iter().map(|edition| edition.id).collect();
    schema["properties"]["extends"]["enum"] = json!(ids);
    let mut required = required_only(&schema);
    if let Some(keys) = required["required"].as_array_mut() {
        keys.retain(|key| !NAMED_BY_PATH.iter().any(|name| key == name));
    }
    remove_required(&mut schema);
    schema["$comment"] = comment(UNSTATED).into();
    schema["title"] = "Guidance file of mvp-check".into();
    let mut extends = keys(json!({ "extends": true }));
    extends["required"] = json!(["extends"]);
    schema["if"] = extends;
    schema["then"] = required_of_new_blocks(&required);
    schema["else"] = required;
    schema
}

/// The schema of a file that extends nothing, in one piece: what is said of a key stands at the key.
fn whole() -> Value {
    let mut settings = SchemaSettings::draft07().for_deserialize();
    settings.inline_subschemas = true;
    let settings = settings
        .with_transform(without_machine_formats)
        .with_transform(without_null)
        .with_transform(names_as_list)
        .with_transform(keys_as_table);
    settings.into_generator().into_root_schema_for::<FileBlock>().to_value()
}

/// Which keys are required in which table, and nothing else. Lists are replaced as a whole, so that what is required in them stays.
fn required_only(schema: &Value) -> Value {
    let mut kept = Map::new();
    if let Some(required) = schema.get("required") {
        kept.insert("required".into(), required.clone());
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let tables = properties.iter().map(|(key, value)| (key.clone(), required_only(value)));
        let tables: Map<String, Value> = tables.filter(|(_, value)| *value != json!({})).collect();
        if !tables.is_empty() {
            kept.insert("properties".into(), tables.into());
        }
    }
    if let Some(blocks) = schema.get("additionalProperties").filter(|it| it.is_object()) {
        kept.insert("additionalProperties".into(), required_only(blocks));
    }
    if !kept.is_empty() {
        // An editor may take these keys for all.
        kept.entry("additionalProperties").or_insert(true.into());
    }
    kept.into()
}

fn remove_required(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("required");
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        properties.values_mut().for_each(remove_required);
    }
    if let Some(blocks) = object.get_mut("additionalProperties") {
        remove_required(blocks);
    }
}

/// What is required in the blocks that no edition has.
fn required_of_new_blocks(required: &Value) -> Value {
    let editions = editions();
    let mut sections = Map::new();
    for section in SECTIONS {
        let mut known = Map::new();
        for edition in &editions {
            let vocabulary = &edition.vocabulary;
            let ids: Vec<&str> = match section {
                "metric" => vocabulary.metrics.iter().map(|metric| metric.id.as_str()).collect(),
                "type" => vocabulary.types.iter().map(|known| known.id.as_str()).collect(),
                "criterion" => vocabulary.criteria.iter().map(String::as_str).collect(),
                _ => edition.pages.iter().map(|page| page.id.as_str()).collect(),
            };
            known.extend(ids.into_iter().map(|id| (id.to_owned(), Value::Bool(true))));
        }
        let new = &required["properties"][section]["additionalProperties"];
        sections.insert(section.into(), json!({ "properties": known, "additionalProperties": new }));
    }
    keys(sections.into())
}
