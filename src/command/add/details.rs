//! What `add` takes beside type and title, what it asks for, and the difference that it shows.

use anyhow::{Result, bail};
use chrono::NaiveDate;

use crate::cli::values::day;
use crate::command::ask::ask;
use crate::link::is_linked;
use crate::profile::NewEntry;
use crate::source::Source;
use crate::text::{escape_control_chars, escape_workflow_command, named, offer};
use crate::vocabulary::Vocabulary;

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Details {
    pub(crate) url: Option<String>,
    pub(crate) numbers: Vec<(String, f64)>,
}

impl Details {
    /// Reads words: an address, and numbers such as `attendees=45`.
    pub(crate) fn of(words: &[impl AsRef<str>]) -> Result<Self> {
        let mut details = Self::default();
        for word in words.iter().map(AsRef::as_ref) {
            match metric(word) {
                Some((metric, value)) => details.add(metric, value)?,
                None if !is_linked(word) => bail!(stray(word)),
                None if details.url.is_some() => bail!("an entry has one address; {} is a second one", named(word)),
                None => details.url = Some(word.to_owned()),
            }
        }
        Ok(details)
    }

    fn add(&mut self, metric: &str, value: &str) -> Result<()> {
        if self.numbers.iter().any(|(known, _)| known == metric) {
            bail!("{} is stated twice", named(metric));
        }
        let Some(value) = number(value) else { bail!("{}: {}", named(&format!("{metric}={value}")), meant(metric, value)) };
        self.numbers.push((metric.to_owned(), value));
        Ok(())
    }

    /// Asks for an address and numbers where there are none yet; both are optional.
    pub(crate) fn ask(&mut self, activity_type: &str, date: NaiveDate, vocabulary: &Vocabulary) -> Result<()> {
        if self.url.is_none() {
            self.url = ask("Address (Enter: none):", |answer| match answer {
                "" => Ok(None),
                url if is_linked(url) => Ok(Some(url.to_owned())),
                _ => Err("begin it with https://".into()),
            })?;
        }
        let metrics = vocabulary.metrics_of_named(activity_type);
        if self.numbers.is_empty() && !metrics.is_empty() {
            let question = format!("Numbers, as {}=45, of {} (Enter: none):", metrics[0], metrics.join(", "));
            self.numbers = ask(&question, |answer| numbers_of(activity_type, date, answer, vocabulary))?;
        }
        Ok(())
    }
}

/// The numbers in an answer, where a contribution of this type may have them.
pub(crate) fn numbers_of(
    activity_type: &str,
    date: NaiveDate,
    answer: &str,
    vocabulary: &Vocabulary,
) -> Result<Vec<(String, f64)>, String> {
    let metrics = vocabulary.metrics_of_named(activity_type);
    let entry = NewEntry { impact: numbers(answer, &metrics)?, ..NewEntry::new(activity_type, "numbers", date) };
    entry.mistake(vocabulary).map_or(Ok(entry.impact), Err)
}

/// The numbers in an answer: with the names of metrics, or one number alone, which is for the first metric.
fn numbers(answer: &str, metrics: &[&str]) -> Result<Vec<(String, f64)>, String> {
    let words: Vec<&str> = answer.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
    if let ([word], Some(first)) = (words.as_slice(), metrics.first())
        && let Some(value) = number(word)
    {
        return Ok(vec![((*first).to_owned(), value)]);
    }
    let first = metrics.first().unwrap_or(&"views");
    match words.iter().find(|word| metric(word).is_none()) {
        Some(word) if number(word).is_some() => return Err(nameless(word, first)),
        Some(word) => return Err(format!("{}: write {first}=45", named(word))),
        None => {}
    }
    let details = Details::of(&words).map_err(|error| error.to_string())?;
    match details.numbers.iter().find(|(metric, _)| !metrics.contains(&metric.as_str())) {
        Some((unknown, _)) => Err(format!("unknown metric {}; {}", named(unknown), offer(unknown, metrics))),
        None => Ok(details.numbers),
    }
}

/// The name and the value of `name=value`; nothing of an address, which may hold `=` too.
fn metric(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once('=')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    (is_name && !is_linked(word)).then_some((name, value))
}

/// A whole or decimal number, perhaps with `_` between its digits as in a profile.
fn number(text: &str) -> Option<f64> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b'.' | b'-' | b'+'));
    if is_number { text.replace('_', "").parse().ok() } else { None }
}

/// How to write the number that a word means: "4,5" is 4.5, "12,000" is 12000.
fn meant(metric: &str, value: &str) -> String {
    let is_decimal = value.split_once(',').is_some_and(|(_, behind)| behind.len() < 3);
    let plain = if is_decimal { value.replace(',', ".") } else { value.replace([',', ' '], "") };
    match number(&plain) {
        Some(_) => format!("write {metric}={plain}"),
        None => format!("write a number, as {metric}=45"),
    }
}

/// The error for a number without a name, or for a part of one.
fn nameless(word: &str, metric: &str) -> String {
    format!("{}: write each number with its name, and without commas or blanks, as {metric}=12000", named(word))
}

/// The error for a word that is neither an address nor a number.
fn stray(word: &str) -> String {
    if number(word).is_some() {
        return nameless(word, "views");
    }
    let word = named(word);
    format!(
        "{word} is neither an address, as https://example.org, nor a number, as views=45; a title of several words stands in \
         quotation marks"
    )
}

pub(crate) fn activity_type(told: Option<&str>, vocabulary: &Vocabulary) -> Result<String> {
    let ids: Vec<&str> = vocabulary.types.iter().filter(|known| known.counts()).map(|known| known.id.as_str()).collect();
    match told {
        Some(told) if vocabulary.type_id(told).is_none() => {
            bail!("unknown activity type {}; {}", named(told), offer(told, &ids))
        }
        Some(told) => Ok(told.to_owned()),
        None => ask(&format!("What was it? {}:", ids.join(", ")), |answer| match vocabulary.type_id(answer) {
            Some(_) => Ok(answer.to_owned()),
            None => Err(offer(answer, &ids)),
        }),
    }
}

pub(crate) fn title(told: Option<&str>) -> Result<String> {
    match told {
        Some(told) => Ok(told.to_owned()),
        None => ask("Title:", |answer| if answer.is_empty() { Err("give it a title".into()) } else { Ok(answer.to_owned()) }),
    }
}

pub(crate) fn date(told: Option<NaiveDate>, today: NaiveDate) -> Result<NaiveDate> {
    match told {
        Some(told) => Ok(told),
        None => ask(&format!("Date (Enter: {today}):"), |answer| if answer.is_empty() { Ok(today) } else { day(answer) }),
    }
}

/// Lines around a change that are shown.
const CONTEXT: usize = 3;

/// The change of a profile, as `diff -u` shows it. One contribution is added in one place, so that all of it is one change.
pub(crate) fn diff(before: &Source, after: &Source) -> String {
    let [old, new] = [before, after].map(|source| source.text.split_inclusive('\n').collect::<Vec<&str>>());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(old, new)| old == new).count();
    if old.len() == start && new.len() == start {
        return String::new();
    }
    let first = start.saturating_sub(CONTEXT);
    let shown_end = end.min(CONTEXT);
    let counts = [&old, &new].map(|lines| lines.len() - end + shown_end - first);
    let name = escape_control_chars(&before.name);
    let head = format!("--- {name}\n+++ {name}\n@@ -{} +{} @@\n", range(first, counts[0]), range(first, counts[1]));
    let parts = [
        (' ', &old[first..start]),
        ('-', &old[start..old.len() - end]),
        ('+', &new[start..new.len() - end]),
        (' ', &old[old.len() - end..old.len() - end + shown_end]),
    ];
    let lines = parts.into_iter().flat_map(|(sign, lines)| lines.iter().map(move |line| marked(sign, line)));
    lines.fold(head, |text, line| text + &line)
}

/// The lines of a change as `diff` counts them: "7,3".
fn range(first: usize, count: usize) -> String {
    match count {
        0 => format!("{first},0"),
        1 => format!("{}", first + 1),
        _ => format!("{},{count}", first + 1),
    }
}

fn marked(sign: char, line: &str) -> String {
    let bare = line.trim_end_matches(['\r', '\n']);
    let text = escape_workflow_command(&escape_control_chars(&format!("{sign}{bare}"))).into_owned() + "\n";
    if line.ends_with('\n') { text } else { text + "\\ No newline at end of file\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_with_three_lines_around_it() {
        let diff = |before: &str, after: &str| diff(&Source::new("x", before), &Source::new("x", after));
        assert_eq!(diff("a\n", "a\n"), "");
        assert_eq!(diff("", "a\n"), "--- x\n+++ x\n@@ -0,0 +1 @@\n+a\n");
        assert_eq!(
            diff("1\n2\n3\n4\n5\n6\n7\n8", "1\n2\n3\n4\nnew\n5\n6\n7\n8"),
            "--- x\n+++ x\n@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+new\n 5\n 6\n 7\n"
        );
        assert_eq!(
            diff("a\r\nend", "a\r\nend\r\n"),
            "--- x\n+++ x\n@@ -1,2 +1,2 @@\n a\n-end\n\\ No newline at end of file\n+end\n"
        );
    }

    #[test]
    fn an_address_with_a_query_is_no_number() {
        let details = Details::of(&["https://example.org/?views=1", "views=1_200", "rating=4.5"]).unwrap();
        assert_eq!(details.url.as_deref(), Some("https://example.org/?views=1"));
        assert_eq!(details.numbers, [("views".into(), 1200.0), ("rating".into(), 4.5)]);
        for words in
            [["views=x", "likes=1"], ["views=1", "views=2"], ["https://a.example", "https://b.example"], ["views=", "likes=1"]]
        {
            assert!(Details::of(&words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn what_is_neither_an_address_nor_a_number_is_told() {
        let told = |word: &str| Details::of(&[word]).unwrap_err().to_string();
        for word in ["production", "views", "views:5", "views = 5", "example.org", "javascript:alert(1)", "b=", ""] {
            assert!(told(word).contains(word), "{}", told(word));
        }
        assert!(told("production").starts_with("`production` is neither an address"));
        assert!(told("000").contains("without commas or blanks"));
        assert_eq!(told("rating=4,5"), "`rating=4,5`: write rating=4.5");
        assert_eq!(told("views=12,000"), "`views=12,000`: write views=12000");
        assert_eq!(told("views=1 200 000"), "`views=1 200 000`: write views=1200000");
        assert_eq!(told("views=inf"), "`views=inf`: write a number, as views=45");
    }

    #[test]
    fn an_answer_may_be_a_number_alone() {
        let metrics = ["attendees", "rating"];
        assert_eq!(numbers("45", &metrics).unwrap(), [("attendees".into(), 45.0)]);
        assert_eq!(numbers("rating=4.5, attendees=45", &metrics).unwrap().len(), 2);
        assert_eq!(numbers("", &metrics).unwrap(), []);
        assert!(numbers("attendes=4", &metrics).unwrap_err().contains("did you mean `attendees`?"));
        assert!(numbers("many", &metrics).unwrap_err().ends_with("write attendees=45"));
        assert!(numbers("12,000", &metrics).unwrap_err().ends_with("without commas or blanks, as attendees=12000"));
        assert!(numbers("https://example.org/?views=1", &metrics).is_err());
    }
}
