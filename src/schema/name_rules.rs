//! What the names of an edition allow in a profile. Apart from the keys and values, since custom guidance has other names.

use serde_json::{Map, Value, json};

use crate::profile::numbers::MAX_METRIC;
use crate::render::json::Number;
use crate::schema::names::{Names, TypeName};
use crate::schema::values::{in_any_case, keys};
use crate::vocabulary::Metric;

/// Rules that are defined once and used in several places.
const CATEGORY: &str = "#/definitions/category";
const ENTRY: &str = "#/definitions/entry";

pub(crate) fn definitions(names: &Names<'_>, categories: &[&str]) -> Value {
    json!({ "category": in_any_case(categories), "entry": entry(names) })
}

pub(crate) fn rules(names: &Names<'_>) -> Value {
    let criteria: Vec<&str> = names.waivable.iter().map(|(id, _)| *id).collect();
    let reference = |path: &str| json!({ "$ref": path });
    keys(json!({
        "profile": keys(json!({ "categories": { "items": reference(CATEGORY) } })),
        "contribution": { "items": reference(ENTRY) },
        "channel": { "items": reference(ENTRY) },
        "waive": { "items": keys(json!({ "criterion": { "enum": criteria } })) },
    }))
}

fn entry(names: &Names<'_>) -> Value {
    let types: Vec<&str> = names.types.iter().map(|known| known.id).collect();
    let metrics: Map<String, Value> = names.metrics.iter().map(|known| (known.id.clone(), metric(known))).collect();
    let mut entry = keys(json!({
        "type": { "enum": types },
        "category": { "$ref": CATEGORY },
        "impact": keys(metrics.into()),
    }));
    entry["allOf"] = names.types.iter().map(metrics_of_type).collect();
    entry
}

fn metric(metric: &Metric) -> Value {
    let (kind, largest) = metric.decimal_up_to.map_or(("integer", MAX_METRIC), |largest| ("number", largest));
    // Without a decimal point: an editor shows it in its messages.
    json!({ "type": kind, "maximum": Value::from(Number(largest)) })
}

/// An entry has only metrics of its type. `enum` may not be empty.
fn metrics_of_type(known: &TypeName<'_>) -> Value {
    let allowed = match known.metrics.as_slice() {
        [] => json!({ "maxProperties": 0 }),
        metrics => json!({ "propertyNames": { "enum": metrics } }),
    };
    json!({
        "if": { "required": ["type"], "properties": { "type": { "const": known.id } } },
        "then": keys(json!({ "impact": allowed })),
    })
}
