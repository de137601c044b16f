//! The library's interface: a profile that was parsed by a guidance, checked on a day.

use std::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::guidance::{self, Guidance, category_of_any_edition};
use crate::profile::{self, Profile};
use crate::record::Record;
use crate::record::facts::Facts;
use crate::render::error::RenderError;
use crate::report::{AsOfFrom, Format, ProfileFile, Remark, RenderOptions, Report};
use crate::source::{Problem, Problems, Severity, Source};

/// A file that cannot be used. It displays as all of its mistakes, one a line, each with path, line and column.
#[derive(Debug, Error)]
pub struct InvalidFile {
    path: String,
    mistakes: Vec<Remark>,
    /// Mistakes beyond those that are kept.
    more: usize,
}

impl InvalidFile {
    fn new(source: &Source, problems: Problems) -> Self {
        let more = problems.more_errors;
        let errors = problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error);
        let mistakes = errors.map(|problem| Remark::new(&problem, source)).collect();
        Self { path: source.name.clone(), mistakes, more }
    }
}

impl fmt::Display for InvalidFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.mistakes.iter().map(|mistake| mistake.with_path(&self.path)).collect();
        formatter.write_str(&lines.join("\n"))?;
        if self.more > 0 { write!(formatter, "\nand {} more", self.more) } else { Ok(()) }
    }
}

impl Guidance {
    /// The built-in guidance with this id.
    pub fn built_in(id: &str) -> Option<Self> {
        guidance::shipped(id)
    }

    /// Parses a custom guidance, which may extend a built-in one.
    ///
    /// # Errors
    /// All mistakes of the file.
    pub fn parse(source: &Source) -> Result<Self, InvalidFile> {
        guidance::read(source).map_err(|problems| InvalidFile::new(source, problems))
    }
}

/// A profile without mistakes, in the words of a guidance.
#[derive(Debug)]
pub struct ValidProfile<'s> {
    file: ProfileFile,
    source: &'s Source,
    profile: Profile<'s>,
    guidance: &'s Guidance,
    warnings: Vec<Problem>,
}

impl<'s> ValidProfile<'s> {
    /// Parses a profile. The guidance that the profile itself names is not looked at.
    ///
    /// # Errors
    /// All mistakes of the file.
    pub fn parse(source: &'s Source, guidance: &'s Guidance) -> Result<Self, InvalidFile> {
        let (profile, problems) = profile::read(source).resolve(&guidance.vocabulary, &category_of_any_edition);
        if problems.errors() > 0 {
            return Err(InvalidFile::new(source, problems));
        }
        let file = ProfileFile { path: source.name.clone(), in_repository: source.name.clone() };
        Ok(Self { file, source, profile, guidance, warnings: problems.sorted() })
    }

    /// Checks it on a day, whatever day the profile sets.
    pub fn check(&self, as_of: NaiveDate) -> Report<'_> {
        let record = Record::on(as_of, &Facts::new(&self.profile, &self.guidance.vocabulary));
        let warnings = self.warnings.iter().map(|warning| Remark::new(warning, self.source)).collect();
        Report::new(&self.file, self.guidance, record, AsOfFrom::Option, warnings)
    }
}

impl Report<'_> {
    /// Renders it in a format.
    ///
    /// # Errors
    /// A defect of this library: none depends on the profile.
    pub fn render(&self, format: &Format, options: &RenderOptions) -> Result<String, RenderError> {
        (format.alone)(&Ok(self.clone()), options)
    }
}
