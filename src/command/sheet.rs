//! Reports that are being written: their parts come batch by batch and wait until it is known what stands around them.

use std::io::{self, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::SpooledTempFile;

use crate::cli::{CommonArguments, JudgeArguments};
use crate::command::output;
use crate::format::{self, Format};
use crate::report::form::Frame;
use crate::report::team::Team;
use crate::report::{Form, Judged, Look};
use crate::save;
use crate::text::visible;

/// Bytes of waiting parts that are kept in memory: those of a thousand people go to a file that nobody sees.
const MOST_IN_MEMORY: usize = 256 << 10;

/// A report in one format.
pub struct Sheet<'t> {
    /// Its format.
    pub format: &'static Format,
    look: Look,
    /// The file that it goes to; `None` for standard output.
    path: Option<&'t str>,
    parts: SpooledTempFile,
    /// Whether a part stands in it.
    is_begun: bool,
    /// Whether nobody reads on.
    is_closed: bool,
}

/// The reports that the arguments ask for: files first, standard output last.
pub fn sheets<'t>(
    format: &'static Format,
    arguments: &'t JudgeArguments,
    common: &CommonArguments,
    is_team: bool,
) -> Vec<Sheet<'t>> {
    // The report of one profile is there at once anyway.
    let most_in_memory = if is_team { MOST_IN_MEMORY } else { usize::MAX };
    let parts = || SpooledTempFile::new(most_in_memory);
    let sheet = |format, look, path| Sheet { format, look, path, parts: parts(), is_begun: false, is_closed: false };
    let files = arguments.output.iter().filter_map(|target| {
        Some(sheet(format::named(&target.format)?, output::look_of_file(common), Some(target.path.as_str())))
    });
    files.chain([sheet(format, output::look(common), None)]).collect()
}

impl Sheet<'_> {
    /// What is told of some profiles; the first of them stands at a place among all, from 1. Of the only profile, when it could not be
    /// judged, there is nothing to say but where.
    pub fn parts(&self, judged: &[Judged<'_>], first: usize, is_team: bool) -> Vec<String> {
        match judged {
            [Err(_)] if !is_team && !self.format.tells_mistakes => Vec::new(),
            [only] if !is_team => vec![self.format.form.alone(only, &self.look)],
            judged => self.format.form.parts(judged, first, &self.look),
        }
    }

    /// Whether nobody reads on.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Whether its parts are printed as they come.
    pub fn streams(&self) -> bool {
        self.path.is_none() && matches!(self.format.form, Form::Lines(_))
    }

    /// Adds parts.
    ///
    /// # Errors
    /// What the writing says.
    pub fn add(&mut self, parts: &[String]) -> Result<()> {
        if self.streams() {
            match output::print_with(|out| parts.iter().try_for_each(|part| out.write_all(part.as_bytes()))) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.is_closed = true,
                printed => printed?,
            }
            return Ok(());
        }
        parts.iter().try_for_each(|part| self.write(part))
    }

    fn write(&mut self, part: &str) -> Result<()> {
        let between = if self.is_begun { self.format.form.between() } else { "" };
        self.is_begun = true;
        self.parts.write_all(between.as_bytes()).and_then(|()| self.parts.write_all(part.as_bytes())).context("a temporary file")
    }

    /// Writes the report to where it goes, with what stands around its parts where there is a team.
    ///
    /// # Errors
    /// What the writing says.
    pub fn finish(mut self, team: Option<&Team>) -> Result<()> {
        if !self.is_begun {
            return Ok(());
        }
        let Frame { before, after } = team.map_or_else(Frame::default, |team| self.format.form.frame(team, &self.look));
        self.parts.rewind()?;
        let mut write = |out: &mut dyn Write| {
            out.write_all(before.as_bytes())?;
            io::copy(&mut self.parts, out)?;
            out.write_all(after.as_bytes())
        };
        match self.path {
            Some(path) => save::save_with(Path::new(path), write).with_context(|| visible(path).into_owned()),
            None => Ok(output::print_with(&mut write)?),
        }
    }
}
