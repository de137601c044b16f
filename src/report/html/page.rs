//! The whole page.

use askama::Template;

use crate::report::format::{Frame, RenderError, Rendered};
use crate::report::html::part::Part;
use crate::report::html::team::TeamHead;
use crate::report::model::Judged;
use crate::report::team::Team;
use crate::report::words;

/// The page, without the parts of the people.
#[derive(Debug, Template)]
#[template(path = "page.html", whitespace = "minimize")]
struct Page {
    title: String,
    team: Option<TeamHead>,
    version: &'static str,
}

/// The part of a person who has the page alone.
#[derive(Debug, Template)]
#[template(path = "part.html", whitespace = "minimize")]
struct Alone {
    part: Part,
}

/// What stands around the part of a person who has the page alone.
pub fn of_one(judged: &Judged<'_>) -> Result<Frame, RenderError> {
    let title = judged.as_ref().map_or_else(|_| "1 profile".into(), words::name);
    framed(&title, None, "<main>")
}

/// What is told of a person who has the page alone.
pub fn person(judged: &Judged<'_>) -> Rendered {
    Ok(Alone { part: Part::new(judged, 1) }.render()?)
}

/// What stands around the parts of a team.
pub fn of_team(team: &Team) -> Result<Frame, RenderError> {
    let head = TeamHead::new(team);
    framed(&head.people.clone(), Some(head), "<div class=\"members\">")
}

fn framed(title: &str, team: Option<TeamHead>, place: &str) -> Result<Frame, RenderError> {
    let page = Page { title: format!("{title} · mvp-check"), team, version: env!("CARGO_PKG_VERSION") };
    Ok(Frame::cut(page.render()?, place))
}
