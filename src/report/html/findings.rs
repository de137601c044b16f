//! What each criterion says, with the reasons and the entries behind it.

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::explanation::{level_name, of_criterion};
use crate::guidance::Level;
use crate::link;
use crate::profile::Contribution;
use crate::report::html::prose::{Piece, parted, pieces};
use crate::report::model::Report;
use crate::report::sections::sections;
use crate::report::words::{found, sign, wanted, word};
use crate::text::{capitalized, date, short, visible};

/// A theme with its findings.
#[derive(Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Its findings, the most urgent first.
    pub findings: Vec<FindingPart>,
}

/// What one criterion says.
#[derive(Debug)]
pub struct FindingPart {
    /// How it looks.
    pub class: &'static str,
    /// The sign of its outcome.
    pub sign: char,
    /// Its outcome and level in words.
    pub result: String,
    /// What the criterion is about.
    pub name: String,
    /// What the criterion says of it.
    pub title: String,
    /// What was found.
    pub found: String,
    /// What is wanted.
    pub wanted: String,
    /// What to do.
    pub advice: Vec<Piece>,
    /// What there is to know of the criterion.
    pub background: Vec<BackgroundPart>,
    /// The entries behind it.
    pub entries: Vec<EntryPart>,
    /// What they are to it.
    pub entries_told: &'static str,
    /// How many of them there are in all.
    pub entries_counted: String,
    /// How many of them are not listed.
    pub more: usize,
}

/// One thing to know of a criterion.
#[derive(Debug)]
pub struct BackgroundPart {
    /// Its heading.
    pub heading: &'static str,
    /// Its text.
    pub text: Vec<Piece>,
}

/// An entry behind a finding.
#[derive(Debug)]
pub struct EntryPart {
    /// Its title.
    pub title: String,
    /// Where it leads, where that may be linked.
    pub address: Option<String>,
    /// Its first day.
    pub date: String,
    /// Its line in the profile.
    pub line: usize,
}

/// Parts of an explanation that stand beside the finding already.
const TOLD_ALREADY: [&str; 2] = ["Wanted", "Level"];

/// The findings by theme, in the order of all reports for people.
pub fn themes(report: &Report<'_>) -> Vec<Theme> {
    let theme = |section: crate::report::sections::Section<'_, '_>| Theme {
        name: visible(&capitalized(section.theme)).into_owned(),
        findings: section.findings.into_iter().map(|finding| part(finding, report)).collect(),
    };
    sections(report).into_iter().map(theme).collect()
}

fn part(finding: &Finding<'_>, report: &Report<'_>) -> FindingPart {
    let Finding { criterion, outcome, evidence, .. } = finding;
    let (name, title) = parted(&criterion.title);
    let explained = of_criterion(criterion, report.guidance).parts.into_iter();
    let background = explained.filter(|part| !TOLD_ALREADY.contains(&part.heading));
    let total = evidence.contributions_total;
    FindingPart {
        class: look(*outcome, criterion.level),
        sign: sign(*outcome, criterion.level),
        result: format!("{} · {}", word(*outcome), level_name(criterion.level)),
        name,
        title,
        found: found(finding, report),
        wanted: visible(&wanted(finding)).into_owned(),
        advice: finding.advice.as_deref().map_or(Vec::new(), pieces),
        background: background.map(|part| BackgroundPart { heading: part.heading, text: pieces(&part.text) }).collect(),
        entries: evidence.contributions.iter().map(|contribution| entry(contribution)).collect(),
        entries_told: if *outcome == Outcome::Met { "What weighs most" } else { "Entries to look at" },
        entries_counted: if total == 1 { "1 entry".into() } else { format!("{total} entries") },
        more: total - evidence.contributions.len(),
    }
}

fn entry(contribution: &Contribution<'_>) -> EntryPart {
    /// Longer titles would hide the list that they stand in.
    const TITLE_COLUMNS: usize = 200;
    EntryPart {
        title: short(&contribution.title, TITLE_COLUMNS).into_owned(),
        address: contribution.url.as_deref().and_then(link::address),
        date: date(contribution.date),
        line: contribution.line,
    }
}

/// How a verdict looks.
pub fn verdict_look(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "met",
        Verdict::Nearly => "recommended",
        Verdict::NotYet => "required",
    }
}

/// How a result looks.
pub fn look(outcome: Outcome, level: Level) -> &'static str {
    match (outcome, level) {
        (Outcome::Met, _) => "met",
        (Outcome::NotAssessed | Outcome::Waived, _) => "open",
        (Outcome::Gap, Level::Required) => "required",
        (Outcome::Gap, Level::Recommended) => "recommended",
        (Outcome::Gap, Level::Advisory) => "advisory",
    }
}
