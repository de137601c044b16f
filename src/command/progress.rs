//! A progress bar on standard error, for somebody who watches a long run.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::command::output;

/// A run that is shorter needs no bar.
const HIDDEN_FOR: Duration = Duration::from_secs(1);
const TEMPLATE: &str = "{bar:24} {human_pos} of {human_len} profiles";

/// A bar that shows only on a terminal, and only after a second.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// When it may show; `None` once it does, or where it is not wanted.
    shows_from: Option<Instant>,
}

impl Progress {
    pub(crate) fn new(profiles: usize, is_quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(u64::try_from(profiles).ok(), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style.progress_chars("█░"));
        }
        Self { bar, shows_from: (!is_quiet).then(|| Instant::now() + HIDDEN_FOR) }
    }

    pub(crate) fn step(&mut self) {
        if self.shows_from.take_if(|from| Instant::now() >= *from).is_some() {
            // It stays hidden where there is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// Writes a message to standard error, above the bar.
    pub(crate) fn tell(&self, text: &str) {
        self.bar.suspend(|| output::tell(text));
    }

    /// Removes the bar, so that a report can be written.
    pub(crate) fn finish(&mut self) {
        self.shows_from = None;
        self.bar.finish_and_clear();
    }
}
