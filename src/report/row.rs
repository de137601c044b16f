//! One person of a team in a row of a table.

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::report::model::{Judged, Refusal, Remark, Report};
use crate::report::sections::sections;
use crate::report::words;
use crate::text::{escape_control_chars, short, with_marks_in_words};
use textwrap::core::display_width;

/// Columns that a row keeps of a name, a path, an advice or a mistake: a table shows them in a few lines.
const KEPT_COLUMNS: usize = 160;
/// Columns of them for the first mistake, so that the count of the others is seen too.
const MISTAKE_COLUMNS: usize = 130;
/// Where there is no next step.
const NOTHING_TO_DO: &str = "Keep to what you enjoy.";
/// In place of a verdict where there is none.
pub(crate) const NOT_JUDGED: &str = "Not judged";

#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The name; the path where there is none, or where nothing was judged.
    pub(crate) who: String,
    /// How it came out; or the first mistake, and how many more there are.
    pub(crate) came_out: Result<Standing, String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) verdict: Verdict,
    /// The verdict in the words of the guidance.
    pub(crate) words: String,
    /// Themes with gaps, by level: "✗ recency  ▲ impact, quality", each sign beside its first theme; empty where there are none.
    pub(crate) gaps: String,
    pub(crate) next: String,
}

impl Row {
    pub(crate) fn new(judged: &Judged<'_>) -> Self {
        match judged {
            Ok(report) => Self { who: words::name_or_path(report), came_out: Ok(Standing::new(report)) },
            Err(refusal) => Self { who: kept(&refusal.file.path), came_out: Err(kept(&mistake(refusal))) },
        }
    }
}

/// As many sentences as there is room for, and of a first one that is longer its beginning.
fn kept_sentences(text: &str) -> String {
    let ends = text.match_indices(". ").map(|(at, _)| at + 1).chain([text.len()]);
    let kept_up_to = ends.take_while(|end| display_width(&text[..*end]) <= KEPT_COLUMNS).last();
    kept_up_to.map_or_else(|| kept(text), |end| text[..end].to_owned())
}

fn kept(text: &str) -> String {
    short(text, KEPT_COLUMNS).into_owned()
}

/// The first mistake with its place, and how many more there are: "7:9: unknown stage, and 3 more mistakes".
fn mistake(refusal: &Refusal<'_>) -> String {
    let first = refusal.mistakes.first().map_or(String::new(), Remark::with_place);
    format!("{}{}", short(&first, MISTAKE_COLUMNS), words::more_mistakes(refusal))
}

impl Standing {
    fn new(report: &Report<'_>) -> Self {
        let verdict = report.assessment.verdict;
        let words = escape_control_chars(verdict.words(report.guidance)).into_owned();
        Self { verdict, words, gaps: gaps(report), next: kept_sentences(&next(report)) }
    }
}

/// Themes with gaps, each at its most severe level.
fn gaps(report: &Report<'_>) -> String {
    let mut groups: Vec<String> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for level in [Level::Required, Level::Recommended] {
        let has_gap = |theme: &str| {
            let of_theme = report.assessment.findings.iter().filter(|finding| finding.criterion.theme == theme);
            of_theme.into_iter().any(|finding| finding.is_weighty_gap() && finding.criterion.level == level)
        };
        let themes = report.guidance.vocabulary.themes.iter().map(String::as_str);
        let themes: Vec<&str> = themes.filter(|theme| !told.contains(theme) && has_gap(theme)).collect();
        if !themes.is_empty() {
            groups.push(format!("{}\u{a0}{}", words::sign(Outcome::Gap, level), themes.join(", ")));
            told.extend(themes);
        }
    }
    let open: Vec<&str> = open(report).map(|finding| finding.criterion.id.as_str()).collect();
    groups.extend((!open.is_empty()).then(|| format!("?\u{a0}{}", open.join(", "))));
    escape_control_chars(&groups.join("  ")).into_owned()
}

/// What is required and could not be assessed.
fn open<'r, 'a>(report: &'r Report<'a>) -> impl Iterator<Item = &'r Finding<'a>> {
    let is_open = |finding: &&Finding<'_>| finding.outcome == Outcome::NotAssessed && finding.criterion.level == Level::Required;
    report.assessment.findings.iter().filter(is_open)
}

/// The advice on the most urgent gap that weighs, else on what is required and could not be assessed.
fn next(report: &Report<'_>) -> String {
    let sections = sections(report);
    let mut findings = sections.iter().flat_map(|section| section.findings.iter().copied());
    let first = findings.find(|finding| finding.is_weighty_gap()).or_else(|| open(report).next());
    let advice = first.and_then(|finding| finding.advice.as_deref());
    // A row has no room for the meaning of marks.
    advice.map_or_else(|| NOTHING_TO_DO.into(), with_marks_in_words)
}
