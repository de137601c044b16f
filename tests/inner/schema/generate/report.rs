//! The schema of the JSON report, from the types that write it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::tidy::without_machine_formats;
use crate::report::json::JsonReports;
use crate::report::json::report::JsonReport;

/// What the format `json` writes.
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Report of mvp-check")]
#[expect(dead_code, reason = "only its schema is used")]
enum JsonDocument<'a> {
    /// For one profile.
    One(Box<JsonReport<'a>>),
    /// For several.
    Several(JsonReports<'a>),
}

/// The schema of the format `json`. Further fields are valid: they are only ever added.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().for_serialize().with_transform(without_machine_formats).into_generator();
    generator.into_root_schema_for::<JsonDocument<'_>>().to_value()
}
