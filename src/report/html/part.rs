//! What a page tells of one profile, judged or not, and where on the page that is.

use crate::report::html::person::{Person, Refused};
use crate::report::model::Judged;

/// What a page tells of one profile.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly all of them are judged")]
pub enum Part {
    /// It was judged.
    Judged(Person),
    /// It was not.
    Refused(Refused),
}

impl Part {
    /// What is told of the profile at a place, from 1.
    pub fn new(judged: &Judged<'_>, place: usize) -> Self {
        match judged {
            Ok(report) => Self::Judged(Person::new(report, id(place))),
            Err(refusal) => Self::Refused(Refused::new(refusal, id(place))),
        }
    }
}

/// The id on the page of the profile at a place, from 1.
pub fn id(place: usize) -> String {
    format!("profile-{place}")
}
