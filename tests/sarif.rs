//! The format `sarif`: valid by its official schema, and what a reader of it expects.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use common::payloads::{harmless_report, is_raw, payloads};
use common::program::{EXAMPLES, Folder, INVALID, json, run_in, run_with, written};
use jsonschema::Validator;
use serde_json::Value;

/// What cargo prints.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The official schema, which lies in a package that the tests depend on.
fn schema() -> &'static Validator {
    static SCHEMA: OnceLock<Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        // Packages of other systems may not be here.
        let version = cargo(&["--version", "--verbose"]);
        let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
        let metadata = cargo(&["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", host]);
        let metadata: Value = serde_json::from_str(&metadata).unwrap();
        let package = metadata["packages"].as_array().unwrap().iter().find(|it| it["name"] == "serde-sarif").unwrap();
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        let text = fs::read_to_string(folder.join("src/schema.json")).unwrap();
        // Its pattern of `language`, which nothing here writes, has a bracket too many: it stands for itself there.
        let schema: Value = serde_json::from_str(&text.replace("{2}]?$", r"{2}\\]?$")).unwrap();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    })
}

/// Text as SARIF, valid by the schema.
fn valid(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let errors: Vec<String> = schema().iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    log
}

fn of(profiles: &[&str]) -> Value {
    valid(&written("sarif", profiles))
}

fn runs(log: &Value) -> &Vec<Value> {
    log["runs"].as_array().unwrap()
}

/// Those of all runs.
fn results(log: &Value) -> Vec<&Value> {
    runs(log).iter().flat_map(|run| run["results"].as_array().unwrap()).collect()
}

fn rules(run: &Value) -> &Vec<Value> {
    run["tool"]["driver"]["rules"].as_array().unwrap()
}

/// All values under a name, however deep.
fn under<'v>(value: &'v Value, name: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| match value.as_str().filter(|_| key == name) {
            Some(text) => found.push(text),
            None => under(value, name, found),
        }),
        Value::Array(items) => items.iter().for_each(|item| under(item, name, found)),
        _ => {}
    }
}

fn assert_relative(log: &Value) {
    let mut uris = Vec::new();
    under(log, "uri", &mut uris);
    assert!(!uris.is_empty());
    for uri in uris {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/!$&*+=@".contains(&byte);
        assert!(uri.bytes().all(allowed) && !uri.is_empty() && !uri.starts_with('/'), "{uri}");
        assert!(uri.split('/').all(|name| name != ".." && !name.is_empty()), "{uri}");
    }
}

fn fingerprints(log: &Value) -> Vec<&str> {
    results(log).iter().map(|it| it["partialFingerprints"]["criterion/v1"].as_str().unwrap()).collect()
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let mut log = of(&["examples/thin.toml"]);
    for (place, wrong) in [("kind", "gap"), ("level", "required"), ("ruleIndex", "first")] {
        let right = log["runs"][0]["results"][0][place].take();
        log["runs"][0]["results"][0][place] = wrong.into();
        assert!(!schema().is_valid(&log), "{place}");
        log["runs"][0]["results"][0][place] = right;
    }
    assert!(schema().is_valid(&log));
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b".into();
    assert!(!schema().is_valid(&log), "formats are looked at");
}

#[test]
fn every_finding_of_every_example_is_a_result() {
    for example in EXAMPLES {
        let (log, report) = (of(&[example]), json(example));
        assert_relative(&log);
        let findings = report["findings"].as_array().unwrap();
        assert_eq!(results(&log).len(), findings.len(), "{example}");
        for (result, finding) in results(&log).into_iter().zip(findings) {
            let of_level = match finding["level"].as_str().unwrap() {
                "required" => "error",
                "recommended" => "warning",
                _ => "note",
            };
            let (kind, level) = match finding["outcome"].as_str().unwrap() {
                "met" => ("pass", "none"),
                "not-assessed" => ("open", "none"),
                _ => ("fail", of_level),
            };
            assert_eq!((&result["kind"], &result["level"]), (&kind.into(), &level.into()), "{finding:#?}");
            let rule = &rules(&log["runs"][0])[result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!((&result["ruleId"], &rule["id"]), (&finding["criterion"], &finding["criterion"]));
            assert_eq!(rule["defaultConfiguration"]["level"], of_level);
            assert!(result["message"]["text"].as_str().unwrap().contains(finding["fact"].as_str().unwrap()));
            let is_waived = finding["outcome"] == "waived";
            assert_eq!(result["suppressions"][0]["justification"].as_str(), finding["advice"].as_str().filter(|_| is_waived));
            assert_place(result, finding, example);
        }
    }
}

/// The first entry is the place, the others are related to it; without any it is the header of the profile.
fn assert_place(result: &Value, finding: &Value, example: &str) {
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(
        (&place["artifactLocation"]["uri"], &place["artifactLocation"]["uriBaseId"]),
        (&example.into(), &"%SRCROOT%".into())
    );
    let entries = finding["contributions"].as_array().unwrap();
    let text = fs::read_to_string(example).unwrap();
    let header = 1 + text.lines().position(|line| line == "[profile]").unwrap() as u64;
    let line = entries.first().map_or(header, |first| first["line"].as_u64().unwrap());
    assert_eq!(place["region"]["startLine"], line, "{finding:#?}");
    let related = result["relatedLocations"].as_array().map_or(&[][..], Vec::as_slice);
    let further = if finding["outcome"] == "met" { 0 } else { entries.len().saturating_sub(1).min(10) };
    assert_eq!(related.len(), further);
    for (related, entry) in related.iter().zip(&entries[entries.len().min(1)..]) {
        assert_eq!(related["physicalLocation"]["region"]["startLine"], entry["line"]);
    }
}

#[test]
fn the_examples_have_every_kind() {
    let (mut kinds, mut waived) = (BTreeSet::new(), 0);
    let log = of(&EXAMPLES);
    for result in results(&log) {
        kinds.insert(result["kind"].as_str().unwrap());
        waived += usize::from(result["suppressions"].is_array());
    }
    assert_eq!(kinds, BTreeSet::from(["fail", "open", "pass"]));
    assert!(waived > 0);
}

#[test]
fn every_criterion_is_a_rule_with_help() {
    for edition in ["workshop-2020", "program-2026"] {
        let log = valid(&run_with(&["--guidance", edition, "--format", "sarif", "examples/thin.toml"]).out);
        let listed = run_with(&["list", "criteria", "--guidance", edition, "--format", "json"]).out;
        let rules = rules(&log["runs"][0]);
        assert!(rules.len() >= 18);
        for rule in rules {
            let id = rule["id"].as_str().unwrap();
            assert!(listed.contains(&format!("\"{id}\"")), "{id}");
            for place in ["/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown"] {
                assert!(rule.pointer(place).unwrap().as_str().unwrap().len() > 10, "{id} {place}");
            }
            let help = rule["help"]["text"].as_str().unwrap();
            assert!(
                ["Why: ", "\nHow it is measured: ", "\nWanted: ", "\nSource: "].iter().all(|part| help.contains(part)),
                "{help}"
            );
            assert!(rule["helpUri"].as_str().unwrap().starts_with("https://"), "{id}");
        }
    }
}

#[test]
fn guidance_of_ones_own_may_say_where_more_is_told() {
    let folder = Folder::new();
    let by = |url: &str| {
        let guidance = folder.named("guidance.toml", format!("extends = \"workshop-2020\"\nurl = {url:?}\n"));
        run_with(&["--guidance", &guidance, "--format", "sarif", "examples/ready.toml"])
    };
    let log = valid(&by("https://example.org/our guidance").out);
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"], "https://example.org/our%20guidance");
    let refused = by("javascript:alert(1)");
    assert!(
        refused.code == 2 && refused.err.contains("guidance.toml:2:7") && refused.err.contains("`url` is an address"),
        "{refused:#?}"
    );
}

#[test]
fn each_guidance_has_a_run_with_rules_of_its_own() {
    // In the order of the profiles: the third one shares the guidance of the first.
    let log = of(&["examples/profile.toml", "examples/own-guidance.toml", "examples/thin.toml"]);
    assert_relative(&log);
    let [edition, own] = &runs(&log)[..] else { panic!("{log}") };
    for (run, profiles) in
        [(own, &["examples/own-guidance.toml"][..]), (edition, &["examples/profile.toml", "examples/thin.toml"])]
    {
        assert_rules_fit(run);
        let mut files = Vec::new();
        under(&run["results"], "uri", &mut files);
        assert_eq!(files.into_iter().collect::<BTreeSet<_>>(), profiles.iter().copied().collect(), "{profiles:?}");
        assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    }
    // Code scanning refuses two runs of the same category.
    assert_eq!(edition["automationDetails"]["id"], "workshop-2020/");
    assert_eq!(own["automationDetails"]["id"], "example-community/");
    let wanted = |run: &Value| {
        let rule = rules(run).iter().find(|rule| rule["id"] == "amount").unwrap();
        let help = rule["help"]["text"].as_str().unwrap().replace('\u{a0}', " ");
        help.lines().find(|line| line.starts_with("Wanted: ")).unwrap().to_owned()
    };
    assert_eq!((&*wanted(edition), &*wanted(own)), ("Wanted: 18 activities", "Wanted: 12 activities"));
}

/// The rules of a run are all different, and its results name them.
fn assert_rules_fit(run: &Value) {
    let ids: BTreeSet<&str> = rules(run).iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rules(run).len(), "each rule once");
    for result in run["results"].as_array().unwrap() {
        assert_eq!(rules(run)[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
    }
}

#[test]
fn guidances_of_the_same_id_are_one_run() {
    const SAYS_ENOUGH: &str = "title = 'x'\nwhy = 'x'\nhow = 'x'\nadvice = 'x'\nsource = 'x'\ntheme = 'amount'\nlevel = 'advisory'\n\
                               check = { amount = { at-least = 1000 } }\n";
    let folder = Folder::new();
    for (name, criterion) in [("one", "first-of-ones-own"), ("two", "second-of-ones-own")] {
        let guidance = format!("extends = \"workshop-2020\"\nid = \"ours\"\n[criterion.{criterion}]\n{SAYS_ENOUGH}");
        folder.named(&format!("{name}-guidance.toml"), guidance);
        folder.named(&format!("{name}.toml"), format!("[profile]\nguidance = \"{name}-guidance.toml\"\nas-of = 2026-11-23\n"));
    }
    let ran = run_in(&folder.0, &["--format", "sarif", "one.toml", "two.toml"]);
    let log = valid(&ran.out);
    let [run] = &runs(&log)[..] else { panic!("{ran:#?}") };
    assert_rules_fit(run);
    assert!(["first-of-ones-own", "second-of-ones-own"].iter().all(|id| rules(run).iter().any(|rule| rule["id"] == *id)));
}

#[test]
fn mistakes_are_notifications_of_the_first_run() {
    let log = of(&[INVALID, "examples/profile.toml", "examples/own-guidance.toml"]);
    assert_relative(&log);
    let unique: BTreeSet<&str> = fingerprints(&log).into_iter().collect();
    assert_eq!(unique.len(), results(&log).len());
    let [first, second] = &runs(&log)[..] else { panic!("{log}") };
    assert_eq!(first["automationDetails"]["id"], "workshop-2020/");
    assert_eq!(second["invocations"][0]["executionSuccessful"], true);
    let invocation = &first["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let mistakes: Vec<&Value> =
        invocation["toolConfigurationNotifications"].as_array().unwrap().iter().filter(|it| it["level"] == "error").collect();
    assert_eq!(mistakes.len(), 20);
    let place = &mistakes[0]["locations"][0]["physicalLocation"];
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&7.into(), &9.into()));
    assert_eq!(place["artifactLocation"]["uri"], INVALID);
}

#[test]
fn only_a_refusal_is_valid_too_and_a_warning_is_no_failure() {
    let log = of(&[INVALID]);
    assert_eq!((runs(&log).len(), rules(&log["runs"][0]).len()), (1, 0));
    assert_eq!((results(&log).len(), &log["runs"][0]["invocations"][0]["executionSuccessful"]), (0, &false.into()));
    let log = of(&["examples/two-categories.toml"]);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], true);
    assert_eq!(invocation["toolConfigurationNotifications"][0]["level"], "warning");
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let folder = Folder::new();
    for example in EXAMPLES.iter().filter(|example| !example.contains("own-guidance")) {
        let text = fs::read_to_string(example).unwrap();
        folder.named("profile.toml", &text);
        let before = valid(&run_in(&folder.0, &["--format", "sarif", "profile.toml"]).out);
        folder.named("profile.toml", format!("# one\n# two\n# three\n{text}"));
        let after = valid(&run_in(&folder.0, &["--format", "sarif", "profile.toml"]).out);
        assert_eq!(fingerprints(&before), fingerprints(&after), "{example}");
        let lines = |log: &Value| -> Vec<u64> {
            let line = |it: &Value| it["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap();
            results(log).into_iter().map(line).collect()
        };
        let moved: Vec<u64> = lines(&before).iter().map(|line| line + 3).collect();
        assert_eq!(moved, lines(&after), "{example}");
        let unique: BTreeSet<&str> = fingerprints(&before).into_iter().collect();
        assert_eq!(unique.len(), results(&before).len(), "{example}");
    }
}

#[test]
fn other_peoples_text_stays_text() {
    let folder = Folder::new();
    for text in &payloads() {
        let log = valid(&harmless_report("sarif", text, &folder));
        assert_relative(&log);
        // Read back, nothing hides in it either: readers show it as it is.
        let mut texts = Vec::new();
        under(&log, "text", &mut texts);
        under(&log, "markdown", &mut texts);
        under(&log, "justification", &mut texts);
        assert!(texts.len() > 50 && !texts.iter().any(|text| text.contains(is_raw)), "{text:?}");
        let mut markdown = Vec::new();
        under(&log, "markdown", &mut markdown);
        for text in markdown {
            let events = pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::all());
            let obeyed = events.filter(|event| {
                use pulldown_cmark::{Event, Tag};
                let is_ours = matches!(event, Event::Start(Tag::Paragraph | Tag::Strong) | Event::End(_) | Event::Text(_));
                !(is_ours || matches!(event, Event::SoftBreak))
            });
            assert_eq!(obeyed.collect::<Vec<_>>(), [], "{text}");
        }
    }
}
