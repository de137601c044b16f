//! What other places keep of a person's contributions, as entries for a profile. Each kind of source is a file of its own and a line in
//! the list below.

pub(crate) mod model;
pub(crate) mod decoding;
pub(crate) mod written_day;
pub(crate) mod service;
pub(crate) mod stated;
pub(crate) mod sheet;
pub(crate) mod delimited;
pub(crate) mod workbook;
pub(crate) mod column_keys;
pub(crate) mod columns;
pub(crate) mod type_names;
pub(crate) mod dates;
pub(crate) mod cells;
pub(crate) mod csv;
pub(crate) mod xml_limits;
pub(crate) mod xml;
pub(crate) mod feed;
pub(crate) mod stack_exchange;
pub(crate) mod github;
pub(crate) mod sessionize;
pub(crate) mod content_lines;
pub(crate) mod calendar;
pub(crate) mod devto;
pub(crate) mod portal;
pub(crate) mod known;

use chrono::NaiveDate;

use crate::profile::NewEntry;
use crate::profile::fields::MAX_LONG_TEXT;
use crate::profile::new_entry::mistakes;
use crate::text::date;
use crate::vocabulary::Vocabulary;
use decoding::unpacked;
use model::{Imported, Item, Request, Unreadable, few_enough};

pub(crate) struct Importer {
    /// Its name, as `import` takes it.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// A command that shows how it is used.
    pub(crate) example: &'static str,
    pub(crate) read: fn(&[u8], &Request<'_>) -> Result<Imported, Unreadable>,
}

/// All kinds. A new one is a file in `import/` and its line here, which also feeds the command line and its help.
pub(crate) const IMPORTERS: &[Importer] = &[
    Importer {
        name: "csv",
        about: "a table: CSV, or the first sheet of an Excel file (.xlsx)",
        example: "mvp-check import csv activities.xlsx --dates dmy",
        read: csv::read,
    },
    Importer {
        name: "feed",
        about: "a blog's RSS, Atom or JSON Feed, or a YouTube channel's list of videos",
        example: "curl -s https://blog.example.org/feed.xml | mvp-check import feed -",
        read: feed::read,
    },
    Importer {
        name: "stack-exchange",
        about: "answers on Stack Overflow and its sister sites, from their API",
        example: "curl -s 'https://api.stackexchange.com/2.3/users/1/answers?site=stackoverflow&pagesize=100' | mvp-check import stack-exchange -",
        read: stack_exchange::read,
    },
    Importer {
        name: "github",
        about: "your repositories, or your merged pull requests, from GitHub's API",
        example: "curl -s 'https://api.github.com/search/issues?q=type:pr+author:octocat+is:merged&per_page=100' | mvp-check import github -",
        read: github::read,
    },
    Importer {
        name: "sessionize",
        about: "your sessions at an event, from Sessionize's API (the views All and Sessions)",
        example: "curl -s https://sessionize.com/api/v2/EVENT/view/Sessions | mvp-check import sessionize - --speaker 'Amal Example'",
        read: sessionize::read,
    },
    Importer {
        name: "calendar",
        about: "a calendar file (.ics) of Meetup and others",
        example: "mvp-check import calendar meetup.ics --type event",
        read: calendar::read,
    },
    Importer {
        name: "devto",
        about: "your articles on dev.to, from its API",
        example: "curl -s -H \"api-key: $KEY\" https://dev.to/api/articles/me | mvp-check import devto -",
        read: devto::read,
    },
    Importer {
        name: "portal",
        about: "JSON of the award's portal: its old API, or its privacy export",
        example: "mvp-check import portal export.json",
        read: portal::read,
    },
];

pub(crate) fn named(name: &str) -> Option<&'static Importer> {
    IMPORTERS.iter().find(|importer| importer.name == name)
}

/// Which of the found entries are wanted, and what is added to each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'w> {
    pub(crate) since: Option<NaiveDate>,
    pub(crate) until: Option<NaiveDate>,
    pub(crate) areas: &'w [String],
}

/// Reads a source, compressed or not. Entries that a profile would refuse become items that are skipped, with the reason.
pub(crate) fn read(
    importer: &Importer,
    bytes: &[u8],
    request: &Request<'_>,
    wanted: &Wanted<'_>,
) -> Result<Imported, Unreadable> {
    let mut imported = (importer.read)(&unpacked(bytes)?, request)?;
    few_enough(imported.items.len())?;
    for item in &mut imported.items {
        choose(item, wanted);
    }
    refuse_mistakes(&mut imported.items, request.vocabulary);
    Ok(imported)
}

/// Completes a found entry, or replaces it by the reason why it is skipped.
fn choose(item: &mut Item, wanted: &Wanted<'_>) {
    let Ok(entry) = &mut item.found else { return };
    if entry.areas.is_empty() {
        entry.areas = wanted.areas.to_vec();
    }
    // A profile refuses longer ones, and a contribution is worth more than its description.
    entry.description.take_if(|text| text.chars().count() > MAX_LONG_TEXT);
    let reason = if let Some(since) = wanted.since.filter(|since| entry.date < *since) {
        Some(format!("before {} (--since)", date(since)))
    } else if let Some(until) = wanted.until.filter(|until| entry.date > *until) {
        Some(format!("after {} (--until)", date(until)))
    } else {
        entry.title.trim().is_empty().then(|| "no title".into())
    };
    if let Some(reason) = reason {
        item.found = Err(reason);
    }
}

/// Replaces entries that a profile would refuse by the reason.
fn refuse_mistakes(items: &mut [Item], vocabulary: &Vocabulary) {
    let found: Vec<&NewEntry> = items.iter().filter_map(|item| item.found.as_ref().ok()).collect();
    let mistakes = mistakes(&found, vocabulary);
    for (item, mistake) in items.iter_mut().filter(|item| item.found.is_ok()).zip(mistakes) {
        if let Some(mistake) = mistake {
            item.found = Err(mistake);
        }
    }
}
