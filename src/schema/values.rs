//! The values of a profile as JSON Schema. Editors ignore keys beside `$ref` and `allOf`: neither is used where they explain
//! or complete something.

use std::ops::RangeInclusive;

use serde_json::{Value, json};

use crate::profile::fields::{MAX_ITEMS, MAX_TEXT, YEARS};

pub(crate) const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

pub(crate) fn comment(unstated: &[&str]) -> String {
    format!("What a schema cannot say, and mvp-check does: {}", unstated.join(" "))
}

/// Characters that count as blank, for the brackets of a pattern. Written out: programs differ on `\s`.
const BLANK: &str = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";

/// Rules on some keys of a table. Others are allowed explicitly, since an editor may take these for all.
pub(crate) fn keys(rules: Value) -> Value {
    json!({ "properties": rules, "additionalProperties": true })
}

pub(crate) fn text(about: &str, longest: usize) -> Value {
    json!({ "description": about, "type": "string", "maxLength": longest })
}

pub(crate) fn spoken(about: &str) -> Value {
    json!({ "description": about, "type": "string", "maxLength": MAX_TEXT, "pattern": something() })
}

pub(crate) fn something() -> String {
    format!("[^{BLANK}]")
}

pub(crate) fn list(about: &str, item: &Value) -> Value {
    json!({ "description": about, "type": "array", "maxItems": MAX_ITEMS, "items": item })
}

pub(crate) fn truth(about: &str) -> Value {
    json!({ "description": about, "type": "boolean" })
}

pub(crate) fn whole(about: &str, range: &RangeInclusive<u32>) -> Value {
    json!({ "description": about, "type": "integer", "minimum": range.start(), "maximum": range.end() })
}

pub(crate) fn name(about: &str, names: &[&str]) -> Value {
    json!({ "description": about, "type": "string", "enum": names })
}

/// Text for which an editor offers these names, perhaps with their meanings. Any other text is valid too.
pub(crate) fn offered(about: &str, names: &[&str], meanings: Option<&[&str]>) -> Value {
    let mut text = text(about, MAX_TEXT);
    if names.is_empty() {
        return text;
    }
    let mut offers = json!({ "enum": names });
    if let Some(meanings) = meanings {
        offers["x-taplo"] = json!({ "docs": { "enumValues": meanings } });
    }
    text["anyOf"] = json!([offers, true]);
    text
}

/// One of these names in any case, with blanks around it or without.
pub(crate) fn in_any_case(names: &[&str]) -> Value {
    let letters: Vec<String> = names.iter().map(|name| letters_in_any_case(name)).collect();
    json!({
        "type": "string",
        "if": { "type": "string", "pattern": format!("^[{BLANK}]*({})[{BLANK}]*$", letters.join("|")) },
        // An editor says the names, and not the pattern.
        "else": { "enum": names },
        // Rules nothing out: there is an editor that passes over the condition without it.
        "anyOf": [{ "enum": names }, true],
    })
}

/// A day. Most checkers of TOML pass it as text, and one as a date that is not text: so the schema excludes the other types.
pub(crate) fn day(about: &str) -> Value {
    let time = "([Tt ][0-9:.]+([Zz]|[+-][0-9]{2}:[0-9]{2})?)?";
    json!({
        "description": about,
        "pattern": format!("^({})-[0-9]{{2}}-[0-9]{{2}}{time}$", years(&YEARS)),
        "not": { "type": ["number", "boolean", "array", "object", "null"] },
    })
}

/// A pattern for a name, with letters of the English alphabet in any case.
fn letters_in_any_case(name: &str) -> String {
    let character = |it: char| match it {
        it if it.is_ascii_alphabetic() => format!("[{}{}]", it.to_ascii_uppercase(), it.to_ascii_lowercase()),
        it if r"^$\.*+?()[]{}|/".contains(it) => format!("\\{it}"),
        it => it.to_string(),
    };
    name.chars().map(character).collect()
}

/// A pattern for the years of a range: whole centuries and decades in one.
fn years(range: &RangeInclusive<i32>) -> String {
    let mut parts = Vec::new();
    let mut year = *range.start();
    while year <= *range.end() {
        let spans = |years: i32| year % years == 0 && year + years - 1 <= *range.end();
        let (part, step) = if spans(100) {
            (format!("{}[0-9]{{2}}", year / 100), 100)
        } else if spans(10) {
            (format!("{}[0-9]", year / 10), 10)
        } else {
            (year.to_string(), 1)
        };
        parts.push(part);
        year += step;
    }
    parts.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_said_in_few_words() {
        assert_eq!(years(&(1990..=2100)), "199[0-9]|20[0-9]{2}|2100");
        assert_eq!(years(&(1998..=2011)), "1998|1999|200[0-9]|2010|2011");
    }

    #[test]
    fn a_name_is_taken_in_any_case() {
        assert_eq!(letters_in_any_case("AI & .N"), r"[Aa][Ii] & \.[Nn]");
    }
}
