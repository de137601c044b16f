//! An HTML report as a list of its elements in document order.

use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::{Checked, ensure};

pub struct Page {
    /// Its text.
    pub source: String,
    /// The mistakes that a parser of HTML5 repairs.
    pub errors: Vec<String>,
    pub elements: Vec<Element>,
}

#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// All text inside.
    pub text: String,
    /// The number of elements inside.
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

    pub fn all<'p>(&'p self, name: &'static str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The elements of this name inside another one.
    pub fn within<'p>(&'p self, outer: &Element, name: &'static str) -> impl Iterator<Item = &'p Element> + use<'p> {
        let inside = &self.elements[outer.place + 1..=outer.place + outer.inside];
        inside.iter().filter(move |element| element.name == name)
    }

    /// The only element of this name outside of charts.
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

    /// The elements with the names of their attributes. Ignores `code` and `span`, which only depend on backticks in a text.
    pub fn shape(&self) -> Vec<String> {
        let is_of_looks = |element: &Element| element.attributes.is_empty() && ["code", "span"].contains(&element.name.as_str());
        let told = |element: &Element| {
            let names: Vec<&str> = element.attributes.keys().map(String::as_str).collect();
            format!("{} {}", element.name, names.join(" "))
        };
        self.elements.iter().filter(|element| !is_of_looks(element)).map(told).collect()
    }

    /// The targets of all links.
    pub fn links(&self) -> Vec<&str> {
        self.elements.iter().filter_map(|element| element.attributes.get("href")).map(String::as_str).collect()
    }

    /// A browser has nothing to repair, load or run, and every link has a target.
    pub fn harmless(&self) -> Checked {
        ensure(self.errors.is_empty(), || format!("{:?}", self.errors))?;
        self.elements.iter().try_for_each(inert)?;
        self.linked()?;
        let is_policy = |meta: &&Element| meta.attribute("http-equiv") == "Content-Security-Policy";
        let policy = self.all("meta").find(is_policy).map_or("", |meta| meta.attribute("content"));
        ensure(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'"), || format!("policy: {policy}"))?;
        let is_own = |style: &Element| !["url(", "@import", "<"].iter().any(|loads| style.text.contains(loads));
        ensure(self.all("style").count() == 1 && self.all("style").all(is_own), || "another style".into())
    }

    /// Ids are unique, and links lead to one of them or to a harmless scheme.
    fn linked(&self) -> Checked {
        let mut ids = BTreeSet::new();
        for id in self.elements.iter().filter_map(|element| element.attributes.get("id")) {
            ensure(ids.insert(id.as_str()), || format!("id {id} twice"))?;
        }
        self.links().into_iter().try_for_each(|link| match link.strip_prefix('#') {
            Some(id) => ensure(ids.contains(id), || format!("nothing has the id of {link}")),
            None => {
                let is_known = ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme));
                ensure(is_known, || format!("a link to {link}"))
            }
        })
    }

    /// Each chart is well-formed XML.
    pub fn drawings_are_whole(&self) -> Checked {
        self.drawings().into_iter().try_for_each(|drawing| {
            roxmltree::Document::parse(drawing).map(drop).map_err(|error| format!("{error} in {drawing}"))
        })
    }

    /// The source of each chart.
    pub fn drawings(&self) -> Vec<&str> {
        let begins: Vec<usize> = self.source.match_indices("<svg").map(|(at, _)| at).collect();
        assert_eq!(begins.len(), self.all("svg").count());
        begins.into_iter().map(|at| &self.source[at..at + self.source[at..].find("</svg>").unwrap() + "</svg>".len()]).collect()
    }
}

/// An element that loads and runs nothing.
fn inert(element: &Element) -> Checked {
    const LOADING: [&str; 15] = [
        "script",
        "link",
        "img",
        "image",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "use",
        "a:href",
        "video",
        "audio",
        "input",
        "foreignObject",
    ];
    let name = element.name.as_str();
    ensure(!LOADING.contains(&name), || format!("an element {name}"))?;
    element.attributes.keys().try_for_each(|attribute| {
        let is_active =
            attribute.starts_with("on") || ["src", "srcset", "style", "srcdoc", "action"].contains(&attribute.as_str());
        ensure(!is_active, || format!("{name} {attribute}"))
    })
}

/// Two reports differ only in words: they have the same elements, and the same links except those below an address.
pub fn same(found: &Page, expected: &Page, below: &str) -> Checked {
    let shapes = [found.shape(), expected.shape()];
    let at = shapes[0].iter().zip(&shapes[1]).take_while(|(found, expected)| found == expected).count();
    let around = |shape: &[String]| shape[at.saturating_sub(3)..(at + 3).min(shape.len())].join(", ");
    ensure(shapes[0] == shapes[1], || format!("{} instead of {}", around(&shapes[0]), around(&shapes[1])))?;
    let known = expected.links();
    let other = found.links().into_iter().find(|link| !link.starts_with(below) && !known.contains(link));
    other.map_or(Ok(()), |link| Err(format!("a link to {link}")))
}

/// Adds the elements of a node, and returns its text.
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
