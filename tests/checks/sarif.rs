//! SARIF, by its official schema, which lies in a package that the tests depend on.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

use super::{Checked, ensure};

/// What cargo prints.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The official schema.
pub fn schema() -> &'static Validator {
    static SCHEMA: OnceLock<Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        // Packages of other systems may not be here.
        let version = cargo(&["--version", "--verbose"]);
        let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
        let metadata = cargo(&["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", host]);
        let metadata: Value = serde_json::from_str(&metadata).unwrap();
        let package = metadata["packages"].as_array().unwrap().iter().find(|it| it["name"] == "serde-sarif").unwrap();
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        let text = std::fs::read_to_string(folder.join("src/schema.json")).unwrap();
        // Its pattern of `language`, which nothing here writes, has a bracket too many: it stands for itself there.
        let schema: Value = serde_json::from_str(&text.replace("{2}]?$", r"{2}\\]?$")).unwrap();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    })
}

/// A text as SARIF, valid by the schema.
pub fn valid(text: &str) -> Checked<Value> {
    let log: Value = serde_json::from_str(text).map_err(|error| format!("{error}: {text}"))?;
    let errors: Vec<String> = schema().iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    ensure(errors.is_empty(), || format!("{errors:#?}"))?;
    Ok(log)
}

/// All values under a name, however deep.
pub fn under<'v>(value: &'v Value, name: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| match value.as_str().filter(|_| key == name) {
            Some(text) => found.push(text),
            None => under(value, name, found),
        }),
        Value::Array(items) => items.iter().for_each(|item| under(item, name, found)),
        _ => {}
    }
}

/// Addresses of files are relative, percent-encoded, and do not leave the root.
pub fn relative(log: &Value) -> Checked {
    let mut uris = Vec::new();
    under(log, "uri", &mut uris);
    ensure(!uris.is_empty(), || "no address".into())?;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/!$&*+=@".contains(&byte);
    let is_relative = |uri: &&str| {
        uri.bytes().all(allowed) && !uri.starts_with('/') && uri.split('/').all(|name| name != ".." && !name.is_empty())
    };
    uris.iter().find(|uri| !is_relative(uri)).map_or(Ok(()), |uri| Err(format!("an address: {uri}")))
}

/// No message has a link in it, which readers make of `[words](where)`.
pub fn no_link(log: &Value) -> Checked {
    let mut texts = Vec::new();
    under(log, "text", &mut texts);
    texts.iter().find(|text| text.contains("](")).map_or(Ok(()), |text| Err(format!("a link: {text}")))
}
