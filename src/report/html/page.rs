//! The whole page.

use askama::Template;

use crate::report::html::person::{Person, Refused};
use crate::report::model::Judged;

/// The page: one part for each profile, in their order.
#[derive(Debug, Template)]
#[template(path = "page.html", whitespace = "minimize")]
pub struct Page {
    /// Its title.
    pub title: String,
    /// The profiles.
    pub profiles: Vec<Profile>,
    /// Version of the program.
    pub version: &'static str,
}

/// What a page tells of one profile.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly all of them are judged")]
pub enum Profile {
    /// It was judged.
    Judged(Person),
    /// It was not.
    Refused(Refused),
}

impl Page {
    /// The page of what became of some profiles.
    pub fn new(judged: &[Judged<'_>]) -> Self {
        let profiles = judged.iter().zip(1..).map(|(judged, number)| {
            let id = format!("profile-{number}");
            match judged {
                Ok(report) => Profile::Judged(Person::new(report, id)),
                Err(refusal) => Profile::Refused(Refused::new(refusal, id)),
            }
        });
        let profiles: Vec<Profile> = profiles.collect();
        Self { title: title(&profiles), profiles, version: env!("CARGO_PKG_VERSION") }
    }
}

fn title(profiles: &[Profile]) -> String {
    match profiles {
        [Profile::Judged(person)] => format!("{} · mvp-check", person.name),
        _ => format!("{} profiles · mvp-check", profiles.len()),
    }
}
