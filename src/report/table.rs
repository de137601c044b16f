//! The report as a table for a terminal, or as a list where the terminal is narrow.

pub(crate) mod team;

use anstyle::Style;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, TableStyle, Width, presets};

use crate::assess::Finding;
use crate::render::terminal::{FAINT, NARROWEST_WIDE_TABLE, Page, STRONG};
use crate::report::format::{Format, TeamFormat};
use crate::report::model::{Judged, RenderOptions, Report};
use crate::report::sections::{Section, sections};
use crate::report::since;
use crate::report::style::{style_of_sign, verdict_style};
use crate::report::words::{self, activity, closing, found, legend, person, result, verdict, wanted, window};
use crate::text::escape_control_chars;
use textwrap::core::display_width;

/// Columns below which a table is unreadable and becomes a list.
const NARROWEST_TABLE: usize = 40;

/// The format `table`: of a team a row a person.
pub(crate) const FORMAT: Format = Format {
    name: "table",
    about: "a table for people",
    has_warnings: false,
    has_mistakes: false,
    has_forecast: false,
    alone: |judged, look| Ok(alone(judged, look)),
    team: TeamFormat { part: team::part, between: "", frame: |team, look| Ok(team::frame(team, look)), lists_people: false },
};

fn alone(judged: &Judged<'_>, look: &RenderOptions) -> String {
    let page = Page { look: *look };
    match judged {
        Ok(report) => table(report, &page),
        Err(refusal) => page.wrapped(&words::refusal(refusal), Style::new()),
    }
}

fn table(report: &Report<'_>, page: &Page) -> String {
    let look = page.look;
    let verdict_line = page.wrapped(&verdict(report), verdict_style(report.assessment.verdict).bold());
    if look.quiet {
        return verdict_line;
    }
    let sections = sections(report);
    let mut text = page.wrapped(&person(report), STRONG);
    text.extend(window(report).iter().map(|line| page.wrapped(line, Style::new())));
    text.push('\n');
    text += &if look.columns() < NARROWEST_TABLE { list(page, report, &sections) } else { grid(page, report, &sections) };
    text += &page.wrapped(&legend(report, ""), FAINT);
    text.push('\n');
    let activity = activity(report);
    text.extend(activity.iter().map(|line| page.wrapped(line, Style::new())));
    if !activity.is_empty() {
        text.push('\n');
    }
    if let Some(heading) = since::heading(report) {
        text += &page.wrapped(&heading, STRONG);
        text.extend(since::sentences(report).iter().map(|sentence| page.indented(sentence, "  ", Style::new())));
        text.push('\n');
    }
    text += &verdict_line;
    text += &page.wrapped(&report.guidance.verdict.always, Style::new());
    text += &page.wrapped(&closing(report), Style::new());
    if !report.guidance.see_also.is_empty() {
        text.push('\n');
        text += &page.wrapped(&report.guidance.see_also, FAINT);
    }
    text
}

/// One finding below the other, for narrow terminals.
fn list(page: &Page, report: &Report<'_>, sections: &[Section<'_, '_>]) -> String {
    let mut text = String::new();
    for section in sections {
        text += &page.wrapped(&section.theme.to_uppercase(), STRONG);
        for finding in &section.findings {
            let head = format!("{}: {}", result(finding), finding.criterion.id);
            text += &page.wrapped(&head, head.chars().next().and_then(style_of_sign).unwrap_or_default());
            text += &page.indented(&found(finding, report), "  ", Style::new());
            text += &page.indented(&format!("wanted: {}", wanted(finding)), "  ", Style::new());
            if let Some(advice) = &finding.advice {
                text += &page.indented(advice, "  ", Style::new());
            }
        }
        text.push('\n');
    }
    text
}

/// One row a finding, in sections by theme.
fn grid(page: &Page, report: &Report<'_>, sections: &[Section<'_, '_>]) -> String {
    let columns = page.look.columns();
    let is_wide = columns >= NARROWEST_WIDE_TABLE;
    let widths = if is_wide { wide(columns, longest_wanted(sections)) } else { narrow(columns) };
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic).set_width(cells(columns));
    table.set_header(if is_wide {
        vec!["result", "criterion", "found", "wanted", "next"]
    } else {
        vec!["result", "found, wanted, next"]
    });
    for section in sections {
        let theme = escape_control_chars(&section.theme.to_uppercase()).into_owned();
        table.add_row(if is_wide { vec![String::new(), theme] } else { vec![theme] });
        for finding in &section.findings {
            table.add_row(if is_wide { wide_row(finding, report) } else { narrow_row(finding, report) });
        }
    }
    for (at, (column, width)) in table.column_iter_mut().zip(&widths).enumerate() {
        let padding = (u16::from(at == 0), 1);
        column.set_padding(padding);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(cells(*width).saturating_add(padding.0 + padding.1))));
    }
    colored(page, &table.to_string(), sections, widths[0])
}

fn wide_row(finding: &Finding<'_>, report: &Report<'_>) -> Vec<String> {
    let advice = finding.advice.as_deref().unwrap_or_default();
    let criterion = escape_control_chars(&finding.criterion.id).into_owned();
    vec![result(finding), criterion, found(finding, report), wanted(finding), escape_control_chars(advice).into_owned()]
}

fn narrow_row(finding: &Finding<'_>, report: &Report<'_>) -> Vec<String> {
    let advice = finding.advice.as_deref().map_or(String::new(), |advice| format!("\n{}", escape_control_chars(advice)));
    vec![
        format!("{}\n{}", result(finding), escape_control_chars(&finding.criterion.id)),
        format!("{}\nwanted: {}{advice}", found(finding, report), wanted(finding)),
    ]
}

/// The table with its results and themes painted. Text of a profile is never in the first column, and a theme only where that one
/// is empty.
fn colored(page: &Page, table: &str, sections: &[Section<'_, '_>], first_column: usize) -> String {
    if !page.look.color {
        return table.to_owned() + "\n";
    }
    let themes: Vec<String> = sections.iter().map(|section| section.theme.to_uppercase()).collect();
    let mut style = Style::new();
    let mut text = String::new();
    for line in table.lines() {
        // The first column ends after the border and a space.
        let cut = line.char_indices().nth(first_column + 2).map_or(line.len(), |(at, _)| at);
        let (first, rest) = line.split_at(cut);
        let word = first.trim_matches([BORDER, ' ']);
        style = word.chars().next().and_then(style_of_sign).unwrap_or(style);
        let theme = themes.iter().find(|theme| word.is_empty() && rest.trim_start().starts_with(theme.as_str()));
        if !line.starts_with(BORDER) {
            text += line;
        } else if let Some(theme) = theme {
            text += first;
            text += &rest.replacen(theme, &page.painted(theme, STRONG), 1);
        } else {
            let style = if themes.iter().any(|theme| theme == word) { STRONG } else { style };
            text += &if word.is_empty() { first.to_owned() } else { first.replacen(word, &page.painted(word, style), 1) };
            text += rest;
        }
        text.push('\n');
    }
    text
}

/// Light lines: between the columns nothing, so that the words have the room.
const STYLE: TableStyle = presets::UTF8_BORDERS_ONLY.with_rounded_corners();

/// The left and right line of the table.
const BORDER: char = '│';
/// Columns of text for the result: "assessed" is its longest word.
const RESULT: usize = 8;
/// Columns of text for the criterion: "free-of-charge" is the longest id.
const CRITERION: usize = 14;

/// Two borders, a space before the first column, one after each, and a gap between two of them.
fn lines_and_spaces(columns: usize) -> usize {
    2 + 1 + columns + (columns - 1)
}

/// Columns of the longest word in what is wanted; a number and its unit are one.
fn longest_wanted(sections: &[Section<'_, '_>]) -> usize {
    let words = |finding: &Finding<'_>| wanted(finding).split(' ').map(display_width).max().unwrap_or_default();
    sections.iter().flat_map(|section| &section.findings).map(|finding| words(finding)).max().unwrap_or_default()
}

/// Result and criterion as wide as their words; of what is left found has 5 parts, wanted 3, next 6. A longer word in wanted takes its
/// room from the two others, up to a fourth part.
fn wide(columns: usize, longest_wanted: usize) -> Vec<usize> {
    let left = columns.saturating_sub(RESULT + CRITERION + lines_and_spaces(5));
    let (found, wanted) = (left * 5 / 14, left * 3 / 14);
    let more = longest_wanted.min(left * 4 / 14).saturating_sub(wanted);
    let (found, wanted) = (found - more / 2, wanted + more);
    vec![RESULT, CRITERION, found, wanted, left - found - wanted]
}

/// Result and criterion one below the other; everything else beside them.
fn narrow(columns: usize) -> Vec<usize> {
    vec![CRITERION, columns.saturating_sub(CRITERION + lines_and_spaces(2))]
}

fn cells(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_word_in_wanted_has_room() {
        let usual = wide(80, 9);
        assert_eq!(usual, [8, 14, 16, 9, 21]);
        let longer = wide(80, 11);
        assert_eq!(longer[3], 11);
        assert_eq!(longer.iter().sum::<usize>(), usual.iter().sum::<usize>());
        // No word has the whole table.
        assert_eq!(wide(80, 70)[3], wide(80, 13)[3]);
    }
}
