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

    /// As a table of its own, without a line end after the last line.
    pub(crate) fn as_table(&self, line_end: &str) -> String {
        let mut pairs = Pairs { text: "[[contribution]]".into(), before: line_end, between: line_end };
        self.write(&mut pairs);
        pairs.text
    }

    /// As an inline table, for a list of them.
    pub(crate) fn as_inline_table(&self) -> String {
        let mut pairs = Pairs { text: "{".into(), before: " ", between: ", " };
        self.write(&mut pairs);
        pairs.text + " }"
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

    /// Writes the keys that say something.
    fn write(&self, pairs: &mut Pairs<'_>) {
        pairs.text("type", Some(&self.activity_type));
        pairs.text("title", Some(&self.title));
        pairs.add("date", &self.date.to_string());
        match self.until {
            Until::SameDay => {}
            Until::Day(day) => pairs.add("until", &day.to_string()),
            Until::Ongoing => pairs.add("ongoing", "true"),
        }
        pairs.text("url", self.url.as_deref());
        pairs.text("role", self.role.as_deref());
        if self.count != 1 {
            pairs.add("count", &self.count.to_string());
        }
        pairs.text("category", self.category.as_deref());
        pairs.texts("technology-areas", &self.areas);
        pairs.texts("audience", &self.audience);
        pairs.text("language", self.language.as_deref());
        if let Some(paid) = self.paid {
            pairs.add("paid", if paid { "true" } else { "false" });
        }
        pairs.text("description", self.description.as_deref());
        pairs.text("highlight", self.highlight.as_deref());
        if !self.impact.is_empty() {
            pairs.add("impact", &numbers(&self.impact));
        }
    }
}

/// Keys with their values as TOML, one after the other.
struct Pairs<'b> {
    text: String,
    /// What goes before the next pair.
    before: &'b str,
    between: &'b str,
}

impl Pairs<'_> {
    fn key(&mut self, key: &str) {
        self.text.extend([self.before, key, " = "]);
        self.before = self.between;
    }

    fn add(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text.push_str(value);
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(key);
            quote(text, &mut self.text);
        }
    }

    fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            self.add(key, &format!("[{}]", texts.join(", ")));
        }
    }
}

/// Why a profile would refuse each of some entries, where it would: the first reason. Many are read at once, as they would be in a file:
/// most of the work is the same for one entry.
pub(crate) fn mistakes(entries: &[&NewEntry], vocabulary: &Vocabulary) -> Vec<Option<String>> {
    /// Entries that are read at once. Of a hundred few have mistakes.
    const AT_ONCE: usize = 100;
    entries.chunks(AT_ONCE).flat_map(|some| mistakes_of_some(some, vocabulary)).collect()
}

fn mistakes_of_some(entries: &[&NewEntry], vocabulary: &Vocabulary) -> Vec<Option<String>> {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(entries.len());
    for entry in entries {
        text += &entry.as_table("\n");
        text.push('\n');
        ends.push(text.len());
    }
    let source = Source::new("", text);
    let (_, problems) = read(&source).resolve(vocabulary, &|_| None);
    let more = problems.more_errors;
    let mut mistakes = vec![None; entries.len()];
    let errors = problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error);
    for Problem { span, message, .. } in errors {
        let at = span.map_or(usize::MAX, |span| ends.partition_point(|end| *end <= span.start as usize));
        match mistakes.get_mut(at).filter(|_| more == 0) {
            Some(mistake) => drop(mistake.get_or_insert(message)),
            // Not every mistake is kept, or one is of the file as a whole.
            None => return entries.iter().map(|entry| entry.mistake(vocabulary)).collect(),
        }
    }
    mistakes
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
    quote(text, &mut quoted);
    quoted
}

/// The same, written after what is there.
fn quote(text: &str, quoted: &mut String) {
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
    fn many_entries_are_refused_for_the_same_reasons_as_each() {
        let guidance = crate::guidance::shipped("program-2026").unwrap();
        let day = "2026-11-25".parse().unwrap();
        let entry = |at: usize| {
            let mut entry = NewEntry::new("talk", &format!("{at}"), day);
            match at % 5 {
                0 => entry.activity_type = "lecture".into(),
                1 => entry.impact = vec![("stars".into(), 1.0), ("views".into(), 1e13)],
                2 => entry.url = Some("nowhere".into()),
                _ => {}
            }
            entry
        };
        // The second hundred has more mistakes than are kept.
        let mut entries: Vec<NewEntry> = (0..250).map(entry).collect();
        entries[100..200].iter_mut().for_each(|entry| entry.impact = vec![("a".into(), 1.0), ("b".into(), 1.0)]);
        let entries: Vec<&NewEntry> = entries.iter().collect();
        let each: Vec<Option<String>> = entries.iter().map(|entry| entry.mistake(&guidance.vocabulary)).collect();
        assert_eq!(mistakes(&entries, &guidance.vocabulary), each);
        assert!(each.iter().any(Option::is_none) && each[0].as_deref().is_some_and(|it| it.contains("`lecture`")));
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
