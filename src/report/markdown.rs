//! The format `markdown`, for the summary of a build, pull requests and mails: the verdict, what to do next, all criteria, the rest.

pub(crate) mod team;

use crate::assess::Finding;
use crate::evidence::{Evidence, Outcome};
use crate::explanation::level_name;
use crate::render::Rendered;
use crate::render::markdown::{escaped, link, list, paragraph, row};
use crate::report::format::{Format, TeamFormat};
use crate::report::model::{Judged, RenderOptions, Report};
use crate::report::sections::sections;
use crate::report::since;
use crate::report::words;

/// Entries of a gap that are listed before the rest is counted.
const MOST_ENTRIES: usize = 5;

/// The format `markdown`: of a team what many share, then a section for each person.
pub(crate) const FORMAT: Format = Format {
    name: "markdown",
    about: "for the summary of a build, pull requests and mails",
    has_warnings: true,
    has_mistakes: false,
    has_forecast: false,
    alone: |judged, look| Ok(alone(judged, look)),
    team: TeamFormat { part, between: "\n", frame: |team, look| Ok(team::frame(team, look)), lists_people: true },
};

fn alone(judged: &Judged<'_>, look: &RenderOptions) -> String {
    match judged {
        Ok(report) if look.quiet => paragraph(&words::verdict(report)),
        Ok(report) => section(report),
        Err(refusal) => format!("## {}\n\n{}", escaped(&refusal.file.path), paragraph(&words::refusal(refusal))),
    }
}

fn part(judged: &Judged<'_>, _: usize, look: &RenderOptions) -> Rendered {
    Ok(match judged {
        Ok(report) if look.quiet => paragraph(&format!("{}: {}", words::name_or_path(report), words::verdict(report))),
        judged => alone(judged, look),
    })
}

fn section(report: &Report<'_>) -> String {
    let guidance = report.guidance;
    let mut text = format!("## {}\n\n", escaped(&words::person(report)));
    text += &format!("**{}** {}\n\n", escaped(&words::verdict(report)), escaped(&guidance.verdict.always));
    text += &(list(&words::window(report)) + "\n");
    if let Some(heading) = since::heading(report) {
        text += &format!("### {}\n\n{}\n", escaped(&heading), list(&since::sentences(report)));
    }
    text += &next(report);
    text += &criteria(report);
    let activity = words::activity(report);
    if !activity.is_empty() {
        text += &format!("### Activity\n\n{}\n", list(&activity));
    }
    text += &warnings(report);
    text += &paragraph(&words::closing(report));
    if !guidance.see_also.is_empty() {
        text += &("\n".to_owned() + &paragraph(&guidance.see_also));
    }
    text
}

/// What is not met and can be acted on: advice, and the entries that it is about.
fn next(report: &Report<'_>) -> String {
    let sections = sections(report);
    let findings = sections.iter().flat_map(|section| &section.findings);
    let open = findings.filter(|finding| matches!(finding.outcome, Outcome::Gap | Outcome::NotAssessed));
    let steps: String = open.map(|finding| step(finding, report)).collect();
    if steps.is_empty() { String::new() } else { format!("### Next\n\n{steps}\n") }
}

fn step(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let level = level_name(finding.criterion.level);
    let advice = finding.advice.as_deref().unwrap_or_default();
    let mut text = format!(
        "- {} **{}** ({level}): {}. {}\n",
        words::sign(finding.outcome, finding.criterion.level),
        escaped(&finding.criterion.id),
        escaped(&words::found(finding, report)),
        escaped(advice),
    );
    if finding.outcome == Outcome::Gap {
        text += &entries(&finding.evidence);
    }
    text
}

/// The first few entries behind a gap, with their links.
fn entries(evidence: &Evidence<'_>) -> String {
    let shown = evidence.contributions.iter().take(MOST_ENTRIES);
    let line = |line: usize| format!("line {line}");
    let mut text: String = shown.map(|it| format!("  - {}, {}\n", link(&it.title, it.url.as_deref()), line(it.line))).collect();
    let rest = evidence.contributions_total.saturating_sub(MOST_ENTRIES);
    if rest > 0 {
        text += &format!("  - and {rest} more\n");
    }
    text
}

fn criteria(report: &Report<'_>) -> String {
    let mut text =
        "### Criteria\n\n| theme | result | criterion | found | wanted |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for section in sections(report) {
        for finding in &section.findings {
            let (result, found) = (words::result(finding), words::found(finding, report));
            text += &row([section.theme, &result, &finding.criterion.id, &found, &words::wanted(finding)]);
        }
    }
    text + "\n" + &paragraph(&words::legend(report, "")) + "\n"
}

fn warnings(report: &Report<'_>) -> String {
    if report.warnings.is_empty() {
        return String::new();
    }
    let lines = report.warnings.iter().map(|it| {
        let help = it.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
        format!("line {}: {}{help}", it.line, it.message)
    });
    format!("### To look at in the file\n\n{}\n", list(&lines.collect::<Vec<_>>()))
}
