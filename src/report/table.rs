//! The report as a table for a terminal, or as a list where the terminal is narrow.

use anstyle::{AnsiColor, Style};
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, TableStyle, Width, presets};

use crate::assess::{Finding, Verdict};
use crate::guidance::Basis;
use crate::report::model::{Look, Report};
use crate::report::page::{FAINT, Page, STRONG};
use crate::report::sections::{Section, sections};
use crate::report::words::{activity, closing, mark, person, sign, verdict, window, word};
use crate::text::visible;

/// Columns below which a table is unreadable and becomes a list.
const NARROWEST_TABLE: usize = 40;

/// The format `table`.
pub fn render(report: &Report<'_>, look: &Look) -> String {
    let page = Page { look: *look };
    let verdict_line = page.wrapped(&verdict(report), verdict_style(report.assessment.verdict));
    if look.quiet {
        return verdict_line;
    }
    let sections = sections(report);
    let mut text = page.wrapped(&person(report), STRONG);
    text.extend(window(report).iter().map(|line| page.wrapped(line, Style::new())));
    text.push('\n');
    text += &if look.columns() < NARROWEST_TABLE { list(&page, report, &sections) } else { grid(&page, report, &sections) };
    text += &page.wrapped(&legend(report), FAINT);
    text.push('\n');
    let activity = activity(report);
    text.extend(activity.iter().map(|line| page.wrapped(line, Style::new())));
    if !activity.is_empty() {
        text.push('\n');
    }
    text += &verdict_line;
    text += &page.wrapped(&report.guidance.verdict.always, Style::new());
    text += &page.wrapped(&closing(report), Style::new());
    text.push('\n');
    text += &page.wrapped(&report.guidance.see_also, FAINT);
    text
}

fn verdict_style(verdict: Verdict) -> Style {
    let color = match verdict {
        Verdict::Ready => AnsiColor::Green,
        Verdict::Nearly => AnsiColor::Yellow,
        Verdict::NotYet => AnsiColor::Red,
    };
    color.on_default().bold()
}

/// The colour of a result, by its sign.
fn style_of_sign(sign: char) -> Option<Style> {
    match sign {
        '✗' => Some(AnsiColor::Red.on_default().bold()),
        '▲' => Some(AnsiColor::Yellow.on_default().bold()),
        '·' => Some(AnsiColor::Blue.on_default()),
        '✓' => Some(AnsiColor::Green.on_default()),
        '?' | '–' => Some(FAINT),
        _ => None,
    }
}

fn result(finding: &Finding<'_>) -> String {
    format!("{} {}", sign(finding.outcome, finding.criterion.level), word(finding.outcome))
}

/// What was found, for which category.
fn found(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let category = finding.category.map(|at| &report.record.profile.categories[at].name);
    let category = category.map_or(String::new(), |name| format!("{}: ", visible(name)));
    format!("{category}{}", visible(&finding.evidence.fact))
}

fn wanted(finding: &Finding<'_>) -> String {
    format!("{}{}", finding.evidence.wanted, mark(finding.criterion))
}

/// What the signs and marks mean, as far as they occur.
fn legend(report: &Report<'_>) -> String {
    let findings = &report.assessment.findings;
    let has_basis = |basis| findings.iter().any(|finding| finding.criterion.number_basis == basis);
    let mut parts = vec!["✗ required ▲ recommended · advisory"];
    if has_basis(Basis::Yardstick) {
        parts.push("* a yardstick of this tool: no official number exists");
    }
    if has_basis(Basis::Own) {
        parts.push("° a number of your own guidance");
    }
    parts.join("  ")
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
    let mut table = Table::new();
    let width = u16::try_from(page.look.columns()).unwrap_or(u16::MAX);
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(["result", "criterion", "found", "wanted", "next"]);
    for section in sections {
        table.add_row(["", &visible(&section.theme.to_uppercase())]);
        for finding in &section.findings {
            let advice = finding.advice.as_deref().unwrap_or_default();
            table.add_row([
                Cell::new(result(finding)),
                Cell::new(visible(&finding.criterion.id)),
                Cell::new(found(finding, report)),
                Cell::new(wanted(finding)),
                Cell::new(visible(advice)),
            ]);
        }
    }
    for (at, (column, width)) in table.column_iter_mut().zip(widths(page.look.columns())).enumerate() {
        let padding = (u16::from(at == 0), 1);
        column.set_padding(padding);
        let width = u16::try_from(width).unwrap_or(u16::MAX).saturating_add(padding.0 + padding.1);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    colored(page, &table.to_string(), sections)
}

/// The table with its results and themes painted. Text of a profile never stands in the first two columns, so what is painted
/// there is this program's own.
fn colored(page: &Page, table: &str, sections: &[Section<'_, '_>]) -> String {
    if !page.look.color {
        return table.to_owned() + "\n";
    }
    let themes: Vec<String> = sections.iter().map(|section| section.theme.to_uppercase()).collect();
    let mut style = Style::new();
    let mut text = String::new();
    for line in table.lines() {
        let cut = line.char_indices().nth(RESULT_END).map_or(line.len(), |(at, _)| at);
        let (result, rest) = line.split_at(cut);
        let word = result.trim_matches([BORDER, ' ']);
        style = word.chars().next().and_then(style_of_sign).unwrap_or(style);
        let theme = themes.iter().find(|theme| word.is_empty() && rest.trim_start().starts_with(theme.as_str()));
        text += &if line.starts_with(BORDER) && !word.is_empty() {
            result.replacen(word, &page.painted(word, style), 1)
        } else {
            result.into()
        };
        text += &theme.map_or_else(|| rest.to_owned(), |theme| rest.replacen(theme, &page.painted(theme, STRONG), 1));
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
/// Where the result ends in a line: after the border and a space.
const RESULT_END: usize = RESULT + 2;
/// Two borders, four gaps between columns, a space behind each column and one before the first.
const LINES_AND_SPACES: usize = 2 + 4 + 5 + 1;

/// Result and criterion as wide as their words; of what is left found has 5 parts, wanted 3, next 6.
fn widths(columns: usize) -> [usize; 5] {
    let left = columns.saturating_sub(RESULT + CRITERION + LINES_AND_SPACES);
    let (found, wanted) = (left * 5 / 14, left * 3 / 14);
    [RESULT, CRITERION, found, wanted, left - found - wanted]
}
