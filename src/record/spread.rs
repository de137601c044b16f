//! Sums laid evenly on days, and added up by calendar month; the ends of months to come.

use std::iter;

use chrono::{Datelike, Months, NaiveDate};

use crate::record::days::DaySpan;

/// Lays each sum evenly on its days: how much lies on each day of `all`. The days of a sum lie in `all`.
pub(crate) fn by_day(all: DaySpan, sums: impl IntoIterator<Item = (DaySpan, f64)>) -> Vec<f64> {
    let mut days = vec![0.0; usize::try_from(all.days()).unwrap_or(0)];
    for (span, sum) in sums {
        let first = usize::try_from((span.first - all.first).num_days()).unwrap_or(0);
        let length = usize::try_from(span.days()).unwrap_or(1);
        let each = sum / length as f64;
        for day in days.iter_mut().skip(first).take(length) {
            *day += each;
        }
    }
    days
}

/// Adds up what lies on days, in their order, by calendar month; each month by the first of these days in it.
pub(crate) fn by_month(days: impl IntoIterator<Item = (NaiveDate, f64)>) -> Vec<(NaiveDate, f64)> {
    let mut months: Vec<(NaiveDate, f64)> = Vec::new();
    for (day, sum) in days {
        match months.last_mut().filter(|(month, _)| month.month() == day.month() && month.year() == day.year()) {
            Some((_, whole)) => *whole += sum,
            None => months.push((day, sum)),
        }
    }
    months
}

/// The last day of the calendar month of a day, and of each month after it.
pub(crate) fn month_ends(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let next_month = |first: &NaiveDate| first.checked_add_months(Months::new(1));
    let firsts = iter::successors(day.with_day(1), next_month).skip(1);
    firsts.filter_map(|first| first.pred_opt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: &str, last: &str) -> DaySpan {
        DaySpan { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    #[test]
    fn a_sum_lies_evenly_on_its_days_and_adds_up_by_month() {
        let all = span("2026-01-30", "2026-02-03");
        let days = by_day(all, [(span("2026-01-31", "2026-02-02"), 6.0), (span("2026-02-03", "2026-02-03"), 1.0)]);
        assert_eq!(days, [0.0, 2.0, 2.0, 2.0, 1.0]);
        let months = by_month(all.first.iter_days().zip(days));
        assert_eq!(months, [("2026-01-30".parse().unwrap(), 2.0), ("2026-02-01".parse().unwrap(), 5.0)]);
    }

    #[test]
    fn the_same_month_of_two_years_is_two_months() {
        let days = [("2025-11-30", 1.0), ("2026-11-30", 2.0)].map(|(day, sum)| (day.parse().unwrap(), sum));
        assert_eq!(by_month(days), days);
    }

    #[test]
    fn months_end_on_their_last_day() {
        let ends = |day: &str| month_ends(day.parse().unwrap()).take(3).map(|end| end.to_string()).collect::<Vec<_>>();
        assert_eq!(ends("2023-12-31"), ["2023-12-31", "2024-01-31", "2024-02-29"]);
        assert_eq!(ends("2025-02-01"), ["2025-02-28", "2025-03-31", "2025-04-30"]);
    }
}
