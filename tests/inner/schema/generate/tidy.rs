//! What is made of a generated schema, so that it says what the files say and editors can use it.

use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::{Map, Value, json};

/// Takes away the formats that name a machine's numbers. What they mean is said as a range.
pub fn without_machine_formats(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        let format = object.get("format").and_then(Value::as_str).unwrap_or_default().to_owned();
        if format == "uint32" {
            object.entry("maximum").or_insert(json!(u32::MAX));
        }
        if ["uint32", "uint", "double"].contains(&format.as_str()) {
            object.remove("format");
        }
    }
    transform_subschemas(&mut without_machine_formats, schema);
}

/// Takes away null, which TOML has not, and the defaults, which are told in words.
pub fn without_null(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        object.remove("default");
        if let Some(Value::Array(types)) = object.get_mut("type") {
            types.retain(|kind| kind != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                object.insert("type".into(), only);
            }
        }
        if let Some(Value::Array(alternatives)) = object.get_mut("anyOf") {
            alternatives.retain(|it| it.get("type").is_none_or(|kind| kind != "null"));
            if let [Value::Object(only)] = alternatives.as_slice() {
                let only = only.clone();
                object.remove("anyOf");
                add(object, only);
            }
        }
    }
    transform_subschemas(&mut without_null, schema);
}

/// Says a choice of names as one list with the meaning of each, which editors offer.
pub fn names_as_list(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut()
        && let Some(Value::Array(choices)) = object.get("oneOf")
        && let Some(names) = choices.iter().map(|choice| choice.get("const").cloned()).collect::<Option<Vec<Value>>>()
    {
        let docs: Vec<Value> = choices.iter().map(|choice| choice.get("description").cloned().unwrap_or_default()).collect();
        object.remove("oneOf");
        let list = json!({ "type": "string", "enum": names, "x-taplo": { "docs": { "enumValues": docs } } });
        add(object, list.as_object().cloned().unwrap_or_default());
    }
    transform_subschemas(&mut names_as_list, schema);
}

/// Says a choice of tables with one key as one table that has one of the keys: a mistake is then shown at its own place.
pub fn keys_as_table(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut()
        && let Some(Value::Array(choices)) = object.get("oneOf")
        && let Some(keys) = choices.iter().map(only_key).collect::<Option<Map<_, _>>>()
    {
        object.remove("oneOf");
        let table = json!({
            "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": keys,
        });
        add(object, table.as_object().cloned().unwrap_or_default());
    }
    transform_subschemas(&mut keys_as_table, schema);
}

/// The key of a table that has one, with what may stand there.
fn only_key(choice: &Value) -> Option<(String, Value)> {
    let mut properties = choice.get("properties")?.as_object()?.iter();
    let (Some((key, value)), None) = (properties.next(), properties.next()) else { return None };
    let mut value = value.clone();
    if let (Some(about), Some(value)) = (choice.get("description"), value.as_object_mut()) {
        value.insert("description".into(), about.clone());
    }
    Some((key.clone(), value))
}

fn add(object: &mut Map<String, Value>, more: Map<String, Value>) {
    for (key, value) in more {
        object.entry(key).or_insert(value);
    }
}
