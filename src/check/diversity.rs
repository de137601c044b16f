//! Over how many types of activity the entries are spread. Types that the edition takes for one are one.

use serde::Deserialize;

use crate::evidence::{Demand, Evidence, Measure, Remedy, reaches};
use crate::record::{Record, nearby};
use crate::text;
use crate::vocabulary::ActivityType;

/// How many types of activity are wanted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Diversity {
    /// At least so many.
    pub(crate) at_least: u32,
}

/// Types that an advice offers.
const OFFERED: usize = 2;

impl Measure for Diversity {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let channels = record.amount_by_channel();
        let found = channels.len() as f64;
        let due = record.due(f64::from(self.at_least));
        Evidence::number(reaches(found, due), found, fact(&channels, record), self)
            .due_now(due, record)
            .about_heaviest(&record.entries, |entry| entry.amount)
            .phrase("more", || text::counted((due - found).max(0.0), "more type", "more types"))
            .phrase("such_as", || such_as(record, due - found))
    }

    fn demand(&self) -> Demand {
        Demand {
            wanted: text::counted(f64::from(self.at_least), "type", "types"),
            unit: "types of activity",
            target: Some(f64::from(self.at_least)),
            phrases: &["more", "such_as"],
            remedy: Remedy::NewType,
        }
    }
}

/// How many types there are, and which where they are one or two: "2 types: articles; talks and events".
fn fact(channels: &[(&str, f64)], record: &Record<'_>) -> String {
    let present = record.amount_by_type();
    let present: Vec<&ActivityType> = present.iter().map(|(id, _)| record.vocabulary.activity_type(*id)).collect();
    let of_channel = |channel: &str| -> Vec<String> {
        present.iter().filter(|known| known.channel == channel).map(|known| known.many.clone()).collect()
    };
    let types = text::counted(channels.len() as f64, "type", "types");
    match channels {
        [] => "no type of activity yet".into(),
        [(one, _)] => match of_channel(one).as_slice() {
            [only] => format!("{types}: {only}"),
            several => format!("{types}: {} count as one", text::joined(several, "and")),
        },
        [(one, _), (other, _)] => {
            let (one, other) = (of_channel(one), of_channel(other));
            let between = if one.len() + other.len() > 2 { "; " } else { " and " };
            format!("{types}: {}{between}{}", text::joined(&one, "and"), text::joined(&other, "and"))
        }
        _ => types,
    }
}

/// Types that are an easy next step: "; a talk or a code sample is closest to what you do". Where several are missing, as many.
fn such_as(record: &Record<'_>, missing: f64) -> String {
    let steps = nearby::next_steps(&record.amount_by_type(), record.vocabulary, OFFERED.max(missing as usize));
    let words: Vec<String> = steps.iter().map(|step| step.one.clone()).collect();
    match (missing > 1.0, record.entries.is_empty()) {
        _ if steps.is_empty() => String::new(),
        (true, _) => format!(", {} for example", text::joined(&words, "and")),
        (false, true) => format!(", {} for example", text::joined(&words, "or")),
        (false, false) => format!("; {} is closest to what you do", text::joined(&words, "or")),
    }
}
