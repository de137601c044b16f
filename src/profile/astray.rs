//! Entries that belong to none of several declared categories: told once, however many they are.

use crate::source::{Problem, Severity, Span};
use crate::text::joined;

#[derive(Debug, Default)]
pub(crate) struct Astray(Vec<(Span, usize)>);

impl Astray {
    /// Adds one by its header and its line.
    pub(crate) fn add(&mut self, place: (Span, usize)) {
        self.0.push(place);
    }

    /// The warning on all of them, where there is one. What helps depends on whether a declared category lists technology areas.
    pub(crate) fn warning(&mut self, lists_areas: bool) -> Option<Problem> {
        self.0.sort_unstable_by_key(|(_, line)| *line);
        let (header, _) = self.0.first()?;
        let one = self.0.len() == 1;
        let message = if one {
            "belongs to none of the declared categories: it counts only in what is judged overall".into()
        } else {
            let (entries, lines) = (self.0.len(), self.lines());
            format!(
                "{entries} entries belong to none of the declared categories ({lines}): they count only in what is judged overall"
            )
        };
        let state = if one { "state its `category`" } else { "state `category` in each" };
        let or_area = if lists_areas { ", or a technology area that only one of them lists" } else { "" };
        Some(Problem::new(Severity::Warning, *header, message, format!("{state}{or_area}")))
    }

    /// "lines 17, 26, 35 and 24 more".
    fn lines(&self) -> String {
        /// Lines that are named before the rest is counted.
        const MOST_LINES: usize = 3;
        let mut words: Vec<String> = self.0.iter().take(MOST_LINES).map(|(_, line)| line.to_string()).collect();
        let rest = self.0.len() - words.len();
        if rest > 0 {
            words.push(format!("{rest} more"));
        }
        format!("lines {}", joined(&words, "and"))
    }
}
