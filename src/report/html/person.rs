//! One person on the page.

use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::link;
use crate::render::html::{Piece, pieces};
use crate::report::html::amounts::AmountsChart;
use crate::report::html::findings::{Theme, look, themes, verdict_look};
use crate::report::html::heat_map::HeatMap;
use crate::report::html::reach::ReachCharts;
use crate::report::html::timeline::Timeline;
use crate::report::model::{Refusal, Remark, Report};
use crate::report::since;
use crate::report::words;
use crate::text::{capitalized, counted, escape_control_chars};

pub(crate) struct Person {
    /// Its id on the page, with which other ids in it begin.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) standing: String,
    /// Which days count, by which guidance, as of when.
    pub(crate) window: Vec<String>,
    pub(crate) verdict: String,
    pub(crate) verdict_look: &'static str,
    pub(crate) counts: Vec<Count>,
    pub(crate) closing: String,
    pub(crate) always: String,
    /// Heading and sentences on what is new since an earlier report.
    pub(crate) since: Option<(String, Vec<Vec<Piece>>)>,
    pub(crate) themes: Vec<Theme>,
    pub(crate) legend: Vec<(String, String)>,
    pub(crate) heat_map: HeatMap,
    pub(crate) amounts: Option<AmountsChart>,
    pub(crate) reached: Option<ReachCharts>,
    pub(crate) timeline: Option<Timeline>,
    pub(crate) not_counted: Vec<String>,
    pub(crate) warnings: Vec<RemarkItem>,
    pub(crate) see_also: String,
    pub(crate) guidance: String,
    pub(crate) source: String,
    pub(crate) guidance_address: Option<String>,
}

pub(crate) struct Count {
    pub(crate) look: &'static str,
    pub(crate) number: usize,
    pub(crate) word: &'static str,
}

pub(crate) struct RefusedPerson {
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) told: String,
    pub(crate) mistakes: Vec<RemarkItem>,
    pub(crate) more: Option<String>,
}

pub(crate) struct RemarkItem {
    pub(crate) place: String,
    pub(crate) message: Vec<Piece>,
    pub(crate) help: Vec<Piece>,
}

impl Person {
    pub(crate) fn new(report: &Report<'_>, id: String) -> Self {
        let shown = |text: &str| escape_control_chars(text).into_owned();
        let guidance = report.guidance;
        let since = since::heading(report);
        let sentences = since::sentences(report).iter().map(|sentence| pieces(sentence)).collect();
        Self {
            id,
            name: words::name(report),
            standing: capitalized(&words::standing(report)),
            window: words::window(report).iter().map(|line| shown(line)).collect(),
            verdict: shown(&words::verdict(report)),
            verdict_look: verdict_look(report.assessment.verdict),
            counts: counts(report),
            closing: shown(&words::closing(report)),
            always: shown(&guidance.verdict.always),
            since: since.map(|heading| (heading, sentences)),
            themes: themes(report),
            legend: legend(report),
            heat_map: HeatMap::new(&report.record),
            amounts: AmountsChart::new(report),
            reached: ReachCharts::new(&report.record),
            timeline: report.forecast.as_ref().map(|forecast| Timeline::new(report, forecast)),
            not_counted: words::not_counted(&report.record).iter().map(|line| capitalized(line)).collect(),
            warnings: report.warnings.iter().map(remark).collect(),
            see_also: shown(&guidance.see_also),
            guidance: shown(&guidance.title),
            source: shown(&guidance.source),
            guidance_address: guidance.url.as_deref().and_then(link::address),
        }
    }
}

impl RefusedPerson {
    pub(crate) fn new(refusal: &Refusal<'_>, id: String) -> Self {
        Self {
            id,
            path: escape_control_chars(&refusal.file.path).into_owned(),
            told: in_the_way(refusal.mistakes.len() + refusal.more),
            mistakes: refusal.mistakes.iter().map(remark).collect(),
            more: (refusal.more > 0).then(|| counted(refusal.more as f64, "more mistake", "more mistakes")),
        }
    }
}

/// What stands in the way. A single one need not be a mistake in the file: it may be that there is no such file.
fn in_the_way(mistakes: usize) -> String {
    match mistakes {
        1 => "One thing stands in the way. Once it is mended, everything is here.".into(),
        _ => {
            let mistakes = counted(mistakes as f64, "mistake", "mistakes");
            format!("There are {mistakes} in the file. Once they are mended, everything is here.")
        }
    }
}

fn remark(remark: &Remark) -> RemarkItem {
    RemarkItem {
        place: format!("line {}, column {}", remark.line, remark.column),
        message: pieces(&capitalized(&remark.message)),
        help: remark.help.as_deref().map_or(Vec::new(), |help| pieces(&capitalized(help))),
    }
}

/// The number of criteria by outcome, in the order of urgency, without those that do not occur.
fn counts(report: &Report<'_>) -> Vec<Count> {
    let kinds = [
        (Outcome::Gap, Some(Level::Required), ["required gap", "required gaps"]),
        (Outcome::Gap, Some(Level::Recommended), ["recommended gap", "recommended gaps"]),
        (Outcome::Gap, Some(Level::Advisory), ["advisory gap", "advisory gaps"]),
        (Outcome::NotAssessed, None, ["not assessed"; 2]),
        (Outcome::Waived, None, ["waived"; 2]),
        (Outcome::Met, None, ["met"; 2]),
    ];
    let counts = kinds.into_iter().map(|(outcome, level, [one, many])| {
        let findings = report.assessment.findings.iter().filter(|finding| finding.outcome == outcome);
        let number = findings.filter(|finding| level.is_none_or(|level| finding.criterion.level == level)).count();
        let word = if number == 1 { one } else { many };
        Count { look: look(outcome, level.unwrap_or(Level::Advisory)), number, word }
    });
    counts.filter(|count| count.number > 0).collect()
}

/// What the signs of results and the marks of numbers mean.
fn legend(report: &Report<'_>) -> Vec<(String, String)> {
    let gaps = [(Level::Required, "required gap"), (Level::Recommended, "recommended"), (Level::Advisory, "advisory")];
    let others = [(Outcome::Met, "met"), (Outcome::NotAssessed, "not assessed"), (Outcome::Waived, "waived")];
    let gaps = gaps.map(|(level, word)| (words::sign(Outcome::Gap, level).to_string(), word.to_owned()));
    let others = others.map(|(outcome, word)| (words::sign(outcome, Level::Advisory).to_string(), word.to_owned()));
    let marks = words::marks(report, "").into_iter().map(|(mark, meaning)| (mark.to_owned(), meaning.to_owned()));
    gaps.into_iter().chain(others).chain(marks).collect()
}
