//! `schema`: the JSON Schema of a file format.

use anyhow::Result;

use crate::cli::{CommonArguments, Described};
use crate::command::{guidances, output};
use crate::render::json::to_text;
use crate::schema;

/// Writes the schema of a file format; that of a profile for one guidance, where an option names it.
pub(crate) fn run(of: Described, common: &CommonArguments) -> Result<()> {
    match of {
        Described::Report => output::print(schema::REPORT),
        Described::Guidance => output::print(schema::GUIDANCE),
        Described::Profile => {
            let schema = match common.guidance {
                Some(_) => schema::profile::schema_by(&*guidances::by_option(common)?),
                None => schema::profile::schema(),
            };
            output::print(&to_text(&schema)?)
        }
    }
}
