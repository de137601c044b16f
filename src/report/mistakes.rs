//! Problems of a file as rustc shows them: message, place, the line with a caret, what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::report::model::RenderOptions;
use crate::source::{Problem, Severity, Source, Span};
use crate::text::{escape_control_chars, escape_workflow_command};

/// Bytes of a line that are shown before and after a place; a file may be one line of megabytes.
const SHOWN: usize = 160;

pub(crate) fn render(source: &Source, problems: &[Problem], look: &RenderOptions) -> String {
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(look.columns());
    problems.iter().map(|problem| fitted(&renderer.render(&[group(source, problem)]), look.columns())).collect()
}

/// What was rendered, no line wider than the terminal. The renderer draws a joint between a place of our own and the line that it
/// belongs to; the line follows at once, so the joint goes.
fn fitted(rendered: &str, columns: usize) -> String {
    let is_joint = |line: &str| line.contains('⸬') && !line.contains(':');
    let options = textwrap::Options::new(columns).subsequent_indent("    ").word_splitter(textwrap::WordSplitter::NoHyphenation);
    let lines = rendered.lines().filter(|line| !is_joint(line)).flat_map(|line| {
        if textwrap::core::display_width(line) <= columns { vec![line.into()] } else { textwrap::wrap(line, options.clone()) }
    });
    lines.map(|line| escape_workflow_command(&line).into_owned() + "\n").collect()
}

fn group<'p>(source: &Source, problem: &'p Problem) -> Group<'p> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(escape_control_chars(&problem.message)));
    if let Some(span) = problem.span {
        group = group.element(origin(source, span)).element(snippet(source, span, AnnotationKind::Primary, None));
    }
    if let Some((span, label)) = &problem.related {
        group = group.element(origin(source, *span)).element(snippet(source, *span, AnnotationKind::Context, Some(label)));
    }
    match &problem.help {
        Some(help) => group.element(Level::HELP.message(escape_control_chars(help))),
        None => group,
    }
}

/// Path, line and column: of the text as it is, whatever of it is shown.
fn origin<'p>(source: &Source, span: Span) -> Origin<'p> {
    let place = source.place(span.start);
    Origin::path(escape_control_chars(&source.name).into_owned()).line(place.line).char_column(place.column)
}

/// The line of a place with a caret, hidden characters made visible.
fn snippet<'p>(source: &Source, span: Span, kind: AnnotationKind, label: Option<&'p str>) -> Snippet<'p, Annotation<'p>> {
    let line = source.lines_around(Span { start: span.start, end: span.start });
    let shown = around(&source.text, line, span);
    let mark = Range::from(span);
    let (start, end) = (mark.start.clamp(shown.start, shown.end), mark.end.clamp(shown.start, shown.end));
    let part = |range: Range<usize>| {
        escape_control_chars(source.text[range].trim_start_matches('\u{feff}').trim_end_matches('\r')).into_owned()
    };
    let (before, marked, after) = (part(shown.start..start), part(start..end), part(end..shown.end));
    let mark = before.len()..before.len() + marked.len();
    let text = before + &marked + &after;
    Snippet::source(text).line_start(source.line(span.start)).annotation(kind.span(mark).label(label))
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
