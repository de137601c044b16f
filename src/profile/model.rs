//! What a profile says, in the words of an edition.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::vocabulary::{MetricId, TypeId};

#[derive(Debug, Default)]
pub(crate) struct Profile<'s> {
    /// Line of the header `[profile]`.
    pub(crate) line: Option<usize>,
    pub(crate) name: Option<Cow<'s, str>>,
    pub(crate) stage: Stage,
    /// Award categories in which the record is checked.
    pub(crate) categories: Vec<DeclaredCategory>,
    pub(crate) areas: Vec<AreaId>,
    /// Every technology area that the file names, once, in the words of the edition where it lists it.
    pub(crate) area_names: Vec<Cow<'s, str>>,
    pub(crate) microsoft_employee: Option<bool>,
    pub(crate) nominator: Option<Nominator>,
    pub(crate) nominated_on: Option<NaiveDate>,
    /// A date that the file fixes for its report.
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) contributions: Vec<Contribution<'s>>,
    pub(crate) channels: Vec<Channel<'s>>,
    pub(crate) waivers: Vec<Waiver<'s>>,
}

/// Index in [`Profile::area_names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AreaId(pub(crate) u16);

/// Candidate for a first award, or holder of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Stage {
    /// Not awarded yet.
    #[default]
    Candidate,
    /// Awarded, before the next renewal.
    Renewal,
}

impl Stage {
    pub(crate) const NAMES: &'static [(&'static str, Stage)] = &[("candidate", Stage::Candidate), ("renewal", Stage::Renewal)];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nominator {
    Mvp,
    MicrosoftEmployee,
}

impl Nominator {
    pub(crate) const NAMES: &'static [(&'static str, Nominator)] =
        &[("mvp", Nominator::Mvp), ("microsoft-employee", Nominator::MicrosoftEmployee)];
}

pub(crate) const ROLES: &[&str] = &[
    "author",
    "co-author",
    "contributor",
    "host",
    "presenter",
    "speaker",
    "panelist",
    "moderator",
    "organizer",
    "mentor",
    "reviewer",
    "other",
];

/// An award category that the person named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeclaredCategory {
    /// Its name, in the words of the edition that has it.
    pub(crate) name: String,
    /// Its index in the vocabulary; `None` for one of another edition.
    pub(crate) known: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Until {
    #[default]
    SameDay,
    /// Until this day, included.
    Day(NaiveDate),
    Ongoing,
}

pub(crate) type Areas = Vec<AreaId>;
pub(crate) type Numbers = Vec<(MetricId, f64)>;

/// One contribution, or several of a kind.
#[derive(Debug)]
pub(crate) struct Contribution<'s> {
    pub(crate) line: usize,
    pub(crate) activity_type: TypeId,
    pub(crate) title: Cow<'s, str>,
    pub(crate) date: NaiveDate,
    pub(crate) until: Until,
    pub(crate) url: Option<Cow<'s, str>>,
    /// The person's part in it, one of [`ROLES`].
    pub(crate) role: Option<&'static str>,
    pub(crate) count: u32,
    /// Index of the declared category that it belongs to, by its `category` or by its areas. Used only where several are declared.
    pub(crate) category: Option<usize>,
    pub(crate) areas: Areas,
    /// Whether it was paid work or is behind a paywall.
    pub(crate) paid: Option<bool>,
    /// Of the whole entry, however many it stands for.
    pub(crate) impact: Numbers,
    pub(crate) story: Story<'s>,
}

/// What is shown and never checked. Private notes are not here: they never leave the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Story<'s> {
    pub(crate) audience: Vec<Cow<'s, str>>,
    pub(crate) language: Option<Cow<'s, str>>,
    pub(crate) description: Option<Cow<'s, str>>,
    pub(crate) highlight: Option<Cow<'s, str>>,
}

/// A blog's or a video channel's own numbers.
#[derive(Debug)]
pub(crate) struct Channel<'s> {
    pub(crate) line: usize,
    /// The type of what it holds.
    pub(crate) activity_type: TypeId,
    pub(crate) title: Cow<'s, str>,
    /// Its address; what goes on from it belongs to it.
    pub(crate) url: Cow<'s, str>,
    /// First day that its numbers cover.
    pub(crate) date: NaiveDate,
    pub(crate) until: Until,
    /// Index of the declared category that it belongs to.
    pub(crate) category: Option<usize>,
    pub(crate) impact: Numbers,
}

/// A gap that the person accepts for now.
#[derive(Debug)]
pub(crate) struct Waiver<'s> {
    pub(crate) criterion: String,
    pub(crate) reason: Cow<'s, str>,
    /// Last day on which it holds.
    pub(crate) until: Option<NaiveDate>,
}
