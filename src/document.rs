//! TOML text to a tree with places, with every syntax mistake of the file at once.

pub(crate) mod bounds;
pub(crate) mod advice;
pub(crate) mod words;

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::messages::TomlMistake;
use crate::source::{Problem, Problems, Severity, Source, Span};
use crate::text::named;

/// A TOML document that was read as far as its syntax allows.
pub(crate) struct Document<'s> {
    /// The root table, without the lines that have syntax mistakes.
    pub(crate) root: DeTable<'s>,
    pub(crate) damage: Damage,
}

/// The name of a table that replaces one with a malformed header. Its keys are not checked.
pub(crate) const UNREADABLE: &str = "_";

/// Bytes that are read again, all in all, to find more than the first mistake.
const READ_AGAIN: usize = 2 << 20;

/// Characters from a mistake on that are looked at for what was meant.
const LONGEST_VALUE: usize = 1_000;

/// Where each syntax mistake starts, in order.
#[derive(Debug, Default)]
pub(crate) struct Damage {
    starts: Vec<u32>,
}

impl Damage {
    /// Whether there is a syntax mistake in this part of the file.
    pub(crate) fn is_within(&self, part: Range<usize>) -> bool {
        let at = self.starts.partition_point(|start| (*start as usize) < part.start);
        self.starts.get(at).is_some_and(|start| *start as usize <= part.end)
    }

    pub(crate) fn is_none(&self) -> bool {
        self.starts.is_empty()
    }
}

struct Mistake {
    span: Span,
    message: String,
    kind: Option<TomlMistake>,
    first: Option<Span>,
}

impl Mistake {
    fn new(mistake: &Error, source: &Source, root: &DeTable<'_>) -> Self {
        let message = mistake.message().to_owned();
        let mut mistake = Self { span: place(mistake, source), kind: TomlMistake::of(&message), message, first: None };
        mistake.look_for_first(source, root);
        mistake
    }

    /// Looks for the first of duplicate keys: the last one of the same name above.
    fn look_for_first(&mut self, source: &Source, root: &DeTable<'_>) {
        if self.kind == Some(TomlMistake::Duplicate) && self.first.is_none() {
            let written = source.text.get(Range::from(self.span)).unwrap_or("");
            self.first = last_key_before(root, &key_name(written), self.span.start);
        }
    }
}

/// Where a mistake is. A few have no place of their own: the parser met them at the end.
fn place(mistake: &Error, source: &Source) -> Span {
    let end = source.text.len();
    Span::from(mistake.span().unwrap_or(end..end))
}

/// Reads a document and adds its syntax mistakes to the problems.
pub(crate) fn parse<'s>(source: &'s Source, problems: &mut Problems) -> Document<'s> {
    if let Some((at, message, help)) = bounds::excess(&source.text) {
        problems.error(at..at + 1, message, help);
        return Document { root: DeTable::new(), damage: Damage { starts: vec![0] } };
    }
    let first = match DeTable::parse(&source.text) {
        Ok(root) => return Document { root: root.into_inner(), damage: Damage::default() },
        Err(mistake) => mistake,
    };
    let Repaired { root, mut found, mut rest } = repaired(source, first);
    // Only the first mistakes of a flood are put into words, which may take a while in a long line.
    rest.sort_by_key(|mistake| place(mistake, source));
    rest.dedup_by_key(|mistake| place(mistake, source));
    let more = rest.split_off(rest.len().min(Problems::MOST_KEPT)).len();
    found.extend(rest.iter().map(|mistake| Mistake::new(mistake, source, &root)));
    found.sort_by_key(|mistake| mistake.span);
    found.dedup_by_key(|mistake| mistake.span);
    let damage = Damage { starts: found.iter().map(|mistake| mistake.span.start).collect() };
    for mut mistake in found {
        problems.add_with(Severity::Error, || {
            mistake.look_for_first(source, &root);
            problem(source, mistake)
        });
    }
    problems.count_errors(more);
    Document { root, damage }
}

/// What could be made of a text with mistakes.
struct Repaired<'s> {
    /// The tree without the lines with mistakes; empty where there are too many.
    root: DeTable<'s>,
    found: Vec<Mistake>,
    rest: Vec<Error>,
}

/// Reads a text with mistakes. The parser guesses what was meant at the first one, and may read nothing below it; so its line is blanked,
/// which moves nothing, and the rest is read again.
fn repaired(source: &Source, mut mistake: Error) -> Repaired<'_> {
    let mut text = source.text.clone();
    let mut found: Vec<Mistake> = Vec::new();
    let mut readings = (READ_AGAIN / text.len().max(1)).clamp(2, Problems::MOST_KEPT);
    loop {
        let part = bounds::near(&text, place(&mistake, source).start as usize);
        let (root, mut mistakes) = DeTable::parse_recoverable(part);
        // What is wrong at the end of a part may go on in the next one.
        mistakes.retain(|mistake| part.len() == text.len() || mistake.span().is_some_and(|span| span.end < part.len()));
        let first = mistakes.iter().min_by_key(|mistake| place(mistake, source).start).unwrap_or(&mistake);
        let first = Mistake::new(first, source, root.get_ref());
        let line = line_to_blank(source, &text, first.span);
        readings -= 1;
        // A file with over a hundred at once is not TOML; and where the line is blank already the mistake is elsewhere.
        if readings == 0 || mistakes.len() > Problems::MOST_KEPT || text[line.clone()].trim().is_empty() {
            return Repaired { root: DeTable::new(), found, rest: mistakes };
        }
        found.push(first);
        blank(&mut text, line);
        match DeTable::parse(&text) {
            Err(next) => mistake = next,
            Ok(_) => {
                let (root, _) = DeTable::parse_recoverable(source.keep_readable(text));
                return Repaired { root: root.into_inner(), found, rest: Vec::new() };
            }
        }
    }
}

/// The line to blank for a mistake: its own, unless the one above opened a list or table that a new key or header shows to be
/// unclosed.
fn line_to_blank(source: &Source, text: &str, mistake: Span) -> Range<usize> {
    let own = source.lines_around(Span { start: mistake.start, end: mistake.start });
    let begins_anew = text[own.clone()].trim_start().starts_with('[') || text[own.clone()].contains('=');
    let above = text[..own.start].trim_end();
    let above = above.rfind('\n').map_or(0, |at| at + 1)..above.len();
    let count = |brackets: [char; 2]| text[above.clone()].matches(brackets).count();
    let is_open = text[above.clone()].contains('=') && count(['[', '{']) > count([']', '}']);
    if begins_anew && is_open { above } else { own }
}

/// Overwrites a line with as many bytes. A header becomes that of an ignored table, so that its keys go to no other.
fn blank(text: &mut String, line: Range<usize>) {
    let placeholder = format!("[[{UNREADABLE}]]");
    let is_header = text[line.clone()].trim_start().starts_with('[') && line.len() >= placeholder.len();
    let start = if is_header { placeholder.as_str() } else { "" };
    let blanks = " ".repeat(line.len() - start.len());
    text.replace_range(line, &(start.to_owned() + &blanks));
}

fn problem(source: &Source, mistake: Mistake) -> Problem {
    let Mistake { span, message, kind, first } = mistake;
    let written = source.text.get(Range::from(span)).unwrap_or_default();
    let line = source.lines_around(Span { start: span.start, end: span.start });
    let rest = source.text.get(span.start as usize..line.end).unwrap_or_default();
    let rest = &rest[..rest.char_indices().nth(LONGEST_VALUE).map_or(rest.len(), |(at, _)| at)];
    let (message, help) = match kind {
        Some(TomlMistake::Duplicate) => (format!("duplicate key {}", named(written)), "keep one of them".into()),
        _ => words::in_words(&message, kind, &source.text[line], rest),
    };
    let mut problem = Problem::new(Severity::Error, span, message, help);
    let first = first.map(|first| (first, "it is here already".into()));
    problem.related = first.or_else(|| opened(source, kind, span.start as usize));
    problem
}

/// Where a long text begins that never ends: no mark of its kind is below it.
fn opened(source: &Source, kind: Option<TomlMistake>, end: usize) -> Option<(Span, String)> {
    let mark = match kind? {
        TomlMistake::OpenLongText => "\"\"\"",
        TomlMistake::OpenLongLiteral => "'''",
        _ => return None,
    };
    let at = source.text.get(..end)?.rfind(mark)?;
    Some((Span::from(at..at + mark.len()), "the text begins here".into()))
}

/// The name that a key means, as it is written: with quotation marks, perhaps with escapes.
fn key_name(written: &str) -> String {
    let pair = format!("{written} = 0");
    let parsed = DeTable::parse_recoverable(&pair).0;
    let name = parsed.get_ref().keys().next().map(|key| key.get_ref().to_string());
    name.unwrap_or_else(|| written.to_owned())
}

/// The last key of this name above an offset, in any table of the tree.
fn last_key_before(table: &DeTable<'_>, name: &str, offset: u32) -> Option<Span> {
    let of_value = |value: &DeValue<'_>| match value {
        DeValue::Table(table) => last_key_before(table, name, offset),
        DeValue::Array(items) => {
            items.iter().filter_map(|item| item.get_ref().as_table()).filter_map(|t| last_key_before(t, name, offset)).max()
        }
        _ => None,
    };
    let found = table.iter().flat_map(|(key, value)| {
        let own = (key.get_ref() == name).then(|| Span::from(key.span())).filter(|span| span.start < offset);
        [own, of_value(value.get_ref())]
    });
    found.flatten().max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<(usize, String, Option<usize>)> {
        let source = Source::new("x.toml", text);
        let mut problems = Problems::default();
        parse(&source, &mut problems);
        let line = |span: Span| source.line(span.start);
        let of = |p: Problem| (line(p.span.unwrap()), p.message, p.related.map(|(span, _)| line(span)));
        problems.sorted().into_iter().map(of).collect()
    }

    #[test]
    fn all_syntax_mistakes_are_told_in_order() {
        let found = mistakes("[profile]\nname = \"A\"\nx =\n[[contribution]]\ntitle = \"open\ndate = 2026-02-30\n");
        assert_eq!(found.iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [3, 5, 6]);
    }

    #[test]
    fn a_duplicate_shows_both_places() {
        let keys = mistakes("[profile]\nname = \"A\"\n[[contribution]]\ntitle = \"a\"\ntitle = \"b\"\n");
        assert_eq!(keys, [(5, "duplicate key `title`".to_owned(), Some(4))]);
        let tables = mistakes("[profile]\nname = \"A\"\n\n[profile]\nstage = \"candidate\"\n");
        assert_eq!(tables, [(4, "duplicate key `profile`".to_owned(), Some(1))]);
    }

    #[test]
    fn a_mistake_hides_nothing_below_it() {
        let lines = |text| mistakes(text).iter().map(|(line, ..)| *line).collect::<Vec<_>>();
        assert_eq!(lines("[profile]\nwhat is this\nx =\n[[contribution]\ny =\n"), [2, 3, 4, 5]);
        assert_eq!(
            lines("[profile]\ncategories = [\"AI\"\nstage = \"candidate\"\nname = \"A\"\n[[contribution]]\nx =\n"),
            [3, 6]
        );
    }

    #[test]
    fn what_can_be_read_stands_where_it_stood() {
        let source = Source::new("x.toml", "[profile]\n???\nname = \"A\"\n[[contribution]\ntitle = \"t\"\n");
        let document = parse(&source, &mut Problems::default());
        let name = document.root["profile"].get_ref().get("name").unwrap();
        assert_eq!(&source.text[name.span()], "\"A\"");
        assert!(document.root.contains_key(UNREADABLE));
    }

    #[test]
    fn a_lone_carriage_return_is_a_mistake() {
        assert_eq!(mistakes("[profile]\rname = \"A\"\n").len(), 1);
        assert!(mistakes("\u{feff}[profile]\r\nname = \"A\"").is_empty());
    }
}
