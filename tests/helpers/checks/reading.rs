//! Reads an output by the rules of its format.

use serde_json::Value;
use toml::Table;

use super::markdown::Tree;
use super::page::Page;
use super::{Checked, annotations, cells, lines, markdown};

/// The format of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text for people, at most this number of columns wide.
    Text(Option<usize>),
    Json,
    Markdown,
    Page,
    Github,
    Azure,
    Csv,
    Toml,
}

impl Kind {
    /// The kind of a format by its name.
    pub fn of(format: &str, width: usize) -> Self {
        match format {
            "table" => Self::Text(Some(width)),
            "json" => Self::Json,
            "markdown" => Self::Markdown,
            "html" => Self::Page,
            "github" => Self::Github,
            "azure" => Self::Azure,
            "csv" => Self::Csv,
            other => panic!("no reader for {other}"),
        }
    }
}

/// The content of an output.
pub enum Read {
    Text,
    Json(Value),
    Markdown(Tree),
    Page(Page),
    /// The annotations without their texts.
    Annotations(Vec<String>),
    Csv(Vec<Vec<String>>),
    Toml(Table),
}

/// Reads an output. It is an error if a character hides in it, a line is a command, or it breaks a rule of its format.
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
        Kind::Json => Read::Json(serde_json::from_str(text).map_err(|error| format!("{error}: {text}"))?),
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
        Kind::Github => Read::Annotations(annotations::shapes_of_github(text)?),
        Kind::Azure => Read::Annotations(annotations::shapes_of_azure(text)?),
        Kind::Csv => {
            let rows = cells::rows(text)?;
            cells::no_formula(&rows)?;
            Read::Csv(rows)
        }
        Kind::Toml => Read::Toml(text.parse().map_err(|error: toml::de::Error| error.to_string())?),
    })
}
