//! The format `html`: one page that needs nothing else. It has no script, and its policy lets the browser load nothing.
//!
//! The parts prepare plain words and numbers; the templates beside them lay them out and escape whatever is put in.

pub mod drawing;
pub mod columns;
pub mod calendar;
pub mod heat_map;
pub mod amounts;
pub mod reach;
pub mod findings;
pub mod bands;
pub mod timeline;
pub mod person;
pub mod part;
pub mod team;
pub mod page;

use crate::render::RenderError;
use crate::report::form::{Form, Frame, Parts};
use crate::report::model::{Judged, Look};
use crate::report::team::Team;

/// The format `html`.
pub const FORM: Form = Form::Parts(Parts { alone, part, between: "", frame, lists_people: true });

fn alone(judged: &Judged<'_>, _: &Look) -> String {
    let whole = || {
        let Frame { before, after } = page::of_one(judged)?;
        Ok::<_, RenderError>(before + &page::person(judged)? + &after)
    };
    // joined in form.rs
    whole().unwrap_or_default()
}

fn part(judged: &Judged<'_>, place: usize, _: &Look) -> String {
    team::member(judged, place)
}

fn frame(team: &Team, _: &Look) -> Frame {
    // joined in form.rs
    page::of_team(team).unwrap_or_default()
}
