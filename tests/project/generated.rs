//! The generated files in the repository are up to date.

use std::fs;
use std::path::Path;

use crate::helpers::checks::by_schema::{is_schema, valid_toml};
use crate::helpers::program::{EXAMPLES, INVALID, run_with};

#[test]
fn the_schemas_are_up_to_date() {
    for of in ["profile", "report", "guidance"] {
        let path = format!("schemas/mvp-{of}.schema.json");
        let printed = run_with(&["schema", of]).out;
        assert!(fs::read_to_string(&path).unwrap() == printed, "renew it: cargo run -- schema {of} > {path}");
        is_schema(&printed).unwrap();
    }
}

#[test]
fn the_examples_fit_their_schema() {
    for path in EXAMPLES.into_iter().chain([INVALID]) {
        let text = fs::read_to_string(path).unwrap();
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap_or_else(|| panic!("{path} names no schema"));
        assert!(Path::new("examples").join(named).is_file(), "{path}: {named}");
        assert_eq!(valid_toml("profile", &text).is_ok(), path != INVALID, "{path}");
    }
    valid_toml("guidance", &fs::read_to_string("examples/community-guidance.toml").unwrap()).unwrap();
}
