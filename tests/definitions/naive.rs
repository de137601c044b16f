//! Every definition of `guidance.md` computed a second time, from its text alone: day by day and without cleverness. A comment in
//! quotes is the sentence that the code below it follows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use mvp_check::guidance::Guidance;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::common;

/// How far two numbers may lie apart, and by how much a sum of tenths may miss a threshold that it reaches on paper.
pub const TOLERANCE: f64 = 1e-9;

pub fn at_least(value: f64, threshold: f64) -> bool {
    value >= threshold - TOLERANCE
}

// ------------------------------------------------------------------------------------------- tables of the guidance

/// "Activity types": id, metrics (b: online reach, p: people in person), notable from.
pub const TYPES: [(&str, &str, &str); 12] = [
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
pub const TALK: &str = "attendees 30, livestream-views 100, on-demand-views 1000";

/// "`certification` is known and never counts."
pub const NEVER_COUNTS: &str = "certification";

/// "stars, forks, subscribers, members, rating are levels: never scaled by time; the rest are flows."
pub const LEVELS: [&str; 5] = ["stars", "forks", "subscribers", "members", "rating"];

/// "originality: ... over articles, videos, talks, books, sample code, tools."
pub const REPEATABLE: [&str; 6] = ["article", "video", "talk", "book", "sample-code", "marketplace-tool"];

/// The table of criteria: theme, id, level by `workshop-2020`, level by `program-2026`, `after`.
pub const CRITERIA: [(&str, &str, char, char, &str); 18] = [
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
pub const BY_CATEGORY: [&str; 6] = ["amount", "diversity", "breadth", "reach", "impact", "highlights"];

/// "Nothing counted: recency, amount, freshness, regularity and diversity are judged as always", as is the eligibility.
pub const ALWAYS_JUDGED: [&str; 8] =
    ["eligibility", "category", "nomination", "recency", "amount", "freshness", "regularity", "diversity"];

/// The items of a type's cell: `views b, likes` is (views, b) and (likes, nothing).
pub fn items(cell: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    cell.split(", ").filter(|item| !item.is_empty()).map(|item| item.split_once(' ').unwrap_or((item, "")))
}

pub fn row(kind: &str) -> &'static (&'static str, &'static str, &'static str) {
    TYPES.iter().find(|(id, ..)| *id == kind).unwrap()
}

/// `b` or `p` for a metric that adds to reach, else nothing.
pub fn reach_side(kind: &str, metric: &str) -> &'static str {
    items(row(kind).1).find(|(id, _)| *id == metric).unwrap().1
}

pub fn notable_from(kind: &str, metric: &str) -> Option<f64> {
    items(row(kind).2).find(|(id, _)| *id == metric).map(|(_, from)| from.parse().unwrap())
}

/// "answers in Q&A communities and forums; weight 0.1 each"; the others weigh 1.
pub fn weight(kind: &str) -> f64 {
    if kind == "question-answering" { 0.1 } else { 1.0 }
}

/// An edition: its id, what the crate made of it, and the areas that its file lists, by category and in lower case.
pub struct Edition {
    pub id: &'static str,
    pub guidance: Guidance,
    pub areas: BTreeMap<String, Vec<String>>,
}

impl Edition {
    pub fn all() -> [Self; 2] {
        let files = [include_str!("../../src/guidance/workshop-2020.toml"), include_str!("../../src/guidance/program-2026.toml")];
        [("workshop-2020", files[0]), ("program-2026", files[1])].map(|(id, file)| {
            let listed: Vec<Listed> = file.parse::<toml::Table>().unwrap()["category"].clone().try_into().unwrap();
            let areas = listed.into_iter().map(|listed| (listed.name, lower(&listed.areas))).collect();
            Self { id, guidance: common::edition(id), areas }
        })
    }

    pub fn is_2020(&self) -> bool {
        self.id == "workshop-2020"
    }

    /// "in `workshop-2020` talk and event are one ..., in `program-2026` each type is its own."
    pub fn channel_of<'k>(&self, kind: &'k str) -> &'k str {
        if kind == "event" && self.is_2020() { "talk" } else { kind }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Listed {
    pub name: String,
    pub areas: Vec<String>,
}

pub fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

// ------------------------------------------------------------------------------------------------------ the profile

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Profile {
    pub profile: Person,
    pub contribution: Vec<Entry>,
    pub channel: Vec<Entry>,
    pub waive: Vec<Waive>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Person {
    pub stage: String,
    pub categories: Vec<String>,
    pub technology_areas: Vec<String>,
    pub microsoft_employee: Option<bool>,
    pub nominator: Option<String>,
}

/// A `[[contribution]]`, or a `[[channel]]`, which leaves out the keys that it doesn't have.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Entry {
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    #[serde(deserialize_with = "day")]
    pub date: NaiveDate,
    #[serde(deserialize_with = "optional_day")]
    pub until: Option<NaiveDate>,
    pub ongoing: bool,
    pub count: Option<u32>,
    pub url: Option<String>,
    pub category: Option<String>,
    pub technology_areas: Vec<String>,
    pub paid: Option<bool>,
    pub impact: BTreeMap<String, f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Waive {
    pub criterion: String,
    #[serde(deserialize_with = "optional_day")]
    pub until: Option<NaiveDate>,
}

pub fn day<'de, D: Deserializer<'de>>(value: D) -> Result<NaiveDate, D::Error> {
    Ok(toml::value::Datetime::deserialize(value)?.date.unwrap().to_string().parse().unwrap())
}

pub fn optional_day<'de, D: Deserializer<'de>>(value: D) -> Result<Option<NaiveDate>, D::Error> {
    day(value).map(Some)
}

impl Entry {
    pub fn count(&self) -> f64 {
        f64::from(self.count.unwrap_or(1))
    }

    /// "An entry covers `date` to `until` (both included; `ongoing = true`: to as-of; neither: one day)."
    pub fn covered_days(&self, as_of: NaiveDate) -> Vec<NaiveDate> {
        days(self.date, if self.ongoing { as_of } else { self.until.unwrap_or(self.date) })
    }

    /// "one metric as stated, divided by `count` unless it is a level, reaches the type's threshold."
    pub fn is_notable(&self) -> bool {
        self.impact.iter().any(|(metric, stated)| {
            let each = if LEVELS.contains(&metric.as_str()) { *stated } else { stated / self.count() };
            notable_from(&self.kind, metric).is_some_and(|from| at_least(each, from))
        })
    }

    /// "It covers the entries of its type whose canonical URL equals its own or goes on from it with `/` or `?`".
    pub fn covers(&self, entry: &Entry) -> bool {
        let (Some(own), Some(other)) = (&self.url, &entry.url) else { return false };
        let (own, other) = (canonical(own), canonical(other));
        let goes_on = other.starts_with(&format!("{own}/")) || other.starts_with(&format!("{own}?"));
        self.kind == entry.kind && (other == own || goes_on)
    }

    /// "A repeat has the canonical URL, or within its type the title ..., of a counted entry of these types above it".
    pub fn repeats(&self, above: &Entry) -> bool {
        let same_url = matches!((&self.url, &above.url), (Some(a), Some(b)) if canonical(a) == canonical(b));
        let title = plain(&self.title);
        same_url || (self.kind == above.kind && !title.is_empty() && title == plain(&above.title))
    }
}

/// "the title (letters and digits only, lower case; an empty one never repeats)"
pub fn plain(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// "Canonical URL: without scheme, user, `www.`, default port, fragment, `utm_*` parameters and the slashes that end the
/// path; host in lower case; the rest as it is."
pub fn canonical(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap();
    let rest = rest.split('#').next().unwrap();
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = address.split_at(address.find('/').unwrap_or(address.len()));
    let host = authority.rsplit('@').next().unwrap().to_lowercase();
    let default_port = if scheme.eq_ignore_ascii_case("http") { ":80" } else { ":443" };
    let host = host.strip_suffix(default_port).unwrap_or(&host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let query = query.split('&').filter(|parameter| !parameter.starts_with("utm_")).collect::<Vec<_>>().join("&");
    let question_mark = if query.is_empty() { "" } else { "?" };
    format!("{host}{}{question_mark}{query}", path.trim_end_matches('/'))
}

/// All days from one to another, both included.
pub fn days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| *day <= last).collect()
}

pub fn months(days: impl IntoIterator<Item = NaiveDate>) -> BTreeSet<(i32, u32)> {
    days.into_iter().map(|day| (day.year(), day.month())).collect()
}

// ------------------------------------------------------------------------------------------------------- the window

pub struct Window {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub as_of: NaiveDate,
}

impl Window {
    pub fn new(is_2020: bool, stage: &str, as_of: NaiveDate) -> Self {
        if stage == "renewal" { Self::cycle(if is_2020 { 7 } else { 4 }, as_of) } else { Self::twelve_months(as_of) }
    }

    /// "from the day after (as-of minus 12 months; 29 February: the 28th) to as-of, both included."
    pub fn twelve_months(as_of: NaiveDate) -> Self {
        let day = if (as_of.month(), as_of.day()) == (2, 29) { 28 } else { as_of.day() };
        let year_before = NaiveDate::from_ymd_opt(as_of.year() - 1, as_of.month(), day).unwrap();
        Self { first: year_before.succ_opt().unwrap(), last: as_of, as_of }
    }

    /// "the cycle that holds as-of. `workshop-2020`: 1 July to 30 June ... `program-2026`: 1 April to 31 March".
    pub fn cycle(month: u32, as_of: NaiveDate) -> Self {
        let begins = |day: NaiveDate| (day.month(), day.day()) == (month, 1);
        let (mut first, mut after) = (as_of, as_of.succ_opt().unwrap());
        while !begins(first) {
            first = first.pred_opt().unwrap();
        }
        while !begins(after) {
            after = after.succ_opt().unwrap();
        }
        Self { first, last: after.pred_opt().unwrap(), as_of }
    }

    /// "Window days end at as-of where that is earlier than the window's end."
    pub fn has(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last && day <= self.as_of
    }

    /// "Open cycle (stage renewal, window's end after as-of): targets that count ... are due in proportion: round half up
    /// (target x days passed, as-of included / days of the window)". Where the window is closed: nothing.
    pub fn due(&self, target: f64) -> Option<f64> {
        let passed = days(self.first, self.as_of).len() as f64;
        let all = days(self.first, self.last).len() as f64;
        (self.last > self.as_of).then(|| (target * passed / all + 0.5).floor())
    }
}

// ------------------------------------------------------------------------------------------------------ what counts

/// An entry or a channel that counts.
pub struct Counted<'p> {
    pub entry: &'p Entry,
    pub covered: Vec<NaiveDate>,
    pub in_window: Vec<NaiveDate>,
}

impl<'p> Counted<'p> {
    /// "of a type that counts, not planned, at least one day in the window ... Planned: `date` after as-of."
    pub fn new(entry: &'p Entry, window: &Window) -> Option<Self> {
        let covered = entry.covered_days(window.as_of);
        let in_window: Vec<NaiveDate> = covered.iter().copied().filter(|day| window.has(*day)).collect();
        let counts = entry.kind != NEVER_COUNTS && entry.date <= window.as_of && !in_window.is_empty();
        counts.then_some(Self { entry, covered, in_window })
    }

    /// "share = covered days in the window / covered days."
    pub fn share(&self) -> f64 {
        self.in_window.len() as f64 / self.covered.len() as f64
    }

    /// "Amount of an entry = max(1, count x share) x the type's weight."
    pub fn amount(&self) -> f64 {
        f64::max(1.0, self.entry.count() * self.share()) * weight(&self.entry.kind)
    }

    /// "every covered day in the window if `count` is at least the number of calendar months it covers; else only those
    /// of `date` and `until` that lie in the window (`ongoing`: only `date`)."
    pub fn active_days(&self) -> Vec<NaiveDate> {
        if self.entry.count() >= months(self.covered.clone()).len() as f64 {
            return self.in_window.clone();
        }
        let stated = [Some(self.entry.date), self.entry.until];
        stated.into_iter().flatten().filter(|day| self.in_window.contains(day)).collect()
    }
}

/// What a criterion is judged on: the whole record, or one category's part of it.
pub struct Part<'p> {
    pub person: &'p Person,
    pub edition: &'p Edition,
    pub window: &'p Window,
    pub entries: Vec<&'p Counted<'p>>,
    /// The channels that add to this part's reach.
    pub channels: Vec<&'p Counted<'p>>,
    /// All counted channels in the file's order: each covers entries of any part.
    pub covering: &'p [Counted<'p>],
}

// ---------------------------------------------------------------------------------------------------- the criteria

/// A finding's outcome without numbers.
pub fn outcome(met: bool) -> Value {
    json!({ "outcome": if met { "met" } else { "gap" } })
}

pub fn not_assessed() -> Value {
    json!({ "outcome": "not-assessed", "measured": null })
}

pub fn judged(met: bool, measured: f64, target: f64) -> Value {
    json!({ "outcome": outcome(met)["outcome"], "measured": measured, "target": target })
}

/// A share that has to be reached.
pub fn share(part: f64, whole: f64, target: f64) -> Value {
    judged(at_least(part / whole, target), part / whole, target)
}

pub fn amount(entries: &[&Counted]) -> f64 {
    entries.iter().map(|counted| counted.amount()).sum()
}

impl Part<'_> {
    pub fn judge(&self, criterion: &str) -> Value {
        // "the rest of recency to quality is `not-assessed`."
        if self.entries.is_empty() && !ALWAYS_JUDGED.contains(&criterion) {
            return not_assessed();
        }
        match criterion {
            // "gap if `microsoft-employee = true`; not stated: `not-assessed`."
            "eligibility" => self.person.microsoft_employee.map_or_else(not_assessed, |employee| outcome(!employee)),
            "category" => judged(!self.person.categories.is_empty(), self.person.categories.len() as f64, 1.0),
            // "met if `nominator` is stated; gap ...; renewal: `not-assessed`, not needed."
            "nomination" if self.person.stage == "renewal" => not_assessed(),
            "nomination" => outcome(self.person.nominator.is_some()),
            "recency" => self.counting(self.entries.len() as f64, 1.0),
            "freshness" => self.freshness(),
            "regularity" => self.regularity(),
            "amount" => self.counting(amount(&self.entries), 18.0),
            "diversity" => self.counting(self.by_channel().len() as f64, 2.0),
            "breadth" => self.counting(self.by_channel().len() as f64, 3.0),
            "concentration" => self.concentration(),
            "measured" => self.share_of_entries(0.5, |entry| !entry.impact.is_empty() || self.channel_over(entry).is_some()),
            "reach" => self.reach(),
            "impact" => self.notable(1.0),
            "highlights" => self.notable(3.0),
            "focus" => self.focus(),
            "originality" => self.originality(),
            "free-of-charge" => self.free_of_charge(),
            "evidence" => self.share_of_entries(0.8, |entry| entry.url.is_some()),
            _ => unreachable!("{criterion}"),
        }
    }

    pub fn those(&self, which: impl Fn(&Entry) -> bool) -> Vec<&Counted<'_>> {
        self.entries.iter().copied().filter(|counted| which(counted.entry)).collect()
    }

    /// A target that counts: in an open cycle what is due is judged, "0 of 0 is met; `target` stays".
    pub fn counting(&self, measured: f64, target: f64) -> Value {
        let mut finding = judged(at_least(measured, self.window.due(target).unwrap_or(target)), measured, target);
        finding["details"]["target_now"] = json!(self.window.due(target));
        finding
    }

    pub fn share_of_entries(&self, target: f64, has: impl Fn(&Entry) -> bool) -> Value {
        share(self.those(has).len() as f64, self.entries.len() as f64, target)
    }

    pub fn active_days(&self) -> BTreeSet<NaiveDate> {
        self.entries.iter().flat_map(|counted| counted.active_days()).collect()
    }

    /// "days from the newest active day, or from the day before the window's first where there is none, to as-of; met up
    /// to and with `within-days`."
    pub fn freshness(&self) -> Value {
        let newest = self.active_days().last().copied().unwrap_or(self.window.first.pred_opt().unwrap());
        let passed = (self.window.as_of - newest).num_days();
        judged(passed <= 60, passed as f64, 60.0)
    }

    /// "calendar months with an active day (at most 12 are reported); `details.longest_gap_days`, the longest run of days
    /// without one from the window's first day to as-of, both included".
    pub fn regularity(&self) -> Value {
        let active = self.active_days();
        let (mut longest, mut run) = (0, 0);
        for day in days(self.window.first, self.window.as_of) {
            run = if active.contains(&day) { 0 } else { run + 1 };
            longest = longest.max(run);
        }
        let mut finding = self.counting(months(active).len().min(12) as f64, 7.0);
        finding["details"]["longest_gap_days"] = json!(longest);
        if longest > 90 {
            finding["outcome"] = json!("gap");
        }
        finding
    }

    /// "channels with a counted entry", in the vocabulary's order, with the amount of each.
    pub fn by_channel(&self) -> Vec<(&'static str, f64)> {
        let entries = |channel| self.those(|entry| self.edition.channel_of(&entry.kind) == channel);
        let used = TYPES.map(|row| row.0).into_iter().filter(|channel| !entries(*channel).is_empty());
        used.map(|channel| (channel, amount(&entries(channel)))).collect()
    }

    /// "the largest channel's share of the amount, `details.channel` (a tie: the vocabulary's order); `not-assessed` with
    /// fewer than two."
    pub fn concentration(&self) -> Value {
        let channels = self.by_channel();
        let most = channels.iter().map(|channel| channel.1).fold(0.0, f64::max);
        let share = most / amount(&self.entries);
        let mut finding = judged(share <= 0.8 + TOLERANCE, share, 0.8);
        finding["details"]["channel"] = json!(channels.iter().find(|channel| at_least(channel.1, most)).unwrap().0);
        if channels.len() < 2 { not_assessed() } else { finding }
    }

    /// "The first channel in the file that covers an entry does."
    pub fn channel_over(&self, entry: &Entry) -> Option<&Entry> {
        self.covering.iter().map(|channel| channel.entry).find(|channel| channel.covers(entry))
    }

    /// "sum of all reach metrics, unrounded", of one side. "Flow metrics count by share"; covered entries "add none of the
    /// metrics that it states."
    pub fn reach_of(&self, side: &str) -> f64 {
        let adds = |counted: &Counted, over: Option<&Entry>| {
            let of_side = counted.entry.impact.iter().filter(|(metric, _)| reach_side(&counted.entry.kind, metric) == side);
            let own = of_side.filter(|(metric, _)| !over.is_some_and(|channel| channel.impact.contains_key(*metric)));
            own.map(|(_, stated)| stated * counted.share()).sum::<f64>()
        };
        let entries: f64 = self.entries.iter().map(|counted| adds(counted, self.channel_over(counted.entry))).sum();
        entries + self.channels.iter().map(|channel| adds(channel, None)).sum::<f64>()
    }

    /// "met if either reaches its threshold ...; `not-assessed` where no counted entry or channel states one."
    pub fn reach(&self) -> Value {
        let mut metrics =
            self.entries.iter().chain(&self.channels).flat_map(|c| c.entry.impact.keys().map(|metric| (&c.entry.kind, metric)));
        if metrics.all(|(kind, metric)| reach_side(kind, metric).is_empty()) {
            return not_assessed();
        }
        let (online, in_person) = (self.reach_of("b"), self.reach_of("p"));
        let (due, due_in_person) = (self.window.due(5000.0), self.window.due(100.0));
        let met = at_least(online, due.unwrap_or(5000.0)) || at_least(in_person, due_in_person.unwrap_or(100.0));
        let mut finding = judged(met, online + in_person, 5000.0);
        finding["details"] = json!({
            "online": online, "in_person": in_person, "target_in_person": 100,
            "target_now": due, "target_in_person_now": due_in_person,
        });
        finding
    }

    /// "impact, highlights: notable entries (rows) ...; `not-assessed` where no counted entry states any metric."
    pub fn notable(&self, target: f64) -> Value {
        if self.those(|entry| !entry.impact.is_empty()).is_empty() {
            return not_assessed();
        }
        self.counting(self.those(Entry::is_notable).len() as f64, target)
    }

    /// "share of the amount, among entries that state an area, that has an area of the declared categories (the edition's
    /// lists) or one of the profile's own areas; `not-assessed` where entries that state one make less than half of the
    /// amount, or where the edition lists no areas and the profile names none."
    pub fn focus(&self) -> Value {
        let mut areas = lower(&self.person.technology_areas);
        areas.extend(self.person.categories.iter().flat_map(|category| self.edition.areas.get(category)).flatten().cloned());
        let stating = amount(&self.those(|entry| !entry.technology_areas.is_empty()));
        let in_focus = self.those(|entry| lower(&entry.technology_areas).iter().any(|area| areas.contains(area)));
        if areas.is_empty() || !at_least(stating, amount(&self.entries) / 2.0) {
            return not_assessed();
        }
        share(amount(&in_focus), stating, 0.5)
    }

    /// "1 - repeats / entries, over articles, videos, ...; none of them counted: `not-assessed`."
    pub fn originality(&self) -> Value {
        let all = self.those(|entry| REPEATABLE.contains(&entry.kind.as_str()));
        let repeats_above = |at: &usize| all[..*at].iter().any(|above| all[*at].entry.repeats(above.entry));
        let repeats = (0..all.len()).filter(repeats_above).count();
        if all.is_empty() { not_assessed() } else { share((all.len() - repeats) as f64, all.len() as f64, 0.7) }
    }

    /// "counted entries of its types with `paid = true`; met at 0." Its types: video (2020), all but book (2026).
    pub fn free_of_charge(&self) -> Value {
        let has_to_be_free = |kind: &str| if self.edition.is_2020() { kind == "video" } else { kind != "book" };
        let paid = self.those(|entry| has_to_be_free(&entry.kind) && entry.paid == Some(true)).len();
        judged(paid == 0, paid as f64, 0.0)
    }

    pub fn activity(&self, all: &[Entry]) -> Value {
        let as_of = self.window.as_of;
        let mut types: BTreeMap<&str, f64> = BTreeMap::new();
        self.entries.iter().for_each(|counted| *types.entry(&counted.entry.kind).or_default() += counted.amount());
        let counting: Vec<&Entry> = all.iter().filter(|entry| entry.kind != NEVER_COUNTS).collect();
        let in_window = |entry: &Entry| entry.covered_days(as_of).into_iter().any(|day| self.window.has(day));
        json!({
            "entries": self.entries.len(),
            "outside_window": counting.iter().filter(|entry| entry.date <= as_of && !in_window(entry)).count(),
            "planned": counting.iter().filter(|entry| entry.date > as_of).count(),
            "left_out": all.len() - counting.len(),
            "amount": amount(&self.entries),
            "types": types,
            "reach": { "online": self.reach_of("b"), "in_person": self.reach_of("p") },
        })
    }
}

// ------------------------------------------------------------------------------------------------- the whole report

/// The parts of the JSON report that are defined in `guidance.md`.
pub fn expected_report(profile: &Profile, edition: &Edition, as_of: NaiveDate) -> Value {
    let person = &profile.profile;
    let window = Window::new(edition.is_2020(), &person.stage, as_of);
    let entries: Vec<Counted> = profile.contribution.iter().filter_map(|entry| Counted::new(entry, &window)).collect();
    let covering: Vec<Counted> = profile.channel.iter().filter_map(|entry| Counted::new(entry, &window)).collect();
    let part = |category: Option<&str>| {
        let entries = entries.iter().filter(|c| category.is_none() || category_of(c.entry, person, edition) == category);
        // A channel belongs to the category that it states, else to none.
        let channels = covering.iter().filter(|c| category.is_none() || c.entry.category.as_deref() == category);
        let (entries, channels) = (entries.collect(), channels.collect());
        Part { person, edition, window: &window, entries, channels, covering: &covering }
    };
    let mut findings: Vec<Value> = vec![];
    for (_, criterion, _, _, after) in CRITERIA {
        for category in parts_of(criterion, &person.categories) {
            let mut finding = if is_due(&findings, after, category) { part(category).judge(criterion) } else { not_assessed() };
            if finding["outcome"] == "gap" && is_waived(&profile.waive, criterion, as_of) {
                finding["outcome"] = json!("waived");
            }
            finding["criterion"] = json!(criterion);
            finding["category"] = json!(category);
            findings.push(finding);
        }
    }
    json!({
        "window": { "from": window.first.to_string(), "until": window.last.to_string() },
        "activity": part(None).activity(&profile.contribution),
        "verdict": verdict(&findings, &person.categories, edition),
        "findings": findings,
    })
}

/// The categories that a criterion is judged for, or once for all.
pub fn parts_of<'p>(criterion: &str, categories: &'p [String]) -> Vec<Option<&'p str>> {
    let split = categories.len() == 2 && BY_CATEGORY.contains(&criterion);
    if split { categories.iter().map(|category| Some(category.as_str())).collect() } else { vec![None] }
}

/// "an entry belongs to its `category`, else to the one declared category that lists one of its areas, else to none".
pub fn category_of<'p>(entry: &'p Entry, person: &'p Person, edition: &Edition) -> Option<&'p str> {
    let stated = lower(&entry.technology_areas);
    let lists = |category: &&String| edition.areas.get(*category).is_some_and(|own| own.iter().any(|area| stated.contains(area)));
    let listing: Vec<&String> = person.categories.iter().filter(lists).collect();
    entry.category.as_deref().or(if listing.len() == 1 { Some(listing[0]) } else { None })
}

/// "`after` X: judged where X is met or waived"; "An overall criterion `after` a split one waits for all."
pub fn is_due(findings: &[Value], after: &str, category: Option<&str>) -> bool {
    let same_part = |finding: &&Value| category.is_none() || finding["category"] == json!(category);
    let mut before = findings.iter().filter(|finding| finding["criterion"] == after).filter(same_part);
    before.all(|finding| finding["outcome"] == "met" || finding["outcome"] == "waived")
}

/// "Only a gap can be waived"; "until ... optional, this day included".
pub fn is_waived(waives: &[Waive], criterion: &str, as_of: NaiveDate) -> bool {
    waives.iter().any(|waive| waive.criterion == criterion && waive.until.is_none_or(|until| as_of <= until))
}

/// "With two categories: the weaker one decides".
pub fn verdict(findings: &[Value], categories: &[String], edition: &Edition) -> &'static str {
    let concerns = |finding: &&Value, category: &String| finding["category"].is_null() || finding["category"] == json!(category);
    let of_category = |category| verdict_of(findings.iter().filter(|finding| concerns(finding, category)), edition);
    let verdicts: Vec<&str> = match categories.len() {
        2 => categories.iter().map(of_category).collect(),
        _ => vec![verdict_of(findings.iter(), edition)],
    };
    ["not-yet", "nearly", "ready"].into_iter().find(|verdict| verdicts.contains(verdict)).unwrap()
}

/// "`not-yet`: a required gap, or recommended gaps in more than `nearly-at-most = 3` themes; `nearly`: any recommended gap,
/// or a required criterion not assessed; else `ready`."
pub fn verdict_of<'f>(findings: impl Iterator<Item = &'f Value>, edition: &Edition) -> &'static str {
    let (mut required_gap, mut required_unknown, mut themes) = (false, false, BTreeSet::new());
    for finding in findings {
        let (theme, _, in_2020, in_2026, _) = CRITERIA.iter().find(|(_, id, ..)| finding["criterion"] == *id).unwrap();
        match (if edition.is_2020() { in_2020 } else { in_2026 }, finding["outcome"].as_str().unwrap()) {
            ('R', "gap") => required_gap = true,
            ('R', "not-assessed") => required_unknown = true,
            ('r', "gap") => _ = themes.insert(theme),
            _ => {}
        }
    }
    match (required_gap, themes.len(), required_unknown) {
        (true, ..) | (_, 4.., _) => "not-yet",
        (_, 1.., _) | (_, _, true) => "nearly",
        _ => "ready",
    }
}
