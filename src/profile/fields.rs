//! One table of a profile, key by key: each `take` gives a checked value or adds what is wrong with it. What nobody took is an
//! unknown key, so that the readers themselves are the list of keys.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use toml::de::{DeTable, DeValue};

use crate::profile::number::Number;
use crate::source::{Problem, Problems, Severity, Span, Spanned};
use crate::text::{closest, named, offer};

/// Characters that a text may have.
pub(crate) const MAX_TEXT: usize = 2_000;
/// Characters that a description or notes may have.
pub(crate) const MAX_LONG_TEXT: usize = 20_000;
/// Items that a list of an entry may have.
pub(crate) const MAX_ITEMS: usize = 100;
/// Years that a date may have. Mistyped years are the usual mistake, and the program started in 1993.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

pub(crate) struct Fields<'d, 's> {
    /// What nobody took yet.
    table: DeTable<'s>,
    pub(crate) span: Span,
    /// Whether there is a syntax mistake in it: then a missing key may just have been unreadable.
    is_damaged: bool,
    problems: &'d mut Problems,
    /// Keys that a table of this kind may have.
    known: Vec<&'static str>,
    /// The known keys that it has.
    stated: Vec<&'static str>,
}

impl<'d, 's> Fields<'d, 's> {
    pub(crate) fn new(table: DeTable<'s>, span: Span, is_damaged: bool, problems: &'d mut Problems) -> Self {
        Self { table, span, is_damaged, problems, known: Vec::new(), stated: Vec::new() }
    }

    pub(crate) fn problems(&mut self) -> &mut Problems {
        self.problems
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'s>>> {
        self.known.push(key);
        let value = self.table.remove(key)?;
        self.stated.push(key);
        Some(spanned(value))
    }

    fn wrong_kind(&mut self, key: &str, wanted: &str, found: &Spanned<DeValue<'s>>) {
        let message = format!("`{key}` takes {wanted}, not {}", kind(&found.value));
        self.problems.error(found.span, message, "");
    }

    /// A text of at most `longest` characters.
    pub(crate) fn text(&mut self, key: &'static str, longest: usize) -> Option<Spanned<Cow<'s, str>>> {
        let value = self.take(key)?;
        self.text_of(key, value, longest)
    }

    fn text_of(&mut self, key: &str, found: Spanned<DeValue<'s>>, longest: usize) -> Option<Spanned<Cow<'s, str>>> {
        let Spanned { value: DeValue::String(text), span } = found else {
            self.wrong_kind(key, "text in quotation marks", &found);
            return None;
        };
        if text.chars().count() > longest {
            self.problems.error(span, format!("`{key}` is longer than {longest} characters"), "shorten it");
            return None;
        }
        Some(Spanned { value: text, span })
    }

    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<Spanned<Cow<'s, str>>> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let Spanned { value: DeValue::Array(items), span } = found else {
            self.wrong_kind(key, "a list of texts, as [\"...\"]", &found);
            return Vec::new();
        };
        if items.len() > MAX_ITEMS {
            self.problems.error(span, format!("`{key}` has more than {MAX_ITEMS} items"), "keep the ones that matter");
            return Vec::new();
        }
        items.into_iter().filter_map(|item| self.text_of(key, spanned(item), MAX_TEXT)).collect()
    }

    pub(crate) fn boolean(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let found = self.take(key)?;
        match found.value {
            DeValue::Boolean(value) => Some(Spanned { value, span: found.span }),
            _ => {
                self.wrong_kind(key, "true or false", &found);
                None
            }
        }
    }

    /// One of a closed set of names, as what the name stands for.
    pub(crate) fn one_of<T: Copy>(&mut self, key: &'static str, names: &[(&'static str, T)]) -> Option<T> {
        let valid: Vec<&'static str> = names.iter().map(|(name, _)| *name).collect();
        let found = self.name_in(key, &valid)?;
        names.iter().find(|(name, _)| *name == found).map(|(_, value)| *value)
    }

    pub(crate) fn name_in(&mut self, key: &'static str, names: &[&'static str]) -> Option<&'static str> {
        let stated = self.text(key, MAX_TEXT)?;
        let found = names.iter().find(|name| **name == stated.value);
        if found.is_none() {
            let help = offer(&stated.value, names);
            self.problems.error(stated.span, format!("unknown {key} {}", named(&stated.value)), help);
        }
        found.copied()
    }

    pub(crate) fn whole(&mut self, key: &'static str, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let found = self.take(key)?;
        let Some(Number::Whole(number)) = Number::of(&found.value) else {
            self.wrong_kind(key, "a whole number", &found);
            return None;
        };
        match u32::try_from(number) {
            Ok(number) if range.contains(&number) => Some(number),
            _ => {
                let [least, most] = [*range.start(), *range.end()].map(|end| crate::text::number(f64::from(end)));
                let message = format!("`{key}` is from {least} to {most}");
                self.problems.error(found.span, message, "");
                None
            }
        }
    }

    /// A date; of a date and time the written day counts.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Spanned<NaiveDate>> {
        let found = self.take(key)?;
        let span = found.span;
        let DeValue::Datetime(written) = &found.value else {
            match &found.value {
                DeValue::String(text) if looks_like_a_date(text) => {
                    let message = format!("`{key}` is a quoted text, not a date");
                    self.problems.error(span, message, format!("write it without the quotation marks: {key} = {}", &text[..10]));
                }
                DeValue::String(text) if text.trim().eq_ignore_ascii_case("ongoing") => {
                    self.problems.error(span, format!("`{key}` takes a date, as 2026-05-01"), "write `ongoing = true` instead");
                }
                _ => self.wrong_kind(key, "a date, as 2026-05-01", &found),
            }
            return None;
        };
        let Some(day) = written.date else {
            self.problems.error(span, format!("`{key}` has a time, but no date"), format!("write the day: {key} = 2026-05-01"));
            return None;
        };
        let day = NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day));
        match day.filter(|day| YEARS.contains(&day.year())) {
            Some(value) => Some(Spanned { value, span }),
            None => {
                self.problems.error(span, format!("the year of `{key}` is from {} to {}", YEARS.start(), YEARS.end()), "");
                None
            }
        }
    }

    /// Numbers by name, each with its place.
    pub(crate) fn numbers(&mut self, key: &'static str) -> Vec<(Spanned<Cow<'s, str>>, Spanned<Number>)> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let Spanned { value: DeValue::Table(table), .. } = found else {
            self.wrong_kind(key, "numbers by name, as { views = 1200 }", &found);
            return Vec::new();
        };
        if table.is_empty() {
            // As good as missing.
            self.stated.pop();
        }
        let mut numbers = Vec::with_capacity(table.len());
        for (name, found) in table {
            let (name, found) = (spanned(name), spanned(found));
            match Number::of(&found.value) {
                Some(value) => numbers.push((name, Spanned { value, span: found.span })),
                None => {
                    let message = format!("{} takes a number, not {}", named(&name.value), kind(&found.value));
                    self.problems.error(found.span, message, "");
                }
            }
        }
        numbers
    }

    /// Whether a key that was read was there, right or wrong.
    pub(crate) fn states(&self, key: &'static str) -> bool {
        self.stated.contains(&key)
    }

    /// Reports a required key that is missing. A wrong value has been reported already.
    pub(crate) fn require(&mut self, key: &'static str, help: &str) {
        if !self.states(key) && !self.is_damaged {
            self.problems.error(self.span, format!("`{key}` is missing"), help);
        }
    }

    pub(crate) fn finish(self) {
        for (key, value) in &self.table {
            self.problems.add_with(Severity::Error, || {
                let help = help_on(key.get_ref(), value.get_ref(), &self.known);
                Problem::new(Severity::Error, key.span(), format!("unknown key {}", named(key.get_ref())), help)
            });
        }
    }
}

fn spanned<T>(theirs: toml::Spanned<T>) -> Spanned<T> {
    Spanned { span: theirs.span().into(), value: theirs.into_inner() }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => match Number::of(value) {
            Some(Number::Whole(_)) => "a whole number",
            Some(Number::Decimal(_)) => "a decimal number",
            _ => "a number that cannot be read",
        },
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// What was probably meant by an unknown key. A number or a table of an entry probably belongs in its `impact`.
fn help_on(key: &str, value: &DeValue<'_>, known: &[&'static str]) -> String {
    /// Keys of an entry that take such values.
    const ALIKE: [&str; 2] = ["count", "impact"];
    let is_like_impact = matches!(value, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Table(_));
    if known.contains(&"impact") && is_like_impact && closest(key, ALIKE).is_none() {
        return "numbers stand in `impact`: impact = { views = 300 }".into();
    }
    offer(key, known)
}

fn looks_like_a_date(text: &str) -> bool {
    let text = text.get(..10).unwrap_or("");
    text.len() == 10 && text.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}
