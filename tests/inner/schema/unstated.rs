//! Rules that a schema cannot state: for each one a file that the schema accepts and the reader refuses.

use std::fs;

use clap::Parser;

use super::{accepts, as_json, generate, read, schema, validator};
use crate::cli::Arguments;
use crate::command::input;
use crate::schema::profile;
use crate::source::Source;

const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n";

fn assert_says(said: &str, because: &str) {
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(because), "{because}: {said}");
}

/// Refuses a profile that is alone in its folder.
fn assert_refused_profile(text: &str, because: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.toml");
    fs::write(&path, text).unwrap();
    let source = Source::new(path.to_str().unwrap(), text);
    let arguments = Arguments::try_parse_from(["mvp-check"]).unwrap();
    let Err(refused) = input::read(&source, &arguments.common, "") else { panic!("{because}: {text:.500} is accepted") };
    assert_says(&refused.told, because);
}

fn assert_refused_guidance(text: &str, because: &str) {
    let problems = crate::guidance::read(&Source::new("own.toml", text)).unwrap_err().sorted();
    let said = problems.iter().map(|it| format!("{} {}\n", it.message, it.help.as_deref().unwrap_or_default()));
    assert_says(&said.collect::<String>(), because);
}

#[test]
fn the_reader_knows_more_rules_of_a_profile() {
    let validator = super::profile_validator();
    let areas = |entry: usize| (0..100).map(|at| format!("\"area {entry} {at}\", ")).collect::<String>();
    let many = (0..656).map(|entry| format!("{ENTRY}technology-areas = [{}]\n", areas(entry))).collect::<String>();
    let unstated: &[&[(String, &str)]] = &[
        &[],
        &[
            ("[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = \"2026-05-01\"\n".into(), "not a date"),
            (format!("{ENTRY}until = \"2026-05-01\"\n"), "not a date"),
            (format!("{ENTRY}highlight = 2026-05-01\n"), "takes text"),
            (format!("{ENTRY}audience = [2026-05-01]\n"), "takes text"),
            ("[[waive]]\ncriterion = \"amount\"\nreason = 2026-05-01\n".into(), "takes text"),
        ],
        &[
            (format!("{ENTRY}count = 1.0\n"), "a whole number"),
            (format!("{ENTRY}impact = {{ views = 12.0 }}\n"), "a whole number"),
        ],
        &[(format!("{ENTRY}until = 2026-04-30\n"), "`until` is before `date`")],
        &[
            ("[profile]\nguidance = \"workshop-2021\"\n".into(), "unknown guidance"),
            ("[profile]\nguidance = \"nowhere.toml\"\n".into(), "nowhere.toml"),
            ("[profile]\nguidance = \"file.toml\"\n".into(), "not in guidance"),
        ],
        &[(many, "65 535")],
    ];
    assert_eq!(unstated.len(), profile::UNSTATED.len());
    for (rule, cases) in profile::UNSTATED.iter().zip(unstated) {
        for (text, because) in *cases {
            assert!(accepts(&validator, text), "the schema knows this rule: {rule}\n{because}");
            assert_refused_profile(text, because);
        }
    }
    // A file that is not TOML never reaches a schema.
    let twice = format!("{ENTRY}title = \"U\"\n");
    assert!(as_json(&twice).is_none());
    assert_refused_profile(&twice, "duplicate key");
    // The schema does not know the names in custom guidance.
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("own.toml"), "extends = \"workshop-2020\"\n").unwrap();
    let text = format!("[profile]\nguidance = \"own.toml\"\n{}", ENTRY.replace("article", "artcle"));
    let path = folder.path().join("profile.toml");
    let source = Source::new(path.to_str().unwrap(), text.as_str());
    let arguments = Arguments::try_parse_from(["mvp-check"]).unwrap();
    assert!(accepts(&validator, &text) && input::read(&source, &arguments.common, "").is_err());
}

#[test]
fn the_reader_knows_more_rules_of_guidance() {
    let validator = validator(&generate::guidance::schema());
    let example = read("examples/community-guidance.toml");
    let with = |old: &str, new: &str| {
        assert!(example.contains(old), "{old}");
        example.replacen(old, new, 1)
    };
    let metrics: String = (0..250).map(|at| format!("[metric.m{at}]\none = \"m\"\nmany = \"ms\"\nwhat = \"M.\"\n")).collect();
    let unstated: &[&[(String, &str)]] = &[
        &[],
        &[(with("\"Spring meeting 2026\"", "2026-05-01"), "text in quotation marks")],
        &[(with("amount = { at-least = 12 }", "amount = { at-least = 12.0 }"), "whole number")],
        &[
            (with("theme = \"diversity\"", "theme = \"variety\""), "unknown theme"),
            (example.clone() + "[type.article]\nnear = [\"tlak\"]\n", "unknown activity type"),
            (example.clone() + "[type.article]\nmetrics = [\"veiws\"]\n", "unknown metric"),
            (example.clone() + "[type.article]\nnotable = { stars = 3 }\n", "unknown metric of this type"),
            (example.clone() + "[criterion.free-of-charge]\ncheck.free-of-charge.types = [\"tlak\"]\n", "unknown activity type"),
            (example.clone() + "[[form.question]]\nheading = \"A\"\ntell = \"B\"\ntypes = [\"tlak\"]\n", "unknown activity type"),
            (example.clone() + "[[type.article.portal]]\nname = \"Blog\"\nwhen = [\"veiws\"]\n", "unknown metric"),
            (
                example.clone()
                    + "[[type.article.portal]]\nname = \"Blog\"\nnumbers = [{ name = \"Views\", metrics = [\"veiws\"] }]\n",
                "unknown metric",
            ),
        ],
        &[(with("after = \"breadth\"", "after = \"sharing\""), "names a criterion above")],
        &[(with("{such_as}", "{such}"), "no phrase")],
        &[(with("check = { amount = { at-least = 12 } }", "check = { diversity = {} }"), "missing key")],
        &[
            (with("level = \"recommended\"", "basis = \"article\""), "`basis` is \"own\""),
            (with("level = \"recommended\"", "number-basis = \"program\""), "`number-basis` is \"own\""),
        ],
        &[(example.clone() + &metrics, "more than 255 metrics")],
    ];
    assert_refused_guidance("id = \"a\"\nid = \"b\"\n", "duplicate key");
    assert_eq!(unstated.len(), generate::guidance::UNSTATED.len());
    for (rule, cases) in generate::guidance::UNSTATED.iter().zip(unstated) {
        for (text, because) in *cases {
            assert!(accepts(&validator, text), "the schema knows this rule: {rule}\n{because}");
            assert_refused_guidance(text, because);
        }
    }
}

#[test]
fn every_rule_is_in_the_comment_of_its_schema() {
    for (schema, rules) in
        [(schema::profile::schema(), profile::UNSTATED), (generate::guidance::schema(), generate::guidance::UNSTATED)]
    {
        let comment = schema["$comment"].as_str().unwrap();
        assert!(rules.iter().all(|rule| comment.contains(rule)), "{comment}");
    }
}
