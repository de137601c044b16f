//! Completions, the manual and the help.

use std::process::Command;

use crate::helpers::program::{run_with, tool};

/// What bash offers after these words, where the last one is incomplete.
fn offered(words: &[&str]) -> Vec<String> {
    let completions = run_with(&["completions", "bash"]).out;
    let last = words.len();
    let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let ask = format!(
        "COMP_WORDS=(mvp-check {}); COMP_CWORD={last}; _mvp__check mvp-check \"${{COMP_WORDS[{last}]}}\" \
         \"${{COMP_WORDS[{last}-1]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.join(" ")
    );
    let ran = Command::new("bash").args(["--norc", "-c", &format!("{completions}\n{ask}")]).output().unwrap();
    String::from_utf8(ran.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_kinds_and_options() {
    assert!(offered(&["expo"]).contains(&"export".to_owned()));
    let kinds = offered(&["export", ""]);
    assert!(["dossier", "portal", "csv", "--all"].iter().all(|kind| kinds.iter().any(|it| it == kind)), "{kinds:?}");
    assert_eq!(offered(&["schema", "rep"]), ["report"]);
    assert!(offered(&["import", "--da"]).contains(&"--dates".to_owned()));
}

#[test]
fn each_manual_page_has_the_name_and_version() {
    let version = env!("CARGO_PKG_VERSION");
    for (command, title) in [("mvp-check", "mvp-check"), ("add", "mvp-check-add"), ("export", "mvp-check-export")] {
        let page = run_with(&["man", command]).out;
        assert!(page.contains(&format!(".TH {title} 1  \"mvp-check {version}\"")), "{page}");
    }
    assert_eq!(run_with(&["man", "mvp-check"]).out, run_with(&["man"]).out);
}

#[test]
fn help_works_for_itself_and_for_commands() {
    let help = run_with(&["--help"]).out;
    for arguments in [&["help"][..], &["help", "--help"], &["help", "-h"]] {
        let ran = run_with(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (0, help.as_str()), "{arguments:?}");
    }
    assert_eq!(run_with(&["help", "list"]).out, run_with(&["list", "--help"]).out);
    assert!(tool().args(["help", "lists"]).output().unwrap().stdout.is_empty());
}
