//! What each criterion says, with the reasons and the entries behind it.

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::explanation::{level_name, of_criterion};
use crate::guidance::Level;
use crate::link;
use crate::profile::Contribution;
use crate::render::html::{Piece, parted, pieces};
use crate::report::model::Report;
use crate::report::sections::sections;
use crate::report::words::{found, sign, wanted, word};
use crate::text::{capitalized, date, escape_control_chars, short};

pub(crate) struct Theme {
    pub(crate) name: String,
    pub(crate) findings: Vec<FindingItem>,
}

pub(crate) struct FindingItem {
    pub(crate) class: &'static str,
    pub(crate) sign: char,
    pub(crate) result: String,
    /// The part of the criterion's title before its colon, and the part after it.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) found: String,
    pub(crate) wanted: String,
    pub(crate) advice: Vec<Piece>,
    pub(crate) background: Vec<(&'static str, Vec<Piece>)>,
    pub(crate) entries: Vec<EntryItem>,
    pub(crate) entries_told: &'static str,
    pub(crate) entries_counted: String,
    pub(crate) more: usize,
}

pub(crate) struct EntryItem {
    pub(crate) title: String,
    /// None where the address may not be linked.
    pub(crate) address: Option<String>,
    pub(crate) date: String,
    pub(crate) line: usize,
}

/// Parts of an explanation that the finding itself shows.
const TOLD_ALREADY: [&str; 2] = ["Wanted", "Level"];

/// The findings by theme, in the order of all reports for people.
pub(crate) fn themes(report: &Report<'_>) -> Vec<Theme> {
    let themes = sections(report).into_iter().map(|section| Theme {
        name: escape_control_chars(&capitalized(section.theme)).into_owned(),
        findings: section.findings.into_iter().map(|finding| item(finding, report)).collect(),
    });
    themes.collect()
}

fn item(finding: &Finding<'_>, report: &Report<'_>) -> FindingItem {
    let Finding { criterion, outcome, evidence, .. } = finding;
    let (name, title) = parted(&criterion.title);
    let explained = of_criterion(criterion, report.guidance).parts.into_iter();
    let background = explained.filter(|part| !TOLD_ALREADY.contains(&part.heading));
    let total = evidence.contributions_total;
    FindingItem {
        class: look(*outcome, criterion.level),
        sign: sign(*outcome, criterion.level),
        result: format!("{} · {}", word(*outcome), level_name(criterion.level)),
        name,
        title,
        found: found(finding, report),
        wanted: escape_control_chars(&wanted(finding)).into_owned(),
        advice: finding.advice.as_deref().map_or(Vec::new(), pieces),
        background: background.map(|part| (part.heading, pieces(&part.text))).collect(),
        entries: evidence.contributions.iter().map(|contribution| entry(contribution)).collect(),
        entries_told: if *outcome == Outcome::Met { "What weighs most" } else { "Entries to look at" },
        entries_counted: if total == 1 { "1 entry".into() } else { format!("{total} entries") },
        more: total - evidence.contributions.len(),
    }
}

fn entry(contribution: &Contribution<'_>) -> EntryItem {
    /// Longer titles would hide their list.
    const TITLE_COLUMNS: usize = 200;
    EntryItem {
        title: short(&contribution.title, TITLE_COLUMNS).into_owned(),
        address: contribution.url.as_deref().and_then(link::address),
        date: date(contribution.date),
        line: contribution.line,
    }
}

pub(crate) fn verdict_look(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "met",
        Verdict::Nearly => "recommended",
        Verdict::NotYet => "required",
    }
}

pub(crate) fn look(outcome: Outcome, level: Level) -> &'static str {
    match (outcome, level) {
        (Outcome::Met, _) => "met",
        (Outcome::NotAssessed | Outcome::Waived, _) => "open",
        (Outcome::Gap, Level::Required) => "required",
        (Outcome::Gap, Level::Recommended) => "recommended",
        (Outcome::Gap, Level::Advisory) => "advisory",
    }
}
