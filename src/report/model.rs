//! What a report is made of, whatever its format.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::comparison::Comparison;
use crate::forecast::Forecast;
use crate::guidance::Guidance;
use crate::record::Record;
pub use crate::render::terminal::Look;
use crate::source::{Problem, Source};

/// What became of one profile: its report, or why there is none.
pub type Judged<'a> = Result<Report<'a>, Refusal<'a>>;

/// One profile, judged.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Where the profile is.
    pub file: &'a ProfileFile,
    /// The edition that it is judged by.
    pub guidance: &'a Guidance,
    /// What counts.
    pub record: Record<'a>,
    /// How it came out.
    pub assessment: Assessment<'a>,
    /// Where the date of the report comes from.
    pub as_of_from: AsOfFrom,
    /// What is to be looked at in the file.
    pub warnings: Vec<Remark>,
    /// What is new since an earlier report, where one was given.
    pub since: Option<Comparison<'a>>,
    /// The days to come, where a format shows them.
    pub forecast: Option<Forecast<'a>>,
}

impl<'a> Report<'a> {
    /// The name of a declared category by its place.
    pub fn category(&self, at: Option<usize>) -> Option<&'a str> {
        at.map(|at| self.record.profile.categories[at].name.as_str())
    }
}

/// A profile that was not judged.
#[derive(Clone, Debug)]
pub struct Refusal<'a> {
    /// Where the profile is.
    pub file: &'a ProfileFile,
    /// What is wrong in it, in the order of the file; at least one.
    pub mistakes: Vec<Remark>,
    /// How many more mistakes there are.
    pub more: usize,
}

/// Where a profile is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFile {
    /// Its path as given, or `-`.
    pub path: String,
    /// Its path from the root of the repository, with `/`: where programs look for it.
    pub in_repository: String,
}

/// Where the date of a report comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AsOfFrom {
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
pub struct Remark {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What it is.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Whether it is about the file as a whole; its place is the beginning then.
    pub is_of_file: bool,
}

impl Remark {
    /// A problem of a source as a remark of a report.
    pub fn new(problem: &Problem, source: &Source) -> Self {
        let place = source.place(problem.span.map_or(0, |span| span.start));
        Self {
            line: place.line,
            column: place.column,
            message: problem.message.clone(),
            help: problem.help.clone(),
            is_of_file: problem.span.is_none(),
        }
    }

    /// What it is, behind its place where it has one: "7:9: unknown stage".
    pub fn with_place(&self) -> String {
        if self.is_of_file { self.message.clone() } else { format!("{}:{}: {}", self.line, self.column, self.message) }
    }

    /// The same behind a path: "profile.toml:7:9: unknown stage".
    pub fn with_path(&self, path: &str) -> String {
        format!("{path}:{}{}", if self.is_of_file { " " } else { "" }, self.with_place())
    }
}
