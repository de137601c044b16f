//! The rules that a schema cannot state: of each one a file that the schema takes and the program refuses. The list has no other.

use mvp_check::schema::{guidance, profile};

use crate::{as_json, printed, read, takes, tool, validator};

const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n";

/// The program refuses a file that stands alone in a folder, and says all of this.
fn is_refused(arguments: &dyn Fn(&str) -> Vec<String>, text: &str, because: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.toml");
    std::fs::write(&path, text).unwrap();
    let arguments = arguments(path.to_str().unwrap());
    let (code, _, err) = tool(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let words = err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(code == 2 && words.contains(because), "{because}: {code}\n{err}");
}

fn is_refused_profile(text: &str, because: &str) {
    is_refused(&|path| vec![path.into()], text, because);
}

fn is_refused_guidance(text: &str, because: &str) {
    is_refused(&|path| vec!["list".into(), "criteria".into(), "--guidance".into(), path.into()], text, because);
}

#[test]
fn rules_of_a_profile() {
    let validator = validator(&[]);
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
            assert!(takes(&validator, text), "the schema can tell: {rule}\n{because}");
            is_refused_profile(text, because);
        }
    }
    // What is no TOML reaches no schema: an editor tells it by itself.
    let twice = format!("{ENTRY}title = \"U\"\n");
    assert!(as_json(&twice).is_none());
    is_refused_profile(&twice, "duplicate key");
    // A file of its own whose names are others than the ones that the profile uses.
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.toml"), "extends = \"workshop-2020\"\n").unwrap();
    let text = format!("[profile]\nguidance = \"own.toml\"\n{}", ENTRY.replace("article", "artcle"));
    let path = folder.path().join("profile.toml");
    std::fs::write(&path, &text).unwrap();
    assert!(takes(&validator, &text) && tool(&[path.to_str().unwrap()]).0 == 2);
}

#[test]
fn rules_of_a_guidance_file() {
    let validator = validator(&["guidance"]);
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
    is_refused_guidance("id = \"a\"\nid = \"b\"\n", "duplicate key");
    assert_eq!(unstated.len(), guidance::UNSTATED.len());
    for (rule, cases) in guidance::UNSTATED.iter().zip(unstated) {
        for (text, because) in *cases {
            assert!(takes(&validator, text), "the schema can tell: {rule}\n{because}");
            is_refused_guidance(text, because);
        }
    }
}

#[test]
fn every_rule_stands_in_the_schema() {
    for (of, rules) in [("profile", profile::UNSTATED), ("guidance", guidance::UNSTATED)] {
        let comment = printed(&[of])["$comment"].as_str().unwrap().to_owned();
        assert!(rules.iter().all(|rule| comment.contains(rule)), "{comment}");
    }
}
