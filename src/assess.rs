//! Every criterion of an edition over a record, and the verdict that follows.

use std::cmp::Reverse;

use serde::Serialize;

use crate::evidence::{Evidence, Outcome};
use crate::guidance::{Criterion, Guidance, Level};
use crate::profile::Waiver;
use crate::record::Record;
use crate::text;

/// How a record stands, from the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// A required gap, or recommended ones in many themes.
    NotYet,
    /// A few recommended gaps, or something required that is not assessed.
    Nearly,
    /// No required or recommended gap.
    Ready,
}

impl Verdict {
    /// As reports write it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Nearly => "nearly",
            Self::Ready => "ready",
        }
    }

    pub(crate) fn words(self, guidance: &Guidance) -> &str {
        match self {
            Self::NotYet => &guidance.verdict.not_yet,
            Self::Nearly => &guidance.verdict.nearly,
            Self::Ready => &guidance.verdict.ready,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Finding<'a> {
    pub(crate) criterion: &'a Criterion,
    /// The declared category that it was judged for, where it is judged for each.
    pub(crate) category: Option<usize>,
    /// How it came out, waivers included.
    pub(crate) outcome: Outcome,
    pub(crate) evidence: Evidence<'a>,
    pub(crate) advice: Option<String>,
}

/// All findings with their verdict.
#[derive(Clone, Debug)]
pub(crate) struct Assessment<'a> {
    /// In the order of the guidance; one for each category where a criterion is judged so.
    pub(crate) findings: Vec<Finding<'a>>,
    pub(crate) verdict: Verdict,
    pub(crate) category_verdicts: Vec<Verdict>,
}

pub(crate) fn assess<'a>(guidance: &'a Guidance, record: &Record<'a>) -> Assessment<'a> {
    let categories = record.profile.categories.len();
    let parts: Vec<Record<'a>> =
        if categories > 1 { (0..categories).map(|at| record.of_category(at)).collect() } else { Vec::new() };
    let mut findings: Vec<Finding<'a>> = Vec::with_capacity(guidance.criteria.len());
    for criterion in &guidance.criteria {
        if criterion.per_category && !parts.is_empty() {
            for (category, part) in parts.iter().enumerate() {
                findings.push(judge(criterion, part, Some(category), &findings));
            }
        } else {
            findings.push(judge(criterion, record, None, &findings));
        }
    }
    let category_verdicts: Vec<Verdict> = (0..parts.len()).map(|at| verdict(guidance, &findings, Some(at))).collect();
    let verdict = category_verdicts.iter().min().copied().unwrap_or_else(|| verdict(guidance, &findings, None));
    Assessment { findings, verdict, category_verdicts }
}

impl Assessment<'_> {
    /// Themes with required or recommended gaps, the required first, else in the order of the guidance.
    pub(crate) fn themes_with_gaps<'g>(&self, guidance: &'g Guidance) -> Vec<&'g str> {
        let most_severe = |theme: &str| {
            let gaps = self.findings.iter().filter(|finding| finding.is_weighty_gap() && finding.criterion.theme == theme);
            gaps.map(|finding| finding.criterion.level).max()
        };
        let themes = guidance.vocabulary.themes.iter().filter_map(|theme| Some((most_severe(theme)?, theme.as_str())));
        let mut themes: Vec<(Level, &str)> = themes.collect();
        // Stable: equals keep their order.
        themes.sort_by_key(|(level, _)| Reverse(*level));
        themes.into_iter().map(|(_, theme)| theme).collect()
    }

    /// The category that decides, where there are several and they differ.
    pub(crate) fn deciding_category(&self) -> Option<usize> {
        let differ = self.category_verdicts.iter().any(|verdict| *verdict != self.verdict);
        if differ { self.category_verdicts.iter().position(|verdict| *verdict == self.verdict) } else { None }
    }

    pub(crate) fn has_gap_from(&self, level: Level) -> bool {
        self.findings.iter().any(|finding| finding.outcome == Outcome::Gap && finding.criterion.level >= level)
    }
}

impl Finding<'_> {
    /// Whether it is a required or recommended gap.
    pub(crate) fn is_weighty_gap(&self) -> bool {
        self.outcome == Outcome::Gap && self.criterion.level >= Level::Recommended
    }
}

/// What to do about a declared category in which nothing counts.
const FILL_CATEGORY: &str = "State `category` in what belongs to it, or share something in it.";

/// One criterion over the record, or over the part of it that belongs to a category.
fn judge<'a>(criterion: &'a Criterion, record: &Record<'a>, category: Option<usize>, above: &[Finding<'a>]) -> Finding<'a> {
    let check = criterion.check.measure();
    let unassessed = |fact: String, advice: Option<String>| {
        let evidence = Evidence::not_assessed(fact, check);
        Finding { criterion, category, outcome: Outcome::NotAssessed, evidence, advice }
    };
    if criterion.needs_entries && record.entries.is_empty() {
        let (fact, advice) = match category {
            Some(_) => ("nothing of this category in the window yet", FILL_CATEGORY),
            None => ("nothing in the window yet", "Share something first."),
        };
        return unassessed(fact.into(), Some(advice.into()));
    }
    if let Some(first) = criterion.after.as_deref().and_then(|after| unfinished(after, category, above)) {
        if first.outcome == Outcome::NotAssessed {
            return unassessed(first.evidence.fact.clone(), first.advice.clone());
        }
        let after = &first.criterion.id;
        return unassessed(format!("waits for `{after}`"), Some(format!("First `{after}`.")));
    }
    let evidence = check.measure(record);
    let waiver = Some(evidence.outcome).filter(|outcome| *outcome == Outcome::Gap).and_then(|_| waiver(&criterion.id, record));
    let (outcome, advice) = match (evidence.outcome, waiver) {
        (_, Some(waiver)) => (Outcome::Waived, Some(accepted(waiver))),
        (Outcome::Gap, None) => {
            let is_empty_category = category.is_some() && record.entries.is_empty();
            let advice = if is_empty_category { FILL_CATEGORY.into() } else { filled(&criterion.advice, &evidence.phrases) };
            (Outcome::Gap, Some(advice + &ended_waiver(&criterion.id, record)))
        }
        (Outcome::NotAssessed, None) => (Outcome::NotAssessed, Some(filled(&criterion.unassessed, &evidence.phrases))),
        (outcome, None) => (outcome, None),
    };
    Finding { criterion, category, outcome, evidence, advice }
}

/// The finding that another one depends on: not met and not waived, of the same category or of all.
fn unfinished<'f, 'a>(after: &str, category: Option<usize>, above: &'f [Finding<'a>]) -> Option<&'f Finding<'a>> {
    let concerns = |finding: &&Finding<'a>| {
        finding.criterion.id == after && (category.is_none() || finding.category.is_none() || finding.category == category)
    };
    above.iter().filter(concerns).find(|finding| !matches!(finding.outcome, Outcome::Met | Outcome::Waived))
}

fn waiver<'a>(criterion: &str, record: &Record<'a>) -> Option<&'a Waiver<'a>> {
    let holds = |waiver: &&Waiver<'_>| waiver.until.is_none_or(|until| record.as_of <= until);
    record.profile.waivers.iter().filter(|waiver| waiver.criterion == criterion).find(holds)
}

/// A word on a waiver that held until before the day that is judged, which may be to come.
fn ended_waiver(criterion: &str, record: &Record<'_>) -> String {
    let of_criterion = record.profile.waivers.iter().filter(|waiver| waiver.criterion == criterion);
    match of_criterion.filter_map(|waiver| waiver.until).max() {
        Some(until) => format!(" You accepted it until {}.", text::date(until)),
        None => String::new(),
    }
}

fn accepted(waiver: &Waiver<'_>) -> String {
    let until = waiver.until.map_or(String::new(), |day| format!(" until {}", text::date(day)));
    format!("Accepted{until}: {}", waiver.reason)
}

/// A text of the guidance with its phrases filled in. What was filled in is not looked at again: a title may hold braces.
fn filled(template: &str, phrases: &[(&'static str, String)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut pieces = template.split('{');
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        text.push_str(phrases.iter().find(|(known, _)| *known == name).map_or("", |(_, phrase)| phrase));
        text.push_str(rest);
    }
    text::capitalized(text.trim())
}

/// The verdict over what concerns one category, or over everything.
fn verdict(guidance: &Guidance, findings: &[Finding<'_>], category: Option<usize>) -> Verdict {
    let concerned: Vec<&Finding<'_>> =
        findings.iter().filter(|finding| finding.category.is_none() || finding.category == category).collect();
    let has_required = |outcome| concerned.iter().any(|it| it.criterion.level == Level::Required && it.outcome == outcome);
    let mut themes: Vec<&str> = Vec::new();
    for finding in concerned.iter().filter(|finding| finding.is_weighty_gap()) {
        if !themes.contains(&finding.criterion.theme.as_str()) {
            themes.push(&finding.criterion.theme);
        }
    }
    if has_required(Outcome::Gap) || themes.len() > guidance.verdict.nearly_at_most as usize {
        Verdict::NotYet
    } else if !themes.is_empty() || has_required(Outcome::NotAssessed) {
        Verdict::Nearly
    } else {
        Verdict::Ready
    }
}
