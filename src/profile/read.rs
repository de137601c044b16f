//! A source to a draft: every syntax, key and value mistake of the file at once. Names of the guidance are not judged here.

use chrono::NaiveDate;

use crate::profile::draft::{EntryDraft, PersonDraft, Text, WaiverDraft};
use crate::profile::fields::{Fields, MAX_LONG_TEXT, MAX_TEXT};
use crate::profile::model::{Nominator, ROLES, Stage, Story, Until};
use crate::profile::pieces::Piece;
use crate::profile::tables::{Kind, Table};
use crate::source::{Problems, Source, Span};

/// How many of something one entry may stand for.
pub const COUNTS: std::ops::RangeInclusive<u32> = 1..=1_000_000;

/// What a piece of a profile says. Whatever is wrong is in its problems.
#[derive(Debug, Default)]
pub struct Part<'s> {
    /// The `[profile]` table, where it stands in this piece.
    pub person: Option<PersonDraft<'s>>,
    /// The `[[contribution]]` tables that could be read.
    pub contributions: Vec<EntryDraft<'s>>,
    /// The `[[channel]]` tables that could be read.
    pub channels: Vec<EntryDraft<'s>>,
    /// The `[[waive]]` tables that could be read.
    pub waivers: Vec<WaiverDraft<'s>>,
    /// What is wrong so far.
    pub problems: Problems,
}

/// Reads a piece of a profile.
pub fn read<'s>(source: &'s Source, (tables, problems): Piece<'s>) -> Part<'s> {
    let mut reader = Reader { source, problems, strays: Vec::new() };
    let mut part = Part { contributions: Vec::with_capacity(tables.len()), ..Part::default() };
    for table in tables {
        match (table.name.value.as_ref(), table.kind) {
            ("profile", Kind::Single) => part.person = Some(reader.person(table)),
            ("contribution", Kind::Item) => part.contributions.push(reader.contribution(table)),
            ("channel", Kind::Item) => part.channels.push(reader.channel(table)),
            ("waive", Kind::Item) => part.waivers.push(reader.waiver(table)),
            (name @ ("contribution" | "channel" | "waive"), Kind::NoTable) => {
                let help = format!("write [[{name}]] on a line of its own");
                reader.problems.error(table.header, "a table is meant here", help);
            }
            ("contribution" | "channel" | "waive", Kind::EmptyList) => {}
            _ => reader.stray(table),
        }
    }
    part.problems = reader.problems;
    part
}

struct Reader<'s> {
    source: &'s Source,
    problems: Problems,
    /// Names of the top level that were told to be unknown.
    strays: Vec<String>,
}

impl<'s> Reader<'s> {
    /// Tells of a name that is none of a profile's, once.
    fn stray(&mut self, table: Table<'s>) {
        let name = table.name.value.as_ref();
        if self.strays.iter().any(|told| told == name) {
            return;
        }
        if self.problems.is_full() {
            return self.problems.count_errors(1);
        }
        self.strays.push(name.to_owned());
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
        self.problems.error(table.name.span, message, help);
    }

    fn line(&self, header: Span) -> usize {
        self.source.line(header.start)
    }

    fn person(&mut self, table: Table<'s>) -> PersonDraft<'s> {
        let line = Some(self.line(table.header));
        let mut fields = Fields::new(table, &mut self.problems);
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

    fn contribution(&mut self, table: Table<'s>) -> EntryDraft<'s> {
        let line = self.line(table.header);
        let mut fields = Fields::new(table, &mut self.problems);
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
        // Private: looked at for mistakes, and left in the file.
        fields.text("notes", MAX_LONG_TEXT);
        fields.finish();
        entry
    }

    fn channel(&mut self, table: Table<'s>) -> EntryDraft<'s> {
        let line = self.line(table.header);
        let mut fields = Fields::new(table, &mut self.problems);
        let entry = shared(&mut fields, line);
        fields.require("url", "a channel is known by its address: url = \"https://...\"");
        fields.require("impact", "a channel is there for its numbers: impact = { views = 1200 }");
        fields.finish();
        entry
    }

    fn waiver(&mut self, table: Table<'s>) -> WaiverDraft<'s> {
        let mut fields = Fields::new(table, &mut self.problems);
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
