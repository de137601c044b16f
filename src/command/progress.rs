//! How far a long run has come, on standard error, for somebody who watches.

use std::io::{self, IsTerminal};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::command::output;
use crate::text::number;

/// What takes no longer needs no bar.
const QUIET_FOR: Duration = Duration::from_secs(1);
/// Time between two drawings: ten times a second is as fast as the eye needs.
const BETWEEN: Duration = Duration::from_millis(100);
/// Columns of the bar.
const BAR: usize = 24;
/// Back to the start of the line, and what stands on it goes.
const CLEAR: &str = "\r\u{1b}[K";

/// A bar that shows itself only on a terminal, only after a second, and goes before anything else is written.
pub struct Progress {
    total: usize,
    done: AtomicUsize,
    /// When it may be drawn next; `None` where it is not wanted.
    next: Option<Mutex<Instant>>,
    is_shown: AtomicBool,
    /// Columns of the terminal: a line that is longer would not go away.
    columns: usize,
}

impl Progress {
    /// Of so many profiles.
    pub fn new(total: usize, is_quiet: bool) -> Self {
        // A simple terminal cannot take a line back.
        let is_simple = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_wanted = !is_quiet && !is_simple && total > 1 && io::stderr().is_terminal();
        let next = is_wanted.then(|| Mutex::new(Instant::now() + QUIET_FOR));
        Self { total, done: AtomicUsize::new(0), next, is_shown: AtomicBool::new(false), columns: output::terminal_columns() }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Where another thread draws right now, there is nothing to add.
        if let Some(Ok(mut next)) = self.next.as_ref().map(Mutex::try_lock)
            && Instant::now() >= *next
        {
            output::tell(&format!("{CLEAR}{}", fitting(line(done, self.total), self.columns)));
            self.is_shown.store(true, Ordering::Relaxed);
            *next = Instant::now() + BETWEEN;
        }
    }

    /// Tells something else in its place; the bar comes back.
    pub fn tell(&self, text: &str) {
        self.clear();
        output::tell(text);
    }

    /// Takes the bar away, so that something else can be written.
    pub fn clear(&self) {
        if self.is_shown.swap(false, Ordering::Relaxed) {
            output::tell(CLEAR);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// The line, without its bar where the terminal is narrow.
fn fitting(line: String, columns: usize) -> String {
    if line.chars().count() < columns {
        line
    } else {
        line.trim_start_matches(['█', '░', ' ']).chars().take(columns.saturating_sub(1)).collect()
    }
}

fn line(done: usize, total: usize) -> String {
    let full = (BAR * done).checked_div(total).unwrap_or_default().min(BAR);
    format!("{}{} {} of {} profiles", "█".repeat(full), "░".repeat(BAR - full), number(done as f64), number(total as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_terminal_has_no_room_for_the_bar() {
        assert_eq!(fitting(line(1, 4), 80), line(1, 4));
        assert_eq!(fitting(line(1, 4), 20), "1 of 4 profiles");
        assert_eq!(fitting(line(1, 4), 7), "1 of 4");
    }

    #[test]
    fn the_bar_fills() {
        assert_eq!(line(0, 4), format!("{} 0 of 4 profiles", "░".repeat(24)));
        assert_eq!(line(12_400, 20_000), format!("{}{} 12\u{a0}400 of 20\u{a0}000 profiles", "█".repeat(14), "░".repeat(10)));
        assert_eq!(line(4, 4), format!("{} 4 of 4 profiles", "█".repeat(24)));
    }
}
