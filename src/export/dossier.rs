//! Export of the dossier that a nominator reads, in five minutes: who it is, what the months held, what the form asks.

pub(crate) mod head;
pub(crate) mod activities;
pub(crate) mod questions;

use crate::export::best::{highlights, wanted};
use crate::export::model::{Exported, Selection};
use crate::profile::Contribution;

/// Highlights that somebody reads who has little time.
const MOST_HIGHLIGHTS: usize = 5;

pub(crate) fn markdown(selection: &Selection<'_>) -> Exported {
    let (listed, left_out) = wanted(countable(selection), selection);
    let parts = [
        head::who(selection),
        head::in_numbers(selection),
        activities::highlights(&highlights(selection.record, MOST_HIGHLIGHTS), selection),
        activities::all(&listed, left_out, selection),
        activities::beside(selection),
        questions::questions(&listed, selection),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join("\n"))
}

/// What the window holds, and what is older where everything is meant. What is planned belongs to the outlook.
fn countable<'s>(selection: &Selection<'s>) -> Vec<&'s Contribution<'s>> {
    let record = selection.record;
    let counts = |contribution: &Contribution<'_>| {
        record.vocabulary.activity_type(contribution.activity_type).counts() && contribution.date <= record.as_of
    };
    selection.contributions().into_iter().filter(|contribution| counts(contribution)).collect()
}
