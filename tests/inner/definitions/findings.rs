//! What each check finds in a part of the record.

use serde_json::{Value, json};

use super::model::Entry;
use super::part::{Part, amount};
use super::window::{days, months};
use super::{TOLERANCE, at_least};
use crate::check::Check;
use crate::guidance::Criterion;
use crate::vocabulary::Reach;

/// A finding without numbers.
fn outcome(met: bool) -> Value {
    json!({ "outcome": if met { "met" } else { "gap" } })
}

pub fn not_assessed() -> Value {
    json!({ "outcome": "not-assessed", "measured": null })
}

fn compared(met: bool, measured: f64, target: f64) -> Value {
    json!({ "outcome": outcome(met)["outcome"], "measured": measured, "target": target })
}

/// A share that has to be reached.
fn share(part: f64, whole: f64, target: f64) -> Value {
    compared(at_least(part / whole, target), part / whole, target)
}

pub fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

impl Part<'_> {
    pub fn finding(&self, criterion: &Criterion) -> Value {
        // "the rest of recency to quality is `not-assessed`."
        if self.entries.is_empty() && criterion.needs_entries {
            return not_assessed();
        }
        match &criterion.check {
            // "gap if `microsoft-employee = true`; not stated: `not-assessed`."
            Check::Eligibility(_) => self.person.microsoft_employee.map_or_else(not_assessed, |employee| outcome(!employee)),
            Check::Category(check) => {
                let named = self.person.categories.len() as f64;
                let too_many = check.at_most > 0 && named > f64::from(check.at_most);
                compared(named >= f64::from(check.at_least) && !too_many, named, f64::from(check.at_least))
            }
            // "met if `nominator` is stated; gap ...; renewal: `not-assessed`, not needed."
            Check::Nomination(_) if self.person.stage == "renewal" => not_assessed(),
            Check::Nomination(_) => outcome(self.person.nominator.is_some()),
            Check::Recency(check) => self.counting(self.entries.len() as f64, check.at_least),
            Check::Freshness(check) => self.freshness(check.within_days),
            Check::Regularity(check) => self.regularity(check.active_months, check.longest_gap_days),
            Check::Amount(check) => self.counting(amount(&self.entries), check.at_least),
            Check::Diversity(check) => self.counting(self.by_channel().len() as f64, check.at_least),
            Check::Concentration(check) => self.concentration(check.largest_share.0),
            Check::Measured(check) => {
                self.share_of_entries(check.share.0, |entry| !entry.impact.is_empty() || self.channel_over(entry).is_some())
            }
            Check::Reach(check) => self.reach(check.online, check.in_person),
            Check::Impact(check) => self.notable(check.notable),
            Check::Focus(check) => self.focus(check.share.0),
            Check::Originality(check) => self.originality(&check.types, check.share.0),
            // "counted entries of its types with `paid = true`; met at 0."
            Check::FreeOfCharge(check) => {
                let paid = self.those(|entry| check.types.contains(&entry.kind) && entry.paid == Some(true)).len();
                compared(paid == 0, paid as f64, 0.0)
            }
            Check::Evidence(check) => self.share_of_entries(check.share.0, |entry| entry.url.is_some()),
        }
    }

    /// A target that counts: in an open cycle what is due is judged, "0 of 0 is met; `target` stays".
    fn counting(&self, measured: f64, target: u32) -> Value {
        let target = f64::from(target);
        let mut finding = compared(at_least(measured, self.window.due(target).unwrap_or(target)), measured, target);
        finding["details"]["target_now"] = json!(self.window.due(target));
        finding
    }

    fn share_of_entries(&self, target: f64, has: impl Fn(&Entry) -> bool) -> Value {
        share(self.those(has).len() as f64, self.entries.len() as f64, target)
    }

    /// "days from the newest active day, or from the day before the window's first where there is none, to as-of; met up
    /// to and with `within-days`."
    fn freshness(&self, within_days: u32) -> Value {
        let newest = self.active_days().last().copied().unwrap_or(self.window.first.pred_opt().unwrap());
        let passed = (self.window.as_of - newest).num_days();
        compared(passed <= i64::from(within_days), passed as f64, f64::from(within_days))
    }

    /// "calendar months with an active day (at most 12 are reported); `details.longest_gap_days`, the longest run of days
    /// without one from the window's first day to as-of, both included".
    fn regularity(&self, active_months: u32, longest_gap: u32) -> Value {
        let active = self.active_days();
        let (mut longest, mut run) = (0, 0);
        for day in days(self.window.first, self.window.as_of) {
            run = if active.contains(&day) { 0 } else { run + 1 };
            longest = longest.max(run);
        }
        let mut finding = self.counting(months(active).len().min(12) as f64, active_months);
        finding["details"]["longest_gap_days"] = json!(longest);
        if longest > longest_gap {
            finding["outcome"] = json!("gap");
        }
        finding
    }

    /// "the largest channel's share of the amount, `details.channel` (a tie: the vocabulary's order); `not-assessed` with
    /// fewer than two."
    fn concentration(&self, largest_share: f64) -> Value {
        let channels = self.by_channel();
        let most = channels.iter().map(|channel| channel.1).fold(0.0, f64::max);
        let share = most / amount(&self.entries);
        let mut finding = compared(share <= largest_share + TOLERANCE, share, largest_share);
        finding["details"]["channel"] = json!(channels.iter().find(|channel| at_least(channel.1, most)).unwrap().0);
        if channels.len() < 2 { not_assessed() } else { finding }
    }

    /// "met if either reaches its threshold ...; `not-assessed` where no counted entry or channel states one."
    fn reach(&self, online_target: u32, in_person_target: u32) -> Value {
        let mut metrics = self.entries.iter().chain(&self.channels).flat_map(|counted| counted.entry.impact.keys());
        if metrics.all(|id| self.side(id).is_none()) {
            return not_assessed();
        }
        let (online, in_person) = (self.reach_of(Reach::Online), self.reach_of(Reach::InPerson));
        let targets = [online_target, in_person_target].map(f64::from);
        let [due, due_in_person] = targets.map(|target| self.window.due(target));
        let met = at_least(online, due.unwrap_or(targets[0])) || at_least(in_person, due_in_person.unwrap_or(targets[1]));
        let mut finding = compared(met, online + in_person, targets[0]);
        finding["details"] = json!({
            "online": online, "in_person": in_person, "target_in_person": targets[1],
            "target_now": due, "target_in_person_now": due_in_person,
        });
        finding
    }

    /// "impact, highlights: notable entries (rows) ...; `not-assessed` where no counted entry states any metric."
    fn notable(&self, target: u32) -> Value {
        if self.those(|entry| !entry.impact.is_empty()).is_empty() {
            return not_assessed();
        }
        self.counting(self.those(|entry| entry.is_notable(&self.guidance.vocabulary)).len() as f64, target)
    }

    /// "share of the amount, among entries that state an area, that has an area of the declared categories (the edition's
    /// lists) or one of the profile's own areas; `not-assessed` where entries that state one make less than half of the
    /// amount, or where the edition lists no areas and the profile names none."
    fn focus(&self, target: f64) -> Value {
        let mut areas = lower(&self.person.technology_areas);
        let listed = self.guidance.vocabulary.categories.iter().filter(|known| self.person.categories.contains(&known.name));
        areas.extend(listed.flat_map(|known| lower(&known.areas)));
        let stating = amount(&self.those(|entry| !entry.technology_areas.is_empty()));
        let in_focus = self.those(|entry| lower(&entry.technology_areas).iter().any(|area| areas.contains(area)));
        if areas.is_empty() || !at_least(stating, amount(&self.entries) / 2.0) {
            return not_assessed();
        }
        share(amount(&in_focus), stating, target)
    }

    /// "1 - repeats / entries, over articles, videos, ...; none of them counted: `not-assessed`."
    fn originality(&self, types: &[String], target: f64) -> Value {
        let all = self.those(|entry| types.contains(&entry.kind));
        let repeats_above = |at: &usize| all[..*at].iter().any(|above| all[*at].entry.repeats(above.entry));
        let repeats = (0..all.len()).filter(repeats_above).count();
        if all.is_empty() { not_assessed() } else { share((all.len() - repeats) as f64, all.len() as f64, target) }
    }
}
