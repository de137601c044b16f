//! A whole document to the tables of a profile, whatever TOML allows and whatever mistakes it has.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document::{Damage, Document, UNREADABLE};
use crate::profile::tables::{Kind, Number, Pair, Stated, Table, Value};
use crate::source::Span;

/// The tables of a document in the order of the file. It has so many bytes, and so many stand before it in the file.
pub fn tables<'s>(document: Document<'s>, length: usize, offset: u32) -> Vec<Table<'s>> {
    let headers = headers(&document.root);
    let reader = Reader { damage: &document.damage, headers, length, offset };
    let mut tables: Vec<Table<'s>> = Vec::with_capacity(reader.headers.len());
    for (key, value) in document.root {
        if key.get_ref() == UNREADABLE && !reader.damage.is_none() {
            continue;
        }
        let name = Stated { span: Span::from(key.span()).moved(offset), value: key.into_inner() };
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(items) if items.is_empty() => {
                tables.push(reader.table(name, Kind::EmptyList, span, DeValue::Array(items)))
            }
            DeValue::Array(items) => tables.extend(items.into_iter().map(|item| {
                let span = item.span();
                let kind = if item.get_ref().is_table() { Kind::Item } else { Kind::NoTable };
                reader.table(name.clone(), kind, span, item.into_inner())
            })),
            value if value.is_table() => tables.push(reader.table(name, Kind::Single, span, value)),
            value => tables.push(reader.table(name, Kind::Value, span, value)),
        }
    }
    tables.sort_by_key(|table| table.header);
    tables
}

/// Offsets at which a table of the top level or an item of a list of tables begins, in order.
fn headers(root: &DeTable<'_>) -> Vec<usize> {
    let mut headers: Vec<usize> = Vec::new();
    for value in root.values() {
        match value.get_ref() {
            DeValue::Array(items) => headers.extend(items.iter().map(|item| item.span().start)),
            _ => headers.push(value.span().start),
        }
    }
    headers.sort_unstable();
    headers
}

struct Reader<'d> {
    damage: &'d Damage,
    headers: Vec<usize>,
    length: usize,
    offset: u32,
}

impl Reader<'_> {
    fn table<'s>(&self, name: Stated<Cow<'s, str>>, kind: Kind, span: Range<usize>, value: DeValue<'s>) -> Table<'s> {
        let is_damaged = !self.damage.is_none() && self.damage.is_within(self.extent(span.start));
        let pairs = match value {
            DeValue::Table(table) => self.pairs(table),
            _ => Vec::new(),
        };
        Table { name, kind, header: self.place(span), is_damaged, pairs }
    }

    /// From a header to the next one.
    fn extent(&self, start: usize) -> Range<usize> {
        let next = self.headers.partition_point(|other| *other <= start);
        start..self.headers.get(next).map_or(self.length, |next| next.saturating_sub(1))
    }

    fn place(&self, span: Range<usize>) -> Span {
        Span::from(span).moved(self.offset)
    }

    fn pairs<'s>(&self, table: DeTable<'s>) -> Vec<Pair<'s>> {
        let pair = |(key, value): (Spanned<Cow<'s, str>>, _)| Pair {
            key: Stated { span: self.place(key.span()), value: key.into_inner() },
            value: self.value(value),
        };
        table.into_iter().map(pair).collect()
    }

    fn value<'s>(&self, value: Spanned<DeValue<'s>>) -> Stated<Value<'s>> {
        let span = self.place(value.span());
        let value = match value.into_inner() {
            DeValue::String(text) => Value::Text(text),
            DeValue::Integer(whole) => Value::Number(Number::whole(whole.as_str(), whole.radix())),
            DeValue::Float(decimal) => Value::Number(Number::decimal(decimal.as_str())),
            DeValue::Boolean(it) => Value::Boolean(it),
            DeValue::Datetime(it) => Value::Datetime(it),
            DeValue::Array(items) => Value::List(items.into_iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => Value::Table(self.pairs(table)),
        };
        Stated { value, span }
    }
}
