//! Random profiles: few or many entries of few or all types, with days that are often on the edge of a window.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate, TimeDelta};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{RngSeed, TestError, TestRunner};

use super::definitions::model::{Entry, Person, Profile, Waive, metric, notable_from};
use super::definitions::window::Window;
use super::reports::{edition, editions};
use crate::vocabulary::{AwardWindow, Vocabulary};

/// Both editions have the same types and metrics.
static VOCABULARY: LazyLock<&Vocabulary> = LazyLock::new(|| &edition("workshop-2020").vocabulary);
static AWARD_WINDOWS: LazyLock<Vec<AwardWindow>> =
    LazyLock::new(|| editions().iter().map(|guidance| guidance.vocabulary.award_window).collect());

/// Runs a check on random cases, the same in each run, and panics with the first failure.
pub fn assert_for_each<S: Strategy>(cases: u32, seed: u64, strategy: &S, check: impl Fn(S::Value) -> Result<(), String>) {
    let deterministic = ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(seed), ..ProptestConfig::default() };
    let mut runner = TestRunner::new(ProptestConfig { cases, ..deterministic });
    match runner.run(strategy, |case| check(case).map_err(TestCaseError::fail)) {
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(TestError::Abort(reason)) => panic!("no cases left: {reason}"),
        Ok(()) => {}
    }
}

pub fn text_of(profile: &Profile) -> String {
    let Person { stage, categories, technology_areas, microsoft_employee, nominator } = &profile.profile;
    let mut text = format!("[profile]\nname = \"Somebody\"\nstage = {stage:?}\ncategories = {categories:?}\n");
    writeln!(text, "technology-areas = {technology_areas:?}").unwrap();
    write_key(&mut text, "microsoft-employee", *microsoft_employee);
    write_key(&mut text, "nominator", nominator.as_ref().map(|nominator| format!("{nominator:?}")));
    profile.contribution.iter().for_each(|entry| write_entry(&mut text, "contribution", entry));
    profile.channel.iter().for_each(|entry| write_entry(&mut text, "channel", entry));
    for Waive { criterion, until } in &profile.waive {
        writeln!(text, "\n[[waive]]\ncriterion = {criterion:?}\nreason = \"Accepted.\"").unwrap();
        write_key(&mut text, "until", *until);
    }
    text
}

fn write_entry(text: &mut String, table: &str, entry: &Entry) {
    writeln!(text, "\n[[{table}]]\ntype = {:?}\ntitle = {:?}\ndate = {}", entry.kind, entry.title, entry.date).unwrap();
    write_key(text, "until", entry.until);
    write_key(text, "ongoing", entry.ongoing.then_some(true));
    write_key(text, "count", entry.count);
    write_key(text, "url", entry.url.as_ref().map(|url| format!("{url:?}")));
    write_key(text, "category", entry.category.as_ref().map(|category| format!("{category:?}")));
    let areas = &entry.technology_areas;
    write_key(text, "technology-areas", (!areas.is_empty()).then(|| format!("{areas:?}")));
    write_key(text, "paid", entry.paid);
    let metrics: Vec<String> = entry.impact.iter().map(|(metric, stated)| format!("{metric} = {stated}")).collect();
    write_key(text, "impact", (!metrics.is_empty()).then(|| format!("{{ {} }}", metrics.join(", "))));
}

fn write_key(text: &mut String, key: &str, value: Option<impl Display>) {
    if let Some(value) = value {
        writeln!(text, "{key} = {value}").unwrap();
    }
}

/// The first three are categories of both editions, AI only of 2020, M365 only of 2026.
const CATEGORIES: &[&str] = &["Developer Technologies", "Microsoft Azure", "Data Platform", "AI", "M365"];
/// Most belong to a category above by the edition of 2026.
const AREAS: &[&str] = &[".NET", "python", "Python", "DevOps", "PowerShell", "Azure Storage", "Power BI", "SharePoint", "Tea"];
const TITLES: &[&str] =
    &["Hello, World!", "hello world", "HELLO 2 World", "Über Tests", "über: TESTS", "Äber Tests", "!!!", "..."];

const CHANNEL_URLS: &str = "https://example.org|http://www.EXAMPLE.org:80//|https://me@example.org/a/#top|https://Example.org:443/a?id=1|http://example.org/a/b";

/// Profiles, each with a day to check it on.
pub fn profiles() -> impl Strategy<Value = (Profile, NaiveDate)> {
    (as_of_days(), select(&["candidate", "renewal"][..])).prop_flat_map(|(as_of, stage)| {
        let dates = dates(as_of, stage);
        (person(stage), entries(dates.clone()), vec(waive(as_of, dates), 0..=1))
            .prop_map(move |(profile, (contribution, channel), waive)| (Profile { profile, contribution, channel, waive }, as_of))
    })
}

/// Contributions and channels, few or many, of few or all types.
fn entries(dates: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = (Vec<Entry>, Vec<Entry>)> {
    let sizes = prop_oneof![2 => 0..=3_usize, 4 => 4..=12_usize, 3 => 13..=40_usize];
    let types: Vec<&str> = VOCABULARY.types.iter().map(|known| known.id.as_str()).collect();
    let numbers_of_kinds = prop_oneof![1..=3_usize, 4..=types.len()];
    let kinds = numbers_of_kinds.prop_flat_map(move |number| subsequence(types.clone(), number));
    (sizes, kinds, select(&[0.5, 0.8, 0.99][..])).prop_flat_map(move |(size, kinds, care)| {
        let channels = vec(channel(kinds.clone(), dates.clone()), 0..=3);
        (vec(entry(kinds, care, dates.clone()), size), channels)
    })
}

fn waive(as_of: NaiveDate, dates: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Waive> {
    let until = option::of(prop_oneof![Just(as_of), dates]);
    let waivable = VOCABULARY.criteria.iter().filter(|criterion| !VOCABULARY.never_waived.contains(criterion));
    (select(waivable.cloned().collect::<Vec<_>>()), until).prop_map(|(criterion, until)| Waive { criterion, until })
}

prop_compose! {
    fn person(stage: &'static str)(
        categories in some_of(CATEGORIES),
        technology_areas in some_of(AREAS),
        microsoft_employee in option::weighted(0.9, prop::bool::weighted(0.1)),
        nominator in option::of(Just("mvp".to_owned())),
    ) -> Person {
        Person { stage: stage.to_owned(), categories, technology_areas, microsoft_employee, nominator }
    }
}

/// Any day of 2019 to 2027; often at the end of February, on the edge of a cycle or halfway through one of 366 days.
fn as_of_days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap();
    let leap_day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    let edges = &[(2, 28), (2, 29), (3, 1), (3, 31), (4, 1), (6, 30), (7, 1), (9, 30), (12, 30)][..];
    let on_edge = |(year, (month, day))| NaiveDate::from_ymd_opt(year, month, day);
    prop_oneof![
        2 => (0..9 * 365_u64).prop_map(move |days| first + Days::new(days)),
        1 => (2019..=2027, select(edges)).prop_map(move |day| on_edge(day).unwrap_or(leap_day)),
    ]
}

/// From two years before to half a year after as-of; a third on or next to the edge of a window or of a rhythm.
fn dates(as_of: NaiveDate, stage: &str) -> BoxedStrategy<NaiveDate> {
    let windows = AWARD_WINDOWS.iter().map(|rules| Window::new(rules, stage, as_of));
    let mut edges: Vec<NaiveDate> = windows.flat_map(|window| [window.first, window.as_of, window.last]).collect();
    edges.extend([60, 91].map(|days| as_of - Days::new(days)));
    prop_oneof![
        3 => (select(edges), -1..=1_i64).prop_map(|(edge, days)| edge + TimeDelta::days(days)),
        4 => (-365..=0_i64).prop_map(move |days| as_of + TimeDelta::days(days)),
        2 => (-730..=183_i64).prop_map(move |days| as_of + TimeDelta::days(days)),
    ]
    .boxed()
}

/// `date`, `until` and `ongoing`.
fn spans(dates: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = (NaiveDate, Option<NaiveDate>, bool)> {
    (dates.clone(), dates, 0..6).prop_map(|(one, other, form)| match form {
        0..3 => (one, None, false),
        3..5 => (one.min(other), Some(one.max(other)), false),
        _ => (one, None, true),
    })
}

/// `care` is the probability of each key that careful people fill in.
fn entry(kinds: Vec<&'static str>, care: f64, dates: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Entry> {
    let counts = prop_oneof![3 => Just(None), 1 => (1..=12_u32).prop_map(Some), 1 => (13..=60_u32).prop_map(Some)];
    (select(kinds), counts).prop_flat_map(move |(kind, count)| {
        let title = prop_oneof![select(TITLES).prop_map(str::to_owned), numbered("Title ")];
        let url = option::weighted(care, prop_oneof![2 => urls(), 1 => numbered("https://other.example/")]);
        let category = option::weighted(0.3, select(CATEGORIES).prop_map(str::to_owned));
        let areas = option::weighted(care, some_of(AREAS)).prop_map(Option::unwrap_or_default);
        let impact = option::weighted(care, metrics(kind, count.unwrap_or(1))).prop_map(Option::unwrap_or_default);
        let paid = option::weighted(0.2, any::<bool>());
        (title, spans(dates.clone()), url, category, areas, impact, paid).prop_map(
            move |(title, (date, until, ongoing), url, category, technology_areas, impact, paid)| {
                let kind = kind.to_owned();
                Entry { kind, title, date, until, ongoing, count, url, category, technology_areas, paid, impact }
            },
        )
    })
}

/// Of a type that counts, and with a metric: `impact` is required.
fn channel(kinds: Vec<&'static str>, dates: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Entry> {
    let kinds: Vec<&str> =
        kinds.into_iter().filter(|kind| VOCABULARY.type_named(kind).unwrap().counts()).chain(["article"]).collect();
    let entries = entry(kinds, 0.99, dates).prop_filter("a channel states a metric", |entry| !entry.impact.is_empty());
    (entries, select(CHANNEL_URLS.split('|').collect::<Vec<_>>())).prop_map(|(entry, url)| Entry {
        url: Some(url.to_owned()),
        count: None,
        technology_areas: vec![],
        paid: None,
        ..entry
    })
}

/// Some metrics of a type; their values are often 0 or just at the type's threshold.
fn metrics(kind: &'static str, count: u32) -> impl Strategy<Value = BTreeMap<String, f64>> {
    let value = move |metric: &str| {
        let times = if self::metric(&VOCABULARY, metric).level { 1 } else { count };
        let threshold = notable_from(&VOCABULARY, kind, metric).unwrap_or(100.0) as u32 * times;
        match metric {
            "rating" => (0..=50_u32).prop_map(|tenths| f64::from(tenths) / 10.0).boxed(),
            _ => prop_oneof![Just(0), 0..=300_u32, 0..=6000_u32, threshold - 1..=threshold + 1].prop_map(f64::from).boxed(),
        }
    };
    let metrics = VOCABULARY.metrics_of(VOCABULARY.type_named(kind).unwrap());
    let stated: Vec<_> = metrics.into_iter().map(|metric| (Just(metric.to_owned()), option::of(value(metric)))).collect();
    stated.prop_map(|all| all.into_iter().filter_map(|(metric, value)| Some((metric, value?))).collect())
}

/// A few addresses, each written in many ways with the same canonical URL.
fn urls() -> impl Strategy<Value = String> {
    let parts = [
        "https://|http://|HTTPS://|https://www.|http://WWW.|https://me@|https://me:word@www.",
        "example.org|Example.ORG|blog.example.org",
        "|||:80|:443|:8080",
        "|/a|/a|/a/b|/A|/ab|/@a/b|/a//b",
        "||/|//",
        "|||?id=1|?id=1|?ID=1|?id=1&|?&id=1|?u=/a/|?utm_source=x|?UTM_source=x|?utm_source=x&id=1|?id=1&utm_medium=y&utm_id=3",
        "||#part|#a/b?c",
    ];
    parts.map(|part| select(part.split('|').collect::<Vec<_>>())).prop_map(|parts| parts.concat())
}

fn numbered(text: &'static str) -> impl Strategy<Value = String> {
    any::<u16>().prop_map(move |number| format!("{text}{number}"))
}

/// None, one or two of them, in any order.
fn some_of(words: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    subsequence(words, 0..=2).prop_shuffle().prop_map(|words| words.into_iter().map(str::to_owned).collect())
}
