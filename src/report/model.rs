//! What a report is made of, whatever its format.

use serde::Serialize;

use crate::assess::{Assessment, assess};
use crate::comparison::Comparison;
use crate::forecast::Forecast;
use crate::guidance::Guidance;
use crate::record::Record;
pub(crate) use crate::render::terminal::RenderOptions;
use crate::source::{Problem, Source};

/// What became of one profile: its report, or why there is none.
pub(crate) type Judged<'a> = Result<Report<'a>, Refusal<'a>>;

/// A checked profile.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    pub(crate) file: &'a ProfileFile,
    pub(crate) guidance: &'a Guidance,
    pub(crate) record: Record<'a>,
    pub(crate) assessment: Assessment<'a>,
    pub(crate) as_of_from: AsOfFrom,
    pub(crate) warnings: Vec<Remark>,
    /// What is new since an earlier report, where one was given.
    pub(crate) since: Option<Comparison<'a>>,
    /// The days to come, where a format shows them.
    pub(crate) forecast: Option<Forecast<'a>>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(
        file: &'a ProfileFile,
        guidance: &'a Guidance,
        record: Record<'a>,
        as_of_from: AsOfFrom,
        warnings: Vec<Remark>,
    ) -> Self {
        let assessment = assess(guidance, &record);
        Self { file, guidance, record, assessment, as_of_from, warnings, since: None, forecast: None }
    }

    pub(crate) fn category(&self, at: Option<usize>) -> Option<&'a str> {
        at.map(|at| self.record.profile.categories[at].name.as_str())
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Refusal<'a> {
    pub(crate) file: &'a ProfileFile,
    /// What is wrong in it, in the order of the file; at least one.
    pub(crate) mistakes: Vec<Remark>,
    pub(crate) more: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProfileFile {
    /// Its path as given, or `-`.
    pub(crate) path: String,
    /// Its path from the root of the repository, with `/`: where programs look for it.
    pub(crate) in_repository: String,
}

/// Where the date of a report comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AsOfFrom {
    /// The option `--as-of`.
    Option,
    /// The variable `SOURCE_DATE_EPOCH`.
    Environment,
    /// The profile's own `as-of`.
    Profile,
    /// The calendar.
    Today,
}

/// What is wrong, or to be looked at, at a place of a profile.
#[derive(Clone, Debug)]
pub(crate) struct Remark {
    pub(crate) line: usize,
    /// Column in characters, from 1.
    pub(crate) column: usize,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Whether it is about the file as a whole; its place is the beginning then.
    pub(crate) is_of_file: bool,
}

impl Remark {
    pub(crate) fn new(problem: &Problem, source: &Source) -> Self {
        let place = source.place(problem.span.map_or(0, |span| span.start));
        Self {
            line: place.line,
            column: place.column,
            message: problem.message.clone(),
            help: problem.help.clone(),
            is_of_file: problem.span.is_none(),
        }
    }

    /// The message after its place, where it has one: "7:9: unknown stage".
    pub(crate) fn with_place(&self) -> String {
        if self.is_of_file { self.message.clone() } else { format!("{}:{}: {}", self.line, self.column, self.message) }
    }

    /// The same after a path: "profile.toml:7:9: unknown stage".
    pub(crate) fn with_path(&self, path: &str) -> String {
        format!("{path}:{}{}", if self.is_of_file { " " } else { "" }, self.with_place())
    }
}
