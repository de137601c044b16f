//! Exports: the words of a command line and a profile go in, and the exported text or the error comes out.

mod csv;
mod dossier;
mod portal;

use anyhow::{Result, anyhow, bail};
use clap::Parser;

use crate::cli::{Arguments, Command};
use crate::command::{input, kinds};
use crate::export::model::Selection;
use crate::export::{EXPORTS, named};
use crate::guidance::{self, Guidance};
use crate::inner_tests::reports::rendered;
use crate::record::Record;
use crate::report::FORMATS;
use crate::source::Source;

type Export = Result<String, String>;

fn exported(words: &[&str], profile: &str) -> Export {
    exported_by(None, words, profile)
}

/// Exports by custom guidance, or by the one that the profile or an option names.
fn exported_by(custom: Option<&Guidance>, words: &[&str], profile: &str) -> Export {
    run(custom, words, profile).map_err(|error| format!("{error:#}"))
}

fn run(custom: Option<&Guidance>, words: &[&str], profile: &str) -> Result<String> {
    let arguments = Arguments::try_parse_from(["mvp-check", "export"].iter().chain(words))?;
    let Some(Command::Export(wanted)) = &arguments.command else { bail!("another command") };
    let export = named(wanted.kind.as_deref().unwrap()).unwrap();
    let of = format!("export {}", export.name);
    let format = kinds::format(export.formats, |format| format.name, &arguments.common.format, &of)?;
    let source = Source::new("profile.toml", profile);
    let read = input::read(&source, &arguments.common, ", nothing was exported").map_err(|refused| anyhow!(refused.told))?;
    let record = Record::new(&read.profile, &read.guidance.vocabulary, read.as_of);
    let guidance = custom.unwrap_or(&read.guidance);
    let selection = Selection { guidance, record: &record, is_all: wanted.all, top: wanted.top.map(|top| top as usize) };
    (format.render)(&selection).map_err(|reason| anyhow!(reason))
}

/// The error contains all of these parts.
fn is_refused(export: &Export, because: &[&str]) -> bool {
    export.as_ref().is_err_and(|error| because.iter().all(|part| error.contains(part)))
}

/// A profile with these entries, as of 23 November 2026.
fn profile(entries: &str) -> String {
    format!("[profile]\nname = \"Amal Example\"\ncategories = [\"Data Platform\"]\nas-of = 2026-11-23\n{entries}")
}

/// An entry with further keys.
fn entry(activity_type: &str, title: &str, date: &str, more: &str) -> String {
    format!("[[contribution]]\ntype = \"{activity_type}\"\ntitle = \"{title}\"\ndate = {date}\n{more}\n")
}

/// The edition that extends no other as custom guidance, without one of its tables.
fn guidance_without(header: &str) -> Guidance {
    let text = std::fs::read_to_string("src/guidance/workshop-2020.toml").unwrap();
    let name = header.trim_matches(['[', ']']);
    let mut is_dropped = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.starts_with('[') {
            let table = line.trim_matches(['[', ']']);
            is_dropped = table == name || table.starts_with(&format!("{name}."));
        }
        // Only a built-in edition may set a basis.
        if !is_dropped && !line.starts_with("basis =") && !line.starts_with("number-basis =") {
            kept += &format!("{line}\n");
        }
    }
    guidance::read(&Source::new("own.toml", kept)).unwrap_or_else(|problems| panic!("{:#?}", problems.sorted()))
}

#[test]
fn a_profile_with_mistakes_is_not_exported() {
    let text = profile(&entry("artcle", "A", "2026-05-01", ""));
    for kind in ["dossier", "portal"] {
        let export = exported(&[kind], &text);
        assert!(is_refused(&export, &["unknown activity type `artcle`", "nothing was exported"]), "{export:#?}");
    }
}

#[test]
fn an_unknown_format_is_refused_with_those_of_the_kind() {
    let text = profile(&entry("article", "A", "2026-05-01", ""));
    for format in ["html", "json", "csv"] {
        let export = exported(&["dossier", "--format", format], &text);
        assert!(is_refused(&export, &[&format!("export dossier has no format `{format}`"), "it has markdown"]), "{export:#?}");
    }
    assert!(is_refused(&exported(&["portal", "--format", "html"], &text), &["it has markdown, json and csv"]));
    assert!(is_refused(&exported(&["portal", "--format", "nonsense"], &text), &["nonsense"]));
}

#[test]
fn an_option_exports_only_the_best() {
    let best = "impact = { views = 300 }";
    let text = profile(&[entry("article", "A", "2026-05-01", ""), entry("article", "B", "2026-05-02", best)].concat());
    let table = exported(&["csv", "--top", "1"], &text).unwrap();
    assert!(table.lines().count() == 2 && table.contains(",B,"), "{table}");
    for kind in ["dossier", "portal", "csv"] {
        assert!(is_refused(&exported(&[kind, "--top", "0"], &text), &["--top", "write a number from 1 to"]));
    }
}

#[test]
fn no_export_and_no_report_contains_the_private_notes() {
    let text = profile(&entry("talk", "Bicep in practice", "2026-05-01", "notes = \"between us\"\nhighlight = \"In brief\""));
    for export in EXPORTS {
        for format in export.formats {
            let words = [export.name, "--all", "--format", format.name];
            let written = exported(&words, &text.replace("as-of", "guidance = \"program-2026\"\nas-of")).unwrap();
            assert!(written.contains("Bicep in practice") && !written.contains("between us"), "{words:?}: {written}");
        }
    }
    let guidance = guidance::shipped("program-2026").unwrap();
    for format in FORMATS {
        assert!(!rendered(&text, &guidance, "2026-11-23", format.name).contains("between us"), "{}", format.name);
    }
}
