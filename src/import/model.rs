//! What importers are asked, and what they answer.

use std::fmt;

use clap::ValueEnum;

use crate::profile::NewEntry;
use crate::source::Place;
use crate::text::escape_control_chars;
use crate::vocabulary::Vocabulary;

/// The options of an import.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request<'r> {
    pub(crate) vocabulary: &'r Vocabulary,
    /// `--type`: the activity type of items without one.
    pub(crate) activity_type: Option<&'r str>,
    /// Whose sessions are meant: `--speaker`, else the name in the profile.
    pub(crate) speaker: Option<&'r str>,
    /// `--site`: the host of answers without one.
    pub(crate) site: Option<&'r str>,
    /// `--encoding`: of text that neither is UTF-8 nor declares its encoding.
    pub(crate) encoding: Option<&'r str>,
    /// `--dates`: the order of day, month and year of ambiguous dates.
    pub(crate) dates: Option<DateOrder>,
    /// `--map`: columns of a table with their keys.
    pub(crate) columns: &'r [(String, String)],
}

impl Request<'_> {
    /// The activity type that was asked for, else the one that this kind of source usually holds.
    pub(crate) fn type_or<'t>(&'t self, usual: &'t str) -> &'t str {
        self.activity_type.unwrap_or(usual)
    }

    /// The numbers that are there, not negative, and metrics of an activity type.
    pub(crate) fn numbers(&self, activity_type: &str, numbers: &[(&str, Option<f64>)]) -> Vec<(String, f64)> {
        let metrics = self.vocabulary.metrics_of_named(activity_type);
        let stated = numbers.iter().filter(|(metric, _)| metrics.contains(metric));
        stated.filter_map(|(metric, value)| Some(((*metric).to_owned(), value.filter(|value| *value >= 0.0)?))).collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
}

#[derive(Debug, Default)]
pub(crate) struct Imported {
    /// Everything that could be an entry, in the order of the source.
    pub(crate) items: Vec<Item>,
    /// A sentence on the source as a whole.
    pub(crate) note: Option<String>,
}

/// Something in a source that could be an entry.
#[derive(Debug)]
pub(crate) struct Item {
    /// "row 7", "item 3".
    pub(crate) place: String,
    pub(crate) found: Result<NewEntry, String>,
}

/// The most items that one source may hold: no person did more.
pub(crate) const MOST_ITEMS: usize = 100_000;

/// Refuses more items than one source may hold. To count them first saves the memory for them.
pub(crate) fn few_enough(items: usize) -> Result<(), Unreadable> {
    if items <= MOST_ITEMS {
        return Ok(());
    }
    Err(Unreadable::new(format!("it has more than {MOST_ITEMS} items, the most that are read"), "split it"))
}

/// A source that cannot be read at all.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Unreadable {
    pub(crate) place: Option<Place>,
    pub(crate) message: String,
    /// What to do; may be empty.
    pub(crate) help: String,
}

impl Unreadable {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: None, message: message.into(), help: help.into() }
    }

    pub(crate) fn at(place: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: Some(place), ..Self::new(message, help) }
    }
}

impl fmt::Display for Unreadable {
    /// `line:column: message (help)`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(formatter, "{}:{}: ", place.line, place.column)?;
        }
        formatter.write_str(&escape_control_chars(&self.message))?;
        if !self.help.is_empty() {
            write!(formatter, " ({})", escape_control_chars(&self.help))?;
        }
        Ok(())
    }
}

impl std::error::Error for Unreadable {}
