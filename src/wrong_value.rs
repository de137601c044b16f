//! What the libraries that read values say of a wrong one, in words that people use.

/// What was wanted, in the words of the libraries and in ours.
const WANTED: &[(&str, &str)] = &[
    ("a sequence", "a list"),
    ("a map", "a table of keys and values"),
    ("a boolean", "true or false"),
    ("a string", "text in quotation marks"),
    ("a formatted date string", "a date, as \"2026-05-01\","),
    ("newtype variant", "a name with a table behind it"),
    ("f64", "a number"),
    ("u8", "a whole number from 0 to 255"),
    ("u32", "a whole number from 0 to 4 294 967 295"),
    ("u64", "a whole number from 0 on"),
    ("usize", "a whole number from 0 on"),
];

/// What was found: the beginning of it.
const FOUND: &[(&str, &str)] = &[
    ("map", "a table"),
    ("sequence", "a list"),
    ("string", "the text"),
    ("integer", "the number"),
    ("floating point", "the number"),
    ("boolean", "the value"),
    ("null", "`null`"),
    ("unit variant", "a name alone"),
];

/// Beginnings of other messages.
const OTHERS: &[(&str, &str)] = &[
    ("missing field", "missing key"),
    ("duplicate field", "duplicate key"),
    ("unknown variant", "unknown name"),
    ("input is out of range", "there is no such day in the calendar"),
    ("premature end of input", "a date is meant here, as \"2026-05-01\""),
    ("input contains invalid characters", "a date is meant here, as \"2026-05-01\""),
    ("wanted exactly 1 element", "one name is meant here, with a table behind it"),
    ("wanted string or table", "a name in quotation marks, or a table, is meant here"),
    ("EOF while parsing an object", "it ends within an object"),
    ("EOF while parsing a list", "it ends within a list"),
    ("EOF while parsing a string", "it ends within a text"),
    ("EOF while parsing a value", "it ends where a value is expected"),
    ("key must be a string", "a key stands in quotation marks"),
    ("trailing characters", "there is more behind its end"),
    ("trailing comma", "a comma before the closing bracket"),
];

/// A message of `serde` and of what reads TOML, JSON and days for it, in plain words.
pub fn in_words(message: &str) -> String {
    let of_kind = message.strip_prefix("invalid type: ").or(message.strip_prefix("invalid value: "));
    if let Some((found, wanted)) = of_kind.and_then(|rest| rest.rsplit_once(", expected ")) {
        let wanted = if wanted.starts_with("struct ") { "a map" } else { wanted };
        return format!("{} is meant here, not {}", exact(WANTED, wanted), begun(FOUND, found));
    }
    if message.starts_with("invalid length ") {
        return "a table of keys and values is meant here, not a list".into();
    }
    begun(OTHERS, message)
}

fn exact<'w>(words: &'w [(&str, &str)], theirs: &'w str) -> &'w str {
    words.iter().find(|(known, _)| *known == theirs).map_or(theirs, |(_, ours)| ours)
}

fn begun(words: &[(&str, &str)], theirs: &str) -> String {
    let ours = words.iter().find_map(|(known, ours)| Some(format!("{ours}{}", theirs.strip_prefix(known)?)));
    // What a message counts is of no use to people.
    ours.map(|ours| ours.split(", found ").next().unwrap_or_default().replace(", more than 1 element", ""))
        .unwrap_or(theirs.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_values_are_told_in_plain_words() {
        let cases = [
            ("invalid type: map, expected a sequence", "a list is meant here, not a table"),
            ("invalid type: string \"a, expected b\", expected f64", "a number is meant here, not the text \"a, expected b\""),
            ("invalid type: integer `1`, expected struct Kind", "a table of keys and values is meant here, not the number `1`"),
            ("invalid type: integer `1`, expected a list of answers", "a list of answers is meant here, not the number `1`"),
            ("invalid value: integer `-1`, expected usize", "a whole number from 0 on is meant here, not the number `-1`"),
            ("invalid length 0, expected struct Program with 1 element", "a table of keys and values is meant here, not a list"),
            ("wanted exactly 1 element, found 0 elements", "one name is meant here, with a table behind it"),
            ("wanted exactly 1 element, more than 1 element", "one name is meant here, with a table behind it"),
            ("missing field `title`", "missing key `title`"),
            ("EOF while parsing a string", "it ends within a text"),
            ("expected value", "expected value"),
        ];
        for (theirs, ours) in cases {
            assert_eq!(in_words(theirs), ours);
        }
    }
}
