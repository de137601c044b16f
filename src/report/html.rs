//! The format `html`: one page that needs nothing else. It has no script, and its policy lets the browser load nothing.
//!
//! The parts prepare plain words and numbers; the templates beside them lay them out and escape whatever is put in.

pub(crate) mod drawing;
pub(crate) mod columns;
pub(crate) mod calendar;
pub(crate) mod heat_map;
pub(crate) mod amounts;
pub(crate) mod reach;
pub(crate) mod findings;
pub(crate) mod bands;
pub(crate) mod timeline;
pub(crate) mod person;
pub(crate) mod part;
pub(crate) mod team;
pub(crate) mod page;

use crate::render::{RenderError, Rendered};
use crate::report::format::{Format, Frame, TeamFormat};
use crate::report::model::{Judged, RenderOptions};
use crate::report::team::Team;

pub(crate) const FORMAT: Format = Format {
    name: "html",
    about: "one page with pictures, to keep or to show",
    has_warnings: true,
    has_mistakes: false,
    has_forecast: true,
    alone,
    team: TeamFormat { part: |judged, place, _| team::member(judged, place), between: "", frame, lists_people: true },
};

fn alone(judged: &Judged<'_>, _: &RenderOptions) -> Rendered {
    let Frame { before, after } = page::of_one(judged)?;
    Ok(before + &page::person(judged)? + &after)
}

fn frame(team: &Team, _: &RenderOptions) -> Result<Frame, RenderError> {
    page::of_team(team)
}
