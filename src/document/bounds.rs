//! How much markup a text may hold, looked at before it is parsed. The parser keeps a table for each dot in a key and a message for each
//! mistake, and moves all tables to open one again: a few megabytes made for that would take gigabytes and minutes.

use std::collections::HashSet;

/// Bytes below which no text takes long.
const HARMLESS: usize = 64 << 10;
/// Signs of markup in a text. Ordinary contributions have about half as many in 4 MiB.
const MOST_SIGNS: usize = 1_000_000;
/// Signs after a mistake in which more mistakes are looked for. There may be four at each sign.
const MOST_AFTER_MISTAKE: usize = 100_000;
/// What a sign counts that may begin a table.
const TABLE: usize = 5;
/// Headers `[name]` times different names: how often a table may have to be moved.
const MOST_MOVES: usize = 10_000_000;

/// Where a text holds more than may be parsed, with what is too much and what to do.
pub(crate) fn excess(text: &str) -> Option<(usize, String, &'static str)> {
    if text.len() < HARMLESS {
        return None;
    }
    let mut scan = Scan::default();
    for (at, token) in tokens(text) {
        scan.add(token, text.as_bytes().get(at + 1));
        if scan.signs > MOST_SIGNS {
            let most = crate::text::number(MOST_SIGNS as f64);
            let message = format!("there are more than {most} brackets, commas, dots, equals signs and line breaks up to here");
            return Some((at, message, "keep what belongs in this file, or split it"));
        }
        if scan.headers * scan.names.len() > MOST_MOVES {
            let message = "there are too many headers with too many different names up to here";
            return Some((at, message.into(), "write each contribution below a header [[contribution]]"));
        }
    }
    None
}

/// The text up to which more mistakes are looked for, after the first one at an offset: all of it, unless very much follows.
pub(crate) fn near(text: &str, mistake: usize) -> &str {
    let mut scan = Scan::default();
    for (at, token) in tokens(text).skip_while(|(at, _)| *at < mistake) {
        scan.add(token, None);
        if scan.signs > MOST_AFTER_MISTAKE {
            let line = text[..at].rfind('\n').filter(|end| *end > mistake);
            return &text[..line.map_or(at, |end| end + 1)];
        }
    }
    text
}

/// What was counted so far.
#[derive(Default)]
struct Scan<'t> {
    signs: usize,
    /// Headers `[name]`.
    headers: usize,
    names: HashSet<&'t [u8]>,
    /// A token that is a name if the next sign says so.
    name: Option<&'t [u8]>,
    is_within_line: bool,
    is_in_header: bool,
}

impl<'t> Scan<'t> {
    fn add(&mut self, token: &'t [u8], next: Option<&u8>) {
        let is_first = !self.is_within_line;
        self.is_within_line = true;
        self.signs += match token[0] {
            b' ' | b'\t' => 0,
            b'.' | b'{' => TABLE,
            b'=' | b',' | b'[' | b']' | b'}' | b'\r' | b'\n' => 1,
            b'-' | b'+' => 2 * token.iter().filter(|byte| !byte.is_ascii_alphanumeric()).count(),
            // Each of these may be a mistake with a long message.
            b'"' | b'\'' | b'#' => 2 * token.iter().filter(|byte| **byte == b'\\' || byte.is_ascii_control()).count(),
            _ => 2 * token.iter().filter(|byte| !byte.is_ascii_alphanumeric() && **byte != b'-').count(),
        };
        match token[0] {
            b' ' | b'\t' => self.is_within_line = !is_first,
            b'\n' => (self.is_within_line, self.is_in_header, self.name) = (false, false, None),
            b'[' if is_first => {
                self.is_in_header = true;
                // `[[name]]` begins a table and opens none again.
                self.headers += usize::from(next != Some(&b'['));
            }
            b'=' | b'.' => self.names.extend(self.name.take()),
            b']' if self.is_in_header => self.names.extend(self.name.take()),
            b',' | b'[' | b']' | b'{' | b'}' | b'\r' | b'#' => self.name = None,
            _ => self.name = Some(token),
        }
    }
}

/// The tokens of a text, and where they begin.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &[u8])> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let (at, rest) = (next, &text.as_bytes()[next..]);
        if rest.is_empty() {
            return None;
        }
        next += token(rest).len();
        Some((at, &text.as_bytes()[at..next]))
    })
}

/// The token that a text begins with, as the parser divides it.
fn token(text: &[u8]) -> &[u8] {
    let length = match text {
        [b'.' | b'=' | b',' | b'[' | b']' | b'{' | b'}' | b' ' | b'\t' | b'\r' | b'\n', ..] => 1,
        [b'#', ..] => text.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(text.len()),
        [b'"', b'"', b'"', ..] => long_text(text, b'"'),
        [b'\'', b'\'', b'\'', ..] => long_text(text, b'\''),
        [quote @ (b'"' | b'\''), ..] => short_text(text, *quote),
        _ => text.iter().position(|byte| b".=,[]{} \t#\r\n".contains(byte)).unwrap_or(text.len()),
    };
    &text[..length]
}

/// The length of a text in single quotation marks, which ends at the line end where it is not closed.
fn short_text(text: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            b'\n' => return at,
            byte if byte == quote => return at + 1,
            b'\\' if quote == b'"' => at += escaped(&text[at..]),
            _ => at += 1,
        }
    }
    text.len()
}

/// The length of a text in three quotation marks, of which up to two more may be before its end.
fn long_text(text: &[u8], quote: u8) -> usize {
    let mut at = 3;
    while at < text.len() {
        match &text[at..] {
            [b'\\', ..] if quote == b'"' => at += escaped(&text[at..]),
            [a, b, c, rest @ ..] if [a, b, c] == [&quote; 3] => {
                return at + 3 + rest.iter().take(2).take_while(|byte| **byte == quote).count();
            }
            _ => at += 1,
        }
    }
    text.len()
}

/// The length of a backslash with the quotation mark or backslash that it protects.
fn escaped(text: &[u8]) -> usize {
    if matches!(text.get(1), Some(b'"' | b'\\')) { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    const MIB: usize = 1 << 20;

    fn is_refused(text: &str) -> bool {
        excess(text).is_some()
    }

    fn scan(text: &str) -> Scan<'_> {
        let mut scan = Scan::default();
        tokens(text).for_each(|(at, token)| scan.add(token, text.as_bytes().get(at + 1)));
        scan
    }

    #[test]
    fn ordinary_contributions_fill_a_file() {
        let entry =
            "[[contribution]]\ntype = \"article\"\ntitle = \"One. Two, [three]\"\ndate = 2026-05-01\nimpact = { views = 1 }\n";
        assert!(!is_refused(&entry.repeat(4 * MIB / entry.len())));
        let with_header = format!("{entry}[contribution.impact]\nviews = 1_000\n").replace("impact = { views = 1 }\n", "");
        assert!(!is_refused(&with_header.repeat(4 * MIB / with_header.len())));
        let url = "https://blog.example.org/posts/what-i-learned-about-functions";
        let inline =
            format!("{{ type = \"talk\", title = \"One\", date = 2026-05-01, url = \"{url}\", impact = {{ rating = 4.5 }} }},\n");
        assert!(!is_refused(&format!("contribution = [\n{}]\n", inline.repeat(4 * MIB / inline.len()))));
    }

    #[test]
    fn what_is_in_texts_and_comments_is_not_counted() {
        for (begin, end) in [("# ", "\n"), ("x = \"", "\"\n"), ("x = '", "'\n"), ("x = \"\"\"", "\"\"\"\n"), ("x = '''", "'''\n")]
        {
            let text = format!("{begin}{}{end}", "a.b={[".repeat(MIB / 2));
            assert!(!is_refused(&text), "{begin}");
        }
    }

    #[test]
    fn floods_of_signs_are_refused() {
        for part in ["=", "=\n", "[", "\"\n", "\r", "x = [[[[\n", "[[a]]\nb=1\n"] {
            assert!(is_refused(&part.repeat(4 * MIB / part.len())), "{part:?}");
            assert!(!is_refused(&part.repeat(HARMLESS / part.len() - 1)), "{part:?}");
        }
    }

    #[test]
    fn after_a_mistake_only_so_much_is_looked_at() {
        let text = "a = 1\n".repeat(20_000) + "b\n" + &"c = [}a}a}a]\n".repeat(50_000);
        let part = near(&text, 6 * 20_000);
        assert!(part.len() > 6 * 20_000 && part.len() < text.len() && part.ends_with("]\n"), "{}", part.len());
        assert_eq!(near(&text[..100_000], 5).len(), 100_000);
        assert!(near(&"=".repeat(MIB), 0).len() < MIB / 4);
    }

    #[test]
    fn floods_within_a_text_are_refused() {
        for part in ["\\q", "\u{1}"] {
            assert!(is_refused(&format!("x = \"{}\"", part.repeat(2 * MIB / part.len()))), "{part:?}");
        }
        assert!(is_refused(&format!("x = 1{}", "_".repeat(2 * MIB))));
    }

    #[test]
    fn tables_by_dots_and_braces_weigh_more() {
        for part in ["a.", "a.b.c.d.e.f = 1\n", "{a=1},"] {
            assert!(is_refused(&part.repeat(2 * MIB / part.len())), "{part:?}");
        }
    }

    #[test]
    fn tables_that_are_opened_again_and_again_are_refused() {
        let headers = |end: &str| (0..5_000).map(|at| format!("[t{at}{end}]\n")).collect::<String>();
        assert!(is_refused(&(headers(".x") + &headers(""))));
        assert!(!is_refused(&format!("[t.x]\n[t]\n{}", "[[t.y]]\n".repeat(10_000))));
    }

    /// Else a text could hide its signs from the scan in what the parser does not take for a text.
    #[test]
    fn the_parser_reports_few_mistakes_for_each_sign_that_is_counted() {
        const SIGNS: [&str; 22] = [
            "=", ".", ",", "[", "]", "{", "}", "\"", "'", "\"\"\"", "'''", "#", "\n", "\r", " ", "a", "1", "-", "_", "\\",
            "\u{1}", "é",
        ];
        const TIMES: usize = 20;
        for first in SIGNS {
            for second in SIGNS {
                for third in SIGNS {
                    for start in ["", "x = ", "[[a]]\nx = [", "x = \""] {
                        let text = start.to_owned() + &[first, second, third].concat().repeat(TIMES);
                        let mistakes = DeTable::parse_recoverable(&text).1.len();
                        assert!(mistakes <= 4 * scan(&text).signs + 10, "{mistakes} in {text:?}");
                    }
                }
            }
        }
    }
}
