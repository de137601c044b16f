//! A source of an importer: read, sorted into new and known entries, and added to a profile.

use super::problems::{READ, assert_is_there};
use super::profiles::{profile_of, sum};
use super::seeds::KNOWN;
use crate::import::known::{KnownAt, Sorted, sort};
use crate::import::model::{DateOrder, Request};
use crate::import::{self, Importer, Wanted};
use crate::inner_tests::reports::edition;
use crate::profile::edit::{Edit, append, edited, replace_number};
use crate::profile::layout::layout;
use crate::source::Source;

pub fn read(importer: &Importer, bytes: &[u8]) -> String {
    let vocabulary = &edition("workshop-2020").vocabulary;
    let sum = sum(bytes);
    let one_in = |number: usize| sum.is_multiple_of(number);
    let map = [("Title".to_owned(), "title".to_owned())];
    let request = Request {
        vocabulary,
        activity_type: (!one_in(3)).then_some("article"),
        speaker: Some("Amal Example"),
        site: one_in(2).then_some("stackoverflow"),
        encoding: (std::str::from_utf8(bytes).is_err() && one_in(2))
            .then(|| ["windows-1252", "iso-8859-2", "shift_jis"][sum % 3]),
        dates: one_in(2).then(|| [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd][sum % 3]),
        columns: if one_in(7) { &map } else { &[] },
    };
    let areas = ["DevOps".to_owned()];
    let wanted = Wanted { since: one_in(4).then(|| "2026-01-01".parse().unwrap()), until: None, areas: &areas };
    match import::read(importer, bytes, &request, &wanted) {
        Ok(imported) => {
            let (found, note) = (format!("{imported:?}"), imported.note);
            let profile = Source::new("profile.toml", KNOWN);
            let sorted = sort(imported.items, &profile_of(&profile).0, vocabulary);
            let after = with(&profile, &sorted);
            format!("{READ}{found}{note:?}{sorted:?}\n{after}")
        }
        Err(refused) => {
            assert!(!refused.message.is_empty());
            // The place is in the decoded text, so packed and other encodings are not compared.
            if let (Some(place), Ok(text), None) = (refused.place, std::str::from_utf8(bytes), request.encoding) {
                // In a table a lone CR also ends a line.
                let text = if importer.name == "csv" { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
                assert_is_there(place, &text);
            }
            refused.to_string()
        }
    }
}

/// Adds new entries and larger numbers to the profile, which stays valid.
fn with(profile: &Source, sorted: &Sorted) -> String {
    let mut edits: Vec<Edit> = append(profile, &sorted.new).into_iter().collect();
    let entries = layout(profile).entries;
    for known in &sorted.known {
        let KnownAt::Profile { index, .. } = known.at else { continue };
        for growth in &known.grown {
            let (_, place) = entries[index].numbers.iter().find(|(metric, _)| *metric == growth.metric).unwrap();
            edits.push(replace_number(place.clone(), growth.to));
        }
    }
    let before = profile_of(profile).0.contributions.len();
    let text = edited(&profile.text, edits);
    let after = Source::new("profile.toml", text.as_str());
    let (read, problems, _) = profile_of(&after);
    assert_eq!(problems.errors(), 0, "{:#?}\n{text}", problems.sorted());
    assert_eq!(read.contributions.len(), before + sorted.new.len(), "{text}");
    for (contribution, entry) in read.contributions[before..].iter().zip(&sorted.new) {
        assert_eq!((&*contribution.title, contribution.date), (&*entry.title, entry.date));
        assert_eq!(contribution.impact.len(), entry.impact.len());
    }
    text
}
