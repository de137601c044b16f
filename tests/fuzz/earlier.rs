//! An earlier report: read, and a new one compared with it.

use mvp_check::comparison::Comparison;
use mvp_check::comparison::baseline::{Baseline, BaselineError};
use mvp_check::format::FORMATS;
use mvp_check::report::Report;

use crate::common::{LOOK, edition, judged};
use crate::profiles::sum;
use crate::seeds::SMALL;
use crate::told::{READ, assert_is_there, source};

/// Reads an earlier report and compares.
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
    judged(SMALL, &edition("workshop-2020"), "2026-11-23".parse().unwrap(), |report, _| {
        let earlier = baseline.of("profile.toml", report.record.profile.name.as_deref(), true);
        let since = earlier.map(|earlier| Comparison::new(&report.record, &report.assessment, earlier));
        let compared = Report { since, ..report.clone() };
        let shown = FORMATS[sum(bytes) % FORMATS.len()].render(&[Ok(compared)], &LOOK);
        format!("{READ}{baseline:?}\n{shown}")
    })
}
