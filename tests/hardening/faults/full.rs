//! On a full disk, on a read-only one and with files that may not grow, the old bytes stay, and the error names the file and the reason.

use std::process::{Command, Stdio};

use super::writing::{Contents, Writing, contents, every_writing};
use crate::helpers::program::{Folder, Ran, behind};

/// Contributions of a profile that takes a few pages on a disk.
const ENTRIES: usize = 40;

/// Runs a command on a small disk of its own. Copies the folder to it, runs the first argument there, then the command, and copies the
/// result to `after`.
const ON_A_DISK: &str = r#"
before=$1; shift
mkdir ../disk || exit 3
mount -t tmpfs -o size=400k none ../disk || exit 3
cp -a . ../disk && cd ../disk || exit 3
eval "$before"
"$@"
code=$?
mkdir ../after && cp -a . ../after && rm -f ../after/filler || exit 3
exit $code
"#;

/// Fills the disk up to this number of pages.
fn filled_but_for(pages: usize) -> String {
    format!("cat /dev/zero >filler 2>/dev/null; truncate -s -{} filler", pages * 4096)
}

fn on_a_disk(writing: &Writing, before: &str) -> (Ran, Contents) {
    let folder = Folder::new();
    let inner = Folder(folder.0.join("inner"));
    std::fs::create_dir(&inner.0).unwrap();
    writing.lay_out(&inner);
    let others = ["unshare", "--map-root-user", "--mount", "sh", "-c", ON_A_DISK, "sh", before];
    let ran = writing.run(&mut behind(&others, &writing.command(&inner)));
    (ran, contents(&folder.0.join("after")))
}

fn can_mount() -> bool {
    let mount = ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"];
    Command::new("unshare").args(mount).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a command with a limit on the size of files, in blocks of 512 bytes.
fn with_short_files(writing: &Writing, blocks: usize) -> (Ran, Contents) {
    let folder = writing.folder();
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    let ran = writing.run(&mut behind(&["sh", "-c", &limited, "sh"], &writing.command(&folder)));
    (ran, contents(&folder.0))
}

/// Asserts that an error names a file that was not written, with the reason, and that each file is in a valid state.
pub fn assert_reported(writing: &Writing, (ran, found): &(Ran, Contents), states: &[Contents], reason: &str) {
    writing.has_changed(found, states);
    let is_done = |file: &str| found.get(file) == states[states.len() - 1].get(file);
    let is_named = |file: &str| ran.err.contains(if writing.link.is_some() { "profile.toml" } else { file });
    let told = writing.writes.iter().any(|file| !is_done(file) && is_named(file));
    assert!(ran.code == 2 && told && ran.err.contains(reason), "{}: {ran:#?}", writing.name);
    assert!(!ran.err.contains(".tmp"), "the file beside is named: {ran:#?}");
}

/// Gives a command more and more room until it is enough. Returns how often it failed.
fn until_it_fits(writing: &Writing, reason: &str, run_with: impl Fn(usize) -> (Ran, Contents)) -> usize {
    let states = writing.states();
    for room in 0.. {
        let ended = run_with(room);
        if ended.0.code == 0 {
            assert_eq!(ended.1, states[states.len() - 1], "{}", writing.name);
            return room;
        }
        assert_reported(writing, &ended, &states, reason);
    }
    unreachable!()
}

fn on_full_disks(writings: &[Writing]) {
    for writing in writings {
        until_it_fits(writing, "No space left on device", |pages| on_a_disk(writing, &filled_but_for(pages)));
        assert_reported(writing, &on_a_disk(writing, "mount -o remount,ro ."), &writing.states(), "Read-only file system");
    }
}

#[test]
fn a_report_that_does_not_fit_leaves_the_old_one() {
    let writings = every_writing(ENTRIES);
    let reports = writings.iter().find(|writing| writing.name == "reports").unwrap();
    assert_reported(reports, &with_short_files(reports, 1), &reports.states(), "File too large");
}

#[test]
fn init_reports_what_it_wrote_if_the_rest_does_not_fit() {
    let writings = every_writing(ENTRIES);
    let init = writings.iter().find(|writing| writing.name == "init").unwrap();
    let (ran, found) = with_short_files(init, 8);
    let told = "error: profile.toml is written, but not mvp-profile.schema.json: File too large";
    assert!(ran.is_refused(&[told]), "{ran:#?}");
    assert!(found.contains_key("profile.toml") && found.len() == 2, "{:?}", found.keys());
}

#[test]
#[ignore = "takes half a minute"]
fn a_write_that_does_not_fit_changes_nothing() {
    let writings = every_writing(ENTRIES);
    for writing in &writings {
        let failed = until_it_fits(writing, "File too large", |pages| with_short_files(writing, pages * 8));
        assert!(failed > 0, "{}", writing.name);
    }
    // Some systems, e.g. containers, allow no mounts.
    if can_mount() {
        on_full_disks(&writings);
    }
}
