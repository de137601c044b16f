//! Sentences of a plan that its formats share.

use chrono::{Datelike, NaiveDate};

use crate::evidence::Outcome;
use crate::guidance::{Basis, Level};
use crate::plan::Plan;
use crate::plan::steps::Step;
use crate::plan::trial::Open;
use crate::record::Rule;
use crate::report::model::Report;
use crate::report::words::{finding, person};
use crate::text::{capitalized, counted, date, escape_control_chars, joined};
use crate::vocabulary::Metric;

/// Whose plan it is, and what it is.
pub(crate) fn head(report: &Report<'_>, plan: &Plan<'_>) -> String {
    format!("{} · {}", person::name(report), what(plan))
}

pub(crate) fn what(plan: &Plan<'_>) -> String {
    format!("what could close the gaps by {} · an offer, not a chase", date(plan.days.last))
}

pub(crate) fn basis(report: &Report<'_>) -> String {
    capitalized(&format!("{} · {}", person::guidance(report), person::as_of(report)))
}

/// What there is to close: "If nothing new is done, these gaps are open on 21 Feb 2027: freshness and evidence."
pub(crate) fn gaps(report: &Report<'_>, plan: &Plan<'_>) -> String {
    let names: Vec<String> = plan.gaps.iter().map(|open| finding::criterion(open.criterion, open.category, report)).collect();
    let day = date(plan.days.last);
    let open = match names.as_slice() {
        [] => {
            return format!(
                "No required or recommended gap is open on {day}, with what is planned and nothing else. Do what you enjoy."
            );
        }
        [one] => format!("If nothing new is done, one gap is open on {day}: {one}."),
        names => format!("If nothing new is done, these gaps are open on {day}: {}.", joined(names, "and")),
    };
    let later = judged_later(plan);
    if later.is_empty() { open } else { format!("{open} Judged once these are closed: {}.", joined(&later, "and")) }
}

/// What is to be known before anything is planned: a required gap that is not settled by doing more, and a cycle that ends before the day.
pub(crate) fn before_all(report: &Report<'_>, plan: &Plan<'_>) -> Vec<String> {
    let required = plan.cannot_close.iter().filter(|open| open.criterion.level == Level::Required);
    let line = |open: &Open<'_>| {
        let criterion = capitalized(&finding::criterion(open.criterion, open.category, report));
        format!("{criterion} comes before all else. {}", open.advice)
    };
    let mut lines: Vec<String> = required.map(|open| escape_control_chars(&line(open)).into_owned()).collect();
    let window = report.record.window;
    if window.rule == Rule::Cycle && plan.days.last > window.until && plan.as_of < window.until {
        lines.push(format!("The cycle ends before that day: `--by {}` plans for it.", window.until));
    }
    lines
}

/// What a way closes that is not a gap yet: it depends on another criterion, or a number is missing.
fn judged_later(plan: &Plan<'_>) -> Vec<String> {
    let mut later: Vec<String> = Vec::new();
    let closed = plan.ways.iter().flatten().flat_map(|step| &step.closes);
    for criterion in closed.filter(|closed| plan.gaps.iter().all(|open| open.criterion.id != closed.id)) {
        let name = escape_control_chars(&criterion.id).into_owned();
        if !later.contains(&name) {
            later.push(name);
        }
    }
    later
}

pub(crate) fn summary(plan: &Plan<'_>) -> String {
    let day = date(plan.days.last);
    let gaps = counted(plan.gaps.len() as f64, "gap", "gaps");
    let ways = counted(plan.ways.len() as f64, "way", "ways");
    let is_gap_before =
        |open: &&Open<'_>| plan.gaps.iter().any(|gap| gap.criterion.id == open.criterion.id && gap.category == open.category);
    let stay = plan.cannot_close.iter().filter(is_gap_before).count();
    match (plan.gaps.is_empty(), plan.ways.is_empty(), stay) {
        (true, ..) => format!("No required or recommended gap on {day}."),
        (_, true, _) => format!("{gaps} on {day}, not settled by doing more until then."),
        (_, _, 0) => format!("{gaps} on {day}, and {ways} to close what there is."),
        (_, _, stay) => format!("{gaps} on {day}, and {ways} to close all but {stay}, which doing more does not settle."),
    }
}

/// What a way is about, what is done most first: "Closest to what you do: articles and talks".
pub(crate) fn title(way: &[Step<'_>], is_first: bool, report: &Report<'_>) -> String {
    let mut types: Vec<(&str, usize)> = Vec::new();
    for step in way {
        let name = step.activity_type.many.as_str();
        match types.iter_mut().find(|(known, _)| *known == name) {
            Some((_, things)) => *things += step.dates.len(),
            None => types.push((name, step.dates.len())),
        }
    }
    // Stable: of equals what is to be done first.
    types.sort_by_key(|(_, things)| std::cmp::Reverse(*things));
    let things: usize = types.iter().map(|(_, things)| things).sum();
    let in_all = if way.len() > 1 { format!(", {things} in all") } else { String::new() };
    let types: Vec<String> = types.into_iter().map(|(name, _)| escape_control_chars(name).into_owned()).collect();
    let manner = match (is_first, report.record.profile.contributions.is_empty()) {
        (true, true) => "One way",
        (true, false) => "Closest to what you do",
        (false, _) => "Another way",
    };
    format!("{manner}: {}{in_all}", joined(&types, "and"))
}

/// What to do: "Give 2 talks with at least 30 attendees * each, by 7 Jan 2027 and 14 Feb 2027".
pub(crate) fn step(step: &Step<'_>, report: &Report<'_>) -> String {
    let many = step.dates.len();
    let what = if many == 1 { step.activity_type.one.clone() } else { step.activity_type.counted(many as f64) };
    let each = if many == 1 { "" } else { " each" };
    let wanted: Vec<String> = step
        .impact
        .iter()
        .filter(|(_, value)| *value > 0.0)
        .map(|(metric, value)| format!("{}{}", counted(*value, &metric.one, &metric.many), mark(step, metric, *value, report)))
        .collect();
    let noted: Vec<String> =
        step.impact.iter().filter(|(_, value)| *value <= 0.0).map(|(metric, _)| metric.many.clone()).collect();
    let wanted = if wanted.is_empty() { String::new() } else { format!(" with at least {}{each}", joined(&wanted, "and")) };
    let noted = match noted.as_slice() {
        [] => String::new(),
        noted => format!(", and note {} {}", if many == 1 { "its" } else { "their" }, joined(noted, "and")),
    };
    let category = step.category.map_or(String::new(), |at| format!(" in {}", report.record.profile.categories[at].name));
    let sentence = format!("{} {what}{category}{wanted}{}{noted}", capitalized(&step.activity_type.verb), days(&step.dates));
    escape_control_chars(&sentence).into_owned()
}

/// The mark of a number to reach: one's own where it is the one that one's own guidance calls notable.
fn mark(step: &Step<'_>, metric: &Metric, value: f64, report: &Report<'_>) -> &'static str {
    let mut of_type = step.activity_type.metrics.iter();
    let known = of_type.find(|known| report.record.vocabulary.metric(known.id).id == metric.id);
    let notable = known.filter(|known| known.notable.is_some_and(|from| from.ceil() == value));
    notable.map_or(Basis::Yardstick, |known| known.notable_basis).mark()
}

/// What the signs and marks mean, those of the steps among them.
pub(crate) fn legend(report: &Report<'_>, plan: &Plan<'_>) -> String {
    let steps = plan.ways.iter().flatten().map(|it| step(it, report));
    finding::legend(report, &steps.collect::<String>())
}

fn days(dates: &[NaiveDate]) -> String {
    /// More days than these are given by their distance.
    const MOST_DAYS: usize = 4;
    match dates {
        [] => String::new(),
        [only] => format!(" by {}", date(*only)),
        // So near that several are due on one day.
        [.., last] if dates.windows(2).any(|days| days[0] == days[1]) => format!(" by {}", date(*last)),
        [first, .., last] if dates.len() > MOST_DAYS => {
            let apart = (*last - *first).num_days() as usize / (dates.len() - 1);
            let apart = counted(apart.max(1) as f64, "day", "days");
            format!(", about every {apart} from {} to {}", date(*first), date(*last))
        }
        [before @ .., last] => {
            // The year once, where it is the same.
            let short = |day: &NaiveDate| {
                if day.year() == last.year() { day.format("%-d %b").to_string() } else { date(*day) }
            };
            let before: Vec<String> = before.iter().map(short).collect();
            format!(", one each by {} and {}", before.join(", "), date(*last))
        }
    }
}

/// What a step is for: "for amount and reach". It may take other steps to close them.
pub(crate) fn aim(step: &Step<'_>) -> String {
    let names: Vec<String> = step.closes.iter().map(|criterion| escape_control_chars(&criterion.id).into_owned()).collect();
    if names.is_empty() { "helps the others".into() } else { format!("for {}", joined(&names, "and")) }
}

/// A word on a way that asks for much.
pub(crate) fn pace(way: &[Step<'_>], plan: &Plan<'_>) -> Option<String> {
    let things: usize = way.iter().map(|step| step.dates.len()).sum();
    let weeks = plan.days.days() as f64 / 7.0;
    (things as f64 > weeks && things > 1).then(|| {
        "That is more than one a week. A later `--by` leaves more room, and fewer things that last are worth more.".to_owned()
    })
}

/// What is not settled by doing more: a line for each, with what settles it.
pub(crate) fn stays(report: &Report<'_>, plan: &Plan<'_>) -> Vec<String> {
    let line = |open: &Open<'_>, sign| {
        format!("{sign} {}: {}. {}", finding::criterion(open.criterion, open.category, report), open.fact, open.advice)
            .trim_end()
            .to_owned()
    };
    let gaps = plan.cannot_close.iter().map(|open| line(open, finding::sign(Outcome::Gap, open.criterion.level)));
    let unassessed = plan.unassessed.iter().map(|open| line(open, finding::sign(Outcome::NotAssessed, Level::Required)));
    gaps.chain(unassessed).map(|line| escape_control_chars(&line).into_owned()).collect()
}

/// Heading of what stays open, or is settled otherwise.
pub(crate) const STAYS: &str = "Not settled by doing more until then";

/// What is taken for granted of each thing that a plan names.
pub(crate) fn each(report: &Report<'_>, plan: &Plan<'_>) -> String {
    let category = if report.record.profile.categories.len() > 1 { ", its category" } else { "" };
    format!(
        "What a step is for is closed when all steps of its way are done. Each thing is due by its day, its numbers by {}. Give it a \
         link{category} and its technology areas, and enter it with `mvp-check add`.",
        date(plan.days.last)
    )
}

/// The advice of the guidance: its heading and its lines.
pub(crate) fn advice<'g>(report: &'g Report<'_>) -> Option<(&'g str, &'g [String])> {
    let page = report.guidance.pages.iter().find(|page| page.id == "advice")?;
    Some((&page.title, &page.text))
}
