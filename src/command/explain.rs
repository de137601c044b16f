//! `explain`: one topic of the guidance in full.

use anstyle::Style;
use anyhow::{Result, anyhow};

use crate::cli::CommonArguments;
use crate::command::{guidances, kinds, output};
use crate::explanation::{Explanation, explain};
use crate::render::json::to_text;
use crate::render::terminal::{Page, STRONG};
use crate::text::named;

pub(crate) fn run(topic: &str, common: &CommonArguments) -> Result<()> {
    let guidance = guidances::by_option(common)?;
    let explained = explain(topic, &guidance).or_else(|_| explain(&topic.to_lowercase(), &guidance));
    let explanation = explained.map_err(|closest| {
        let pages: Vec<&str> = guidance.pages.iter().map(|page| page.id.as_str()).collect();
        let hint = match closest {
            Some(known) => format!("; did you mean `{known}`?"),
            None => format!(": name a criterion, a type or a metric of `mvp-check list`, or {}", pages.join(", ")),
        };
        anyhow!("nothing to explain by the name {}{hint}", named(topic))
    })?;
    match *kinds::format(&["table", "json"], |name| name, &common.format, "explain")? {
        "json" => output::print(&to_text(&explanation)?),
        _ => output::print(&page(&explanation, &Page { look: output::look(common) })),
    }
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
