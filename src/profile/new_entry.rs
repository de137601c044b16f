//! An entry that a profile does not have yet, and its text in the file.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::profile::model::Until;
use crate::profile::read::read;
use crate::source::{Problem, Severity, Source};
use crate::text::is_hidden;
use crate::vocabulary::Vocabulary;

/// An entry that a profile does not have yet: the keys of a `[[contribution]]`, in the words of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NewEntry {
    /// Id of an activity type.
    pub(crate) activity_type: String,
    pub(crate) title: String,
    pub(crate) date: NaiveDate,
    pub(crate) until: Until,
    pub(crate) url: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) count: u32,
    pub(crate) category: Option<String>,
    pub(crate) areas: Vec<String>,
    pub(crate) audience: Vec<String>,
    pub(crate) language: Option<String>,
    pub(crate) paid: Option<bool>,
    pub(crate) description: Option<String>,
    pub(crate) highlight: Option<String>,
    /// Ids of metrics with their values.
    pub(crate) impact: Vec<(String, f64)>,
}

impl NewEntry {
    /// An entry of one day with what every entry has. White space in the title becomes single spaces.
    pub(crate) fn new(activity_type: &str, title: &str, date: NaiveDate) -> Self {
        Self {
            activity_type: activity_type.into(),
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            date,
            count: 1,
            ..Self::default()
        }
    }

    /// As a table with its own header, without a line end after the last line.
    pub(crate) fn as_table(&self, line_end: &str) -> String {
        let mut table = String::from("[[contribution]]");
        for (key, value) in self.pairs() {
            table.extend([line_end, key, " = ", &value]);
        }
        table
    }

    /// As an inline table, for a list of them.
    pub(crate) fn as_inline_table(&self) -> String {
        let pairs: Vec<String> = self.pairs().into_iter().map(|(key, value)| format!("{key} = {value}")).collect();
        format!("{{ {} }}", pairs.join(", "))
    }

    /// What is wrong with it, or to be looked at, by the rules for any entry of a file.
    pub(crate) fn problems(&self, vocabulary: &Vocabulary) -> Vec<Problem> {
        let source = Source::new("", self.as_table("\n"));
        let (_, problems) = read(&source).resolve(vocabulary, &|_| None);
        problems.sorted()
    }

    /// Why a profile would refuse it, where it would: the first reason.
    pub(crate) fn mistake(&self, vocabulary: &Vocabulary) -> Option<String> {
        let mut mistakes = self.problems(vocabulary).into_iter().filter(|problem| problem.severity == Severity::Error);
        mistakes.next().map(|mistake| mistake.message)
    }

    /// Keys that say something, with their values as TOML.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let text = |text: &Option<String>| text.as_deref().map(quoted);
        let list = |items: &[String]| {
            (!items.is_empty()).then(|| format!("[{}]", items.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", ")))
        };
        let (until, ongoing) = match self.until {
            Until::SameDay => (None, None),
            Until::Day(day) => (Some(day.to_string()), None),
            Until::Ongoing => (None, Some("true".to_owned())),
        };
        let pairs = [
            ("type", Some(quoted(&self.activity_type))),
            ("title", Some(quoted(&self.title))),
            ("date", Some(self.date.to_string())),
            ("until", until),
            ("ongoing", ongoing),
            ("url", text(&self.url)),
            ("role", text(&self.role)),
            ("count", (self.count != 1).then(|| self.count.to_string())),
            ("category", text(&self.category)),
            ("technology-areas", list(&self.areas)),
            ("audience", list(&self.audience)),
            ("language", text(&self.language)),
            ("paid", self.paid.map(|it| it.to_string())),
            ("description", text(&self.description)),
            ("highlight", text(&self.highlight)),
            ("impact", (!self.impact.is_empty()).then(|| numbers(&self.impact))),
        ];
        pairs.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// Numbers by the ids of their metrics, as an inline table.
pub(crate) fn numbers<N: AsRef<str>>(numbers: &[(N, f64)]) -> String {
    let pairs: Vec<String> = numbers.iter().map(|(id, value)| format!("{} = {}", key(id.as_ref()), number(*value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A key of TOML: quoted where it is not made of plain letters.
pub(crate) fn key(name: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !name.is_empty() && name.bytes().all(is_plain) { name.to_owned() } else { quoted(name) }
}

/// A number of TOML: whole ones of five digits and more with `_` between thousands.
pub(crate) fn number(value: f64) -> String {
    let digits = value.to_string();
    if value.fract() != 0.0 || digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

/// A text of TOML on one line. Characters that an editor would obey instead of show are written as escapes, and so is the second sign of
/// `##`, which begins a command of a build service.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Writing to a String cannot fail.
            obeyed if is_hidden(obeyed) || (obeyed == '#' && quoted.ends_with('#')) => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(obeyed));
            }
            shown => quoted.push(shown),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_read_back() {
        let cases = [(0.0, "0"), (4.5, "4.5"), (1200.0, "1200"), (12_000.0, "12_000"), (1e12, "1_000_000_000_000")];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn any_text_is_read_back() {
        for text in [
            "",
            "##vso[x]###",
            "a \"b\" \\ c",
            "two\r\nlines\t",
            "\u{1b}[31m\u{202e}\u{e0041}",
            "žluťoučký 中文 👍",
            "[[contribution]]",
        ] {
            let line = format!("x = {}", quoted(text));
            assert_eq!(line.parse::<toml::Table>().unwrap()["x"].as_str(), Some(text), "{line}");
            assert!(line.lines().count() == 1 && !line.contains("##"), "{line}");
        }
    }

    #[test]
    fn only_what_says_something_is_written() {
        let mut entry = NewEntry::new("talk", " Blazor\n in  production", "2026-11-25".parse().unwrap());
        assert_eq!(
            entry.as_table("\n"),
            "[[contribution]]\ntype = \"talk\"\ntitle = \"Blazor in production\"\ndate = 2026-11-25"
        );
        entry.impact = vec![("attendees".into(), 45.0), ("rating".into(), 4.5)];
        assert_eq!(
            entry.as_inline_table(),
            "{ type = \"talk\", title = \"Blazor in production\", date = 2026-11-25, impact = { attendees = 45, rating = 4.5 } }"
        );
    }
}
