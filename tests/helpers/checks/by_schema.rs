//! Validates files by the committed schemas, as an editor does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

use super::{Checked, ensure};

/// TOML as an editor passes it to a schema: dates as text, and null for numbers that JSON does not have.
pub fn as_json(toml: &str) -> Option<Value> {
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

fn committed(of: &str) -> &'static Validator {
    static SCHEMAS: OnceLock<BTreeMap<&str, Validator>> = OnceLock::new();
    let read = |of: &'static str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schemas/mvp-{of}.schema.json"));
        let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft7).should_validate_formats(true).build(&schema);
        (of, validator.unwrap())
    };
    &SCHEMAS.get_or_init(|| ["profile", "report", "guidance"].map(read).into())[of]
}

pub fn valid(of: &str, value: &Value) -> Checked {
    let errors: Vec<String> =
        committed(of).iter_errors(value).map(|error| format!("{}: {error:.300}", error.instance_path())).collect();
    ensure(errors.is_empty(), || format!("{errors:#?}"))
}

pub fn valid_toml(of: &str, text: &str) -> Checked {
    valid(of, &as_json(text).ok_or_else(|| format!("no TOML: {text}"))?)
}

/// A schema is one of draft 7.
pub fn is_schema(text: &str) -> Checked {
    let schema: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let errors: Vec<String> = jsonschema::draft7::meta::validator().iter_errors(&schema).map(|error| error.to_string()).collect();
    ensure(errors.is_empty(), || format!("{errors:#?}"))?;
    jsonschema::draft7::new(&schema).map(drop).map_err(|error| error.to_string())
}
