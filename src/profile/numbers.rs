//! The numbers of an entry: metrics of its type, in their range.

use crate::profile::draft::Text;
use crate::profile::model::Numbers;
use crate::profile::number::Number;
use crate::source::{Problems, Spanned};
use crate::text::{named, offer};
use crate::vocabulary::{Metric, TypeId, Vocabulary};

/// The largest value of a metric that counts in whole numbers.
pub(crate) const MAX_METRIC: f64 = 1e12;

/// The numbers that are metrics of a type, or of any type where that is unknown; the others are reported.
pub(crate) fn numbers(
    stated: Vec<(Text<'_>, Spanned<Number>)>,
    of: Option<TypeId>,
    vocabulary: &Vocabulary,
    problems: &mut Problems,
) -> Numbers {
    let mut numbers = Numbers::with_capacity(stated.len());
    for (name, number) in stated {
        let Some(id) = vocabulary.metric_id(&name.value) else {
            let help = offer(&name.value, &names(of, vocabulary));
            problems.error(name.span, format!("unknown metric {}", named(&name.value)), help);
            continue;
        };
        let value = in_range(vocabulary.metric(id), &number, problems);
        match of.filter(|of| !vocabulary.activity_type(*of).metrics.iter().any(|metric| metric.id == id)) {
            Some(of) => {
                let message = format!("{} is no metric of {}", named(&name.value), vocabulary.activity_type(of).many);
                let names: Vec<String> = names(Some(of), vocabulary).iter().map(|name| format!("`{name}`")).collect();
                let help = if names.is_empty() { "it has none".into() } else { format!("it has {}", names.join(", ")) };
                problems.error(name.span, message, help);
            }
            None => numbers.extend(value.map(|value| (id, value))),
        }
    }
    numbers
}

/// Ids of the metrics of a type, or of all.
fn names(of: Option<TypeId>, vocabulary: &Vocabulary) -> Vec<&str> {
    match of {
        Some(of) => vocabulary.metrics_of(vocabulary.activity_type(of)),
        None => vocabulary.metrics.iter().map(|metric| metric.id.as_str()).collect(),
    }
}

fn in_range(metric: &Metric, number: &Spanned<Number>, problems: &mut Problems) -> Option<f64> {
    let name = &metric.id;
    let (value, largest) = match (number.value, metric.decimal_up_to) {
        (Number::Unreadable, _) => {
            problems.error(number.span, format!("`{name}` is a number that cannot be read"), "write it in digits, as 1200");
            return None;
        }
        (Number::Decimal(value), None) => {
            let help = if value.is_finite() { "write it without a decimal point" } else { "write a number from 0 on" };
            problems.error(number.span, format!("`{name}` is a whole number"), help);
            return None;
        }
        (Number::Whole(whole), largest) => (whole as f64, largest.unwrap_or(MAX_METRIC)),
        (Number::Decimal(value), Some(largest)) => (value, largest),
    };
    if (0.0..=largest).contains(&value) {
        return Some(value);
    }
    problems.error(number.span, format!("`{name}` is from 0 to {}", crate::text::number(largest)), "");
    None
}
