//! Import of tables, as text or as a spreadsheet.

use crate::guidance::annual::{reach_metric, second_metric};
use crate::import::cells::{count_of, items, number_of, numbers_of, yes_or_no};
use crate::import::column_keys::Key;
use crate::import::columns::{Columns, listed};
use crate::import::dates::{NoDay, day};
use crate::import::decoding;
use crate::import::delimited;
use crate::import::model::{Imported, Item, Request, Unreadable};
use crate::import::sheet::{Row, Sheet};
use crate::import::type_names::TypeNames;
use crate::import::workbook;
use crate::profile::{NewEntry, Until};
use crate::render::csv::unguarded;
use crate::vocabulary::{ActivityType, MetricId};

/// Unused columns that the note names before it counts the rest.
const MOST_UNUSED: usize = 5;

pub(crate) fn read(bytes: &[u8], request: &Request<'_>) -> Result<Imported, Unreadable> {
    let (sheet, note) = sheet(bytes, request)?;
    let columns = Columns::read(&sheet, request)?;
    let ids = request.vocabulary.metrics.iter().filter_map(|metric| request.vocabulary.metric_id(&metric.id));
    let metrics = ids.filter(|id| columns.of(Key::Metric(*id)).is_some()).collect();
    let table = Table { sheet: &sheet, columns: &columns, metrics, types: TypeNames::of(request.vocabulary), request };
    table.refuse_ambiguous_dates()?;
    let item = |row: &Row| Item { place: sheet.place(row), found: table.entry(row) };
    let items = sheet.rows.iter().map(item).collect();
    let unused =
        (!columns.unused.is_empty()).then(|| format!("Columns that were not used: {}.", listed(&columns.unused, MOST_UNUSED)));
    let notes: Vec<String> = note.into_iter().chain(unused).collect();
    Ok(Imported { items, note: (!notes.is_empty()).then(|| notes.join(" ")) })
}

fn sheet(bytes: &[u8], request: &Request<'_>) -> Result<(Sheet, Option<String>), Unreadable> {
    if bytes.starts_with(workbook::OLD_BEGIN) {
        let message = "it is an old Excel file (.xls), or one that needs a password";
        return Err(Unreadable::new(message, "save it as .xlsx or CSV, without a password"));
    }
    if bytes.starts_with(workbook::BEGIN) {
        return workbook::read(bytes);
    }
    Ok((delimited::read(&decoding::text(bytes, request.encoding)?)?, None))
}

struct Table<'t> {
    sheet: &'t Sheet,
    columns: &'t Columns,
    metrics: Vec<MetricId>,
    types: TypeNames<'t>,
    request: &'t Request<'t>,
}

impl<'t> Table<'t> {
    /// A row that can be misread means that all can: then nothing is imported.
    fn refuse_ambiguous_dates(&self) -> Result<(), Unreadable> {
        for row in &self.sheet.rows {
            for text in [Key::Date, Key::Until].iter().filter_map(|key| self.cell(row, *key)) {
                if let Err(NoDay::Ambiguous(days)) = day(text, self.request.dates) {
                    let message = NoDay::Ambiguous(days).in_words(text);
                    return Err(self.sheet.unreadable(row, message, "--dates dmy or --dates mdy says which"));
                }
            }
        }
        Ok(())
    }

    fn cell(&self, row: &'t Row, key: Key) -> Option<&'t str> {
        let cell = row.cells.get(self.columns.of(key)?)?;
        Some(unguarded(cell)).filter(|text| !text.is_empty())
    }

    fn owned(&self, row: &'t Row, key: Key) -> Option<String> {
        self.cell(row, key).map(str::to_owned)
    }

    fn list(&self, row: &'t Row, key: Key) -> Vec<String> {
        self.cell(row, key).map(|cell| items(cell).map(str::to_owned).collect()).unwrap_or_default()
    }

    /// Parses a cell. The parser gets the name of the column for its message.
    fn read<T>(&self, row: &'t Row, key: Key, rule: fn(&str, &str) -> Result<T, String>) -> Result<Option<T>, String> {
        let Some(text) = self.cell(row, key) else { return Ok(None) };
        let column = self.columns.of(key).and_then(|at| self.sheet.header.cells.get(at)).unwrap_or_default();
        rule(column.trim(), text).map(Some)
    }

    fn entry(&self, row: &'t Row) -> Result<NewEntry, String> {
        let columns = self.sheet.header.length;
        if row.length > columns {
            return Err(format!("it has {} cells, and the header {columns}: text with delimiters belongs in quotes", row.length));
        }
        let date = self.cell(row, Key::Date).ok_or("no date")?;
        let date = day(date, self.request.dates).map_err(|none| none.in_words(date))?;
        let title = self.cell(row, Key::Title).ok_or("no title")?;
        let (activity_type, name) = self.activity_type(row)?;
        let quantity = self.read(row, Key::AnnualQuantity, count_of)?.filter(|quantity| *quantity > 0);
        Ok(NewEntry {
            until: self.until(row)?,
            url: self.owned(row, Key::Url),
            role: self.cell(row, Key::Role).map(|role| role.to_lowercase().replace(' ', "-")),
            count: self.read(row, Key::Count, count_of)?.or(quantity).unwrap_or(1),
            category: self.owned(row, Key::Category),
            areas: self.list(row, Key::Areas),
            audience: self.list(row, Key::Audience),
            language: self.owned(row, Key::Language),
            paid: self.read(row, Key::Paid, yes_or_no)?,
            description: self.owned(row, Key::Description),
            highlight: self.owned(row, Key::Highlight),
            impact: self.impact(row, activity_type, name)?,
            ..NewEntry::new(&activity_type.id, title, date)
        })
    }

    /// The type of a row, else that of `--type`; and its name in the portal, else in the row.
    fn activity_type(&self, row: &'t Row) -> Result<(&'t ActivityType, &'t str), String> {
        let portal_name = self.cell(row, Key::ContributionType);
        let name = self.cell(row, Key::Type).or(portal_name);
        let found = self.types.find_or(name, self.request.activity_type)?;
        Ok((found, portal_name.or(name).unwrap_or_default()))
    }

    fn until(&self, row: &'t Row) -> Result<Until, String> {
        match self.cell(row, Key::Until) {
            None => Ok(Until::SameDay),
            Some(text) if text.eq_ignore_ascii_case("ongoing") => Ok(Until::Ongoing),
            Some(text) => day(text, self.request.dates).map(Until::Day).map_err(|none| none.in_words(text)),
        }
    }

    /// The numbers of a row, each once: from a column with several, from its own column, or from a column of the portal.
    fn impact(&self, row: &'t Row, activity_type: &ActivityType, name: &str) -> Result<Vec<(String, f64)>, String> {
        let vocabulary = self.request.vocabulary;
        let mut impact = self.read(row, Key::Metrics, numbers_of)?.unwrap_or_default();
        let is_stated = |impact: &[(String, f64)], id: &str| impact.iter().any(|(stated, _)| stated == id);
        for &id in &self.metrics {
            let Some(value) = self.read(row, Key::Metric(id), number_of)? else { continue };
            let metric = vocabulary.metric(id);
            // A column is there for all types: 0 of what this one does not have says nothing.
            let says_something = value != 0.0 || activity_type.metrics.iter().any(|known| known.id == id);
            if says_something && !is_stated(&impact, &metric.id) {
                impact.push((metric.id.clone(), value));
            }
        }
        if self.columns.of(Key::Metrics).is_some() {
            return Ok(impact);
        }
        let annual = [
            (Key::AnnualReach, reach_metric(activity_type, name, vocabulary)),
            (Key::SecondAnnualQuantity, second_metric(activity_type, vocabulary)),
        ];
        for (key, metric) in annual {
            let value = self.read(row, key, number_of)?.filter(|value| *value != 0.0);
            if let Some((value, metric)) = value.zip(metric).filter(|(_, metric)| !is_stated(&impact, metric)) {
                impact.push((metric.to_owned(), value));
            }
        }
        Ok(impact)
    }
}
