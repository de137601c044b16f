//! What a finding says in running text and where, for services that show one message at one line of a file.

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::guidance::Basis;
use crate::link::relative_address;
use crate::report::model::{ProfileFile, Refusal, Remark, Report};
use crate::text::{YARDSTICK, counted, escape_control_chars, with_marks_in_words};

/// The address of a profile from the root of the repository; `-` for standard input.
pub(crate) fn address(file: &ProfileFile) -> String {
    if file.path == "-" {
        return file.path.clone();
    }
    match relative_address(&file.in_repository) {
        // The root itself is not a file, but has an address too.
        none if none.is_empty() => ".".into(),
        address => address,
    }
}

/// The same place for people.
pub(crate) fn path(file: &ProfileFile) -> String {
    let path = if file.path == "-" || file.in_repository.is_empty() { &file.path } else { &file.in_repository };
    escape_control_chars(path).into_owned()
}

/// The line that a finding is about: that of its first contribution, else of the header `[profile]`, else the first.
pub(crate) fn line(finding: &Finding<'_>, report: &Report<'_>) -> usize {
    let first = finding.evidence.contributions.first();
    first.map_or_else(|| profile_line(report), |contribution| contribution.line)
}

/// The line of the header `[profile]`, or the first where there is none.
pub(crate) fn profile_line(report: &Report<'_>) -> usize {
    report.record.profile.line.unwrap_or(1)
}

/// The category that a finding is about, where it is judged for each.
pub(crate) fn category(finding: &Finding<'_>, report: &Report<'_>) -> Option<String> {
    finding.category.map(|at| escape_control_chars(&report.record.profile.categories[at].name).into_owned())
}

/// What is wanted, with the meaning of its mark: "50 %, a yardstick".
pub(crate) fn wanted(finding: &Finding<'_>) -> String {
    let wanted = &finding.evidence.wanted;
    let (words, is_yardstick) = match wanted.strip_suffix(YARDSTICK) {
        // What is due so far is this tool's rule, whoever wants the whole.
        Some(words) => (words, true),
        None => (wanted.as_str(), finding.criterion.number_basis() == Basis::Yardstick),
    };
    let whose = match finding.criterion.number_basis() {
        _ if is_yardstick => ", a yardstick",
        Basis::Own => ", a number of your own guidance",
        Basis::Article | Basis::Program | Basis::Yardstick => "",
    };
    let words = words.replace(YARDSTICK, ", a yardstick");
    escape_control_chars(&format!("{words}{whose}")).into_owned()
}

/// What to do, with the meaning of the marks in it; empty where nothing is.
pub(crate) fn advice(finding: &Finding<'_>) -> String {
    escape_control_chars(&with_marks_in_words(finding.advice.as_deref().unwrap_or_default())).into_owned()
}

/// What was found, wanted and advised: "8 of 21 entries have a number (38 %); wanted: 50 %, a yardstick. Look up ...".
pub(crate) fn statement(finding: &Finding<'_>) -> String {
    let wanted = match finding.outcome {
        Outcome::NotAssessed => String::new(),
        Outcome::Met | Outcome::Gap | Outcome::Waived => format!("; wanted: {}", wanted(finding)),
    };
    format!("{}{wanted}. {}", escape_control_chars(&finding.evidence.fact), advice(finding)).trim_end().to_owned()
}

/// What is wrong or to be looked at, and what to do.
pub(crate) fn remark(remark: &Remark) -> String {
    let help = remark.help.as_deref().filter(|help| !help.is_empty()).map_or(String::new(), |help| format!("; {help}"));
    escape_control_chars(&format!("{}{help}", remark.message)).into_owned()
}

/// What became of a profile with mistakes: "20 mistakes, nothing was judged".
pub(crate) fn refused(refusal: &Refusal<'_>) -> String {
    let mistakes = refusal.mistakes.len() + refusal.more;
    format!("{}, nothing was judged", counted(mistakes as f64, "mistake", "mistakes"))
}
