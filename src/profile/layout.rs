//! Places of the entries of a profile in its text, so that edits change nothing else.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document;
use crate::source::{Problems, Source};

#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) form: Form,
    pub(crate) entries: Vec<EntryLayout>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As tables with a header `[[contribution]]` each; or there are none.
    Tables,
    /// As `contribution = [{...}, ...]`.
    List {
        /// Offset after the bracket that opens the list.
        start: usize,
    },
}

#[derive(Debug)]
pub(crate) struct EntryLayout {
    /// Offset of its header, or of the brace that opens it.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Places of its numbers by the ids of their metrics.
    pub(crate) numbers: Vec<(String, Range<usize>)>,
    pub(crate) place_of_numbers: PlaceOfNumbers,
}

/// Where the numbers of an entry without any go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceOfNumbers {
    /// On a new line below the line that holds this offset, as `impact`: the last value of the entry's own.
    BelowValue(usize),
    /// Behind this offset, as `impact`: the last value of an inline entry.
    BehindValue(usize),
    /// Behind this offset: the brace that opens an empty `impact`.
    InBraces(usize),
    /// On a new line below the line that holds this offset: the header of an empty `impact`.
    BelowHeader(usize),
}

/// Of a text without mistakes.
pub(crate) fn layout(source: &Source) -> Layout {
    let document = document::parse(source, &mut Problems::default());
    let Some(value) = document.root.get("contribution") else { return Layout { form: Form::Tables, entries: Vec::new() } };
    let is_header = source.text[value.span()].starts_with("[[");
    let form = if is_header { Form::Tables } else { Form::List { start: value.span().start + 1 } };
    let items = value.get_ref().as_array().into_iter().flatten();
    let tables = items.filter_map(|item| Some((item.span(), item.get_ref().as_table()?)));
    Layout { form, entries: tables.map(|(span, table)| entry(&source.text, form, span, table)).collect() }
}

fn entry(text: &str, form: Form, span: Range<usize>, table: &DeTable<'_>) -> EntryLayout {
    let impact = table.iter().find(|(key, _)| key.get_ref() == "impact").map(|(_, value)| value);
    let numbers = impact.and_then(|impact| impact.get_ref().as_table()).into_iter().flat_map(DeTable::iter);
    // A table with its own header may be anywhere, even after other tables.
    let has_header = |value: &Spanned<DeValue<'_>>| value.get_ref().is_table() && text[value.span()].starts_with('[');
    let own_values = table.iter().map(|(_, value)| value).filter(|value| !has_header(value));
    let own_end = own_values.map(end).max().unwrap_or(span.end);
    let place_of_numbers = match (impact, form) {
        (Some(impact), _) if has_header(impact) => PlaceOfNumbers::BelowHeader(impact.span().end),
        (Some(impact), _) => PlaceOfNumbers::InBraces(impact.span().start + 1),
        (None, Form::Tables) => PlaceOfNumbers::BelowValue(own_end),
        (None, Form::List { .. }) => PlaceOfNumbers::BehindValue(own_end),
    };
    EntryLayout {
        start: span.start,
        end: table.iter().map(|(_, value)| end(value)).max().unwrap_or(0).max(span.end),
        numbers: numbers.map(|(key, value)| (key.get_ref().to_string(), value.span())).collect(),
        place_of_numbers,
    }
}

/// Offset after a value and all that is in it: the span of a table with a header, or of dotted keys, is that of its first key.
fn end(value: &Spanned<DeValue<'_>>) -> usize {
    let inner = value.get_ref().as_table().into_iter().flat_map(DeTable::iter).map(|(_, value)| end(value)).max();
    inner.unwrap_or(0).max(value.span().end)
}
