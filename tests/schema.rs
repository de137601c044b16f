//! The schemas: what the command prints is committed, is valid draft 7, and agrees with the checker but for the rules that it lists.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod checks;
mod common;

#[path = "schema/agreement.rs"]
mod agreement;
#[path = "schema/guidance.rs"]
mod guidance;
#[path = "schema/report.rs"]
mod report;
#[path = "schema/unstated.rs"]
mod unstated;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use checks::by_schema::as_json;
use jsonschema::Validator;
use serde_json::Value;

/// The program in the root of the crate, whatever the developer's own terminal and calendar say.
fn tool(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mvp-check"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// What `mvp-check schema` prints.
fn printed(arguments: &[&str]) -> Value {
    let (code, out, err) = tool(&[&["schema"], arguments].concat());
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

/// Judges by what `mvp-check schema` prints.
fn validator(arguments: &[&str]) -> Validator {
    jsonschema::draft7::new(&printed(arguments)).unwrap()
}

/// Whether a schema takes a file; one that is no TOML never reaches it.
fn takes(validator: &Validator, toml: &str) -> bool {
    as_json(toml).is_some_and(|json| validator.is_valid(&json))
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

/// Paths of the profiles among the examples.
fn examples() -> Vec<String> {
    let entries = fs::read_dir(root("examples")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| name.ends_with(".toml") && !name.contains("guidance.toml")).collect();
    names.push("own-guidance.toml".into());
    names.into_iter().map(|name| format!("examples/{name}")).collect()
}

#[test]
fn what_is_printed_is_committed() {
    for of in ["profile", "report", "guidance"] {
        let path = format!("schemas/mvp-{of}.schema.json");
        let printed = tool(&["schema", of]).1;
        assert!(read(&path) == printed, "renew it: cargo run -- schema {of} > {path}");
    }
    assert_eq!(tool(&["schema"]).1, tool(&["schema", "profile"]).1);
}

#[test]
fn every_schema_is_one_of_draft_7() {
    let meta = jsonschema::draft7::meta::validator();
    for arguments in
        [&["profile"][..], &["report"], &["guidance"], &["profile", "--guidance", "examples/community-guidance.toml"]]
    {
        let schema = printed(arguments);
        let errors: Vec<String> = meta.iter_errors(&schema).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{arguments:?}: {errors:#?}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{arguments:?}");
    }
}

#[test]
fn every_example_names_the_schema_that_is_committed() {
    for path in examples() {
        let text = read(&path);
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap_or_else(|| panic!("{path} names none"));
        assert!(root("examples").join(named).is_file(), "{path}: {named}");
    }
}

#[test]
fn examples_are_valid_where_the_checker_finds_no_error() {
    let validator = validator(&[]);
    let paths = examples();
    assert!(paths.len() >= 7, "{paths:?}");
    for path in paths {
        let judged = tool(&[&path, "--fail-on", "never"]).0 == 0;
        assert_eq!(judged, path != "examples/invalid.toml", "{path}");
        assert_eq!(takes(&validator, &read(&path)), judged, "{path}");
    }
}

/// Every key of every table is explained, and so is every name of the guidance.
#[test]
fn every_key_of_a_profile_and_of_a_guidance_file_is_explained() {
    fn unexplained(schema: &Value, path: &str, found: &mut Vec<String>) {
        let Some(object) = schema.as_object() else { return };
        // Conditions repeat keys that are explained elsewhere.
        let kept = object.iter().filter(|(key, _)| !["if", "then", "else", "dependencies", "not"].contains(&key.as_str()));
        for (key, value) in kept {
            if key == "properties" {
                for (name, property) in value.as_object().unwrap() {
                    let about = property["description"].as_str().unwrap_or_default();
                    if about.len() < 5 || !about.ends_with(['.', '"', ']']) {
                        found.push(format!("{path}/{name}: {about:?}"));
                    }
                    unexplained(property, &format!("{path}/{name}"), found);
                }
            } else {
                unexplained(value, path, found);
            }
        }
    }
    let mut found = Vec::new();
    let mut profile = printed(&["profile"]);
    // Rules on names: what they are of is explained at the keys.
    profile.as_object_mut().unwrap().remove("definitions");
    unexplained(&profile, "", &mut found);
    unexplained(&printed(&["guidance"]), "", &mut found);
    unexplained(&printed(&["report"]), "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn types_metrics_and_criteria_say_what_they_are() {
    let schema = printed(&["profile"]);
    let entry = &schema["properties"]["contribution"]["items"]["properties"];
    let offers = &entry["type"]["anyOf"][0];
    let at = offers["enum"].as_array().unwrap().iter().position(|id| id == "article").unwrap();
    let listed = tool(&["list", "types", "--format", "json"]).1;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let article = listed["types"].as_array().unwrap().iter().find(|it| it["id"] == "article").unwrap();
    assert_eq!(offers["x-taplo"]["docs"]["enumValues"][at], article["what"]);
    assert_eq!(entry["impact"]["properties"]["views"]["description"], "How often it was opened or watched.");
    let criteria = schema["properties"]["waive"]["items"]["properties"]["criterion"].to_string();
    assert!(criteria.contains("concentration") && !criteria.contains("eligibility"), "{criteria}");
}
