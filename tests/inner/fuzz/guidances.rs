//! Custom guidance: read, listed and explained, and an example checked by it.

use std::sync::LazyLock;

use super::problems::{READ, in_full, source};
use super::profiles::written;
use crate::explanation::of_criterion;
use crate::guidance::{self, category_of_any_edition};
use crate::listing;
use crate::profile;
use crate::source::Source;

static READY: LazyLock<Source> = LazyLock::new(|| Source::new("ready.toml", include_str!("../../../examples/ready.toml")));

pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let guidance = match guidance::read(&source) {
        Ok(guidance) => guidance,
        Err(problems) => {
            assert!(problems.errors() > 0, "refused without a reason");
            return in_full(&source, problems);
        }
    };
    let explained: Vec<_> = guidance.criteria.iter().map(|criterion| of_criterion(criterion, &guidance)).collect();
    let listed = (listing::criteria(&guidance), listing::types(&guidance), listing::categories(&guidance));
    let listed = serde_json::to_string(&listed).unwrap();
    // The example may use words that the guidance lacks.
    let (profile, problems) = profile::read(&READY).resolve(&guidance.vocabulary, &category_of_any_edition);
    let problems_in_full = in_full(&READY, problems.clone());
    let written = written(&READY, &profile, problems, &guidance, bytes);
    format!("{READ}{problems_in_full}{written}{listed}{explained:?}")
}
