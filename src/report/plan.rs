//! What a plan tells; one file in `report/plan/` for each format, and its line here.

pub mod table;
pub mod json;
pub mod markdown;
pub mod html;

use crate::plan::Plan;
use crate::render::Rendered;
use crate::report::model::{Look, Report};

/// Writes a plan for the person of a report.
pub type Render = fn(&Report<'_>, &Plan<'_>, &Look) -> Rendered;

/// The formats; the first is the default.
pub const FORMATS: &[(&str, Render)] =
    &[("table", table::render), ("json", json::render), ("markdown", markdown::render), ("html", html::render)];
