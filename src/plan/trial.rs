//! The last day of a plan, judged with what the plan would have somebody do.

use crate::assess::{Assessment, Finding, assess};
use crate::evidence::{Outcome, Remedy};
use crate::guidance::{Criterion, Guidance, Level};
use crate::plan::draft::{Draft, contributions};
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;

/// What drafts are tried on.
#[derive(Clone, Copy, Debug)]
pub struct Trial<'s, 'a> {
    /// What it is judged by.
    pub guidance: &'a Guidance,
    /// What is known of the profile.
    pub facts: &'s Facts<'a>,
    /// The days on which something can be done; the last one is judged.
    pub days: DaySpan,
}

impl<'a> Trial<'_, 'a> {
    /// Judges the last day with the drafts done, and reads what comes of it.
    pub fn seen<R>(&self, drafts: &[Draft], read: impl FnOnce(&Record<'_>, &Assessment<'_>) -> R) -> R {
        let contributions = contributions(drafts, self.days);
        let facts = self.facts.with(&contributions);
        let record = Record::on(self.days.last, &facts);
        read(&record, &assess(self.guidance, &record))
    }

    /// Places of the required and recommended gaps among the findings.
    pub fn gaps(&self, drafts: &[Draft]) -> Vec<usize> {
        self.places(drafts, is_gap)
    }

    /// Places of those gaps about which no activity does anything, without any draft.
    pub fn gaps_beyond_activity(&self) -> Vec<usize> {
        self.places(&[], |finding| is_gap(finding) && !has_remedy(finding.criterion))
    }

    /// Places of what is required and cannot be told.
    pub fn required_unassessed(&self, drafts: &[Draft]) -> Vec<usize> {
        self.places(drafts, |it| it.outcome == Outcome::NotAssessed && it.criterion.level == Level::Required)
    }

    fn places(&self, drafts: &[Draft], is_meant: fn(&Finding<'_>) -> bool) -> Vec<usize> {
        let places = |assessment: &Assessment<'_>| {
            let findings = assessment.findings.iter().enumerate();
            findings.filter(|(_, finding)| is_meant(finding)).map(|(at, _)| at).collect()
        };
        self.seen(drafts, |_, assessment| places(assessment))
    }

    /// What is open at some places with the drafts done. Where it is open without them too, it is told as it is then. An advice on
    /// drafts, which have no line in the file, is left out.
    pub fn open(&self, drafts: &[Draft], places: &[usize]) -> Vec<Open<'a>> {
        let told = |drafts: &[Draft], at: usize| {
            self.seen(drafts, |_, assessment| {
                let finding = &assessment.findings[at];
                let criterion = self.guidance.criterion(&finding.criterion.id)?;
                let fact = finding.evidence.fact.clone();
                let is_on_drafts = finding.evidence.contributions.iter().any(|contribution| contribution.line == 0);
                let advice = finding.advice.clone().filter(|_| !is_on_drafts).unwrap_or_default();
                Some((Open { criterion, category: finding.category, fact, advice }, finding.outcome))
            })
        };
        let open = |at: &usize| {
            let (done, outcome) = told(drafts, *at)?;
            let before = told(&[], *at).filter(|(_, before)| *before == outcome);
            Some(before.map_or(done, |(open, _)| open))
        };
        places.iter().filter_map(open).collect()
    }
}

/// Something required or recommended that is not met.
#[derive(Clone, Debug)]
pub struct Open<'a> {
    /// Its criterion.
    pub criterion: &'a Criterion,
    /// The declared category, where it is judged for each.
    pub category: Option<usize>,
    /// What was found.
    pub fact: String,
    /// What to do about it; empty where only the plan opens it.
    pub advice: String,
}

/// Whether a finding is a required or recommended gap.
pub fn is_gap(finding: &Finding<'_>) -> bool {
    finding.outcome == Outcome::Gap && finding.criterion.level >= Level::Recommended
}

/// Whether an activity can do anything about a criterion.
pub fn has_remedy(criterion: &Criterion) -> bool {
    criterion.check.measure().remedy() != Remedy::NoActivity
}
