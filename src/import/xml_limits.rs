//! What XML may hold, looked at before a tree is made of it: a tree takes memory for each sign of markup at once, and some work for each
//! pair of attributes and of namespaces.

/// Signs that may be markup, `<` or `=`: no source of this size that means well has as many.
const MOST_SIGNS: usize = 8_000_000;
/// Elements inside one another. Those of a feed are a dozen deep, and of the pages that it quotes a few dozen.
const DEEPEST: usize = 1_000;
/// Attributes of one element.
const MOST_ATTRIBUTES: usize = 50;
/// Declarations of namespaces that hold at one place.
const MOST_NAMESPACES: usize = 40;

/// What is too much in a text, with its byte offset. The parser reports whatever is not XML.
pub(crate) fn excess(text: &str) -> Option<(usize, String)> {
    for sign in [b'<', b'='] {
        if let Some((at, _)) = text.bytes().enumerate().filter(|(_, byte)| *byte == sign).nth(MOST_SIGNS) {
            return Some((at, format!("it has more than {MOST_SIGNS} `{}`", char::from(sign))));
        }
    }
    // The namespaces that hold in each open element, the innermost last.
    let mut open: Vec<usize> = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('<').map(|at| from + at) {
        let (markup, length) = markup(&text[at..])?;
        from = at + length;
        match markup {
            Markup::Other => {}
            Markup::End => drop(open.pop()),
            Markup::Start(tag) => {
                let namespaces = open.last().unwrap_or(&0) + tag.namespaces;
                if let Some(message) = excess_at(&tag, open.len() + 1, namespaces) {
                    return Some((at, message));
                }
                if !tag.is_whole {
                    open.push(namespaces);
                }
            }
        }
    }
    None
}

fn excess_at(tag: &Tag, depth: usize, namespaces: usize) -> Option<String> {
    if depth > DEEPEST {
        Some(format!("elements are nested deeper than {DEEPEST}"))
    } else if tag.attributes > MOST_ATTRIBUTES {
        Some(format!("an element has more than {MOST_ATTRIBUTES} attributes"))
    } else if namespaces > MOST_NAMESPACES {
        Some(format!("more than {MOST_NAMESPACES} namespaces hold at once"))
    } else {
        None
    }
}

/// What begins with `<`.
enum Markup {
    Start(Tag),
    End,
    Other,
}

#[derive(Default)]
struct Tag {
    attributes: usize,
    namespaces: usize,
    /// Whether it is the whole element, as `<br/>`.
    is_whole: bool,
}

/// The markup that a text begins with, and its length in bytes; `None` where it has no end.
fn markup(text: &str) -> Option<(Markup, usize)> {
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if let Some(inside) = text.strip_prefix(begin) {
            return Some((Markup::Other, begin.len() + inside.find(end)? + end.len()));
        }
    }
    if text.starts_with("</") {
        return Some((Markup::End, text.find('>')? + 1));
    }
    let mut tag = Tag::default();
    let mut from = 1;
    loop {
        let at = from + text[from..].find(['"', '\'', '>'])?;
        let quote = char::from(text.as_bytes()[at]);
        if quote == '>' {
            tag.is_whole = text[..at].ends_with('/');
            return Some((Markup::Start(tag), at + 1));
        }
        tag.attributes += 1;
        tag.namespaces += usize::from(text[from..at].contains("xmlns"));
        from = at + 1 + text[at + 1..].find(quote)? + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> Option<String> {
        excess(text).map(|(_, message)| message)
    }

    #[test]
    fn depth_counts_open_elements_only() {
        let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert_eq!(message(&deep(DEEPEST)), None);
        assert_eq!(excess(&deep(DEEPEST + 1)).map(|(at, _)| at), Some(3 * DEEPEST));
        let flat =
            format!("<a>{}{}</a>", "<b x='>'></b><c/>".repeat(5_000), "<![CDATA[<d><d>]]><!-- <d> --><?d <d> ?>".repeat(5_000));
        assert_eq!(message(&flat), None);
    }

    #[test]
    fn attributes_and_namespaces_are_counted() {
        let attributes = |number: usize| format!("<a {}/>", "b=\"=>\" ".repeat(number));
        assert_eq!(message(&attributes(MOST_ATTRIBUTES)), None);
        assert!(message(&attributes(MOST_ATTRIBUTES + 1)).unwrap().contains("attributes"));
        let nested = |number: usize| "<a xmlns:b='c'>".repeat(number);
        assert_eq!(message(&nested(MOST_NAMESPACES)), None);
        assert!(message(&nested(MOST_NAMESPACES + 1)).unwrap().contains("namespaces"));
        assert_eq!(message(&"<a xmlns='b'></a>".repeat(1_000)), None);
    }

    #[test]
    fn signs_are_counted_wherever_they_stand() {
        assert_eq!(message(&"=".repeat(MOST_SIGNS)), None);
        assert!(message(&"=".repeat(MOST_SIGNS + 1)).unwrap().contains("`=`"));
    }

    #[test]
    fn what_has_no_end_is_left_to_the_parser() {
        for text in ["<a", "<!-- ", "<![CDATA[ <a>", "<a b='", "</a", "<", "<a b='c' ", "<?x"] {
            assert_eq!(message(text), None, "{text}");
        }
    }
}
