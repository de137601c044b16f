//! One move towards closing a gap: a draft more, a day, or a number.

use chrono::{Datelike, Days, NaiveDate};

use crate::assess::Finding;
use crate::evidence::{Detail, Evidence, Remedy};
use crate::forecast::Range;
use crate::plan::draft::{Draft, MOST_DRAFTS};
use crate::record::facts::Facts;
use crate::record::{Record, nearby};
use crate::vocabulary::{ActivityType, MetricId, Reach, TypeId};

/// Makes moves in the manner of one way.
#[derive(Debug)]
pub struct Mover<'s, 'a> {
    /// What is known of the profile.
    pub facts: &'s Facts<'a>,
    /// The days on which something can be done.
    pub days: Range,
    /// The manner, from 0: the closest to what the person does, then others.
    pub variant: usize,
}

/// Types that the closest way goes back and forth between.
const MIXED: usize = 2;

/// As many things that reach people are asked for, unless as many are planned anyway.
const MOST_FOR_REACH: usize = 4;

/// People that one activity reaches where neither the person's own numbers nor the guidance tell.
const REACHED_BY_ONE: f64 = 50.0;

impl<'a> Mover<'_, 'a> {
    /// The drafts after one move for a gap, of a record that holds what counts for it; `None` where there is none.
    pub fn moved(&self, drafts: &[Draft], record: &Record<'_>, finding: &Finding<'_>) -> Option<Vec<Draft>> {
        let several = self.facts.profile.categories.len() > 1;
        let category = several.then(|| finding.category.unwrap_or(0));
        let mut moved = drafts.to_vec();
        let evidence = &finding.evidence;
        match finding.criterion.check.measure().remedy() {
            Remedy::NoActivity => return None,
            Remedy::More if is_far_away(evidence) => return None,
            Remedy::More => moved.push(self.draft(self.usual(drafts, category)?, category)),
            Remedy::NewType => moved.push(self.draft(self.new_type(record)?, category)),
            Remedy::OtherType => moved.push(self.draft(self.other_type(record, evidence, category)?, category)),
            Remedy::Lately(within) => {
                let before = Days::new(u64::from(within / 2));
                let day = self.days.until.checked_sub_days(before).map_or(self.days.from, |day| day.max(self.days.from));
                self.place(&mut moved, day, category)?;
            }
            Remedy::Rhythm(longest) => self.place(&mut moved, self.quiet_day(record, longest)?, category)?,
            Remedy::Reach => self.reach(&mut moved, evidence, category)?,
            Remedy::Notable => self.notable(&mut moved, category)?,
            Remedy::Numbers => self.numbers(&mut moved)?,
        }
        Some(moved)
    }

    fn draft(&self, activity_type: TypeId, category: Option<usize>) -> Draft {
        Draft { activity_type, category, day: None, impact: Vec::new() }
    }

    fn id(&self, activity_type: &ActivityType) -> Option<TypeId> {
        self.facts.vocabulary.type_id(&activity_type.id)
    }

    fn known(&self, id: TypeId) -> &'a ActivityType {
        self.facts.vocabulary.activity_type(id)
    }

    /// What is mainly done: the two most usual types, or in another manner one of the next.
    fn mainly(&self, category: Option<usize>) -> Vec<&'a ActivityType> {
        let usual = nearby::main_types(self.facts.profile, self.facts.vocabulary, category);
        match self.variant {
            0 => usual.into_iter().take(MIXED).collect(),
            other => usual.get(other).or(usual.last()).copied().into_iter().collect(),
        }
    }

    /// What is mainly done, in turn.
    fn usual(&self, drafts: &[Draft], category: Option<usize>) -> Option<TypeId> {
        let mainly = self.mainly(category);
        mainly.get(drafts.len() % mainly.len().max(1)).and_then(|usual| self.id(usual))
    }

    /// A type that is not there yet.
    fn new_type(&self, record: &Record<'_>) -> Option<TypeId> {
        let steps = nearby::next_steps(&record.amount_by_type(), self.facts.vocabulary, self.variant + 1);
        steps.last().and_then(|step| self.id(step))
    }

    /// A type of another channel than the largest: one of those that are there, else a new one.
    fn other_type(&self, record: &Record<'_>, evidence: &Evidence<'_>, category: Option<usize>) -> Option<TypeId> {
        let largest = evidence.details.iter().find_map(|(_, detail)| match detail {
            Detail::Name(name) => Some(name.as_str()),
            Detail::Number(_) => None,
        });
        let is_other = |id: &TypeId| Some(self.known(*id).channel.as_str()) != largest && self.known(*id).weight >= 1.0;
        let mainly = self.mainly(category).into_iter().filter_map(|usual| self.id(usual));
        let present = record.amount_by_type().into_iter().map(|(id, _)| id);
        mainly.chain(present).find(is_other).or_else(|| self.new_type(record))
    }

    /// Gives the last draft without a day of its own this one; a further draft, where all have one.
    fn place(&self, drafts: &mut Vec<Draft>, day: NaiveDate, category: Option<usize>) -> Option<()> {
        if !drafts.iter().any(|draft| draft.day.is_none()) {
            drafts.push(self.draft(self.usual(drafts, category)?, category));
        }
        drafts.iter_mut().rev().find(|draft| draft.day.is_none())?.day = Some(day);
        Some(())
    }

    /// A day to come that breaks the longest pause well before its limit, or that is in a month without anything.
    fn quiet_day(&self, record: &Record<'_>, longest: u32) -> Option<NaiveDate> {
        let active = record.active_days();
        let first = record.window.from;
        let day = |at: usize| first.checked_add_days(Days::new(at as u64));
        let is_active = |date: NaiveDate| {
            usize::try_from((date - first).num_days()).ok().and_then(|at| active.get(at)).copied().unwrap_or(false)
        };
        let pause = active.chunk_by(|a, b| a == b).scan(0, |at, run| {
            let start = std::mem::replace(at, *at + run.len());
            Some((start, run))
        });
        let pause = pause.filter(|(_, run)| !run[0]).max_by_key(|(_, run)| run.len())?;
        if pause.1.len() > longest as usize {
            let latest = day(pause.0 + longest as usize * 3 / 4)?.max(self.days.from);
            let end = day(pause.0 + pause.1.len() - 1)?.min(self.days.until);
            return Some(latest).filter(|latest| *latest <= end);
        }
        let mut months: Vec<Vec<NaiveDate>> = Vec::new();
        for date in self.days.days() {
            match months.last_mut().filter(|month| month[0].month() == date.month()) {
                Some(month) => month.push(date),
                None => months.push(vec![date]),
            }
        }
        // Days before today of the first month may have seen something.
        let has_none = |month: &&Vec<NaiveDate>| {
            let whole = month[0].with_day(1).into_iter().flat_map(|first| first.iter_days().take(31));
            !whole.filter(|date| date.month() == month[0].month()).any(is_active)
        };
        months.iter().find(has_none).map(|month| month[month.len() / 2])
    }

    /// Sets how many some drafts reach, so that what is missing is reached; drafts are added where there are too few.
    fn reach(&self, drafts: &mut Vec<Draft>, evidence: &Evidence<'_>, category: Option<usize>) -> Option<()> {
        let (id, metric, way) = self.reaching(category)?;
        let (target, now, found) = match way {
            Reach::Online => (evidence.target, "target_now", "online"),
            Reach::InPerson => (evidence.number_named("target_in_person"), "target_in_person_now", "in_person"),
        };
        let target = evidence.number_named(now).or(target)?;
        let missing = target - evidence.number_named(found).unwrap_or(0.0);
        let fits = |draft: &&mut Draft| draft.activity_type == id && draft.category == category;
        let there = drafts.iter_mut().filter(fits).count();
        let wanted = (missing / self.usual_number(id, metric)).ceil().max(1.0) as usize;
        let wanted = wanted.min(there.max(MOST_FOR_REACH));
        for _ in there..wanted {
            drafts.push(self.draft(id, category));
        }
        let each = missing / wanted as f64;
        for draft in drafts.iter_mut().filter(fits).take(wanted) {
            let more = draft.number(metric) + each;
            draft.raise(metric, round_up(more));
        }
        Some(())
    }

    /// The type and the metric that reach people: of what is mainly done, else of any type.
    fn reaching(&self, category: Option<usize>) -> Option<(TypeId, MetricId, Reach)> {
        let vocabulary = self.facts.vocabulary;
        let reaching = |known: &&ActivityType| {
            let metric = known.metrics.iter().find_map(|metric| Some((metric.id, vocabulary.metric(metric.id).reach?)))?;
            Some((self.id(known)?, metric.0, metric.1))
        };
        let all = vocabulary.types.iter().filter(|known| known.counts());
        self.mainly(category).into_iter().chain(all).find_map(|known| reaching(&known))
    }

    /// How many one of a type usually has: the middle of the person's own numbers, else what makes it notable.
    fn usual_number(&self, id: TypeId, metric: MetricId) -> f64 {
        let own = self.facts.profile.contributions.iter().filter(|it| it.activity_type == id);
        let stated = own.flat_map(|it| it.impact.iter().map(|(known, value)| (*known, value / f64::from(it.count))));
        let mut values: Vec<f64> =
            stated.filter(|(known, value)| *known == metric && *value >= 1.0).map(|(_, value)| value).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().or_else(|| self.notable_from(id, metric)).unwrap_or(REACHED_BY_ONE)
    }

    fn notable_from(&self, id: TypeId, metric: MetricId) -> Option<f64> {
        self.known(id).metrics.iter().find(|known| known.id == metric).and_then(|known| known.notable)
    }

    /// Makes one more draft notable, or adds one that is.
    fn notable(&self, drafts: &mut Vec<Draft>, category: Option<usize>) -> Option<()> {
        let is_notable = |draft: &Draft| {
            draft
                .impact
                .iter()
                .any(|(metric, value)| self.notable_from(draft.activity_type, *metric).is_some_and(|from| *value >= from))
        };
        let candidates = drafts.iter_mut().filter(|draft| draft.category == category && !is_notable(draft));
        for draft in candidates {
            if let Some((metric, from)) = self.threshold(draft.activity_type) {
                draft.raise(metric, from);
                return Some(());
            }
        }
        let all = self.facts.vocabulary.types.iter().filter(|known| known.counts());
        let (id, (metric, from)) = self.mainly(category).into_iter().chain(all).find_map(|known| {
            let id = self.id(known)?;
            Some((id, self.threshold(id)?))
        })?;
        let mut draft = self.draft(id, category);
        draft.raise(metric, from);
        drafts.push(draft);
        Some(())
    }

    /// The metric that makes one of a type notable, and from which number on: one of people reached before the others.
    fn threshold(&self, id: TypeId) -> Option<(MetricId, f64)> {
        let metrics = self.known(id).metrics.iter().filter_map(|metric| Some((metric.id, metric.notable?.ceil())));
        metrics.min_by_key(|(metric, _)| self.facts.vocabulary.metric(*metric).reach.is_none())
    }

    /// Has the drafts state their number, whatever it is.
    fn numbers(&self, drafts: &mut [Draft]) -> Option<()> {
        let mut found = None;
        for draft in drafts.iter_mut().filter(|draft| draft.impact.is_empty()) {
            if let Some(metric) = self.known(draft.activity_type).metrics.first() {
                draft.raise(metric.id, 0.0);
                found = Some(());
            }
        }
        found
    }
}

/// Whether more is missing than a plan may have.
fn is_far_away(evidence: &Evidence<'_>) -> bool {
    let wanted = evidence.number_named("target_now").or(evidence.target);
    wanted.zip(evidence.measured).is_some_and(|(wanted, found)| wanted - found > MOST_DRAFTS as f64)
}

/// A number as people plan it: two digits, then zeros.
fn round_up(number: f64) -> f64 {
    let step = 10_f64.powf((number.max(1.0).log10().floor() - 1.0).max(0.0));
    (number / step).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn numbers_are_rounded_up_to_two_digits() {
        let rounded = [0.2, 1.0, 33.4, 99.1, 101.0, 1_234.0, 99_500.0].map(round_up);
        assert_eq!(rounded, [1.0, 1.0, 34.0, 100.0, 110.0, 1_300.0, 100_000.0]);
    }
}
