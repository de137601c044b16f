//! How many people were reached in each month, online and in person. One is often a hundred times the other, so each has its own chart.

use chrono::NaiveDate;

use crate::record::Record;
use crate::report::html::columns::{Columns, MonthColumn};
use crate::report::html::drawing::{TableNumber, month};
use crate::vocabulary::Reach;

#[derive(Debug)]
pub(crate) struct ReachCharts {
    pub(crate) online: Option<Columns>,
    pub(crate) in_person: Option<Columns>,
    pub(crate) months: Vec<MonthReach>,
    pub(crate) online_sum: TableNumber,
    pub(crate) in_person_sum: TableNumber,
}

#[derive(Debug)]
pub(crate) struct MonthReach {
    pub(crate) name: String,
    pub(crate) online: TableNumber,
    pub(crate) in_person: TableNumber,
}

impl ReachCharts {
    pub(crate) fn new(record: &Record<'_>) -> Option<Self> {
        let reached = record.reached();
        if reached.total() <= 0.0 {
            return None;
        }
        let (online, in_person) = (record.reached_by_month(Reach::Online), record.reached_by_month(Reach::InPerson));
        let rows = online.iter().zip(&in_person).map(|((day, online), (_, in_person))| MonthReach {
            name: month(*day),
            online: TableNumber::people(*online),
            in_person: TableNumber::people(*in_person),
        });
        Some(Self {
            months: rows.collect(),
            online: columns(&online, reached.online, "online"),
            in_person: columns(&in_person, reached.in_person, "in person"),
            online_sum: TableNumber::people(reached.online),
            in_person_sum: TableNumber::people(reached.in_person),
        })
    }
}

fn columns(months: &[(NaiveDate, f64)], sum: f64, way: &str) -> Option<Columns> {
    let (best, most) = months.iter().copied().filter(|(_, reached)| *reached > 0.0).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let shown = |reached: f64| TableNumber::people(reached).shown;
    let alternative =
        format!("People reached {way} by month: {} in all, most of them in {} ({}).", shown(sum), month(best), shown(most));
    let months = months.iter().map(|(day, reached)| MonthColumn {
        day: *day,
        amount: *reached,
        title: format!("{}: {} {way}", month(*day), shown(*reached)),
    });
    Some(Columns::new(alternative, months.collect(), shown))
}
