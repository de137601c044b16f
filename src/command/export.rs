//! `export`: the record in the shape that others ask for.

use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use crate::cli::CommonArguments;
use crate::cli::keeping::ExportArguments;
use crate::command::kinds::kinds_with_examples;
use crate::command::output::Told;
use crate::command::{files, input, output};
use crate::export::model::Selection;
use crate::export::{self, EXPORTS, Export, ExportFormat};
use crate::record::Record;
use crate::report::page::Page;

/// Writes an export of a profile, or lists the kinds of exports.
///
/// # Errors
/// A profile that cannot be read or has mistakes; a format that this kind does not have; a guidance that does not know what is exported.
pub fn run(arguments: &ExportArguments, common: &CommonArguments) -> Result<ExitCode> {
    let Some(kind) = arguments.kind.as_deref().filter(|_| !arguments.list) else {
        let kinds = EXPORTS.iter().map(|export| (export.name, export.about, export.example));
        output::print(&kinds_with_examples(kinds, &Page { look: output::look(common) }))?;
        return Ok(ExitCode::SUCCESS);
    };
    let export = export::named(kind).ok_or_else(|| anyhow!("unknown export"))?;
    let format = format(export, &common.format)?;
    let paths = files::profile_paths(arguments.profile.as_slice())?;
    let source = files::source(&paths[0])?;
    let read = input::read(&source, common, ", nothing was exported").map_err(|refused| Told(refused.told))?;
    let record = Record::new(&read.profile, &read.guidance.vocabulary, read.as_of);
    let selection = Selection { guidance: &read.guidance, record: &record, is_all: arguments.all, top: arguments.top };
    output::print(&(format.render)(&selection).map_err(|reason| anyhow!(reason))?)?;
    Ok(ExitCode::SUCCESS)
}

/// The format that is asked for; the first one where none is.
fn format(export: &Export, asked: &str) -> Result<&'static ExportFormat> {
    /// What the option says where nobody used it.
    const UNASKED: &str = "table";
    let found = export.formats.iter().find(|format| format.name == asked);
    match found.or(export.formats.first().filter(|_| asked == UNASKED)) {
        Some(format) => Ok(format),
        None => {
            let names: Vec<String> = export.formats.iter().map(|format| format.name.to_owned()).collect();
            bail!("export {} has no format `{asked}`; it has {}", export.name, crate::text::joined(&names, "and"))
        }
    }
}
