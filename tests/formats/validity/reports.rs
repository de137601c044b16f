//! What is written of profiles: reports, forecasts, plans and exports, in every format.

use std::fs;

use mvp_check::format::{FORMATS, Format};

use super::Output;
use crate::checks::reading::Kind;
use crate::common::program::{EXAMPLES, Folder, INVALID, run_with};
use crate::made_up;

/// Records of so many entries that are made up, four of each.
const SIZES: [usize; 7] = [0, 1, 2, 5, 17, 60, 200];
/// Columns of tables.
const WIDTH: &str = "--width=72";

/// Profiles at the edge of what there may be.
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

/// Files of profiles: the examples, and those that are made up, in a folder.
pub fn profiles(folder: &Folder) -> Vec<String> {
    let examples = EXAMPLES.iter().chain([&INVALID]).map(|name| (*name).to_owned());
    let made_up = SIZES.iter().flat_map(|size| (1..=4).map(move |seed| made_up::profile(*size, seed)));
    let written = made_up.chain(EDGES.map(str::to_owned)).enumerate().map(|(at, text)| folder.named(&format!("{at}.toml"), text));
    examples.chain(written).collect()
}

/// What is written of a profile by an edition.
pub fn of_profile(path: &str, edition: &str) -> Vec<Output> {
    let by = format!("--guidance={edition}");
    let common = [by.as_str(), "--as-of=2026-11-23", WIDTH];
    let (name, arguments) = (format!("{path} by {edition}"), [&common[..], &[path]].concat());
    if path == INVALID {
        // Where nobody was judged, the other formats have nothing to write.
        return in_formats(&name, &arguments, |format| format.tells_mistakes);
    }
    let mut outputs = of_team(&name, &arguments);
    let mut printed = |command: &str, format: &str, more: &[&str]| {
        let option = format!("--format={format}");
        let ran = run_with(&[&[command], &common[..], &[&option], more, &[path]].concat());
        outputs.push(Output::new(format!("{command} {more:?} {path} by {edition}, {format}"), Kind::of(format, 72), ran.out));
    };
    for format in ["table", "json", "markdown", "html"] {
        printed("forecast", format, &[]);
        printed("plan", format, &[]);
    }
    for format in ["table", "json"] {
        printed("numbers", format, &[]);
    }
    for export in mvp_check::export::EXPORTS {
        // The portal is described by the edition of today only.
        let is_known = export.name != "portal" || edition == "program-2026";
        for format in export.formats.iter().filter(|_| is_known) {
            for more in [&[export.name][..], &["--all", export.name]] {
                printed("export", format.name, more);
            }
        }
    }
    outputs
}

/// The report of some profiles in all formats.
pub fn of_team(name: &str, arguments: &[&str]) -> Vec<Output> {
    in_formats(name, arguments, |_| true)
}

fn in_formats(name: &str, arguments: &[&str], is_meant: fn(&Format) -> bool) -> Vec<Output> {
    let folder = Folder::new();
    let formats = FORMATS.iter().filter(|format| is_meant(format));
    let files: Vec<_> = formats.map(|format| (format.name, folder.0.join(format.name))).collect();
    let targets: Vec<String> = files.iter().map(|(format, path)| format!("--output={format}={}", path.display())).collect();
    let targets = targets.iter().map(String::as_str);
    let ran = run_with(&targets.chain(arguments.iter().copied()).collect::<Vec<_>>());
    let printed = Output::new(format!("{name}, printed"), Kind::Text(Some(72)), ran.out);
    // What is written to a file is laid out for a terminal of the usual width, unless another one is asked for.
    let written = files.into_iter().map(|(format, path)| {
        let text = fs::read_to_string(path).unwrap_or_default();
        Output {
            of: Some("report").filter(|_| ["json", "ndjson"].contains(&format)),
            ..Output::new(format!("{name}, {format}"), Kind::of(format, 72), text)
        }
    });
    [printed].into_iter().filter(|printed| !printed.text.is_empty()).chain(written).collect()
}
