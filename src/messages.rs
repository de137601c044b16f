//! What is recognised in the messages of other crates, and their words in ours. An update of a crate that changes its words fails the
//! tests of this module, and nothing else.

/// A syntax mistake of TOML, by the parser's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TomlMistake {
    Duplicate,
    TooDeep,
    CarriageReturn,
    NoValue,
    /// A word that begins like `true` or `false`, `inf` or `nan`.
    Word,
    /// What begins like a date or time and is neither.
    NoDate,
    /// A date with a day that its month does not have.
    NoSuchDay,
    /// A date that is not written as one.
    WrittenDate,
    Time,
    /// A number that begins with 0.
    LeadingZero,
    /// Another number that is not written as one.
    WrittenNumber,
    /// A text on one line without a quotation mark at its end.
    OpenText,
    /// A text that begins with `"""` and has no end.
    OpenLongText,
    /// A text that begins with `'''` and has no end.
    OpenLongLiteral,
    /// A backslash with something that it does not go with.
    Escape,
    KeyAlone,
    /// A key of letters that no key has without quotation marks.
    WrittenKey,
    /// Nothing before an equals sign, or in a header.
    EmptyKey,
    /// A line that is neither a key with a value nor a header.
    NoPair,
    /// More on a line than one key and value.
    MoreOnLine,
    KeyBelowValue,
    ExtraEquals,
    ExtraComma,
    MissingComma,
    /// No key where one of an inline table is expected.
    NoInlineKey,
    OpenInlineTable,
    OpenList,
    /// A header with one bracket that is not closed.
    OpenHeader,
    /// A header with two brackets that is not closed.
    OpenListHeader,
    /// A header with two brackets that is closed with one.
    HalfOpenListHeader,
    NotOpened,
}

/// How the parser's messages begin.
const TOML: &[(&str, TomlMistake)] = &[
    ("duplicate key", TomlMistake::Duplicate),
    ("recursion limit", TomlMistake::TooDeep),
    ("cannot recurse further", TomlMistake::TooDeep),
    ("carriage return", TomlMistake::CarriageReturn),
    ("string values must be quoted", TomlMistake::NoValue),
    ("invalid boolean", TomlMistake::Word),
    ("invalid float", TomlMistake::Word),
    ("invalid datetime", TomlMistake::NoDate),
    ("invalid date, expected day between", TomlMistake::NoSuchDay),
    ("invalid date", TomlMistake::WrittenDate),
    ("invalid time", TomlMistake::Time),
    ("invalid offset", TomlMistake::Time),
    ("unexpected leading zero", TomlMistake::LeadingZero),
    ("invalid fraction", TomlMistake::WrittenNumber),
    ("`_` may only go between digits", TomlMistake::WrittenNumber),
    ("invalid basic string, expected `\"`", TomlMistake::OpenText),
    ("invalid multi-line basic string, expected `\"`", TomlMistake::OpenLongText),
    ("invalid multi-line literal string, expected `'`", TomlMistake::OpenLongLiteral),
    ("missing escaped value", TomlMistake::Escape),
    ("invalid value, expected unicode", TomlMistake::Escape),
    ("too few unicode value digits", TomlMistake::Escape),
    ("key with no value", TomlMistake::KeyAlone),
    ("invalid unquoted key", TomlMistake::WrittenKey),
    ("unquoted keys cannot be empty", TomlMistake::EmptyKey),
    ("invalid key-value pair", TomlMistake::NoPair),
    ("unexpected key or value", TomlMistake::MoreOnLine),
    ("cannot extend value", TomlMistake::KeyBelowValue),
    ("extra `=`", TomlMistake::ExtraEquals),
    ("extra comma", TomlMistake::ExtraComma),
    ("missing comma between array elements", TomlMistake::MissingComma),
    ("missing key for inline table element", TomlMistake::NoInlineKey),
    ("unclosed inline table", TomlMistake::OpenInlineTable),
    ("unclosed array table, expected `]]`", TomlMistake::OpenListHeader),
    ("unclosed array table", TomlMistake::HalfOpenListHeader),
    ("unclosed array", TomlMistake::OpenList),
    ("unclosed table", TomlMistake::OpenHeader),
    ("missing table open", TomlMistake::NotOpened),
];

impl TomlMistake {
    /// The mistake that a message is about, where it is one that people make.
    pub(crate) fn of(message: &str) -> Option<Self> {
        TOML.iter().find(|(begin, _)| message.starts_with(begin)).map(|(_, kind)| *kind)
    }
}

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

/// How the message on a missing key begins.
const MISSING: &str = "missing field";
/// How messages on names that nothing has begin.
const UNKNOWN: [&str; 2] = ["unknown field", "unknown variant"];

/// Beginnings of other messages.
const OTHERS: &[(&str, &str)] = &[
    (MISSING, "missing key"),
    ("duplicate field", "duplicate key"),
    (UNKNOWN[1], "unknown name"),
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
pub(crate) fn of_value(message: &str) -> String {
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

/// The message of an error of JSON in plain words, without the place at its end.
pub(crate) fn of_json(error: &serde_json::Error) -> String {
    let message = error.to_string();
    of_value(message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message))
}

/// The message of an error of XML without its place.
pub(crate) fn of_xml(error: &roxmltree::Error) -> String {
    error.to_string().replace(&format!(" at {}", error.pos()), "")
}

pub(crate) fn is_missing_key(error: &toml::de::Error) -> bool {
    error.message().starts_with(MISSING)
}

/// Whether a date was found where something else is meant: the library has a table of its own for dates.
pub(crate) fn is_of_date(error: &toml::de::Error) -> bool {
    error.message().contains("$__toml_private")
}

/// The name that nothing has, and those that something has.
pub(crate) fn unknown_name(error: &toml::de::Error) -> Option<(&str, Vec<&str>)> {
    let message = error.message();
    let mut names = message.split('`').skip(1).step_by(2);
    let unknown = names.next()?;
    UNKNOWN.iter().any(|begin| message.starts_with(begin)).then(|| (unknown, names.collect()))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use chrono::NaiveDate;
    use serde::Deserialize;
    use serde::de::DeserializeOwned;
    use toml::de::DeTable;

    use super::*;

    /// A text with each mistake, in the order of the table.
    const TEXTS: &[&str] = &[
        "a = 1\na = 2",
        concat!(
            "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.",
            "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1"
        ),
        "a = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "a = 1\rb = 2",
        "a = Amal",
        "a = twelve",
        "a = nothing",
        "a = -02-11",
        "a = 2026-02-30",
        "a = 2026-5-1",
        "a = 25:00:00",
        "a = 2026-05-01T10:00:00+25:00",
        "a = 012",
        "a = 1.x",
        "a = 1__2",
        "a = \"b",
        "a = \"\"\"b",
        "a = '''b",
        "a = \"\\q\"",
        "a = \"\\ud800\"",
        "a = \"\\u12\"",
        "a",
        "é = 1",
        "= 1",
        "{",
        "a = \"b\" c",
        "a = [1]\na.b = 2",
        "a == 1",
        "a = [1,,2]",
        "a = [\"b\" \"c\"]",
        "a = { [b] = 1 }",
        "a = { b = 1",
        "[[a",
        "[[a]",
        "a = [1",
        "[a",
        "]",
    ];

    #[test]
    fn each_mistake_of_toml_is_known_by_its_message() {
        assert_eq!(TEXTS.len(), TOML.len());
        for (text, (begin, kind)) in TEXTS.iter().zip(TOML) {
            let mistakes = DeTable::parse_recoverable(text).1;
            let messages: Vec<&str> = mistakes.iter().map(toml::de::Error::message).collect();
            let meant = messages.iter().find(|message| message.starts_with(begin));
            let meant = meant.unwrap_or_else(|| panic!("{begin:?} is not in {messages:?} on {text:?}"));
            assert_eq!(TomlMistake::of(meant), Some(*kind), "{meant}");
        }
    }

    fn json<T: DeserializeOwned>(text: &str) -> serde_json::Error {
        serde_json::from_str::<T>(text).err().expect("a mistake")
    }

    fn toml<T: DeserializeOwned>(text: &str) -> toml::de::Error {
        toml::from_str::<T>(text).err().expect("a mistake")
    }

    #[allow(dead_code)]
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Item {
        name: String,
    }

    #[allow(dead_code)]
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Check {
        Count(u8),
    }

    type Keyed<T> = BTreeMap<String, T>;

    fn in_our_words() -> Vec<(String, &'static str)> {
        let of_toml = |error: toml::de::Error| of_value(error.message());
        vec![
            (of_json(&json::<Vec<u8>>("{}")), "a list is meant here, not a table"),
            (of_json(&json::<Keyed<u8>>("[]")), "a table of keys and values is meant here, not a list"),
            (of_json(&json::<Item>("1")), "a table of keys and values is meant here, not the number `1`"),
            (of_json(&json::<bool>("\"x\"")), "true or false is meant here, not the text \"x\""),
            (of_json(&json::<String>("2.5")), "text in quotation marks is meant here, not the number `2.5`"),
            (of_json(&json::<NaiveDate>("true")), "a date, as \"2026-05-01\", is meant here, not the value `true`"),
            (of_json(&json::<Check>("\"count\"")), "a name with a table behind it is meant here, not a name alone"),
            (of_json(&json::<f64>("\"a, expected b\"")), "a number is meant here, not the text \"a, expected b\""),
            (of_json(&json::<u8>("256")), "a whole number from 0 to 255 is meant here, not the number `256`"),
            (of_json(&json::<u32>("null")), "a whole number from 0 to 4 294 967 295 is meant here, not `null`"),
            (of_json(&json::<u64>("-1")), "a whole number from 0 on is meant here, not the number `-1`"),
            (of_json(&json::<usize>("-1")), "a whole number from 0 on is meant here, not the number `-1`"),
            (of_json(&json::<Item>("[]")), "a table of keys and values is meant here, not a list"),
            (of_json(&json::<Item>("{}")), "missing key `name`"),
            (of_json(&json::<Item>("{\"name\": \"a\", \"name\": \"b\"}")), "duplicate key `name`"),
            (of_json(&json::<Check>("{\"sum\": 1}")), "unknown name `sum`, expected `count`"),
            (of_json(&json::<NaiveDate>("\"2026-02-30\"")), "there is no such day in the calendar"),
            (of_json(&json::<NaiveDate>("\"2026\"")), "a date is meant here, as \"2026-05-01\""),
            (of_json(&json::<NaiveDate>("\"today\"")), "a date is meant here, as \"2026-05-01\""),
            (of_toml(toml::<Keyed<Check>>("a = {}")), "one name is meant here, with a table behind it"),
            (of_toml(toml::<Keyed<Check>>("a = { count = 1, sum = 2 }")), "one name is meant here, with a table behind it"),
            (of_toml(toml::<Keyed<Check>>("a = 1")), "a name in quotation marks, or a table, is meant here"),
            (of_json(&json::<Keyed<u8>>("{\"a\": 1")), "it ends within an object"),
            (of_json(&json::<Vec<u8>>("[1")), "it ends within a list"),
            (of_json(&json::<String>("\"a")), "it ends within a text"),
            (of_json(&json::<u8>("")), "it ends where a value is expected"),
            (of_json(&json::<Keyed<u8>>("{1: 1}")), "a key stands in quotation marks"),
            (of_json(&json::<u8>("1 2")), "there is more behind its end"),
            (of_json(&json::<Vec<u8>>("[1,]")), "a comma before the closing bracket"),
            (of_json(&json::<u8>("x")), "expected value"),
        ]
    }

    #[test]
    fn wrong_values_are_reported_in_plain_words() {
        let said = in_our_words();
        for (said, ours) in &said {
            assert_eq!(said, ours);
        }
        let all: BTreeSet<&str> = said.iter().map(|(_, ours)| *ours).collect();
        for (theirs, ours) in [WANTED, FOUND, OTHERS].concat() {
            assert!(all.iter().any(|said| said.contains(ours)), "nothing provokes {theirs:?}");
        }
    }

    #[test]
    fn keys_that_are_missing_or_unknown_are_told_apart() {
        let (missing, unknown) = (toml::<Item>(""), toml::<Item>("name = \"a\"\nnmae = 1"));
        assert!(is_missing_key(&missing) && !is_missing_key(&unknown));
        assert_eq!(unknown_name(&unknown), Some(("nmae", vec!["name"])));
        assert_eq!(unknown_name(&toml::<Keyed<Check>>("a = { sum = 1 }")), Some(("sum", vec!["count"])));
        assert_eq!(unknown_name(&missing), None);
        assert!(is_of_date(&toml::<Keyed<Item>>("a = 2026-05-01")) && !is_of_date(&missing));
    }

    #[test]
    fn an_error_of_xml_is_shown_without_its_place() {
        let error = roxmltree::Document::parse("<a>\n</b>").expect_err("a mistake");
        assert_eq!(of_xml(&error), "expected 'a' tag, not 'b'");
    }
}
