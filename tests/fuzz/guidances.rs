//! A guidance of one's own: read, and an example judged by it.

use std::sync::LazyLock;

use mvp_check::explanation::of_criterion;
use mvp_check::guidance::{self, category_of_any_edition};
use mvp_check::listing;
use mvp_check::profile;
use mvp_check::source::Source;

use crate::profiles::written;
use crate::told::{READ, source, told};

/// What is judged by it.
static READY: LazyLock<Source> = LazyLock::new(|| Source::new("ready.toml", include_str!("../../examples/ready.toml")));

/// Reads a guidance and judges by it.
pub fn read(bytes: &[u8]) -> String {
    let Some(source) = source(bytes) else { return String::new() };
    let guidance = match guidance::read(&source) {
        Ok(guidance) => guidance,
        Err(problems) => {
            assert!(problems.errors() > 0, "refused, and nobody says why");
            return told(&source, problems);
        }
    };
    let explained: Vec<_> = guidance.criteria.iter().map(|criterion| of_criterion(criterion, &guidance)).collect();
    let listed = (listing::criteria(&guidance), listing::types(&guidance), listing::categories(&guidance));
    let listed = serde_json::to_string(&listed).unwrap();
    // Words that it does not have are mistakes of the example, which is fine.
    let (profile, problems) = profile::read(&READY).resolve(&guidance.vocabulary, &category_of_any_edition);
    let told = told(&READY, problems.clone());
    let written = written(&READY, &profile, problems, &guidance, bytes);
    format!("{READ}{told}{written}{listed}{explained:?}")
}
