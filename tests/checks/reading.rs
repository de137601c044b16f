//! What is written in any format, read by what its format asks.

use serde_json::Value;
use toml::Table;

use super::markdown::Tree;
use super::page::Page;
use super::{Checked, annotations, cells, lines, markdown, sarif, suites};

/// How an output is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For people, in so many columns where that is asked for.
    Text(Option<usize>),
    Json,
    /// JSON, a line each.
    Lines,
    Markdown,
    Page,
    Github,
    Azure,
    Sarif,
    Junit,
    Cells,
    /// A file in TOML.
    Toml,
}

impl Kind {
    /// That of a format; tables are of so many columns.
    pub fn of(format: &str, width: usize) -> Self {
        match format {
            "table" => Self::Text(Some(width)),
            "json" => Self::Json,
            "ndjson" => Self::Lines,
            "markdown" => Self::Markdown,
            "html" => Self::Page,
            "github" => Self::Github,
            "azure" => Self::Azure,
            "sarif" => Self::Sarif,
            "junit" => Self::Junit,
            "csv" => Self::Cells,
            other => panic!("how is {other} read?"),
        }
    }
}

/// What was read.
pub enum Read {
    Text,
    Json(Vec<Value>),
    Markdown(Tree),
    Page(Page),
    /// Shapes of commands or elements.
    Shapes(Vec<String>),
    Cells(Vec<Vec<String>>),
    Toml(Table),
}

/// Reads an output; nothing in it hides, is a command, or is against the rules of its format.
pub fn read(kind: Kind, text: &str) -> Checked<Read> {
    lines::nothing_raw(text)?;
    let own: &[&str] = match kind {
        Kind::Github => &annotations::GITHUB,
        Kind::Azure => &annotations::AZURE,
        _ => &[],
    };
    lines::no_command(text, own)?;
    Ok(match kind {
        Kind::Text(columns) => {
            columns.map_or(Ok(()), |columns| lines::fits(text, columns))?;
            Read::Text
        }
        Kind::Json => Read::Json(vec![json(text)?]),
        Kind::Lines => Read::Json(text.lines().map(json).collect::<Checked<_>>()?),
        Kind::Markdown => {
            markdown::even_tables(text)?;
            let tree = markdown::tree(text);
            markdown::nothing_foreign(&tree)?;
            Read::Markdown(tree)
        }
        Kind::Page => {
            let page = Page::new(text);
            page.harmless()?;
            page.drawings_are_whole()?;
            Read::Page(page)
        }
        Kind::Github => Read::Shapes(annotations::shapes_of_github(text)?),
        Kind::Azure => Read::Shapes(annotations::shapes_of_azure(text)?),
        Kind::Sarif => {
            let log = sarif::valid(text)?;
            sarif::relative(&log)?;
            sarif::no_link(&log)?;
            Read::Json(vec![log])
        }
        Kind::Junit => Read::Shapes(suites::elements(text)?),
        Kind::Cells => {
            let rows = cells::rows(text)?;
            cells::no_formula(&rows)?;
            Read::Cells(rows)
        }
        Kind::Toml => Read::Toml(text.parse().map_err(|error: toml::de::Error| error.to_string())?),
    })
}

fn json(text: &str) -> Checked<Value> {
    serde_json::from_str(text).map_err(|error| format!("{error}: {text}"))
}
