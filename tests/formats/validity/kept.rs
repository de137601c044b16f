//! Profiles that the program writes, guidance of one's own, and what is written for shells and editors.

use std::fs;

use serde_json::Value;

use super::Output;
use crate::checks::reading::Kind;
use crate::common::payloads::guidance_saying;
use crate::common::program::{Folder, run_in, run_with};
use crate::injection::sources::sources;

const EDITIONS: [&str; 2] = ["workshop-2020", "program-2026"];

/// What is listed of an edition.
fn listed(what: &str, edition: &str) -> Vec<Value> {
    run_with(&["list", what, "--format=json", "--guidance", edition]).json()[what].as_array().unwrap().clone()
}

/// Runs a command in a folder, and gives the profile there.
fn profile(folder: &Folder, arguments: &[&str]) -> Output {
    let ran = run_in(&folder.0, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {ran:#?}");
    let text = fs::read_to_string(folder.0.join("profile.toml")).unwrap();
    let output = Output { of: Some("profile"), ..Output::new(format!("the profile of {arguments:?}"), Kind::Toml, text) };
    // What is written is judged without mistakes.
    let judged = run_in(&folder.0, &["--as-of=2026-11-23", "--fail-on=never"]);
    Output { wrong: (judged.code != 0).then(|| format!("{judged:#?}")), ..output }
}

/// Profiles of `init`, and of `add` for each type with each number that it may state.
pub fn profiles() -> Vec<Output> {
    let mut outputs = Vec::new();
    for edition in EDITIONS {
        for stage in ["candidate", "renewal"] {
            for category in listed("categories", edition) {
                let category = format!("--category={}", category["name"].as_str().unwrap());
                let (by, stage) = (format!("--guidance={edition}"), format!("--stage={stage}"));
                outputs.push(profile(&Folder::new(), &["init", &by, &stage, &category, "--name=Amal \"A\" Example"]));
            }
        }
        let folder = Folder::new();
        outputs.push(profile(&folder, &["init", &format!("--guidance={edition}")]));
        for known in listed("types", edition) {
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

/// Profiles of each kind of import.
pub fn imports() -> Vec<Output> {
    let imported = sources("Plain words").into_iter().filter(|source| source.name != "a refusal").map(|source| {
        let folder = Folder::new();
        folder.file("profile.toml", "# mine\n[profile]\nname = \"Amal Example\"\n");
        folder.file("source", &source.bytes);
        profile(&folder, &["import", source.kind, "source", "--write", "--as-of=2026-11-23"])
    });
    imported.collect()
}

/// Guidance that changes one criterion each, and what is judged by it.
pub fn guidance() -> Vec<Output> {
    let changed = EDITIONS.into_iter().flat_map(|edition| listed("criteria", edition).into_iter().map(move |it| (edition, it)));
    let changed = changed.map(|(edition, criterion)| {
        let level = if criterion["level"] == "required" { "advisory" } else { "required" };
        format!(
            "extends = {edition:?}\nid = \"own\"\n[criterion.{}]\nlevel = {level:?}\ntitle = \"Ours\"\n",
            criterion["id"].as_str().unwrap()
        )
    });
    let mut outputs = Vec::new();
    for text in changed.chain([guidance_saying("Plain words"), fs::read_to_string("examples/community-guidance.toml").unwrap()]) {
        let folder = Folder::new();
        let path = folder.named("guidance.toml", &text);
        let by = format!("--guidance={path}");
        let report = run_with(&[&by, "--format=json", "examples/profile.toml"]);
        outputs.push(Output { of: Some("report"), ..Output::new("a report by guidance of one's own", Kind::Json, report.out) });
        outputs.push(Output { of: Some("guidance"), ..Output::new("guidance", Kind::Toml, text) });
        outputs.push(Output {
            of: Some("schema"),
            ..Output::new("a schema by guidance", Kind::Json, run_with(&["schema", "profile", &by]).out)
        });
    }
    outputs
}

/// What is written for shells, editors and readers of the manual.
pub fn others() -> Vec<Output> {
    let printed = |arguments: &[&str], of| {
        // Scripts and pages may hold tabs: what they ask for is looked at by itself.
        Output { of: Some(of), ..Output::new(format!("{arguments:?}"), Kind::Text(None), run_with(arguments).out) }
    };
    let schemas = ["profile", "report", "guidance"].map(|of| Output { kind: Kind::Json, ..printed(&["schema", of], "schema") });
    let commands =
        ["init", "add", "import", "numbers", "forecast", "plan", "export", "explain", "list", "schema", "completions", "man"];
    let pages = commands.map(|command| printed(&["man", command], "page"));
    let lists = EDITIONS.into_iter().flat_map(|edition| {
        let by = format!("--guidance={edition}");
        [("table", 60), ("json", 60)].map(|(format, width)| {
            let ran = run_with(&["list", &by, &format!("--format={format}"), "--width=60"]);
            Output::new(format!("list {format} by {edition}"), Kind::of(format, width), ran.out)
        })
    });
    let schemas = schemas.into_iter().chain(pages).chain([printed(&["man"], "page"), printed(&["completions", "bash"], "bash")]);
    schemas.chain(lists).chain(explanations()).collect()
}

/// Every topic of both editions.
fn explanations() -> Vec<Output> {
    let mut outputs = Vec::new();
    for edition in EDITIONS {
        let topics = ["criteria", "types", "metrics"].into_iter().flat_map(|what| listed(what, edition));
        for topic in topics.map(|it| it["id"].as_str().unwrap().to_owned()) {
            for format in ["table", "json"] {
                let ran = run_with(&["explain", &topic, "--guidance", edition, "--format", format, "--width=60"]);
                outputs.push(Output::new(format!("explain {topic} by {edition}, {format}"), Kind::of(format, 60), ran.out));
            }
        }
    }
    outputs
}
