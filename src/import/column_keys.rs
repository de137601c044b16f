//! What a column of a table may hold, and the words that say so.

use std::collections::HashMap;

use crate::import::model::Unreadable;
use crate::text::{named, offer};
use crate::vocabulary::{MetricId, Vocabulary};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Type,
    ContributionType,
    Title,
    Date,
    /// The last day, or `ongoing`.
    Until,
    Url,
    Role,
    Count,
    AnnualQuantity,
    SecondAnnualQuantity,
    AnnualReach,
    /// Who may see it in the portal: known, and ignored.
    Visibility,
    Category,
    Areas,
    Audience,
    Language,
    Paid,
    Description,
    Highlight,
    /// Several numbers: `views=12000; likes=340`.
    Metrics,
    Metric(MetricId),
}

/// Words that name a key exactly. The first ones of each key are those that `--map` offers.
const WORDS: &[(&str, Key)] = &[
    ("type", Key::Type),
    ("title", Key::Title),
    ("date", Key::Date),
    ("until", Key::Until),
    ("url", Key::Url),
    ("role", Key::Role),
    ("count", Key::Count),
    ("category", Key::Category),
    ("technology-areas", Key::Areas),
    ("audience", Key::Audience),
    ("language", Key::Language),
    ("paid", Key::Paid),
    ("description", Key::Description),
    ("highlight", Key::Highlight),
    ("metrics", Key::Metrics),
    ("startdate", Key::Date),
    ("referenceurl", Key::Url),
    ("AnnualQuantity", Key::AnnualQuantity),
    ("SecondAnnualQuantity", Key::SecondAnnualQuantity),
    ("AnnualReach", Key::AnnualReach),
    ("Visibility", Key::Visibility),
    ("ContributionType", Key::ContributionType),
    ("ContributionTechnology", Key::Areas),
];

/// Parts of longer headers. The first one that occurs counts.
const PARTS: &[(&str, Key)] = &[
    ("date", Key::Date),
    ("title", Key::Title),
    ("description", Key::Description),
    ("url", Key::Url),
    ("link", Key::Url),
    ("technolog", Key::Areas),
];

/// "Last update" contains "date" and is not the date of an activity.
const NO_DATE: &str = "update";

/// With `--map COLUMN=-` a column is ignored.
pub(crate) const LEFT_OUT: &str = "-";

pub(crate) fn by_part(header: &str) -> Option<Key> {
    let header = folded(header).replace(NO_DATE, "");
    PARTS.iter().find(|(part, _)| header.contains(part)).map(|(_, key)| *key)
}

/// A word without what differs between two ways to write it: case, blanks, `-` and `_`.
pub(crate) fn folded(word: &str) -> String {
    word.chars().filter(|it| !it.is_whitespace() && !['-', '_'].contains(it)).flat_map(char::to_lowercase).collect()
}

/// Words that name a key exactly, with the metrics of an edition.
pub(crate) struct Words<'v> {
    names: Vec<&'v str>,
    keys: HashMap<String, Key>,
}

impl<'v> Words<'v> {
    pub(crate) fn of(vocabulary: &'v Vocabulary) -> Self {
        let metric = |id: &'v String| Some((id.as_str(), Key::Metric(vocabulary.metric_id(id)?)));
        let metrics = vocabulary.metrics.iter().filter_map(|known| metric(&known.id));
        let words: Vec<(&str, Key)> = WORDS.iter().copied().chain(metrics).collect();
        let names = words.iter().map(|(word, _)| *word).chain([LEFT_OUT]).collect();
        let mut keys = HashMap::new();
        for (word, key) in words {
            keys.entry(folded(word)).or_insert(key);
        }
        Self { names, keys }
    }

    pub(crate) fn exact(&self, word: &str) -> Option<Key> {
        self.keys.get(&folded(word)).copied()
    }

    /// The key that `--map` names.
    pub(crate) fn key(&self, word: &str) -> Result<Key, Unreadable> {
        self.exact(word)
            .ok_or_else(|| Unreadable::new(format!("--map: a column cannot be {}", named(word)), offer(word, &self.names)))
    }
}
