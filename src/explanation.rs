//! What `explain` says about a criterion, an activity type, a metric or a page: what, why, how it is measured, whose number it is, what
//! was seen among awarded people, the source.

use serde::Serialize;

use crate::check::Check;
use crate::evidence::Demand;
use crate::guidance::{Basis, Criterion, Guidance, Level, Page, Seen};
use crate::text::{HARD_SPACE, closest, counted, joined, number};
use crate::vocabulary::{ActivityType, Metric, MetricId, Reach, Vocabulary};

#[derive(Debug, Serialize)]
pub(crate) struct Explanation {
    pub(crate) topic: String,
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    pub(crate) parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Part {
    /// Its heading; empty for running text.
    pub(crate) heading: &'static str,
    pub(crate) text: String,
}

fn part(heading: &'static str, text: impl Into<String>) -> Part {
    Part { heading, text: text.into() }
}

/// Explains a topic of an edition; for an unknown one the topic that was probably meant.
pub(crate) fn explain<'g>(topic: &str, guidance: &'g Guidance) -> Result<Explanation, Option<&'g str>> {
    let vocabulary = &guidance.vocabulary;
    if let Some(criterion) = guidance.criterion(topic) {
        return Ok(of_criterion(criterion, guidance));
    }
    if let Some(known) = vocabulary.type_named(topic) {
        return Ok(of_type(known, guidance));
    }
    if let Some(id) = vocabulary.metric_id(topic) {
        return Ok(of_metric(id, guidance));
    }
    if let Some(page) = guidance.pages.iter().find(|page| page.id == topic) {
        return Ok(of_page(page));
    }
    let criteria = vocabulary.criteria.iter();
    let types = vocabulary.types.iter().map(|known| &known.id);
    let metrics = vocabulary.metrics.iter().map(|metric| &metric.id);
    let pages = guidance.pages.iter().map(|page| &page.id);
    Err(closest(topic, criteria.chain(types).chain(metrics).chain(pages).map(String::as_str)))
}

pub(crate) fn whose(basis: Basis) -> &'static str {
    match basis {
        Basis::Article => "the article's",
        Basis::Program => "the program's",
        Basis::Yardstick => "a yardstick of this tool; no official number exists",
        Basis::Own => "your own guidance's",
    }
}

pub(crate) fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Article => "article",
        Basis::Program => "program",
        Basis::Yardstick => "yardstick",
        Basis::Own => "own",
    }
}

pub(crate) fn level_name(level: Level) -> &'static str {
    match level {
        Level::Required => "required",
        Level::Recommended => "recommended",
        Level::Advisory => "advisory",
    }
}

/// What a check wants, with its unit where the words do not say it: "18 activities", "50 % of the entries".
pub(crate) fn wanted(check: &Check) -> String {
    let Demand { wanted, unit, .. } = check.measure().demand();
    if wanted.contains(char::is_alphabetic) {
        return wanted;
    }
    match unit.strip_prefix("share of ") {
        Some(whole) => format!("{wanted} of the {}", whole.trim_start_matches("the ")),
        None => format!("{wanted}{HARD_SPACE}{unit}"),
    }
}

/// Where a demand comes from: its place in a document, then the document. A place that is a question has its stop.
fn source(criterion: &Criterion) -> String {
    let place = criterion.source.trim_end_matches('.');
    let stop = if place.ends_with(['?', '!']) { "" } else { "." };
    format!("{place}{stop} {}", criterion.document)
}

pub(crate) fn of_criterion(criterion: &Criterion, guidance: &Guidance) -> Explanation {
    let mut parts = vec![
        part("Why", &criterion.why),
        part("How it is measured", &criterion.how),
        part("Wanted", wanted(&criterion.check)),
        part("Whose number", whose(criterion.number_basis())),
        part("Level", format!("{}, theme {}", level_name(criterion.level), criterion.theme)),
    ];
    if criterion.number_basis() != criterion.basis {
        parts.push(part("Whose demand", whose(criterion.basis)));
    }
    if let Some(after) = &criterion.after {
        parts.push(part("Judged after", format!("`{after}` is met or waived")));
    }
    if criterion.per_category {
        parts.push(part("Two categories", "judged for each of them"));
    }
    if let Some(seen) = &criterion.seen {
        parts.push(part("Seen among awarded people", seen_text(seen, &guidance.seen_caveat)));
    }
    parts.push(part("Source", source(criterion)));
    Explanation { topic: criterion.id.clone(), kind: "criterion", title: criterion.title.clone(), parts }
}

fn seen_text(seen: &Seen, caveat: &str) -> String {
    let [from, to] = seen.middle;
    let note = seen.note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
    format!("{}: from {} on, mostly {from} to {to}, up to {} and more{note}. {caveat}", seen.what, seen.low, seen.high)
}

fn of_type(known: &ActivityType, guidance: &Guidance) -> Explanation {
    let vocabulary = &guidance.vocabulary;
    let mut parts = vec![part("What", &known.what)];
    if let Some(reason) = &known.left_out {
        parts.push(part("Amounts to", format!("nothing: {reason}")));
    } else {
        // That one is one goes without saying.
        let aside = if known.weight_basis == Basis::Yardstick && known.weight == 1.0 { "" } else { known.weight_basis.aside() };
        parts.push(part("Amounts to", format!("{}{aside}", counted(known.weight, "activity each", "activities each"))));
        parts.push(part("Counts as type", vocabulary.channel_name(&known.channel)));
    }
    let names: Vec<String> = known.metrics.iter().map(|metric| format!("`{}`", vocabulary.metric(metric.id).id)).collect();
    if !names.is_empty() {
        parts.push(part("Numbers", joined(&names, "and")));
        parts.push(part("Where to look them up", &known.numbers));
    }
    let notable = [Basis::Own, Basis::Yardstick].map(|basis| notable_from(known, basis, vocabulary));
    let notable: Vec<String> = notable.into_iter().flatten().collect();
    if !notable.is_empty() {
        parts.push(part("Notable from", notable.join("; ")));
    }
    parts.push(part("How to begin", &known.begin));
    if !known.aliases.is_empty() {
        parts.push(part("On the portal", joined(&known.aliases, "or")));
    }
    parts.push(part("Source", &guidance.source));
    Explanation { topic: known.id.clone(), kind: "type", title: crate::text::capitalized(&known.many), parts }
}

/// From which numbers on one of a type is notable, of those that are somebody's: "30 attendees or 100 views each (a yardstick ...)".
fn notable_from(known: &ActivityType, basis: Basis, vocabulary: &Vocabulary) -> Option<String> {
    let numbers = known.metrics.iter().filter(|metric| metric.notable_basis == basis).filter_map(|metric| {
        let words = vocabulary.metric(metric.id);
        metric.notable.map(|from| counted(from, &words.one, &words.many))
    });
    let numbers: Vec<String> = numbers.collect();
    (!numbers.is_empty()).then(|| format!("{} each{}", joined(&numbers, "or"), basis.aside()))
}

fn of_metric(id: MetricId, guidance: &Guidance) -> Explanation {
    let metric: &Metric = guidance.vocabulary.metric(id);
    let reach = match metric.reach {
        Some(Reach::Online) => "yes, online",
        Some(Reach::InPerson) => "yes, in person",
        None => "no",
    };
    let time = if metric.level { "a level: taken in full" } else { "adds up: taken by the share of days in the window" };
    let values =
        metric.decimal_up_to.map_or("whole numbers from 0".into(), |most| format!("decimals from 0 to {}", number(most)));
    let types = guidance.vocabulary.types.iter().filter(|known| known.metrics.iter().any(|of_type| of_type.id == id));
    let types: Vec<String> = types.map(|known| known.id.clone()).collect();
    let parts = vec![
        part("What", &metric.what),
        part("Counts as reach", reach),
        part("Over time", time),
        part("Values", values),
        part("Stated by", joined(&types, "and")),
        part("Source", "a list of this tool; the award's portal asks for some of them"),
    ];
    Explanation { topic: metric.id.clone(), kind: "metric", title: crate::text::capitalized(&metric.id.replace('-', " ")), parts }
}

fn of_page(page: &Page) -> Explanation {
    let mut parts: Vec<Part> = page.text.iter().map(|line| part("", line)).collect();
    parts.push(part("Source", format!("{}, {}", page.source, page.as_of)));
    Explanation { topic: page.id.clone(), kind: "page", title: page.title.clone(), parts }
}
