//! How a format is written: a line or a part for each profile, or all of them together.

use std::slice;

use crate::report::model::{Judged, Look};
use crate::report::team::{Member, Team};

/// How a format is written.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A line for each profile and nothing around them: each can be read as soon as it is there.
    Lines(fn(&Judged<'_>, &Look) -> String),
    /// A part for each profile, in a frame that tells of all.
    Parts(Parts),
    /// All at once, as what is told of one depends on the others.
    Together(fn(&[Judged<'_>], &Look) -> String),
}

/// How a format in parts is written.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// What is told of a profile that is the only one.
    pub alone: fn(&Judged<'_>, &Look) -> String,
    /// What is told of one of several; the number is its place among them, from 1.
    pub part: fn(&Judged<'_>, usize, &Look) -> String,
    /// What stands between two parts.
    pub between: &'static str,
    /// What stands around all parts.
    pub frame: fn(&Team, &Look) -> Frame,
    /// Whether that lists the people, for which a row of each is kept until all are judged.
    pub lists_people: bool,
}

/// What stands around the parts of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Before the first.
    pub before: String,
    /// Behind the last.
    pub after: String,
}

impl Frame {
    /// A frame that was written without parts, cut where they are to stand: behind the first `at`.
    pub fn cut(mut written: String, at: &str) -> Self {
        let place = written.find(at).map_or(written.len(), |start| start + at.len());
        let after = written.split_off(place);
        Self { before: written, after }
    }
}

impl Form {
    /// The whole report of a profile that is the only one.
    pub fn alone(&self, judged: &Judged<'_>, look: &Look) -> String {
        match self {
            Self::Lines(line) => line(judged, look),
            Self::Parts(parts) => (parts.alone)(judged, look),
            Self::Together(render) => render(slice::from_ref(judged), look),
        }
    }

    /// What stands between two parts.
    pub fn between(&self) -> &'static str {
        if let Self::Parts(parts) = self { parts.between } else { "" }
    }

    /// What stands around the parts of a team's report.
    pub fn frame(&self, team: &Team, look: &Look) -> Frame {
        if let Self::Parts(parts) = self { (parts.frame)(team, look) } else { Frame::default() }
    }

    /// Whether what stands around the parts lists the people.
    pub fn lists_people(&self) -> bool {
        matches!(self, Self::Parts(parts) if parts.lists_people)
    }

    /// What is told of each of some people of a team; the first of them stands at a place among all, from 1.
    pub fn parts(&self, judged: &[Judged<'_>], first: usize, look: &Look) -> Vec<String> {
        match self {
            Self::Lines(line) => judged.iter().map(|judged| line(judged, look)).collect(),
            Self::Parts(parts) => judged.iter().zip(first..).map(|(judged, place)| (parts.part)(judged, place, look)).collect(),
            Self::Together(render) => vec![render(judged, look)],
        }
    }

    /// The whole report of a team.
    pub fn of_team(&self, judged: &[Judged<'_>], look: &Look) -> String {
        let parts = self.parts(judged, 1, look);
        let mut team = Team::default();
        judged.iter().for_each(|judged| team.add(Member::new(judged, self.lists_people())));
        let Frame { before, after } = self.frame(&team, look);
        before + &parts.join(self.between()) + &after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_cut_behind_the_place_of_the_parts() {
        let cut = |before: &str, after: &str| Frame { before: before.into(), after: after.into() };
        assert_eq!(Frame::cut("<a><b></b></a>".into(), "<b>"), cut("<a><b>", "</b></a>"));
        assert_eq!(Frame::cut("<a></a>".into(), "<b>"), cut("<a></a>", ""));
    }
}
