//! What must not break the program, or the terminal it writes to: other people's text, odd files, narrow terminals, closed pipes.
//! Through the binary, as people run it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use common::payloads::{escaped, guidance_saying, is_raw, mistakes_saying, payloads, profile_saying};
use common::program::{Folder, Ran, ended, fed, run, tool};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

mod common;

fn assert_nothing_raw(ran: &Ran, what: &str) {
    for text in [&ran.out, &ran.err] {
        let raw: Vec<char> = text.chars().filter(|it| is_raw(*it)).collect();
        assert!(raw.is_empty(), "{what}: {raw:?} in\n{text:?}");
    }
}

/// The text without the colours of the program itself: single codes for bold, dimmed and the sixteen colours.
fn without_own_colors(text: &str) -> String {
    let codes = [0, 1, 2, 4].into_iter().chain(30..38).chain(90..98);
    codes.fold(text.to_owned(), |text, code| text.replace(&format!("\u{1b}[{code}m"), ""))
}

fn assert_same_but_for_color(plain: &Ran, colored: &Ran, what: &str) {
    assert_eq!(plain.code, colored.code, "{what}");
    assert_eq!(without_own_colors(&colored.out), plain.out, "{what}");
    assert_eq!(without_own_colors(&colored.err), plain.err, "{what}");
}

fn widest(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Each payload, with files of guidance and a profile that say it.
fn each_payload(check: impl Fn(&str, &Path, &Path)) {
    let folder = Folder::new();
    for text in payloads() {
        let guidance = folder.file("guidance.toml", guidance_saying(&text));
        check(&text, &guidance, &folder.file("profile.toml", profile_saying(&text)));
    }
}

#[test]
fn nothing_in_a_report_is_obeyed() {
    each_payload(|text, guidance, profile| {
        for width in ["30", "80", "120"] {
            let of = |color: &str| run(tool().args(["--width", width, "--color", color, "--guidance"]).args([guidance, profile]));
            let (plain, colored) = (of("never"), of("always"));
            assert!(plain.is_report(), "{text:?}: {plain:#?}");
            assert_nothing_raw(&plain, text);
            assert!(widest(&plain.out) <= width.parse().unwrap(), "{width}, {text:?}:\n{}", plain.out);
            assert_same_but_for_color(&plain, &colored, text);
        }
    });
}

#[test]
fn json_gives_every_text_back() {
    each_payload(|text, guidance, profile| {
        let ran = run(tool().args(["--format", "json", "--guidance"]).args([guidance, profile]));
        assert!(ran.is_report() && ran.err.is_empty(), "{text:?}: {ran:#?}");
        assert_nothing_raw(&ran, text);
        let report = ran.json();
        for place in ["/profile/name", "/profile/categories/0", "/guidance/title"] {
            assert_eq!(report.pointer(place).unwrap(), text, "{place}");
        }
        let findings = report["findings"].as_array().unwrap();
        let accepted = findings.iter().find(|it| it["outcome"] == "waived").expect("diversity is waived");
        assert!(accepted["advice"].as_str().unwrap().contains(text), "{text:?}: {accepted:#?}");
        let contributions = findings.iter().flat_map(|it| it["contributions"].as_array().unwrap());
        let titles: Vec<&Value> = contributions.map(|it| &it["title"]).collect();
        assert!(
            !titles.is_empty() && titles.iter().all(|title| title.as_str().unwrap().starts_with(text)),
            "{text:?}: {titles:#?}"
        );
    });
}

#[test]
fn nothing_in_messages_is_obeyed() {
    let folder = Folder::new();
    for text in payloads() {
        let profile = folder.file("profile.toml", mistakes_saying(&text));
        let broken = folder.file("broken.toml", guidance_saying(&text) + &format!("[criterion.{}]\n", escaped(&text)));
        let of = |color: &str| run(tool().args(["--color", color]).arg(&profile));
        let (plain, colored) = (of("never"), of("always"));
        assert!(plain.is_refused(&["profile.toml:2:9"]), "{text:?}: {plain:#?}");
        assert_nothing_raw(&plain, &text);
        assert_same_but_for_color(&plain, &colored, &text);
        let ran = run(tool().arg("--guidance").args([&broken, &profile]));
        assert!(ran.is_refused(&["broken.toml"]), "{text:?}: {ran:#?}");
        assert_nothing_raw(&ran, &text);
    }
}

#[test]
fn nothing_in_explanations_is_obeyed() {
    each_payload(|text, guidance, _| {
        for words in ["explain diversity", "explain diversity --format=json", "list", "list --format=json"] {
            let ran = run(tool().args(words.split(' ')).arg("--guidance").arg(guidance));
            assert!(ran.code == 0 && ran.err.is_empty(), "{words} {text:?}: {ran:#?}");
            assert_nothing_raw(&ran, text);
        }
        // No system passes NUL in an argument.
        let ran = run(tool().args(["explain", "--", &text.replace('\0', "")]));
        assert!(ran.is_refused(&[]), "{text:?}: {ran:#?}");
        assert_nothing_raw(&ran, text);
    });
}

/// A file with characters of each payload as they are, in lines that messages show.
fn check_typed(is_typed: fn(char) -> bool) {
    for text in payloads() {
        let typed: String = text.chars().filter(|it| is_typed(*it)).collect();
        let ran = fed(tool().arg("-"), format!("[profile]\nname = \"{typed}\" x\nstage = \"{typed}\"\n").as_bytes());
        assert!(ran.is_refused(&["-:2:"]), "{text:?}: {ran:#?}");
        assert_nothing_raw(&ran, &text);
    }
}

#[test]
fn controls_typed_into_a_file_are_shown() {
    check_typed(|it| it.is_ascii());
}

#[test]
fn other_hidden_characters_typed_into_a_file_are_shown() {
    check_typed(|_| true);
}

#[test]
fn a_byte_order_mark_is_no_column() {
    let ran = fed(tool().arg("-"), "\u{feff}name = 1\n".as_bytes());
    assert!(ran.is_refused(&["-:1:1\n"]), "{ran:#?}");
    assert_nothing_raw(&ran, "byte order mark");
}

/// Files whose names hold a payload, as far as a system takes such names.
#[cfg(unix)]
fn each_odd_name(content: &str, check: impl Fn(&Path, &str)) {
    let folder = Folder::new();
    for name in payloads().iter().filter(|text| !text.contains(['\0', '/']) && text.len() < 200) {
        check(&folder.file(&format!("{name}.toml"), content), name);
    }
}

#[test]
#[cfg(unix)]
fn nothing_in_a_file_name_is_obeyed() {
    each_odd_name("[profile]\nname = \"A\"\n", |path, name| {
        let json = run(tool().args(["--format", "json"]).arg(path));
        assert!(json.is_report() && json.json()["profile"]["path"] == path.to_str().unwrap(), "{name:?}: {json:#?}");
        assert_nothing_raw(&json, name);
        let missing = run(tool().arg(path.with_extension("")));
        assert!(missing.is_refused(&["there is no such file"]), "{name:?}: {missing:#?}");
        assert_nothing_raw(&missing, name);
    });
}

#[test]
#[cfg(unix)]
fn nothing_in_the_name_of_a_file_with_mistakes_is_obeyed() {
    each_odd_name("[profile]\nname = 1\n", |path, name| {
        let ran = run(tool().arg(path));
        assert!(ran.is_refused(&[":2:8"]), "{name:?}: {ran:#?}");
        assert_nothing_raw(&ran, name);
    });
}

/// No line of a run begins like a command of GitHub, or holds one of Azure Pipelines.
fn assert_no_command(ran: &Ran, what: &str) {
    let is_command = |line: &&str| line.trim_start().starts_with("::") || line.contains("##vso[") || line.contains("##[");
    let commands: Vec<&str> = ran.out.lines().chain(ran.err.lines()).filter(is_command).collect();
    assert!(commands.is_empty(), "{what}: {commands:#?}");
}

const COMMANDS: [&str; 5] = ["::error::x", "words ::error::x", "##vso[task.complete]x", "##[error]x", "two\n::error::x"];

#[test]
fn no_line_is_a_command_of_a_build_service() {
    let folder = Folder::new();
    for text in COMMANDS {
        assert_no_command(&run(tool().arg(folder.file("mistaken.toml", mistakes_saying(text)))), text);
        let guidance = folder.file("guidance.toml", guidance_saying(text));
        let profile = folder.file("profile.toml", profile_saying(text));
        for look in ["--format=json", "--width=20", "--width=30", "--width=80"] {
            assert_no_command(&run(tool().args([look, "--guidance"]).args([&guidance, &profile])), look);
        }
    }
}

const WIDTHS: [usize; 12] = [0, 1, 20, 25, 39, 40, 41, 60, 80, 120, 200, 65_535];
/// Columns below which nothing readable fits.
const NARROWEST: usize = 20;

fn examples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let examples: Vec<String> = names.filter(|name| name.ends_with(".toml")).map(|name| format!("examples/{name}")).collect();
    assert!(examples.len() >= 8);
    examples
}

/// Each example at each width, with and without colour.
fn each_example_at_each_width(check: impl Fn(&str, usize, &Ran, &Ran)) {
    for example in examples() {
        for width in WIDTHS {
            let of = |color: &str| run(tool().args([&example, color, &format!("--width={width}")]));
            check(&example, width.max(NARROWEST), &of("--color=never"), &of("--color=always"));
        }
    }
}

#[test]
fn reports_fit_every_width_and_are_the_same_in_colour() {
    each_example_at_each_width(|example, width, plain, colored| {
        assert!(widest(&plain.out) <= width, "{example} {width}:\n{}", plain.out);
        assert_same_but_for_color(plain, colored, example);
        for (plain, colored) in [(&plain.out, &colored.out), (&plain.err, &colored.err)] {
            assert!(!plain.contains('\u{1b}') && (plain.is_empty() || colored.contains('\u{1b}')), "{example} {width}");
        }
    });
}

#[test]
fn messages_fit_every_width() {
    each_example_at_each_width(|example, width, plain, _| {
        assert!(widest(&plain.err) <= width, "{example} {width}:\n{}", plain.err);
    });
}

#[test]
fn lists_and_explanations_fit_every_width() {
    for width in WIDTHS {
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
    // Both streams are pipes: what holds for one holds for the other.
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
    for columns in WIDTHS {
        let stated = [("COLUMNS", &*columns.to_string())];
        assert!(widest(&report(&stated, &[]).out) <= columns.max(NARROWEST), "{columns}");
        assert_eq!(report(&stated, &["--width=60"]).out, report(&[], &["--width=60"]).out, "{columns}");
    }
    for columns in ["", "wide", "-1", "65536", "1e3"] {
        assert_eq!(report(&[("COLUMNS", columns)], &[]).out, report(&[], &[]).out, "{columns}");
    }
}

#[test]
fn what_is_no_file_of_text_is_refused() {
    let folder = Folder::new();
    let path = |name: &str| folder.0.join(name).to_str().unwrap().to_owned();
    let mut odd: Vec<(String, &[&str])> = vec![(path("missing.toml"), &[]), (path(""), &["folder"])];
    if cfg!(unix) {
        assert!(Command::new("mkfifo").arg(path("pipe.toml")).status().unwrap().success());
        odd.extend([(path("pipe.toml"), &["regular file"][..]), ("/dev/zero".into(), &["regular file"])]);
    }
    for (file, because) in &odd {
        // Of a folder the main job judges the profiles in it.
        let ran = run(tool().args(["forecast", file]));
        assert!(ran.is_refused(because) && ran.err.contains(file), "{ran:#?}");
        let ran = run(tool().args([file]));
        assert!(Path::new(file).is_dir() || ran.is_refused(because) && ran.err.contains(file), "{ran:#?}");
        let ran = run(tool().args(["--guidance", file, "examples/profile.toml"]));
        assert!(ran.is_refused(&[]), "{ran:#?}");
        let stating = folder.file("stating.toml", format!("[profile]\nguidance = {}\n", escaped(file)));
        assert!(run(tool().arg(&stating)).is_refused(&["stating.toml:2:12"]), "{file}");
    }
}

/// A profile may be somebody else's, and what is told of it may be public.
#[test]
fn a_profile_makes_no_line_of_other_files_known() {
    let folder = Folder::new();
    let secret = "[account]\nkey = \"swordfish\"\n";
    folder.file("team/secret", secret);
    let elsewhere = folder.file("elsewhere/secret.toml", secret);
    #[cfg(unix)]
    std::os::unix::fs::symlink(&elsewhere, folder.0.join("team/link.toml")).unwrap();
    #[cfg(not(unix))]
    folder.file("team/link.toml", "[account]\n");
    let refused = [
        ("secret", "unknown guidance `secret`"),
        ("../elsewhere/secret.toml", "elsewhere/secret.toml:1:2: "),
        ("link.toml", "link.toml:1:2: "),
    ];
    for (named, because) in refused {
        let profile = folder.file("team/profile.toml", format!("[profile]\nguidance = \"{named}\"\n"));
        let ran = run(tool().arg(profile));
        assert!(ran.is_refused(&[because]) && !ran.err.contains("swordfish"), "{named}: {ran:#?}");
    }
    // Who names a file on the command line may read it.
    let ran = run(tool().arg("examples/profile.toml").arg("--guidance").arg(elsewhere));
    assert!(ran.is_refused(&["[account]"]), "{ran:#?}");
}

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_offset() {
    let folder = Folder::new();
    let utf16: Vec<u8> = "\u{feff}[profile]\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, offset) in
        [(&b"[profile]\nname = '\xe9'\n"[..], "18"), (&utf16, "0"), (b"# ok\n\xc3", "5"), (b"# \xed\xa0\x80", "2")]
    {
        let because = [&format!("byte {offset} "), "save", "UTF-8"];
        let file = folder.file("odd.toml", bytes);
        let ran = run(tool().arg(&file));
        assert!(ran.is_refused(&because) && ran.err.contains("odd.toml"), "{ran:#?}");
        let ran = fed(tool().arg("-"), bytes);
        assert!(ran.is_refused(&because), "{ran:#?}");
        let ran = run(tool().args(["examples/profile.toml", "--guidance"]).arg(&file));
        assert!(ran.is_refused(&because), "{ran:#?}");
    }
}

#[test]
fn utf16_without_a_mark_is_told_as_such() {
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = "[profile]\n".encode_utf16().flat_map(to_bytes).collect();
        let ran = fed(tool().arg("-"), &bytes);
        assert!(ran.is_refused(&["byte", "UTF-8"]), "{ran:#?}");
    }
}

#[test]
fn little_or_nothing_is_a_report() {
    let planned = "[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2100-01-01\n";
    let certificate = "[[contribution]]\ntype = \"certification\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    for text in ["", "\u{feff}", "\r\n", "# nothing", "[profile]", planned, certificate] {
        let folder = Folder::new();
        let file = folder.file("profile.toml", text);
        for format in ["table", "json"] {
            let arguments = ["--as-of", "2026-11-23", "--format", format];
            let ran = run(tool().args(arguments).arg(&file));
            assert!(ran.code == 1 && ran.is_report() && ran.err.is_empty(), "{text:?}: {ran:#?}");
            assert_eq!(run(tool().args(arguments).args(["--fail-on", "never"]).arg(&file)).code, 0);
            let piped = fed(tool().args(arguments).arg("-"), text.as_bytes());
            assert_eq!((piped.code, piped.err), (1, String::new()));
            // In the folder of the file no name is needed.
            assert_eq!(run(tool().args(arguments).current_dir(&folder.0)).code, 1);
        }
    }
    let ran = fed(tool().args(["--format", "json", "--as-of", "2026-11-23"]).arg("-"), planned.as_bytes());
    assert_eq!((&ran.json()["activity"]["entries"], &ran.json()["activity"]["planned"]), (&Value::from(0), &Value::from(1)));
}

fn example(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    for name in ["examples/ready.toml", "examples/thin.toml", "examples/invalid.toml"] {
        for format in ["table", "json"] {
            let named = run(tool().args(["--format", format, name]));
            let piped = fed(tool().args(["--format", format, "-"]), &example(name));
            assert_eq!((named.code, named.out.replace(name, "-")), (piped.code, piped.out));
            assert_eq!(named.err.replace(name, "-"), piped.err);
        }
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    for (name, code) in [("examples/ready.toml", 0), ("examples/thin.toml", 0)] {
        for format in ["table", "json"] {
            let mut child = tool().args(["--format", format, "-"]).stdin(Stdio::piped()).spawn().unwrap();
            // Nothing is written before the profile is read: by then nobody listens.
            drop(child.stdout.take());
            child.stdin.take().unwrap().write_all(&example(name)).unwrap();
            let ran = ended(child);
            assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{name} {format}");
        }
    }
    let mut child = tool().args(["list", "--guidance", "program-2026"]).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(ended(child).code, 0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    for words in ["examples/ready.toml", "examples/ready.toml --format=json", "examples/ready.toml -q", "list", "explain process"]
    {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = run(tool().args(words.split(' ')).stdout(full));
        assert!(ran.is_refused(&["error"]), "{words}: {ran:#?}");
    }
}

#[test]
fn the_date_comes_from_the_option_the_environment_or_the_profile() {
    let date = |epoch: Option<&str>, option: Option<&str>| {
        let mut command = tool();
        command.args(option.map(|day| format!("--as-of={day}"))).envs(epoch.map(|epoch| ("SOURCE_DATE_EPOCH", epoch)));
        let report = run(command.args(["--format", "json", "examples/ready.toml"]).env("TZ", "Pacific/Kiritimati")).json();
        [&report["as_of"], &report["as_of_from"]].map(|it| it.as_str().unwrap().to_owned())
    };
    assert_eq!(date(None, None), ["2026-11-23", "profile"]);
    // 23 November 2026 begins, in UTC, with second 1 795 392 000.
    assert_eq!(date(Some("1795391999"), None), ["2026-11-22", "environment"]);
    assert_eq!(date(Some("1795392000"), None), ["2026-11-23", "environment"]);
    assert_eq!(date(Some("1795392000"), Some("2026-10-01")), ["2026-10-01", "option"]);
    assert_eq!(date(Some("not a number"), Some("2026-10-01")), ["2026-10-01", "option"]);
    let undated = fed(tool().args(["--format", "json", "-"]).env("TZ", "UTC"), b"");
    assert_eq!(undated.json()["as_of_from"], "today");
    for epoch in ["yesterday", "1.5", "2026-11-23", "99999999999999999999", " "] {
        let ran = run(tool().args(["examples/ready.toml"]).env("SOURCE_DATE_EPOCH", epoch));
        assert!(ran.is_refused(&["SOURCE_DATE_EPOCH"]), "{epoch}: {ran:#?}");
    }
}

#[test]
fn time_zone_and_language_change_no_byte() {
    let zones = ["Pacific/Kiritimati", "America/Los_Angeles", ":no/such/zone", "XYZ+23"].map(|zone| ("TZ", zone));
    let languages = ["tr_TR.UTF-8", "cs_CZ.ISO-8859-2", "ar_EG.UTF-8", "POSIX", "nonsense"];
    let languages = languages.into_iter().flat_map(|language| [("LANG", language), ("LC_ALL", language)]);
    let surroundings: Vec<(&str, &str)> = zones.into_iter().chain(languages).collect();
    for name in ["examples/profile.toml", "examples/renewal.toml", "examples/two-categories.toml", "examples/invalid.toml"] {
        for format in ["table", "json"] {
            let report = |extra: &[(&str, &str)]| {
                let ran = run(tool().args([name, "--as-of=2026-11-23", "--format", format]).envs(extra.iter().copied()));
                (ran.code, ran.out, ran.err)
            };
            let expected = report(&[]);
            for around in &surroundings {
                assert_eq!(report(&[*around]), expected, "{name} {around:?}");
            }
        }
    }
}

/// Files of 100 kB that make a careless reader slow or deep.
fn bombs() -> [(&'static str, String); 15] {
    let headers = (0..3_000).fold(String::new(), |text, at| format!("{text}[t{at}]\n"));
    let many = |text: &str| text.repeat(100_000 / text.len());
    [
        ("lists", many("[")),
        ("lists of a key", format!("a = {}", many("["))),
        ("tables", format!("a = {}", many("{a="))),
        ("equals signs", many("=")),
        // Of a text that is no larger every mistake is looked at.
        ("fewer equals signs", "=".repeat(60_000)),
        ("lines of equals signs", many("=\n")),
        ("dotted keys", format!("{}a = 1\n", many("a."))),
        ("dotted header", format!("[{}a]\n", many("a."))),
        ("commas", format!("a = [{}", many(","))),
        ("quotation marks", many("\"")),
        ("carriage returns", many("\r")),
        ("entries", many("[[contribution]]\n")),
        ("one table", many("[profile]\n")),
        ("tables twice", headers.repeat(2)),
        ("one long name", format!("[profile]\nstage = \"{}\"\n", many("x"))),
    ]
}

/// At most a hundred messages, the count of the rest, and an end in time: `ended` sees to that.
fn check_bomb(what: &str, text: &str) {
    let folder = Folder::new();
    let file = folder.file("bomb.toml", text);
    let options = ["--width", "80"];
    for ran in
        [run(tool().args(options).arg(&file)), run(tool().args(options).args(["examples/ready.toml", "--guidance"]).arg(&file))]
    {
        assert!(ran.is_refused(&["bomb.toml"]), "{what}: {:.2000}", ran.err);
        let messages = ran.err.lines().filter(|line| line.starts_with("error")).count();
        assert!((1..=100).contains(&messages) && ran.err.len() < 200_000, "{what}: {messages} in {} bytes", ran.err.len());
        assert!(
            messages < 100 || ran.err.replace('\n', " ").contains("not shown"),
            "{what}: {}",
            ran.err.lines().last().unwrap()
        );
    }
}

#[test]
fn bombs_end_in_time_with_at_most_a_hundred_messages() {
    for (what, text) in bombs() {
        check_bomb(what, &text);
    }
}

#[test]
fn many_values_on_one_line_end_in_time() {
    let metrics = (0..10_000).fold(String::new(), |text, at| format!("{text}k{at}=1,"));
    check_bomb("entries of one line", &format!("contribution=[{}]\n=\n", "{},".repeat(30_000)));
    check_bomb("metrics of one line", &format!("=\n[[contribution]]\nimpact={{{metrics}}}"));
}
