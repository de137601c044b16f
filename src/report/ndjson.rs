//! The format `ndjson`: the JSON report of each profile on a line of its own, as programs read it while the others are still judged.

use crate::report::form::Form;
use crate::report::json::JsonJudged;
use crate::report::json::text::to_line;
use crate::report::model::{Judged, Look};

/// The format `ndjson`.
pub const FORM: Form = Form::Lines(line);

fn line(judged: &Judged<'_>, _: &Look) -> String {
    // The types of the report hold nothing that JSON cannot write.
    to_line(&JsonJudged::new(judged)).unwrap_or_default()
}
