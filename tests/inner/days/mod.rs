//! Which days count, and how much. The expected values were worked out by hand.

mod open_cycle;
mod shares;
mod windows;

use serde_json::Value;

/// On this day a candidate's twelve months are 24 November 2025 to 23 November 2026.
const AS_OF: &str = "2026-11-23";
const WORKSHOP: &str = "workshop-2020";
const PROGRAM: &str = "program-2026";
const CANDIDATE: &str = "[profile]\nstage = \"candidate\"\n";
const RENEWAL: &str = "[profile]\nstage = \"renewal\"\n";

fn entry(kind: &str, lines: &str) -> String {
    format!("[[contribution]]\ntype = \"{kind}\"\ntitle = \"Something\"\n{lines}\n")
}

fn article(lines: &str) -> String {
    entry("article", lines)
}

fn on(day: &str) -> String {
    article(&format!("date = {day}"))
}

/// The number of entries in the window, before it, and planned.
fn counted(report: &Value) -> [u64; 3] {
    ["entries", "outside_window", "planned"].map(|name| report["activity"][name].as_u64().unwrap())
}

/// Shares that are not exact in binary are compared to a millionth.
fn rounded(number: &Value) -> f64 {
    (number.as_f64().unwrap() * 1e6).round() / 1e6
}
