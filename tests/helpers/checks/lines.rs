//! Lines that a terminal or a build service obeys, and lines that are too wide.

use unicode_width::UnicodeWidthStr;

use super::{Checked, ensure};
use crate::helpers::payloads::is_raw;

/// Removes the codes that the program uses: bold, dimmed, underlined and the sixteen colours.
pub fn without_own_colors(text: &str) -> String {
    let codes = [0, 1, 2, 4].into_iter().chain(30..38).chain(90..98);
    codes.fold(text.to_owned(), |text, code| text.replace(&format!("\u{1b}[{code}m"), ""))
}

/// No character is obeyed or hidden.
pub fn nothing_raw(text: &str) -> Checked {
    match text.char_indices().find(|(_, character)| is_raw(*character)) {
        Some((at, raw)) => Err(format!("{raw:?} unescaped, after {:?}", beginning_of_line(text, at))),
        None => Ok(()),
    }
}

fn beginning_of_line(text: &str, at: usize) -> &str {
    text[..at].rsplit('\n').next().unwrap_or_default()
}

/// No line is a command of a build service, except those that begin with one of the format. Such a line has no second command.
pub fn no_command(text: &str, own: &[&str]) -> Checked {
    text.lines().try_for_each(|line| {
        let rest = own.iter().find_map(|own| line.strip_prefix(own));
        ensure(rest.is_some() || !line.trim_start().starts_with("::"), || format!("a command: {line}"))?;
        ensure(!is_marked(rest.unwrap_or(line)), || format!("`##` in {line}"))
    })
}

/// Whether a line contains `##`, which begins commands of Azure Pipelines. Headings, with a blank after it, do not count.
fn is_marked(line: &str) -> bool {
    let heading = line.trim_start_matches('#');
    if heading.starts_with(' ') { heading.contains("##") } else { line.contains("##") }
}

/// No line is wider than a terminal.
pub fn fits(text: &str, columns: usize) -> Checked {
    let wide = text.lines().find(|line| line.width() > columns);
    wide.map_or(Ok(()), |line| Err(format!("{} columns, where there are {columns}: {line}", line.width())))
}
