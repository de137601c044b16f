//! What a page tells of one profile, judged or not, and where on the page that is.

use crate::report::html::person::{Person, RefusedPerson};
use crate::report::model::Judged;

#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly all of them are judged")]
pub(crate) enum Part {
    Judged(Person),
    Refused(RefusedPerson),
}

impl Part {
    /// What is told of the profile at a place, from 1.
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
