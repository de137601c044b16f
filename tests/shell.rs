//! What shells, `man` and the help know of the commands.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;

use common::program::{run_with, tool};

mod common;

/// What bash offers where some words stand behind the program, the last of them begun.
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
fn bash_offers_what_a_command_takes() {
    assert!(offered(&["expo"]).contains(&"export".to_owned()));
    let kinds = offered(&["export", ""]);
    assert!(["dossier", "portal", "csv", "--all"].iter().all(|kind| kinds.iter().any(|it| it == kind)), "{kinds:?}");
    assert_eq!(offered(&["schema", "rep"]), ["report"]);
    assert!(offered(&["import", "--da"]).contains(&"--dates".to_owned()));
}

#[test]
fn each_page_of_the_manual_names_the_program_and_its_version() {
    let version = env!("CARGO_PKG_VERSION");
    for (command, title) in [("mvp-check", "mvp-check"), ("add", "mvp-check-add"), ("export", "mvp-check-export")] {
        let page = run_with(&["man", command]).out;
        assert!(page.contains(&format!(".TH {title} 1  \"mvp-check {version}\"")), "{page}");
    }
    assert_eq!(run_with(&["man", "mvp-check"]).out, run_with(&["man"]).out);
}

#[test]
fn help_is_told_of_itself_and_of_commands() {
    let help = run_with(&["--help"]).out;
    for arguments in [&["help"][..], &["help", "--help"], &["help", "-h"]] {
        let ran = run_with(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (0, help.as_str()), "{arguments:?}");
    }
    assert_eq!(run_with(&["help", "list"]).out, run_with(&["list", "--help"]).out);
    assert!(tool().args(["help", "lists"]).output().unwrap().stdout.is_empty());
}
