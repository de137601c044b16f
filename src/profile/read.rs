//! A source to a draft: every syntax, key and value mistake of the file at once. Names of the guidance are not judged here.

use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document::{self, Damage};
use crate::profile::draft::{Draft, EntryDraft, PersonDraft, Text, WaiverDraft};
use crate::profile::fields::{Fields, MAX_LONG_TEXT, MAX_TEXT};
use crate::profile::model::{Nominator, ROLES, Stage, Story, Until};
use crate::source::{Problems, Source, Span};

/// How many of something one entry may stand for.
pub const COUNTS: std::ops::RangeInclusive<u32> = 1..=1_000_000;

/// Reads a profile. Whatever is wrong is in the draft's problems.
pub fn read(source: &Source) -> Draft<'_> {
    let mut problems = Problems::default();
    let document = document::parse(source, &mut problems);
    let headers = headers(&document.root);
    let mut reader = Reader { source, damage: &document.damage, headers, problems };
    let mut draft = Draft::default();
    for (key, value) in document.root {
        let span = Span::from(value.span());
        match (key.get_ref().as_ref(), value.into_inner()) {
            ("profile", DeValue::Table(table)) => draft.person = reader.person(table, span),
            ("contribution", DeValue::Array(items)) => draft.contributions = reader.each(items, Reader::contribution),
            ("channel", DeValue::Array(items)) => draft.channels = reader.each(items, Reader::channel),
            ("waive", DeValue::Array(items)) => draft.waivers = reader.each(items, Reader::waiver),
            (document::UNREADABLE, _) if !reader.damage.is_none() => {}
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

struct Reader<'d, 's> {
    source: &'s Source,
    damage: &'d Damage,
    headers: Vec<usize>,
    problems: Problems,
}

impl<'d, 's> Reader<'d, 's> {
    /// Reads each table of a list with `one`.
    fn each<T>(
        &mut self,
        items: impl IntoIterator<Item = Spanned<DeValue<'s>>>,
        one: fn(&mut Self, DeTable<'s>, Span) -> T,
    ) -> Vec<T> {
        let mut read = Vec::new();
        for item in items {
            let span = Span::from(item.span());
            match item.into_inner() {
                DeValue::Table(table) => read.push(one(self, table, span)),
                _ => self.problems.error(span, "a table is meant here", "write [[contribution]] on a line of its own"),
            }
        }
        read
    }

    /// From a header to the next one.
    fn extent(&self, header: Span) -> Range<usize> {
        let start = header.start as usize;
        let next = self.headers.partition_point(|other| *other <= start);
        start..self.headers.get(next).map_or(self.source.text.len(), |next| next.saturating_sub(1))
    }

    fn fields(&mut self, table: DeTable<'s>, header: Span) -> Fields<'_, 's> {
        let is_damaged = self.damage.is_within(self.extent(header));
        Fields::new(table, header, is_damaged, &mut self.problems)
    }

    fn stray(&mut self, name: &str, span: Range<usize>) {
        let (message, help) = match name {
            "profile" => ("`profile` is one table".to_owned(), "write [profile] once, on a line of its own".to_owned()),
            "contribution" | "channel" | "waive" => {
                (format!("`{name}` is a list of tables"), format!("write [[{name}]], with two brackets, before each of them"))
            }
            _ => {
                let tables = ["profile", "contribution", "channel", "waive"];
                let help = crate::text::closest(name, tables).map_or_else(
                    || {
                        "a profile has [profile], [[contribution]], [[channel]] and [[waive]]; does it belong under one of them?"
                            .into()
                    },
                    |table| format!("did you mean `{table}`?"),
                );
                (format!("unknown key {}", crate::text::named(name)), help)
            }
        };
        self.problems.error(span, message, help);
    }

    fn person(&mut self, table: DeTable<'s>, header: Span) -> PersonDraft<'s> {
        let line = Some(self.source.line(header.start));
        let mut fields = self.fields(table, header);
        let person = PersonDraft {
            line,
            name: fields.text("name", MAX_TEXT).map(|name| name.value),
            stage: fields.one_of("stage", Stage::NAMES).unwrap_or_default(),
            categories: fields.texts("categories"),
            areas: fields.texts("technology-areas"),
            microsoft_employee: fields.boolean("microsoft-employee").map(|it| it.value),
            nominator: fields.one_of("nominator", Nominator::NAMES),
            nominated_on: fields.date("nominated-on").map(|it| it.value),
            guidance: spoken(&mut fields, "guidance", "name an edition or a guidance file, or leave it out"),
            as_of: fields.date("as-of").map(|it| it.value),
        };
        fields.finish();
        person
    }

    fn contribution(&mut self, table: DeTable<'s>, header: Span) -> EntryDraft<'s> {
        let line = self.source.line(header.start);
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
            notes: fields.text("notes", MAX_LONG_TEXT).map(|it| it.value),
        };
        fields.finish();
        entry
    }

    fn channel(&mut self, table: DeTable<'s>, header: Span) -> EntryDraft<'s> {
        let line = self.source.line(header.start);
        let mut fields = self.fields(table, header);
        let entry = shared(&mut fields, line);
        fields.require("url", "a channel is known by its address: url = \"https://...\"");
        fields.require("impact", "a channel is there for its numbers: impact = { views = 1200 }");
        fields.finish();
        entry
    }

    fn waiver(&mut self, table: DeTable<'s>, header: Span) -> WaiverDraft<'s> {
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

/// Text that says something, where the key is there.
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
            fields.problems().error(
                ongoing.span,
                "`until` and `ongoing` are both stated",
                "keep `until` if it has ended, else `ongoing`",
            );
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
