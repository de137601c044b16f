//! Bytes to XML as a tree: its encoding, its limits, and what is said of what is none.

use std::borrow::Cow;

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::import::decoding;
use crate::import::model::Unreadable;
use crate::import::xml_limits::excess;
use crate::messages;
use crate::source::Place;
use crate::text::short;

/// Elements, pieces of text and comments of a document: forty for each of the most items that a source may hold.
const MOST_NODES: u32 = 4_000_000;
const MESSAGE_COLUMNS: usize = 200;

/// The text of XML: in the encoding of its byte order mark, else the one that is asked for, else the one that it declares, else UTF-8.
/// Blanks and lines before the declaration are a common mistake of weblogs, and are kept: places count them.
pub(crate) fn text<'b>(bytes: &'b [u8], encoding: Option<&str>) -> Result<Cow<'b, str>, Unreadable> {
    decoding::filled_text(bytes, encoding.or(declared_encoding(bytes)))
}

/// The encoding that XML declares, where that is another than UTF-8. A declaration that can be read byte by byte is not in UTF-16, even if
/// it says so: programs that write it into a text first do.
fn declared_encoding(bytes: &[u8]) -> Option<&str> {
    /// Bytes in which a declaration ends.
    const LONGEST_DECLARATION: usize = 200;
    let bytes = bytes.trim_ascii_start();
    let begin = &bytes[..bytes.len().min(LONGEST_DECLARATION)];
    let end = begin.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&begin[..end]).ok()?.strip_prefix("<?xml")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let name = value.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    let is_wide = name.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("utf-") && !name.ends_with('8'));
    (!is_wide && !name.eq_ignore_ascii_case("utf-8")).then_some(name)
}

/// The tree of a text. Entities are those of XML itself, and nothing is ever loaded.
pub(crate) fn document(text: &str) -> Result<Document<'_>, Unreadable> {
    let xml = text.trim_start();
    if !xml.starts_with('<') {
        return Err(Unreadable::new("it is neither XML nor JSON", "RSS, Atom and JSON Feed are read"));
    }
    let before = text.len() - xml.len();
    if let Some((at, message)) = excess(xml) {
        return Err(Unreadable::at(Place::of(before + at, text), message, "is it a feed?"));
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(xml, options).map_err(|error| unreadable(&error, text, before))
}

fn unreadable(error: &Error, text: &str, before: usize) -> Unreadable {
    if is_page(text) {
        return page();
    }
    match error {
        Error::DtdDetected => {
            let at = text.find("<!DOCTYPE").unwrap_or(before);
            let message = "it has a document type (<!DOCTYPE>), which could define anything";
            Unreadable::at(Place::of(at, text), message, "take that part out")
        }
        Error::NodesLimitReached => {
            Unreadable::new(format!("it has more than {MOST_NODES} elements and pieces of text"), "split it")
        }
        Error::NoRootNode => {
            Unreadable::at(Place::of(before, text), "not XML: it has no element", "RSS, Atom and JSON Feed are read")
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => {
            Unreadable::at(Place::of(text.len(), text), "the XML ends before it is complete", "did the download stop?")
        }
        _ => {
            let at = error.pos();
            let message = messages::of_xml(error);
            Unreadable::at(moved(at, Place::of(before, text)), format!("not valid XML: {}", short(&message, MESSAGE_COLUMNS)), "")
        }
    }
}

/// A place of a text that begins at another one.
fn moved(at: roxmltree::TextPos, begin: Place) -> Place {
    let (row, column) = (at.row as usize, at.col as usize);
    Place { line: begin.line + row - 1, column: if row == 1 { begin.column + column - 1 } else { column } }
}

pub(crate) fn is_page(text: &str) -> bool {
    const BEGIN: usize = 500;
    let begin: String = text.chars().take(BEGIN).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html"].iter().any(|sign| begin.contains(sign))
}

pub(crate) fn page() -> Unreadable {
    Unreadable::new(
        "it is a web page, not a feed",
        "the source of the page names its feed, beside application/rss+xml or application/atom+xml",
    )
}

/// All text in an element, that of elements in it as well.
pub(crate) fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// Elements directly in another one, by their name and namespace.
pub(crate) fn children<'t, 'i>(
    node: Node<'t, 'i>,
    namespace: Option<&'t str>,
    name: &'t str,
) -> impl Iterator<Item = Node<'t, 'i>> {
    let is_meant = move |child: &Node<'_, '_>| child.tag_name().name() == name && child.tag_name().namespace() == namespace;
    node.children().filter(is_meant)
}

/// The same in the namespace of the element itself: the `title` of a feed's item, and not that of a directory of podcasts in it.
pub(crate) fn parts<'t, 'i>(node: Node<'t, 'i>, name: &'t str) -> impl Iterator<Item = Node<'t, 'i>> {
    children(node, node.tag_name().namespace(), name)
}

/// Lines of nodes that are asked for in the order of the text: each part of it is counted once.
pub(crate) struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let xml = text.trim_start();
        Self { text: xml, at: 0, line: Place::of(text.len() - xml.len(), text).line }
    }

    pub(crate) fn of(&mut self, node: Node<'_, '_>) -> usize {
        let until = node.range().start;
        self.line += self.text.get(self.at..until).map_or(0, |passed| passed.matches('\n').count());
        self.at = until;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        document(text).unwrap_err().to_string()
    }

    #[test]
    fn the_encoding_is_the_declared_one_unless_another_is_told() {
        let read = |bytes: &[u8], encoding| text(bytes, encoding).map(Cow::into_owned);
        let declared = |name: &str| [b"\n<?xml version='1.0' encoding='", name.as_bytes(), b"' ?><a>\xe9</a>"].concat();
        assert!(read(&declared("ISO-8859-1"), None).unwrap().ends_with("<a>\u{e9}</a>"));
        assert!(read(&declared("iso-8859-2"), Some("windows-1251")).unwrap().ends_with("<a>\u{439}</a>"));
        assert!(read(&declared("UTF-8"), None).unwrap_err().to_string().contains("not UTF-8 text (name its encoding"));
        assert!(read(&declared("klingon"), None).unwrap_err().to_string().contains("unknown encoding `klingon`"));
        assert!(
            read("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>\u{e9}</a>".as_bytes(), None).unwrap().ends_with("<a>\u{e9}</a>")
        );
        assert_eq!(read(b"\xff\xfe<\0a\0/\0>\0", None).unwrap(), "<a/>");
        assert!(read(b" \n", None).unwrap_err().to_string().starts_with("it is empty"));
    }

    #[test]
    fn what_is_wrong_has_its_place_in_the_text_as_it_was_read() {
        assert_eq!(refusal("\n\n  <a>\n </b></a>"), "4:2: not valid XML: expected 'a' tag, not 'b'");
        assert_eq!(refusal("\n  <a></b>"), "2:6: not valid XML: expected 'a' tag, not 'b'");
        assert_eq!(refusal("<a>\n&nbsp;</a>"), "2:1: not valid XML: unknown entity reference 'nbsp'");
        assert_eq!(refusal("<a>\n<b>"), "2:4: the XML ends before it is complete (did the download stop?)");
        assert_eq!(refusal("\n<!-- a -->"), "2:1: not XML: it has no element (RSS, Atom and JSON Feed are read)");
        assert!(refusal("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").contains("document type"));
        assert!(refusal("<!doctype HTML><a>").contains("web page"));
        assert!(refusal("404: Not Found").contains("neither XML nor JSON"));
    }

    #[test]
    fn lines_are_those_of_the_text_as_it_was_read() {
        let text = "\n\n<a>\n<b/>\n\n<b\n/><b/></a>";
        let document = document(text).unwrap();
        let mut lines = Lines::new(text);
        let found: Vec<usize> = parts(document.root_element(), "b").map(|node| lines.of(node)).collect();
        assert_eq!(found, [4, 6, 7]);
    }
}
