//! A forecast as JSON, `schema_version` 1: fields are only ever added.

use serde::Serialize;

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::forecast::causes::Reason;
use crate::forecast::moves::{Event, EventKind};
use crate::forecast::{Change, Forecast, Standing, Stretch};
use crate::render::Rendered;
use crate::render::json::{Day, to_text};
use crate::report::json::report::SCHEMA_VERSION;
use crate::report::model::{RenderOptions, Report};
use crate::report::words::forecast::why;

#[derive(Serialize)]
struct JsonForecast<'a> {
    schema_version: u32,
    as_of: Day,
    from: Day,
    until: Day,
    start: Start<'a>,
    changes: Vec<JsonChange<'a>>,
    verdicts: Vec<JsonStretch>,
    /// The standing on the last day of a renewal's cycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    cycle_end: Option<CycleEnd<'a>>,
}

#[derive(Serialize)]
struct Start<'a> {
    verdict: Verdict,
    outcomes: Vec<JsonOutcome<'a>>,
}

#[derive(Serialize)]
struct JsonOutcome<'a> {
    criterion: &'a str,
    category: Option<&'a str>,
    outcome: Outcome,
}

#[derive(Serialize)]
struct JsonChange<'a> {
    date: Day,
    criterion: &'a str,
    category: Option<&'a str>,
    from: Outcome,
    to: Outcome,
    because: Vec<JsonEvent<'a>>,
    /// How many events there are, where `because` does not hold all of them.
    because_total: usize,
    why: String,
}

#[derive(Serialize)]
struct JsonEvent<'a> {
    line: usize,
    title: &'a str,
    event: &'static str,
}

#[derive(Serialize)]
struct JsonStretch {
    from: Day,
    until: Day,
    verdict: Verdict,
}

#[derive(Serialize)]
struct CycleEnd<'a> {
    date: Day,
    verdict: Verdict,
    outcomes: Vec<JsonOutcome<'a>>,
}

pub(crate) fn render(report: &Report<'_>, forecast: &Forecast<'_>, _: &RenderOptions) -> Rendered {
    let document = JsonForecast {
        schema_version: SCHEMA_VERSION,
        as_of: Day(forecast.as_of),
        from: Day(forecast.range.first),
        until: Day(forecast.range.last),
        start: Start { verdict: forecast.start.verdict, outcomes: outcomes(&forecast.start.findings, report) },
        changes: forecast.changes.iter().map(|change| json_change(change, report)).collect(),
        verdicts: forecast.verdicts.iter().map(json_stretch).collect(),
        cycle_end: forecast.cycle_end.as_ref().map(|standing| cycle_end(standing, report)),
    };
    to_text(&document)
}

fn outcomes<'a>(findings: &'a [Finding<'a>], report: &Report<'a>) -> Vec<JsonOutcome<'a>> {
    let outcome = |finding: &'a Finding<'a>| JsonOutcome {
        criterion: &finding.criterion.id,
        category: report.category(finding.category),
        outcome: finding.outcome,
    };
    findings.iter().map(outcome).collect()
}

fn json_change<'a>(change: &'a Change<'a>, report: &Report<'a>) -> JsonChange<'a> {
    let (because, total) = match &change.reason {
        Reason::Events { events, total } => (events.as_slice(), *total),
        Reason::DaysPass(since) => (since.as_slice(), since.iter().len()),
        Reason::WaiverEnds | Reason::CycleBegins => (&[][..], 0),
    };
    JsonChange {
        date: Day(change.date),
        criterion: &change.now.criterion.id,
        category: report.category(change.now.category),
        from: change.from,
        to: change.now.outcome,
        because: because.iter().map(json_event).collect(),
        because_total: total,
        why: why(change),
    }
}

fn json_event<'a>(event: &Event<'a>) -> JsonEvent<'a> {
    let kind = match event.kind {
        EventKind::Leaves => "leaves",
        EventKind::Enters => "enters",
        EventKind::Passes => "passes",
    };
    JsonEvent { line: event.line, title: event.title, event: kind }
}

fn json_stretch(stretch: &Stretch) -> JsonStretch {
    JsonStretch { from: Day(stretch.days.first), until: Day(stretch.days.last), verdict: stretch.verdict }
}

fn cycle_end<'a>(standing: &'a Standing<'a>, report: &Report<'a>) -> CycleEnd<'a> {
    CycleEnd {
        date: Day(standing.day),
        verdict: standing.assessment.verdict,
        outcomes: outcomes(&standing.assessment.findings, report),
    }
}
