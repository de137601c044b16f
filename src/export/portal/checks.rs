//! What to look at before an activity is filed: what is still to fill in, and what the portal would not take.

use crate::export::portal::fields::{Field, filling, known};
use crate::guidance::{Portal, PortalActivity};
use crate::profile::Contribution;
use crate::record::Record;
use crate::record::days::DaySpan;
use crate::text::{capitalized, counted, date, joined, number, quoted};
use crate::vocabulary::MetricId;

pub(crate) struct Filing<'a> {
    pub(crate) contribution: &'a Contribution<'a>,
    pub(crate) activity: Option<&'a PortalActivity>,
    pub(crate) fields: &'a [Field<'a>],
    pub(crate) portal: &'a Portal,
    pub(crate) record: &'a Record<'a>,
}

pub(crate) fn to_check(filing: &Filing<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(activity_type(filing));
    sentences.extend(day(filing));
    sentences.extend(to_fill_in(filing));
    sentences.extend(lengths(filing));
    sentences.extend(words(filing));
    sentences.extend(address(filing));
    sentences.extend(numbers(filing));
    if filing.contribution.paid == Some(true) {
        sentences.push("It is stated as paid: think about whether it belongs here.".into());
    }
    sentences
}

fn activity_type(filing: &Filing<'_>) -> Option<String> {
    let known = filing.record.vocabulary.activity_type(filing.contribution.activity_type);
    let name = &filing.portal.fields.activity_type;
    filing.activity.is_none().then(|| format!("{name}: none is known here for {}; choose one, or leave it out.", known.many))
}

fn day(filing: &Filing<'_>) -> Option<String> {
    let (contribution, record) = (filing.contribution, filing.record);
    let from = record.window.from;
    let covered = DaySpan::covered(contribution.date, contribution.until, record.as_of);
    if contribution.date > record.as_of {
        Some(format!("It is planned for {}: file it once it has taken place.", date(contribution.date)))
    } else if covered.last < from {
        Some(format!("It is older than these months, which begin on {}.", date(from)))
    } else if contribution.date < from {
        Some(format!("It began before {}: choose a day since then, and its numbers since then.", date(from)))
    } else {
        None
    }
}

/// Fields that everybody has something for, and that are empty.
fn to_fill_in(filing: &Filing<'_>) -> Option<String> {
    let names = &filing.portal.fields;
    let contribution = filing.contribution;
    let is_asked = |name: &str| {
        // A role or audience in other words is reported with those words.
        name == names.audience && contribution.story.audience.is_empty()
            || name == names.role && contribution.role.is_none()
            || [&names.primary_area, &names.title, &names.description, &names.url].into_iter().any(|asked| asked == name)
    };
    let empty = filing.fields.iter().filter(|field| field.value.is_none() && is_asked(field.name));
    let empty: Vec<String> = empty.map(|field| field.name.to_owned()).collect();
    (!empty.is_empty()).then(|| format!("To fill in: {}.", empty.join(", ")))
}

/// Texts that are longer than the portal takes.
fn lengths(filing: &Filing<'_>) -> Vec<String> {
    let (names, longest) = (&filing.portal.fields, &filing.portal.longest);
    let story = &filing.contribution.story;
    let texts = [
        (&names.title, Some(filing.contribution.title.as_ref()), longest.title),
        (&names.description, story.description.as_deref(), longest.description),
    ];
    let too_long = texts.into_iter().filter_map(|(name, text, most)| {
        let characters = text?.trim().chars().count();
        let is_too_long = characters > usize::try_from(most).unwrap_or(usize::MAX);
        let (characters, most) = (number(characters as f64), number(f64::from(most)));
        is_too_long.then(|| format!("{name}: it has {characters} characters, the portal takes {most}."))
    });
    too_long.collect()
}

fn words(filing: &Filing<'_>) -> Vec<String> {
    let (portal, record, contribution) = (filing.portal, filing.record, filing.contribution);
    let names = &portal.fields;
    let mut sentences = Vec::new();
    let roles = filing.activity.map_or(&portal.roles[..], |activity| portal.roles_of(activity));
    if let Some(role) = contribution.role.filter(|role| known(roles, role).is_none()) {
        sentences.push(format!(
            "{}: {} is none here; choose one of {}.",
            names.role,
            quoted(&capitalized(role)),
            roles.join(", ")
        ));
    }
    for audience in contribution.story.audience.iter().filter(|audience| known(&portal.audiences, audience).is_none()) {
        let valid = portal.audiences.join(", ");
        sentences.push(format!("{}: {} is none here; choose of {valid}.", names.audience, quoted(audience)));
    }
    let areas = contribution.areas.iter().map(|area| &record.profile.area_names[usize::from(area.0)]);
    for area in areas.filter(|area| record.vocabulary.lists_areas() && record.vocabulary.area(area).is_none()) {
        sentences.push(format!("{} is no technology area of this guidance: `mvp-check list areas` shows them.", quoted(area)));
    }
    sentences
}

fn address(filing: &Filing<'_>) -> Option<String> {
    let url = filing.contribution.url.as_deref().map(str::trim).filter(|url| !url.is_empty())?;
    let is_taken = url.get(..8).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"));
    (!is_taken).then(|| format!("{}: the portal takes one that begins with https://.", filing.portal.fields.url))
}

/// Numbers that are missing, that are in another one's place, or that have none.
fn numbers(filing: &Filing<'_>) -> Vec<String> {
    let (contribution, vocabulary) = (filing.contribution, filing.record.vocabulary);
    let Some(activity) = filing.activity else { return Vec::new() };
    let mut sentences = Vec::new();
    let mut placed: Vec<MetricId> = Vec::new();
    for field in &activity.numbers {
        let Some((id, _)) = filling(&field.metrics, contribution, vocabulary) else { continue };
        let many = &vocabulary.metric(id).many;
        if !field.name.to_lowercase().contains(&many.to_lowercase()) {
            sentences.push(format!("{}: it holds {many}, for which there is no other field.", field.name));
        }
        placed.push(id);
    }
    let fillable: Vec<String> =
        activity.numbers.iter().filter(|field| !field.metrics.is_empty()).map(|field| field.name.clone()).collect();
    if placed.is_empty() && !fillable.is_empty() {
        let known = vocabulary.activity_type(contribution.activity_type);
        sentences.push(format!("{}: no number yet. Where to look: {}.", joined(&fillable, "or"), known.numbers));
    }
    let unplaced = contribution
        .impact
        .iter()
        .filter(|(id, value)| vocabulary.metric(*id).reach.is_some() && *value > 0.0 && !placed.contains(id));
    sentences.extend(unplaced.map(|(id, value)| {
        let metric = vocabulary.metric(*id);
        format!("No field takes {}: tell it in the text.", counted(*value, &metric.one, &metric.many))
    }));
    sentences
}
