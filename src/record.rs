//! What of a profile counts on a day: the entries of the window with everything that the checks measure, worked out once.

pub(crate) mod window;
pub(crate) mod days;
pub(crate) mod spread;
pub(crate) mod reach;
pub(crate) mod repeats;
pub(crate) mod facts;
pub(crate) mod nearby;

use chrono::NaiveDate;

use crate::profile::{Channel, Contribution, Profile};
use crate::vocabulary::{Reach, TypeId, Vocabulary};
use days::{ActiveDays, DaySpan};
use facts::{EntryFacts, Facts};
use reach::Reached;
use repeats::Work;
pub(crate) use window::{Rule, Window};

#[derive(Clone, Debug)]
pub(crate) struct Record<'p> {
    pub(crate) profile: &'p Profile<'p>,
    pub(crate) vocabulary: &'p Vocabulary,
    pub(crate) as_of: NaiveDate,
    pub(crate) window: Window,
    /// Entries that count, in the order of the file.
    pub(crate) entries: Vec<Entry<'p>>,
    /// Channels with numbers in the window, in the order of the file.
    pub(crate) channels: Vec<CountedChannel<'p>>,
    /// Entries of a counting type that are before the window.
    pub(crate) outside_window: usize,
    /// Entries of a counting type with a date after as-of.
    pub(crate) planned: usize,
    pub(crate) left_out: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry<'p> {
    pub(crate) contribution: &'p Contribution<'p>,
    pub(crate) days: DaySpan,
    /// The days on which it was active, for rhythm.
    pub(crate) active: ActiveDays,
    pub(crate) amount: f64,
    /// People reached, without what its channel counts already.
    pub(crate) reached: Reached,
    pub(crate) is_covered: bool,
    /// Whether one of its numbers reaches its type's threshold.
    pub(crate) is_notable: bool,
    /// Whether an area of it is one of the declared categories or the person's own; `None` where it states no area.
    pub(crate) is_in_focus: Option<bool>,
    /// What would make another entry a repeat of it.
    pub(crate) work: Work,
}

#[derive(Clone, Debug)]
pub(crate) struct CountedChannel<'p> {
    pub(crate) channel: &'p Channel<'p>,
    pub(crate) days: DaySpan,
    /// People reached, by its share of days.
    pub(crate) reached: Reached,
}

impl<'p> Record<'p> {
    pub(crate) fn new(profile: &'p Profile<'p>, vocabulary: &'p Vocabulary, as_of: NaiveDate) -> Self {
        Self::on(as_of, &Facts::new(profile, vocabulary))
    }

    /// What counts on a day, of facts that hold on every day.
    pub(crate) fn on(as_of: NaiveDate, facts: &Facts<'p>) -> Self {
        let Facts { profile, vocabulary, entries, channel_groups } = facts;
        let mut record = Self {
            profile,
            vocabulary,
            as_of,
            window: Window::at(as_of, profile.stage, &vocabulary.award_window),
            entries: Vec::with_capacity(entries.len()),
            channels: Vec::new(),
            outside_window: 0,
            planned: 0,
            left_out: 0,
        };
        let counted: Vec<_> = profile.channels.iter().map(|channel| record.counted_channel(channel)).collect();
        let first_counted = |places: &Vec<usize>| places.iter().find_map(|place| Some((*place, counted[*place].as_ref()?)));
        let channels: Vec<_> = channel_groups.iter().map(first_counted).collect();
        for facts in entries {
            if !vocabulary.activity_type(facts.contribution.activity_type).counts() {
                record.left_out += 1;
            } else if facts.contribution.date > as_of {
                record.planned += 1;
            } else if let Some(entry) = record.entry(facts, &channels) {
                record.entries.push(entry);
            } else {
                record.outside_window += 1;
            }
        }
        record.channels = counted.into_iter().flatten().collect();
        record
    }

    pub(crate) fn days_so_far(&self) -> DaySpan {
        DaySpan { first: self.window.from, last: self.window.last_day(self.as_of) }
    }

    fn counted_channel(&self, channel: &'p Channel<'p>) -> Option<CountedChannel<'p>> {
        let counts = self.vocabulary.activity_type(channel.activity_type).counts();
        let covered = DaySpan::covered(channel.date, channel.until, self.as_of);
        let days = covered.overlap(self.days_so_far()).filter(|_| counts && channel.date <= self.as_of)?;
        let share = share_of(days, covered);
        Some(CountedChannel { channel, days, reached: Reached::of(&channel.impact, share, self.vocabulary, &[]) })
    }

    /// An entry, where it has a day in the window. `channels` are the first one of each group that counts, with its place.
    fn entry(&self, facts: &EntryFacts<'p>, channels: &[Option<(usize, &CountedChannel<'p>)>]) -> Option<Entry<'p>> {
        let contribution = facts.contribution;
        let covered = DaySpan::covered(contribution.date, contribution.until, self.as_of);
        let days = covered.overlap(self.days_so_far())?;
        let share = share_of(days, covered);
        let covering = facts.channels.iter().filter_map(|group| channels[*group]);
        let channel = covering.min_by_key(|(place, _)| *place).map(|(_, counted)| counted);
        let weight = self.vocabulary.activity_type(contribution.activity_type).weight;
        let told_elsewhere = channel.map_or(&[][..], |counted| &counted.channel.impact);
        Some(Entry {
            contribution,
            days,
            active: ActiveDays::of(covered, days, contribution.until, contribution.count),
            amount: (f64::from(contribution.count) * share).max(1.0) * weight,
            reached: Reached::of(&contribution.impact, share, self.vocabulary, told_elsewhere),
            is_covered: channel.is_some(),
            is_notable: facts.is_notable,
            is_in_focus: facts.is_in_focus,
            work: facts.work,
        })
    }

    /// The part of the record that belongs to one declared category.
    pub(crate) fn of_category(&self, category: usize) -> Self {
        let entries = self.entries.iter().filter(|entry| entry.contribution.category == Some(category));
        let channels = self.channels.iter().filter(|counted| counted.channel.category == Some(category));
        Self { entries: entries.cloned().collect(), channels: channels.cloned().collect(), ..*self }
    }

    pub(crate) fn amount(&self) -> f64 {
        // A sum of nothing is -0.0.
        self.entries.iter().map(|entry| entry.amount).sum::<f64>() + 0.0
    }

    /// Amount of each type that has entries, in the order of the vocabulary.
    pub(crate) fn amount_by_type(&self) -> Vec<(TypeId, f64)> {
        let mut amounts = vec![None; self.vocabulary.types.len()];
        for entry in &self.entries {
            *amounts[usize::from(entry.contribution.activity_type.0)].get_or_insert(0.0) += entry.amount;
        }
        self.vocabulary.types_with_ids().zip(amounts).filter_map(|((id, _), amount)| Some((id, amount?))).collect()
    }

    /// Amount of each channel of types that has entries, in the order of the vocabulary.
    pub(crate) fn amount_by_channel(&self) -> Vec<(&'p str, f64)> {
        let mut amounts: Vec<(&str, f64)> = Vec::new();
        for (id, amount) in self.amount_by_type() {
            let channel = self.vocabulary.activity_type(id).channel.as_str();
            match amounts.iter_mut().find(|(known, _)| *known == channel) {
                Some((_, sum)) => *sum += amount,
                None => amounts.push((channel, amount)),
            }
        }
        amounts
    }

    /// Amount of each calendar month of the window so far. An entry's amount lies evenly on its days in the window.
    pub(crate) fn amount_by_month(&self) -> Vec<(NaiveDate, f64)> {
        spread::by_month(self.days_so_far().first.iter_days().zip(self.amount_by_day()))
    }

    pub(crate) fn amount_by_day(&self) -> Vec<f64> {
        spread::by_day(self.days_so_far(), self.entries.iter().map(|entry| (entry.days, entry.amount)))
    }

    /// People reached in one way, by calendar month of the window so far. What an entry or a channel reached lies evenly on its days in
    /// the window.
    pub(crate) fn reached_by_month(&self, reach: Reach) -> Vec<(NaiveDate, f64)> {
        let entries = self.entries.iter().map(|entry| (entry.days, entry.reached.in_way(reach)));
        let channels = self.channels.iter().map(|counted| (counted.days, counted.reached.in_way(reach)));
        let days = self.days_so_far();
        spread::by_month(days.first.iter_days().zip(spread::by_day(days, entries.chain(channels))))
    }

    /// Whether each day of the window so far saw something.
    pub(crate) fn active_days(&self) -> Vec<bool> {
        let window = self.days_so_far();
        let mut days = vec![false; usize::try_from(window.days()).unwrap_or(0)];
        for entry in &self.entries {
            entry.active.mark(window.first, &mut days);
        }
        days
    }

    pub(crate) fn reached(&self) -> Reached {
        let mut sum = Reached::default();
        self.entries.iter().for_each(|entry| sum.add(&entry.reached));
        self.channels.iter().for_each(|counted| sum.add(&counted.reached));
        sum
    }

    /// Whether the person or a declared category names any technology area to focus on.
    pub(crate) fn has_focus(&self) -> bool {
        let declared = self.profile.categories.iter().filter_map(|category| category.known);
        !self.profile.areas.is_empty() || declared.into_iter().any(|at| !self.vocabulary.categories[at].areas.is_empty())
    }

    /// Whether the window goes on after as-of, so that only a part of what counts is due.
    pub(crate) fn is_open(&self) -> bool {
        self.window.until > self.as_of
    }

    /// What is due of a target today: in an open cycle its part by days, as-of included, half rounded up.
    pub(crate) fn due(&self, target: f64) -> f64 {
        if !self.is_open() {
            return target;
        }
        let passed = self.days_so_far().days() as f64;
        (target * passed / self.window.days() as f64 + 0.5).floor()
    }
}

fn share_of(in_window: DaySpan, covered: DaySpan) -> f64 {
    in_window.days() as f64 / covered.days() as f64
}
