//! Text that stays text in Markdown, wherever it is shown: in a pull request, a build's summary, a mail.

use crate::link;
use crate::text::escape_control_chars;

/// Breaks what a forge would turn into a mention or a reference. It is written as an entity, so that nothing hides in the source.
const BREAK: &str = "&#8203;";

/// The text in which nothing is obeyed: no emphasis, link, HTML, table cell, mention or reference comes of it.
pub(crate) fn escaped(text: &str) -> String {
    let shown = escape_control_chars(text);
    let shown = shown.trim();
    let mut written = String::with_capacity(shown.len() + 16);
    for (at, character) in shown.char_indices() {
        let rest = &shown[at + character.len_utf8()..];
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            // As an entity, since a table splits its cells before anything else is read.
            '|' => written.push_str("&#124;"),
            '\\' => written.push_str("&#92;"),
            // Some dialects take braces after a heading for its attributes, and ignore a `\` there.
            '{' => written.push_str("&#123;"),
            '`' | '*' | '_' | '[' | ']' | '~' | '$' | '^' => written.extend(['\\', character]),
            '@' | '#' | '!' | '-' if is_reference(&shown[..at], character, rest) => {
                written.push(character);
                written.push_str(BREAK);
            }
            // A line that begins with `::` would be a command of a build service, and `: ` is a definition in some dialects.
            ':' if at == 0 => written.push_str("\\:"),
            '#' | '+' | '-' | '=' if at == 0 => written.extend(['\\', character]),
            '.' | ')' if is_number(&shown[..at]) && !rest.starts_with(|next: char| !next.is_whitespace()) => {
                written.extend(['\\', character])
            }
            ':' if rest.starts_with("//") => written.push_str("\\:"),
            '.' if ends_with_www(&shown[..at]) => written.push_str("\\."),
            _ => written.push(character),
        }
    }
    written
}

pub(crate) fn paragraph(text: &str) -> String {
    escaped(text) + "\n"
}

pub(crate) fn list(lines: &[String]) -> String {
    lines.iter().map(|line| format!("- {}\n", escaped(line))).collect()
}

pub(crate) fn row<const CELLS: usize>(cells: [&str; CELLS]) -> String {
    format!("| {} |\n", cells.map(escaped).join(" | "))
}

/// A link with a text; the text alone, where the address may not be linked.
pub(crate) fn link(text: &str, url: Option<&str>) -> String {
    let text = escaped(text);
    match url.and_then(link::address) {
        Some(address) => format!("[{text}](<{}>)", address.replace('&', "&amp;")),
        None => text,
    }
}

/// A text as code, to be copied as it is: nothing in it is read as Markdown. In a table it would be, at a `|`.
pub(crate) fn code(text: &str) -> String {
    let shown = escape_control_chars(text);
    let shown = shown.trim();
    if shown.is_empty() {
        return String::new();
    }
    let runs = shown.split(|character| character != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0) + 1);
    // A blank parts the fence from a backtick of the text, and is not shown.
    let blank = if shown.starts_with('`') || shown.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{shown}{blank}{fence}")
}

/// Whether a sign and what follows it would be a mention (`@name`) or a reference (`#1`, `!1`, `GH-1`).
fn is_reference(before: &str, sign: char, rest: &str) -> bool {
    let is_gh = before.len() >= 2 && before.get(before.len() - 2..).is_some_and(|word| word.eq_ignore_ascii_case("gh"));
    rest.starts_with(char::is_alphanumeric) && (sign != '-' || is_gh)
}

/// Whether it is a number only, which would begin a list with a dot.
fn is_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a dot after it would begin an address.
fn ends_with_www(before: &str) -> bool {
    before.len() >= 3 && before.get(before.len() - 3..).is_some_and(|word| word.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["C# in 2026: what's new (50 %)", "“Blazor” · a talk", "well-known", "1.5 hours", "a - b + c = d", "10 ) 20"]
        {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn signs_stay_signs() {
        assert_eq!(escaped("*a* _b_ `c` [d](e) ~f~ $g$"), "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\$g\\$");
        assert_eq!(escaped("a|b\\|c <b>&lt;"), "a&#124;b&#92;&#124;c &lt;b&gt;&amp;lt;");
        assert_eq!(escaped("a^2^ {#id}"), "a\\^2\\^ &#123;#&#8203;id}");
        assert_eq!(escaped(": a"), "\\: a");
        assert_eq!(escaped("# a"), "\\# a");
        assert_eq!(escaped("1. a"), "1\\. a");
        assert_eq!(escaped("30.6 activities"), "30.6 activities");
        assert_eq!(escaped("- a\n- b"), "\\- a - b");
    }

    #[test]
    fn mentions_references_and_bare_addresses_are_broken() {
        assert_eq!(escaped("@name #1 !2 GH-3 a@b.c"), "@&#8203;name #&#8203;1 !&#8203;2 GH-&#8203;3 a@&#8203;b.c");
        assert_eq!(escaped("https://example.org www.example.org"), "https\\://example.org www\\.example.org");
    }

    #[test]
    fn code_is_what_the_text_is() {
        assert_eq!(code(" a | *b* #1 @c "), "`a | *b* #1 @c`");
        assert_eq!(code("a ``b` c"), "```a ``b` c```");
        assert_eq!(code(" "), "");
        assert_eq!(code("`a` b"), "`` `a` b ``");
        assert_eq!(code("a\n##b"), "`a # #b`");
    }

    #[test]
    fn only_what_may_be_linked_is() {
        assert_eq!(link("a]b", Some("https://example.org/?a=1&b=(2)")), "[a\\]b](<https://example.org/?a=1&amp;b=%282%29>)");
        assert_eq!(link("a", Some("javascript:alert(1)")), "a");
        assert_eq!(link("a", None), "a");
    }
}
