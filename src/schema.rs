//! JSON Schemas (draft 7, which editors know) of the files that are read and written.

pub mod tidy;
pub mod values;
pub mod names;
pub mod profile;
pub mod report;
pub mod guidance;

/// The meta-schema of draft 7.
pub const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// Rules beyond a schema as the comment that each schema carries.
pub fn comment(unstated: &[&str]) -> String {
    format!("What a schema cannot say, and mvp-check does: {}", unstated.join(" "))
}
