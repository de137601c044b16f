//! The formats `github` and `azure`, read as those services read them.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::helpers::checks::annotations::{self, Command};
use crate::helpers::payloads::{guidance_saying, profile_saying};
use crate::helpers::program::{EXAMPLES, Folder, INVALID, json, run_in, run_with, written};

/// GitHub shows this many annotations of a kind for a step.
const LIMIT: usize = 10;

fn github(line: &str) -> Command {
    annotations::github(line).unwrap()
}

fn azure(line: &str) -> Option<Command> {
    annotations::azure(line).unwrap()
}

fn all_github(text: &str) -> Vec<Command> {
    text.lines().map(github).collect()
}

fn of_kind<'c>(commands: &'c [Command], kind: &str) -> Vec<&'c Command> {
    commands.iter().filter(|command| command.kind == kind).collect()
}

/// The gaps of a report with their kind of annotation, the most severe first.
fn gaps(report: &Value) -> Vec<(&'static str, &Value)> {
    let kinds = [("required", "error"), ("recommended", "warning"), ("advisory", "notice")];
    let findings = report["findings"].as_array().unwrap();
    let of_level = |(level, kind)| {
        let of_level = findings.iter().filter(move |it| it["outcome"] == "gap" && it["level"] == level);
        of_level.map(move |it| (kind, it))
    };
    kinds.into_iter().flat_map(of_level).collect()
}

/// The line of the first contribution of a gap, else of `[profile]`, found in the file.
fn line_of(finding: &Value, file: &str) -> usize {
    let text = fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let Some(first) = finding["contributions"].as_array().unwrap().first() else {
        return 1 + lines.iter().position(|line| line.trim() == "[profile]").unwrap();
    };
    let line = usize::try_from(first["line"].as_u64().unwrap()).unwrap();
    assert_eq!(lines[line - 1].trim(), "[[contribution]]", "{file}:{line}");
    let title = lines[line..].iter().find_map(|line| line.trim().strip_prefix("title = ")).unwrap();
    assert!(title.contains(first["title"].as_str().unwrap()), "{file}:{line}: {title}");
    line
}

fn title(finding: &Value) -> String {
    let category = finding["category"].as_str().map_or(String::new(), |category| format!(" ({category})"));
    format!("{}{category}", finding["criterion"].as_str().unwrap())
}

#[test]
fn github_shows_every_gap_at_its_line() {
    for example in EXAMPLES {
        let report = json(example);
        let commands = all_github(&written("github", &[example]));
        let gaps = gaps(&report);
        assert_eq!(commands.len(), gaps.len() + 1, "{example}");
        for (command, (kind, gap)) in commands.iter().zip(&gaps) {
            assert_eq!((command.kind.as_str(), command.property("title")), (*kind, title(gap).as_str()), "{example}");
            assert_eq!((command.property("file"), command.property("line")), (example, &*line_of(gap, example).to_string()));
            let fact = format!("{}; wanted: ", gap["fact"].as_str().unwrap());
            assert!(command.message.starts_with(&fact), "{}", command.message);
            let advice = gap["advice"].as_str().unwrap().replace("\u{a0}*", " (a yardstick)");
            assert!(command.message.ends_with(&format!(". {advice}")), "{}", command.message);
            assert!(!command.message.contains("\u{a0}*"), "{}", command.message);
        }
    }
}

#[test]
fn messages_name_the_origin_of_a_threshold() {
    let message = |profile: &str, criterion: &str| {
        let commands = all_github(&written("github", &[profile]));
        commands.iter().find(|it| it.property("title") == criterion).unwrap().message.replace('\u{a0}', " ")
    };
    assert!(message("examples/profile.toml", "measured").contains("; wanted: 50 %, a yardstick. Look up"));
    assert!(message("examples/thin.toml", "diversity").contains("; wanted: 2 types. 1 more type"));
    assert!(message("examples/thin.toml", "impact").contains("180 of 1 000 views (a yardstick)."));
    let own = message("examples/own-guidance.toml", "regularity");
    assert!(own.contains("; wanted: 9 months, no pause over 60 days, a number of your own guidance. "), "{own}");
}

#[test]
fn azure_has_the_same_messages_and_writes_notices_as_lines() {
    for example in EXAMPLES {
        let text = written("azure", &[example]);
        let told = all_github(&written("github", &[example]));
        assert_eq!(text.lines().count(), told.len(), "{example}");
        for (line, github) in text.lines().zip(&told) {
            let category =
                github.property("title").split_once(" (").map(|(_, rest)| rest.trim_end_matches(')').to_owned() + ": ");
            let message = category.unwrap_or_default() + &github.message;
            let code = github.property("title").split(' ').next().unwrap();
            let (file, at) = (github.property("file"), github.property("line"));
            let Some(issue) = azure(line) else {
                assert_eq!(github.kind, "notice");
                let is_summary = code == "mvp-check";
                let note =
                    if is_summary { format!("mvp-check: {message}") } else { format!("note: {file}:{at}: {code}: {message}") };
                assert_eq!(line, note);
                continue;
            };
            assert_eq!((&issue.kind, &issue.message), (&github.kind, &message));
            assert_eq!((issue.property("sourcepath"), issue.property("linenumber")), (file, at));
            assert_eq!((issue.property("columnnumber"), issue.property("code")), ("1", code));
        }
    }
}

#[test]
fn the_summary_is_the_result() {
    let last = |profiles: &[&str]| all_github(&written("github", profiles)).pop().unwrap();
    let of_one = last(&["examples/profile.toml"]);
    assert_eq!((of_one.kind.as_str(), of_one.property("title"), of_one.property("line")), ("notice", "mvp-check", "5"));
    assert_eq!(of_one.message, "A few gaps: impact, quality.");
    assert_eq!(last(&["examples/ready.toml"]).message, "No gaps by this guidance.");
    let of_three = last(&["examples/renewal.toml", INVALID, "examples/ready.toml"]);
    let expected = "examples/renewal.toml: A few gaps: quality.\n\
        examples/invalid.toml: 20\u{a0}mistakes, nothing was judged.\n\
        examples/ready.toml: No gaps by this guidance.\n\
        10\u{a0}more mistakes are not listed here; standard error lists all.";
    assert_eq!((of_three.property("file"), of_three.message.as_str()), ("examples/renewal.toml", expected));
}

#[test]
fn the_summary_names_at_most_ten_profiles() {
    let folder = Folder::new();
    let ready = fs::read_to_string("examples/ready.toml").unwrap();
    let profiles: Vec<String> = (0..12).map(|at| folder.named(&format!("{at}.toml"), &ready)).collect();
    let commands = all_github(&written("github", &profiles.iter().map(String::as_str).collect::<Vec<_>>()));
    let summary = &commands.last().unwrap().message;
    assert_eq!(summary.lines().filter(|line| line.ends_with(".toml: No gaps by this guidance.")).count(), 10);
    assert!(summary.ends_with("\n2\u{a0}more profiles are not named here."), "{summary}");
}

#[test]
fn mistakes_are_errors_at_their_line_and_column() {
    let ran = run_with(&["--format", "github", INVALID]);
    assert_eq!(ran.code, 2);
    let commands = all_github(&ran.out);
    let errors = of_kind(&commands, "error");
    let places: Vec<String> = errors.iter().map(|it| format!("{}:{}", it.property("line"), it.property("col"))).collect();
    // Standard error has the same mistakes.
    let told = ran.err.lines().filter_map(|line| line.trim_start().strip_prefix("╭▸ examples/invalid.toml:"));
    assert_eq!(places, told.take(LIMIT).collect::<Vec<_>>());
    let messages = ran.err.lines().filter_map(|line| line.strip_prefix("error: "));
    for (error, message) in errors.iter().zip(messages) {
        assert!(error.message.starts_with(message) && error.property("file") == INVALID, "{error:#?}");
    }
    let ran = run_with(&["--format", "azure", INVALID]);
    let issues: Vec<Command> = ran.out.lines().filter_map(azure).collect();
    assert_eq!(issues.len(), LIMIT);
    assert_eq!((issues[0].property("linenumber"), issues[0].property("columnnumber")), ("7", "9"));
    assert!(ran.out.ends_with("mvp-check: 10\u{a0}more mistakes are not listed here; the format `table` lists all.\n"));
}

#[test]
fn a_missing_file_is_an_error_at_its_first_line() {
    let ran = run_with(&["--format", "github", "nowhere.toml"]);
    let commands = all_github(&ran.out);
    assert_eq!(ran.code, 2);
    assert_eq!(
        (commands[0].kind.as_str(), commands[0].property("file"), commands[0].property("line")),
        ("error", "nowhere.toml", "1")
    );
    assert_eq!(commands.len(), 2);
}

/// Guidance with this number of extra gaps of each level.
fn many_gaps(required: usize, recommended: usize, advisory: usize) -> String {
    let mut text = "extends = \"workshop-2020\"\n".to_owned();
    for (level, count) in [("advisory", advisory), ("recommended", recommended), ("required", required)] {
        for at in 0..count {
            write!(
                text,
                "[criterion.{level}-{at}]\ntitle = \"T\"\ntheme = \"amount\"\nlevel = \"{level}\"\nwhy = \"W\"\nhow = \"H\"\n\
                 source = \"S\"\nadvice = \"A\"\ncheck = {{ amount = {{ at-least = 1000 }} }}\n"
            )
            .unwrap();
        }
    }
    text
}

#[test]
fn at_most_ten_of_each_kind_and_the_summary_counts_the_rest() {
    let folder = Folder::new();
    let guidance = folder.named("guidance.toml", many_gaps(11, 12, 14));
    // Without the extra criteria, this profile has no gaps.
    let arguments = ["--guidance", &guidance, "examples/ready.toml", "--format"];
    let commands = all_github(&run_with(&[&arguments[..], &["github"]].concat()).out);
    for (kind, level, most) in [("error", "required", 10), ("warning", "recommended", 10), ("notice", "advisory", 9)] {
        let shown = of_kind(&commands, kind);
        assert_eq!(shown.len(), LIMIT, "{kind}");
        let titles: Vec<&str> = shown.iter().take(most).map(|it| it.property("title")).collect();
        assert_eq!(titles, (0..most).map(|at| format!("{level}-{at}")).collect::<Vec<_>>());
    }
    let left_out = "8\u{a0}more gaps are not listed here; the format `table` lists all.";
    assert!(commands.last().unwrap().message.ends_with(left_out), "{commands:#?}");
    let text = run_with(&[&arguments[..], &["azure"]].concat()).out;
    let lines = |begin: &str| text.lines().filter(|line| line.starts_with(begin)).count();
    assert_eq!((lines("##vso[task.logissue type=error;"), lines("##vso[task.logissue type=warning;")), (10, 10));
    assert_eq!((lines("note: "), lines("mvp-check: ")), (9, 2));
    assert!(text.ends_with(&format!("mvp-check: {left_out}\n")), "{text}");
}

#[test]
fn all_profiles_share_the_limit() {
    let folder = Folder::new();
    let guidance = folder.named("guidance.toml", many_gaps(0, 0, 9));
    let all = run_with(&["--guidance", &guidance, "examples/ready.toml", "--format", "github"]).out;
    assert_eq!((all_github(&all).len(), all.contains("not listed")), (10, false));
    let again = folder.named("again.toml", fs::read_to_string("examples/ready.toml").unwrap());
    let twice = ["--guidance", &guidance, "examples/ready.toml", &again, "--format", "github"];
    let twice = run_with(&twice).out;
    assert_eq!(all_github(&twice).len(), 10);
    assert!(twice.contains("9\u{a0}more gaps are not listed here"), "{twice}");
    let guidance = folder.named("guidance.toml", many_gaps(11, 0, 0));
    let one_more = run_with(&["--guidance", &guidance, "examples/ready.toml", "--format", "github"]).out;
    assert!(one_more.contains("1\u{a0}more gap is not listed here"), "{one_more}");
}

#[test]
fn a_text_arrives_unchanged() {
    let folder = Folder::new();
    let text = "50% of a,b:c;d]e=f %0A %25 %AZP25 %3B";
    let guidance = folder.named("guidance.toml", guidance_saying(text));
    let profile = folder.named("profile.toml", profile_saying(text));
    let out = |format| run_with(&["--format", format, "--guidance", &guidance, &profile]).out;
    let commands = all_github(&out("github"));
    let own = commands.iter().find(|it| it.kind == "error" && it.property("title") == text).expect("the criterion of this name");
    assert!(own.message.ends_with(text), "{own:#?}");
    assert!(
        commands
            .iter()
            .any(|it| it.property("title") == format!("breadth ({text})") || it.property("title") == format!("impact ({text})"))
    );
    let issues: Vec<Command> = out("azure").lines().filter_map(azure).collect();
    let own = issues.iter().find(|it| it.property("code") == text).expect("the criterion of this name");
    assert!(own.message.ends_with(text), "{own:#?}");
}

#[test]
fn paths_are_relative_to_the_repository() {
    let folder = Folder::new();
    fs::create_dir(folder.0.join(".git")).unwrap();
    let profile = fs::read_to_string("examples/profile.toml").unwrap();
    folder.named("people/amal, the 1st/profile.toml", &profile);
    let inside = folder.0.join("people/amal, the 1st");
    for path in ["profile.toml", "../amal, the 1st/./profile.toml"] {
        let commands = all_github(&run_in(&inside, &["--format", "github", path]).out);
        assert!(commands.iter().all(|it| it.property("file") == "people/amal%2C%20the%201st/profile.toml"), "{commands:#?}");
    }
    let outside = Folder::new();
    let elsewhere = outside.named("profile.toml", &profile);
    let commands = all_github(&run_in(&inside, &["--format", "github", &elsewhere]).out);
    assert!(
        commands.iter().all(|it| !it.property("file").starts_with('/') && !it.property("file").contains("..")),
        "{commands:#?}"
    );
}
