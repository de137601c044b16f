//! Sentences that reports for people share: the head, the activity, the verdict, the closing line.

use crate::assess::{Finding, Verdict};
use crate::evidence::Outcome;
use crate::guidance::{Basis, Criterion, Level};
use crate::profile::Stage;
use crate::record::{Entry, Record, Rule};
use crate::report::model::{AsOfFrom, Refusal, Report};
use crate::text::{YARDSTICK, counted, date, joined, number, quoted, short, visible};
use crate::vocabulary::{TypeId, Vocabulary};

/// Why a profile was not judged: the first thing that is wrong with it.
pub fn refusal(refusal: &Refusal<'_>) -> String {
    let first = refusal.mistakes.first();
    let place = first.map_or(String::new(), |first| format!(":{}:{}: {}", first.line, first.column, first.message));
    let more = refusal.mistakes.len().saturating_sub(1) + refusal.more;
    let more = if more > 0 { format!(", and {}", counted(more as f64, "more mistake", "more mistakes")) } else { String::new() };
    format!("{}{place}{more}; not judged", visible(&refusal.file.path))
}

/// The sign of an outcome at a level.
pub fn sign(outcome: Outcome, level: Level) -> char {
    match (outcome, level) {
        (Outcome::Met, _) => '✓',
        (Outcome::NotAssessed, _) => '?',
        (Outcome::Waived, _) => '–',
        (Outcome::Gap, Level::Required) => '✗',
        (Outcome::Gap, Level::Recommended) => '▲',
        (Outcome::Gap, Level::Advisory) => '·',
    }
}

/// The word of an outcome.
pub fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotAssessed => "not assessed",
        Outcome::Waived => "waived",
        Outcome::Gap => "gap",
    }
}

/// The mark of a number that is not the guidance's own; it stays on the line of its number.
pub fn mark(criterion: &Criterion) -> &'static str {
    match criterion.number_basis {
        Basis::Article | Basis::Program => "",
        Basis::Yardstick => YARDSTICK,
        Basis::Own => "\u{a0}°",
    }
}

/// The result of a finding: its sign and its word.
pub fn result(finding: &Finding<'_>) -> String {
    format!("{} {}", sign(finding.outcome, finding.criterion.level), word(finding.outcome))
}

/// What was found, for which category.
pub fn found(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let category = finding.category.map(|at| &report.record.profile.categories[at].name);
    let category = category.map_or(String::new(), |name| format!("{}: ", visible(name)));
    format!("{category}{}", visible(&finding.evidence.fact))
}

/// What is wanted, with the mark of its number.
pub fn wanted(finding: &Finding<'_>) -> String {
    let wanted = &finding.evidence.wanted;
    // What is due by today is marked already.
    if wanted.ends_with(YARDSTICK) { wanted.clone() } else { format!("{wanted}{}", mark(finding.criterion)) }
}

/// What the marks of numbers mean, as far as they occur.
pub fn marks(report: &Report<'_>) -> Vec<(&'static str, &'static str)> {
    let has_basis = |basis| report.assessment.findings.iter().any(|finding| finding.criterion.number_basis == basis);
    let marks = [
        (Basis::Yardstick, "*", "a yardstick of this tool: no official number exists"),
        (Basis::Own, "°", "a number of your own guidance"),
    ];
    marks.into_iter().filter(|(basis, ..)| has_basis(*basis)).map(|(_, mark, meaning)| (mark, meaning)).collect()
}

/// What the signs and marks mean, as far as they occur.
pub fn legend(report: &Report<'_>) -> String {
    let signs = ["✗ required ▲ recommended · advisory".to_owned()].into_iter();
    let marks = marks(report).into_iter().map(|(mark, meaning)| format!("{mark} {meaning}"));
    signs.chain(marks).collect::<Vec<_>>().join("  ")
}

/// Who it is about: name, stage, categories.
pub fn person(report: &Report<'_>) -> String {
    format!("{} · {}", name(report), standing(report))
}

/// The person's name.
pub fn name(report: &Report<'_>) -> String {
    let name = report.record.profile.name.as_deref().filter(|name| !name.trim().is_empty());
    name.map_or_else(|| "A profile without a name".into(), |name| short(name, 80).into_owned())
}

/// Stage and categories of the person.
pub fn standing(report: &Report<'_>) -> String {
    let profile = report.record.profile;
    let stage = match profile.stage {
        Stage::Candidate => "candidate",
        Stage::Renewal => "renewal",
    };
    let categories: Vec<String> = profile.categories.iter().map(|category| visible(&category.name).into_owned()).collect();
    let categories = if categories.is_empty() { "no category named".to_owned() } else { joined(&categories, "and") };
    format!("{stage} · {categories}")
}

/// Which days count, by which edition, as of when.
pub fn window(report: &Report<'_>) -> Vec<String> {
    let record = &report.record;
    let window = record.window;
    let span = format!("{} to {}", date(window.from), date(window.until));
    let year = report.guidance.year.map_or(String::new(), |year| format!(" ({year})"));
    let guidance = format!("by {}{year}", quoted(&report.guidance.title));
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
    let fixed = match report.as_of_from {
        AsOfFrom::Profile => ", a date that the profile fixes",
        AsOfFrom::Environment => ", a date that the environment fixes",
        AsOfFrom::Option | AsOfFrom::Today => "",
    };
    lines.push(format!("As of {}{fixed}", date(record.as_of)));
    lines
}

/// What the person did, in a few lines.
pub fn activity(report: &Report<'_>) -> Vec<String> {
    let record = &report.record;
    let mut lines = Vec::new();
    let vocabulary = record.vocabulary;
    let types = record.amount_by_type();
    if !types.is_empty() {
        let types: Vec<String> =
            types.iter().map(|(id, amount)| format!("{} {}", vocabulary.activity_type(*id).many, number(*amount))).collect();
        lines.push(types.join(" · "));
        lines.push(format!("by month {}", months(&record.amount_by_month())));
    }
    let reached = record.reached();
    if reached.is_stated {
        lines.push(format!(
            "reached: {} online, {} in person",
            number(reached.online.floor()),
            number(reached.in_person.floor())
        ));
    }
    lines.extend(not_counted(record));
    lines
}

/// What does not count, and why.
pub fn not_counted(record: &Record<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let not_counted =
        [(record.outside_window, "older entry", "older entries"), (record.planned, "planned entry", "planned entries")];
    let not_counted = not_counted.into_iter().filter(|(entries, ..)| *entries > 0);
    let not_counted: Vec<String> = not_counted.map(|(entries, one, many)| counted(entries as f64, one, many)).collect();
    if !not_counted.is_empty() {
        lines.push(format!("not counted: {}", joined(&not_counted, "and")));
    }
    lines.extend(left_out(record));
    lines
}

/// What is left out for what it is, each type with its reason.
fn left_out(record: &Record<'_>) -> Vec<String> {
    let lines = (0..).map(TypeId).zip(&record.vocabulary.types).filter_map(|(id, known)| {
        let reason = known.left_out.as_ref()?;
        let entries = record.profile.contributions.iter().filter(|contribution| contribution.activity_type == id).count();
        (entries > 0).then(|| format!("left out: {}; {}", known.counted(entries as f64), visible(reason)))
    });
    lines.collect()
}

/// A row of bars, the highest for the month with the largest amount, between its first and last month.
fn months(amounts: &[(chrono::NaiveDate, f64)]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let largest = amounts.iter().map(|(_, amount)| *amount).fold(0.0, f64::max);
    let bar = |amount: f64| {
        let height = (amount / largest * BARS.len() as f64).ceil() as usize;
        if amount > 0.0 { BARS[height.clamp(1, BARS.len()) - 1] } else { '·' }
    };
    let bars: String = amounts.iter().map(|(_, amount)| bar(*amount)).collect();
    let name = |month: Option<&(chrono::NaiveDate, f64)>| month.map_or(String::new(), |(day, _)| day.format("%b %Y").to_string());
    format!("{} {bars} {}", name(amounts.first()), name(amounts.last()))
}

/// The verdict in the words of the guidance, with the themes that have gaps.
pub fn verdict(report: &Report<'_>) -> String {
    let assessment = &report.assessment;
    let rules = &report.guidance.verdict;
    let words = match assessment.verdict {
        Verdict::Ready => &rules.ready,
        Verdict::Nearly => &rules.nearly,
        Verdict::NotYet => &rules.not_yet,
    };
    let mut named: Vec<String> = assessment.themes_with_gaps(report.guidance).iter().map(|theme| (*theme).to_owned()).collect();
    if named.is_empty() && assessment.verdict == Verdict::Nearly {
        let open = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::NotAssessed);
        let open = open.filter(|finding| finding.criterion.level == Level::Required);
        named = open.map(|finding| format!("{} is not assessed", finding.criterion.id)).collect();
    }
    let themes = if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) };
    let deciding = assessment.deciding_category().map_or(String::new(), |category| {
        format!(" {} decides, as the weaker category.", visible(&report.record.profile.categories[category].name))
    });
    format!("{words}{themes}.{deciding}")
}

/// The last sentence: something that the person did, and the article's spirit.
pub fn closing(report: &Report<'_>) -> String {
    let closing = &report.guidance.closing;
    let Some(entry) = best_entry(report) else { return closing.nothing.clone() };
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
