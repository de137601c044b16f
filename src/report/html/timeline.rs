//! The verdict over time, with each criterion that turns, where nothing new is done.

use chrono::NaiveDate;

use crate::assess::Verdict;
use crate::forecast::{Forecast, Standing};
use crate::report::html::bands::Bands;
use crate::report::html::findings::{look, verdict_look};
use crate::report::html::prose::{Piece, pieces};
use crate::report::model::Report;
use crate::report::words::forecast::{self as forecast_words, Turn};
use crate::text::{date, visible};

/// Bands over the days, with what turns on which day.
#[derive(Debug)]
pub struct Timeline {
    /// What it is.
    pub heading: &'static str,
    /// What it shows, in words.
    pub alternative: String,
    /// The drawing.
    pub bands: Bands,
    /// The verdict over the days, and the gaps that open next.
    pub told: String,
    /// What turns.
    pub turns: Vec<TurnPart>,
    /// What is said where nothing does.
    pub nothing_turns: &'static str,
    /// How a renewal stands on the last day of its cycle, and its gaps.
    pub cycle_end: Option<(String, Vec<String>)>,
    /// Looks and words of the verdicts that occur.
    pub verdicts: Vec<(&'static str, String)>,
}

/// What turns on a day for one reason.
#[derive(Debug)]
pub struct TurnPart {
    /// On which day.
    pub date: String,
    /// The same for programs.
    pub machine_date: NaiveDate,
    /// Which criteria.
    pub criteria: String,
    /// How they come out.
    pub turn: String,
    /// How that looks.
    pub class: &'static str,
    /// Why.
    pub why: Vec<Piece>,
}

impl Timeline {
    /// The timeline of a report's person.
    pub fn new(report: &Report<'_>, forecast: &Forecast<'_>) -> Self {
        let verdicts = forecast_words::verdicts(forecast, report.guidance);
        let news = forecast_words::news(report, forecast);
        let told = visible(&[vec![verdicts], news].concat().join(" ")).into_owned();
        Self {
            heading: forecast_words::heading(forecast),
            alternative: format!("The verdict day by day. {told}"),
            bands: Bands::new(report, forecast),
            told,
            turns: forecast_words::turns(report, forecast).into_iter().map(turn).collect(),
            nothing_turns: forecast_words::NOTHING_TURNS,
            cycle_end: forecast.cycle_end.as_ref().map(|standing| cycle_end(standing, report)),
            verdicts: verdict_legend(report, forecast),
        }
    }
}

fn cycle_end(standing: &Standing<'_>, report: &Report<'_>) -> (String, Vec<String>) {
    let (sentence, gaps) = forecast_words::cycle_end(standing, report);
    (visible(&sentence).into_owned(), gaps.iter().map(|gap| visible(gap).into_owned()).collect())
}

fn turn(turn: Turn) -> TurnPart {
    let (outcome, level) = turn.comes_out;
    TurnPart {
        date: date(turn.date),
        machine_date: turn.date,
        criteria: turn.criteria.join(", "),
        turn: turn.turn,
        class: look(outcome, level),
        why: pieces(&turn.why),
    }
}

/// Looks and words of the verdicts that occur.
fn verdict_legend(report: &Report<'_>, forecast: &Forecast<'_>) -> Vec<(&'static str, String)> {
    let words = |verdict: Verdict| visible(&verdict.words(report.guidance).to_lowercase()).into_owned();
    forecast.verdicts_that_occur().into_iter().map(|verdict| (verdict_look(verdict), words(verdict))).collect()
}
