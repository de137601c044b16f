//! One move towards closing a gap: a draft more, a day, or a number.

use chrono::{Days, NaiveDate};

use crate::assess::Finding;
use crate::evidence::{Evidence, Remedy};
use crate::plan::draft::{Draft, MOST_DRAFTS};
use crate::plan::numbers;
use crate::plan::rhythm::quiet_day;
use crate::plan::types::Types;
use crate::record::Record;
use crate::record::days::DaySpan;

/// Makes moves in the manner of one way.
#[derive(Debug)]
pub struct Mover<'s, 'a> {
    /// Which types it is made of.
    pub types: Types<'s, 'a>,
    /// The days on which something can be done.
    pub days: DaySpan,
}

impl Mover<'_, '_> {
    /// The drafts after one move for a gap, of a record that holds what counts for it; `None` where there is none.
    pub fn moved(&self, drafts: &[Draft], record: &Record<'_>, finding: &Finding<'_>) -> Option<Vec<Draft>> {
        let several = self.types.facts.profile.categories.len() > 1;
        let category = several.then(|| finding.category.unwrap_or(0));
        let mut moved = drafts.to_vec();
        let evidence = &finding.evidence;
        match finding.criterion.check.measure().remedy() {
            Remedy::NoActivity => return None,
            Remedy::More if is_far_away(evidence) => return None,
            Remedy::More => moved.push(Draft::new(self.types.usual(drafts, category)?, category)),
            Remedy::NewType => moved.push(Draft::new(self.types.new_type(record)?, category)),
            Remedy::OtherType => moved.push(Draft::new(self.types.other_type(record, evidence, category)?, category)),
            Remedy::Lately(within) => {
                let before = Days::new(u64::from(within / 2));
                let day = self.days.last.checked_sub_days(before).map_or(self.days.first, |day| day.max(self.days.first));
                self.place(&mut moved, day, category)?;
            }
            Remedy::Rhythm(longest) => self.place(&mut moved, quiet_day(record, self.days, longest)?, category)?,
            Remedy::Reach => numbers::reach(&self.types, &mut moved, evidence, category)?,
            Remedy::Notable => numbers::notable(&self.types, &mut moved, category)?,
            Remedy::Numbers => numbers::stated(&self.types, &mut moved)?,
        }
        Some(moved)
    }

    /// Gives the last draft without a day of its own this one; a further draft, where all have one.
    fn place(&self, drafts: &mut Vec<Draft>, day: NaiveDate, category: Option<usize>) -> Option<()> {
        if !drafts.iter().any(|draft| draft.day.is_none()) {
            drafts.push(Draft::new(self.types.usual(drafts, category)?, category));
        }
        drafts.iter_mut().rev().find(|draft| draft.day.is_none())?.day = Some(day);
        Some(())
    }
}

/// Whether more is missing than a plan may have.
fn is_far_away(evidence: &Evidence<'_>) -> bool {
    let wanted = evidence.number_named("target_now").or(evidence.target);
    wanted.zip(evidence.measured).is_some_and(|(wanted, found)| wanted - found > MOST_DRAFTS as f64)
}
