//! Sentences of a forecast that its formats share.

use chrono::NaiveDate;

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::forecast::causes::Reason;
use crate::forecast::moves::{Event, EventKind};
use crate::forecast::{Change, Forecast, Standing, Stretch};
use crate::guidance::{Guidance, Level};
use crate::record::Rule;
use crate::record::days::DaySpan;
use crate::report::model::Report;
use crate::report::words::{finding, person, verdict};
use crate::text::{date, escape_control_chars, joined, quoted};

/// Titles that a sentence names before it counts the rest.
const MOST_NAMED: usize = 3;

/// Whose forecast it is, and under which condition.
pub(crate) fn head(report: &Report<'_>, forecast: &Forecast<'_>) -> String {
    format!("{} · {}", person::name(report), condition(forecast))
}

/// What is taken for granted of the days that are looked at.
pub(crate) fn condition(forecast: &Forecast<'_>) -> String {
    let to_come = "if nothing new is done · planned entries count from their day";
    let way_here = "the way here, by the dates of the entries · numbers as they are stated now";
    match (forecast.range.first < forecast.as_of, forecast.range.last > forecast.as_of) {
        (false, _) => to_come.into(),
        (true, false) => way_here.into(),
        (true, true) => format!("{way_here} · after {} {to_come}", date(forecast.as_of)),
    }
}

pub(crate) fn heading(forecast: &Forecast<'_>) -> &'static str {
    match (forecast.range.first < forecast.as_of, forecast.range.last > forecast.as_of) {
        (false, _) => "If nothing new is done",
        (true, false) => "The way here",
        (true, true) => "The way here, and on if nothing new is done",
    }
}

/// Which days are looked at, by which guidance, as of when.
pub(crate) fn days(report: &Report<'_>, forecast: &Forecast<'_>) -> String {
    let range = forecast.range;
    let (guidance, as_of) = (person::guidance(report), person::as_of(report));
    format!("{} to {} · {guidance} · {as_of}", date(range.first), date(range.last))
}

/// The days of a stretch, and its verdict in the words of the guidance.
pub(crate) fn stretch<'g>(stretch: &Stretch, guidance: &'g Guidance) -> (String, &'g str) {
    (span(stretch.days), stretch.verdict.words(guidance))
}

/// Days in a row: "1 Feb 2027 to 3 Mar 2027".
pub(crate) fn span(days: DaySpan) -> String {
    let (first, last) = (date(days.first), date(days.last));
    if first == last { first } else { format!("{first} to {last}") }
}

/// The verdict over the range in one sentence: "“A few gaps” until 10 Feb 2027, then “Start with these”."
pub(crate) fn verdicts(forecast: &Forecast<'_>, guidance: &Guidance) -> String {
    /// More changes than these are read in the list.
    const MOST_STRETCHES: usize = 4;
    let (last, before) = match forecast.verdicts.as_slice() {
        [] => return String::new(),
        [only] => {
            let (verdict, until) = (quoted(only.verdict.words(guidance)), date(only.days.last));
            return format!("{verdict} on every day until {until}.");
        }
        [before @ .., last] => (last, before),
    };
    let words = |stretch: &Stretch| format!("{} until {}", quoted(stretch.verdict.words(guidance)), date(stretch.days.last));
    let mut parts: Vec<String> = before.iter().take(MOST_STRETCHES).map(words).collect();
    if before.len() > MOST_STRETCHES {
        parts.push(format!("{} more changes", before.len() - MOST_STRETCHES));
    }
    format!("{}, then {}.", parts.join(", then "), quoted(last.verdict.words(guidance)))
}

/// What is to be said first: the gaps that open next, and a cycle that begins.
pub(crate) fn news(report: &Report<'_>, forecast: &Forecast<'_>) -> Vec<String> {
    next_gaps(report, forecast).into_iter().chain(new_cycle(report, forecast)).collect()
}

/// A word on a cycle that begins in these days: it seems better than it is.
fn new_cycle(report: &Report<'_>, forecast: &Forecast<'_>) -> Option<String> {
    let window = report.record.window;
    let begins = window.until.succ_opt().filter(|begins| window.rule == Rule::Cycle && *begins <= forecast.range.last)?;
    Some(format!("A new cycle begins on {}: it counts its own days only, and little is due of it at first.", date(begins)))
}

/// The gaps that open next after the day of the report, and when: "The next gaps open on 11 Feb 2027, when “Blazor” (line 8) leaves
/// the window: amount and breadth."
fn next_gaps(report: &Report<'_>, forecast: &Forecast<'_>) -> Option<String> {
    let opens = |change: &&Change<'_>| change.now.outcome == Outcome::Gap && change.date > forecast.as_of;
    let first = forecast.changes.iter().find(opens)?;
    let same = |change: &&Change<'_>| change.date == first.date && change.reason == first.reason;
    let names: Vec<String> = forecast
        .changes
        .iter()
        .filter(opens)
        .filter(same)
        .map(|it| finding::criterion(it.now.criterion, it.now.category, report))
        .collect();
    let gaps = if names.len() == 1 { "The next gap opens" } else { "The next gaps open" };
    let when = match &first.reason {
        Reason::Events { events, total } => format!("when {}", moves(events, *total)),
        Reason::WaiverEnds => "when your waiver has ended".into(),
        Reason::CycleBegins => "when a new cycle begins".into(),
        Reason::DaysPass(Some(since)) => format!("when too many days have passed since {}", place(since)),
        Reason::DaysPass(None) => "as days pass".into(),
    };
    Some(format!("{gaps} on {}, {when}: {}.", date(first.date), joined(&names, "and")))
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) date: NaiveDate,
    /// The criteria, with the category where they are judged for each.
    pub(crate) criteria: Vec<String>,
    /// Which way they turn, with the sign of how they come out: "▲ gap opens".
    pub(crate) turn: String,
    pub(crate) why: String,
    /// How they come out, and how much that matters.
    pub(crate) comes_out: (Outcome, Level),
}

/// What turns, by date; criteria that turn alike for the same reason together.
pub(crate) fn turns(report: &Report<'_>, forecast: &Forecast<'_>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for change in &forecast.changes {
        let criterion = finding::criterion(change.now.criterion, change.now.category, report);
        let (turn, why) = (turn(change), why(change));
        match turns.iter_mut().find(|it| it.date == change.date && it.turn == turn && it.why == why) {
            Some(same) => same.criteria.push(criterion),
            None => turns.push(Turn {
                date: change.date,
                criteria: vec![criterion],
                turn,
                why,
                comes_out: (change.now.outcome, change.now.criterion.level),
            }),
        }
    }
    turns
}

fn turn(change: &Change<'_>) -> String {
    let word = match (change.from, change.now.outcome) {
        (_, Outcome::Gap) => "gap opens",
        (Outcome::Gap, Outcome::Met) => "gap closes",
        (_, outcome) => finding::word(outcome),
    };
    format!("{} {word}", finding::sign(change.now.outcome, change.now.criterion.level))
}

/// Why a criterion turns, as a sentence without its end.
pub(crate) fn why(change: &Change<'_>) -> String {
    let found = || found(&change.now);
    match &change.reason {
        // That something goes on says little.
        Reason::Events { events, total } if events.iter().all(|event| !event.is_whole) => {
            format!("{}: {}", moves(events, *total), found())
        }
        Reason::Events { events, total } => moves(events, *total),
        Reason::WaiverEnds => format!("your waiver has ended: {}", found()),
        Reason::CycleBegins => format!("a new cycle begins: {}", found()),
        Reason::DaysPass(_) => found(),
    }
}

/// What is found, and what is wanted where that is known.
fn found(finding: &Finding<'_>) -> String {
    let fact = escape_control_chars(&finding.evidence.fact);
    match finding.outcome {
        Outcome::NotAssessed => fact.into_owned(),
        _ => format!("{fact} · wanted: {}", finding::wanted(finding)),
    }
}

fn moves(events: &[Event<'_>], total: usize) -> String {
    let kinds = [
        (EventKind::Leaves, true, ["leaves the window", "leave the window"]),
        (EventKind::Leaves, false, ["loses its oldest day", "lose their oldest day"]),
        (EventKind::Enters, true, ["counts from its day", "count from their day"]),
        (EventKind::Enters, false, ["goes on", "go on"]),
    ];
    let mut sentences = Vec::new();
    for (kind, is_whole, [one, many]) in kinds {
        let of_kind: Vec<&Event<'_>> = events.iter().filter(|event| event.kind == kind && event.is_whole == is_whole).collect();
        if of_kind.is_empty() {
            continue;
        }
        let mut named: Vec<String> = of_kind.iter().take(MOST_NAMED).map(|event| place(event)).collect();
        let rest = of_kind.len() - named.len();
        if rest > 0 {
            named.push(format!("{rest} more"));
        }
        sentences.push(format!("{} {}", joined(&named, "and"), if named.len() == 1 { one } else { many }));
    }
    if total > events.len() {
        sentences.push(format!("{} more", total - events.len()));
    }
    sentences.join("; ")
}

fn place(event: &Event<'_>) -> String {
    format!("{} (line {})", quoted(event.title), event.line)
}

/// The last day of a renewal's cycle: the verdict, then a line for each required or recommended gap.
pub(crate) fn cycle_end(standing: &Standing<'_>, report: &Report<'_>) -> (String, Vec<String>) {
    let verdict = verdict::verdict_on(&format!("On the cycle's last day, {}", date(standing.day)), &standing.assessment, report);
    let gaps = standing.assessment.findings.iter();
    let gaps = gaps.filter(|finding| finding.is_weighty_gap());
    let line = |finding: &Finding<'_>| {
        let sign = finding::sign(finding.outcome, finding.criterion.level);
        format!("{sign} {}: {}", finding::criterion(finding.criterion, finding.category, report), found(finding))
    };
    (verdict, gaps.map(line).collect())
}

pub(crate) const NOTHING_TURNS: &str = "No criterion turns in these days.";

/// The end of a forecast: what it does not say, and where to go on.
pub(crate) fn closing(report: &Report<'_>, forecast: &Forecast<'_>) -> Vec<String> {
    let mut lines = vec![report.guidance.verdict.always.clone()];
    let has_gap = forecast.verdicts.iter().any(|stretch| stretch.verdict != Verdict::Ready);
    if has_gap && forecast.range.last > forecast.as_of {
        lines.push("What could close gaps, in two or three ways: `mvp-check plan`.".to_owned());
    }
    lines
}
