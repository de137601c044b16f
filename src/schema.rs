//! JSON Schemas (draft 7, which editors know) of the files that are read and written.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::report::json::JsonDocument;

/// The schema of the format `json`.
pub fn report() -> Value {
    SchemaSettings::draft07().for_serialize().into_generator().into_root_schema_for::<JsonDocument<'_>>().to_value()
}
