//! Random entries exported as CSV come back the same.

use chrono::{Duration, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::PROFILE;
use crate::export;
use crate::export::model::Selection;
use crate::guidance::{Guidance, category_of_any_edition};
use crate::import::known::sort;
use crate::import::model::{Imported, Request};
use crate::import::{self, Wanted};
use crate::inner_tests::random_profiles::assert_for_each;
use crate::inner_tests::reports::edition;
use crate::profile::{self, NewEntry, Until};
use crate::record::Record;
use crate::source::Source;

fn exported(text: &str, guidance: &Guidance) -> String {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 0, "{:#?}\n{text}", problems.sorted());
    let record = Record::new(&profile, &guidance.vocabulary, "2026-11-23".parse().unwrap());
    let selection = Selection { guidance, record: &record, is_all: true, top: None };
    let kind = export::named("csv").unwrap();
    (kind.formats[0].render)(&selection).unwrap()
}

fn read_again(csv: &str, guidance: &Guidance) -> Imported {
    let request = Request {
        vocabulary: &guidance.vocabulary,
        activity_type: None,
        speaker: None,
        site: None,
        encoding: None,
        dates: None,
        columns: &[],
    };
    let importer = import::named("csv").unwrap();
    import::read(importer, csv.as_bytes(), &request, &Wanted::default()).unwrap_or_else(|error| panic!("{error}\n{csv}"))
}

fn profile_of(entries: &[NewEntry]) -> String {
    let tables: Vec<String> = entries.iter().map(|entry| entry.as_table("\n")).collect();
    format!("{PROFILE}\n{}\n", tables.join("\n\n"))
}

fn entry(guidance: &Guidance) -> impl Strategy<Value = NewEntry> + use<> {
    let vocabulary = guidance.vocabulary.clone();
    let word = prop_oneof!["[a-z]{1,6}", "[=+@'\"-]{1,3}[a-z]?", "[,;|#]{1}", "[žščěř中文👍éß]{1,4}", "[!-~]{1,5}"];
    let words = vec(word, 1..5).prop_map(|words| words.join(" "));
    let until = prop_oneof![Just(None), (0..400_i64).prop_map(Some), Just(Some(-1))];
    let numbers = vec(option::of(0..1_000_000_u32), 5);
    let day = (0..5000_i64).prop_map(|days| NaiveDate::from_ymd_opt(2012, 1, 1).unwrap() + Duration::days(days));
    (0..vocabulary.types.len(), words, day, until, 1..500_u32, numbers, option::of("https://example\\.org/[a-z0-9?=;,&-]{0,12}"))
        .prop_map(move |(activity_type, title, date, until, count, numbers, url)| {
            let activity_type = &vocabulary.types[activity_type];
            let mut entry = NewEntry::new(&activity_type.id, &title, date);
            entry.until = match until {
                None => Until::SameDay,
                Some(-1) => Until::Ongoing,
                Some(days) => Until::Day(date + Duration::days(days)),
            };
            let metrics = activity_type.metrics.iter().map(|metric| vocabulary.metric(metric.id)).zip(numbers);
            let number =
                |number: u32, is_decimal: bool| if is_decimal { f64::from(number % 11) / 2.0 } else { f64::from(number) };
            let stated =
                metrics.filter_map(|(metric, value)| Some((metric.id.clone(), number(value?, metric.decimal_up_to.is_some()))));
            entry.impact = stated.collect();
            (entry.count, entry.url) = (count, url);
            entry
        })
}

fn assert_comes_back(mut entries: Vec<NewEntry>, guidance: &Guidance) -> Result<(), String> {
    for (at, entry) in entries.iter_mut().enumerate() {
        // The second of two entries with the same address and day would be known.
        entry.title += &format!(" {at}");
        // The export separates characters that build services obey.
        while entry.title.contains("##") {
            entry.title = entry.title.replace("##", "# #");
        }
        entry.url = entry.url.take().map(|url| format!("{url}/{at}"));
    }
    let csv = exported(&profile_of(&entries), guidance);
    let items = read_again(&csv, guidance).items.into_iter();
    let read: Vec<NewEntry> =
        items.map(|item| item.found.map_err(|reason| format!("{reason}: {csv}"))).collect::<Result<_, _>>()?;
    if read != entries {
        return Err(format!("{read:#?}\n{entries:#?}\n{csv}"));
    }
    let source = Source::new("profile.toml", profile_of(&read));
    let (profile, _) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    let again = sort(read_again(&csv, guidance).items, &profile, &guidance.vocabulary);
    let counts = (again.new.len(), again.known.len(), again.skipped.len());
    if counts == (0, entries.len(), 0) { Ok(()) } else { Err(format!("{counts:?}\n{csv}")) }
}

#[test]
fn exported_entries_come_back_the_same() {
    let guidance = edition("workshop-2020");
    assert_for_each(60, 2031, &vec(entry(guidance), 0..8), |entries| assert_comes_back(entries, guidance));
}
