//! Profiles that the program writes, custom guidance, and files for shells and editors. Each function takes every nth case.

use std::fs;

use serde_json::Value;

use super::{GUIDANCE, Output};
use crate::helpers::checks::reading::Kind;
use crate::helpers::payloads::guidance_saying;
use crate::helpers::program::{Folder, run_in, run_with};

/// A list of a guidance.
fn listed(what: &str, guidance: &str) -> Vec<Value> {
    run_with(&["list", what, "--format=json", "--guidance", guidance]).json()[what].as_array().unwrap().clone()
}

/// Runs a command in a folder, and gives the profile there.
fn profile(folder: &Folder, arguments: &[&str]) -> Output {
    let ran = run_in(&folder.0, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {ran:#?}");
    let text = fs::read_to_string(folder.0.join("profile.toml")).unwrap();
    let output = Output { of: Some("profile"), ..Output::new(format!("the profile of {arguments:?}"), Kind::Toml, text) };
    // The program reads what it writes.
    let judged = run_in(&folder.0, &["--as-of=2026-11-23", "--fail-on=never"]);
    Output { wrong: (judged.code != 0).then(|| format!("{judged:#?}")), ..output }
}

/// Profiles by `init` for each category, and by `add` for each type with all its metrics.
pub fn profiles(nth: usize) -> Vec<Output> {
    let mut outputs = Vec::new();
    for guidance in GUIDANCE {
        for stage in ["candidate", "renewal"] {
            for category in listed("categories", guidance).into_iter().step_by(nth) {
                let category = format!("--category={}", category["name"].as_str().unwrap());
                let (by, stage) = (format!("--guidance={guidance}"), format!("--stage={stage}"));
                outputs.push(profile(&Folder::new(), &["init", &by, &stage, &category, "--name=Amal \"A\" Example"]));
            }
        }
        let folder = Folder::new();
        outputs.push(profile(&folder, &["init", &format!("--guidance={guidance}")]));
        for known in listed("types", guidance).into_iter().step_by(nth) {
            let id = known["id"].as_str().unwrap();
            let metrics = known["metrics"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let numbers: Vec<String> = metrics.map(|metric| format!("{metric}=3")).collect();
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            let address = format!("https://example.org/{id}");
            let entry =
                [&["add", "--date=2026-11-20", "--area=DevOps", "--count=2", "--", id, "A \\ title", &address], &numbers[..]]
                    .concat();
            outputs.push(profile(&folder, &entry));
        }
    }
    outputs
}

/// Guidance with one changed criterion each, and reports by it.
pub fn guidance(nth: usize) -> Vec<Output> {
    let changed =
        GUIDANCE.into_iter().flat_map(|guidance| listed("criteria", guidance).into_iter().map(move |it| (guidance, it)));
    let changed = changed.map(|(guidance, criterion)| {
        let level = if criterion["level"] == "required" { "advisory" } else { "required" };
        format!(
            "extends = {guidance:?}\nid = \"own\"\n[criterion.{}]\nlevel = {level:?}\ntitle = \"Ours\"\n",
            criterion["id"].as_str().unwrap()
        )
    });
    let mut outputs = Vec::new();
    for text in changed
        .step_by(nth)
        .chain([guidance_saying("Plain words"), fs::read_to_string("examples/community-guidance.toml").unwrap()])
    {
        let folder = Folder::new();
        let path = folder.named("guidance.toml", &text);
        let by = format!("--guidance={path}");
        let report = run_with(&[&by, "--format=json", "examples/profile.toml"]);
        outputs.push(Output { of: Some("report"), ..Output::new("a report by custom guidance", Kind::Json, report.out) });
        outputs.push(Output { of: Some("guidance"), ..Output::new("guidance", Kind::Toml, text) });
        outputs.push(Output {
            of: Some("schema"),
            ..Output::new("a schema by guidance", Kind::Json, run_with(&["schema", "profile", &by]).out)
        });
    }
    outputs
}

/// Schemas, pages of the manual, completions, lists and explanations.
pub fn others(nth: usize) -> Vec<Output> {
    let printed = |arguments: &[&str], of| Output {
        of: Some(of),
        ..Output::new(format!("{arguments:?}"), Kind::Text(None), run_with(arguments).out)
    };
    let schemas = ["profile", "report", "guidance"].map(|of| Output { kind: Kind::Json, ..printed(&["schema", of], "schema") });
    let commands =
        ["init", "add", "import", "numbers", "forecast", "plan", "export", "explain", "list", "schema", "completions", "man"];
    let pages = commands.map(|command| printed(&["man", command], "page"));
    let lists = GUIDANCE.into_iter().flat_map(|guidance| {
        let by = format!("--guidance={guidance}");
        [("table", 60), ("json", 60)].map(|(format, width)| {
            let ran = run_with(&["list", &by, &format!("--format={format}"), "--width=60"]);
            Output::new(format!("list {format} by {guidance}"), Kind::of(format, width), ran.out)
        })
    });
    let schemas = schemas.into_iter().chain(pages).chain([printed(&["man"], "page"), printed(&["completions", "bash"], "bash")]);
    schemas.chain(lists).chain(explanations(nth)).collect()
}

/// Explanations of topics in both guidances.
fn explanations(nth: usize) -> Vec<Output> {
    let mut outputs = Vec::new();
    for guidance in GUIDANCE {
        let topics = ["criteria", "types", "metrics"].into_iter().flat_map(|what| listed(what, guidance));
        for topic in topics.step_by(nth).map(|it| it["id"].as_str().unwrap().to_owned()) {
            for format in ["table", "json"] {
                let ran = run_with(&["explain", &topic, "--guidance", guidance, "--format", format, "--width=60"]);
                outputs.push(Output::new(format!("explain {topic} by {guidance}, {format}"), Kind::of(format, 60), ran.out));
            }
        }
    }
    outputs
}
