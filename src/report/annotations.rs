//! What is shown at lines of the profiles on a build service: every gap and mistake, as many as such a service shows, and a summary.

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::report::model::{Judged, ProfileFile, Remark, Report};
use crate::report::plain_words;
use crate::report::words::verdict;
use crate::text::{counted, escape_control_chars, joined};

/// GitHub shows at most this number of annotations of each kind for one step, and drops the others silently.
const MOST_OF_A_KIND: usize = 10;
/// The summary is a notice too.
const MOST_NOTICES: usize = MOST_OF_A_KIND - 1;
/// Profiles that the summary names before it counts the rest.
const MOST_PROFILES: usize = 10;
/// What a mistake is called where a gap has its criterion.
const MISTAKE: &str = "mistake";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A required gap, or a mistake in a profile.
    Error,
    Warning,
    Notice,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The profile, from the root of the repository, percent-encoded.
    pub(crate) file: String,
    /// Line, from 1.
    pub(crate) line: usize,
    /// Column in characters, from 1, where it is about less than the line.
    pub(crate) column: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Annotation {
    pub(crate) kind: Kind,
    pub(crate) place: Place,
    /// What it is about: a criterion, or a mistake.
    pub(crate) subject: String,
    /// The category that it is about, where it is judged for each.
    pub(crate) category: Option<String>,
    pub(crate) message: String,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Annotations {
    /// Where the summary goes: at the first profile.
    pub(crate) place: Place,
    /// Errors, warnings and notices, each in the order of the profiles.
    kept: [Vec<Annotation>; 3],
    /// How many gaps and mistakes are not shown.
    more_gaps: usize,
    more_mistakes: usize,
    /// The first profiles, each with what became of it.
    verdicts: Vec<(String, String)>,
    profiles: usize,
}

impl Annotations {
    pub(crate) fn of(judged: &Judged<'_>) -> Self {
        let mut annotations = Self::default();
        annotations.add(judged);
        annotations
    }

    pub(crate) fn add(&mut self, judged: &Judged<'_>) {
        if self.profiles == 0 {
            self.place = place_of(judged);
        }
        self.profiles += 1;
        if self.verdicts.len() < MOST_PROFILES {
            self.verdicts.push(verdict_of(judged));
        }
        match judged {
            Ok(report) => {
                let gaps = report.assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Gap);
                self.more_gaps += self.keep(gaps.map(|finding| of_gap(report, finding)));
            }
            Err(refusal) => {
                self.more_mistakes += self.keep(refusal.mistakes.iter().map(|mistake| of_mistake(refusal.file, mistake)));
                self.more_mistakes += refusal.more;
            }
        }
    }

    /// Keeps annotations within the limits, and counts the others.
    fn keep(&mut self, annotations: impl Iterator<Item = Annotation>) -> usize {
        let mut more = 0;
        for annotation in annotations {
            let (kept, most) = match annotation.kind {
                Kind::Error => (&mut self.kept[0], MOST_OF_A_KIND),
                Kind::Warning => (&mut self.kept[1], MOST_OF_A_KIND),
                Kind::Notice => (&mut self.kept[2], MOST_NOTICES),
            };
            if kept.len() < most {
                kept.push(annotation);
            } else {
                more += 1;
            }
        }
        more
    }

    /// The messages, the most severe first; else in the order of the profiles.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Annotation> {
        self.kept.iter().flatten()
    }

    /// The verdict of each profile, and how many gaps and mistakes are not shown: a line each.
    pub(crate) fn summary(&self) -> Vec<String> {
        let is_only = self.profiles == 1;
        let line = |(path, line): &(String, String)| if is_only { line.clone() } else { format!("{path}: {line}") };
        let mut lines: Vec<String> = self.verdicts.iter().map(line).collect();
        let rest = self.profiles - self.verdicts.len();
        if rest > 0 {
            lines.push(format!("{} {} not named here.", counted(rest as f64, "more profile", "more profiles"), is_or_are(rest)));
        }
        let parts = [(self.more_gaps, "more gap", "more gaps"), (self.more_mistakes, "more mistake", "more mistakes")];
        let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, one, many)| counted(count as f64, one, many)).collect();
        if !parts.is_empty() {
            let all = match (is_only, self.more_gaps) {
                (true, _) => "the format `table` lists all",
                (_, 0) => "standard error lists all",
                // The table of a team has a row for each person only.
                _ => "the format `markdown` lists all gaps",
            };
            let are = is_or_are(self.more_gaps + self.more_mistakes);
            lines.push(format!("{} {are} not listed here; {all}.", joined(&parts, "and")));
        }
        lines
    }
}

fn is_or_are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn of_gap(report: &Report<'_>, finding: &Finding<'_>) -> Annotation {
    Annotation {
        kind: match finding.criterion.level {
            Level::Required => Kind::Error,
            Level::Recommended => Kind::Warning,
            Level::Advisory => Kind::Notice,
        },
        place: Place { file: plain_words::address(report.file), line: plain_words::line(finding, report), column: None },
        subject: escape_control_chars(&finding.criterion.id).into_owned(),
        category: plain_words::category(finding, report),
        message: plain_words::statement(finding),
    }
}

fn of_mistake(file: &ProfileFile, mistake: &Remark) -> Annotation {
    Annotation {
        kind: Kind::Error,
        place: Place { file: plain_words::address(file), line: mistake.line, column: Some(mistake.column) },
        subject: MISTAKE.into(),
        category: None,
        message: plain_words::remark(mistake),
    }
}

fn place_of(judged: &Judged<'_>) -> Place {
    let (file, line) = match judged {
        Ok(report) => (plain_words::address(report.file), plain_words::profile_line(report)),
        Err(refusal) => (plain_words::address(refusal.file), 1),
    };
    Place { file, line, column: None }
}

/// The path of a profile, and what became of it.
fn verdict_of(judged: &Judged<'_>) -> (String, String) {
    let (file, line) = match judged {
        Ok(report) => (report.file, escape_control_chars(&verdict(report)).into_owned()),
        Err(refusal) => (refusal.file, format!("{}.", plain_words::refused(refusal))),
    };
    (plain_words::path(file), line)
}
