//! The verdict, and the sentence that closes a report.

use crate::assess::{Assessment, Verdict};
use crate::evidence::Outcome;
use crate::guidance::Level;
use crate::record::Entry;
use crate::report::model::Report;
use crate::text::{counted, escape_control_chars, quoted};
use crate::vocabulary::Vocabulary;

pub(crate) fn verdict(report: &Report<'_>) -> String {
    verdict_of(&report.assessment, report)
}

/// A verdict in the words of the guidance, with the themes that have gaps.
fn verdict_of(assessment: &Assessment<'_>, report: &Report<'_>) -> String {
    let words = assessment.verdict.words(report.guidance);
    let (named, deciding) = (why(assessment, report), deciding(assessment, report));
    let themes = if named.is_empty() { String::new() } else { format!(": {named}") };
    format!("{words}{themes}.{deciding}")
}

/// The verdict on another day: "on 31 Mar 2027: “A few gaps” (quality)."
pub(crate) fn verdict_on(when: &str, assessment: &Assessment<'_>, report: &Report<'_>) -> String {
    let words = quoted(assessment.verdict.words(report.guidance));
    let (named, deciding) = (why(assessment, report), deciding(assessment, report));
    let themes = if named.is_empty() { String::new() } else { format!(" ({named})") };
    format!("{when}: {words}{themes}.{deciding}")
}

/// The themes that have gaps, or what is required and not assessed.
fn why(assessment: &Assessment<'_>, report: &Report<'_>) -> String {
    let mut named: Vec<String> = assessment.themes_with_gaps(report.guidance).iter().map(|theme| (*theme).to_owned()).collect();
    if named.is_empty() && assessment.verdict == Verdict::Nearly {
        let open = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::NotAssessed);
        let open = open.filter(|finding| finding.criterion.level == Level::Required);
        named = open.map(|finding| format!("{} is not assessed", finding.criterion.id)).collect();
    }
    named.join(", ")
}

/// A sentence on the category that decides, where there are several and they differ.
fn deciding(assessment: &Assessment<'_>, report: &Report<'_>) -> String {
    assessment.deciding_category().map_or(String::new(), |category| {
        format!(" {} decides, as the weaker category.", escape_control_chars(&report.record.profile.categories[category].name))
    })
}

/// The last sentence: something that the person did, and the article's spirit.
pub(crate) fn closing(report: &Report<'_>) -> String {
    let closing = &report.guidance.closing;
    let nothing = if report.record.outside_window > 0 { &closing.earlier } else { &closing.nothing };
    let Some(entry) = best_entry(report) else { return nothing.clone() };
    let sentence = match report.assessment.verdict {
        Verdict::Ready => &closing.ready,
        Verdict::Nearly => &closing.nearly,
        Verdict::NotYet => &closing.not_yet,
    };
    sentence.replace("{title}", &deed(entry, report.record.vocabulary))
}

/// What somebody did, with its largest number of people reached: "“Blazor in production” (45 attendees)".
fn deed(entry: &Entry<'_>, vocabulary: &Vocabulary) -> String {
    let title = quoted(&entry.contribution.title);
    let reach = entry.contribution.impact.iter().filter(|(id, value)| vocabulary.metric(*id).reach.is_some() && *value >= 1.0);
    match reach.max_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((id, value)) => format!("{title} ({})", counted(*value, &vocabulary.metric(*id).one, &vocabulary.metric(*id).many)),
        None => title,
    }
}

/// The entry that reached most people; where none states how many, the newest.
fn best_entry<'r, 'p>(report: &'r Report<'p>) -> Option<&'r Entry<'p>> {
    let entries = report.record.entries.iter().filter(|entry| !entry.contribution.title.trim().is_empty());
    entries.max_by(|a, b| {
        let by_reach = a.reached.total().total_cmp(&b.reached.total());
        by_reach.then(a.days.last.cmp(&b.days.last))
    })
}
