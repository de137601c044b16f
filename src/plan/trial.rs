//! The last day of a plan, judged with what the plan would have somebody do.

use crate::assess::{Assessment, Finding, assess};
use crate::evidence::{Outcome, Remedy};
use crate::guidance::{Criterion, Guidance, Level};
use crate::plan::draft::{Draft, contributions};
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::record::facts::Facts;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Trial<'s, 'a> {
    pub(crate) guidance: &'a Guidance,
    pub(crate) facts: &'s Facts<'a>,
    /// The days on which something can be done; the last one is judged.
    pub(crate) days: DaySpan,
}

impl<'a> Trial<'_, 'a> {
    /// Judges the last day with the drafts done, and reads what comes of it.
    pub(crate) fn seen<R>(&self, drafts: &[Draft], read: impl FnOnce(&Record<'_>, &Assessment<'_>) -> R) -> R {
        let contributions = contributions(drafts, self.days);
        let facts = self.facts.with(&contributions);
        let record = Record::on(self.days.last, &facts);
        read(&record, &assess(self.guidance, &record))
    }

    /// Places of the required and recommended gaps among the findings.
    pub(crate) fn gaps(&self, drafts: &[Draft]) -> Vec<usize> {
        self.places(drafts, |finding| finding.is_weighty_gap())
    }

    /// Places of those gaps about which no activity does anything, without any draft.
    pub(crate) fn gaps_beyond_activity(&self) -> Vec<usize> {
        self.places(&[], |finding| finding.is_weighty_gap() && !has_remedy(finding.criterion))
    }

    pub(crate) fn required_unassessed(&self, drafts: &[Draft]) -> Vec<usize> {
        self.places(drafts, |it| it.outcome == Outcome::NotAssessed && it.criterion.level == Level::Required)
    }

    fn places(&self, drafts: &[Draft], is_meant: fn(&Finding<'_>) -> bool) -> Vec<usize> {
        let places = |assessment: &Assessment<'_>| {
            let findings = assessment.findings.iter().enumerate();
            findings.filter(|(_, finding)| is_meant(finding)).map(|(at, _)| at).collect()
        };
        self.seen(drafts, |_, assessment| places(assessment))
    }

    /// What is open at some places with the drafts done. What they close only by the way, and what points at a draft, which has no line
    /// in the file, is reported as it is without them.
    pub(crate) fn open(&self, drafts: &[Draft], places: &[usize]) -> Vec<Open<'a>> {
        let told = |drafts: &[Draft]| {
            self.seen(drafts, |_, assessment| places.iter().map(|at| self.told(&assessment.findings[*at])).collect())
        };
        let (done, undone): (Vec<Told<'a>>, Vec<Told<'a>>) = (told(drafts), told(&[]));
        let is_open = |told: &Told<'_>| matches!(told.outcome, Outcome::Gap | Outcome::NotAssessed);
        let open = |(done, undone): (Told<'a>, Told<'a>)| {
            if is_open(&done) && !done.is_on_drafts {
                done.open
            } else if is_open(&undone) {
                undone.open
            } else {
                done.open.map(|open| Open { advice: String::new(), ..open })
            }
        };
        done.into_iter().zip(undone).filter_map(open).collect()
    }

    fn told(&self, finding: &Finding<'_>) -> Told<'a> {
        let open = self.guidance.criterion(&finding.criterion.id).map(|criterion| Open {
            criterion,
            category: finding.category,
            fact: finding.evidence.fact.clone(),
            advice: finding.advice.clone().unwrap_or_default(),
        });
        let is_on_drafts = finding.evidence.contributions.iter().any(|contribution| contribution.line == 0);
        Told { open, outcome: finding.outcome, is_on_drafts }
    }
}

struct Told<'a> {
    open: Option<Open<'a>>,
    outcome: Outcome,
    /// Whether it points at something that is not in the file.
    is_on_drafts: bool,
}

/// Something required or recommended that is not met.
#[derive(Clone, Debug)]
pub(crate) struct Open<'a> {
    pub(crate) criterion: &'a Criterion,
    /// The declared category, where it is judged for each.
    pub(crate) category: Option<usize>,
    pub(crate) fact: String,
    /// What to do about it; empty where only the plan opens it.
    pub(crate) advice: String,
}

pub(crate) fn has_remedy(criterion: &Criterion) -> bool {
    criterion.check.measure().demand().remedy != Remedy::NoActivity
}
