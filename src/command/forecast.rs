//! `forecast`: when a criterion turns, and why.

use anyhow::{Result, anyhow};

use crate::cli::CommonArguments;
use crate::cli::ahead::ForecastArguments;
use crate::command::output::Told;
use crate::command::{files, input, kinds, output};
use crate::forecast::{between, in_months};
use crate::report::forecast::FORMATS;

pub(crate) fn run(arguments: &ForecastArguments, common: &CommonArguments) -> Result<()> {
    let (_, render) = kinds::format(FORMATS, |(name, _)| name, &common.format, "forecast")?;
    let (file, source) = files::only_profile(arguments.profile.as_ref())?;
    let read = input::read(&source, common, ", nothing was foreseen").map_err(|refused| Told(refused.told))?;
    let from = arguments.from.unwrap_or(read.as_of);
    let range = match arguments.until {
        Some(until) => between(from, until).map_err(|reason| anyhow!("--until: {reason}"))?,
        None => in_months(from, arguments.months),
    };
    let facts = read.facts();
    output::print(&render(&read.report(&file, &facts), &read.forecast(&facts, range), &output::look(common))?)
}
