//! What is told at lines of the profiles on a build service: every gap and mistake, as many as such a service shows, and a summary.

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::report::model::{Judged, ProfileFile, Remark, Report};
use crate::report::plain_words;
use crate::report::words::verdict;
use crate::text::{counted, joined, visible};

/// GitHub shows at most so many annotations of each kind for one step; the others would be dropped without a word.
const MOST_OF_A_KIND: usize = 10;
/// The summary is a notice too.
const MOST_NOTICES: usize = MOST_OF_A_KIND - 1;
/// Profiles that the summary names before it counts the rest.
const MOST_PROFILES: usize = 10;
/// What a mistake is called where a gap has its criterion.
const MISTAKE: &str = "mistake";

/// How severe an annotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A required gap, or a mistake in a profile.
    Error,
    /// A recommended gap.
    Warning,
    /// An advisory gap.
    Notice,
}

/// Where an annotation stands.
#[derive(Clone, Debug)]
pub struct Place {
    /// The profile, from the root of the repository, percent-encoded.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1, where it is about less than the line.
    pub column: Option<usize>,
}

/// A message at a line.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// How severe it is.
    pub kind: Kind,
    /// Where it stands.
    pub place: Place,
    /// What it is about: a criterion, or a mistake.
    pub subject: String,
    /// The category that it is about, where it is judged for each.
    pub category: Option<String>,
    /// What to know and to do.
    pub message: String,
}

/// All that is told.
#[derive(Clone, Debug)]
pub struct Annotations {
    /// The messages, the most severe first; else in the order of the profiles.
    pub shown: Vec<Annotation>,
    /// Where the summary stands: at the first profile.
    pub place: Place,
    /// The lines of the summary: the verdicts, and how much is not shown.
    pub summary: Vec<String>,
}

/// What an annotation is made from.
enum Told<'r, 'a> {
    Gap(&'r Report<'a>, &'r Finding<'a>),
    Mistake(&'r ProfileFile, &'r Remark),
}

/// What is told of the profiles, within the limits of such services.
pub fn annotations(judged: &[Judged<'_>]) -> Annotations {
    let mut shown = Vec::new();
    let (mut gaps, mut mistakes) =
        (0, judged.iter().filter_map(|judged| judged.as_ref().err()).map(|refusal| refusal.more).sum());
    for (kind, most) in [(Kind::Error, MOST_OF_A_KIND), (Kind::Warning, MOST_OF_A_KIND), (Kind::Notice, MOST_NOTICES)] {
        for (at, told) in judged.iter().flat_map(|judged| of_kind(judged, kind)).enumerate() {
            match told {
                told if at < most => shown.push(annotation(&told, kind)),
                Told::Gap(..) => gaps += 1,
                Told::Mistake(..) => mistakes += 1,
            }
        }
    }
    let place = place_of_first(judged);
    Annotations { shown, place, summary: summary(judged, gaps, mistakes) }
}

/// What is told of one profile with this severity, in its order.
fn of_kind<'r, 'a>(judged: &'r Judged<'a>, kind: Kind) -> Vec<Told<'r, 'a>> {
    match judged {
        Ok(report) => {
            let findings = report.assessment.findings.iter();
            let gaps = findings.filter(|it| it.outcome == Outcome::Gap && kind_of(it.criterion.level) == kind);
            gaps.map(|finding| Told::Gap(report, finding)).collect()
        }
        Err(refusal) if kind == Kind::Error => {
            refusal.mistakes.iter().map(|mistake| Told::Mistake(refusal.file, mistake)).collect()
        }
        Err(_) => Vec::new(),
    }
}

fn kind_of(level: Level) -> Kind {
    match level {
        Level::Required => Kind::Error,
        Level::Recommended => Kind::Warning,
        Level::Advisory => Kind::Notice,
    }
}

fn annotation(told: &Told<'_, '_>, kind: Kind) -> Annotation {
    match told {
        Told::Gap(report, finding) => Annotation {
            kind,
            place: Place { file: plain_words::address(report.file), line: plain_words::line(finding, report), column: None },
            subject: visible(&finding.criterion.id).into_owned(),
            category: plain_words::category(finding, report),
            message: plain_words::statement(finding),
        },
        Told::Mistake(file, mistake) => Annotation {
            kind,
            place: Place { file: plain_words::address(file), line: mistake.line, column: Some(mistake.column) },
            subject: MISTAKE.into(),
            category: None,
            message: plain_words::remark(mistake),
        },
    }
}

fn place_of_first(judged: &[Judged<'_>]) -> Place {
    let (file, line) = match judged.first() {
        Some(Ok(report)) => (plain_words::address(report.file), plain_words::profile_line(report)),
        Some(Err(refusal)) => (plain_words::address(refusal.file), 1),
        None => (String::new(), 1),
    };
    Place { file, line, column: None }
}

/// The verdict of each profile, and how many gaps and mistakes are not shown.
fn summary(judged: &[Judged<'_>], gaps: usize, mistakes: usize) -> Vec<String> {
    let mut lines: Vec<String> = judged.iter().take(MOST_PROFILES).map(|it| verdict_line(it, judged.len() == 1)).collect();
    if judged.len() > MOST_PROFILES {
        let rest = judged.len() - MOST_PROFILES;
        let is = if rest == 1 { "is" } else { "are" };
        lines.push(format!("{} {is} not named here.", counted(rest as f64, "more profile", "more profiles")));
    }
    let parts = [(gaps, "more gap", "more gaps"), (mistakes, "more mistake", "more mistakes")];
    let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, one, many)| counted(count as f64, one, many)).collect();
    if !parts.is_empty() {
        let is = if gaps + mistakes == 1 { "is" } else { "are" };
        let all = match (judged.len(), gaps) {
            (1, _) => "the format `table` lists all",
            (_, 0) => "standard error lists all",
            // The table of a team has a row for each person only.
            _ => "the format `markdown` lists all gaps",
        };
        lines.push(format!("{} {is} not listed here; {all}.", joined(&parts, "and")));
    }
    lines
}

fn verdict_line(judged: &Judged<'_>, is_only: bool) -> String {
    let (file, line) = match judged {
        Ok(report) => (report.file, visible(&verdict(report)).into_owned()),
        Err(refusal) => (refusal.file, format!("{}.", plain_words::refused(refusal))),
    };
    if is_only { line } else { format!("{}: {line}", plain_words::path(file)) }
}
