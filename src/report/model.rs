//! What a report is made of, whatever its format.

use crate::assess::Assessment;
use crate::guidance::Guidance;
use crate::record::Record;
use crate::source::{Problem, Source};

/// One profile, judged.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Path of the profile as given, or `-`.
    pub path: &'a str,
    /// The edition that it is judged by.
    pub guidance: &'a Guidance,
    /// What counts.
    pub record: &'a Record<'a>,
    /// How it came out.
    pub assessment: &'a Assessment<'a>,
    /// Where the date of the report comes from.
    pub as_of_from: AsOfFrom,
    /// What is to be looked at in the file.
    pub warnings: Vec<Warning>,
}

/// Where the date of a report comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl AsOfFrom {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Environment => "environment",
            Self::Profile => "profile",
            Self::Today => "today",
        }
    }
}

/// A warning about the profile's text.
#[derive(Clone, Debug)]
pub struct Warning {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is to be looked at.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Warning {
    /// A problem of a source as a warning of a report.
    pub fn new(problem: &Problem, source: &Source) -> Self {
        let place = source.place(problem.span.map_or(0, |span| span.start));
        Self { line: place.line, column: place.column, message: problem.message.clone(), help: problem.help.clone() }
    }
}

/// How text for people is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns; nothing is wider than this, but never below 20.
    pub width: usize,
    /// Whether colours are written.
    pub color: bool,
    /// Whether only the verdict is wanted.
    pub quiet: bool,
}

impl Look {
    /// Columns below which nothing readable fits.
    pub const NARROWEST: usize = 20;

    /// The columns to lay out for.
    pub fn columns(self) -> usize {
        self.width.max(Self::NARROWEST)
    }
}
