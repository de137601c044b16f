//! The head of a dossier: who it is, which months, and those months in numbers, as far as they are stated.

use crate::export::model::Selection;
use crate::export::words::numbers;
use crate::profile::{Stage, Until};
use crate::record::{CountedChannel, Record, Rule};
use crate::render::markdown::{escaped, link};
use crate::text::{date, joined, people};

/// The person, and the days that are looked at.
pub(crate) fn who(selection: &Selection<'_>) -> String {
    let profile = selection.record.profile;
    let name = profile.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let stage = match profile.stage {
        Stage::Candidate => "Candidate",
        Stage::Renewal => "Renewal",
    };
    let categories: Vec<String> = profile.categories.iter().map(|category| escaped(&category.name)).collect();
    let areas: Vec<String> = profile.areas.iter().map(|area| escaped(&profile.area_names[usize::from(area.0)])).collect();
    let standing = [stage.to_owned(), joined(&categories, "and"), areas.join(", ")];
    let standing: Vec<String> = standing.into_iter().filter(|part| !part.is_empty()).collect();
    let name = name.map_or_else(|| "Activities for the community".into(), escaped);
    format!("# {name}\n\n{}\n\n{}\n", standing.join(" · "), days(selection.record))
}

/// Which days are looked at, as of when.
fn days(record: &Record<'_>) -> String {
    let (window, as_of) = (record.window, date(record.as_of));
    let decided = window.decided.map_or(String::new(), |day| format!(", decided on {}", date(day)));
    format!("{} to {}{decided} · as of {as_of}", date(window.from), date(window.until))
}

pub(crate) fn in_numbers(selection: &Selection<'_>) -> String {
    let record = selection.record;
    let heading = match record.window.rule {
        Rule::Rolling => format!("The {} months in numbers", record.vocabulary.award_window.candidate_months),
        Rule::Cycle => "The cycle so far in numbers".into(),
    };
    if record.entries.is_empty() && record.channels.is_empty() {
        return nothing(record);
    }
    let mut lines = sums(record);
    if record.profile.categories.len() > 1 {
        let of_category = |(at, name): (usize, &String)| {
            let sums = sums(&record.of_category(at)).join("; ");
            if sums.is_empty() { format!("{}: nothing yet", escaped(name)) } else { format!("{}: {sums}", escaped(name)) }
        };
        lines.extend(record.profile.categories.iter().map(|category| &category.name).enumerate().map(of_category));
    }
    lines.extend(record.channels.iter().map(|counted| channel(counted, record)));
    if reaches_out(record) {
        let from = date(record.window.from);
        lines.push(format!(
            "What began before {from} counts here by its days since then; below it stands with its whole numbers."
        ));
    }
    let lines: String = lines.iter().map(|line| format!("- {line}\n")).collect();
    format!("## {heading}\n\n{lines}")
}

fn nothing(record: &Record<'_>) -> String {
    let older = match record.outside_window {
        0 => String::new(),
        1 => " One older activity is in the record.".into(),
        many => format!(" {many} older activities are in the record."),
    };
    format!("No contribution counts in these months yet. What comes will stand here.{older}\n")
}

/// How many of each type, and whom they reached.
fn sums(record: &Record<'_>) -> Vec<String> {
    let of_type = |(id, amount): (_, f64)| {
        let known = record.vocabulary.activity_type(id);
        // The amount is weighed; here they are counted.
        escaped(&known.counted(whole(amount / known.weight)))
    };
    let types: Vec<String> = record.amount_by_type().into_iter().map(of_type).collect();
    let reached = record.reached();
    let ways = [(reached.online, "online"), (reached.in_person, "in person")];
    let ways = ways.into_iter().filter(|(people, _)| *people >= 1.0);
    let ways: Vec<String> = ways.map(|(reached, way)| format!("{} {way}", people(reached))).collect();
    let reached = (!ways.is_empty()).then(|| format!("known reach: {}", joined(&ways, "and")));
    (!types.is_empty()).then(|| joined(&types, "and")).into_iter().chain(reached).collect()
}

/// A count that parts of entries add up to, cut and never rounded up.
fn whole(count: f64) -> f64 {
    /// A sum of many parts may end a hair below the number that it is.
    const SUMMED: f64 = 1e-6;
    (count + SUMMED).floor()
}

/// A blog or a video channel with its own numbers.
fn channel(counted: &CountedChannel<'_>, record: &Record<'_>) -> String {
    let channel = counted.channel;
    let from = date(channel.date);
    let days = match channel.until {
        Until::SameDay => from,
        Until::Day(last) => format!("{from} to {}", date(last)),
        Until::Ongoing => format!("since {from}"),
    };
    let title = if channel.title.trim().is_empty() { "(without a title)" } else { &channel.title };
    let stated = escaped(&numbers(&channel.impact, record.vocabulary));
    format!("{}, {days}: {stated}", link(title, Some(&channel.url)))
}

/// Whether something has days before the window, so that its sums are a part of its numbers.
fn reaches_out(record: &Record<'_>) -> bool {
    let from = record.window.from;
    record.entries.iter().any(|entry| entry.contribution.date < from)
        || record.channels.iter().any(|counted| counted.channel.date < from)
}
