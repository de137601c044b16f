//! A JSON report kept from earlier, read back. Of its fields only those are read that are compared; any others may be there.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use thiserror::Error;

use crate::evidence::Outcome;
use crate::source::json::JsonMistake;
use crate::source::{Place, Source};

const SCHEMA_VERSION: u32 = 1;

/// What is kept: the report of one profile, or of several.
#[derive(Debug)]
pub(crate) struct Baseline {
    /// By the path of their profile.
    reports: BTreeMap<PathBuf, BaselineReport>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineReport {
    pub(crate) as_of: NaiveDate,
    pub(crate) guidance: BaselineGuidance,
    pub(crate) profile: BaselineProfile,
    pub(crate) activity: BaselineActivity,
    pub(crate) findings: Vec<BaselineFinding>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineGuidance {
    pub(crate) id: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineProfile {
    pub(crate) path: String,
    pub(crate) name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineActivity {
    pub(crate) amount: f64,
    pub(crate) reach: BaselineReach,
    /// Entries that counted; `None` in a report that does not list them.
    pub(crate) contributions: Option<Vec<BaselineContribution>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineReach {
    pub(crate) online: f64,
    pub(crate) in_person: f64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineContribution {
    #[serde(rename = "type")]
    pub(crate) activity_type: String,
    pub(crate) title: String,
    pub(crate) date: NaiveDate,
    pub(crate) url: Option<String>,
    #[serde(default)]
    pub(crate) impact: BTreeMap<String, f64>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BaselineFinding {
    pub(crate) criterion: String,
    pub(crate) category: Option<String>,
    pub(crate) outcome: Outcome,
}

/// Why a file is not a report to compare with.
#[derive(Debug, Error)]
pub(crate) enum BaselineError {
    /// It is not JSON, or not that of a report.
    #[error("it is no JSON report of this tool, which `--output json=PATH` writes: {message}")]
    NoReport { place: Place, message: String },
    #[error("it has schema_version {0}, this version reads {SCHEMA_VERSION}")]
    OtherVersion(u32),
    /// Profiles were named, and none could be judged.
    #[error("no profile was judged in it")]
    Empty,
}

impl BaselineError {
    /// Where in the file that shows, where it is at one place.
    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Self::NoReport { place, .. } => Some(*place),
            Self::OtherVersion(_) | Self::Empty => None,
        }
    }
}

/// The part of a document that says what it is.
#[derive(Deserialize)]
struct Kind<'t> {
    schema_version: u32,
    #[serde(borrow)]
    reports: Option<Vec<&'t RawValue>>,
}

/// The report of a profile that was not judged.
#[derive(Deserialize)]
struct Unjudged {
    #[serde(rename = "error")]
    _error: IgnoredAny,
}

/// A path without the steps that lead nowhere: `./a.toml` is `a.toml`.
fn plain(path: &str) -> PathBuf {
    Path::new(path).components().filter(|part| *part != Component::CurDir).collect()
}

impl Baseline {
    /// Reads a report. Profiles that were not judged then are passed over.
    pub(crate) fn read(source: &Source) -> Result<Self, BaselineError> {
        let text = source.text.trim_start_matches('\u{feff}');
        // Each part is one of the text itself, so that the place of what is wrong in it is known.
        let begin = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
        let no_report = |part: &str, error: &serde_json::Error| {
            let JsonMistake { message, place } = JsonMistake::in_part(error, text, begin(part));
            BaselineError::NoReport { place, message }
        };
        let kind: Kind<'_> = serde_json::from_str(text).map_err(|error| no_report(text, &error))?;
        if kind.schema_version != SCHEMA_VERSION {
            return Err(BaselineError::OtherVersion(kind.schema_version));
        }
        let parts: Vec<&str> = match &kind.reports {
            None => vec![text],
            Some(reports) => reports.iter().map(|report| report.get()).collect(),
        };
        let judged = parts.into_iter().filter(|part| serde_json::from_str::<Unjudged>(part).is_err());
        let mut reports = BTreeMap::new();
        for part in judged {
            let report: BaselineReport = serde_json::from_str(part).map_err(|error| no_report(part, &error))?;
            reports.entry(plain(&report.profile.path)).or_insert(report);
        }
        if reports.is_empty() { Err(BaselineError::Empty) } else { Ok(Self { reports }) }
    }

    /// The report of a profile: the one of its path; where only one was judged then and `is_only` one is now, that one, unless it
    /// names somebody else.
    pub(crate) fn of(&self, path: &str, name: Option<&str>, is_only: bool) -> Option<&BaselineReport> {
        if is_only && self.reports.len() == 1 {
            let mut reports = self.reports.values();
            return reports.find(|one| one.profile.name.is_none() || name.is_none() || one.profile.name.as_deref() == name);
        }
        self.reports.get(&plain(path))
    }
}
