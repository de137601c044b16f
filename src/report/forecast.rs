//! What a forecast tells; one file in `report/forecast/` for each format, and its line here.

pub mod strip;
pub mod table;
pub mod json;
pub mod markdown;
pub mod html;

use crate::forecast::Forecast;
use crate::render::Rendered;
use crate::report::model::{Look, Report};

/// Writes a forecast of the person of a report.
pub type Render = fn(&Report<'_>, &Forecast<'_>, &Look) -> Rendered;

/// The formats; the first is the default.
pub const FORMATS: &[(&str, Render)] =
    &[("table", table::render), ("json", json::render), ("markdown", markdown::render), ("html", html::render)];
