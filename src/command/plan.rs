//! `plan`: what could close the gaps.

use anyhow::{Result, anyhow};

use crate::cli::CommonArguments;
use crate::cli::ahead::PlanArguments;
use crate::command::output::Told;
use crate::command::{files, input, kinds, output};
use crate::plan::{Plan, usual_day};
use crate::report::plan::FORMATS;

pub(crate) fn run(arguments: &PlanArguments, common: &CommonArguments) -> Result<()> {
    let (_, render) = kinds::format(FORMATS, |(name, _)| name, &common.format, "plan")?;
    let (file, source) = files::only_profile(arguments.profile.as_ref())?;
    let read = input::read(&source, common, ", nothing was planned").map_err(|refused| Told(refused.told))?;
    let facts = read.facts();
    let by = arguments.by.unwrap_or_else(|| usual_day(read.as_of, &facts));
    let plan = Plan::new(&read.guidance, &facts, read.as_of, by).map_err(|reason| anyhow!("--by: {reason}"))?;
    output::print(&render(&read.report(&file, &facts), &plan, &output::look(common))?)
}
