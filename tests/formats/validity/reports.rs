//! Reports, forecasts, plans and exports in every format.

use std::fs;

use super::Output;
use crate::helpers::checks::reading::Kind;
use crate::helpers::program::{EXAMPLES, EXPORTS, FORECAST_FORMATS, FORMATS, Folder, INVALID, many, run_with};

const WIDTH: &str = "--width=72";

/// Profiles with unusual content.
const EDGES: [&str; 8] = [
    "",
    "[profile]\nname = \"\"\nstage = \"renewal\"\n",
    "[profile]\ncategories = [\"AI\", \"Data Platform\"]\nmicrosoft-employee = true\nnominator = \"mvp\"\n",
    "[[contribution]]\ntype = \"talk\"\ntitle = \"Planned\"\ndate = 2027-05-01\n",
    "[[contribution]]\ntype = \"certification\"\ntitle = \"A certificate\"\ndate = 2026-05-01\n",
    "[[channel]]\ntype = \"video\"\ntitle = \"Channel\"\nurl = \"https://example.org\"\ndate = 2026-01-01\nongoing = true\nimpact = { views = 1_000_000_000_000 }\n",
    "[[contribution]]\ntype = \"article\"\ntitle = \"Paid\"\ndate = 2026-02-28\nuntil = 2026-11-23\ncount = 1_000_000\npaid = true\nimpact = { views = 0 }\n",
    "[[waive]]\ncriterion = \"diversity\"\nreason = \"So.\"\nuntil = 2026-01-01\n[[waive]]\ncriterion = \"recency\"\nreason = \"So.\"\n",
];

/// Two examples, and a profile with everything that is unusual.
pub fn some_profiles(folder: &Folder) -> Vec<String> {
    let unusual = EDGES[2..].concat().replacen("\n[profile]", "\n", 1);
    vec!["examples/two-categories.toml".into(), INVALID.into(), folder.named("unusual.toml", unusual)]
}

/// All examples, unusual profiles, and profiles of different sizes.
pub fn all_profiles(folder: &Folder) -> Vec<String> {
    let examples = EXAMPLES.iter().chain([&INVALID]).map(|name| (*name).to_owned());
    let sizes = [1, 2, 5, 17, 60, 200].map(many);
    let written =
        sizes.into_iter().chain(EDGES.map(str::to_owned)).enumerate().map(|(at, text)| folder.named(&format!("{at}.toml"), text));
    examples.chain(written).collect()
}

/// Everything that the program prints of a profile by a guidance.
pub fn of_profile(path: &str, guidance: &str) -> Vec<Output> {
    let by = format!("--guidance={guidance}");
    let common = [by.as_str(), "--as-of=2026-11-23", WIDTH];
    let (name, arguments) = (format!("{path} by {guidance}"), [&common[..], &[path]].concat());
    if path == INVALID {
        // The other formats print nothing about mistakes.
        return in_formats(&name, &arguments, &["github", "azure"]);
    }
    let mut outputs = in_formats(&name, &arguments, &FORMATS);
    let mut printed = |command: &str, format: &str, more: &[&str]| {
        let option = format!("--format={format}");
        let ran = run_with(&[&[command], &common[..], &[&option], more, &[path]].concat());
        outputs.push(Output::new(format!("{command} {more:?} {path} by {guidance}, {format}"), Kind::of(format, 72), ran.out));
    };
    for format in FORECAST_FORMATS {
        printed("forecast", format, &[]);
        printed("plan", format, &[]);
    }
    for format in ["table", "json"] {
        printed("numbers", format, &[]);
    }
    for (export, formats) in EXPORTS {
        // Only the guidance of 2026 has the portal.
        let is_known = export != "portal" || guidance == "program-2026";
        for format in formats.iter().filter(|_| is_known) {
            for more in [&[export][..], &["--all", export]] {
                printed("export", format, more);
            }
        }
    }
    outputs
}

/// The report on several profiles in all formats.
pub fn of_team(name: &str, arguments: &[&str]) -> Vec<Output> {
    in_formats(name, &[&[WIDTH], arguments].concat(), &FORMATS)
}

fn in_formats(name: &str, arguments: &[&str], formats: &[&'static str]) -> Vec<Output> {
    let folder = Folder::new();
    let files: Vec<_> = formats.iter().map(|format| (*format, folder.0.join(format))).collect();
    let targets: Vec<String> = files.iter().map(|(format, path)| format!("--output={format}={}", path.display())).collect();
    let targets = targets.iter().map(String::as_str);
    let ran = run_with(&targets.chain(arguments.iter().copied()).collect::<Vec<_>>());
    let printed = Output::new(format!("{name}, printed"), Kind::Text(Some(72)), ran.out);
    let written = files.into_iter().map(|(format, path)| {
        let text = fs::read_to_string(path).unwrap_or_default();
        Output {
            of: Some("report").filter(|_| format == "json"),
            ..Output::new(format!("{name}, {format}"), Kind::of(format, 72), text)
        }
    });
    [printed].into_iter().filter(|printed| !printed.text.is_empty()).chain(written).collect()
}
