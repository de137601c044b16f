//! JSON that says a text where another one says other words, and is the same beside it.

use serde_json::Value;

use super::{Checked, ensure};

/// Holds what was found against what is expected, where `words` stand for a `text`: the same keys and kinds of values, and where nothing
/// but the words is expected, the text as it is, but for blanks, the case of its letters and braces, which an advice may not hold.
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
            ensure(told(found) == told(text), || format!("{found:?} is not the text"))
        }
        _ => ensure(kind(found) == kind(expected), || format!("{found} instead of {expected}")),
    }
}

/// The same keys and kinds of values, whatever the texts.
pub fn same_kinds(found: &Value, expected: &Value) -> Checked {
    same(found, expected, "", "\0")
}

fn told(text: &str) -> String {
    // No system passes NUL in an argument.
    let told = text.to_lowercase().replace(['{', '}', '\0'], "");
    told.split_whitespace().collect::<Vec<_>>().join(" ")
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
