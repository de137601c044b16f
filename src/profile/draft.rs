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
    pub(crate) person: PersonDraft<'s>,
    pub(crate) contributions: Vec<EntryDraft<'s>>,
    pub(crate) channels: Vec<EntryDraft<'s>>,
    pub(crate) waivers: Vec<WaiverDraft<'s>>,
    pub(crate) problems: Problems,
}

#[derive(Debug, Default)]
pub(crate) struct PersonDraft<'s> {
    /// Line of its header; `None` where there is none.
    pub(crate) line: Option<usize>,
    pub(crate) name: Option<Cow<'s, str>>,
    pub(crate) stage: Stage,
    pub(crate) categories: Vec<Text<'s>>,
    pub(crate) areas: Vec<Text<'s>>,
    pub(crate) microsoft_employee: Option<bool>,
    pub(crate) nominator: Option<Nominator>,
    pub(crate) nominated_on: Option<NaiveDate>,
    pub(crate) guidance: Option<Text<'s>>,
    pub(crate) as_of: Option<NaiveDate>,
}

/// A `[[contribution]]` or `[[channel]]`. `None` is for what is missing, and for what was reported as a problem.
#[derive(Debug)]
pub(crate) struct EntryDraft<'s> {
    pub(crate) header: Span,
    pub(crate) line: usize,
    pub(crate) activity_type: Option<Text<'s>>,
    pub(crate) title: Option<Text<'s>>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) until: Until,
    pub(crate) url: Option<Text<'s>>,
    pub(crate) role: Option<&'static str>,
    pub(crate) count: u32,
    pub(crate) category: Option<Text<'s>>,
    pub(crate) areas: Vec<Text<'s>>,
    pub(crate) paid: Option<bool>,
    pub(crate) impact: Vec<(Text<'s>, Spanned<Number>)>,
    pub(crate) story: Story<'s>,
}

#[derive(Debug)]
pub(crate) struct WaiverDraft<'s> {
    pub(crate) criterion: Option<Text<'s>>,
    pub(crate) reason: Option<Cow<'s, str>>,
    pub(crate) until: Option<NaiveDate>,
}
