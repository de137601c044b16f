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

use crate::render::{RenderError, Rendered};
use crate::report::format::{Format, Frame, TeamFormat};
use crate::report::model::{Judged, Look};
use crate::report::team::Team;

/// The format `html`.
pub const FORMAT: Format = Format {
    name: "html",
    about: "one page with pictures, to keep or to show",
    has_warnings: true,
    has_mistakes: false,
    has_forecast: true,
    alone,
    team: TeamFormat { part: |judged, place, _| team::member(judged, place), between: "", frame, lists_people: true },
};

fn alone(judged: &Judged<'_>, _: &Look) -> Rendered {
    let Frame { before, after } = page::of_one(judged)?;
    Ok(before + &page::person(judged)? + &after)
}

fn frame(team: &Team, _: &Look) -> Result<Frame, RenderError> {
    page::of_team(team)
}
