//! The report in each of its formats: one file in `report/` a format, and its line in [`FORMATS`].

pub mod model;
pub mod style;
pub mod words;
pub mod sections;
pub mod since;
pub mod row;
pub mod plain_words;
pub mod annotations;
pub mod team;
pub mod format;
pub mod shared_gaps;
pub mod json;
pub mod table;
pub mod markdown;
pub mod html;
pub mod github;
pub mod azure;
pub mod forecast;
pub mod plan;
pub mod mistakes;

pub use format::Format;
pub use model::{AsOfFrom, Judged, Look, ProfileFile, Refusal, Remark, Report};

/// The formats; the first is the default.
pub const FORMATS: &[Format] = &[table::FORMAT, json::FORMAT, markdown::FORMAT, html::FORMAT, github::FORMAT, azure::FORMAT];

/// The format with a name.
pub fn format_by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
