//! Edits change only what they should, however the profile is written.

mod imports;
mod kept;
pub mod made;
mod pen;
mod refused;

use toml::{Table, Value};

use crate::inner_tests::reports::edition;
use crate::profile::edit::{Edit, append, edited, replace_number, state_numbers};
use crate::profile::layout::layout;
use crate::profile::{self, NewEntry};
use crate::source::Source;
use kept::{GROWTH, assert_holds, assert_lines_are_whole, assert_only_put_in, assert_same_style, entries, grown, table};
use made::{Made, profile as made_profile};

/// Random profiles in the plain run; `MVP_CHECK_EDIT_CASES` asks for more.
pub fn made_profiles() -> impl Iterator<Item = Made> {
    let asked = std::env::var("MVP_CHECK_EDIT_CASES").ok().map(|cases| cases.parse().expect("a number of profiles"));
    (0..asked.unwrap_or(60)).map(made_profile)
}

fn new_entry(number: usize) -> (NewEntry, Value) {
    let mut entry = NewEntry::new("talk", &format!("New {number} [[contribution]] # \"one\""), "2026-11-20".parse().unwrap());
    entry.url = Some(format!("https://example.org/new/{number}"));
    entry.impact = vec![("attendees".into(), 12_345.0)];
    let written = format!(
        "type = 'talk'\ntitle = 'New {number} [[contribution]] # \"one\"'\ndate = 2026-11-20\n\
         url = 'https://example.org/new/{number}'\nimpact.attendees = 12345"
    );
    (entry, Value::Table(table(&written)))
}

fn is_readable(text: &str) -> Result<(), String> {
    let source = Source::new("x.toml", text);
    let (_, problems) = profile::read(&source).resolve(&edition("workshop-2020").vocabulary, &|_| None);
    if problems.errors() == 0 { Ok(()) } else { Err(format!("{:#?}\n{text}", problems.sorted())) }
}

/// The edits that `grown` expects.
fn growth(made: &Made) -> Vec<Edit> {
    let source = Source::new("x.toml", made.text.as_str());
    let layout = layout(&source);
    let places = made.entries.iter().zip(&layout.entries).flat_map(|(entry, known)| {
        entry.numbers.iter().map(|(metric, _, number)| {
            let (_, at) = known.numbers.iter().find(|(name, _)| name == metric).unwrap();
            replace_number(at.clone(), (number + GROWTH) as f64)
        })
    });
    places.collect()
}

#[test]
fn random_profiles_have_the_entries_that_their_maker_knows() {
    for made in made_profiles() {
        assert_holds(&made.text, entries(&made), &made.text);
        is_readable(&made.text).unwrap();
    }
}

#[test]
fn random_profiles_include_every_way_to_write_one() {
    let ways = [
        "\u{feff}",
        "\r\n",
        "[[ contribution ]]",
        "[[\"contribution\"]]",
        "contribution\t]]",
        "contribution = [",
        "[contribution.impact]",
        "{ views",
        "impact.",
        "impact .",
        "'''",
        "\"\"\"",
        "0x",
        "0o",
        "+1",
        "\n  ",
        "\n\t",
        " \n",
        "\"title\"",
        "'title'",
        "= {}",
        "#\n#",
        "\u{a0}\n",
    ];
    let made: Vec<String> = (0..300).map(|number| made_profile(number).text).collect();
    for way in ways {
        assert!(made.iter().any(|text| text.contains(way)), "{way:?}");
    }
    let has_no_end = |text: &String| !text.ends_with('\n');
    // An impact table that follows a channel.
    let is_delayed = |text: &String| {
        let text = text.replace([' ', '\t', '"', '\''], "");
        let after = text.split_once("84_000").map_or("", |(_, after)| after);
        after.split("[[").next().unwrap().contains("[contribution.impact]")
    };
    let is_blank = |text: &String| text.trim().is_empty();
    assert!(made.iter().any(has_no_end) && made.iter().any(is_delayed) && made.iter().any(is_blank));
}

#[test]
fn entries_are_added_and_nothing_else_changes() {
    for made in made_profiles() {
        for count in [1, 3] {
            let (new, values): (Vec<NewEntry>, Vec<Value>) = (0..count).map(new_entry).unzip();
            let edit = append(&Source::new("x.toml", made.text.as_str()), &new).unwrap();
            let after = edited(&made.text, vec![edit]);
            assert_only_put_in(&made.text, &after);
            assert_lines_are_whole(&made, &after);
            assert_same_style(&made, &after);
            assert_holds(&after, [entries(&made), values].concat(), &made.text);
            is_readable(&after).unwrap();
        }
    }
}

#[test]
fn numbers_that_grew_are_replaced_and_nothing_else_changes() {
    for made in made_profiles() {
        let (replaced, mut expected) = grown(&made, |_| true);
        let mut edits = growth(&made);
        assert_eq!(edited(&made.text, edits.clone()), replaced, "\n{}", made.text);
        let (new, value) = new_entry(1);
        edits.extend(append(&Source::new("x.toml", made.text.as_str()), &[new]));
        expected.push(value);
        let after = edited(&made.text, edits);
        assert_only_put_in(&replaced, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, expected, &made.text);
    }
}

#[test]
fn numbers_are_added_and_nothing_else_changes() {
    for made in made_profiles() {
        let (mut before, mut expected) = (made.text.clone(), entries(&made));
        for (at, entry) in made.entries.iter().enumerate() {
            if !entry.numbers.is_empty() {
                continue;
            }
            let metrics = if entry.value["type"].as_str() == Some("talk") { ["attendees", "rating"] } else { ["views", "likes"] };
            let stated = [(metrics[0], 12_000.0), (metrics[1], 4.0)];
            let source = Source::new("x.toml", before.as_str());
            let after = edited(&before, vec![state_numbers(&source, &layout(&source).entries[at], &stated)]);
            let impact = Table::from_iter([(metrics[0].to_owned(), 12_000.into()), (metrics[1].to_owned(), 4.into())]);
            expected[at].as_table_mut().unwrap().insert("impact".into(), Value::Table(impact));
            assert_only_put_in(&before, &after);
            assert_same_style(&made, &after);
            assert_holds(&after, expected.clone(), &made.text);
            is_readable(&after).unwrap();
            before = after;
        }
    }
}
