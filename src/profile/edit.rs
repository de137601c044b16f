//! Edits of a profile's text that leave every other byte as it is: entries after the last one, numbers of entries.

use std::ops::Range;

use crate::profile::layout::{EntryLayout, Form, Layout, PlaceOfNumbers, layout};
use crate::profile::new_entry::{NewEntry, key, number, numbers};
use crate::source::Source;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// What is replaced, in bytes; empty where something is only put in.
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

/// The text with some edits, which do not overlap.
pub(crate) fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.at.start);
    let mut result = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut done = 0;
    for edit in edits {
        result.push_str(&text[done..edit.at.start]);
        result.push_str(&edit.text);
        done = edit.at.end;
    }
    result + &text[done..]
}

/// Adds entries after the last contribution, in the line ends and the form of the file.
pub(crate) fn append(source: &Source, entries: &[NewEntry]) -> Option<Edit> {
    if entries.is_empty() {
        return None;
    }
    let Layout { form, entries: present } = layout(source);
    let last = present.last();
    Some(match form {
        Form::Tables => append_tables(&source.text, last, entries),
        Form::List { start } => append_to_list(&source.text, start, last, entries),
    })
}

fn append_tables(text: &str, last: Option<&EntryLayout>, entries: &[NewEntry]) -> Edit {
    let line_end = line_end(text);
    let place = match last {
        Some(last) => behind_own_comments(text, line_end_at(text, last.end)),
        // Other white space than that of TOML is part of a comment.
        None => line_end_at(text, text.trim_end_matches([' ', '\t', '\r', '\n']).len()),
    };
    let is_first = text[..place].trim_start_matches('\u{feff}').is_empty();
    let tables: Vec<String> = entries.iter().map(|entry| entry.as_table(line_end)).collect();
    let mut added = tables.join(&line_end.repeat(2));
    if !is_first {
        added = line_end.repeat(2) + &added;
    }
    let is_followed = next_line(text, place).is_some_and(|(_, line)| !line.trim().is_empty());
    if is_followed || is_first {
        added += line_end;
    }
    Edit { at: place..place, text: added }
}

/// Lines of comments directly below an entry belong to it, unless a header is directly below them.
fn behind_own_comments(text: &str, place: usize) -> usize {
    let mut end = place;
    while let Some((start, line)) = next_line(text, end) {
        match line.trim_start() {
            comment if comment.starts_with('#') => end = start + line.len(),
            "" => return end,
            _ => return place,
        }
    }
    end
}

fn append_to_list(text: &str, start: usize, last: Option<&EntryLayout>, entries: &[NewEntry]) -> Edit {
    let tables: Vec<String> = entries.iter().map(NewEntry::as_inline_table).collect();
    let Some(last) = last else {
        return Edit { at: start..start, text: tables.join(", ") };
    };
    let indent = indent(text, last.start);
    // Where the last one has a line of its own, so has each new one.
    let has_own_line = text[..last.start].ends_with(indent) && text[..last.start - indent.len()].ends_with('\n');
    if !has_own_line {
        return Edit { at: last.end..last.end, text: format!(", {}", tables.join(", ")) };
    }
    let next_line = format!("{}{indent}", line_end(text));
    let added = next_line.clone() + &tables.join(&format!(",{next_line}"));
    let rest = &text[last.end..line_end_at(text, last.end)];
    let (comma, behind) =
        rest.split_once(',').filter(|(blanks, _)| blanks.trim().is_empty()).map_or(("", rest), |(_, it)| (",", it));
    if !behind.trim_start().starts_with('#') {
        return Edit { at: last.end..last.end, text: format!(",{added}") };
    }
    // A comment after the last one stays with it.
    match comma {
        "" => Edit { at: last.end..last.end + rest.len(), text: format!(",{rest}{added}") },
        comma => Edit { at: last.end + rest.len()..last.end + rest.len(), text: added + comma },
    }
}

/// Adds numbers to an entry that has none: metric ids with values.
pub(crate) fn state_numbers<N: AsRef<str>>(source: &Source, entry: &EntryLayout, stated: &[(N, f64)]) -> Edit {
    let text = &source.text;
    let pairs = |between: &str| {
        stated.iter().map(|(id, value)| format!("{} = {}", key(id.as_ref()), number(*value))).collect::<Vec<_>>().join(between)
    };
    let (place, added) = match entry.place_of_numbers {
        PlaceOfNumbers::BelowValue(offset) => {
            let below = format!("{}{}", line_end(text), indent(text, offset));
            (line_end_at(text, offset), format!("{below}impact = {}", numbers(stated)))
        }
        PlaceOfNumbers::BehindValue(offset) => (offset, format!(", impact = {}", numbers(stated))),
        PlaceOfNumbers::InBraces(offset) => {
            let space = if text[offset..].starts_with('}') { " " } else { "" };
            (offset, format!(" {}{space}", pairs(", ")))
        }
        PlaceOfNumbers::BelowHeader(offset) => {
            let below = format!("{}{}", line_end(text), indent(text, offset));
            (line_end_at(text, offset), below.clone() + &pairs(&below))
        }
    };
    Edit { at: place..place, text: added }
}

pub(crate) fn replace_number(at: Range<usize>, value: f64) -> Edit {
    Edit { at, text: number(value) }
}

/// The line end of a file: that of its first line.
fn line_end(text: &str) -> &'static str {
    let first = text.find('\n').map(|at| &text[..at]);
    if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}

/// Where the line that holds an offset ends, before its line end.
fn line_end_at(text: &str, offset: usize) -> usize {
    let rest = &text[offset..];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    offset + line.strip_suffix('\r').unwrap_or(line).len()
}

/// The line below the one that ends at an offset, with where it starts; without its own line end.
fn next_line(text: &str, end: usize) -> Option<(usize, &str)> {
    let start = end + text[end..].find('\n')? + 1;
    (start < text.len()).then(|| (start, &text[start..line_end_at(text, start)]))
}

/// The blanks that begin the line which holds an offset.
fn indent(text: &str, offset: usize) -> &str {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let line = &text[start..offset];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talk() -> NewEntry {
        NewEntry::new("talk", "New", "2026-11-25".parse().unwrap())
    }

    const TABLE: &str = "[[contribution]]\ntype = \"talk\"\ntitle = \"New\"\ndate = 2026-11-25";
    const INLINE: &str = "{ type = \"talk\", title = \"New\", date = 2026-11-25 }";
    const OLD: &str = "[[contribution]]\ntype = \"article\"\ntitle = 'Old'\ndate = 2026-01-02";

    fn appended(text: &str) -> String {
        let edit = append(&Source::new("x.toml", text), &[talk()]).unwrap();
        edited(text, vec![edit])
    }

    #[test]
    fn a_new_entry_stands_behind_the_last_one() {
        assert_eq!(appended(&format!("{OLD} # note\n")), format!("{OLD} # note\n\n{TABLE}\n"));
        assert_eq!(appended(OLD), format!("{OLD}\n\n{TABLE}"));
        let crlf = |text: String| text.replace('\n', "\r\n");
        assert_eq!(appended(&crlf(format!("{OLD}\n"))), crlf(format!("{OLD}\n\n{TABLE}\n")));
        assert_eq!(appended(&format!("{OLD}\n[[waive]]\n")), format!("{OLD}\n\n{TABLE}\n\n[[waive]]\n"));
        assert_eq!(appended(""), format!("{TABLE}\n"));
        assert_eq!(appended("\u{feff}[profile]\n\n\n"), format!("\u{feff}[profile]\n\n{TABLE}\n\n\n"));
    }

    #[test]
    fn a_comment_stays_with_what_it_is_about() {
        assert_eq!(appended(&format!("{OLD}\n# its own\n\n# the end\n")), format!("{OLD}\n# its own\n\n{TABLE}\n\n# the end\n"));
        let blog = "# My blog\n[[channel]]\n";
        assert_eq!(appended(&format!("{OLD}\n{blog}")), format!("{OLD}\n\n{TABLE}\n\n{blog}"));
    }

    #[test]
    fn what_belongs_to_an_entry_is_not_parted_from_it() {
        let parts = format!("{OLD}\n[contribution.impact]\nviews = 3\n");
        assert_eq!(appended(&parts), format!("{OLD}\n[contribution.impact]\nviews = 3\n\n{TABLE}\n"));
        let fake = format!("{OLD}\nnotes = \"\"\"\n[[contribution]]\n\"\"\"\n");
        assert_eq!(appended(&fake), format!("{OLD}\nnotes = \"\"\"\n[[contribution]]\n\"\"\"\n\n{TABLE}\n"));
    }

    #[test]
    fn a_list_of_inline_tables_grows() {
        assert_eq!(appended("contribution = []\n"), format!("contribution = [{INLINE}]\n"));
        assert_eq!(appended("contribution = [{ a = 1 },]"), format!("contribution = [{{ a = 1 }}, {INLINE},]"));
        assert_eq!(appended("contribution = [\n  {},\n]\n"), format!("contribution = [\n  {{}},\n  {INLINE},\n]\n"));
    }

    #[test]
    fn a_comment_in_a_list_stays_with_what_it_is_about() {
        assert_eq!(appended("contribution = [\n {}, # a, b\n]"), format!("contribution = [\n {{}}, # a, b\n {INLINE},\n]"));
        assert_eq!(appended("contribution = [\n {} # a, b\n]"), format!("contribution = [\n {{}}, # a, b\n {INLINE}\n]"));
    }

    #[test]
    fn white_space_that_is_none_of_toml_stays_in_its_comment() {
        assert_eq!(appended("# end\u{a0}\n"), format!("# end\u{a0}\n\n{TABLE}\n"));
        assert_eq!(appended("# end  \n \n"), format!("# end  \n\n{TABLE}\n \n"));
    }

    #[test]
    fn numbers_go_where_the_entry_has_room_for_them() {
        let stated = |text: &str| {
            let source = Source::new("x.toml", text);
            let edit = state_numbers(&source, &layout(&source).entries[0], &[("views", 12_000.0), ("likes", 3.0)]);
            edited(text, vec![edit])
        };
        assert_eq!(stated(&format!("{OLD} # n\n\n")), format!("{OLD} # n\nimpact = {{ views = 12_000, likes = 3 }}\n\n"));
        assert_eq!(stated("[[contribution]]\n\ta = 1"), "[[contribution]]\n\ta = 1\n\timpact = { views = 12_000, likes = 3 }");
        assert_eq!(
            stated("[[contribution]]\nimpact = {}\na = 1"),
            "[[contribution]]\nimpact = { views = 12_000, likes = 3 }\na = 1"
        );
        assert_eq!(stated("contribution = [{ a = 1 }]"), "contribution = [{ a = 1, impact = { views = 12_000, likes = 3 } }]");
        assert_eq!(
            stated("[[contribution]]\na = 1\n[contribution.impact] # x\r\n[profile]"),
            "[[contribution]]\na = 1\n[contribution.impact] # x\nviews = 12_000\nlikes = 3\r\n[profile]"
        );
    }
}
