//! What a profile says before its guidance is known: values are checked, names of the guidance are not.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::profile::model::{Nominator, Stage, Story, Until};
use crate::profile::number::Number;
use crate::source::{Problems, Span, Spanned};

/// Text from the file.
pub type Text<'s> = Spanned<Cow<'s, str>>;

/// A profile that was read, but not resolved yet.
#[derive(Debug, Default)]
pub struct Draft<'s> {
    /// `[profile]`.
    pub person: PersonDraft<'s>,
    /// The `[[contribution]]` tables.
    pub contributions: Vec<EntryDraft<'s>>,
    /// The `[[channel]]` tables.
    pub channels: Vec<EntryDraft<'s>>,
    /// The `[[waive]]` tables.
    pub waivers: Vec<WaiverDraft<'s>>,
    /// What is wrong so far.
    pub problems: Problems,
}

/// What `[profile]` says.
#[derive(Debug, Default)]
pub struct PersonDraft<'s> {
    /// Line of its header; `None` where there is none.
    pub line: Option<usize>,
    /// `name`.
    pub name: Option<Cow<'s, str>>,
    /// `stage`.
    pub stage: Stage,
    /// `categories`.
    pub categories: Vec<Text<'s>>,
    /// `technology-areas`.
    pub areas: Vec<Text<'s>>,
    /// `microsoft-employee`.
    pub microsoft_employee: Option<bool>,
    /// `nominator`.
    pub nominator: Option<Nominator>,
    /// `nominated-on`.
    pub nominated_on: Option<NaiveDate>,
    /// `guidance`.
    pub guidance: Option<Text<'s>>,
    /// `as-of`.
    pub as_of: Option<NaiveDate>,
}

/// A `[[contribution]]` or `[[channel]]`. What is `None` was left out, or told as a problem.
#[derive(Debug)]
pub struct EntryDraft<'s> {
    /// Its header.
    pub header: Span,
    /// Line of its header.
    pub line: usize,
    /// `type`.
    pub activity_type: Option<Text<'s>>,
    /// `title`.
    pub title: Option<Text<'s>>,
    /// `date`.
    pub date: Option<NaiveDate>,
    /// `until` or `ongoing`.
    pub until: Until,
    /// `url`.
    pub url: Option<Text<'s>>,
    /// `role`.
    pub role: Option<&'static str>,
    /// `count`.
    pub count: u32,
    /// `category`.
    pub category: Option<Text<'s>>,
    /// `technology-areas`.
    pub areas: Vec<Text<'s>>,
    /// `paid`.
    pub paid: Option<bool>,
    /// `impact`.
    pub impact: Vec<(Text<'s>, Spanned<Number>)>,
    /// What is told and never judged.
    pub story: Story<'s>,
}

/// A `[[waive]]`.
#[derive(Debug)]
pub struct WaiverDraft<'s> {
    /// `criterion`.
    pub criterion: Option<Text<'s>>,
    /// `reason`.
    pub reason: Option<Cow<'s, str>>,
    /// `until`.
    pub until: Option<NaiveDate>,
}
