//! Everything that a report tells; one file in `report/` for each format.

pub mod model;
pub mod style;
pub mod words;
pub mod sections;
pub mod since;
pub mod row;
pub mod team;
pub mod shared_gaps;
pub mod form;
pub mod json;
pub mod ndjson;
pub mod table;
pub mod markdown;
pub mod html;
pub mod plain_words;
pub mod annotations;
pub mod github;
pub mod azure;
pub mod sarif;
pub mod junit;
pub mod forecast;
pub mod plan;
pub mod mistakes;

pub use form::Form;
pub use model::{AsOfFrom, Judged, Look, ProfileFile, Refusal, Remark, Report};
