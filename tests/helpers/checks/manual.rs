//! Pages of the manual.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::{Checked, ensure};

/// The requests of roff that the pages use.
const REQUESTS: [&str; 16] =
    [".TH", ".SH", ".SS", ".TP", ".PP", ".IP", ".RS", ".RE", ".B", ".I", ".br", ".ie", ".el", ".ds", ".nf", ".fi"];

/// A page has a title and sections, and `groff`, if installed, reports nothing.
pub fn valid(page: &str) -> Checked {
    for line in page.lines().filter(|line| line.starts_with(['.', '\''])) {
        let request = line.split(' ').next().unwrap_or_default();
        ensure(REQUESTS.contains(&request) || line.starts_with(".\\\""), || format!("a request: {line}"))?;
    }
    ensure(page.lines().filter(|line| line.starts_with(".TH ")).count() == 1, || "no title".into())?;
    ensure(page.lines().any(|line| line == ".SH NAME") && page.lines().any(|line| line == ".SH SYNOPSIS"), || {
        "no sections".into()
    })?;
    ensure(!page.lines().any(|line| line.starts_with("- ") && line.contains(".TH")), || "a title inside".into())?;
    let told = piped("groff", &["-man", "-Tutf8", "-ww", "-z"], page);
    ensure(told.as_deref().unwrap_or_default().is_empty(), || format!("groff: {told:?}"))
}

/// Bash reports nothing about a script.
pub fn is_bash(script: &str) -> Checked {
    let told = piped("bash", &["-n"], script);
    ensure(told.as_deref().unwrap_or_default().is_empty(), || format!("bash: {told:?}"))
}

/// The messages of a program about a text; `None` if it is not installed.
fn piped(program: &str, arguments: &[&str], text: &str) -> Option<String> {
    let streams = || Stdio::piped();
    let mut child =
        Command::new(program).args(arguments).stdin(streams()).stdout(Stdio::null()).stderr(streams()).spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    Some(String::from_utf8_lossy(&output.stderr).into_owned())
}
