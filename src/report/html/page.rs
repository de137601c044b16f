//! The whole page.

use askama::Template;

use crate::render::{RenderError, Rendered};
use crate::report::format::Frame;
use crate::report::html::part::Part;
use crate::report::html::team::TeamHead;
use crate::report::model::Judged;
use crate::report::team::Team;
use crate::report::words;

/// The page without the parts of the people.
#[derive(Template)]
#[template(path = "page.html", whitespace = "minimize")]
struct ReportPage {
    title: String,
    team: Option<TeamHead>,
    version: &'static str,
}

#[derive(Template)]
#[template(path = "part.html", whitespace = "minimize")]
struct Alone {
    part: Part,
}

pub(crate) fn of_one(judged: &Judged<'_>) -> Result<Frame, RenderError> {
    let title = judged.as_ref().map_or_else(|_| "1 profile".into(), words::name);
    framed(&title, None, "<main>")
}

pub(crate) fn person(judged: &Judged<'_>) -> Rendered {
    Ok(Alone { part: Part::new(judged, 1) }.render()?)
}

pub(crate) fn of_team(team: &Team) -> Result<Frame, RenderError> {
    let head = TeamHead::new(team);
    framed(&head.people.clone(), Some(head), "<div class=\"members\">")
}

fn framed(title: &str, team: Option<TeamHead>, place: &str) -> Result<Frame, RenderError> {
    let page = ReportPage { title: format!("{title} · mvp-check"), team, version: env!("CARGO_PKG_VERSION") };
    Ok(Frame::cut(page.render()?, place))
}
