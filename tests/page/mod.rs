//! A page as a list of its elements, in the order of the text.

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A page.
pub struct Page {
    /// Its text.
    pub source: String,
    /// What a parser that follows the rules has to mend.
    pub errors: Vec<String>,
    /// Its elements.
    pub elements: Vec<Element>,
}

/// An element of a page.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// All text in it.
    pub text: String,
    /// How many elements after it lie in it.
    inside: usize,
    place: usize,
}

impl Element {
    /// The value of an attribute; empty where it has none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

impl Page {
    pub fn new(source: &str) -> Self {
        let tokenizer = TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() };
        let dom = parse_document(RcDom::default(), ParseOpts { tokenizer, ..ParseOpts::default() }).one(source);
        let mut elements = Vec::new();
        collect(&dom.document, &mut elements);
        let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Self { source: source.to_owned(), errors, elements }
    }

    /// The elements of a name.
    pub fn all<'p>(&'p self, name: &'static str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The elements of a name that lie in another one.
    pub fn within<'p>(&'p self, outer: &Element, name: &'static str) -> impl Iterator<Item = &'p Element> + use<'p> {
        let inside = &self.elements[outer.place + 1..=outer.place + outer.inside];
        inside.iter().filter(move |element| element.name == name)
    }

    /// The one element of a name that is no part of a drawing.
    pub fn only(&self, name: &'static str) -> &Element {
        let mut found = self.all(name);
        let first = found.next().unwrap_or_else(|| panic!("no {name}"));
        assert!(name == "title" || found.next().is_none(), "several {name}");
        first
    }

    /// Levels and words of the headings.
    pub fn headings(&self) -> Vec<(u32, &str)> {
        let level = |element: &Element| element.name.strip_prefix('h').and_then(|level| level.parse().ok());
        self.elements.iter().filter_map(|element| Some((level(element)?, element.text.as_str()))).collect()
    }

    /// The text of each drawing.
    pub fn drawings(&self) -> Vec<&str> {
        let begins: Vec<usize> = self.source.match_indices("<svg").map(|(at, _)| at).collect();
        assert_eq!(begins.len(), self.all("svg").count());
        begins.into_iter().map(|at| &self.source[at..at + self.source[at..].find("</svg>").unwrap() + "</svg>".len()]).collect()
    }
}

/// Adds the elements of a node, and gives its text.
fn collect(node: &Handle, elements: &mut Vec<Element>) -> String {
    let place = elements.len();
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow().iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
        elements.push(Element { name: name.local.to_string(), attributes, text: String::new(), inside: 0, place });
    }
    let text: String = node.children.borrow().iter().map(|child| collect(child, elements)).collect();
    let inside = elements.len().saturating_sub(place + 1);
    if let (NodeData::Element { .. }, Some(element)) = (&node.data, elements.get_mut(place)) {
        element.text.clone_from(&text);
        element.inside = inside;
    }
    text
}
