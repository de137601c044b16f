//! The verdict and each criterion over the days of a range, as bands below each other.

use chrono::{Datelike, NaiveDate};

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::forecast::{Change, Forecast, Stretch};
use crate::record::days::DaySpan;
use crate::report::html::columns::Label;
use crate::report::html::drawing::{WIDTH, length, short_month};
use crate::report::html::findings::{look, verdict_look};
use crate::report::model::Report;
use crate::report::words;
use crate::report::words::forecast::span;
use crate::text::visible;

/// Bands below each other, each with its name, and the months above them.
#[derive(Debug)]
pub struct Bands {
    /// Width of the drawing.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Names of months.
    pub months: Vec<Label>,
    /// Where a line parts two of them.
    pub month_lines: Vec<f64>,
    /// The verdict, then each criterion whose gap opens or closes.
    pub lanes: Vec<Lane>,
}

/// A name with a band below it.
#[derive(Debug)]
pub struct Lane {
    /// Whose it is.
    pub name: String,
    /// Line of its name.
    pub name_at: f64,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// Days in a row that are alike.
#[derive(Debug)]
pub struct Part {
    /// How they look.
    pub look: &'static str,
    /// Whether they stand out: a gap does, and any verdict.
    pub is_thick: bool,
    /// Left end.
    pub x: f64,
    /// Upper end.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What is told of them on hover.
    pub title: String,
}

/// Room above the lanes for the months.
const ABOVE: f64 = 14.0;
/// From one lane to the next.
const LANE: f64 = 27.0;
/// From the top of a lane to the line of its name, and to its band.
const NAME: f64 = 11.0;
const BAND: f64 = 14.5;
/// Height of a band where it stands out, and where it does not.
const HIGH: f64 = 8.0;
const LOW: f64 = 2.0;
/// Room that the name of a month takes.
const MONTH: f64 = 24.0;

impl Bands {
    /// The bands of a forecast.
    pub fn new(report: &Report<'_>, forecast: &Forecast<'_>) -> Self {
        let scale = Scale::new(forecast.range);
        let mut lanes = vec![verdict_lane(report, forecast, &scale)];
        for finding in &forecast.start.findings {
            let changes: Vec<&Change<'_>> = forecast.changes.iter().filter(|it| is_same(&it.now, finding)).collect();
            // One that turns between met and not assessed only is in the list, and no band.
            let has_gap = changes.iter().any(|it| it.from == Outcome::Gap || it.now.outcome == Outcome::Gap);
            if has_gap {
                lanes.push(lane(report, finding, &changes, &scale, lanes.len()));
            }
        }
        let (months, month_lines) = scale.months();
        Self { width: WIDTH, height: length(ABOVE + LANE * lanes.len() as f64), months, month_lines, lanes }
    }
}

fn is_same(one: &Finding<'_>, other: &Finding<'_>) -> bool {
    one.criterion.id == other.criterion.id && one.category == other.category
}

/// Where the days of a range lie.
struct Scale {
    range: DaySpan,
    day: f64,
}

impl Scale {
    fn new(range: DaySpan) -> Self {
        Self { range, day: WIDTH / range.days() as f64 }
    }

    /// The left end of a day.
    fn at(&self, day: NaiveDate) -> f64 {
        (day - self.range.first).num_days() as f64 * self.day
    }

    /// A part of a lane, from its top on.
    fn part(&self, days: DaySpan, top: f64, look: &'static str, is_thick: bool, told: &str) -> Part {
        let x = self.at(days.first);
        let height = if is_thick { HIGH } else { LOW };
        Part {
            look,
            is_thick,
            x: length(x),
            y: length(top + BAND + (HIGH - height) / 2.0),
            width: length(self.at(days.last) + self.day - x),
            height,
            title: format!("{}: {}", span(days), visible(told)),
        }
    }

    /// Names of months where they begin, as far as there is room, and a line for each that has one.
    fn months(&self) -> (Vec<Label>, Vec<f64>) {
        /// Gap between a line and its name.
        const GAP: f64 = 2.0;
        let mut names = Vec::new();
        let mut lines: Vec<f64> = Vec::new();
        for day in self.range.each().filter(|day| day.day() == 1) {
            let x = self.at(day);
            if x + MONTH <= WIDTH && lines.last().is_none_or(|last| last + MONTH <= x) {
                let text = if day.month() == 1 { day.format("%Y").to_string() } else { short_month(day) };
                names.push(Label { x: length(x + GAP), y: 9.0, anchor: "start", text });
                lines.push(length(x));
            }
        }
        (names, lines)
    }
}

fn verdict_lane(report: &Report<'_>, forecast: &Forecast<'_>, scale: &Scale) -> Lane {
    let stretches = forecast.verdicts.iter();
    let part = |it: &Stretch| scale.part(it.days, ABOVE, verdict_look(it.verdict), true, it.verdict.words(report.guidance));
    Lane { name: "verdict".into(), name_at: length(ABOVE + NAME), parts: stretches.map(part).collect() }
}

/// The outcomes of a criterion over the days.
fn lane(report: &Report<'_>, start: &Finding<'_>, changes: &[&Change<'_>], scale: &Scale, at: usize) -> Lane {
    let top = ABOVE + LANE * at as f64;
    let level = start.criterion.level;
    let part = |days: DaySpan, outcome: Outcome| {
        scale.part(days, top, look(outcome, level), outcome == Outcome::Gap, words::word(outcome))
    };
    let mut parts = Vec::new();
    let mut first = scale.range.first;
    let mut outcome = start.outcome;
    for change in changes {
        let last = change.date.pred_opt().unwrap_or(change.date);
        parts.push(part(DaySpan { first, last }, outcome));
        (first, outcome) = (change.date, change.now.outcome);
    }
    parts.push(part(DaySpan { first, last: scale.range.last }, outcome));
    Lane { name: words::criterion(start.criterion, start.category, report), name_at: length(top + NAME), parts }
}
