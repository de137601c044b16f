//! Forecasts: each day compared with an assessment of its own.

mod reasons;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{NaiveDate, TimeDelta};

use super::random_profiles::{assert_for_each, profiles, text_of};
use super::reports::{edition, editions};
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

/// Compares a forecast with an assessment of each of its days, and returns its verdicts. The first difference is the error.
fn follow(text: &str, guidance: &Guidance, as_of: NaiveDate, range: DaySpan) -> Result<Vec<Verdict>, String> {
    let source = Source::new("profile.toml", text);
    let (profile, problems) = profile::read(&source).resolve(&guidance.vocabulary, &category_of_any_edition);
    assert_eq!(problems.errors(), 0, "{text}");
    let forecast = Forecast::new(guidance, &Facts::new(&profile, &guidance.vocabulary), as_of, range);
    let mut followed = outcomes(&forecast.start);
    let mut changes = forecast.changes.iter().peekable();
    for day in range.each() {
        while let Some(change) = changes.next_if(|change| change.date == day) {
            let was = followed.insert((change.now.criterion.id.as_str(), change.now.category), change.now.outcome);
            assert_eq!(was, Some(change.from), "{day} {}", change.now.criterion.id);
            assert_ne!(change.from, change.now.outcome, "{day} {}", change.now.criterion.id);
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
    Ok(forecast.verdicts.iter().map(|stretch| stretch.verdict).collect())
}

fn has(days: DaySpan, day: NaiveDate) -> bool {
    days.first <= day && day <= days.last
}

/// Follows random profiles by one edition or the other, from a random day before or after as-of.
fn follow_many(cases: u32, seed: u64, start: Range<i64>, days: i64) {
    let editions = editions();
    assert_for_each(cases, seed, &(profiles(), 0..editions.len(), start), |((profile, as_of), edition, start)| {
        let first = as_of + TimeDelta::days(start);
        let range = DaySpan { first, last: first + TimeDelta::days(days - 1) };
        follow(&text_of(&profile), &editions[edition], as_of, range).map(drop)
    });
}

/// Verdicts of random profiles seldom change: these get better while entries enter, and worse while entries leave.
#[test]
fn the_days_of_examples_agree_with_their_own_assessment() {
    let guidance = edition("workshop-2020");
    let as_of: NaiveDate = "2026-11-23".parse().unwrap();
    let mut changes = Vec::new();
    for text in [include_str!("../../../examples/ready.toml"), include_str!("../../../examples/profile.toml")] {
        for start in [-150, 30] {
            let first = as_of + TimeDelta::days(start);
            let range = DaySpan { first, last: first + TimeDelta::days(100) };
            let verdicts = follow(text, guidance, as_of, range).unwrap();
            changes.extend(verdicts.windows(2).map(|pair| pair[0].cmp(&pair[1])));
        }
    }
    assert!(changes.contains(&Ordering::Less) && changes.contains(&Ordering::Greater), "{changes:?}");
}

#[test]
fn the_days_of_a_forecast_agree_with_their_own_assessment() {
    follow_many(50, 2027, -200..330, 60);
}

#[test]
#[ignore = "slow: run nightly"]
fn the_days_of_long_forecasts_agree_with_their_own_assessment() {
    follow_many(150, 2028, 0..1, 400);
    follow_many(150, 2029, -200..-199, 400);
}
