//! JSON Schemas (draft 7, which editors know) of the files that are read and written.

pub(crate) mod values;
pub(crate) mod names;
pub(crate) mod name_rules;
pub(crate) mod profile;

/// The schema of the JSON report, generated from the types that write it (`tests/inner/schema/generate`).
pub(crate) const REPORT: &str = include_str!("../schemas/mvp-report.schema.json");
/// The schema of guidance files, generated from the types that read them.
pub(crate) const GUIDANCE: &str = include_str!("../schemas/mvp-guidance.schema.json");
