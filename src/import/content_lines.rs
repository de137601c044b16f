//! The lines of iCalendar: long ones are folded, names have parameters, and commas in texts are escaped.

use std::borrow::Cow;

/// A property: its name, and its value as it is written. Parameters are ignored: the value alone has the day.
#[derive(Debug)]
pub(crate) struct ContentLine<'t> {
    /// The line, from 1, on which it begins.
    pub(crate) line: usize,
    text: Cow<'t, str>,
    name_end: usize,
    value_begin: usize,
}

impl ContentLine<'_> {
    /// Whether it has a name, in any case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.text[..self.name_end].trim().eq_ignore_ascii_case(name)
    }

    pub(crate) fn value(&self) -> &str {
        self.text[self.value_begin..].trim()
    }
}

pub(crate) fn content_lines(text: &str) -> impl Iterator<Item = ContentLine<'_>> {
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).zip(1..).peekable();
    let unfolded = std::iter::from_fn(move || {
        let (begin, line) = lines.next()?;
        let mut text = Cow::Borrowed(begin);
        while let Some((more, _)) = lines.next_if(|(more, _)| more.starts_with([' ', '\t'])) {
            text.to_mut().push_str(&more[1..]);
        }
        Some((text, line))
    });
    unfolded.filter_map(|(text, line)| {
        let (name_end, value_begin) = parted(&text)?;
        Some(ContentLine { line, text, name_end, value_begin })
    })
}

/// Where the name ends, and where the value begins. Parameters between them may be quoted, and hold any sign then.
fn parted(text: &str) -> Option<(usize, usize)> {
    let name_end = text.find([';', ':'])?;
    let mut is_quoted = false;
    for (at, byte) in text.bytes().enumerate().skip(name_end) {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b':' if !is_quoted => return Some((name_end, at + 1)),
            _ => {}
        }
    }
    None
}

pub(crate) fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        let escaped =
            if character == '\\' { characters.next_if(|next| matches!(next, 'n' | 'N' | ',' | ';' | '\\')) } else { None };
        text.push(match escaped {
            Some('n' | 'N') => '\n',
            Some(escaped) => escaped,
            None => character,
        });
    }
    text
}

/// The bytes with each fold inside a character moved after it: some programs fold by bytes, and the standard asks readers to accept
/// that. The number of lines stays the same.
pub(crate) fn with_whole_characters(bytes: &[u8]) -> Cow<'_, [u8]> {
    let is_inside = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
    if std::str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut moved = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let folds: [&[u8]; 4] = [b"\r\n ", b"\r\n\t", b"\n ", b"\n\t"];
        let fold = folds.iter().find(|fold| rest.starts_with(fold)).map_or(0, |fold| fold.len());
        let inside = rest[fold..].iter().take_while(is_inside).count();
        if fold > 0 && inside > 0 {
            moved.extend_from_slice(&rest[fold..fold + inside]);
            moved.extend_from_slice(&rest[..fold]);
            rest = &rest[fold + inside..];
        } else {
            moved.push(*first);
            rest = after;
        }
    }
    Cow::Owned(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, String, String)> {
        let line = |it: ContentLine<'_>| (it.line, it.text[..it.name_end].to_owned(), it.value().to_owned());
        content_lines(text).map(line).collect()
    }

    #[test]
    fn folded_lines_are_one() {
        let text = "SUMMARY:One\r\n  two\r\n\tthree\r\nURL:x\n y\nno property\n\nEND:z";
        let expected = [(1, "SUMMARY", "One twothree"), (4, "URL", "xy"), (8, "END", "z")];
        let expected: Vec<_> =
            expected.iter().map(|(line, name, value)| (*line, (*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(read(text), expected);
    }

    #[test]
    fn quoted_parameters_hold_any_sign() {
        let value = |text: &str| content_lines(text).next().map(|line| line.value().to_owned());
        assert_eq!(value("DTSTART;TZID=\"A:B;C\";VALUE=DATE:20260101").as_deref(), Some("20260101"));
        assert_eq!(value("SUMMARY:a;b:\"c").as_deref(), Some("a;b:\"c"));
        assert_eq!(value("SUMMARY;X=\"a:b"), None);
        assert!(content_lines("dtstart;X=1:2").next().unwrap().is("DTSTART"));
    }

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(unescaped(r"a\, b\; c\\n d\ne\Nf\x\"), "a, b; c\\n d\ne\nf\\x\\");
    }

    #[test]
    fn a_fold_inside_of_a_character_is_moved_behind_it() {
        let moved = |bytes: &[u8]| String::from_utf8(with_whole_characters(bytes).into_owned());
        assert_eq!(moved(b"caf\xc3\r\n \xa9!\n\txy").unwrap(), "caf\u{e9}\r\n !\n\txy");
        assert_eq!(moved("é\n é".as_bytes()).unwrap(), "é\n é");
        assert!(moved(b"caf\xe9\r\n x").is_err());
    }
}
