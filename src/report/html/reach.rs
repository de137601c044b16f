//! How many people were reached in each month, online and in person. One is often a hundred times the other, so each has its own chart.

use crate::record::Record;
use crate::report::html::columns::Columns;
use crate::report::html::drawing::{TableNumber, month};
use crate::vocabulary::Reach;

pub(crate) struct ReachCharts {
    pub(crate) online: Option<Columns>,
    pub(crate) in_person: Option<Columns>,
    pub(crate) months: Vec<MonthReach>,
    pub(crate) online_sum: TableNumber,
    pub(crate) in_person_sum: TableNumber,
}

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
            online: Columns::new(&online, reached.online, "online"),
            in_person: Columns::new(&in_person, reached.in_person, "in person"),
            online_sum: TableNumber::people(reached.online),
            in_person_sum: TableNumber::people(reached.in_person),
        })
    }
}
