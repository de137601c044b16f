//! Import of RSS, Atom, JSON Feed, and YouTube's list of videos. Descriptions, categories and authors are not imported: they are
//! HTML, free words, and perhaps other people.

pub(crate) mod post;
pub(crate) mod rss;
pub(crate) mod atom;
pub(crate) mod json_feed;

use roxmltree::{Document, Node};

use crate::import::model::{Imported, Item, Request, Unreadable, few_enough};
use crate::import::xml;
use crate::text::{counted, named};
use post::Post;

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    if begins_json(bytes) {
        return json_feed::read(bytes, request);
    }
    let text = xml::text(bytes, request.encoding)?;
    let document = xml::document(&text)?;
    let (nodes, post) = format(&document)?;
    few_enough(nodes.len())?;
    let mut lines = xml::Lines::new(&text);
    let mut imported = Imported::default();
    let mut updates = 0;
    for (at, node) in nodes.into_iter().enumerate() {
        let post = post(node);
        let found = post.entry(request);
        updates += usize::from(post.is_update && found.is_ok());
        imported.items.push(Item { place: format!("item {} (line {})", at + 1, lines.of(node)), found });
    }
    if updates > 0 {
        let entries = counted(updates as f64, "item does", "items do");
        imported.note = Some(format!("{entries} not tell when it was published: the day of the last update is taken."));
    }
    Ok(imported)
}

/// Whether the first letter is a brace, in any encoding.
fn begins_json(bytes: &[u8]) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii() && !byte.is_ascii_whitespace() && *byte != 0;
    bytes.iter().find(|byte| is_letter(byte)) == Some(&b'{')
}

type Reader = fn(Node<'_, '_>) -> Post;

/// The items of a feed and their reader, by its outermost element.
fn format<'d, 'i>(document: &'d Document<'i>) -> Result<(Vec<Node<'d, 'i>>, Reader), Unreadable> {
    let root = document.root_element();
    let named_in = |node: Node<'d, 'i>, name: &'static str| node.children().filter(move |child| child.tag_name().name() == name);
    match root.tag_name().name() {
        "rss" => Ok((named_in(root, "channel").flat_map(|channel| named_in(channel, "item")).collect(), rss::post)),
        "RDF" => Ok((named_in(root, "item").collect(), rss::post)),
        "feed" => Ok((named_in(root, "entry").collect(), atom::post)),
        "html" => Err(xml::page()),
        other => {
            let message = format!("it is no feed: its outermost element is {}", named(other));
            Err(Unreadable::new(message, "RSS, Atom and JSON Feed are read"))
        }
    }
}
