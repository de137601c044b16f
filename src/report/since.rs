//! What is new since an earlier report, in sentences for people.

use crate::comparison::{Change, Comparison, Growth};
use crate::evidence::Outcome;
use crate::report::model::Report;
use crate::text::{counted, date, joined, number, quoted};

/// Titles and numbers that a sentence names before it counts the rest.
const MOST_NAMED: usize = 3;

/// The heading, where an earlier report was given: "Since 23 Oct 2026".
pub fn heading(report: &Report<'_>) -> Option<String> {
    report.since.as_ref().map(|since| format!("Since {}", date(since.as_of)))
}

/// A sentence for each kind of news; empty where no earlier report was given.
pub fn sentences(report: &Report<'_>) -> Vec<String> {
    let Some(since) = &report.since else { return Vec::new() };
    let mut sentences = Vec::new();
    if since.guidance != report.guidance.id {
        sentences.push(format!("Judged by other guidance then: `{}`.", crate::text::visible(&since.guidance)));
    }
    sentences.extend(entries(since));
    let better = |change: &Change<'_>| change.to == Outcome::Met;
    let no_longer_gaps = since.fixed.iter().chain(&since.changed);
    let (met, other): (Vec<_>, Vec<_>) = no_longer_gaps.partition(|change| better(change));
    sentences.extend(listed("Met now", met));
    sentences.extend(listed("New gaps", since.new.iter().collect()));
    sentences.extend(listed("Still open", since.same.iter().collect()));
    for (word, outcome) in [("Waived now", Outcome::Waived), ("Not assessed now", Outcome::NotAssessed)] {
        sentences.extend(listed(word, other.iter().copied().filter(|change| change.to == outcome).collect()));
    }
    sentences.extend(numbers(since, report));
    if since.is_nothing() {
        sentences.insert(0, "Nothing has changed.".into());
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
        Some(category) => format!("{} ({})", change.criterion, crate::text::visible(category)),
        None => change.criterion.to_owned(),
    };
    let names: Vec<String> = changes.iter().map(name).collect();
    (!names.is_empty()).then(|| format!("{word}: {}.", joined(&names, "and")))
}

/// What grew: the sums, then the numbers of entries.
fn numbers(since: &Comparison<'_>, report: &Report<'_>) -> Option<String> {
    let (sums, entries): (Vec<&Growth<'_>>, Vec<&Growth<'_>>) =
        since.numbers.iter().partition(|growth| growth.contribution.is_none());
    let of_entry = |growth: &&Growth<'_>| {
        let title = growth.contribution.map_or(String::new(), |contribution| quoted(&contribution.title));
        let metric = report.record.vocabulary.metric_id(growth.name).map(|id| report.record.vocabulary.metric(id));
        let (from, to) = (number(growth.from), number(growth.to));
        format!("{title} {from} → {to} {}", metric.map_or(growth.name, |metric| &metric.many))
    };
    let mut words: Vec<String> = sums.iter().filter_map(|growth| sum(growth)).collect();
    if !entries.is_empty() {
        words.push(some(entries.iter().map(of_entry)));
    }
    (!words.is_empty()).then(|| format!("Grown: {}.", words.join("; ")))
}

/// The growth of a sum, where it shows in the number as it is written.
fn sum(growth: &Growth<'_>) -> Option<String> {
    let (before, after) = match growth.name {
        "amount" => ("", " activities"),
        "online" => ("reached ", " online"),
        _ => ("reached ", " in person"),
    };
    let whole = |value: f64| number(if growth.name == "amount" { value } else { value.floor() });
    let (from, to) = (whole(growth.from), whole(growth.to));
    (from != to).then(|| format!("{before}{from} → {to}{after}"))
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
