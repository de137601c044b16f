//! Problems of a file as rustc shows them: message, place, the line with a caret, what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::report::model::Look;
use crate::source::{Problem, Severity, Source, Span};
use crate::text::visible;

/// Bytes of a line that are shown around a place; a file may be one line of megabytes.
const SHOWN: usize = 160;

/// All problems, one after the other.
pub fn render(source: &Source, problems: &[Problem], look: &Look) -> String {
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(look.columns());
    problems.iter().map(|problem| renderer.render(&[group(source, problem)]) + "\n").collect()
}

fn group<'p>(source: &'p Source, problem: &'p Problem) -> Group<'p> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level.primary_title(visible(&problem.message)).elements(Vec::<Origin<'_>>::new());
    if let Some(span) = problem.span {
        group = group.element(snippet(source, span, AnnotationKind::Primary, None));
    }
    if let Some((span, label)) = &problem.related {
        group = group.element(snippet(source, *span, AnnotationKind::Context, Some(label)));
    }
    match &problem.help {
        Some(help) => group.element(Level::HELP.message(visible(help))),
        None => group,
    }
}

fn snippet<'p>(
    source: &'p Source,
    span: Span,
    kind: AnnotationKind,
    label: Option<&'p str>,
) -> Snippet<'p, annotate_snippets::Annotation<'p>> {
    let lines = source.lines_around(Span { start: span.start, end: span.start });
    let shown = around(&source.text, lines, span);
    let text = &source.text[shown.clone()];
    let within = |at: u32| (at as usize).clamp(shown.start, shown.end) - shown.start;
    let mark = within(span.start)..within(span.end);
    Snippet::source(text).line_start(source.line(span.start)).path(&source.name).annotation(kind.span(mark).label(label))
}

/// The part of a line around a place.
fn around(text: &str, line: Range<usize>, span: Span) -> Range<usize> {
    let mut start = line.start.max((span.start as usize).saturating_sub(SHOWN));
    let mut end = line.end.min(span.start as usize + SHOWN);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
