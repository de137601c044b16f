//! What a check found, and the words in which it says so.

use serde::{Deserialize, Serialize};

use crate::profile::Contribution;
use crate::record::{Entry, Record};
use crate::text;

/// How a criterion came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// What was found reaches what is wanted.
    Met,
    /// It does not.
    Gap,
    /// It cannot be told from what the profile states.
    NotAssessed,
    /// It does not, and the person accepts that for now.
    Waived,
}

/// What measures one thing in a record. It knows no file, no clock and no format.
pub(crate) trait Measure {
    fn measure<'p>(&self, record: &Record<'p>) -> Evidence<'p>;
    fn demand(&self) -> Demand;
}

/// What a check wants of every record.
pub(crate) struct Demand {
    /// In words: "at most 80 %".
    pub(crate) wanted: String,
    /// What the measured number counts; empty where there is none.
    pub(crate) unit: &'static str,
    pub(crate) target: Option<f64>,
    /// Names of the phrases that an advice may use in braces, e.g. `{closest}`.
    pub(crate) phrases: &'static [&'static str],
    pub(crate) remedy: Remedy,
}

/// What can be done, on days to come, towards what a check wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Remedy {
    /// Doing more does not help: an edit of the profile does, or time.
    NoActivity,
    /// One more activity, whatever it is.
    More,
    /// An activity of a type that is not there yet.
    NewType,
    /// An activity of another type than the largest.
    OtherType,
    /// An activity within this number of days.
    Lately(u32),
    /// An activity in a month without one, or in a pause of more than this number of days.
    Rhythm(u32),
    /// Activities that reach people.
    Reach,
    /// An activity of which one number reaches its type's threshold.
    Notable,
    /// Activities that state a number.
    Numbers,
}

#[derive(Clone, Debug)]
pub(crate) struct Evidence<'p> {
    pub(crate) outcome: Outcome,
    pub(crate) measured: Option<f64>,
    pub(crate) target: Option<f64>,
    /// What `measured` counts.
    pub(crate) unit: &'static str,
    /// Further numbers and names.
    pub(crate) details: Vec<(&'static str, Detail)>,
    /// What was found, in words.
    pub(crate) fact: String,
    /// The target, in words.
    pub(crate) wanted: String,
    /// Phrases for the advice, by name.
    pub(crate) phrases: Vec<(&'static str, String)>,
    /// The contributions to act on, or those that weigh most; at most [`MOST_CONTRIBUTIONS`].
    pub(crate) contributions: Vec<&'p Contribution<'p>>,
    pub(crate) contributions_total: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Detail {
    Number(f64),
    /// A name of the vocabulary.
    Name(String),
}

/// How many contributions an evidence keeps: more than anybody reads.
pub(crate) const MOST_CONTRIBUTIONS: usize = 50;

/// Sums of many shares differ from the number that they are by less than this; definitions are held to the same.
const TOLERANCE: f64 = 1e-9;

/// Whether a measured number reaches a wanted one.
pub(crate) fn reaches(measured: f64, wanted: f64) -> bool {
    measured + TOLERANCE >= wanted
}

impl<'p> Evidence<'p> {
    pub(crate) fn unmeasured(outcome: Outcome, fact: impl Into<String>, check: &dyn Measure) -> Self {
        let Demand { wanted, unit, target, .. } = check.demand();
        Self {
            outcome,
            measured: None,
            target,
            unit,
            details: Vec::new(),
            fact: fact.into(),
            wanted,
            phrases: Vec::new(),
            contributions: Vec::new(),
            contributions_total: 0,
        }
    }

    pub(crate) fn number(is_met: bool, measured: f64, fact: String, check: &dyn Measure) -> Self {
        let outcome = if is_met { Outcome::Met } else { Outcome::Gap };
        Self { measured: Some(measured), ..Self::unmeasured(outcome, fact, check) }
    }

    pub(crate) fn not_assessed(fact: impl Into<String>, check: &dyn Measure) -> Self {
        Self::unmeasured(Outcome::NotAssessed, fact, check)
    }

    /// An evidence of the share of entries that have something: `has` and `have` are its words for one and for several. A gap is
    /// about the others, and says as the phrase `enough` how many of them it takes, where that is not all of them.
    pub(crate) fn share_of_entries(
        record: &Record<'p>,
        wanted: Share,
        check: &dyn Measure,
        is_one: fn(&Entry<'p>) -> bool,
        (has, have): (&str, &str),
    ) -> Self {
        let (with, without): (Vec<&Entry<'p>>, Vec<&Entry<'p>>) = record.entries.iter().partition(|entry| is_one(entry));
        if record.entries.is_empty() {
            return Self::not_assessed("no entry in the window", check);
        }
        let all = record.entries.len() as f64;
        let found = with.len() as f64;
        let share = found / all;
        let is_met = reaches(share, wanted.0);
        let words = if with.len() == 1 || record.entries.len() == 1 { has } else { have };
        let fact =
            format!("{} of {} {words} ({})", text::number(found), text::counted(all, "entry", "entries"), text::percent(share));
        let missing = (wanted.0 * all - TOLERANCE).ceil() - found;
        let enough =
            || if missing < all - found { format!("; {} of them would do", text::number(missing)) } else { String::new() };
        let evidence = Self::number(is_met, share, fact, check).phrase("enough", enough);
        if is_met {
            evidence.about_heaviest(with, |entry| entry.amount)
        } else {
            evidence.about(without.into_iter().map(|entry| entry.contribution)).phrase_entries()
        }
    }

    pub(crate) fn detail(mut self, name: &'static str, value: f64) -> Self {
        self.details.push((name, Detail::Number(value)));
        self
    }

    pub(crate) fn detail_name(mut self, name: &'static str, value: &str) -> Self {
        self.details.push((name, Detail::Name(value.to_owned())));
        self
    }

    /// A further number by its name.
    pub(crate) fn number_named(&self, name: &str) -> Option<f64> {
        self.details.iter().find_map(|(known, detail)| match detail {
            Detail::Number(number) if *known == name => Some(*number),
            _ => None,
        })
    }

    /// Adds a phrase for the advice; what is met gets none, and its phrase is not even put together.
    pub(crate) fn phrase(mut self, name: &'static str, text: impl FnOnce() -> String) -> Self {
        if self.outcome != Outcome::Met {
            self.phrases.push((name, text()));
        }
        self
    }

    /// Says what is due today of a target, where the cycle is open.
    pub(crate) fn due_now(mut self, due: f64, record: &Record<'_>) -> Self {
        if record.is_open() {
            if self.target.is_some_and(|target| due < target) {
                // How much is due by a day is this tool's rule, whoever wants the whole.
                self.wanted = format!("{}, {} due so far{}", self.wanted, text::number(due), text::YARDSTICK);
            }
            self = self.detail("target_now", due);
        }
        self
    }

    /// Names the contributions behind it, in this order.
    pub(crate) fn about(mut self, contributions: impl IntoIterator<Item = &'p Contribution<'p>>) -> Self {
        for contribution in contributions {
            if self.contributions.len() < MOST_CONTRIBUTIONS {
                self.contributions.push(contribution);
            }
            self.contributions_total += 1;
        }
        self
    }

    /// Names the entries that weigh most, the heaviest first; equals keep the order of the file.
    pub(crate) fn about_heaviest<'e>(
        self,
        entries: impl IntoIterator<Item = &'e Entry<'p>>,
        weight: fn(&Entry<'p>) -> f64,
    ) -> Self
    where
        'p: 'e,
    {
        let mut entries: Vec<&Entry<'p>> = entries.into_iter().collect();
        entries.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        self.about(entries.into_iter().map(|entry| entry.contribution))
    }

    /// The contributions behind it, by their lines: "lines 14, 22 and 7 more".
    pub(crate) fn lines(&self) -> String {
        /// Lines that a table cell names before it counts the rest.
        const MOST_LINES: usize = 5;
        let named = self.contributions.iter().take(MOST_LINES).map(|contribution| contribution.line.to_string());
        let mut words: Vec<String> = named.collect();
        let rest = self.contributions_total - words.len();
        if rest > 0 {
            words.push(format!("{} more", text::number(rest as f64)));
        }
        let word = if self.contributions_total == 1 { "line" } else { "lines" };
        format!("{word} {}", text::joined(&words, "and"))
    }

    /// Adds the contributions behind it as the phrase `entries`.
    pub(crate) fn phrase_entries(self) -> Self {
        if self.outcome == Outcome::Met {
            return self;
        }
        let lines = self.lines();
        self.phrase("entries", || lines)
    }
}

/// A threshold that is a share, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(extend("minimum" = *Share::RANGE.start(), "maximum" = *Share::RANGE.end())))]
#[serde(try_from = "f64")]
pub(crate) struct Share(pub(crate) f64);

impl Share {
    pub(crate) const RANGE: std::ops::RangeInclusive<f64> = 0.0..=1.0;
    pub(crate) const OUT_OF_RANGE: &str = "a share is from 0 to 1";
}

impl TryFrom<f64> for Share {
    type Error = &'static str;

    fn try_from(share: f64) -> Result<Self, Self::Error> {
        if Self::RANGE.contains(&share) { Ok(Self(share)) } else { Err(Self::OUT_OF_RANGE) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_shares_reaches_the_number_that_it_is() {
        let sum: f64 = std::iter::repeat_n(0.1, 10).sum();
        assert!(sum < 1.0 && reaches(sum, 1.0));
        assert!(!reaches(0.99, 1.0));
    }

    #[test]
    fn a_share_is_at_most_the_whole() {
        assert_eq!(Share::try_from(0.5), Ok(Share(0.5)));
        assert!(Share::try_from(1.1).is_err() && Share::try_from(-0.1).is_err() && Share::try_from(f64::NAN).is_err());
    }
}
