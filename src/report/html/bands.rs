//! The verdict and each criterion over the days of a range, as bands below each other.

use chrono::{Datelike, NaiveDate};

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::forecast::{Change, Forecast, Stretch};
use crate::record::days::DaySpan;
use crate::report::html::drawing::{Label, WIDTH, length, month_or_year};
use crate::report::html::findings::{look, verdict_look};
use crate::report::model::Report;
use crate::report::words;
use crate::report::words::forecast::span;
use crate::text::escape_control_chars;

pub(crate) struct Bands {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) months: Vec<Label>,
    pub(crate) month_lines: Vec<f64>,
    /// The verdict, then each criterion whose gap opens or closes.
    pub(crate) rows: Vec<TimelineRow>,
}

pub(crate) struct TimelineRow {
    pub(crate) name: String,
    pub(crate) name_at: f64,
    pub(crate) bands: Vec<Band>,
}

pub(crate) struct Band {
    pub(crate) look: &'static str,
    pub(crate) is_thick: bool,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) title: String,
}

/// Room above the rows for the months.
const ABOVE: f64 = 14.0;
/// From one row to the next.
const ROW: f64 = 27.0;
/// From the top of a row to the line of its name, and to its band.
const NAME: f64 = 11.0;
const BAND: f64 = 14.5;
/// Height of a band where it stands out, and where it does not.
const HIGH: f64 = 8.0;
const LOW: f64 = 2.0;
/// Room that the name of a month takes.
const MONTH: f64 = 24.0;

impl Bands {
    pub(crate) fn new(report: &Report<'_>, forecast: &Forecast<'_>) -> Self {
        let scale = Scale::new(forecast.range);
        let mut rows = vec![verdict_row(report, forecast, &scale)];
        for finding in &forecast.start.findings {
            let changes: Vec<&Change<'_>> = forecast.changes.iter().filter(|it| is_same(&it.now, finding)).collect();
            // One that turns between met and not assessed only is in the list, and no band.
            let has_gap = changes.iter().any(|it| it.from == Outcome::Gap || it.now.outcome == Outcome::Gap);
            if has_gap {
                rows.push(row(report, finding, &changes, &scale, rows.len()));
            }
        }
        let (months, month_lines) = scale.months();
        Self { width: WIDTH, height: length(ABOVE + ROW * rows.len() as f64), months, month_lines, rows }
    }
}

fn is_same(one: &Finding<'_>, other: &Finding<'_>) -> bool {
    one.criterion.id == other.criterion.id && one.category == other.category
}

struct Scale {
    range: DaySpan,
    day: f64,
}

impl Scale {
    fn new(range: DaySpan) -> Self {
        Self { range, day: WIDTH / range.days() as f64 }
    }

    fn at(&self, day: NaiveDate) -> f64 {
        (day - self.range.first).num_days() as f64 * self.day
    }

    /// A band of the row that begins at `top`.
    fn band(&self, days: DaySpan, top: f64, look: &'static str, is_thick: bool, told: &str) -> Band {
        let x = self.at(days.first);
        let height = if is_thick { HIGH } else { LOW };
        Band {
            look,
            is_thick,
            x: length(x),
            y: length(top + BAND + (HIGH - height) / 2.0),
            width: length(self.at(days.last) + self.day - x),
            height,
            title: format!("{}: {}", span(days), escape_control_chars(told)),
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
                names.push(Label::new(x + GAP, 9.0, "start", month_or_year(day)));
                lines.push(length(x));
            }
        }
        (names, lines)
    }
}

fn verdict_row(report: &Report<'_>, forecast: &Forecast<'_>, scale: &Scale) -> TimelineRow {
    let band = |it: &Stretch| scale.band(it.days, ABOVE, verdict_look(it.verdict), true, it.verdict.words(report.guidance));
    let bands = forecast.verdicts.iter().map(band).collect();
    TimelineRow { name: "verdict".into(), name_at: length(ABOVE + NAME), bands }
}

fn row(report: &Report<'_>, start: &Finding<'_>, changes: &[&Change<'_>], scale: &Scale, at: usize) -> TimelineRow {
    let top = ABOVE + ROW * at as f64;
    let level = start.criterion.level;
    let band = |days: DaySpan, outcome: Outcome| {
        scale.band(days, top, look(outcome, level), outcome == Outcome::Gap, words::word(outcome))
    };
    let mut bands = Vec::new();
    let mut first = scale.range.first;
    let mut outcome = start.outcome;
    for change in changes {
        let last = change.date.pred_opt().unwrap_or(change.date);
        bands.push(band(DaySpan { first, last }, outcome));
        (first, outcome) = (change.date, change.now.outcome);
    }
    bands.push(band(DaySpan { first, last: scale.range.last }, outcome));
    TimelineRow { name: words::criterion(start.criterion, start.category, report), name_at: length(top + NAME), bands }
}
