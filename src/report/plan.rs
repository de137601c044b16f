//! A plan in each of its formats: one file in `report/plan/` a format, and its line here.

pub(crate) mod table;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod html;

use crate::plan::Plan;
use crate::render::Rendered;
use crate::report::model::{RenderOptions, Report};

/// Writes a plan for the person of a report.
pub(crate) type Render = fn(&Report<'_>, &Plan<'_>, &RenderOptions) -> Rendered;

pub(crate) const FORMATS: &[(&str, Render)] =
    &[("table", table::render), ("json", json::render), ("markdown", markdown::render), ("html", html::render)];
