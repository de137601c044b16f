//! Where the reports of a run go: the files of `--output`, then standard output.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use crate::cli::{CheckArguments, CommonArguments};
use crate::command::output;
use crate::report::{FORMATS, Format, RenderOptions};
use crate::save;
use crate::text::{escape_control_chars, joined};

pub(crate) struct Output<'t> {
    pub(crate) format: &'static Format,
    pub(crate) look: RenderOptions,
    /// The file that it goes to; `None` for standard output.
    pub(crate) path: Option<&'t str>,
}

/// The reports that the arguments ask for: files first, standard output last.
pub(crate) fn outputs<'t>(arguments: &'t CheckArguments, common: &CommonArguments) -> Result<Vec<Output<'t>>> {
    let format = Format::by_name(&common.format).ok_or_else(|| of_exports_only(&common.format))?;
    let look = output::look_of_file(common);
    let files = arguments.output.iter().map(|target| Output { format: target.format, look, path: Some(&*target.path) });
    Ok(files.chain([Output { format, look: output::look(common), path: None }]).collect())
}

fn of_exports_only(format: &str) -> anyhow::Error {
    let names: Vec<String> = FORMATS.iter().map(|format| format.name.to_owned()).collect();
    anyhow!("`{format}` is a format of `export` only; here it is {}", joined(&names, "or"))
}

impl Output<'_> {
    /// Writes the report to where it goes; a file in full or not at all.
    pub(crate) fn write(&self, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
        match self.path {
            Some(path) => save::save_with(Path::new(path), write).with_context(|| escape_control_chars(path).into_owned()),
            None => output::print_with(write),
        }
    }
}
