//! Width and colour of the output.

use unicode_width::UnicodeWidthStr;

use crate::helpers::checks::lines::without_own_colors;
use crate::helpers::program::{INVALID, Ran, run, run_with, tool};

/// Widths at the limits, and around those at which the layout changes.
const WIDTHS: [usize; 7] = [0, 20, 39, 40, 60, 80, 65_535];

/// The output is never narrower: nothing readable would fit.
const NARROWEST: usize = 20;

fn widest(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[test]
fn reports_and_messages_fit_every_width_and_have_the_same_words_in_colour() {
    for files in ["examples/profile.toml", "examples/two-categories.toml", "examples/team", INVALID] {
        for width in WIDTHS {
            let of = |color: &str| run_with(&[files, color, &format!("--width={width}")]);
            let (plain, colored) = (of("--color=never"), of("--color=always"));
            assert_eq!(plain.code, colored.code, "{files} {width}");
            for (plain, colored) in [(&plain.out, &colored.out), (&plain.err, &colored.err)] {
                assert!(widest(plain) <= width.max(NARROWEST), "{files} {width}:\n{plain}");
                assert_eq!(&without_own_colors(colored), plain, "{files} {width}");
                assert!(!plain.contains('\u{1b}') && (plain.is_empty() || colored.contains('\u{1b}')), "{files} {width}");
            }
        }
    }
}

#[test]
fn lists_and_explanations_fit_every_width() {
    for width in [0, 39, 80] {
        for words in ["list", "list --guidance program-2026", "explain diversity", "explain program"] {
            let ran = run(tool().args(words.split(' ')).arg(format!("--width={width}")));
            assert!(ran.code == 0 && widest(&ran.out) <= width.max(NARROWEST), "{words} {width}:\n{}", ran.out);
        }
    }
}

#[test]
fn the_environment_decides_on_colour_and_width() {
    let report = |variables: &[(&str, &str)], more: &[&str]| {
        run(tool().args(["examples/two-categories.toml"]).args(more).envs(variables.iter().copied()))
    };
    let is_colored = |ran: &Ran| [&ran.out, &ran.err].map(|text| text.contains('\u{1b}'));
    let (forced, none, always) = (("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1"), "--color=always");
    let colored: [(&[_], &[_]); 3] = [(&[forced], &[]), (&[none], &[always]), (&[forced, ("NO_COLOR", "")], &[])];
    for (variables, more) in colored {
        assert_eq!(is_colored(&report(variables, more)), [true, true], "{variables:?} {more:?}");
    }
    let plain: [(&[_], &[_]); 4] = [
        (&[forced], &["--color=never"]),
        (&[forced, none], &[]),
        (&[("TERM", "xterm-256color")], &[]),
        (&[("CLICOLOR_FORCE", "")], &[]),
    ];
    for (variables, more) in plain {
        assert_eq!(is_colored(&report(variables, more)), [false, false], "{variables:?} {more:?}");
    }
    for columns in [0, 39, 80] {
        let set = [("COLUMNS", &*columns.to_string())];
        assert!(widest(&report(&set, &[]).out) <= columns.max(NARROWEST), "{columns}");
        assert_eq!(report(&set, &["--width=60"]).out, report(&[], &["--width=60"]).out, "{columns}");
    }
    for columns in ["", "wide", "-1", "65536", "1e3"] {
        assert_eq!(report(&[("COLUMNS", columns)], &[]).out, report(&[], &[]).out, "{columns}");
    }
}
