//! `schema`: the JSON Schema of a file format.

use std::process::ExitCode;

use anyhow::Result;

use crate::cli::{CommonArguments, Described};
use crate::command::output;
use crate::report::json_text::to_text;
use crate::schema;

/// Writes the schema of a file format.
///
/// # Errors
/// What the writing says.
pub fn run(of: Described, _: &CommonArguments) -> Result<ExitCode> {
    let schema = match of {
        Described::Report => schema::report(),
        Described::Profile | Described::Guidance => schema::report(),
    };
    output::print(&to_text(&schema)?)?;
    Ok(ExitCode::SUCCESS)
}
