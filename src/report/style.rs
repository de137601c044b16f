//! Colours of results and verdicts on a terminal.

use anstyle::{AnsiColor, Style};

use crate::assess::Verdict;
use crate::render::terminal::FAINT;

/// The colour of a result, by its sign.
pub(crate) fn style_of_sign(sign: char) -> Option<Style> {
    match sign {
        '✗' => Some(AnsiColor::Red.on_default().bold()),
        '▲' => Some(AnsiColor::Yellow.on_default().bold()),
        '·' => Some(AnsiColor::Blue.on_default()),
        '✓' => Some(AnsiColor::Green.on_default()),
        '?' | '–' => Some(FAINT),
        _ => None,
    }
}

pub(crate) fn verdict_style(verdict: Verdict) -> Style {
    let color = match verdict {
        Verdict::Ready => AnsiColor::Green,
        Verdict::Nearly => AnsiColor::Yellow,
        Verdict::NotYet => AnsiColor::Red,
    };
    color.on_default()
}
