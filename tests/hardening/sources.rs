//! Files that are not regular files, too large or not UTF-8, with every command that reads a file.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::corpus::GOOD;
use crate::helpers::program::{Folder, IMPORTERS, Ran, ended, run_with, tool};

/// The commands that read a file, called `FILE` here.
const READERS: &[&str] = &[
    "FILE",
    "forecast FILE",
    "plan FILE",
    "export dossier FILE",
    "numbers FILE",
    "add talk New --into FILE",
    "import csv FILE --into GOOD",
    "import feed FILE --into GOOD",
    "import stack-exchange FILE --into GOOD",
    "import github FILE --into GOOD",
    "import sessionize FILE --into GOOD",
    "import calendar FILE --into GOOD",
    "import devto FILE --into GOOD",
    "import portal FILE --into GOOD --write",
    "import devto SOURCE --into FILE --write",
    "--baseline FILE GOOD",
    "--files-from FILE",
    "--guidance FILE GOOD",
    "list --guidance FILE",
];

fn with_file(words: &str, file: &str) -> Vec<String> {
    words
        .split(' ')
        .map(|word| word.replace("FILE", file).replace("GOOD", GOOD).replace("SOURCE", "tests/cmd/import.in/articles.json"))
        .collect()
}

fn read(words: &str, file: &str) -> Ran {
    let words = with_file(words, file);
    run_with(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_command_refuses_pipes_and_devices() {
    let folder = Folder::new();
    let pipe = folder.0.join("pipe").to_str().unwrap().to_owned();
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Nobody writes to the pipe: a command that opens it hangs.
    for (at, words) in READERS.iter().enumerate() {
        let file = if at % 2 == 0 { &*pipe } else { "/dev/zero" };
        let ran = read(words, file);
        assert!(ran.is_refused(&[file, "not a regular file"]), "{words}: {ran:#?}");
    }
}

#[test]
#[ignore = "takes a while: each file with each command"]
fn every_command_refuses_every_pipe_device_and_folder() {
    let folder = Folder::new();
    let path = |name: &str| folder.0.join(name).to_str().unwrap().to_owned();
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    std::os::unix::net::UnixListener::bind(path("socket")).unwrap();
    let odd = [path("pipe"), path("socket"), "/dev/zero".into(), "/dev/null".into(), "/dev/stdin".into()];
    for words in READERS {
        for file in &odd {
            let ran = read(words, file);
            assert!(ran.is_refused(&[file, "not a regular file"]), "{words} {file}: {ran:#?}");
        }
        let ran = read(words, folder.0.to_str().unwrap());
        assert!(ran.is_refused(&[]) && (ran.err.contains("folder") || ran.err.contains("no profile")), "{words}: {ran:#?}");
    }
}

/// Runs the program with this many blanks on standard input.
fn flooded(words: &[&str], bytes: usize) -> Ran {
    let mut child = tool().args(words).stdin(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || {
        let block = vec![b' '; 1 << 20];
        for _ in 0..bytes.div_ceil(block.len()) {
            // The program may stop reading.
            if input.write_all(&block).is_err() {
                break;
            }
        }
    });
    let ran = ended(child);
    feeder.join().unwrap();
    ran
}

#[test]
fn a_profile_over_the_limit_is_refused() {
    let ran = flooded(&["-"], (4 << 20) + 1);
    assert!(ran.is_refused(&["standard input", "larger than 4 MiB"]), "{ran:#?}");
    let fits = flooded(&["-"], 4 << 20);
    assert!(fits.is_report(), "{fits:#?}");
}

#[test]
#[ignore = "reads gigabytes"]
fn every_command_refuses_standard_input_over_its_limit() {
    let imports: Vec<Vec<&str>> = IMPORTERS.iter().map(|kind| vec!["import", kind, "-", "--into", GOOD]).collect();
    let profiles: [&[&str]; 5] = [&["-"], &["forecast", "-"], &["plan", "-"], &["export", "csv", "-"], &["numbers", "-"]];
    for (limit, commands) in [(64, imports), (64, vec![vec!["--files-from", "-"]]), (4, profiles.map(<[&str]>::to_vec).to_vec())]
    {
        for words in commands {
            let ran = flooded(&words, (limit << 20) + 1);
            assert!(ran.is_refused(&[&format!("larger than {limit} MiB")]), "{words:?}: {ran:#?}");
        }
    }
}

#[test]
fn every_command_refuses_a_file_over_its_limit() {
    let folder = Folder::new();
    // A sparse file takes no room.
    let file_of = |mebibytes: u64| {
        let path = folder.0.join(format!("{mebibytes}.large"));
        std::fs::File::create(&path).unwrap().set_len((mebibytes << 20) + 1).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (small, large) = (file_of(4), file_of(64));
    for words in READERS {
        let is_source = words.starts_with("import") && !words.contains("--into FILE");
        let (file, limit) = if is_source || words.contains("--files-from") { (&large, 64) } else { (&small, 4) };
        let ran = read(words, file);
        assert!(ran.is_refused(&[file, &format!("larger than {limit} MiB")]), "{words}: {ran:#?}");
    }
}

/// Bytes that are not UTF-8, with the offset of the first wrong one.
const NOT_UTF_8: [(&[u8], &str); 4] = [(b"\xff\xfe[\0", "0"), (b"[\0p\0", "1"), (b"\0[\0p", "0"), (b"# caf\xe9\n", "5")];

#[test]
fn a_file_that_is_not_utf_8_is_refused_with_its_byte() {
    let folder = Folder::new();
    for words in ["FILE", "plan FILE", "--guidance FILE GOOD", "--baseline FILE GOOD", "add talk New --into FILE"] {
        for (at, (bytes, offset)) in NOT_UTF_8.iter().enumerate() {
            let file = folder.named(&format!("{at}.toml"), bytes);
            let ran = read(words, &file);
            assert!(
                ran.is_refused(&[&file, &format!("byte {offset} is not UTF-8"), "save the file as UTF-8"]),
                "{words}: {ran:#?}"
            );
        }
    }
}

#[test]
fn a_source_that_is_not_utf_8_asks_for_its_encoding() {
    let folder = Folder::new();
    let (latin, wide) = (folder.named("latin.txt", b"caf\xe9,b\n"), folder.named("wide.txt", b"a\0b\0"));
    for kind in IMPORTERS {
        for (file, because) in
            [(&latin, ["byte 3 is not UTF-8", "--encoding"]), (&wide, ["NUL beside each letter", "--encoding utf-16le"])]
        {
            let ran = read(&format!("import {kind} FILE --into GOOD"), file);
            assert!(ran.is_refused(&because) && ran.err.contains(file.as_str()), "{kind}: {ran:#?}");
        }
    }
}
