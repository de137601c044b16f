//! What a format is: functions from checked profiles to text.

use crate::render::{RenderError, Rendered};
use crate::report::model::{Judged, RenderOptions};
use crate::report::team::Team;

/// A format of the report; `FORMATS` lists them.
#[derive(Debug)]
pub struct Format {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// Whether it contains warnings; else they go to standard error.
    pub(crate) has_warnings: bool,
    /// Whether it contains the mistakes of an only profile; else there is no report of one with mistakes.
    pub(crate) has_mistakes: bool,
    pub(crate) has_forecast: bool,
    pub(crate) alone: fn(&Judged<'_>, &RenderOptions) -> Rendered,
    pub(crate) team: TeamFormat,
}

/// How a team is written: what goes before everybody's part, the parts one by one, what goes after them.
#[derive(Debug)]
pub(crate) struct TeamFormat {
    /// The part of one profile, and its place among all, from 1.
    pub(crate) part: fn(&Judged<'_>, usize, &RenderOptions) -> Rendered,
    pub(crate) between: &'static str,
    pub(crate) frame: fn(&Team, &RenderOptions) -> Result<Frame, RenderError>,
    /// Whether the frame lists the people, for which a row of each is kept.
    pub(crate) lists_people: bool,
}

/// What goes around the parts of a team's report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Frame {
    /// Cuts a frame that was written without parts: they go after the first `at`.
    pub(crate) fn cut(mut written: String, at: &str) -> Self {
        let place = written.find(at).map_or(written.len(), |start| start + at.len());
        let after = written.split_off(place);
        Self { before: written, after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_cut_after_the_place_of_the_parts() {
        let cut = |before: &str, after: &str| Frame { before: before.into(), after: after.into() };
        assert_eq!(Frame::cut("<a><b></b></a>".into(), "<b>"), cut("<a><b>", "</b></a>"));
        assert_eq!(Frame::cut("<a></a>".into(), "<b>"), cut("<a></a>", ""));
    }
}
