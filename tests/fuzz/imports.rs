//! A source of an importer: read, sorted into what a profile has and what it has not, and put into it.

use std::sync::LazyLock;

use mvp_check::guidance::Guidance;
use mvp_check::import::known::{KnownAt, Sorted, sort};
use mvp_check::import::model::{DateOrder, Request};
use mvp_check::import::{self, Importer, Wanted};
use mvp_check::profile::edit::{Edit, append, edited, replace_number};
use mvp_check::profile::layout::layout;
use mvp_check::source::Source;

use crate::common::edition;
use crate::profiles::{profile_of, sum};
use crate::seeds::KNOWN;
use crate::told::{READ, assert_is_there};

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| edition("workshop-2020"));

/// Imports a source into a profile that has some of it.
pub fn read(importer: &Importer, bytes: &[u8]) -> String {
    let sum = sum(bytes);
    let one_in = |number: usize| sum.is_multiple_of(number);
    let map = [("Title".to_owned(), "title".to_owned())];
    let request = Request {
        vocabulary: &GUIDANCE.vocabulary,
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
            let sorted = sort(imported.items, &profile_of(&profile).0, &GUIDANCE.vocabulary);
            let after = with(&profile, &sorted);
            format!("{READ}{found}{note:?}{sorted:?}\n{after}")
        }
        Err(refused) => {
            assert!(!refused.message.is_empty());
            // The place is one of the text, which may be packed or in another encoding.
            if let (Some(place), Ok(text), None) = (refused.place, std::str::from_utf8(bytes), request.encoding) {
                // In a table a lone CR ends a line, too.
                let text = if importer.name == "csv" { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
                assert_is_there(place, &text);
            }
            refused.to_string()
        }
    }
}

/// The profile with what is new, and with numbers that grew: it can be read, and has all of it.
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
