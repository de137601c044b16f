//! The format `github`: annotations, by the workflow commands of GitHub Actions.
//!
//! `::error file=F,line=L,title=T::message`. The runner ends a command at the end of its line, its properties at `::`, each property at
//! `,`: these, and `%`, are written as `%XX`.

use crate::report::annotations::{Annotation, Annotations, Kind, Place};
use crate::report::format::{Format, Frame, TeamFormat};
use crate::report::plain_words::with_category;

/// The title of the summary.
const SUMMARY: &str = "mvp-check";

/// The format `github`.
pub const FORMAT: Format = Format {
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
    command(it.kind, &it.place, &with_category(&it.subject, it.category.as_deref()), &it.message)
}

fn command(kind: Kind, place: &Place, title: &str, message: &str) -> String {
    let kind = match kind {
        Kind::Error => "error",
        Kind::Warning => "warning",
        Kind::Notice => "notice",
    };
    let column = place.column.map_or(String::new(), |column| format!(",col={column}"));
    let (file, line) = (property(&place.file), place.line);
    format!("::{kind} file={file},line={line}{column},title={}::{}\n", property(title), escaped(message))
}

/// Text as the message of a command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a command.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
