//! A source to a draft: every syntax, key and value mistake of the file at once. Names of the guidance are not checked here.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::{DeArray, DeTable, DeValue};

use crate::document::{self, Damage, Document, UNREADABLE};
use crate::profile::draft::{Draft, EntryDraft, PersonDraft, Text, WaiverDraft};
use crate::profile::fields::{Fields, MAX_LONG_TEXT, MAX_TEXT};
use crate::profile::model::{Nominator, ROLES, Stage, Story, Until};
use crate::source::{Problem, Problems, Severity, Source, Span};
use crate::text::{closest, named};

pub(crate) const COUNTS: std::ops::RangeInclusive<u32> = 1..=1_000_000;

/// Reads a profile. Whatever is wrong is in its problems.
pub(crate) fn read(source: &Source) -> Draft<'_> {
    let mut problems = Problems::default();
    let Document { root, damage } = document::parse(source, &mut problems);
    let headers = headers(&root);
    let mut reader = Reader { source, damage, headers, problems };
    let mut draft = Draft::default();
    for (key, value) in root {
        if key.get_ref() == UNREADABLE && !reader.damage.is_none() {
            continue;
        }
        let span = value.span();
        match (key.get_ref().as_ref(), value.into_inner()) {
            ("profile", DeValue::Table(table)) => draft.person = reader.person(table, span),
            ("contribution", DeValue::Array(items)) => {
                draft.contributions = reader.list("contribution", items, Reader::contribution);
            }
            ("channel", DeValue::Array(items)) => draft.channels = reader.list("channel", items, Reader::channel),
            ("waive", DeValue::Array(items)) => draft.waivers = reader.list("waive", items, Reader::waiver),
            (name, _) => reader.stray(name, key.span()),
        }
    }
    draft.problems = reader.problems;
    draft
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

struct Reader<'s> {
    source: &'s Source,
    damage: Damage,
    headers: Vec<usize>,
    problems: Problems,
}

impl<'s> Reader<'s> {
    /// The tables of a list; what else is in it is reported.
    fn list<T>(&mut self, name: &str, items: DeArray<'s>, read: fn(&mut Self, DeTable<'s>, Range<usize>) -> T) -> Vec<T> {
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            let span = item.span();
            match item.into_inner() {
                DeValue::Table(table) => tables.push(read(self, table, span)),
                _ => self.problems.error(span, "a table is meant here", format!("write [[{name}]] on a line of its own")),
            }
        }
        tables
    }

    /// Reports a name of the top level that a profile does not have, or has in another form.
    fn stray(&mut self, name: &str, key: Range<usize>) {
        self.problems.add_with(Severity::Error, || {
            let (message, help) = match name {
                "profile" => ("`profile` is one table".to_owned(), "write [profile] once, on a line of its own".to_owned()),
                "contribution" | "channel" | "waive" => {
                    (format!("`{name}` is a list of tables"), format!("write [[{name}]], with two brackets, before each of them"))
                }
                _ => (format!("unknown key {}", named(name)), help_on_table(name)),
            };
            Problem::new(Severity::Error, key, message, help)
        });
    }

    fn fields(&mut self, table: DeTable<'s>, header: Range<usize>) -> Fields<'_, 's> {
        let is_damaged = self.damage.is_within(self.extent(header.start));
        Fields::new(table, header.into(), is_damaged, &mut self.problems)
    }

    fn extent(&self, start: usize) -> Range<usize> {
        let next = self.headers.partition_point(|other| *other <= start);
        start..self.headers.get(next).map_or(self.source.text.len(), |next| next.saturating_sub(1))
    }

    fn line(&self, header: &Range<usize>) -> usize {
        self.source.line(Span::from(header.clone()).start)
    }

    fn person(&mut self, table: DeTable<'s>, header: Range<usize>) -> PersonDraft<'s> {
        let line = Some(self.line(&header));
        let mut fields = self.fields(table, header);
        let mut nominated = None;
        let person = PersonDraft {
            line,
            name: fields.text("name", MAX_TEXT).map(|name| name.value),
            stage: fields.one_of("stage", Stage::NAMES).unwrap_or_default(),
            categories: fields.texts("categories"),
            areas: fields.texts("technology-areas"),
            microsoft_employee: fields.boolean("microsoft-employee").map(|it| it.value),
            nominator: fields.one_of("nominator", Nominator::NAMES),
            nominated_on: fields.date("nominated-on").map(|day| {
                nominated = Some(day.span);
                day.value
            }),
            guidance: spoken(&mut fields, "guidance", "name an edition or a guidance file, or leave it out"),
            as_of: fields.date("as-of").map(|it| it.value),
        };
        if let Some(span) = nominated.filter(|_| !fields.states("nominator")) {
            let help = "say who: nominator = \"mvp\", or \"microsoft-employee\"";
            fields.problems().warning(span, "`nominated-on` says nothing without `nominator`", help);
        }
        fields.finish();
        person
    }

    fn contribution(&mut self, table: DeTable<'s>, header: Range<usize>) -> EntryDraft<'s> {
        let line = self.line(&header);
        let mut fields = self.fields(table, header);
        let mut entry = shared(&mut fields, line);
        entry.role = fields.name_in("role", ROLES);
        entry.count = fields.whole("count", COUNTS).unwrap_or(1);
        entry.areas = fields.texts("technology-areas");
        entry.paid = fields.boolean("paid").map(|it| it.value);
        entry.story = Story {
            audience: fields.texts("audience").into_iter().map(|it| it.value).collect(),
            language: fields.text("language", MAX_TEXT).map(|it| it.value),
            description: fields.text("description", MAX_LONG_TEXT).map(|it| it.value),
            highlight: fields.text("highlight", MAX_TEXT).map(|it| it.value),
        };
        // Private: checked for mistakes, and left in the file.
        fields.text("notes", MAX_LONG_TEXT);
        fields.finish();
        entry
    }

    fn channel(&mut self, table: DeTable<'s>, header: Range<usize>) -> EntryDraft<'s> {
        let line = self.line(&header);
        let mut fields = self.fields(table, header);
        let entry = shared(&mut fields, line);
        fields.require("url", "a channel is known by its address: url = \"https://...\"");
        fields.require("impact", "a channel is there for its numbers: impact = { views = 1200 }");
        fields.finish();
        entry
    }

    fn waiver(&mut self, table: DeTable<'s>, header: Range<usize>) -> WaiverDraft<'s> {
        let mut fields = self.fields(table, header);
        let waiver = WaiverDraft {
            criterion: fields.text("criterion", MAX_TEXT),
            reason: spoken(&mut fields, "reason", "say why in a few words").map(|it| it.value),
            until: fields.date("until").map(|it| it.value),
        };
        fields.require("criterion", "name the criterion whose gap is accepted, as \"concentration\"");
        fields.require("reason", "say why in a few words: reason = \"...\"");
        fields.finish();
        waiver
    }
}

fn help_on_table(name: &str) -> String {
    match closest(name, ["profile", "contribution", "channel", "waive"]) {
        Some(table) => format!("did you mean `{table}`?"),
        None => "a profile has [profile], [[contribution]], [[channel]] and [[waive]]; does it belong under one of them?".into(),
    }
}

/// The keys that contributions and channels share.
fn shared<'s>(fields: &mut Fields<'_, 's>, line: usize) -> EntryDraft<'s> {
    let date = fields.date("date");
    let entry = EntryDraft {
        header: fields.span,
        line,
        activity_type: fields.text("type", MAX_TEXT),
        title: fields.text("title", MAX_TEXT),
        date: date.as_ref().map(|it| it.value),
        until: until(fields, date.map(|it| it.value)),
        url: fields.text("url", MAX_TEXT),
        role: None,
        count: 1,
        category: fields.text("category", MAX_TEXT),
        areas: Vec::new(),
        paid: None,
        impact: fields.numbers("impact"),
        story: Story::default(),
    };
    fields.require("type", "say what it is, as type = \"article\"; `mvp-check list types` shows all of them");
    fields.require("title", "give it a title: title = \"...\"");
    fields.require("date", "say when it was: date = 2026-05-01");
    entry
}

/// Text that is not blank.
fn spoken<'s>(fields: &mut Fields<'_, 's>, key: &'static str, help: &str) -> Option<Text<'s>> {
    let text = fields.text(key, MAX_TEXT)?;
    if text.value.trim().is_empty() {
        fields.problems().error(text.span, format!("`{key}` is empty"), help);
        return None;
    }
    Some(text)
}

/// `until` and `ongoing`, of which one entry has at most one.
fn until(fields: &mut Fields<'_, '_>, date: Option<NaiveDate>) -> Until {
    let until = fields.date("until");
    let ongoing = fields.boolean("ongoing").filter(|it| it.value);
    match (until, ongoing) {
        (Some(_), Some(ongoing)) => {
            let help = "keep `until` if it has ended, else `ongoing`";
            fields.problems().error(ongoing.span, "`until` and `ongoing` are both stated", help);
            Until::SameDay
        }
        (Some(until), None) => {
            if date.is_some_and(|date| until.value < date) {
                fields.problems().error(until.span, "`until` is before `date`", "`date` is the first day, `until` the last one");
            }
            Until::Day(until.value)
        }
        (None, Some(_)) => Until::Ongoing,
        (None, None) => Until::SameDay,
    }
}
