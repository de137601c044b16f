//! A profile without anything that tells whose it is: it counts as the same, and shows no name, title, link or reason.

use std::borrow::Cow;

use crate::profile::model::{Channel, Contribution, Profile, Waiver};

/// What stands in the place of an address: there is one, and it leads nowhere.
const ADDRESS: &str = "left out";
/// What stands in the place of a reason.
const REASON: &str = "a reason of their own.";

impl Profile<'_> {
    /// The same without names: of the person at a place among others, from 1.
    pub fn without_names(&self, place: usize) -> Profile<'static> {
        Profile {
            line: self.line,
            name: Some(format!("Person {place}").into()),
            stage: self.stage,
            categories: self.categories.clone(),
            areas: self.areas.clone(),
            // Only whether one is in focus counts, which was found out by its name.
            area_names: vec![Cow::Borrowed(""); self.area_names.len()],
            microsoft_employee: self.microsoft_employee,
            nominator: self.nominator,
            nominated_on: self.nominated_on,
            as_of: self.as_of,
            contributions: self.contributions.iter().map(contribution).collect(),
            channels: self.channels.iter().map(channel).collect(),
            waivers: self.waivers.iter().map(waiver).collect(),
        }
    }
}

fn contribution(of: &Contribution<'_>) -> Contribution<'static> {
    Contribution {
        line: of.line,
        activity_type: of.activity_type,
        title: format!("Contribution in line {}", of.line).into(),
        date: of.date,
        until: of.until,
        url: of.url.as_ref().map(|_| ADDRESS.into()),
        role: of.role,
        count: of.count,
        category: of.category,
        areas: of.areas.clone(),
        paid: of.paid,
        impact: of.impact.clone(),
        told: None,
    }
}

fn channel(of: &Channel<'_>) -> Channel<'static> {
    Channel {
        line: of.line,
        activity_type: of.activity_type,
        title: format!("Channel in line {}", of.line).into(),
        url: ADDRESS.into(),
        date: of.date,
        until: of.until,
        category: of.category,
        impact: of.impact.clone(),
    }
}

fn waiver(of: &Waiver<'_>) -> Waiver<'static> {
    Waiver { criterion: of.criterion.clone(), reason: REASON.into(), until: of.until }
}
