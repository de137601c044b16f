//! An earlier report: read, and a new report compared with it.

use super::problems::{READ, assert_is_there, source};
use super::profiles::sum;
use super::seeds::SMALL;
use crate::comparison::Comparison;
use crate::comparison::baseline::{Baseline, BaselineError};
use crate::inner_tests::reports::{LOOK, edition, with_report};
use crate::report::FORMATS;
use crate::report::Report;

pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let baseline = match Baseline::read(&source) {
        Ok(baseline) => baseline,
        Err(BaselineError::NoReport { place, message }) => {
            assert_is_there(place, source.text.trim_start_matches('\u{feff}'));
            return message;
        }
        Err(other) => return other.to_string(),
    };
    with_report(SMALL, edition("workshop-2020"), "2026-11-23".parse().unwrap(), |report, _| {
        let earlier = baseline.of("profile.toml", report.record.profile.name.as_deref(), true);
        let since = earlier.map(|earlier| Comparison::new(&report.record, &report.assessment, earlier));
        let compared = Report { since, ..report.clone() };
        let shown = (FORMATS[sum(bytes) % FORMATS.len()].alone)(&Ok(compared), &LOOK).unwrap();
        format!("{READ}{baseline:?}\n{shown}")
    })
}
