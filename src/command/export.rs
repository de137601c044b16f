//! `export`: the record in the shape that others ask for.

use anyhow::{Result, anyhow};

use crate::cli::CommonArguments;
use crate::cli::keeping::ExportArguments;
use crate::command::output::Told;
use crate::command::{files, input, kinds, output};
use crate::export::model::Selection;
use crate::export::{self, EXPORTS};
use crate::record::Record;
use crate::render::terminal::Page;

pub(crate) fn run(arguments: &ExportArguments, common: &CommonArguments) -> Result<()> {
    let Some(kind) = arguments.kind.as_deref().filter(|_| !arguments.list) else {
        let kinds = EXPORTS.iter().map(|export| (export.name, export.about, export.example));
        return output::print(&kinds::kinds_with_examples(kinds, &Page { look: output::look(common) }));
    };
    let export = export::named(kind).ok_or_else(|| anyhow!("unknown export"))?;
    let format = kinds::format(export.formats, |format| format.name, &common.format, &format!("export {}", export.name))?;
    let (_, source) = files::only_profile(arguments.profile.as_ref())?;
    let read = input::read(&source, common, ", nothing was exported").map_err(|refused| Told(refused.told))?;
    let record = Record::new(&read.profile, &read.guidance.vocabulary, read.as_of);
    let top = arguments.top.map(|top| usize::try_from(top).unwrap_or(usize::MAX));
    let selection = Selection { guidance: &read.guidance, record: &record, is_all: arguments.all, top };
    output::print(&(format.render)(&selection)?)
}
