//! What an import found, as a table or as JSON.

use std::path::Path;

use anstyle::Style;
use chrono::NaiveDate;
use serde::Serialize;

use crate::assess::Verdict;
use crate::command::edit::verdicts_in_words;
use crate::guidance::Guidance;
use crate::import::known::{Known, KnownAt, Skipped, Sorted};
use crate::profile::NewEntry;
use crate::render::Rendered;
use crate::render::json::{Number, to_text};
use crate::render::terminal::Page;
use crate::report::json::entry::EntryJson;
use crate::text::{counted, escape_control_chars, number};

pub(crate) struct Shown<'s> {
    pub(crate) sorted: &'s Sorted,
    /// What is to be known of the source as a whole.
    pub(crate) note: Option<&'s str>,
    pub(crate) guidance: &'s Guidance,
    pub(crate) verdicts: [Verdict; 2],
    /// Whether numbers that grew are replaced.
    pub(crate) updates: bool,
    pub(crate) is_written: bool,
    pub(crate) profile: &'s Path,
}

/// Rows of each kind that a table shows; the rest is counted. JSON has all of them.
const MOST_ROWS: usize = 200;
/// Places that are named for one reason to skip.
const MOST_PLACES: usize = 5;

impl Shown<'_> {
    pub(crate) fn table(&self, page: &Page) -> String {
        let new = self.sorted.new.iter().map(|entry| self.new_row(entry));
        let known = self.sorted.known.iter().map(|known| self.known_row(known));
        let mut rows = capped(new, "new");
        rows.extend(capped(known, "known"));
        rows.extend(capped(skipped_rows(&self.sorted.skipped).into_iter(), "skipped"));
        let mut text = page.rows(&rows);
        if !text.is_empty() {
            text.push('\n');
        }
        text += &page.wrapped(&self.summary(), Style::new());
        if let Some(note) = self.note {
            text += &page.wrapped(note, Style::new());
        }
        text
    }

    fn new_row(&self, entry: &NewEntry) -> Vec<String> {
        let numbers = entry.impact.iter().map(|(metric, value)| self.in_words(metric, *value));
        let numbers = numbers.collect::<Vec<_>>().join(", ");
        let details = [entry.url.clone().unwrap_or_default(), numbers];
        let details: Vec<String> = details.into_iter().filter(|detail| !detail.is_empty()).collect();
        row("new", entry, details.join(" · "))
    }

    fn known_row(&self, known: &Known) -> Vec<String> {
        let place = match known.at {
            KnownAt::Profile { line, .. } => format!("line {line}"),
            KnownAt::Source(index) => format!("the same as new entry {}", index + 1),
        };
        let grown = known.grown.iter().filter(|_| self.updates);
        let grown = grown.map(|it| format!("{} (was {})", self.in_words(&it.metric, it.to), number(it.from)));
        let details: Vec<String> = std::iter::once(place).chain(grown).collect();
        row("known", &known.entry, details.join(" · "))
    }

    /// "12 views".
    fn in_words(&self, metric: &str, value: f64) -> String {
        let known = self.guidance.vocabulary.metrics.iter().find(|known| known.id == metric);
        known.map_or_else(|| number(value), |known| counted(value, &known.one, &known.many))
    }

    fn summary(&self) -> String {
        let Sorted { new, known, skipped } = self.sorted;
        let grown = known.iter().filter(|known| !known.grown.is_empty()).count();
        let counts = format!("{} new, {} known, {} skipped.", new.len(), known.len(), skipped.len());
        let changes = !new.is_empty() || (self.updates && grown > 0);
        let them = if new.len() + grown == 1 { "it" } else { "them" };
        let effect = match changes {
            true => format!(" With {them}: {}.", verdicts_in_words(self.verdicts, self.guidance)),
            false => String::new(),
        };
        let grown = match (grown, self.updates) {
            (0, _) => String::new(),
            (_, true) => format!(" Numbers grew in {}.", counted(grown as f64, "known entry", "known entries")),
            (_, false) => {
                format!(" Numbers grew in {}: --update takes them over.", counted(grown as f64, "known entry", "known entries"))
            }
        };
        let profile = self.profile.display().to_string();
        let profile = escape_control_chars(&profile);
        let end = match (changes, self.is_written) {
            (false, _) => " Nothing to write.".into(),
            (true, true) => format!(" Written to {profile}."),
            (true, false) => " Nothing written: add --write.".to_owned(),
        };
        counts + &grown + &effect + &end
    }

    pub(crate) fn json(&self) -> Rendered {
        let growth = |known: &Known| {
            let KnownAt::Profile { line, .. } = known.at else { return Vec::new() };
            let grown = known.grown.iter();
            grown.map(|it| GrowthJson { line, metric: it.metric.clone(), from: Number(it.from), to: Number(it.to) }).collect()
        };
        to_text(&ImportJson {
            new: self.sorted.new.iter().map(EntryJson::of).collect(),
            known: self.sorted.known.iter().map(|known| EntryJson::of(&known.entry)).collect(),
            skipped: self.sorted.skipped.iter().map(|it| SkippedJson { place: &it.place, reason: &it.reason }).collect(),
            grown: self.sorted.known.iter().flat_map(growth).collect(),
            verdict_before: self.verdicts[0],
            verdict: self.verdicts[1],
            written: self.is_written,
            note: self.note,
        })
    }
}

#[derive(Serialize)]
struct ImportJson<'s> {
    new: Vec<EntryJson<'s>>,
    known: Vec<EntryJson<'s>>,
    skipped: Vec<SkippedJson<'s>>,
    grown: Vec<GrowthJson>,
    verdict_before: Verdict,
    verdict: Verdict,
    written: bool,
    note: Option<&'s str>,
}

#[derive(Serialize)]
struct SkippedJson<'s> {
    place: &'s str,
    reason: &'s str,
}

#[derive(Serialize)]
struct GrowthJson {
    line: usize,
    metric: String,
    from: Number,
    to: Number,
}

fn row(kind: &str, entry: &NewEntry, details: String) -> Vec<String> {
    let date: NaiveDate = entry.date;
    vec![kind.into(), date.to_string(), entry.activity_type.clone(), entry.title.clone(), details]
}

/// One row for each reason, with the places that have it.
fn skipped_rows(skipped: &[Skipped]) -> Vec<Vec<String>> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut at: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for it in skipped {
        let index = *at.entry(&it.reason).or_insert_with(|| {
            reasons.push((&it.reason, Vec::new()));
            reasons.len() - 1
        });
        reasons[index].1.push(&it.place);
    }
    let row = |(reason, places): (&str, Vec<&str>)| {
        let more = places.len().saturating_sub(MOST_PLACES);
        let named = places.iter().take(MOST_PLACES).copied().collect::<Vec<_>>().join(", ");
        let places = if more > 0 { format!("{named} and {more} more") } else { named };
        vec!["skipped".into(), String::new(), String::new(), places, reason.to_owned()]
    };
    reasons.into_iter().map(row).collect()
}

fn capped(rows: impl ExactSizeIterator<Item = Vec<String>>, kind: &str) -> Vec<Vec<String>> {
    let more = rows.len().saturating_sub(MOST_ROWS);
    let mut shown: Vec<Vec<String>> = rows.take(MOST_ROWS).collect();
    if more > 0 {
        let rest = format!("{more} more; --format json shows all");
        shown.push(vec![kind.into(), String::new(), String::new(), rest, String::new()]);
    }
    shown
}
