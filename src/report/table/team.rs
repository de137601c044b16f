//! The table of a team: what many share, then a row for each person, in the order in which they were named.

use anstyle::Style;
use textwrap::WordSplitter;
use textwrap::core::display_width;

use crate::render::Rendered;
use crate::render::terminal::{FAINT, NARROWEST_WIDE_TABLE, Page, STRONG};
use crate::report::format::Frame;
use crate::report::model::{Judged, RenderOptions};
use crate::report::row::{NOT_JUDGED, Row};
use crate::report::shared_gaps;
use crate::report::style::{style_of_sign, verdict_style};
use crate::report::team::Team;
use crate::report::words;
use crate::text::on_terminal;

/// Columns between two cells.
const GAP: &str = "  ";
/// Left and right of a line.
const BORDERS: [&str; 2] = ["│ ", " │"];
/// Columns of a verdict: "Start with these" is the longest that ships.
const VERDICT: usize = 16;

/// A cell: its text, its columns, its style.
type Cell<'c> = (&'c str, usize, Style);

/// One person: a row, or the verdict line alone.
pub(crate) fn part(judged: &Judged<'_>, _: usize, look: &RenderOptions) -> Rendered {
    let page = Page { look: *look };
    if look.quiet {
        return Ok(quiet(judged, &page));
    }
    let row = Row::new(judged);
    Ok(if look.columns() < NARROWEST_WIDE_TABLE { stacked(&row, &page) } else { wide(&row, &page) })
}

fn quiet(judged: &Judged<'_>, page: &Page) -> String {
    match judged {
        Ok(report) => {
            let line = format!("{}: {}", words::name_or_path(report), words::verdict(report));
            page.wrapped(&line, verdict_style(report.assessment.verdict).bold())
        }
        Err(refusal) => page.wrapped(&words::refusal(refusal), Style::new()),
    }
}

pub(crate) fn frame(team: &Team, look: &RenderOptions) -> Frame {
    if look.quiet {
        return Frame::default();
    }
    let page = Page { look: *look };
    let mut before = page.wrapped(&shared_gaps::heading(team), STRONG) + "\n";
    let shared = shared_gaps::sentences(team);
    before.extend(shared.iter().map(|sentence| page.wrapped(sentence, Style::new())));
    before.extend((!shared.is_empty()).then_some("\n"));
    let mut after = page.wrapped(shared_gaps::LEGEND, FAINT) + "\n";
    after.extend(team.always.iter().map(|always| page.wrapped(always, Style::new())));
    after += &page.wrapped("To see one of them in full: mvp-check PATH", Style::new());
    if look.columns() >= NARROWEST_WIDE_TABLE {
        before += &head(&page);
        after = rule(&page, ['╰', '─', '╯']) + &after;
    } else {
        after.insert(0, '\n');
    }
    Frame { before, after }
}

/// Columns of the name, the verdict, the gaps and the next step: of what the verdict leaves 4, 5 and 7 parts.
fn widths(page: &Page) -> [usize; 4] {
    let around = BORDERS.iter().map(|border| display_width(border)).sum::<usize>() + 3 * GAP.len();
    let left = page.look.columns().saturating_sub(VERDICT + around);
    let (name, gaps) = (left * 4 / 16, left * 5 / 16);
    [name, VERDICT, gaps, left - name - gaps]
}

fn head(page: &Page) -> String {
    let [name, verdict, gaps, next] = widths(page);
    let plain = Style::new();
    let cells = [("who", name, plain), ("verdict", verdict, plain), ("gaps", gaps, plain), ("next", next, plain)];
    rule(page, ['╭', '─', '╮']) + &lines(&cells, page) + &rule(page, ['╞', '═', '╡'])
}

fn rule(page: &Page, [left, line, right]: [char; 3]) -> String {
    format!("{left}{}{right}\n", line.to_string().repeat(page.look.columns() - 2))
}

fn wide(row: &Row, page: &Page) -> String {
    let [name, verdict, gaps, next] = widths(page);
    match &row.came_out {
        Ok(standing) => {
            let style = verdict_style(standing.verdict);
            let cells = [
                (&*standing.words, verdict, style),
                (&*standing.gaps, gaps, Style::new()),
                (&*standing.next, next, Style::new()),
            ];
            lines(&[&[(&*row.who, name, STRONG)][..], &cells].concat(), page)
        }
        Err(mistake) => {
            let cells = [
                (&*row.who, name, STRONG),
                (NOT_JUDGED, verdict, Style::new()),
                (mistake, gaps + GAP.len() + next, Style::new()),
            ];
            lines(&cells, page)
        }
    }
}

/// The cells of a row beside each other, each broken into as many lines as it takes.
fn lines(cells: &[Cell<'_>], page: &Page) -> String {
    let broken: Vec<Vec<String>> = cells.iter().map(|(text, width, _)| wrapped(text, *width)).collect();
    let height = broken.iter().map(Vec::len).max().unwrap_or_default();
    let line = |at: usize| {
        let cells = cells.iter().zip(&broken).map(|((_, width, style), lines)| {
            let text = lines.get(at).map_or("", String::as_str);
            let blanks = " ".repeat(width.saturating_sub(display_width(text)));
            painted(text, *style, page) + &blanks
        });
        let cells: Vec<String> = cells.collect();
        format!("{}{}{}\n", BORDERS[0], cells.join(GAP), BORDERS[1])
    };
    (0..height).map(line).collect()
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(&on_terminal(text), options).into_iter().map(Into::into).collect()
}

/// A line of a cell in its style; the signs of gaps in theirs.
fn painted(text: &str, style: Style, page: &Page) -> String {
    if text.is_empty() || style != Style::new() {
        return if text.is_empty() { String::new() } else { page.painted(text, style) };
    }
    let sign = |character: char| match style_of_sign(character) {
        Some(style) if matches!(character, '✗' | '▲' | '?') => page.painted(&character.to_string(), style),
        _ => character.to_string(),
    };
    text.chars().map(sign).collect()
}

/// The cells of a row below each other, for narrow terminals.
fn stacked(row: &Row, page: &Page) -> String {
    let below = |text: &str| if text.is_empty() { String::new() } else { page.indented(text, "  ", Style::new()) };
    match &row.came_out {
        Ok(standing) => {
            let who = page.wrapped(&format!("{}: {}", row.who, standing.words), verdict_style(standing.verdict).bold());
            who + &below(&standing.gaps) + &below(&standing.next)
        }
        Err(mistake) => page.wrapped(&format!("{}: {NOT_JUDGED}", row.who), STRONG) + &below(mistake),
    }
}
