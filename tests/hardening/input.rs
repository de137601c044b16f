//! Input that is missing, empty, unreadable or hostile.

use std::fs;

use crate::helpers::payloads::escaped;
use crate::helpers::program::{Folder, INVALID, fed, run, run_with, tool};

#[test]
fn a_guidance_that_is_missing_or_not_a_file_is_a_mistake_of_the_profile() {
    let folder = Folder::new();
    let missing = folder.0.join("missing.toml").to_str().unwrap().to_owned();
    for file in [missing.as_str(), folder.0.to_str().unwrap()] {
        let naming = folder.file("naming.toml", format!("[profile]\nguidance = {}\n", escaped(file)));
        assert!(run(tool().arg(&naming)).is_refused(&["naming.toml:2:12"]), "{file}");
        assert!(run_with(&["--guidance", file, "examples/profile.toml"]).is_refused(&[]), "{file}");
        assert!(run_with(&["forecast", file]).is_refused(&[file]), "{file}");
    }
}

/// A profile may come from somebody else, and its report may be public.
#[test]
fn a_profile_never_shows_lines_of_other_files() {
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
    // A file on the command line is the own choice of whoever runs the program.
    let ran = run(tool().arg("examples/profile.toml").arg("--guidance").arg(elsewhere));
    assert!(ran.is_refused(&["[account]"]), "{ran:#?}");
}

#[test]
fn a_byte_order_mark_is_not_a_column() {
    let ran = fed(tool().arg("-"), "\u{feff}name = 1\n".as_bytes());
    assert!(ran.is_refused(&["-:1:1\n"]), "{ran:#?}");
}

#[test]
fn a_profile_with_little_or_nothing_gets_a_report() {
    let planned = "[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2100-01-01\n";
    let certificate = "[[contribution]]\ntype = \"certification\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    let folder = Folder::new();
    let arguments = ["--as-of", "2026-11-23", "--format", "json"];
    for text in ["", "\u{feff}", "\r\n", "# nothing", "[profile]", planned, certificate] {
        folder.file("profile.toml", text);
        // Without a name, the program reads the `profile.toml` of the folder.
        let ran = run(tool().args(arguments).current_dir(&folder.0));
        assert!(ran.code == 1 && ran.is_report() && ran.err.is_empty(), "{text:?}: {ran:#?}");
        let piped = fed(tool().args(arguments).arg("-"), text.as_bytes());
        assert_eq!((piped.code, piped.err), (1, String::new()), "{text:?}");
        let activity = &ran.json()["activity"];
        assert_eq!((&activity["entries"], &activity["planned"]), (&0.into(), &i32::from(text == planned).into()), "{text:?}");
    }
    assert_eq!(run(tool().args(arguments).args(["--fail-on", "never"]).current_dir(&folder.0)).code, 0);
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    for name in ["examples/ready.toml", "examples/thin.toml", INVALID] {
        let (named, piped) = (run_with(&[name]), fed(tool().arg("-"), &fs::read(name).unwrap()));
        assert_eq!((named.code, named.out.replace(name, "-")), (piped.code, piped.out));
        assert_eq!(named.err.replace(name, "-"), piped.err);
    }
}

/// Files of 100 kB that make a careless reader slow or recurse deeply.
fn bombs() -> [(&'static str, String); 15] {
    let headers = (0..3_000).fold(String::new(), |text, at| format!("{text}[t{at}]\n"));
    let many = |text: &str| text.repeat(100_000 / text.len());
    [
        ("lists", many("[")),
        ("lists of a key", format!("a = {}", many("["))),
        ("tables", format!("a = {}", many("{a="))),
        ("equals signs", many("=")),
        // Small enough that every mistake is read.
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

/// The program prints at most a hundred messages and the count of the rest. `ended` limits the time.
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
