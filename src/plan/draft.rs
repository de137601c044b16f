//! What a plan would have somebody do: entries that are not there yet.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::profile::model::{Areas, Story};
use crate::profile::{Contribution, Until};
use crate::record::days::DaySpan;
use crate::vocabulary::{MetricId, TypeId};

/// Things to do that a plan of some days may have: one every other day is much already, and a few may always be offered.
pub(crate) fn most_drafts(range: DaySpan) -> usize {
    const FEW: usize = 6;
    const MANY: usize = 60;
    usize::try_from(range.days() / 2).unwrap_or(MANY).clamp(FEW, MANY)
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(crate) activity_type: TypeId,
    /// The declared category that it is for, where several are declared.
    pub(crate) category: Option<usize>,
    /// Its day, where it matters which; else the days are spread.
    pub(crate) day: Option<NaiveDate>,
    pub(crate) impact: Vec<(MetricId, f64)>,
}

impl Draft {
    /// Whether it counts for a category; for what is judged of all together each does.
    pub(crate) fn is_for(&self, category: Option<usize>) -> bool {
        category.is_none() || self.category == category
    }

    /// Sets one of its numbers, at least to a value.
    pub(crate) fn raise(&mut self, metric: MetricId, value: f64) {
        match self.impact.iter_mut().find(|(known, _)| *known == metric) {
            Some((_, stated)) => *stated = stated.max(value),
            None => self.impact.push((metric, value)),
        }
    }

    pub(crate) fn number(&self, metric: MetricId) -> f64 {
        self.impact.iter().find(|(known, _)| *known == metric).map_or(0.0, |(_, value)| *value)
    }
}

/// The day of each draft: its own, or the middle of its share of all days.
pub(crate) fn days(drafts: &[Draft], range: DaySpan) -> Vec<NaiveDate> {
    let free = drafts.iter().filter(|draft| draft.day.is_none()).count() as u64;
    let length = range.days().unsigned_abs();
    let mut places = 0_u64..;
    let spread =
        |place: u64| range.first.checked_add_days(Days::new(length * (2 * place + 1) / (2 * free))).unwrap_or(range.last);
    drafts.iter().map(|draft| draft.day.unwrap_or_else(|| spread(places.next().unwrap_or_default()))).collect()
}

/// The entries that the drafts would be: new works, each with an address.
pub(crate) fn contributions(drafts: &[Draft], range: DaySpan) -> Vec<Contribution<'static>> {
    let contribution = |(draft, date): (&Draft, NaiveDate)| Contribution {
        line: 0,
        activity_type: draft.activity_type,
        title: Cow::Borrowed(""),
        date,
        until: Until::SameDay,
        url: Some(Cow::Borrowed("https://example.org/")),
        role: None,
        count: 1,
        category: draft.category,
        areas: Areas::new(),
        paid: None,
        impact: draft.impact.clone(),
        story: Story::default(),
    };
    drafts.iter().zip(days(drafts, range)).map(contribution).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_spread_evenly_beside_those_that_are_fixed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let range = DaySpan { first: day("2026-12-01"), last: day("2026-12-30") };
        let draft = |day| Draft { activity_type: TypeId(1), category: None, day, impact: vec![] };
        let drafts = [draft(None), draft(Some(day("2026-12-24"))), draft(None), draft(None)];
        assert_eq!(days(&drafts, range), ["2026-12-06", "2026-12-24", "2026-12-16", "2026-12-26"].map(day));
        let one_day = DaySpan { first: day("2026-12-01"), last: day("2026-12-01") };
        assert_eq!(days(&drafts[..1], one_day), [day("2026-12-01")]);
    }
}
