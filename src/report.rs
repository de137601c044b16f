//! The report in each of its formats: one file in `report/` a format, and its line in [`FORMATS`].

pub(crate) mod model;
pub(crate) mod style;
pub(crate) mod words;
pub(crate) mod sections;
pub(crate) mod since;
pub(crate) mod row;
pub(crate) mod plain_words;
pub(crate) mod annotations;
pub(crate) mod team;
pub(crate) mod format;
pub(crate) mod shared_gaps;
pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod markdown;
pub(crate) mod html;
pub(crate) mod github;
pub(crate) mod azure;
pub(crate) mod forecast;
pub(crate) mod plan;
pub(crate) mod mistakes;

pub(crate) use format::Format;
pub(crate) use model::{AsOfFrom, Judged, ProfileFile, Refusal, Remark, RenderOptions, Report};

/// The formats; the first is the default.
pub const FORMATS: &[Format] = &[table::FORMAT, json::FORMAT, markdown::FORMAT, html::FORMAT, github::FORMAT, azure::FORMAT];

impl Format {
    /// The format that `--format` calls by this name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }
}
