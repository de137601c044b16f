//! What is new since an earlier report, in sentences for people.

use crate::comparison::{Change, Comparison, Growth};
use crate::evidence::Outcome;
use crate::report::model::Report;
use crate::text::{counted, date, escape_control_chars, joined, number, people, quoted};

/// Titles and numbers that a sentence names before it counts the rest.
const MOST_NAMED: usize = 3;

/// The heading, where an earlier report was given: "Since 23 Oct 2026".
pub(crate) fn heading(report: &Report<'_>) -> Option<String> {
    report.since.as_ref().map(|since| format!("Since {}", date(since.as_of)))
}

/// A sentence for each kind of news, at least one; empty where no earlier report was given.
pub(crate) fn sentences(report: &Report<'_>) -> Vec<String> {
    let Some(since) = &report.since else { return Vec::new() };
    let mut sentences = Vec::new();
    let is_same_guidance = since.guidance == report.guidance.id;
    if !is_same_guidance {
        sentences.push(format!("Judged by other guidance then: `{}`.", escape_control_chars(&since.guidance)));
    }
    sentences.extend(entries(since));
    let (new, first_gaps): (Vec<_>, Vec<_>) = since.new.iter().partition(|change| change.from.is_some());
    let no_longer_gaps = since.fixed.iter().chain(&since.changed);
    let (known, first): (Vec<_>, Vec<_>) = no_longer_gaps.partition(|change| change.from.is_some());
    let now = |outcome: Outcome| known.iter().copied().filter(move |change| change.to == outcome).collect();
    sentences.extend(listed("Met now", now(Outcome::Met)));
    sentences.extend(listed("New gaps", new));
    sentences.extend(listed("Still open", since.same.iter().collect()));
    sentences.extend(listed("Waived now", now(Outcome::Waived)));
    sentences.extend(listed("Not assessed now", now(Outcome::NotAssessed)));
    sentences.extend(listed("Judged for the first time, with a gap", first_gaps));
    sentences.extend(listed("Judged for the first time", first));
    sentences.extend(numbers(since, report));
    if since.is_nothing() && is_same_guidance {
        sentences.insert(0, "Nothing has changed.".into());
    } else if sentences.is_empty() {
        sentences.push("Nothing has changed that would show here.".into());
    }
    sentences
}

fn entries(since: &Comparison<'_>) -> Vec<String> {
    let Some(entries) = &since.entries else { return Vec::new() };
    let mut sentences = Vec::new();
    if !entries.added.is_empty() {
        let titles = some(entries.added.iter().map(|contribution| quoted(&contribution.title)));
        sentences.push(format!("{}: {titles}.", counted(entries.added.len() as f64, "new entry", "new entries")));
    }
    if entries.left > 0 {
        sentences.push(format!("{} any more.", counted(entries.left as f64, "entry does not count", "entries do not count")));
    }
    sentences
}

fn listed(word: &str, changes: Vec<&Change<'_>>) -> Option<String> {
    let name = |change: &&Change<'_>| match change.category {
        Some(category) => format!("{} ({})", change.criterion, escape_control_chars(category)),
        None => change.criterion.to_owned(),
    };
    let names: Vec<String> = changes.iter().map(name).collect();
    (!names.is_empty()).then(|| format!("{word}: {}.", joined(&names, "and")))
}

/// What grew: the sums, then the numbers of entries.
fn numbers(since: &Comparison<'_>, report: &Report<'_>) -> Option<String> {
    let (sums, entries): (Vec<&Growth<'_>>, Vec<&Growth<'_>>) =
        since.numbers.iter().partition(|growth| growth.contribution.is_none());
    let mut words: Vec<String> = sums.iter().filter_map(|growth| sum(growth)).collect();
    let entries: Vec<String> = entries.iter().filter_map(|growth| number_of_entry(growth, report)).collect();
    if !entries.is_empty() {
        words.push(some(entries.into_iter()));
    }
    (!words.is_empty()).then(|| format!("Grown: {}.", words.join("; ")))
}

/// The growth of a sum, where it shows in the number as it is written.
fn sum(growth: &Growth<'_>) -> Option<String> {
    let (before, after, shown): (_, _, fn(f64) -> String) = match growth.name {
        "amount" => ("", " activities", number),
        "online" => ("reached ", " online", people),
        _ => ("reached ", " in person", people),
    };
    grown(growth, shown).map(|grown| format!("{before}{grown}{after}"))
}

/// The growth of an entry's number, where it shows.
fn number_of_entry(growth: &Growth<'_>, report: &Report<'_>) -> Option<String> {
    let title = growth.contribution.map_or(String::new(), |contribution| quoted(&contribution.title));
    let vocabulary = &report.record.vocabulary;
    let metric = vocabulary.metric_id(growth.name).map_or(growth.name, |id| &vocabulary.metric(id).many);
    grown(growth, number).map(|grown| format!("{title} {grown} {metric}"))
}

fn grown(growth: &Growth<'_>, shown: fn(f64) -> String) -> Option<String> {
    let (from, to) = (shown(growth.from), shown(growth.to));
    (from != to).then(|| format!("{from} → {to}"))
}

/// The first few of them, and how many more there are.
fn some(words: impl ExactSizeIterator<Item = String>) -> String {
    let rest = words.len().saturating_sub(MOST_NAMED);
    let mut named: Vec<String> = words.take(MOST_NAMED).collect();
    if rest > 0 {
        named.push(format!("{rest} more"));
    }
    joined(&named, "and")
}
