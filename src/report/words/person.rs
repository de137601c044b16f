//! Who a report is about, and which days count.

use crate::profile::Stage;
use crate::record::Rule;
use crate::report::model::{AsOfFrom, Refusal, Report};
use crate::text::{capitalized, counted, date, escape_control_chars, joined, quoted, short};

/// Columns of a name in a heading.
const NAME_COLUMNS: usize = 80;

/// Why a profile was not judged: the first thing that is wrong with it.
pub(crate) fn refusal(refusal: &Refusal<'_>) -> String {
    let path = escape_control_chars(&refusal.file.path);
    let first = refusal.mistakes.first().map_or_else(|| path.to_string(), |first| first.with_path(&path));
    format!("{first}{}; not judged", more_mistakes(refusal))
}

/// The number of mistakes after the first: ", and 3 more mistakes"; empty where there are none.
pub(crate) fn more_mistakes(refusal: &Refusal<'_>) -> String {
    let more = refusal.mistakes.len().saturating_sub(1) + refusal.more;
    if more > 0 { format!(", and {}", counted(more as f64, "more mistake", "more mistakes")) } else { String::new() }
}

pub(crate) fn person(report: &Report<'_>) -> String {
    format!("{} · {}", name(report), standing(report))
}

pub(crate) fn name(report: &Report<'_>) -> String {
    stated_name(report).unwrap_or_else(|| "A profile without a name".into())
}

/// The person's name; of somebody who states none the path.
pub(crate) fn name_or_path(report: &Report<'_>) -> String {
    stated_name(report).unwrap_or_else(|| short(&report.file.path, NAME_COLUMNS).into_owned())
}

fn stated_name(report: &Report<'_>) -> Option<String> {
    let name = report.record.profile.name.as_deref().filter(|name| !name.trim().is_empty())?;
    Some(short(name, NAME_COLUMNS).into_owned())
}

pub(crate) fn standing(report: &Report<'_>) -> String {
    let profile = report.record.profile;
    let stage = match profile.stage {
        Stage::Candidate => "candidate",
        Stage::Renewal => "renewal",
    };
    let categories: Vec<String> =
        profile.categories.iter().map(|category| escape_control_chars(&category.name).into_owned()).collect();
    let categories = if categories.is_empty() { "no category named".to_owned() } else { joined(&categories, "and") };
    format!("{stage} · {categories}")
}

/// Which days count, by which edition, as of when.
pub(crate) fn window(report: &Report<'_>) -> Vec<String> {
    let record = &report.record;
    let window = record.window;
    let span = format!("{} to {}", date(window.from), date(window.until));
    let guidance = guidance(report);
    let mut lines = match window.rule {
        Rule::Rolling => {
            let months = report.guidance.vocabulary.award_window.candidate_months;
            vec![format!("{months} months: {span} · {guidance}")]
        }
        Rule::Cycle => {
            let passed = record.days_so_far().days();
            let decided = window.decided.map_or(String::new(), |day| format!(" · decided on {}", date(day)));
            vec![format!("cycle: {span} · day {passed} of {}{decided} · {guidance}", window.days())]
        }
    };
    if let Some(cycle) = window.undecided {
        let span = format!("{} to {}", date(cycle.from), date(cycle.until));
        let decided = date(cycle.decided);
        lines.push(format!("The cycle {span} has ended and is decided on {decided}: --as-of {} shows it.", cycle.until));
    }
    lines.push(capitalized(&as_of(report)));
    lines
}

/// By which edition it is judged: "by “The title” (2020)".
pub(crate) fn guidance(report: &Report<'_>) -> String {
    let year = report.guidance.year.map_or(String::new(), |year| format!(" ({year})"));
    format!("by {}{year}", quoted(&report.guidance.title))
}

/// On which day it is judged, and who fixed it: "as of 23 Nov 2026, a date that the profile fixes".
pub(crate) fn as_of(report: &Report<'_>) -> String {
    let fixed = match report.as_of_from {
        AsOfFrom::Profile => ", a date that the profile fixes",
        AsOfFrom::Environment => ", a date that the environment fixes",
        AsOfFrom::Option | AsOfFrom::Today => "",
    };
    format!("as of {}{fixed}", date(report.record.as_of))
}
