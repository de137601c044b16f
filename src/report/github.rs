//! The format `github`: annotations, by the workflow commands of GitHub Actions.
//!
//! `::error file=F,line=L,title=T::message`.

use crate::render::workflow::{github_message, github_property};
use crate::report::annotations::{Annotation, Annotations, Kind, Place};
use crate::report::format::{Format, Frame, TeamFormat};

const SUMMARY: &str = "mvp-check";

pub(crate) const FORMAT: Format = Format {
    name: "github",
    about: "annotations of GitHub Actions",
    has_warnings: false,
    has_mistakes: true,
    has_forecast: false,
    alone: |judged, _| Ok(render(&Annotations::of(judged))),
    team: TeamFormat {
        part: |_, _, _| Ok(String::new()),
        between: "",
        frame: |team, _| Ok(Frame { before: String::new(), after: render(&team.annotations) }),
        lists_people: false,
    },
};

fn render(annotations: &Annotations) -> String {
    let mut text: String = annotations.shown().map(annotation).collect();
    text += &command(Kind::Notice, &annotations.place, SUMMARY, &annotations.summary().join("\n"));
    text
}

fn annotation(it: &Annotation) -> String {
    let category = it.category.as_ref().map_or(String::new(), |category| format!(" ({category})"));
    command(it.kind, &it.place, &format!("{}{category}", it.subject), &it.message)
}

fn command(kind: Kind, place: &Place, title: &str, message: &str) -> String {
    let kind = match kind {
        Kind::Error => "error",
        Kind::Warning => "warning",
        Kind::Notice => "notice",
    };
    let column = place.column.map_or(String::new(), |column| format!(",col={column}"));
    let (file, line) = (github_property(&place.file), place.line);
    format!("::{kind} file={file},line={line}{column},title={}::{}\n", github_property(title), github_message(message))
}
