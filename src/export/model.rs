//! What an export is made of.

use thiserror::Error;

use crate::guidance::Guidance;
use crate::profile::Contribution;
use crate::record::Record;
use crate::render::RenderError;

#[derive(Debug, Error)]
pub(crate) enum ExportError {
    /// The guidance does not know what is exported.
    #[error("this guidance does not describe the portal: add [portal] to it, or take --guidance program-2026")]
    NoPortal,
    #[error(transparent)]
    Render(#[from] RenderError),
}

pub(crate) type Exported = Result<String, ExportError>;

/// What is exported, and how much of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selection<'s> {
    /// The guidance that names types, portal and form.
    pub(crate) guidance: &'s Guidance,
    pub(crate) record: &'s Record<'s>,
    /// Whether everything is meant, also what is older, planned or never counts.
    pub(crate) is_all: bool,
    pub(crate) top: Option<usize>,
}

impl<'s> Selection<'s> {
    /// The contributions that are meant, in the order of the file.
    pub(crate) fn contributions(&self) -> Vec<&'s Contribution<'s>> {
        if self.is_all {
            return self.record.profile.contributions.iter().collect();
        }
        self.record.entries.iter().map(|entry| entry.contribution).collect()
    }
}
