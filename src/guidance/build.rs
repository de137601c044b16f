//! The blocks of a guidance file to [`Guidance`], with everything in them that cannot be meant.

use crate::check::Check;
use crate::check::regularity::Regularity;
use crate::guidance::blocks::{FileBlock, MOST_WORDS, TypeBlock};
use crate::guidance::mistakes::{Mistakes, Own};
use crate::guidance::model::{Basis, Criterion, Guidance, Page};
use crate::guidance::portal_names;
use crate::link::is_linked;
use crate::source::Problems;
use crate::text::{named, offer};
use crate::vocabulary::{ActivityType, AwardWindow, DayOfYear, Metric, MetricId, MetricOfType, Vocabulary};

/// Builds an edition, of one's own where `own` says so. What is wrong goes to the problems.
pub(crate) fn build(file: FileBlock, own: Option<&Own<'_, '_>>, problems: &mut Problems) -> Option<Guidance> {
    let mut mistakes = Mistakes { own, problems };
    check_window(&file.award_window, &mut mistakes);
    if file.url.as_deref().is_some_and(|url| !is_linked(url)) {
        mistakes.add(&["url"], "`url` is an address", "begin it with https://");
    }
    let metrics = metrics(file.metric.0, &mut mistakes);
    let portal = portal_names::portal(file.portal, &file.activity_type.0, &metrics, &mut mistakes);
    if let Some(form) = &file.form {
        portal_names::check_form(form, &file.activity_type.0, &mut mistakes);
    }
    let types = types(file.activity_type.0, &metrics, &mut mistakes);
    let criteria = criteria(file.criterion.0, &file.themes, &types, &file.source, &mut mistakes);
    let vocabulary = Vocabulary {
        types,
        metrics,
        categories: file.category,
        themes: file.themes,
        criteria: criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        never_waived: criteria.iter().filter(|criterion| !criterion.waivable).map(|criterion| criterion.id.clone()).collect(),
        award_window: file.award_window,
    };
    (problems.errors() == 0).then_some(Guidance {
        id: file.id,
        file: None,
        title: file.title,
        year: file.year,
        source: file.source,
        url: file.url,
        see_also: file.see_also,
        vocabulary,
        portal,
        form: file.form,
        criteria,
        verdict: file.verdict,
        closing: file.closing,
        seen_caveat: file.seen.caveat,
        pages: file.page.0.into_iter().map(|(id, page)| Page { id, ..page }).collect(),
    })
}

fn check_window(window: &AwardWindow, mistakes: &mut Mistakes<'_, '_>) {
    let is_day = |day: DayOfYear| DayOfYear::MONTHS.contains(&day.month) && DayOfYear::DAYS.contains(&day.day);
    for (key, day) in [("cycle-start", window.cycle_start), ("decision", window.decision)] {
        if !is_day(day) {
            mistakes.add(&["award-window", key], format!("`{key}` has a month from 1 to 12 and a day from 1 to 28"), "");
        }
    }
    if !AwardWindow::CANDIDATE_MONTHS.contains(&window.candidate_months) {
        mistakes.add(&["award-window", "candidate-months"], "`candidate-months` is from 1 to 120", "");
    }
}

fn metrics(blocks: Vec<(String, Metric)>, mistakes: &mut Mistakes<'_, '_>) -> Vec<Metric> {
    if blocks.len() > usize::from(MOST_WORDS) {
        mistakes.add(&["metric"], "more than 255 metrics", "");
    }
    blocks.into_iter().map(|(id, metric)| Metric { id, ..metric }).collect()
}

fn types(blocks: Vec<(String, TypeBlock)>, metrics: &[Metric], mistakes: &mut Mistakes<'_, '_>) -> Vec<ActivityType> {
    if blocks.len() > usize::from(MOST_WORDS) {
        mistakes.add(&["type"], "more than 255 types", "");
    }
    for (id, block) in &blocks {
        if !(block.weight.is_finite() && block.weight > 0.0) {
            mistakes.add(&["type", id, "weight"], "a weight is a number above 0", "1 is that of an article");
        }
        for near in block.near.iter().filter(|near| !blocks.iter().any(|(known, _)| known == *near)) {
            mistakes.unknown(&["type", id, "near"], "activity type", near, blocks.iter().map(|(known, _)| known.as_str()));
        }
    }
    let activity_type = |(id, block): (String, TypeBlock)| ActivityType {
        metrics: metrics_of(&id, &block, metrics, mistakes),
        one: block.one,
        many: block.many,
        verb: block.verb,
        what: block.what,
        left_out: block.left_out,
        often: block.often,
        weight: block.weight,
        weight_basis: own_or_yardstick(&["type", &id, "weight"], mistakes),
        channel: block.channel.unwrap_or_else(|| id.clone()),
        aliases: block.aliases,
        near: block.near,
        begin: block.begin,
        numbers: block.numbers,
        id,
    };
    blocks.into_iter().map(activity_type).collect()
}

fn metrics_of(id: &str, block: &TypeBlock, metrics: &[Metric], mistakes: &mut Mistakes<'_, '_>) -> Vec<MetricOfType> {
    let mut of_type = Vec::with_capacity(block.metrics.len());
    for name in &block.metrics {
        match (0..=u8::MAX).zip(metrics).find(|(_, metric)| metric.id == *name) {
            Some((at, _)) => of_type.push(MetricOfType {
                id: MetricId(at),
                notable: block.notable.get(name).copied(),
                notable_basis: own_or_yardstick(&["type", id, "notable", name], mistakes),
            }),
            None => mistakes.unknown(&["type", id, "metrics"], "metric", name, metrics.iter().map(|metric| metric.id.as_str())),
        }
    }
    for name in block.notable.keys().filter(|name| !block.metrics.contains(name)) {
        mistakes.unknown(&["type", id, "notable"], "metric of this type", name, block.metrics.iter().map(String::as_str));
    }
    of_type
}

/// Whose a number is that no document gives.
fn own_or_yardstick(path: &[&str], mistakes: &Mistakes<'_, '_>) -> Basis {
    if mistakes.is_stated(path) { Basis::Own } else { Basis::Yardstick }
}

fn criteria(
    blocks: Vec<(String, Criterion)>,
    themes: &[String],
    types: &[ActivityType],
    source: &str,
    mistakes: &mut Mistakes<'_, '_>,
) -> Vec<Criterion> {
    let mut criteria: Vec<Criterion> = Vec::with_capacity(blocks.len());
    for (id, block) in blocks {
        let mut criterion = Criterion { id, ..block };
        check_names(&criterion, &criteria, themes, types, mistakes);
        set_own_basis(&mut criterion, mistakes);
        let extended = mistakes.own.and_then(|own| own.extended_source.as_deref());
        let is_restated = mistakes.is_stated(&["criterion", &criterion.id, "source"]);
        criterion.document = extended.filter(|_| !is_restated).unwrap_or(source).to_owned();
        criteria.push(criterion);
    }
    criteria
}

fn check_names(
    criterion: &Criterion,
    above: &[Criterion],
    themes: &[String],
    types: &[ActivityType],
    mistakes: &mut Mistakes<'_, '_>,
) {
    let Criterion { id, theme, .. } = criterion;
    let is_own_list = mistakes.is_stated(&["themes"]) && !mistakes.is_stated(&["criterion", id, "theme"]);
    if is_own_list && !themes.contains(theme) {
        if !above.iter().any(|other| other.theme == *theme) {
            let message = format!("`themes` lacks {}, to which criteria belong", named(theme));
            mistakes.add(&["themes"], message, "name it too, or give these criteria another `theme`");
        }
    } else if !themes.contains(theme) {
        mistakes.unknown(&["criterion", id, "theme"], "theme", theme, themes.iter().map(String::as_str));
    }
    let is_above = |after: &str| above.iter().any(|criterion| criterion.id == after);
    if let Some(after) = criterion.after.as_ref().filter(|after| !is_above(after) && !mistakes.is_unread(after)) {
        let message = format!("`after` names a criterion above this one, not {}", named(after));
        let above: Vec<&str> = above.iter().map(|criterion| criterion.id.as_str()).collect();
        let help = if above.is_empty() { "none is above it".into() } else { offer(after, &above) };
        mistakes.add(&["criterion", id, "after"], message, help);
    }
    for unknown in criterion.check.types().iter().filter(|name| !types.iter().any(|known| known.id == **name)) {
        mistakes.unknown(&["criterion", id, "check"], "activity type", unknown, types.iter().map(|known| known.id.as_str()));
    }
    if matches!(&criterion.check, Check::Regularity(wanted) if wanted.active_months > Regularity::MOST_MONTHS) {
        let path = ["criterion", id, "check", "regularity", "active-months"];
        mistakes.add(&path, "`active-months` is at most 12", "more are not counted, however long the window is");
    }
    let known = criterion.check.measure().demand().phrases;
    for (key, text) in [("advice", &criterion.advice), ("unassessed", &criterion.unassessed)] {
        for phrase in phrases(text).filter(|phrase| !known.contains(phrase)) {
            let names: Vec<String> = known.iter().map(|known| format!("{{{known}}}")).collect();
            let help = if names.is_empty() { "it has none".into() } else { format!("it has {}", names.join(", ")) };
            mistakes.add(&["criterion", id, key], format!("the check has no phrase {{{phrase}}}"), help);
        }
    }
}

fn phrases(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// What one's own file changed is its own: only the editions that ship name the article or the program as the basis of something.
fn set_own_basis(criterion: &mut Criterion, mistakes: &mut Mistakes<'_, '_>) {
    if mistakes.own.is_none() {
        return;
    }
    let id = criterion.id.as_str();
    for (key, stated) in [("basis", criterion.basis), ("number-basis", criterion.number_basis())] {
        if mistakes.is_stated(&["criterion", id, key]) && stated != Basis::Own {
            let message = format!("in a guidance file of one's own `{key}` is \"own\"");
            mistakes.add(&["criterion", id, key], message, format!("leave `{key}` out"));
        }
    }
    let is_own_number = mistakes.is_stated(&["criterion", id, "check"]);
    let is_own = is_own_number || mistakes.is_stated(&["criterion", id, "level"]);
    criterion.number_basis = Some(if is_own_number { Basis::Own } else { criterion.number_basis() });
    if is_own {
        criterion.basis = Basis::Own;
    }
}
