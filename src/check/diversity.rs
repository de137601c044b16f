//! Over how many types of activity the entries are spread. Types that the edition takes for one are one.

use serde::Deserialize;

use crate::evidence::{Evidence, Measure, reaches};
use crate::record::{Record, nearby};
use crate::text;

/// How many types of activity are wanted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Diversity {
    /// At least so many.
    pub at_least: u32,
}

/// Types that an advice offers.
const OFFERED: usize = 2;

impl Measure for Diversity {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p> {
        let channels = record.amount_by_channel();
        let found = channels.len() as f64;
        let due = record.due(f64::from(self.at_least));
        let names: Vec<String> = channels.iter().map(|(channel, _)| record.vocabulary.channel_name(channel)).collect();
        let fact = match names.as_slice() {
            [] => "no type of activity yet".into(),
            [_, _, _, ..] => text::counted(found, "type", "types"),
            names => format!("{}: {}", text::counted(found, "type", "types"), text::joined(names, "and")),
        };
        Evidence::number(reaches(found, due), found, fact, self)
            .due_now(due, record)
            .about_heaviest(&record.entries, |entry| entry.amount)
            .phrase("more", || text::counted((due - found).max(0.0), "more type", "more types"))
            .phrase("closest", || closest(record, due - found))
    }

    fn wanted(&self) -> String {
        text::counted(f64::from(self.at_least), "type", "types")
    }

    fn unit(&self) -> &'static str {
        "types of activity"
    }

    fn target(&self) -> Option<f64> {
        Some(f64::from(self.at_least))
    }

    fn phrases(&self) -> &'static [&'static str] {
        &["more", "closest"]
    }
}

/// Types that are an easy next step, as many as are missing, with their verb: "a talk or a code sample are".
fn closest(record: &Record<'_>, missing: f64) -> String {
    let steps = nearby::next_steps(&record.amount_by_type(), record.vocabulary, OFFERED.max(missing as usize));
    let verb = if steps.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", nearby::either(&steps))
}
