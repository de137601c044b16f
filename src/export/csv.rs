//! Export as a table that spreadsheets read: the columns of the PowerShell module, then our own, which `import csv` reads again.

use crate::export::best::wanted;
use crate::export::model::{Exported, Selection};
use crate::guidance::Guidance;
use crate::guidance::annual::{reach_metric, second_metric};
use crate::profile::{Contribution, Until};
use crate::render::csv::table;
use crate::vocabulary::MetricId;

const HEADER: [&str; 20] = [
    "startdate",
    "title",
    "description",
    "referenceurl",
    "AnnualQuantity",
    "SecondAnnualQuantity",
    "AnnualReach",
    "Visibility",
    "ContributionType",
    "ContributionTechnology",
    "type",
    "until",
    "count",
    "metrics",
    "role",
    "category",
    "audience",
    "language",
    "paid",
    "highlight",
];

pub(crate) fn csv(selection: &Selection<'_>) -> Exported {
    let (wanted, _) = wanted(selection.contributions(), selection);
    let rows = wanted.into_iter().map(|contribution| row(contribution, selection).to_vec());
    Ok(table([HEADER.map(str::to_owned).to_vec()].into_iter().chain(rows))?)
}

fn row(contribution: &Contribution<'_>, selection: &Selection<'_>) -> [String; HEADER.len()] {
    let (profile, vocabulary) = (selection.record.profile, &selection.guidance.vocabulary);
    let activity_type = vocabulary.activity_type(contribution.activity_type);
    let portal_name = portal_name(contribution, selection.guidance);
    let stated = |metric: Option<&str>| {
        let metric = metric.and_then(|id| vocabulary.metric_id(id));
        let value = contribution.impact.iter().find(|(id, _)| Some(*id) == metric);
        value.map_or_else(|| "0".into(), |(_, value)| value.to_string())
    };
    let areas = contribution.areas.iter().filter_map(|area| profile.area_names.get(usize::from(area.0)));
    let until = match contribution.until {
        Until::SameDay => String::new(),
        Until::Day(day) => day.to_string(),
        Until::Ongoing => "ongoing".into(),
    };
    // This guidance does not know a category of another one: an import that uses it would refuse the row.
    let category = contribution.category.and_then(|at| profile.categories.get(at));
    let category = category.filter(|category| category.known.is_some()).map(|category| category.name.clone());
    let story = &contribution.story;
    let number = |(id, value): &(MetricId, f64)| format!("{}={value}", vocabulary.metric(*id).id);
    [
        contribution.date.to_string(),
        contribution.title.clone().into_owned(),
        story.description.clone().unwrap_or_default().into_owned(),
        contribution.url.clone().unwrap_or_default().into_owned(),
        contribution.count.to_string(),
        stated(second_metric(activity_type, vocabulary)),
        stated(reach_metric(activity_type, portal_name, vocabulary)),
        "Everyone".into(),
        portal_name.to_owned(),
        areas.map(AsRef::as_ref).collect::<Vec<_>>().join("; "),
        activity_type.id.clone(),
        until,
        contribution.count.to_string(),
        contribution.impact.iter().map(number).collect::<Vec<_>>().join("; "),
        contribution.role.unwrap_or_default().to_owned(),
        category.unwrap_or_default(),
        story.audience.join("; "),
        story.language.clone().unwrap_or_default().into_owned(),
        contribution.paid.map(|paid| paid.to_string()).unwrap_or_default(),
        story.highlight.clone().unwrap_or_default().into_owned(),
    ]
}

/// What the portal calls it: its usual type for it, as `export portal` writes it; of a guidance without a portal our own.
fn portal_name<'s>(contribution: &Contribution<'_>, guidance: &'s Guidance) -> &'s str {
    let activity = guidance.portal.as_ref().and_then(|portal| portal.activity(contribution, &guidance.vocabulary));
    let own = &guidance.vocabulary.activity_type(contribution.activity_type).id;
    activity.map_or(own, |activity| &activity.name)
}
