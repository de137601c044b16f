//! The names in `[portal]`, `[form]` and the blocks of types that belong to them: each is one that the guidance has.

use crate::guidance::blocks::TypeBlock;
use crate::guidance::mistakes::Mistakes;
use crate::guidance::portal::{Form, Portal, PortalActivity};
use crate::vocabulary::Metric;

/// The portal with the activities that the types name for it.
pub(crate) fn portal(
    portal: Option<Portal>,
    types: &[(String, TypeBlock)],
    metrics: &[Metric],
    mistakes: &mut Mistakes<'_, '_>,
) -> Option<Portal> {
    for (id, block) in types {
        let stated = block.portal.iter().flat_map(metrics_of);
        for unknown in stated.filter(|name| !metrics.iter().any(|metric| metric.id == **name)) {
            mistakes.unknown(&["type", id, "portal"], "metric", unknown, metrics.iter().map(|metric| metric.id.as_str()));
        }
    }
    let activities = types.iter().map(|(_, block)| block.portal.clone()).collect();
    portal.map(|portal| Portal { activities, ..portal })
}

fn metrics_of(activity: &PortalActivity) -> impl Iterator<Item = &String> {
    activity.when.iter().chain(activity.numbers.iter().flat_map(|number| &number.metrics))
}

pub(crate) fn check_form(form: &Form, types: &[(String, TypeBlock)], mistakes: &mut Mistakes<'_, '_>) {
    let stated = form.question.iter().flat_map(|question| &question.types);
    for unknown in stated.filter(|name| !types.iter().any(|(id, _)| id == *name)) {
        mistakes.unknown(&["form", "question"], "activity type", unknown, types.iter().map(|(id, _)| id.as_str()));
    }
}
