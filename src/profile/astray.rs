//! One warning on all entries that belong to none of several declared categories.

use crate::source::{Problem, Severity, Span};
use crate::text::joined;

/// The warning at the first of some entries by their headers and lines. What helps depends on whether a declared category lists
/// technology areas.
pub(crate) fn warning_of_astray(entries: &[(Span, usize)], lists_areas: bool) -> Option<Problem> {
    let mut entries = entries.to_vec();
    entries.sort_unstable_by_key(|(_, line)| *line);
    let (header, _) = entries.first()?;
    let or_area = if lists_areas { ", or a technology area that only one of them lists" } else { "" };
    let (message, help) = if entries.len() == 1 {
        let message = "belongs to none of the declared categories: it counts only in what is judged overall".into();
        (message, format!("state its `category`{or_area}"))
    } else {
        let message = format!(
            "{} entries belong to none of the declared categories ({}): they count only in what is judged overall",
            entries.len(),
            lines(&entries)
        );
        (message, format!("state `category` in each{or_area}"))
    };
    Some(Problem::new(Severity::Warning, *header, message, help))
}

/// "lines 17, 26, 35 and 24 more".
fn lines(entries: &[(Span, usize)]) -> String {
    /// Lines that are named before the rest is counted.
    const MOST_LINES: usize = 3;
    let mut words: Vec<String> = entries.iter().take(MOST_LINES).map(|(_, line)| line.to_string()).collect();
    let rest = entries.len() - words.len();
    if rest > 0 {
        words.push(format!("{rest} more"));
    }
    format!("lines {}", joined(&words, "and"))
}
