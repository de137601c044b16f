//! One table of a profile, key by key: each `take` gives a checked value or adds what is wrong with it. What nobody took is an
//! unknown key, so that the readers themselves are the list of keys.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::source::{Problems, Span};
use crate::text::{named, offer};

/// Characters that a text may have.
pub const MAX_TEXT: usize = 2_000;
/// Characters that a description or notes may have.
pub const MAX_LONG_TEXT: usize = 20_000;
/// Items that a list of an entry may have.
pub const MAX_ITEMS: usize = 100;
/// Keys of the largest table, an entry.
const MOST_KEYS: usize = 20;
/// Years that a date may have. Mistyped years are the usual mistake, and the program started in 1993.
pub const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A number as the file writes it, before its range is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number; beyond 128 bits it is cut to the largest.
    Whole(i128),
    /// A decimal, perhaps not finite.
    Decimal(f64),
}

/// A table that is being read.
pub struct Fields<'d, 's> {
    /// Keys and values that nobody took yet. A table has a handful: looking through them is faster than hashing.
    entries: Vec<(Spanned<Cow<'s, str>>, Spanned<DeValue<'s>>)>,
    /// Header of the table.
    pub span: Span,
    /// Whether a syntax mistake stands anywhere in it: then a missing key may just not have been readable.
    is_damaged: bool,
    problems: &'d mut Problems,
    /// Keys that a table of this kind may have.
    known: Vec<&'static str>,
    /// Keys that were there, right or wrong.
    stated: Vec<&'static str>,
}

impl<'d, 's> Fields<'d, 's> {
    /// Starts reading a table with this header.
    pub fn new(table: DeTable<'s>, span: Span, is_damaged: bool, problems: &'d mut Problems) -> Self {
        let entries: Vec<_> = table.into_iter().collect();
        Self {
            stated: Vec::with_capacity(entries.len()),
            known: Vec::with_capacity(MOST_KEYS),
            entries,
            span,
            is_damaged,
            problems,
        }
    }

    /// The problems found so far, to add to.
    pub fn problems(&mut self) -> &mut Problems {
        self.problems
    }

    /// The value of a key, where it is there.
    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'s>>> {
        self.known.push(key);
        let at = self.entries.iter().position(|(name, _)| name.get_ref() == key)?;
        self.stated.push(key);
        Some(self.entries.swap_remove(at).1)
    }

    fn wrong_kind(&mut self, key: &str, wanted: &str, value: &Spanned<DeValue<'s>>) {
        let message = format!("`{key}` takes {wanted}, not {}", kind(value.get_ref()));
        self.problems.error(value.span(), message, "");
    }

    /// A text of at most `longest` characters.
    pub fn text(&mut self, key: &'static str, longest: usize) -> Option<Stated<Cow<'s, str>>> {
        let value = self.take(key)?;
        self.text_of(key, value, longest)
    }

    fn text_of(&mut self, key: &str, value: Spanned<DeValue<'s>>, longest: usize) -> Option<Stated<Cow<'s, str>>> {
        let span = Span::from(value.span());
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_kind(key, "text in quotation marks", &value);
            return None;
        };
        // A text of few bytes has few characters: most are never counted.
        if text.len() > longest && text.chars().count() > longest {
            self.problems.error(span, format!("`{key}` is longer than {longest} characters"), "shorten it");
            return None;
        }
        match value.into_inner() {
            DeValue::String(text) => Some(Stated { value: text, span }),
            _ => None,
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Stated<Cow<'s, str>>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_kind(key, "a list of texts, as [\"...\"]", &value);
            return Vec::new();
        };
        if items.len() > MAX_ITEMS {
            self.problems.error(span, format!("`{key}` has more than {MAX_ITEMS} items"), "keep the ones that matter");
            return Vec::new();
        }
        let DeValue::Array(items) = value.into_inner() else { return Vec::new() };
        items.into_iter().filter_map(|item| self.text_of(key, item, MAX_TEXT)).collect()
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'static str) -> Option<Stated<bool>> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Boolean(it) => Some(Stated { value: *it, span: value.span().into() }),
            _ => {
                self.wrong_kind(key, "true or false", &value);
                None
            }
        }
    }

    /// One of a closed set of names, as what the name stands for.
    pub fn one_of<T: Copy>(&mut self, key: &'static str, names: &[(&'static str, T)]) -> Option<T> {
        self.place_in(key, names.iter().map(|(name, _)| *name)).map(|at| names[at].1)
    }

    /// One of a list of names.
    pub fn name_in(&mut self, key: &'static str, names: &[&'static str]) -> Option<&'static str> {
        self.place_in(key, names.iter().copied()).map(|at| names[at])
    }

    fn place_in(&mut self, key: &'static str, mut names: impl Iterator<Item = &'static str> + Clone) -> Option<usize> {
        let stated = self.text(key, MAX_TEXT)?;
        let valid = names.clone();
        let place = names.position(|name| name == stated.value);
        if place.is_none() {
            let help = offer(&stated.value, &valid.collect::<Vec<_>>());
            self.problems.error(stated.span, format!("unknown {key} {}", named(&stated.value)), help);
        }
        place
    }

    /// A whole number in a range.
    pub fn whole(&mut self, key: &'static str, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let value = self.take(key)?;
        let number = match number(value.get_ref()) {
            Some(Number::Whole(it)) => it,
            _ => {
                self.wrong_kind(key, "a whole number", &value);
                return None;
            }
        };
        match u32::try_from(number) {
            Ok(number) if range.contains(&number) => Some(number),
            _ => {
                let [least, most] = [*range.start(), *range.end()].map(|end| crate::text::number(f64::from(end)));
                let message = format!("`{key}` is from {least} to {most}");
                self.problems.error(value.span(), message, "");
                None
            }
        }
    }

    /// A date; of a date and time the written day counts.
    pub fn date(&mut self, key: &'static str) -> Option<Stated<NaiveDate>> {
        let value = self.take(key)?;
        let span = Span::from(value.span());
        let Some(written) = value.get_ref().as_datetime() else {
            let wanted = "a date, as 2026-05-01";
            match value.get_ref().as_str().filter(|text| looks_like_a_date(text)) {
                Some(text) => {
                    let message = format!("`{key}` is a quoted text, not a date");
                    self.problems.error(span, message, format!("write it without the quotation marks: {key} = {}", &text[..10]));
                }
                None => self.wrong_kind(key, wanted, &value),
            }
            return None;
        };
        let Some(day) = written.date else {
            self.problems.error(span, format!("`{key}` has a time, but no date"), format!("write the day: {key} = 2026-05-01"));
            return None;
        };
        let day = NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day));
        match day.filter(|day| YEARS.contains(&day.year())) {
            Some(value) => Some(Stated { value, span }),
            None => {
                self.problems.error(span, format!("the year of `{key}` is from {} to {}", YEARS.start(), YEARS.end()), "");
                None
            }
        }
    }

    /// The stated numbers of an `impact` table: name and value, each with its place.
    pub fn numbers(&mut self, key: &'static str) -> Vec<(Stated<Cow<'s, str>>, Stated<Number>)> {
        let Some(value) = self.take(key) else { return Vec::new() };
        if !value.get_ref().is_table() {
            self.wrong_kind(key, "numbers by name, as { views = 1200 }", &value);
            return Vec::new();
        }
        let DeValue::Table(table) = value.into_inner() else { return Vec::new() };
        if table.is_empty() {
            // As good as left out.
            self.stated.retain(|stated| *stated != key);
        }
        let mut numbers = Vec::with_capacity(table.len());
        for (name, value) in table {
            let span = Span::from(value.span());
            let name_span = Span::from(name.span());
            match number(value.get_ref()) {
                Some(number) => {
                    numbers.push((Stated { value: name.into_inner(), span: name_span }, Stated { value: number, span }));
                }
                None => {
                    let message = format!("{} takes a number, not {}", named(name.get_ref()), kind(value.get_ref()));
                    self.problems.error(span, message, "");
                }
            }
        }
        numbers
    }

    /// Tells that a required key is missing. One that is there and wrong has been told already.
    pub fn require(&mut self, key: &'static str, help: &str) {
        if !self.stated.contains(&key) && !self.is_damaged {
            self.problems.error(self.span, format!("`{key}` is missing"), help);
        }
    }

    /// Tells what is left as unknown.
    pub fn finish(self) {
        for (key, _) in &self.entries {
            let name = key.get_ref();
            self.problems.error(key.span(), format!("unknown key {}", named(name)), offer(name, &self.known));
        }
    }
}

fn number(value: &DeValue<'_>) -> Option<Number> {
    match value {
        DeValue::Integer(whole) => {
            let largest = if whole.as_str().starts_with('-') { i128::MIN } else { i128::MAX };
            Some(Number::Whole(i128::from_str_radix(whole.as_str(), whole.radix()).unwrap_or(largest)))
        }
        DeValue::Float(decimal) => Some(Number::Decimal(decimal.as_str().parse().unwrap_or(f64::NAN))),
        _ => None,
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn looks_like_a_date(text: &str) -> bool {
    let text = text.get(..10).unwrap_or("");
    text.len() == 10 && text.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}
