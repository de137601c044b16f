//! The format `azure`: issues, by the logging commands of Azure Pipelines.
//!
//! `##vso[task.logissue type=error;sourcepath=F;linenumber=L;columnnumber=C;code=T]message`. The agent looks for `##vso[` anywhere in a
//! line, and ends a property at `;` and all of them at `]`. It knows errors and warnings; everything else is a line of the log.

use crate::render::workflow::azure_value;
use crate::report::annotations::{Annotation, Annotations, Kind};
use crate::report::format::{Format, Frame, TeamFormat};

pub(crate) const FORMAT: Format = Format {
    name: "azure",
    about: "issues of Azure Pipelines",
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
    text.extend(annotations.summary().iter().map(|line| format!("mvp-check: {line}\n")));
    text
}

fn annotation(it: &Annotation) -> String {
    let Annotation { kind, place, subject, category, message } = it;
    let category = category.as_ref().map_or(String::new(), |category| format!("{category}: "));
    let message = format!("{category}{message}");
    let (file, line, column) = (&place.file, place.line, place.column.unwrap_or(1));
    let kind = match kind {
        Kind::Error => "error",
        Kind::Warning => "warning",
        Kind::Notice => return format!("note: {file}:{line}: {subject}: {message}\n"),
    };
    let (file, code, message) = (azure_value(file), azure_value(subject), azure_value(&message));
    format!("##vso[task.logissue type={kind};sourcepath={file};linenumber={line};columnnumber={column};code={code}]{message}\n")
}
