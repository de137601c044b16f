//! Values of the command line that are more than words.

use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::export::EXPORTS;
use crate::import::IMPORTERS;
use crate::profile::Until;
use crate::report::{FORMATS, Format};
use crate::text::{named, number, offer};

/// A file to write, and its format.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) format: &'static Format,
    pub(crate) path: String,
}

/// FORMAT=PATH, of a format that there is.
pub(crate) fn target(text: &str) -> Result<Target, String> {
    let (name, path) = text.split_once('=').ok_or("write it as FORMAT=PATH, as html=report.html")?;
    let format = Format::by_name(name).ok_or_else(|| {
        let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        format!("there is no format {}; {}", named(name), offer(name, &names))
    })?;
    match path {
        "" => Err("write a path behind `=`".into()),
        "-" => Err("standard output has the report of --format".into()),
        path => Ok(Target { format, path: path.into() }),
    }
}

/// The formats of reports, and those that only exports have.
pub(crate) fn formats() -> impl TypedValueParser<Value = String> {
    let reports = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(reports.chain([PossibleValue::new("csv").help("a table for spreadsheets, of `export` only")]))
}

pub(crate) fn importers() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(IMPORTERS.iter().map(|importer| PossibleValue::new(importer.name).help(importer.about)))
}

pub(crate) fn exports() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(EXPORTS.iter().map(|export| PossibleValue::new(export.name).help(export.about)))
}

pub(crate) fn whole<N>(range: RangeInclusive<N>) -> impl Fn(&str) -> Result<N, String> + Clone
where
    N: FromStr + PartialOrd + Copy + Into<f64>,
{
    move |text| {
        let (first, last) = (number((*range.start()).into()), number((*range.end()).into()));
        text.parse().ok().filter(|value| range.contains(value)).ok_or_else(|| format!("write a number from {first} to {last}"))
    }
}

pub(crate) fn column(text: &str) -> Result<(String, String), String> {
    let (column, key) = text.rsplit_once('=').ok_or("write it as COLUMN=KEY, as \"Seen by=views\"")?;
    Ok((column.to_owned(), key.trim().to_owned()))
}

pub(crate) fn yes_or_no() -> impl TypedValueParser<Value = bool> {
    PossibleValuesParser::new(["yes", "no"]).map(|answer| answer == "yes")
}

pub(crate) fn last_day(text: &str) -> Result<Until, String> {
    if text == "ongoing" { Ok(Until::Ongoing) } else { day(text).map(Until::Day).map_err(|help| format!("{help}, or ongoing")) }
}

/// A date made of its parts: nothing but YYYY-MM-DD is one.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let part = |range: std::ops::Range<usize>| text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let parts =
        (part(0..4), part(5..7), part(8..10), text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-"));
    let (Some(year), Some(month), Some(day), true) = parts else { return Err("write it as 2026-11-23".into()) };
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    let date = NaiveDate::from_ymd_opt(number(year).cast_signed(), number(month), number(day));
    date.filter(|_| ("1990"..="2100").contains(&year)).ok_or_else(|| "there is no such day from 1990 to 2100".into())
}
