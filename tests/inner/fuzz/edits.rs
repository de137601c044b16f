//! Edits of a valid profile: it stays valid and changes only as asked.

use super::problems::{READ, source};
use super::profiles::{profile_of, sum};
use crate::profile::edit::{Edit, append, edited, replace_number, state_numbers};
use crate::profile::layout::layout;
use crate::profile::{NewEntry, Profile};
use crate::source::Source;
use crate::vocabulary::Vocabulary;

const TITLE: &str = "New [[contribution]] # \"one\" \\ '''";
const URL: &str = "https://example.org/new?a=1#part";

pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let (profile, problems, guidance) = profile_of(&source);
    if problems.errors() > 0 {
        return String::new();
    }
    let vocabulary = &guidance.vocabulary;
    let with_entry = assert_entry_is_added(&source, &profile, vocabulary);
    let with_numbers = assert_numbers_are_stated(&source, profile, vocabulary, sum(bytes));
    format!("{READ}{with_entry}\n{with_numbers}")
}

fn assert_entry_is_added(source: &Source, before: &Profile<'_>, vocabulary: &Vocabulary) -> String {
    let mut entry = NewEntry::new("talk", TITLE, "2026-11-20".parse().unwrap());
    entry.url = Some(URL.into());
    entry.impact = vec![("attendees".into(), 12_345.0)];
    let edit = append(source, &[entry]).unwrap();
    assert_is_put_in(&source.text, &edit);
    let text = edited(&source.text, vec![edit]);
    let after = Source::new("profile.toml", text.as_str());
    let mut profile = readable(&after);
    let added = profile.contributions.pop().unwrap();
    let attendees = vocabulary.metric_id("attendees").unwrap();
    assert_eq!(vocabulary.activity_type(added.activity_type).id, "talk");
    assert_eq!((&*added.title, added.url.as_deref(), &*added.impact), (TITLE, Some(URL), &[(attendees, 12_345.0)][..]));
    assert_eq!(said(&profile), said(before), "\n{}\n=====>\n{text}", source.text);
    text
}

fn assert_numbers_are_stated(source: &Source, mut before: Profile<'_>, vocabulary: &Vocabulary, which: usize) -> String {
    let entries = layout(source).entries;
    assert_eq!(entries.len(), before.contributions.len());
    if entries.is_empty() {
        return String::new();
    }
    let at = which % entries.len();
    let contribution = &mut before.contributions[at];
    let metrics = vocabulary.metrics_of(vocabulary.activity_type(contribution.activity_type));
    let Some(metric) = metrics.first() else { return String::new() };
    let edit = match entries[at].numbers.first() {
        None => {
            contribution.impact.push((vocabulary.metric_id(metric).unwrap(), 12_345.0));
            let edit = state_numbers(source, &entries[at], &[(metric, 12_345.0)]);
            assert_is_put_in(&source.text, &edit);
            edit
        }
        Some((metric, place)) => {
            let id = vocabulary.metric_id(metric).unwrap();
            contribution.impact.iter_mut().find(|(known, _)| *known == id).unwrap().1 = 4.0;
            replace_number(place.clone(), 4.0)
        }
    };
    let text = edited(&source.text, vec![edit]);
    let after = Source::new("profile.toml", text.as_str());
    assert_eq!(said(&readable(&after)), said(&before), "\n{}\n=====>\n{text}", source.text);
    text
}

/// An edit puts back the text that it replaces.
fn assert_is_put_in(text: &str, edit: &Edit) {
    assert!(edit.text.contains(&text[edit.at.clone()]), "{edit:?}");
}

fn readable(source: &Source) -> Profile<'_> {
    let (profile, problems, _) = profile_of(source);
    assert_eq!(problems.errors(), 0, "{:#?}\n{}", problems.sorted(), source.text);
    profile
}

/// Everything that a profile says, without its lines.
fn said(profile: &Profile<'_>) -> String {
    let all = format!("{profile:?}");
    let without_digits =
        |part: &str| part.trim_start_matches("Some(").trim_start_matches(|it: char| it.is_ascii_digit()).to_owned();
    all.split("line: ").map(without_digits).collect()
}
