//! What the form asks, each question with the activities that belong to its answer.

use crate::export::best::{best_first, newest_first};
use crate::export::dossier::activities::activity;
use crate::export::model::Selection;
use crate::export::words::{days, item};
use crate::guidance::portal::Question;
use crate::profile::Contribution;
use crate::render::markdown::escaped;
use crate::text::counted;

/// Activities below a question before the rest is counted: all of them are listed above.
const MOST_BELOW: usize = 5;

/// The questions; where nothing is listed, only those to which something belongs.
pub(crate) fn questions(listed: &[&Contribution<'_>], selection: &Selection<'_>) -> String {
    let Some(form) = &selection.guidance.form else { return String::new() };
    let answered = form.question.iter().filter_map(|question| {
        let entries = entries(question, listed, selection);
        (!listed.is_empty() || !entries.is_empty()).then(|| section(question, &entries))
    });
    let answered: Vec<String> = answered.collect();
    if answered.is_empty() {
        return String::new();
    }
    let head = format!("## What the form asks\n\nAs it was in {}; it may have changed since.\n", escaped(&form.as_of));
    format!("{head}\n{}", answered.join("\n"))
}

fn section(question: &Question, entries: &str) -> String {
    let parts = [format!("{}\n", escaped(&question.tell)), entries.to_owned(), "_Your answer:_\n".into()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    format!("### {}\n\n{}", escaped(&question.heading), parts.join("\n"))
}

/// What belongs to an answer: the best ones of its types, and what is planned where it is about that.
fn entries(question: &Question, listed: &[&Contribution<'_>], selection: &Selection<'_>) -> String {
    let record = selection.record;
    let id = |contribution: &Contribution<'_>| &record.vocabulary.activity_type(contribution.activity_type).id;
    let of_types: Vec<_> = listed.iter().copied().filter(|it| question.types.contains(id(it))).collect();
    let rest = of_types.len().saturating_sub(MOST_BELOW);
    let best = best_first(of_types, record).into_iter().take(MOST_BELOW);
    let mut text: String = best.map(|contribution| item(contribution, [days(contribution).as_str()])).collect();
    if rest > 0 {
        text += &format!("- and {} above\n", counted(rest as f64, "more", "more"));
    }
    if question.planned {
        // The next one first.
        let planned = newest_first(planned(selection), record.as_of).into_iter().rev();
        text.extend(planned.map(|contribution| activity(contribution, true, selection)));
    }
    text
}

fn planned<'s>(selection: &Selection<'s>) -> Vec<&'s Contribution<'s>> {
    let record = selection.record;
    let is_planned = |contribution: &&Contribution<'_>| {
        record.vocabulary.activity_type(contribution.activity_type).counts() && contribution.date > record.as_of
    };
    record.profile.contributions.iter().filter(is_planned).collect()
}
