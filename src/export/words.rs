//! A contribution in the words of Markdown, as exports share them.

use crate::profile::{Contribution, Until};
use crate::render::markdown::{escaped, link};
use crate::text::{counted, date, number};
use crate::vocabulary::{MetricId, Vocabulary};

/// Its title, or words in its place.
pub(crate) fn title<'c>(contribution: &'c Contribution<'_>) -> &'c str {
    let title = contribution.title.trim();
    if title.is_empty() { "(without a title)" } else { title }
}

pub(crate) fn linked(contribution: &Contribution<'_>) -> String {
    link(title(contribution), contribution.url.as_deref())
}

/// Its days: "18 Apr 2026", "18 Sep 2025 to 21 May 2026", "since 2 Jun 2024".
pub(crate) fn days(contribution: &Contribution<'_>) -> String {
    let first = date(contribution.date);
    match contribution.until {
        Until::Day(last) if last > contribution.date => format!("{first} to {}", date(last)),
        Until::SameDay | Until::Day(_) => first,
        Until::Ongoing => format!("since {first}"),
    }
}

/// Its numbers, as stated: "74 attendees, rating 4.6 of 5"; empty where it states none.
pub(crate) fn numbers(impact: &[(MetricId, f64)], vocabulary: &Vocabulary) -> String {
    let words = impact.iter().map(|(id, value)| {
        let metric = vocabulary.metric(*id);
        match metric.decimal_up_to {
            Some(most) => format!("{} {} of {}", metric.id, number(*value), number(most)),
            None => counted(*value, &metric.one, &metric.many),
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A list item of Markdown: the title as a link, then what else is to be said, as far as there is something.
pub(crate) fn item<'d>(contribution: &Contribution<'_>, details: impl IntoIterator<Item = &'d str>) -> String {
    let details = details.into_iter().filter(|detail| !detail.is_empty()).map(|detail| format!(" · {}", escaped(detail)));
    format!("- {}{}\n", linked(contribution), details.collect::<String>())
}
