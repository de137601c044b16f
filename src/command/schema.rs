//! `schema`: the JSON Schema of a file format.

use std::process::ExitCode;

use anyhow::Result;

use crate::cli::{CommonArguments, Described};
use crate::command::{guidances, output};
use crate::render::json::to_text;
use crate::schema;

/// Writes the schema of a file format; that of a profile for one guidance, where an option names it.
pub fn run(of: Described, common: &CommonArguments) -> Result<ExitCode> {
    let schema = match of {
        Described::Profile if common.guidance.is_some() => {
            let guidance = guidances::by_option(common)?;
            schema::profile::schema_by(&guidance)
        }
        Described::Profile => schema::profile::schema(),
        Described::Report => schema::report::schema(),
        Described::Guidance => schema::guidance::schema(),
    };
    output::print(&to_text(&schema)?)?;
    Ok(ExitCode::SUCCESS)
}
