//! One profile on the page, checked or not, and its id there.

use crate::report::html::person::{Person, RefusedPerson};
use crate::report::model::Judged;

#[expect(clippy::large_enum_variant, reason = "nearly all of them are judged")]
pub(crate) enum Part {
    Judged(Person),
    Refused(RefusedPerson),
}

impl Part {
    /// The profile at a place, from 1.
    pub(crate) fn new(judged: &Judged<'_>, place: usize) -> Self {
        match judged {
            Ok(report) => Self::Judged(Person::new(report, id(place))),
            Err(refusal) => Self::Refused(RefusedPerson::new(refusal, id(place))),
        }
    }
}

/// The id on the page of the profile at a place, from 1.
pub(crate) fn id(place: usize) -> String {
    format!("profile-{place}")
}
