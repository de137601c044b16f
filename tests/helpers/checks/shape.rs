//! Compares JSON with a text with the same JSON with other words in its place.

use serde_json::Value;

use super::{Checked, ensure};

/// The same keys and kinds of values, and the text wherever the words are expected alone. Ignores blanks, case, and braces, which an advice
/// cannot contain.
pub fn same(found: &Value, expected: &Value, text: &str, words: &str) -> Checked {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let named: Vec<String> = expected.keys().map(|key| key.replace(words, text)).collect();
            let is_same = found.len() == expected.len() && named.iter().all(|key| found.contains_key(key));
            ensure(is_same, || format!("{:?} instead of {named:?}", found.keys()))?;
            named
                .iter()
                .zip(expected.values())
                .try_for_each(|(key, value)| same(&found[key], value, text, words).map_err(|wrong| format!("{key}: {wrong}")))
        }
        (Value::Array(found), Value::Array(expected)) => {
            ensure(found.len() == expected.len(), || format!("{} items, not {}", found.len(), expected.len()))?;
            found.iter().zip(expected).try_for_each(|(found, expected)| same(found, expected, text, words))
        }
        (Value::String(found), Value::String(expected)) if expected == words => {
            ensure(normalised(found) == normalised(text), || format!("{found:?} is not the text"))
        }
        _ => ensure(kind(found) == kind(expected), || format!("{found} instead of {expected}")),
    }
}

fn normalised(text: &str) -> String {
    // Arguments cannot contain NUL.
    let text = text.to_lowercase().replace(['{', '}', '\0'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}
