//! JSON Schemas (draft 7, which editors know) of the files that are read and written.

pub mod head;
pub mod tidy;
pub mod values;
pub mod names;
pub mod name_rules;
pub mod profile;
pub mod report;
pub mod guidance;
