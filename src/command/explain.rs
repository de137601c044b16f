//! `explain`: one topic of the guidance in full.

use std::process::ExitCode;

use anstyle::Style;
use anyhow::{Result, anyhow, bail};

use crate::cli::CommonArguments;
use crate::command::{guidances, output};
use crate::explanation::{Explanation, explain};
use crate::report::json::text::to_text;
use crate::report::page::{Page, STRONG};
use crate::text::named;

/// Explains a topic.
///
/// # Errors
/// An unknown topic, with what was probably meant.
pub fn run(topic: &str, common: &CommonArguments) -> Result<ExitCode> {
    let guidance = guidances::by_option(common)?;
    let explanation = explain(topic, &guidance).map_err(|closest| {
        let hint = closest.map_or(String::new(), |known| format!("; did you mean `{known}`?"));
        anyhow!("nothing to explain by the name {}{hint} (`mvp-check list` shows all names)", named(topic))
    })?;
    let text = match common.format.as_str() {
        "table" => page(&explanation, &Page { look: output::look(common) }),
        "json" => to_text(&explanation)?,
        other => bail!("explain has no format `{other}`; it has table and json"),
    };
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn page(explanation: &Explanation, page: &Page) -> String {
    let mut text = page.wrapped(&explanation.title, STRONG);
    for part in &explanation.parts {
        text.push('\n');
        if !part.heading.is_empty() {
            text += &page.wrapped(part.heading, STRONG);
        }
        text += &page.indented(&part.text, "  ", Style::new());
    }
    text
}
