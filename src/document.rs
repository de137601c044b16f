//! TOML text to a tree with places, with every syntax mistake of the file at once.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::source::{Problem, Problems, Severity, Source, Span};

/// A TOML document that was read as far as its syntax allows.
pub struct Document<'s> {
    /// The root table. What stands at a syntax mistake is a guess: [`Damage`] tells.
    pub root: DeTable<'s>,
    /// Where the syntax is wrong.
    pub damage: Damage<'s>,
}

/// The places of syntax mistakes. What stands on the same lines was guessed by the parser and is not judged.
pub struct Damage<'s> {
    source: &'s Source,
    /// Starts of the mistakes, in order.
    starts: Vec<u32>,
    /// The furthest end of each mistake and those before it.
    ends: Vec<u32>,
}

impl Damage<'_> {
    /// Whether a syntax mistake stands on a line of this span.
    pub fn touches(&self, span: Span) -> bool {
        !self.starts.is_empty() && self.is_within(self.source.lines_around(span))
    }

    /// Whether a syntax mistake stands in this part of the file.
    pub fn is_within(&self, part: Range<usize>) -> bool {
        let begun = self.starts.partition_point(|start| *start as usize <= part.end);
        begun > 0 && self.ends[begun - 1] as usize >= part.start
    }
}

/// Reads a document and adds its syntax mistakes to the problems.
pub fn parse<'s>(source: &'s Source, problems: &mut Problems) -> Document<'s> {
    let (root, mistakes) = DeTable::parse_recoverable(&source.text);
    let root = root.into_inner();
    let end = source.text.trim_end().len();
    let mut mistakes: Vec<(Span, &str)> =
        mistakes.iter().map(|mistake| (Span::from(mistake.span().unwrap_or(end..end)), mistake.message())).collect();
    mistakes.sort_by_key(|(span, _)| *span);
    for (span, message) in &mistakes {
        problems.add(problem(source, &root, message, *span, problems.errors() < Problems::MOST_KEPT));
    }
    let ends = mistakes.iter().scan(0, |furthest, (span, _)| {
        *furthest = span.end.max(*furthest);
        Some(*furthest)
    });
    let damage = Damage { source, ends: ends.collect(), starts: mistakes.iter().map(|(span, _)| span.start).collect() };
    Document { root, damage }
}

/// A syntax mistake as a problem. Only one that is going to be shown is worth looking for the other place of a duplicate.
fn problem(source: &Source, root: &DeTable<'_>, message: &str, span: Span, is_shown: bool) -> Problem {
    let help = match message {
        m if m.starts_with("string values must be quoted") => "put text in quotation marks: key = \"value\"",
        m if m.starts_with("invalid basic string") => "end the text with a quotation mark on the same line",
        m if m.contains("carriage return") => "save the file with line ends that are LF or CRLF",
        _ => "",
    };
    let mut problem = Problem::new(Severity::Error, span, message, help);
    if message == "duplicate key" && is_shown {
        let name = source.text.get(Range::from(span)).unwrap_or("");
        problem.message = format!("duplicate key `{}`", crate::text::short(name, 60));
        problem.help = Some("keep one of them".into());
        let first =
            last_key_before(root, name.trim_matches(['"', '\'']), span.start).or_else(|| header_before(source, name, span));
        problem.related = first.map(|first| (first, "it is here already".into()));
    }
    problem
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

/// The header `[name]` above a second one. The parser keeps only the second in its tree.
fn header_before(source: &Source, name: &str, second: Span) -> Option<Span> {
    let above = source.text.get(..second.start as usize)?;
    let mut offset = 0;
    let mut found = None;
    for line in above.split_inclusive('\n') {
        if line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).is_some_and(|inner| inner.trim() == name) {
            let indent = line.len() - line.trim_start().len();
            found = Some(Span::from(offset + indent..offset + line.trim_end().len()));
        }
        offset += line.len();
    }
    found
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
    fn a_lone_carriage_return_is_a_mistake() {
        assert_eq!(mistakes("[profile]\rname = \"A\"\n").len(), 1);
        assert!(mistakes("\u{feff}[profile]\r\nname = \"A\"").is_empty());
    }
}
