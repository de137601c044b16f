//! One move towards closing a gap: a draft more, a day, or a number.

use chrono::{Days, NaiveDate};

use crate::assess::Finding;
use crate::evidence::{Evidence, Remedy};
use crate::plan::draft::{Draft, most_drafts};
use crate::plan::numbers;
use crate::plan::rhythm::quiet_day;
use crate::plan::types::Manner;
use crate::record::Record;

impl Manner<'_, '_> {
    /// The drafts after one move for a gap, of a record that holds what counts for it; `None` where there is none.
    pub(crate) fn moved(&self, drafts: &[Draft], record: &Record<'_>, finding: &Finding<'_>) -> Option<Vec<Draft>> {
        let category = finding.category;
        let mut moved = drafts.to_vec();
        let evidence = &finding.evidence;
        match finding.criterion.check.measure().demand().remedy {
            Remedy::NoActivity => return None,
            Remedy::More if missing(evidence) > most_drafts(self.days) as f64 => return None,
            Remedy::More => moved.push(self.draft(self.usual(drafts, category)?, category)),
            Remedy::NewType => moved.push(self.draft(self.new_type(record)?, category)),
            Remedy::OtherType => moved.push(self.draft(self.other_type(record, evidence, category)?, category)),
            Remedy::Lately(within) => {
                // Half of the limit is left for what comes between.
                let before = Days::new(u64::from(within / 2));
                let day = self.days.last.checked_sub_days(before).map_or(self.days.first, |day| day.max(self.days.first));
                self.place(&mut moved, day, category)?;
            }
            Remedy::Rhythm(longest) => self.place(&mut moved, quiet_day(record, self.days, longest)?, category)?,
            Remedy::Reach => numbers::reach(self, &mut moved, evidence, category)?,
            Remedy::Notable => numbers::notable(self, &mut moved, category)?,
            Remedy::Numbers => match numbers::stated(self, &mut moved) {
                Some(()) => {}
                None => moved.push(self.draft(self.usual(drafts, category)?, category)),
            },
        }
        Some(moved)
    }

    /// Gives the last draft without a day of its own this one; a further draft, where all have one. Only drafts of a category count for
    /// a gap of it.
    fn place(&self, drafts: &mut Vec<Draft>, day: NaiveDate, category: Option<usize>) -> Option<()> {
        let is_free = |draft: &Draft| draft.day.is_none() && draft.is_for(category);
        if !drafts.iter().any(is_free) {
            drafts.push(self.draft(self.usual(drafts, category)?, category));
        }
        drafts.iter_mut().rev().find(|draft| is_free(draft))?.day = Some(day);
        Some(())
    }
}

/// How much is missing of a number that is wanted.
fn missing(evidence: &Evidence<'_>) -> f64 {
    let wanted = evidence.number_named("target_now").or(evidence.target);
    wanted.zip(evidence.measured).map_or(0.0, |(wanted, found)| wanted - found)
}
