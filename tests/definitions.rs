//! Every definition of `guidance.md` computed a second time, from its text alone: day by day, without cleverness.
//!
//! The first test makes up profiles and compares this computation with the JSON report. The second does the same with
//! a folder of published cases. Quotes in comments are the sentence that the code below them follows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::{Datelike, Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{RngSeed, TestError, TestRunner};
use serde_json::{Value, json};

/// How far two numbers may lie apart, and how far below its threshold a sum of tenths still reaches it.
const TOLERANCE: f64 = 1e-9;

const EDITIONS: [&str; 2] = ["workshop-2020", "program-2026"];

// ------------------------------------------------------------------------------------------- tables of the guidance

/// "Activity types": id, metrics (b: online reach, p: people in person), notable from.
const TYPES: [(&str, &str, &str); 12] = [
    ("question-answering", "views b, votes, accepted", "views 1000, votes 25"),
    ("article", "views b, likes, comments, subscribers", "views 1000"),
    ("video", "views b, listens b, likes, subscribers", "views 1000, listens 1000"),
    ("talk", "attendees p, livestream-views b, on-demand-views b, rating", TALK),
    ("event", "attendees p, livestream-views b, on-demand-views b, members", TALK),
    ("book", "copies b, rating", "copies 100"),
    ("open-source", "downloads b, stars, forks, merged-pull-requests", "downloads 1000, stars 50, merged-pull-requests 10"),
    ("product-feedback", "votes, accepted", "votes 10, accepted 1"),
    ("sample-code", "downloads b, views b, stars, forks", "downloads 1000, views 1000, stars 50"),
    ("marketplace-tool", "installs b, rating", "installs 500"),
    ("workshop", "attendees p, mentees p, sessions, rating", "attendees 20, mentees 5"),
    (NEVER_COUNTS, "", ""),
];
const TALK: &str = "attendees 30, livestream-views 100, on-demand-views 1000";

/// "`certification` is known and never counts."
const NEVER_COUNTS: &str = "certification";

/// "stars, forks, subscribers, members, rating are levels: never scaled by time; the rest are flows."
const LEVELS: [&str; 5] = ["stars", "forks", "subscribers", "members", "rating"];

/// "originality: ... over articles, videos, talks, books, sample code, tools."
const REPEATABLE: [&str; 6] = ["article", "video", "talk", "book", "sample-code", "marketplace-tool"];

/// The table of criteria: theme, id, level by `workshop-2020`, level by `program-2026`, `after`.
const CRITERIA: [(&str, &str, char, char, &str); 18] = [
    ("eligibility", "eligibility", 'R', 'R', ""),
    ("eligibility", "category", 'R', 'R', ""),
    ("eligibility", "nomination", 'a', 'a', ""),
    ("recency", "recency", 'R', 'R', ""),
    ("recency", "freshness", 'r', 'r', ""),
    ("recency", "regularity", 'r', 'r', ""),
    ("amount", "amount", 'a', 'r', ""),
    ("diversity", "diversity", 'R', 'r', ""),
    ("diversity", "breadth", 'r', 'r', "diversity"),
    ("diversity", "concentration", 'r', 'r', "diversity"),
    ("impact", "measured", 'r', 'r', ""),
    ("impact", "reach", 'r', 'r', ""),
    ("impact", "impact", 'r', 'r', ""),
    ("impact", "highlights", 'r', 'r', "impact"),
    ("quality", "focus", 'r', 'r', ""),
    ("quality", "originality", 'a', 'a', ""),
    ("quality", "free-of-charge", 'r', 'r', ""),
    ("quality", "evidence", 'r', 'r', ""),
];

/// "Two categories: ... Judged for each: amount, diversity, breadth, reach, impact, highlights."
const BY_CATEGORY: [&str; 6] = ["amount", "diversity", "breadth", "reach", "impact", "highlights"];

/// "Nothing counted: recency, amount, freshness, regularity and diversity are judged as always".
const ALWAYS_JUDGED: [&str; 5] = ["recency", "amount", "freshness", "regularity", "diversity"];

fn row(kind: &str) -> (&'static str, &'static str) {
    TYPES.iter().find(|(id, ..)| *id == kind).map(|(_, metrics, notable)| (*metrics, *notable)).unwrap()
}

/// The words of one cell of the table: `views b, likes` is (views, b) and (likes, nothing).
fn cell(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.split(", ").filter(|item| !item.is_empty()).map(|item| item.split_once(' ').unwrap_or((item, "")))
}

/// `b` or `p` for a metric that adds to reach, else nothing.
fn reach_side(kind: &str, metric: &str) -> &'static str {
    cell(row(kind).0).find(|(id, _)| *id == metric).unwrap().1
}

fn notable_from(kind: &str, metric: &str) -> Option<f64> {
    cell(row(kind).1).find(|(id, _)| *id == metric).map(|(_, from)| from.parse().unwrap())
}

/// "answers in Q&A communities and forums; weight 0.1 each"; the others weigh 1.
fn weight(kind: &str) -> f64 {
    if kind == "question-answering" { 0.1 } else { 1.0 }
}

/// "in `workshop-2020` talk and event are one ..., in `program-2026` each type is its own."
fn channel_of<'k>(kind: &'k str, edition: &str) -> &'k str {
    if kind == "event" && edition == "workshop-2020" { "talk" } else { kind }
}

/// The areas that an edition lists for a category; the lists themselves stand only in the edition's file.
fn areas_of(category: &str, edition: &str) -> Vec<String> {
    let file = if edition == "workshop-2020" {
        include_str!("../src/guidance/workshop-2020.toml")
    } else {
        include_str!("../src/guidance/program-2026.toml")
    };
    let table: toml::Table = file.parse().unwrap();
    let listed = table["category"].as_array().unwrap().iter().find(|listed| listed["name"].as_str() == Some(category));
    listed.map(|listed| words(listed.as_table().unwrap(), "areas")).unwrap_or_default()
}

// ------------------------------------------------------------------------------------------------------ the profile

#[derive(Clone, Debug)]
struct Profile {
    renewal: bool,
    categories: Vec<String>,
    areas: Vec<String>,
    employee: Option<bool>,
    nominator: bool,
    entries: Vec<Entry>,
    channels: Vec<Entry>,
    waived: Vec<(String, Option<NaiveDate>)>,
}

/// A `[[contribution]]`, or a `[[channel]]`.
#[derive(Clone, Debug)]
struct Entry {
    kind: String,
    title: String,
    date: NaiveDate,
    end: End,
    count: u32,
    url: Option<String>,
    category: Option<String>,
    areas: Vec<String>,
    paid: Option<bool>,
    metrics: Vec<(String, f64)>,
}

#[derive(Clone, Copy, Debug)]
enum End {
    SameDay,
    Until(NaiveDate),
    Ongoing,
}

impl Entry {
    fn metric(&self, name: &str) -> Option<f64> {
        self.metrics.iter().find(|(metric, _)| metric == name).map(|(_, value)| *value)
    }

    /// "Planned: `date` after as-of."
    fn is_planned(&self, as_of: NaiveDate) -> bool {
        self.date > as_of
    }

    /// "An entry covers `date` to `until` (both included; `ongoing = true`: to as-of; neither: one day)."
    fn covered_days(&self, as_of: NaiveDate) -> Vec<NaiveDate> {
        let last = match self.end {
            End::SameDay => self.date,
            End::Until(until) => until,
            End::Ongoing => as_of,
        };
        days(self.date, last)
    }

    /// "impact: ... one metric as stated, divided by `count` unless it is a level, reaches the type's threshold."
    fn is_notable(&self) -> bool {
        self.metrics.iter().any(|(metric, value)| {
            let each = if LEVELS.contains(&metric.as_str()) { *value } else { value / f64::from(self.count) };
            notable_from(&self.kind, metric).is_some_and(|from| at_least(each, from))
        })
    }

    fn states_reach(&self) -> bool {
        self.metrics.iter().any(|(metric, _)| !reach_side(&self.kind, metric).is_empty())
    }

    /// "It covers the entries of its type whose canonical URL equals its own or goes on from it with `/` or `?`".
    fn covers(&self, entry: &Entry) -> bool {
        let (Some(own), Some(other)) = (&self.url, &entry.url) else { return false };
        let (own, other) = (canonical(own), canonical(other));
        self.kind == entry.kind
            && (other == own || other.starts_with(&format!("{own}/")) || other.starts_with(&format!("{own}?")))
    }

    /// "the title (letters and digits only, lower case; an empty one never repeats)"
    fn plain_title(&self) -> String {
        self.title.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
    }

    /// "A repeat has the canonical URL, or within its type the title ..., of a counted entry of these types above it".
    fn repeats(&self, above: &Entry) -> bool {
        let same_url = matches!((&self.url, &above.url), (Some(a), Some(b)) if canonical(a) == canonical(b));
        let title = self.plain_title();
        same_url || (self.kind == above.kind && !title.is_empty() && title == above.plain_title())
    }
}

/// "without scheme, user, `www.`, default port, fragment, `utm_*` parameters and the slashes that end the path; host in
/// lower case; the rest as it is."
fn canonical(url: &str) -> String {
    let url = url.split('#').next().unwrap();
    let (scheme, rest) = url.split_once("://").unwrap();
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match address.find('/') {
        Some(slash) => address.split_at(slash),
        None => (address, ""),
    };
    let host = authority.rsplit('@').next().unwrap().to_lowercase();
    let default_port = if scheme.eq_ignore_ascii_case("http") { ":80" } else { ":443" };
    let host = host.strip_suffix(default_port).unwrap_or(&host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let parameters: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !p.starts_with("utm_")).collect();
    let question_mark = if parameters.is_empty() { "" } else { "?" };
    format!("{host}{}{question_mark}{}", path.trim_end_matches('/'), parameters.join("&"))
}

/// All days from one to another, both included.
fn days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| *day <= last).collect()
}

fn month_of(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

fn at_least(value: f64, threshold: f64) -> bool {
    value >= threshold - TOLERANCE
}

// ------------------------------------------------------------------------------------------------------- the window

#[derive(Clone, Copy, Debug)]
struct Window {
    first: NaiveDate,
    last: NaiveDate,
    as_of: NaiveDate,
}

impl Window {
    fn new(edition: &str, renewal: bool, as_of: NaiveDate) -> Self {
        if renewal { Self::cycle(edition, as_of) } else { Self::twelve_months(as_of) }
    }

    /// "from the day after (as-of minus 12 months; 29 February: the 28th) to as-of, both included."
    fn twelve_months(as_of: NaiveDate) -> Self {
        let day = if (as_of.month(), as_of.day()) == (2, 29) { 28 } else { as_of.day() };
        let year_before = NaiveDate::from_ymd_opt(as_of.year() - 1, as_of.month(), day).unwrap();
        Self { first: year_before.succ_opt().unwrap(), last: as_of, as_of }
    }

    /// "the cycle that holds as-of. `workshop-2020`: 1 July to 30 June ... `program-2026`: 1 April to 31 March".
    fn cycle(edition: &str, as_of: NaiveDate) -> Self {
        let begins = |day: NaiveDate| (day.month(), day.day()) == (if edition == "workshop-2020" { 7 } else { 4 }, 1);
        let mut first = as_of;
        while !begins(first) {
            first = first.pred_opt().unwrap();
        }
        let mut last = as_of;
        while !begins(last.succ_opt().unwrap()) {
            last = last.succ_opt().unwrap();
        }
        Self { first, last, as_of }
    }

    /// "Window days end at as-of where that is earlier than the window's end."
    fn days(&self) -> Vec<NaiveDate> {
        days(self.first, self.last.min(self.as_of))
    }

    /// "Open cycle (stage renewal, window's end after as-of)"
    fn is_open(&self) -> bool {
        self.last > self.as_of
    }

    /// "round half up (target x days passed, as-of included / days of the window) is judged"
    fn due(&self, target: f64) -> f64 {
        let passed = days(self.first, self.as_of).len() as f64;
        let all = days(self.first, self.last).len() as f64;
        if self.is_open() { (target * passed / all + 0.5).floor() } else { target }
    }

    /// What `details` say is due by today: there in an open cycle alone.
    fn due_detail(&self, target: f64) -> Value {
        if self.is_open() { json!(self.due(target)) } else { Value::Null }
    }
}

// ------------------------------------------------------------------------------------------------------ what counts

/// A counted entry or channel: "of a type that counts, not planned, at least one day in the window."
struct Counted<'p> {
    entry: &'p Entry,
    covered: Vec<NaiveDate>,
    in_window: Vec<NaiveDate>,
}

impl<'p> Counted<'p> {
    fn new(entry: &'p Entry, window: &Window) -> Option<Self> {
        let covered = entry.covered_days(window.as_of);
        let window_days: BTreeSet<NaiveDate> = window.days().into_iter().collect();
        let in_window: Vec<NaiveDate> = covered.iter().copied().filter(|day| window_days.contains(day)).collect();
        let counts = entry.kind != NEVER_COUNTS && !entry.is_planned(window.as_of) && !in_window.is_empty();
        counts.then_some(Self { entry, covered, in_window })
    }

    /// "share = covered days in the window / covered days."
    fn share(&self) -> f64 {
        self.in_window.len() as f64 / self.covered.len() as f64
    }

    /// "Amount of an entry = max(1, count x share) x the type's weight."
    fn amount(&self) -> f64 {
        f64::max(1.0, f64::from(self.entry.count) * self.share()) * weight(&self.entry.kind)
    }

    /// "every covered day in the window if `count` is at least the number of calendar months it covers; else only those
    /// of `date` and `until` that lie in the window (`ongoing`: only `date`)."
    fn active_days(&self) -> Vec<NaiveDate> {
        let months: BTreeSet<(i32, u32)> = self.covered.iter().map(|day| month_of(*day)).collect();
        if self.entry.count as usize >= months.len() {
            return self.in_window.clone();
        }
        let stated = match self.entry.end {
            End::Until(until) => vec![self.entry.date, until],
            End::SameDay | End::Ongoing => vec![self.entry.date],
        };
        stated.into_iter().filter(|day| self.in_window.contains(day)).collect()
    }
}

/// What a criterion is judged on: the whole record, or one category's part of it.
struct Part<'p> {
    profile: &'p Profile,
    edition: &'p str,
    window: &'p Window,
    entries: Vec<&'p Counted<'p>>,
    /// The channels that add to this part's reach.
    channels: Vec<&'p Counted<'p>>,
    /// All counted channels in the file's order: each covers entries of any part.
    covering: &'p [Counted<'p>],
    /// The areas that the edition lists for the declared categories, each category's in lower case.
    listed: &'p [(String, Vec<String>)],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Met,
    Gap,
    NotAssessed,
    Waived,
}

impl Outcome {
    fn text(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Gap => "gap",
            Self::NotAssessed => "not-assessed",
            Self::Waived => "waived",
        }
    }
}

/// A criterion's outcome with its numbers; `None` where the guidance names no number.
#[derive(Clone, Debug)]
struct Judged {
    outcome: Outcome,
    measured: Option<f64>,
    target: Option<f64>,
    details: Vec<(&'static str, Value)>,
}

impl Judged {
    fn new(met: bool, measured: f64, target: f64) -> Self {
        Self { measured: Some(measured), target: Some(target), ..Self::plain(met) }
    }

    fn plain(met: bool) -> Self {
        Self { outcome: if met { Outcome::Met } else { Outcome::Gap }, measured: None, target: None, details: vec![] }
    }

    fn not_assessed() -> Self {
        Self { outcome: Outcome::NotAssessed, ..Self::plain(false) }
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.details.push((name, value));
        self
    }
}

// ---------------------------------------------------------------------------------------------------- the criteria

impl Part<'_> {
    fn judge(&self, criterion: &str) -> Judged {
        match criterion {
            "eligibility" => return self.eligibility(),
            "category" => return Judged::plain(!self.profile.categories.is_empty()),
            "nomination" => return self.nomination(),
            // "the rest of recency to quality is `not-assessed`."
            _ if self.entries.is_empty() && !ALWAYS_JUDGED.contains(&criterion) => return Judged::not_assessed(),
            _ => {}
        }
        match criterion {
            "recency" => self.counting(self.entries.len() as f64, 1.0),
            "amount" => self.counting(self.amount(), 18.0),
            "freshness" => self.freshness(),
            "regularity" => self.regularity(),
            "diversity" => self.counting(self.amount_by_channel().len() as f64, 2.0),
            "breadth" => self.counting(self.amount_by_channel().len() as f64, 3.0),
            "concentration" => self.concentration(),
            "measured" => self.share(0.5, |entry| !entry.metrics.is_empty() || self.covered_by(entry).is_some()),
            "reach" => self.reach(),
            "impact" => self.impact(1.0),
            "highlights" => self.impact(3.0),
            "focus" => self.focus(),
            "originality" => self.originality(),
            "free-of-charge" => self.free_of_charge(),
            "evidence" => self.share(0.8, |entry| entry.url.is_some()),
            _ => unreachable!("{criterion}"),
        }
    }

    /// A target that counts: in an open cycle what is due is judged, "0 of 0 is met; `target` stays".
    fn counting(&self, measured: f64, target: f64) -> Judged {
        Judged::new(at_least(measured, self.window.due(target)), measured, target)
            .with("target_now", self.window.due_detail(target))
    }

    /// A share of the counted entries.
    fn share(&self, target: f64, has: impl Fn(&Entry) -> bool) -> Judged {
        let having = self.entries.iter().filter(|counted| has(counted.entry)).count() as f64;
        let share = having / self.entries.len() as f64;
        Judged::new(at_least(share, target), share, target)
    }

    /// "gap if `microsoft-employee = true`; not stated: `not-assessed`."
    fn eligibility(&self) -> Judged {
        self.profile.employee.map_or_else(Judged::not_assessed, |employee| Judged::plain(!employee))
    }

    /// "met if `nominator` is stated; gap ...; renewal: `not-assessed`, not needed."
    fn nomination(&self) -> Judged {
        if self.profile.renewal { Judged::not_assessed() } else { Judged::plain(self.profile.nominator) }
    }

    /// "amount: sum of their amounts."
    fn amount(&self) -> f64 {
        self.entries.iter().map(|counted| counted.amount()).sum()
    }

    fn active_days(&self) -> BTreeSet<NaiveDate> {
        self.entries.iter().flat_map(|counted| counted.active_days()).collect()
    }

    /// "days from the newest active day, or from the day before the window's first where there is none, to as-of; met up
    /// to and with `within-days`."
    fn freshness(&self) -> Judged {
        let newest = self.active_days().last().copied().unwrap_or(self.window.first.pred_opt().unwrap());
        let passed = (self.window.as_of - newest).num_days() as f64;
        Judged::new(passed <= 60.0, passed, 60.0)
    }

    /// "calendar months with an active day (at most 12 are reported); `details.longest_gap_days`, the longest run of days
    /// without one from the window's first day to as-of, both included".
    fn regularity(&self) -> Judged {
        let active = self.active_days();
        let months: BTreeSet<(i32, u32)> = active.iter().map(|day| month_of(*day)).collect();
        let (mut longest, mut run) = (0, 0);
        for day in days(self.window.first, self.window.as_of) {
            run = if active.contains(&day) { 0 } else { run + 1 };
            longest = longest.max(run);
        }
        let mut judged = self.counting(months.len().min(12) as f64, 7.0).with("longest_gap_days", json!(longest));
        if longest > 90 {
            judged.outcome = Outcome::Gap;
        }
        judged
    }

    /// The channels with a counted entry and their amounts, in the vocabulary's order.
    fn amount_by_channel(&self) -> Vec<(&str, f64)> {
        let mut channels: Vec<(&str, f64)> = vec![];
        for (kind, ..) in TYPES {
            let amounts: Vec<f64> = self.entries.iter().filter(|c| c.entry.kind == kind).map(|c| c.amount()).collect();
            let (channel, amount) = (channel_of(kind, self.edition), amounts.iter().sum::<f64>());
            match channels.iter_mut().find(|(known, _)| *known == channel) {
                _ if amounts.is_empty() => {}
                Some((_, sum)) => *sum += amount,
                None => channels.push((channel, amount)),
            }
        }
        channels.sort_by_key(|(channel, _)| TYPES.iter().position(|(kind, ..)| kind == channel));
        channels
    }

    /// "the largest channel's share of the amount, `details.channel` (a tie: the vocabulary's order); `not-assessed` with
    /// fewer than two."
    fn concentration(&self) -> Judged {
        let channels = self.amount_by_channel();
        if channels.len() < 2 {
            return Judged::not_assessed();
        }
        let mut largest = channels[0];
        for channel in channels {
            if channel.1 > largest.1 + TOLERANCE {
                largest = channel;
            }
        }
        let share = largest.1 / self.amount();
        Judged::new(share <= 0.8 + TOLERANCE, share, 0.8).with("channel", json!(largest.0))
    }

    /// "The first channel in the file that covers an entry does."
    fn covered_by(&self, entry: &Entry) -> Option<&Entry> {
        self.covering.iter().map(|channel| channel.entry).find(|channel| channel.covers(entry))
    }

    /// One side of reach. "Flow metrics count by share"; covered entries "add none of the metrics that it states."
    fn reach_of(&self, side: &str) -> f64 {
        let mut sum = 0.0;
        for counted in &self.entries {
            let channel = self.covered_by(counted.entry);
            for (metric, value) in &counted.entry.metrics {
                let in_channel = channel.is_some_and(|channel| channel.metric(metric).is_some());
                if reach_side(&counted.entry.kind, metric) == side && !in_channel {
                    sum += value * counted.share();
                }
            }
        }
        for channel in &self.channels {
            for (metric, value) in &channel.entry.metrics {
                if reach_side(&channel.entry.kind, metric) == side {
                    sum += value * channel.share();
                }
            }
        }
        sum
    }

    /// "met if either reaches its threshold ...; `not-assessed` where no counted entry or channel states one."
    fn reach(&self) -> Judged {
        if !self.entries.iter().chain(&self.channels).any(|counted| counted.entry.states_reach()) {
            return Judged::not_assessed();
        }
        let (online, in_person) = (self.reach_of("b"), self.reach_of("p"));
        let met = at_least(online, self.window.due(5000.0)) || at_least(in_person, self.window.due(100.0));
        Judged::new(met, online + in_person, 5000.0)
            .with("online", json!(online))
            .with("in_person", json!(in_person))
            .with("target_in_person", json!(100.0))
            .with("target_now", self.window.due_detail(5000.0))
            .with("target_in_person_now", self.window.due_detail(100.0))
    }

    /// "notable entries (rows) ... `not-assessed` where no counted entry states any metric."
    fn impact(&self, target: f64) -> Judged {
        if self.entries.iter().all(|counted| counted.entry.metrics.is_empty()) {
            return Judged::not_assessed();
        }
        self.counting(self.entries.iter().filter(|counted| counted.entry.is_notable()).count() as f64, target)
    }

    /// "share of the amount, among entries that state an area, that has an area of the declared categories (the edition's
    /// lists) or one of the profile's own areas".
    fn focus(&self) -> Judged {
        let areas: Vec<String> =
            self.listed.iter().flat_map(|(_, areas)| areas.clone()).chain(lower(&self.profile.areas)).collect();
        let stating: Vec<_> = self.entries.iter().filter(|counted| !counted.entry.areas.is_empty()).collect();
        let in_focus = stating.iter().filter(|counted| lower(&counted.entry.areas).iter().any(|area| areas.contains(area)));
        let in_focus: f64 = in_focus.map(|counted| counted.amount()).sum();
        let stated: f64 = stating.iter().map(|counted| counted.amount()).sum();
        // "where entries that state one make less than half of the amount, or where the edition lists no areas and ..."
        if areas.is_empty() || !at_least(stated, self.amount() / 2.0) {
            return Judged::not_assessed();
        }
        Judged::new(at_least(in_focus / stated, 0.5), in_focus / stated, 0.5)
    }

    /// "1 - repeats / entries ...; none of them counted: `not-assessed`."
    fn originality(&self) -> Judged {
        let entries = self.entries.iter().map(|counted| counted.entry);
        let entries: Vec<&Entry> = entries.filter(|entry| REPEATABLE.contains(&entry.kind.as_str())).collect();
        if entries.is_empty() {
            return Judged::not_assessed();
        }
        let repeats = (0..entries.len()).filter(|&at| entries[..at].iter().any(|above| entries[at].repeats(above))).count();
        let share = 1.0 - repeats as f64 / entries.len() as f64;
        Judged::new(at_least(share, 0.7), share, 0.7)
    }

    /// "counted entries of its types with `paid = true`; met at 0." Its types: video (2020), all but book (2026).
    fn free_of_charge(&self) -> Judged {
        let applies = |kind: &str| if self.edition == "workshop-2020" { kind == "video" } else { kind != "book" };
        let paid = self.entries.iter().filter(|c| applies(&c.entry.kind) && c.entry.paid == Some(true)).count() as f64;
        Judged::new(paid == 0.0, paid, 0.0)
    }
}

fn lower(areas: &[String]) -> Vec<String> {
    areas.iter().map(|area| area.to_lowercase()).collect()
}

// ------------------------------------------------------------------------------------------------- the whole report

struct Finding {
    criterion: &'static str,
    category: Option<String>,
    judged: Judged,
}

struct Expected {
    window: Window,
    findings: Vec<Finding>,
    verdict: &'static str,
    activity: Value,
}

fn expect(profile: &Profile, edition: &str, as_of: NaiveDate) -> Expected {
    let window = Window::new(edition, profile.renewal, as_of);
    let entries: Vec<Counted> = profile.entries.iter().filter_map(|entry| Counted::new(entry, &window)).collect();
    let covering: Vec<Counted> = profile.channels.iter().filter_map(|entry| Counted::new(entry, &window)).collect();
    let listed = profile.categories.iter().map(|name| (name.clone(), lower(&areas_of(name, edition))));
    let listed: Vec<(String, Vec<String>)> = listed.collect();
    let part = |category: Option<&str>| Part {
        profile,
        edition,
        window: &window,
        entries: entries.iter().filter(|c| category.is_none() || category_of(c.entry, &listed) == category).collect(),
        channels: covering.iter().filter(|c| category.is_none() || c.entry.category.as_deref() == category).collect(),
        covering: &covering,
        listed: &listed,
    };
    let findings = judge_all(profile, as_of, &part);
    let verdict = verdict(profile, edition, &findings);
    Expected { window, findings, verdict, activity: activity(&part(None)) }
}

/// "an entry belongs to its `category`, else to the one declared category that lists one of its areas, else to none".
fn category_of<'p>(entry: &'p Entry, listed: &'p [(String, Vec<String>)]) -> Option<&'p str> {
    let lists = |areas: &[String]| lower(&entry.areas).iter().any(|area| areas.contains(area));
    let listing: Vec<&str> = listed.iter().filter(|(_, areas)| lists(areas)).map(|(name, _)| name.as_str()).collect();
    entry.category.as_deref().or(if listing.len() == 1 { Some(listing[0]) } else { None })
}

fn judge_all<'p>(profile: &'p Profile, as_of: NaiveDate, part: &impl Fn(Option<&str>) -> Part<'p>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = vec![];
    for (_, criterion, _, _, after) in CRITERIA {
        let split = profile.categories.len() == 2 && BY_CATEGORY.contains(&criterion);
        let categories: Vec<Option<String>> =
            if split { profile.categories.iter().cloned().map(Some).collect() } else { vec![None] };
        for category in categories {
            let may_be_judged = reached(&findings, after, category.as_deref());
            let mut judged = if may_be_judged { part(category.as_deref()).judge(criterion) } else { Judged::not_assessed() };
            // "Only a gap can be waived."
            if judged.outcome == Outcome::Gap && is_waived(profile, criterion, as_of) {
                judged.outcome = Outcome::Waived;
            }
            findings.push(Finding { criterion, category, judged });
        }
    }
    findings
}

/// "`after` X: judged where X is met or waived"; "An overall criterion `after` a split one waits for all."
fn reached(findings: &[Finding], after: &str, category: Option<&str>) -> bool {
    let before = findings.iter().filter(|finding| finding.criterion == after);
    let mut before = before.filter(|finding| category.is_none() || finding.category.as_deref() == category);
    before.all(|finding| matches!(finding.judged.outcome, Outcome::Met | Outcome::Waived))
}

/// "until = ... optional, this day included"
fn is_waived(profile: &Profile, criterion: &str, as_of: NaiveDate) -> bool {
    profile.waived.iter().any(|(waived, until)| waived == criterion && until.is_none_or(|until| as_of <= until))
}

/// "With two categories: the weaker one decides".
fn verdict(profile: &Profile, edition: &str, findings: &[Finding]) -> &'static str {
    if profile.categories.len() < 2 {
        return verdict_of(edition, findings.iter());
    }
    let verdicts = profile.categories.iter().map(|category| {
        verdict_of(edition, findings.iter().filter(|f| f.category.is_none() || f.category.as_ref() == Some(category)))
    });
    let verdicts: Vec<&str> = verdicts.collect();
    ["not-yet", "nearly", "ready"].into_iter().find(|verdict| verdicts.contains(verdict)).unwrap()
}

/// "`not-yet`: a required gap, or recommended gaps in more than `nearly-at-most = 3` themes; `nearly`: any recommended gap,
/// or a required criterion not assessed; else `ready`."
fn verdict_of<'f>(edition: &str, findings: impl Iterator<Item = &'f Finding>) -> &'static str {
    let (mut required_gap, mut required_open, mut themes) = (false, false, BTreeSet::new());
    for finding in findings {
        let (theme, _, in_2020, in_2026, _) = CRITERIA.into_iter().find(|(_, id, ..)| *id == finding.criterion).unwrap();
        let level = if edition == "workshop-2020" { in_2020 } else { in_2026 };
        match (level, finding.judged.outcome) {
            ('R', Outcome::Gap) => required_gap = true,
            ('R', Outcome::NotAssessed) => required_open = true,
            ('r', Outcome::Gap) => _ = themes.insert(theme),
            _ => {}
        }
    }
    match themes.len() {
        _ if required_gap => "not-yet",
        4.. => "not-yet",
        0 if !required_open => "ready",
        _ => "nearly",
    }
}

/// The numbers of the report's `activity`.
fn activity(part: &Part) -> Value {
    let mut types: BTreeMap<&str, f64> = BTreeMap::new();
    for counted in &part.entries {
        *types.entry(&counted.entry.kind).or_default() += counted.amount();
    }
    let as_of = part.window.as_of;
    let counting: Vec<&Entry> = part.profile.entries.iter().filter(|entry| entry.kind != NEVER_COUNTS).collect();
    let planned = counting.iter().filter(|entry| entry.is_planned(as_of)).count();
    json!({
        "entries": part.entries.len(),
        "outside_window": counting.len() - planned - part.entries.len(),
        "planned": planned,
        "left_out": part.profile.entries.len() - counting.len(),
        "amount": part.amount(),
        "types": types,
        "reach": { "online": part.reach_of("b"), "in_person": part.reach_of("p") },
    })
}

// ------------------------------------------------------------------------------------------------------- comparison

/// What differs between this computation and the report of an edition, one line each; and what was expected.
fn compare(profile: &Profile, text: &str, edition: &str, as_of: NaiveDate) -> (Vec<String>, Expected) {
    let expected = expect(profile, edition, as_of);
    let report = common::report(text, edition, &as_of.to_string());
    let mut mismatches = vec![];
    let mut same = |what: &str, expected: Value, found: &Value| {
        if !is_same(&expected, found) {
            mismatches.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    same("window.from", json!(expected.window.first.to_string()), &report["window"]["from"]);
    same("window.until", json!(expected.window.last.to_string()), &report["window"]["until"]);
    same("verdict", json!(expected.verdict), &report["verdict"]);
    for (name, value) in expected.activity.as_object().unwrap() {
        same(&format!("activity.{name}"), value.clone(), &report["activity"][name]);
    }
    let found = report["findings"].as_array().unwrap();
    same("number of findings", json!(expected.findings.len()), &json!(found.len()));
    for Finding { criterion, category, judged } in &expected.findings {
        let found = found.iter().find(|f| f["criterion"] == *criterion && f["category"] == json!(category));
        let found = found.unwrap_or(&Value::Null);
        let name = format!("{criterion} {}", category.as_deref().unwrap_or_default());
        same(&name, json!(judged.outcome.text()), &found["outcome"]);
        if judged.measured.is_some() || judged.outcome == Outcome::NotAssessed {
            same(&format!("{name}: measured"), json!(judged.measured), &found["measured"]);
        }
        if judged.target.is_some() {
            same(&format!("{name}: target"), json!(judged.target), &found["target"]);
        }
        for (detail, value) in &judged.details {
            same(&format!("{name}: {detail}"), value.clone(), &found["details"][detail]);
        }
    }
    (mismatches.into_iter().map(|line| format!("{edition} on {as_of}, {line}")).collect(), expected)
}

/// Whether two values are the same, numbers to 1e-9 (relative for values over 1).
fn is_same(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= TOLERANCE * a.abs().max(1.0)
        }
        (Value::Object(a), Value::Object(b)) => a.len() == b.len() && a.iter().all(|(key, value)| is_same(value, &found[key])),
        _ => expected == found,
    }
}

// ------------------------------------------------------------------------------------------------ profiles as text

fn print(profile: &Profile) -> String {
    let mut text = String::from("[profile]\nname = \"Somebody\"\n");
    writeln!(text, "stage = {:?}", if profile.renewal { "renewal" } else { "candidate" }).unwrap();
    writeln!(text, "categories = {:?}", profile.categories).unwrap();
    writeln!(text, "technology-areas = {:?}", profile.areas).unwrap();
    let nominator = profile.nominator.then_some("\"mvp\"");
    print_optional(&mut text, "microsoft-employee", profile.employee);
    print_optional(&mut text, "nominator", nominator);
    profile.entries.iter().for_each(|entry| print_entry(&mut text, "contribution", entry));
    profile.channels.iter().for_each(|entry| print_entry(&mut text, "channel", entry));
    for (criterion, until) in &profile.waived {
        writeln!(text, "\n[[waive]]\ncriterion = {criterion:?}\nreason = \"Accepted.\"").unwrap();
        print_optional(&mut text, "until", *until);
    }
    text
}

fn print_entry(text: &mut String, table: &str, entry: &Entry) {
    writeln!(text, "\n[[{table}]]\ntype = {:?}\ntitle = {:?}\ndate = {}", entry.kind, entry.title, entry.date).unwrap();
    match entry.end {
        End::SameDay => {}
        End::Until(until) => writeln!(text, "until = {until}").unwrap(),
        End::Ongoing => writeln!(text, "ongoing = true").unwrap(),
    }
    print_optional(text, "count", (entry.count > 1).then_some(entry.count));
    print_optional(text, "url", entry.url.as_ref().map(|url| format!("{url:?}")));
    print_optional(text, "category", entry.category.as_ref().map(|category| format!("{category:?}")));
    print_optional(text, "technology-areas", (!entry.areas.is_empty()).then(|| format!("{:?}", entry.areas)));
    print_optional(text, "paid", entry.paid);
    let metric = |(name, value): &(String, f64)| {
        if name == "rating" { format!("{name} = {value:.1}") } else { format!("{name} = {value}") }
    };
    let metrics: Vec<String> = entry.metrics.iter().map(metric).collect();
    print_optional(text, "impact", (!metrics.is_empty()).then(|| format!("{{ {} }}", metrics.join(", "))));
}

fn print_optional(text: &mut String, key: &str, value: Option<impl std::fmt::Display>) {
    if let Some(value) = value {
        writeln!(text, "{key} = {value}").unwrap();
    }
}

fn read(text: &str) -> Profile {
    let table: toml::Table = text.parse().unwrap();
    let profile = table["profile"].as_table().unwrap();
    let tables = |name: &str| match table.get(name) {
        Some(tables) => tables.as_array().unwrap().iter().map(|table| table.as_table().unwrap().clone()).collect(),
        None => vec![],
    };
    Profile {
        renewal: string(profile, "stage").as_deref() == Some("renewal"),
        categories: words(profile, "categories"),
        areas: words(profile, "technology-areas"),
        employee: profile.get("microsoft-employee").and_then(toml::Value::as_bool),
        nominator: profile.contains_key("nominator"),
        entries: tables("contribution").iter().map(read_entry).collect(),
        channels: tables("channel").iter().map(read_entry).collect(),
        waived: tables("waive").iter().map(|waive| (string(waive, "criterion").unwrap(), date(waive, "until"))).collect(),
    }
}

fn read_entry(table: &toml::Table) -> Entry {
    let ongoing = table.get("ongoing").and_then(toml::Value::as_bool) == Some(true);
    let number = |value: &toml::Value| value.as_float().unwrap_or_else(|| value.as_integer().unwrap() as f64);
    let metrics = table.get("impact").and_then(toml::Value::as_table).cloned().unwrap_or_default();
    Entry {
        kind: string(table, "type").unwrap(),
        title: string(table, "title").unwrap(),
        date: date(table, "date").unwrap(),
        end: if ongoing { End::Ongoing } else { date(table, "until").map_or(End::SameDay, End::Until) },
        count: table.get("count").map_or(1, |count| u32::try_from(count.as_integer().unwrap()).unwrap()),
        url: string(table, "url"),
        category: string(table, "category"),
        areas: words(table, "technology-areas"),
        paid: table.get("paid").and_then(toml::Value::as_bool),
        metrics: metrics.iter().map(|(name, value)| (name.clone(), number(value))).collect(),
    }
}

fn string(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key).map(|value| value.as_str().unwrap().to_owned())
}

fn words(table: &toml::Table, key: &str) -> Vec<String> {
    let array = table.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
    array.iter().map(|value| value.as_str().unwrap().to_owned()).collect()
}

fn date(table: &toml::Table, key: &str) -> Option<NaiveDate> {
    table.get(key).map(|value| value.as_datetime().unwrap().date.unwrap().to_string().parse().unwrap())
}

// --------------------------------------------------------------------------------------------- profiles, made up

/// In both editions, in both, in both; only in 2020; only in 2026.
const CATEGORIES: [&str; 5] = ["Developer Technologies", "Microsoft Azure", "Data Platform", "AI", "M365"];
/// Of the categories above in 2026, and of none; the case of letters makes no difference.
const AREAS: [&str; 9] =
    [".NET", "python", "Python", "DevOps", "PowerShell", "Azure Storage", "Power BI", "SharePoint", "Gardening"];
const TITLES: [&str; 9] =
    ["Hello, World!", "hello world", "HELLO  WORLD", "Hello World 2", "Über Tests", "über: tests", "ÜBER-TESTS", "!!!", "..."];

fn profiles() -> impl Strategy<Value = (Profile, NaiveDate)> {
    (as_of_days(), any::<bool>()).prop_flat_map(|(as_of, renewal)| {
        let size = prop_oneof![2 => 0..=3_usize, 4 => 4..=12_usize, 3 => 13..=40_usize];
        let entries =
            (size, select(&[0.5, 0.8, 0.99][..])).prop_flat_map(move |(size, full)| vec(entry(as_of, renewal, full), size));
        let waived = vec((select(&CRITERIA[1..]).prop_map(|row| row.1.to_owned()), option::of(dates(as_of, renewal))), 0..=1);
        let person = (option::weighted(0.9, prop::bool::weighted(0.1)), any::<bool>());
        let words = (some_of(&CATEGORIES, 2), some_of(&AREAS, 2));
        (words, person, entries, vec(channel(as_of, renewal), 0..=3), waived).prop_map(
            move |((categories, areas), (employee, nominator), entries, channels, waived)| {
                (Profile { renewal, categories, areas, employee, nominator, entries, channels, waived }, as_of)
            },
        )
    })
}

/// Any day of 2019 to 2027; often 29 February, its neighbours, or the edge of a cycle.
fn as_of_days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap();
    let special = &[(2, 28), (2, 29), (3, 1), (3, 31), (4, 1), (6, 30), (7, 1)][..];
    let leap_day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    let special = (2019..=2027, select(special))
        .prop_map(move |(year, (month, day))| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(leap_day));
    prop_oneof![2 => (0..9 * 365_u64).prop_map(move |days| first + Days::new(days)), 1 => special]
}

/// From two years before to half a year after as-of; a third of them on the edge of a window or next to it.
fn dates(as_of: NaiveDate, renewal: bool) -> impl Strategy<Value = NaiveDate> {
    let windows = EDITIONS.map(|edition| Window::new(edition, renewal, as_of));
    let edges: Vec<NaiveDate> = windows.iter().flat_map(|window| [window.first, window.as_of, window.last]).collect();
    let near = |from: NaiveDate, days: i64| from + chrono::Duration::days(days);
    prop_oneof![
        3 => (select(edges), -1..=1_i64).prop_map(move |(edge, days)| near(edge, days)),
        4 => (-365..=0_i64).prop_map(move |days| near(as_of, days)),
        2 => (-730..=183_i64).prop_map(move |days| near(as_of, days)),
    ]
}

fn spans(as_of: NaiveDate, renewal: bool) -> impl Strategy<Value = (NaiveDate, End)> {
    let dates = || dates(as_of, renewal);
    prop_oneof![
        3 => dates().prop_map(|date| (date, End::SameDay)),
        2 => (dates(), dates()).prop_map(|(a, b)| (a.min(b), End::Until(a.max(b)))),
        1 => dates().prop_map(|date| (date, End::Ongoing)),
    ]
}

/// `full` is how likely it is that a key is there which a careful person fills in.
fn entry(as_of: NaiveDate, renewal: bool, full: f64) -> impl Strategy<Value = Entry> {
    let kinds = select(&TYPES[..]).prop_map(|row| row.0);
    let count = prop_oneof![3 => Just(1), 1 => 2..=12_u32, 1 => 13..=60_u32];
    (kinds, count).prop_flat_map(move |(kind, count)| {
        let title = prop_oneof![select(&TITLES[..]).prop_map(str::to_owned), "[A-Z][a-z]{5,8}( [0-9])?"];
        let url = option::weighted(full, prop_oneof![urls(), "https://other\\.example/[a-z]{8}"]);
        let areas =
            (prop::bool::weighted(full), some_of(&AREAS, 2)).prop_map(|(stated, areas)| if stated { areas } else { vec![] });
        let category = option::weighted(0.3, select(&CATEGORIES[..]).prop_map(str::to_owned));
        let metrics = (prop::bool::weighted(full), metrics(kind, count)).prop_map(|(stated, m)| if stated { m } else { vec![] });
        (title, spans(as_of, renewal), url, category, areas, option::weighted(0.2, any::<bool>()), metrics).prop_map(
            move |(title, (date, end), url, category, areas, paid, metrics)| Entry {
                kind: kind.to_owned(),
                title,
                date,
                end,
                count,
                url,
                category,
                areas,
                paid,
                metrics,
            },
        )
    })
}

fn channel(as_of: NaiveDate, renewal: bool) -> impl Strategy<Value = Entry> {
    let kinds = select(&TYPES[..TYPES.len() - 1]).prop_map(|row| row.0);
    let kinds = prop_oneof![2 => select(&["article", "video", "talk"][..]), 1 => kinds];
    kinds.prop_flat_map(move |kind| {
        let metrics = metrics(kind, 1).prop_filter("impact is required", |metrics| !metrics.is_empty());
        let category = option::weighted(0.6, select(&CATEGORIES[..]).prop_map(str::to_owned));
        (spans(as_of, renewal), urls(), category, metrics).prop_map(move |((date, end), url, category, metrics)| {
            let (kind, title) = (kind.to_owned(), "My channel".to_owned());
            Entry { kind, title, date, end, count: 1, url: Some(url), category, areas: vec![], paid: None, metrics }
        })
    })
}

/// Some metrics of a type; values are often 0 or lie just at the type's threshold.
fn metrics(kind: &'static str, count: u32) -> impl Strategy<Value = Vec<(String, f64)>> {
    let value = move |name: &'static str| {
        if name == "rating" {
            return (0..=50_u32).prop_map(|tenths| f64::from(tenths) / 10.0).boxed();
        }
        let per_entry = if LEVELS.contains(&name) { 1 } else { count };
        let threshold = notable_from(kind, name).unwrap_or(100.0) as u32 * per_entry;
        prop_oneof![Just(0), 0..=300_u32, 0..=6000_u32, threshold - 1..=threshold + 1].prop_map(f64::from).boxed()
    };
    let metrics = cell(row(kind).0).map(|(name, _)| option::of(value(name)).prop_map(move |v| v.map(|v| (name.to_owned(), v))));
    metrics.collect::<Vec<_>>().prop_map(|metrics| metrics.into_iter().flatten().collect())
}

/// Few addresses, each written in many ways; most of them lead to the same canonical URL.
fn urls() -> impl Strategy<Value = String> {
    let parts = [
        &["https://", "http://", "HTTPS://", "https://www.", "http://WWW.", "https://me@", "https://me:word@www."][..],
        &["example.org", "Example.ORG", "blog.example.org"],
        &["", "", "", ":80", ":443", ":8080"],
        &["", "/a", "/a", "/a/b", "/A", "/ab"],
        &["", "", "/", "//"],
        &["", "", "?id=1", "?id=2", "?utm_source=x", "?utm_source=x&id=1", "?id=1&utm_medium=y&utm_id=3", "?a=b&id=1"],
        &["", "", "#part", "#a/b?c"],
    ];
    parts.map(select).prop_map(|parts| parts.concat())
}

fn some_of(words: &'static [&'static str], at_most: usize) -> impl Strategy<Value = Vec<String>> {
    subsequence(words, 0..=at_most).prop_shuffle().prop_map(|words| words.into_iter().map(str::to_owned).collect())
}

// ------------------------------------------------------------------------------------------------------------ tests

#[test]
fn two_people_compute_the_same() {
    let config =
        ProptestConfig { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(2020), ..ProptestConfig::default() };
    let seen = RefCell::new(BTreeMap::<(&str, Outcome), usize>::new());
    let outcome = TestRunner::new(config).run(&profiles(), |(profile, as_of)| {
        let text = print(&profile);
        for edition in EDITIONS {
            let (mismatches, expected) = compare(&profile, &text, edition, as_of);
            prop_assert!(mismatches.is_empty(), "{}\n\n{text}", mismatches.join("\n"));
            for finding in expected.findings {
                *seen.borrow_mut().entry((finding.criterion, finding.judged.outcome)).or_default() += 1;
            }
        }
        Ok(())
    });
    match outcome {
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        other => other.unwrap(),
    }
    println!("{seen:#?}");
}

#[test]
#[ignore = "needs a folder of cases, named by MVP_CHECK_CASES"]
fn published_cases() {
    let folder = std::env::var("MVP_CHECK_CASES").expect("MVP_CHECK_CASES names the folder of cases");
    let paths = std::fs::read_dir(&folder).expect("a folder that can be read").map(|file| file.unwrap().path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no cases in {folder}");
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let as_of = text.lines().next().and_then(|line| line.strip_prefix("# as-of: ")).expect("`# as-of:` in the first line");
        let profile = read(&text);
        for edition in EDITIONS {
            let (mismatches, expected) = compare(&profile, &text, edition, as_of.trim().parse().unwrap());
            assert!(mismatches.is_empty(), "{}\n{}\n\n{text}", path.display(), mismatches.join("\n"));
            let refused = path.file_stem().unwrap() == "refused-blog-only" && edition == "workshop-2020";
            assert_eq!(expected.verdict, if refused { "not-yet" } else { "nearly" }, "{} by {edition}", path.display());
        }
    }
}
