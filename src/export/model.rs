//! What an export is made of.

use crate::guidance::Guidance;
use crate::profile::Contribution;
use crate::record::Record;

/// What was written, or in a sentence why it cannot be.
pub type Written = Result<String, String>;

/// What is exported, and how much of it.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'s> {
    /// The edition of the guidance.
    pub guidance: &'s Guidance,
    /// What counts on the day.
    pub record: &'s Record<'s>,
    /// Whether everything is meant, also what is older, planned or never counts.
    pub is_all: bool,
    /// The most activities that are wanted.
    pub top: Option<usize>,
}

impl<'s> Selection<'s> {
    /// The contributions that are meant, in the order of the file.
    pub fn contributions(&self) -> Vec<&'s Contribution<'s>> {
        if self.is_all {
            return self.record.profile.contributions.iter().collect();
        }
        self.record.entries.iter().map(|entry| entry.contribution).collect()
    }
}
