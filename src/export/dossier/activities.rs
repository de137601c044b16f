//! The activities of a dossier: its highlights, then all of them by type.

use std::collections::HashSet;

use crate::export::best::{highlight, identity, newest_first};
use crate::export::model::Selection;
use crate::export::words::{days, item, numbers};
use crate::profile::Contribution;
use crate::render::markdown::escaped;
use crate::text::{capitalized, counted};
use crate::vocabulary::{ActivityType, TypeId};

/// A few that speak for the rest, each with the sentence that says why.
pub(crate) fn highlights(best: &[&Contribution<'_>], selection: &Selection<'_>) -> String {
    if best.is_empty() {
        return String::new();
    }
    let items = best.iter().map(|contribution| {
        let why = highlight(contribution).map_or(String::new(), |why| format!("  > {}\n", escaped(why)));
        activity(contribution, true, selection) + &why
    });
    format!("## Highlights\n\n{}", items.collect::<String>())
}

/// All that are wanted, by type; older ones apart.
pub(crate) fn all(listed: &[&Contribution<'_>], left_out: usize, selection: &Selection<'_>) -> String {
    let in_window: HashSet<_> = selection.record.entries.iter().map(|entry| identity(entry.contribution)).collect();
    let (now, older): (Vec<_>, Vec<_>) = listed.iter().copied().partition(|it| in_window.contains(&identity(it)));
    let mut sections = Vec::new();
    if !now.is_empty() {
        sections.push(format!(
            "## {}\n\n{}",
            if left_out == 0 { "All activities" } else { "Activities" },
            by_type(&now, selection)
        ));
    }
    if !older.is_empty() {
        sections.push(format!("## Earlier activities\n\n{}", by_type(&older, selection)));
    }
    if left_out > 0 {
        let more = counted(left_out as f64, "more activity is", "more activities are");
        sections.push(format!("{more} in the record and not listed here.\n"));
    }
    sections.join("\n")
}

/// What the record has and does not count, where everything is wanted.
pub(crate) fn beside(selection: &Selection<'_>) -> String {
    let counts = |it: &&Contribution<'_>| selection.record.vocabulary.activity_type(it.activity_type).counts();
    let beside: Vec<_> = selection.contributions().into_iter().filter(|it| !counts(it)).collect();
    if beside.is_empty() { String::new() } else { format!("## Beside the activities\n\n{}", by_type(&beside, selection)) }
}

fn by_type(contributions: &[&Contribution<'_>], selection: &Selection<'_>) -> String {
    let record = selection.record;
    let of_type = |(id, known): (TypeId, &ActivityType)| {
        let of_type: Vec<_> = contributions.iter().copied().filter(|it| it.activity_type == id).collect();
        let items: String = newest_first(of_type, record.as_of).into_iter().map(|it| activity(it, false, selection)).collect();
        (!items.is_empty()).then(|| format!("### {}\n\n{items}", escaped(&capitalized(&known.many))))
    };
    record.vocabulary.types_with_ids().filter_map(of_type).collect::<Vec<_>>().join("\n")
}

/// One activity with what is stated of it; with its type where no heading says it.
pub(crate) fn activity(contribution: &Contribution<'_>, names_type: bool, selection: &Selection<'_>) -> String {
    let record = selection.record;
    let known = record.vocabulary.activity_type(contribution.activity_type);
    let several = if contribution.count > 1 { known.counted(f64::from(contribution.count)) } else { String::new() };
    let kind = if several.is_empty() && names_type { known.word() } else { &several };
    let categories = &record.profile.categories;
    let category = contribution.category.filter(|_| categories.len() > 1).map_or("", |at| &categories[at].name);
    let stated = numbers(&contribution.impact, record.vocabulary);
    let role = contribution.role.unwrap_or_default();
    item(contribution, [kind, &days(contribution), role, &stated, category])
}
