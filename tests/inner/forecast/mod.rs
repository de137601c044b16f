//! Forecasts: the days of a forecast compared with an assessment of each day.

mod reasons;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use super::random_profiles::{assert_for_each, profiles, text_of};
use super::reports::editions;
use crate::assess::{Assessment, Verdict, assess};
use crate::evidence::Outcome;
use crate::forecast::Forecast;
use crate::guidance::{Guidance, category_of_any_edition};
use crate::profile;
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;
use crate::source::Source;

type Outcomes<'a> = BTreeMap<(&'a str, Option<usize>), Outcome>;

fn outcomes<'a>(assessment: &Assessment<'a>) -> Outcomes<'a> {
    assessment.findings.iter().map(|it| ((it.criterion.id.as_str(), it.category), it.outcome)).collect()
}

/// Compares a forecast with an assessment of each given day. The first difference is the error.
fn follow(text: &str, guidance: &Guidance, as_of: NaiveDate, range: DaySpan, days: Days<'_>) -> Result<(), String> {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 0, "{text}");
    let forecast = Forecast::new(guidance, &Facts::new(&profile, &guidance.vocabulary), as_of, range);
    let checked = days(&forecast, range);
    let mut followed = outcomes(&forecast.start);
    let mut changes = forecast.changes.iter().peekable();
    for day in range.each() {
        while let Some(change) = changes.next_if(|change| change.date == day) {
            let was = followed.insert((change.now.criterion.id.as_str(), change.now.category), change.now.outcome);
            assert_eq!(was, Some(change.from), "{day} {}", change.now.criterion.id);
            assert_ne!(change.from, change.now.outcome, "{day} {}", change.now.criterion.id);
        }
        if !checked.contains(&day) {
            continue;
        }
        let fresh = assess(guidance, &Record::new(&profile, &guidance.vocabulary, day));
        if followed != outcomes(&fresh) {
            return Err(format!("{day} by {}: {followed:?} is {:?}\n{text}", guidance.id, outcomes(&fresh)));
        }
        let stretches: Vec<Verdict> = forecast.verdicts.iter().filter(|it| has(it.days, day)).map(|it| it.verdict).collect();
        if stretches != [fresh.verdict] {
            return Err(format!("{day} by {}: {stretches:?} is {:?}\n{text}", guidance.id, fresh.verdict));
        }
    }
    assert!(changes.next().is_none(), "a change outside the range");
    Ok(())
}

fn has(days: DaySpan, day: NaiveDate) -> bool {
    days.first <= day && day <= days.last
}

/// Chooses the days to assess.
type Days<'d> = &'d dyn Fn(&Forecast<'_>, DaySpan) -> BTreeSet<NaiveDate>;

/// The first and the last day, each day of a change with the days next to it, and every 61st day.
fn around_changes(forecast: &Forecast<'_>, range: DaySpan) -> BTreeSet<NaiveDate> {
    let changes = forecast.changes.iter().flat_map(|change| [-1, 0, 1].map(|days| change.date + TimeDelta::days(days)));
    let others = range.each().step_by(61);
    changes.chain(others).chain([range.first, range.last]).collect()
}

/// Random profiles, 400 days each, by one edition or the other; `before` days of them are before as-of.
fn follow_many(cases: u32, before: u64, seed: u64, days: Days<'_>) {
    const DAYS: u64 = 400;
    let editions = editions();
    assert_for_each(cases, seed, &(profiles(), 0..editions.len()), |((profile, as_of), edition)| {
        let first = as_of - chrono::Days::new(before);
        let range = DaySpan { first, last: first + chrono::Days::new(DAYS - 1) };
        follow(&text_of(&profile), &editions[edition], as_of, range, days)
    });
}

#[test]
fn days_ahead_agree_with_their_own_assessment() {
    follow_many(30, 0, 2027, &around_changes);
}

#[test]
fn days_before_as_of_agree_with_their_own_assessment() {
    follow_many(30, 200, 2028, &around_changes);
}

#[test]
#[ignore = "slow: run nightly"]
fn all_days_agree_with_their_own_assessment() {
    follow_many(150, 0, 2027, &|_, range| range.each().collect());
    follow_many(150, 200, 2028, &|_, range| range.each().collect());
}
