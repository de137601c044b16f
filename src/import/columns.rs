//! Which column of a table holds what.

use std::collections::HashMap;

use crate::import::column_keys::{Key, LEFT_OUT, Words, by_part, folded};
use crate::import::model::{Request, Unreadable};
use crate::import::sheet::Sheet;
use crate::text::named;

/// Columns that a message names, so that one of them can be meant.
const MOST_LISTED: usize = 15;

#[derive(Debug, Default)]
pub(crate) struct Columns {
    at: HashMap<Key, usize>,
    /// Headers of the columns that are not used.
    pub(crate) unused: Vec<String>,
}

impl Columns {
    pub(crate) fn of(&self, key: Key) -> Option<usize> {
        self.at.get(&key).copied()
    }

    /// Reads the header: columns that are named by `--map`, then those with a known word, then those with a part of one.
    pub(crate) fn read(sheet: &Sheet, request: &Request<'_>) -> Result<Self, Unreadable> {
        let headers: Vec<&str> = sheet.header.cells.iter().map(str::trim).collect();
        let words = Words::of(request.vocabulary);
        let mut columns = Self::default();
        let mut is_free: Vec<bool> = headers.iter().map(|header| !header.is_empty()).collect();
        let mut mapped = Vec::new();
        for (column, key) in request.columns {
            let at = column_named(column, &headers)?;
            is_free[at] = false;
            if key != LEFT_OUT {
                mapped.push((at, words.key(key)?));
            }
        }
        let twice = |message: String| sheet.unreadable(&sheet.header, message, "--map COLUMN=- leaves one of them out");
        columns.take(mapped, &headers, &mut is_free).map_err(twice)?;
        let exact = known(&headers, &is_free, |header| words.exact(header));
        columns.take(exact, &headers, &mut is_free).map_err(twice)?;
        let in_part = known(&headers, &is_free, by_part);
        columns.take(in_part, &headers, &mut is_free).map_err(twice)?;
        columns.unused =
            headers.iter().zip(&is_free).filter(|(_, is_free)| **is_free).map(|(header, _)| (*header).into()).collect();
        columns.complete(sheet, &headers, request)?;
        Ok(columns)
    }

    /// Takes columns for keys that no column has yet; two for one key are an error.
    fn take(&mut self, known: Vec<(usize, Key)>, headers: &[&str], is_free: &mut [bool]) -> Result<(), String> {
        let mut taken: HashMap<Key, usize> = HashMap::new();
        for (at, key) in known.into_iter().filter(|(_, key)| !self.at.contains_key(key)) {
            if let Some(other) = taken.insert(key, at) {
                let column = |at: usize| format!("{} (column {})", named(headers[at]), at + 1);
                return Err(format!("{} and {} hold the same", column(other), column(at)));
            }
            is_free[at] = false;
        }
        self.at.extend(taken);
        Ok(())
    }

    /// An entry has a date, a title and a type.
    fn complete(&self, sheet: &Sheet, headers: &[&str], request: &Request<'_>) -> Result<(), Unreadable> {
        let has_type = request.activity_type.is_some() || self.of(Key::Type).or(self.of(Key::ContributionType)).is_some();
        let needs = [
            ("date", self.of(Key::Date).is_some(), "--map COLUMN=date names it"),
            ("title", self.of(Key::Title).is_some(), "--map COLUMN=title names it"),
            ("type", has_type, "--map COLUMN=type names it, --type TYPE is for all rows"),
        ];
        match needs.into_iter().find(|(_, is_there, _)| !is_there) {
            None => Ok(()),
            Some((key, _, help)) => {
                let message = format!("no column is the {key}");
                Err(sheet.unreadable(&sheet.header, message, format!("{help}; the columns are {}", listed(headers, MOST_LISTED))))
            }
        }
    }
}

/// Columns with what they are known as, of those that are free.
fn known(headers: &[&str], is_free: &[bool], key: impl Fn(&str) -> Option<Key>) -> Vec<(usize, Key)> {
    let free = headers.iter().enumerate().filter(|(at, _)| is_free[*at]);
    free.filter_map(|(at, header)| Some((at, key(header)?))).collect()
}

fn column_named(column: &str, headers: &[&str]) -> Result<usize, Unreadable> {
    let found = headers.iter().position(|header| folded(header) == folded(column) && !header.is_empty());
    found.ok_or_else(|| {
        Unreadable::new(
            format!("--map: there is no column {}", named(column)),
            format!("the columns are {}", listed(headers, MOST_LISTED)),
        )
    })
}

/// Headers for a message: the first ones where they are more than `most`.
pub(crate) fn listed(headers: &[impl AsRef<str>], most: usize) -> String {
    let headers: Vec<&str> = headers.iter().map(AsRef::as_ref).filter(|header| !header.is_empty()).collect();
    let shown = headers.iter().take(most).map(|header| named(header)).collect::<Vec<_>>().join(", ");
    let more = headers.len().saturating_sub(most);
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}
