//! The activities that are to be filed, each with its fields and with what to look at.

use crate::export::best::{best_first, newest_first, wanted};
use crate::export::model::{ExportError, Selection};
use crate::export::portal::checks::{Filing, to_check};
use crate::export::portal::fields::{Field, fields};
use crate::guidance::{Portal, PortalActivity};
use crate::profile::Contribution;

pub(crate) struct Filed<'a> {
    pub(crate) portal: &'a Portal,
    pub(crate) activities: Vec<FiledActivity<'a>>,
    /// Activities that are not among the best ones that were wanted.
    pub(crate) left_out: usize,
}

pub(crate) struct FiledActivity<'a> {
    pub(crate) contribution: &'a Contribution<'a>,
    /// The activity type of the portal, where it knows one.
    pub(crate) activity: Option<&'a PortalActivity>,
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) to_check: Vec<String>,
}

/// What a selection files: the newest first, or the best first where a number of them is wanted.
pub(crate) fn filed<'s>(selection: &Selection<'s>) -> Result<Filed<'s>, ExportError> {
    let Some(portal) = &selection.guidance.portal else {
        return Err(ExportError::NoPortal);
    };
    let record = selection.record;
    let (contributions, left_out) = wanted(selection.contributions(), selection);
    let contributions = match selection.top {
        Some(_) => best_first(contributions, record),
        None => newest_first(contributions, record.as_of),
    };
    let activities = contributions.into_iter().map(|it| filed_activity(it, portal, selection)).collect();
    Ok(Filed { portal, activities, left_out })
}

fn filed_activity<'s>(contribution: &'s Contribution<'s>, portal: &'s Portal, selection: &Selection<'s>) -> FiledActivity<'s> {
    let record = selection.record;
    let vocabulary = record.vocabulary;
    let activity = portal.activity(contribution, vocabulary);
    let fields = fields(contribution, activity, portal, record.profile, vocabulary);
    let to_check = to_check(&Filing { contribution, activity, fields: &fields, portal, record });
    FiledActivity { contribution, activity, fields, to_check }
}
