//! What a profile says before its guidance is known: values are checked, names of the guidance are not.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::profile::model::{Nominator, Stage, Story, Until};
use crate::profile::number::Number;
use crate::source::{Problems, Span, Spanned};

pub(crate) type Text<'s> = Spanned<Cow<'s, str>>;

/// A profile that was read, but not resolved yet.
#[derive(Debug, Default)]
pub(crate) struct Draft<'s> {
    /// `[profile]`.
    pub(crate) person: PersonDraft<'s>,
    /// The `[[contribution]]` tables.
    pub(crate) contributions: Vec<EntryDraft<'s>>,
    /// The `[[channel]]` tables.
    pub(crate) channels: Vec<EntryDraft<'s>>,
    /// The `[[waive]]` tables.
    pub(crate) waivers: Vec<WaiverDraft<'s>>,
    /// What is wrong so far.
    pub(crate) problems: Problems,
}

/// What `[profile]` says.
#[derive(Debug, Default)]
pub(crate) struct PersonDraft<'s> {
    /// Line of its header; `None` where there is none.
    pub(crate) line: Option<usize>,
    /// `name`.
    pub(crate) name: Option<Cow<'s, str>>,
    /// `stage`.
    pub(crate) stage: Stage,
    /// `categories`.
    pub(crate) categories: Vec<Text<'s>>,
    /// `technology-areas`.
    pub(crate) areas: Vec<Text<'s>>,
    /// `microsoft-employee`.
    pub(crate) microsoft_employee: Option<bool>,
    /// `nominator`.
    pub(crate) nominator: Option<Nominator>,
    /// `nominated-on`.
    pub(crate) nominated_on: Option<NaiveDate>,
    /// `guidance`.
    pub(crate) guidance: Option<Text<'s>>,
    /// `as-of`.
    pub(crate) as_of: Option<NaiveDate>,
}

/// A `[[contribution]]` or `[[channel]]`. What is `None` was left out, or told as a problem.
#[derive(Debug)]
pub(crate) struct EntryDraft<'s> {
    pub(crate) header: Span,
    pub(crate) line: usize,
    /// `type`.
    pub(crate) activity_type: Option<Text<'s>>,
    /// `title`.
    pub(crate) title: Option<Text<'s>>,
    /// `date`.
    pub(crate) date: Option<NaiveDate>,
    /// `until` or `ongoing`.
    pub(crate) until: Until,
    /// `url`.
    pub(crate) url: Option<Text<'s>>,
    /// `role`.
    pub(crate) role: Option<&'static str>,
    /// `count`.
    pub(crate) count: u32,
    /// `category`.
    pub(crate) category: Option<Text<'s>>,
    /// `technology-areas`.
    pub(crate) areas: Vec<Text<'s>>,
    /// `paid`.
    pub(crate) paid: Option<bool>,
    /// `impact`.
    pub(crate) impact: Vec<(Text<'s>, Spanned<Number>)>,
    pub(crate) story: Story<'s>,
}

/// A `[[waive]]`.
#[derive(Debug)]
pub(crate) struct WaiverDraft<'s> {
    /// `criterion`.
    pub(crate) criterion: Option<Text<'s>>,
    /// `reason`.
    pub(crate) reason: Option<Cow<'s, str>>,
    /// `until`.
    pub(crate) until: Option<NaiveDate>,
}
