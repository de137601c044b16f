//! A full disk, one that is read-only, and files that may not grow: the old bytes stay, and it is told which file was not written, and why.

use std::process::{Command, Stdio};

use super::writing::{Contents, Writing, contents, every_writing};
use crate::common::figure;
use crate::common::program::{Folder, Ran, behind};

/// Entries of a profile that takes a few pages of a disk.
const ENTRIES: usize = 40;

/// Runs a command on a small disk that nobody else sees and that goes with it. What is in the folder is put on it, and the first argument
/// is run there first; what is on it in the end is put into `after`.
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

/// Fills the disk but for so many pages.
fn filled_but_for(pages: usize) -> String {
    format!("cat /dev/zero >filler 2>/dev/null; truncate -s -{} filler", pages * 4096)
}

/// Runs a command on a disk of which something was done before.
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

/// Runs a command that may not make a file longer than so many blocks of 512 bytes, and is told so.
fn with_short_files(writing: &Writing, blocks: usize) -> (Ran, Contents) {
    let folder = writing.folder();
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    let ran = writing.run(&mut behind(&["sh", "-c", &limited, "sh"], &writing.command(&folder)));
    (ran, contents(&folder.0))
}

/// What was not written stays as it was, and one such file is named, with the reason; nothing else is there.
pub fn assert_told(writing: &Writing, (ran, found): &(Ran, Contents), states: &[Contents], reason: &str) {
    writing.has_changed(found, states);
    let is_done = |file: &str| found.get(file) == states[states.len() - 1].get(file);
    let is_named = |file: &str| ran.err.contains(if writing.link.is_some() { "profile.toml" } else { file });
    let told = writing.writes.iter().any(|file| !is_done(file) && is_named(file));
    assert!(ran.code == 2 && told && ran.err.contains(reason), "{}: {ran:#?}", writing.name);
    assert!(!ran.err.contains(".tmp"), "the file beside is named: {ran:#?}");
}

/// Gives a command more and more room until it is enough; how often it was not.
fn until_it_fits(writing: &Writing, reason: &str, run_with: impl Fn(usize) -> (Ran, Contents)) -> usize {
    let states = writing.states();
    for room in 0.. {
        let ended = run_with(room);
        if ended.0.code == 0 {
            assert_eq!(ended.1, states[states.len() - 1], "{}", writing.name);
            return room;
        }
        assert_told(writing, &ended, &states, reason);
    }
    unreachable!()
}

/// Not all systems let a test have a disk of its own.
fn on_full_disks(writings: &[Writing]) -> usize {
    if !can_mount() {
        figure::note("not tried: no disk may be mounted here");
        return 0;
    }
    let full =
        |writing: &Writing| until_it_fits(writing, "No space left on device", |pages| on_a_disk(writing, &filled_but_for(pages)));
    let read_only = |writing: &Writing| {
        assert_told(writing, &on_a_disk(writing, "mount -o remount,ro ."), &writing.states(), "Read-only file system");
        1
    };
    writings.iter().map(|writing| full(writing) + read_only(writing)).sum()
}

fn with_files_that_may_not_grow(writings: &[Writing]) -> usize {
    let limited = |writing: &Writing| until_it_fits(writing, "File too large", |pages| with_short_files(writing, pages * 8));
    writings.iter().map(limited).sum()
}

/// What a full disk does to a report, where no disk can be filled.
#[test]
fn a_report_that_does_not_fit_leaves_the_old_one() {
    let writings = every_writing(ENTRIES);
    let reports = writings.iter().find(|writing| writing.name == "reports").unwrap();
    assert_told(reports, &with_short_files(reports, 1), &reports.states(), "File too large");
}

/// Then the profile is there already for the next `init`.
#[test]
fn init_tells_what_it_wrote_where_the_rest_does_not_fit() {
    let writings = every_writing(ENTRIES);
    let init = writings.iter().find(|writing| writing.name == "init").unwrap();
    let (ran, found) = with_short_files(init, 8);
    let told = "error: profile.toml is written, but not mvp-profile.schema.json: File too large";
    assert!(ran.is_refused(&[told]), "{ran:#?}");
    assert!(found.contains_key("profile.toml") && found.len() == 2, "{:?}", found.keys());
}

#[test]
#[ignore = "takes half a minute"]
fn what_does_not_fit_changes_nothing() {
    let writings = every_writing(ENTRIES);
    let (full, short) = (on_full_disks(&writings), with_files_that_may_not_grow(&writings));
    assert!(short >= 2 * writings.len(), "{short}");
    figure::note(format!("{full} writes on a full or read-only disk, {short} of files that may not grow"));
    // How many there are depends on how long each file is.
    let disks = if full > 0 { "on full and read-only disks, and with " } else { "with " };
    figure::print(format!("{} writing commands {disks}files that may not grow, 0 files lost", writings.len()));
}
