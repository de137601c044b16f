//! The tables of a text that is written as nearly all profiles are: headers of one name, keys of one name, and in the values no table or
//! list within another. Such a text needs no tree; that takes half the time. What is written in another way is left to the library.

use std::borrow::Cow;

use toml::value::Datetime;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span as Place};

use crate::profile::tables::{Kind, Number, Pair, Stated, Table, Value};
use crate::source::Span;

/// Keys that a table is looked through for one that is there already; a table of more is left to one with hashes.
const MOST_KEYS: usize = 40;
/// Names of tables, likewise.
const MOST_NAMES: usize = 8;

/// The tables of a part of a file that begins at an offset; `None` where it has mistakes, or is written in another way.
pub fn tables(text: &str, offset: u32) -> Option<Vec<Table<'_>>> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut plain =
        Plain { source, offset, tables: Vec::new(), names: Vec::new(), header: None, key: None, open: None, is_plain: true };
    let mut mistakes = Mistakes(false);
    parse_document(&tokens, &mut plain, &mut mistakes);
    (plain.is_plain && !mistakes.0).then_some(plain.tables)
}

/// Whether there was a mistake.
struct Mistakes(bool);

impl ErrorSink for Mistakes {
    fn report_error(&mut self, _: ParseError) {
        self.0 = true;
    }
}

struct Plain<'s> {
    source: Source<'s>,
    offset: u32,
    tables: Vec<Table<'s>>,
    /// The names of tables that there were, and whether they are lists.
    names: Vec<(Cow<'s, str>, Kind)>,
    /// A header whose end is still to come: where it begins, and its name.
    header: Option<(usize, Option<Stated<Cow<'s, str>>>)>,
    /// A key of a table whose value is still to come.
    key: Option<Stated<Cow<'s, str>>>,
    /// A value whose end is still to come.
    open: Option<Open<'s>>,
    is_plain: bool,
}

/// A list or an inline table whose end is still to come.
enum Open<'s> {
    List(usize, Vec<Stated<Value<'s>>>),
    Table(usize, Vec<Pair<'s>>, Option<Stated<Cow<'s, str>>>),
}

impl<'s> Plain<'s> {
    fn place(&self, place: Place) -> Span {
        Span::from(place.start()..place.end()).moved(self.offset)
    }

    fn raw(&mut self, place: Place, encoding: Option<Encoding>) -> Raw<'s> {
        let text = self.source.input().get(place.start()..place.end());
        self.is_plain &= text.is_some();
        Raw::new_unchecked(text.unwrap_or_default(), encoding, place)
    }

    fn close_header(&mut self, kind: Kind, end: usize) {
        let Some((start, Some(name))) = self.header.take() else {
            self.is_plain = false;
            return;
        };
        match self.names.iter().find(|(known, _)| *known == name.value) {
            Some((_, known)) => self.is_plain &= *known == Kind::Item && kind == Kind::Item,
            None => self.names.push((name.value.clone(), kind)),
        }
        self.is_plain &= self.names.len() <= MOST_NAMES;
        let header = Span::from(start..end).moved(self.offset);
        self.tables.push(Table { name, kind, header, is_damaged: false, pairs: Vec::with_capacity(8) });
    }

    /// A value that has ended: it belongs to the list or table that is open, else to the table under the last header.
    fn add(&mut self, value: Stated<Value<'s>>) {
        let (pairs, key) = match &mut self.open {
            Some(Open::List(_, items)) => return items.push(value),
            Some(Open::Table(_, pairs, key)) => (pairs, key.take()),
            None => match self.tables.last_mut() {
                Some(table) => (&mut table.pairs, self.key.take()),
                None => return self.is_plain = false,
            },
        };
        match key {
            Some(key) if pairs.len() < MOST_KEYS && pairs.iter().all(|pair| pair.key.value != key.value) => {
                pairs.push(Pair { key, value });
            }
            _ => self.is_plain = false,
        }
    }

    /// Whether a list or inline table may be looked into.
    fn opens(&mut self, open: Open<'s>) -> bool {
        self.is_plain &= self.open.is_none();
        if self.is_plain {
            self.open = Some(open);
        }
        self.is_plain
    }
}

impl EventReceiver for Plain<'_> {
    fn std_table_open(&mut self, place: Place, _: &mut dyn ErrorSink) {
        self.header = Some((place.start(), None));
    }

    fn std_table_close(&mut self, place: Place, _: &mut dyn ErrorSink) {
        self.close_header(Kind::Single, place.end());
    }

    fn array_table_open(&mut self, place: Place, _: &mut dyn ErrorSink) {
        self.header = Some((place.start(), None));
    }

    fn array_table_close(&mut self, place: Place, _: &mut dyn ErrorSink) {
        self.close_header(Kind::Item, place.end());
    }

    fn inline_table_open(&mut self, place: Place, _: &mut dyn ErrorSink) -> bool {
        self.opens(Open::Table(place.start(), Vec::new(), None))
    }

    fn inline_table_close(&mut self, place: Place, _: &mut dyn ErrorSink) {
        match self.open.take() {
            Some(Open::Table(start, pairs, None)) => {
                let span = Span::from(start..place.end()).moved(self.offset);
                self.add(Stated { value: Value::Table(pairs), span });
            }
            _ => self.is_plain = false,
        }
    }

    fn array_open(&mut self, place: Place, _: &mut dyn ErrorSink) -> bool {
        self.opens(Open::List(place.start(), Vec::new()))
    }

    fn array_close(&mut self, place: Place, _: &mut dyn ErrorSink) {
        match self.open.take() {
            Some(Open::List(start, items)) => {
                let span = Span::from(start..place.end()).moved(self.offset);
                self.add(Stated { value: Value::List(items), span });
            }
            _ => self.is_plain = false,
        }
    }

    fn simple_key(&mut self, place: Place, encoding: Option<Encoding>, mistakes: &mut dyn ErrorSink) {
        let mut name = Cow::Borrowed("");
        self.raw(place, encoding).decode_key(&mut name, mistakes);
        let key = Some(Stated { value: name, span: self.place(place) });
        match (&mut self.header, &mut self.open) {
            (Some((_, name)), _) => *name = key,
            (None, Some(Open::Table(_, _, inner))) => *inner = key,
            (None, Some(Open::List(..))) => self.is_plain = false,
            (None, None) => self.key = key,
        }
    }

    fn comment(&mut self, place: Place, mistakes: &mut dyn ErrorSink) {
        self.raw(place, None).decode_comment(mistakes);
    }

    fn newline(&mut self, place: Place, mistakes: &mut dyn ErrorSink) {
        self.raw(place, None).decode_newline(mistakes);
    }

    fn key_sep(&mut self, _: Place, _: &mut dyn ErrorSink) {
        self.is_plain = false;
    }

    fn scalar(&mut self, place: Place, encoding: Option<Encoding>, mistakes: &mut dyn ErrorSink) {
        if !self.is_plain {
            return;
        }
        let mut written = Cow::Borrowed("");
        let kind = self.raw(place, encoding).decode_scalar(&mut written, mistakes);
        let value = match kind {
            ScalarKind::String => Value::Text(written),
            ScalarKind::Boolean(it) => Value::Boolean(it),
            ScalarKind::Float => Value::Number(Number::decimal(&written)),
            ScalarKind::Integer(radix) => Value::Number(Number::whole(&written, radix.value())),
            ScalarKind::DateTime => match written.parse::<Datetime>() {
                Ok(it) => Value::Datetime(it),
                Err(_) => return self.is_plain = false,
            },
        };
        self.add(Stated { value, span: self.place(place) });
    }
}
