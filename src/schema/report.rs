//! The schema of the JSON report, from the types that write it.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::report::json::JsonDocument;
use crate::schema::tidy::without_machine_formats;

/// The schema of the format `json`. Further fields are valid: they are only ever added.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().for_serialize().with_transform(without_machine_formats).into_generator();
    generator.into_root_schema_for::<JsonDocument<'_>>().to_value()
}
