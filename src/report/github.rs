//! The format `github`: annotations, by the workflow commands of GitHub Actions.
//!
//! `::error file=F,line=L,title=T::message`.

use crate::render::workflow::{github_message, github_property};
use crate::report::annotations::{Annotation, Annotations, Kind, Place, annotations};
use crate::report::form::Form;
use crate::report::model::{Judged, Look};
use crate::report::plain_words::with_category;

/// The title of the summary.
const SUMMARY: &str = "mvp-check";

/// The format `github`.
pub const FORM: Form = Form::Together(render);

fn render(judged: &[Judged<'_>], _: &Look) -> String {
    let Annotations { shown, place, summary } = annotations(judged);
    let mut text: String = shown.iter().map(annotation).collect();
    text += &command(Kind::Notice, &place, SUMMARY, &summary.join("\n"));
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
    let (file, line) = (github_property(&place.file), place.line);
    format!("::{kind} file={file},line={line}{column},title={}::{}\n", github_property(title), github_message(message))
}
