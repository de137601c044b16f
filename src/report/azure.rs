//! The format `azure`: issues, by the logging commands of Azure Pipelines.
//!
//! `##vso[task.logissue type=error;sourcepath=F;linenumber=L;columnnumber=C;code=T]message`. The agent looks for `##vso[` anywhere in a
//! line, and ends a property at `;` and all of them at `]`. It knows errors and warnings; everything else is a line of the log.

use crate::render::workflow::azure_value;
use crate::report::annotations::{Annotation, Annotations, Kind, annotations};
use crate::report::form::Form;
use crate::report::model::{Judged, Look};
use crate::report::plain_words::for_category;

/// The format `azure`.
pub const FORM: Form = Form::Together(render);

fn render(judged: &[Judged<'_>], _: &Look) -> String {
    let Annotations { shown, summary, .. } = annotations(judged);
    let mut text: String = shown.iter().map(annotation).collect();
    text.extend(summary.iter().map(|line| format!("mvp-check: {line}\n")));
    text
}

fn annotation(it: &Annotation) -> String {
    let Annotation { kind, place, subject, category, message } = it;
    let message = for_category(category.as_deref(), message);
    let (file, line, column) = (&place.file, place.line, place.column.unwrap_or(1));
    let kind = match kind {
        Kind::Error => "error",
        Kind::Warning => "warning",
        Kind::Notice => return format!("note: {file}:{line}: {subject}: {message}\n"),
    };
    let (file, code, message) = (azure_value(file), azure_value(subject), azure_value(&message));
    format!("##vso[task.logissue type={kind};sourcepath={file};linenumber={line};columnnumber={column};code={code}]{message}\n")
}
