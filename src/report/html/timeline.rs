//! The verdict over time, with each criterion that turns, where nothing new is done.

use chrono::NaiveDate;

use crate::assess::Verdict;
use crate::forecast::{Forecast, Standing};
use crate::render::html::{Piece, pieces};
use crate::report::html::bands::Bands;
use crate::report::html::findings::{look, verdict_look};
use crate::report::model::Report;
use crate::report::words::forecast::{self as forecast_words, Turn};
use crate::text::{date, escape_control_chars};

pub(crate) struct Timeline {
    pub(crate) heading: &'static str,
    pub(crate) alternative: String,
    pub(crate) bands: Bands,
    /// The verdict over the days, and the gaps that open next.
    pub(crate) told: String,
    pub(crate) turns: Vec<TurnItem>,
    pub(crate) nothing_turns: &'static str,
    /// The last day of a renewal's cycle in a sentence, and its gaps.
    pub(crate) cycle_end: Option<(String, Vec<String>)>,
    /// Class and words of the verdicts that occur.
    pub(crate) verdicts: Vec<(&'static str, String)>,
}

pub(crate) struct TurnItem {
    pub(crate) date: String,
    pub(crate) machine_date: NaiveDate,
    pub(crate) criteria: String,
    pub(crate) turn: String,
    pub(crate) class: &'static str,
    pub(crate) why: Vec<Piece>,
}

impl Timeline {
    pub(crate) fn new(report: &Report<'_>, forecast: &Forecast<'_>) -> Self {
        let verdicts = forecast_words::verdicts(forecast, report.guidance);
        let news = forecast_words::news(report, forecast);
        let told = escape_control_chars(&[vec![verdicts], news].concat().join(" ")).into_owned();
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
    (escape_control_chars(&sentence).into_owned(), gaps.iter().map(|gap| escape_control_chars(gap).into_owned()).collect())
}

fn turn(turn: Turn) -> TurnItem {
    let (outcome, level) = turn.comes_out;
    TurnItem {
        date: date(turn.date),
        machine_date: turn.date,
        criteria: turn.criteria.join(", "),
        turn: turn.turn,
        class: look(outcome, level),
        why: pieces(&turn.why),
    }
}

fn verdict_legend(report: &Report<'_>, forecast: &Forecast<'_>) -> Vec<(&'static str, String)> {
    let words = |verdict: Verdict| escape_control_chars(&verdict.words(report.guidance).to_lowercase()).into_owned();
    forecast.verdicts_that_occur().into_iter().map(|verdict| (verdict_look(verdict), words(verdict))).collect()
}
