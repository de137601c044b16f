//! Whatever happens while a profile is written: the old bytes are there, or the new ones.

use std::fs;
use std::process::{Child, Stdio};

use toml::Table;

use super::common::kill::{moments, run_and_kill, times};
use super::common::program::{Folder, Ran, ended, fed, many, names, run, run_in, tool};

const OLD: &str = "[profile]\nname = \"Amal Example\"\n";

/// Entries of a profile whose reading and writing takes a while.
const MANY: usize = 80;

/// Starts a run of which nobody reads.
fn quiet(folder: &Folder, arguments: &[&str]) -> Child {
    tool().current_dir(&folder.0).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// A run that is killed leaves the old file or the new one, which is what a run leaves that is not killed.
pub fn assert_old_or_new(old: &str, beside: &[(&str, &str)], arguments: &[&str]) -> String {
    let folder = Folder::new();
    for (name, text) in beside {
        folder.file(name, text);
    }
    let path = folder.file("profile.toml", old);
    let start = || quiet(&folder, arguments);
    let times = times(start, &folder.0);
    let new = fs::read_to_string(&path).unwrap();
    assert_ne!(new, old);
    let (mut are_old, mut are_new) = (0, 0);
    for moment in moments(50, times) {
        fs::write(&path, old).unwrap();
        run_and_kill(start, &folder.0, moment);
        let found = fs::read_to_string(&path).unwrap();
        assert!(found == old || found == new, "{} bytes of {} or {}", found.len(), old.len(), new.len());
        are_old += u32::from(found == old);
        are_new += u32::from(found == new);
        for left in names(&folder.0).iter().filter(|name| name.starts_with(".tmp")) {
            fs::remove_file(folder.0.join(left)).unwrap();
        }
    }
    assert!(are_old > 0 && are_new > 0, "{are_old} times old, {are_new} times new");
    new
}

#[test]
fn add_that_is_killed_leaves_the_old_profile_or_the_new_one() {
    assert_old_or_new(&many(MANY), &[], &["add", "talk", "Blazor in production", "--date", "2026-11-20"]);
}

#[test]
fn init_that_is_killed_leaves_nothing_or_all_of_a_file() {
    let files = ["profile.toml", "mvp-profile.schema.json"];
    let arguments = ["init", "--name", "Amal Example", "--as-of", "2026-11-25"];
    let whole = Folder::new();
    let times = times(|| quiet(&whole, &arguments), &whole.0);
    for moment in moments(50, times) {
        let folder = Folder::new();
        run_and_kill(|| quiet(&folder, &arguments), &folder.0, moment);
        for file in files {
            let found = fs::read(folder.0.join(file)).ok();
            assert!(found.is_none_or(|found| found == fs::read(whole.0.join(file)).unwrap()), "{file}");
        }
    }
}

#[test]
fn all_who_add_at_once_are_heard() {
    for writers in [2, 8] {
        let folder = Folder::new();
        let path = folder.file("profile.toml", many(100));
        let add = |at: usize| {
            tool().current_dir(&folder.0).args(["add", "talk", &format!("Talk {at}"), "--date", "2026-11-20"]).spawn()
        };
        let children: Vec<_> = (0..writers).map(|at| add(at).unwrap()).collect();
        assert!(children.into_iter().map(ended).all(|ran| ran.code == 0 && ran.err.is_empty()));
        let table: Table = fs::read_to_string(path).unwrap().parse().unwrap();
        let mut titles: Vec<&str> =
            table["contribution"].as_array().unwrap().iter().skip(100).map(|it| it["title"].as_str().unwrap()).collect();
        titles.sort_unstable();
        assert_eq!(titles, (0..writers).map(|at| format!("Talk {at}")).collect::<Vec<_>>());
        assert_eq!(names(&folder.0), ["profile.toml"]);
    }
}

#[test]
fn of_all_who_start_at_once_one_does() {
    let folder = Folder::new();
    let init = |at: usize| tool().current_dir(&folder.0).args(["init", "--name", &format!("Person {at}")]).spawn().unwrap();
    let children: Vec<_> = (0..8).map(init).collect();
    let codes: Vec<i32> = children.into_iter().map(|child| ended(child).code).collect();
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
    assert_eq!(names(&folder.0), ["mvp-profile.schema.json", "profile.toml"]);
}

fn add(folder: &Folder, more: &[&str]) -> Ran {
    run_in(&folder.0, &[&["add", "talk", "New", "--date", "2026-11-20"], more].concat())
}

#[cfg(unix)]
#[test]
fn a_link_and_the_mode_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = Folder::new();
    let real = folder.file("far/record.toml", OLD);
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("far/record.toml", folder.0.join("profile.toml")).unwrap();
    assert_eq!(add(&folder, &[]).code, 0);
    assert!(folder.0.join("profile.toml").symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&real).unwrap().starts_with(&format!("{OLD}\n[[contribution]]\n")));
    assert_eq!(
        (names(&folder.0), names(&folder.0.join("far"))),
        (vec!["far".into(), "profile.toml".into()], vec!["record.toml".into()])
    );
}

#[test]
fn a_write_protected_profile_stays() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", OLD);
    let mut mode = fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).unwrap();
    let ran = add(&folder, &[]);
    assert!(ran.is_refused(&["profile.toml: not written: it is write-protected"]), "{ran:#?}");
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder.0)), (OLD, vec!["profile.toml".into()]));
}

/// The superuser may write everywhere, so that this shows something for other users only.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_stays() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    let path = folder.file("kept/profile.toml", OLD);
    let kept = folder.0.join("kept");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o555)).unwrap();
    let may_write = fs::write(kept.join("probe"), "").is_ok();
    let ran = run_in(&kept, &["add", "talk", "New"]);
    let started = run_in(&kept, &["init", "other.toml"]);
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o755)).unwrap();
    if !may_write {
        assert!(ran.is_refused(&["profile.toml: not written: you may not write into its folder"]), "{ran:#?}");
        assert!(started.is_refused(&["other.toml: you may not write into its folder"]), "{started:#?}");
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&kept)), (OLD, vec!["profile.toml".into()]));
    }
}

/// Nobody may make a file there, not even the superuser.
#[cfg(target_os = "linux")]
#[test]
fn init_says_where_no_file_can_be_made() {
    let ran = run(tool().args(["init", "/proc/profile.toml"]));
    assert!(ran.is_refused(&["error: /proc/profile.toml: "]), "{ran:#?}");
    let folder = Folder::new();
    let ran = run_in(&folder.0, &["init", "no/such/folder/profile.toml"]);
    assert!(ran.is_refused(&["error: no/such/folder/profile.toml: "]), "{ran:#?}");
    assert!(names(&folder.0).is_empty());
}

/// What was written is told as written, so that nobody adds it again.
#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_does_not_hide_what_was_written() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = Folder::new();
    let init = run(tool().current_dir(&folder.0).arg("init").stdout(full()));
    assert!(init.code == 2 && init.err.contains("error: the profile is written, but"), "{init:#?}");
    let add = run(tool().current_dir(&folder.0).args(["add", "talk", "New"]).stdout(full()));
    assert!(add.code == 2 && add.err.contains("error: the profile is written, but"), "{add:#?}");
    assert_eq!(fs::read_to_string(folder.0.join("profile.toml")).unwrap().matches("\n[[contribution]]\n").count(), 1);
    let dry = run(tool().current_dir(&folder.0).args(["add", "talk", "New", "--dry-run"]).stdout(full()));
    assert!(dry.code == 2 && !dry.err.contains("is written"), "{dry:#?}");
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_before_it_is_opened() {
    let folder = Folder::new();
    assert!(std::process::Command::new("mkfifo").arg(folder.0.join("pipe")).status().unwrap().success());
    folder.file("source.json", "[]");
    fs::create_dir(folder.0.join("folder")).unwrap();
    for (profile, reason) in [("pipe", "not a regular file"), ("/dev/null", "not a regular file"), ("folder", "it is a folder")] {
        let commands: [&[&str]; 4] = [
            &["add", "talk", "New", "--into", profile],
            &["add", "talk", "New", "--into", profile, "--dry-run"],
            &["import", "devto", "source.json", "--into", profile],
            &["import", "devto", "source.json", "--into", profile, "--write"],
        ];
        for arguments in commands {
            let ran = run_in(&folder.0, arguments);
            assert!(ran.is_refused(&[profile, reason]), "{arguments:?}: {ran:#?}");
        }
    }
}

#[test]
fn only_a_file_that_is_there_is_added_to() {
    let folder = Folder::new();
    let ran = add(&folder, &["--into", "-"]);
    assert!(ran.is_refused(&["error: --into names a file: standard input cannot be changed"]), "{ran:#?}");
    let ran = fed(tool().current_dir(&folder.0).args(["import", "devto", "-", "--into", "-", "--write"]), b"[]");
    assert!(ran.is_refused(&["--into names a file"]), "{ran:#?}");
    let ran = add(&folder, &[]);
    assert!(ran.is_refused(&["there is no `profile.toml` here", "`mvp-check init` starts one"]), "{ran:#?}");
    let ran = add(&folder, &["--into", "other.toml"]);
    assert!(ran.is_refused(&["`mvp-check init other.toml` starts one"]), "{ran:#?}");
    assert!(names(&folder.0).is_empty());
}

#[test]
fn nothing_that_is_there_is_overwritten_by_init() {
    let folder = Folder::new();
    folder.file("profile.toml", "mine");
    folder.file("mvp-profile.schema.json", "mine too");
    let ran = run_in(&folder.0, &["init"]);
    assert!(ran.is_refused(&["`profile.toml` is there already and stays as it is"]), "{ran:#?}");
    let ran = run_in(&folder.0, &["init", "second.toml"]);
    assert!(ran.code == 0 && ran.out.contains("mvp-profile.schema.json was there and stays"), "{ran:#?}");
    assert_eq!(fs::read_to_string(folder.0.join("profile.toml")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(folder.0.join("mvp-profile.schema.json")).unwrap(), "mine too");
    assert_eq!(names(&folder.0), ["mvp-profile.schema.json", "profile.toml", "second.toml"]);
}

#[test]
fn init_writes_nothing_that_it_would_refuse() {
    let folder = Folder::new();
    let ran = run_in(&folder.0, &["init", "--name", &"x".repeat(2_001)]);
    assert!(ran.is_refused(&["`name` is longer than 2000 characters", "nothing was written"]), "{ran:#?}");
    for arguments in [["--stage", "renewel"], ["--category", "Developer Technologie"], ["--guidance", "workshp-2020"]] {
        let ran = run_in(&folder.0, &[&["init"][..], &arguments].concat());
        assert!(ran.is_refused(&[arguments[0], "did you mean"]), "{ran:#?}");
    }
    for path in ["", "-", "."] {
        let ran = run_in(&folder.0, &["init", "--", path]);
        assert!(ran.is_refused(&["name the file to write"]), "{path}: {ran:#?}");
    }
    let ran = run_in(&folder.0, &["init", "--category", "Azure"]);
    assert!(ran.is_refused(&["--category", "did you mean `Microsoft Azure`?"]), "{ran:#?}");
    fs::create_dir(folder.0.join("mine")).unwrap();
    let ran = run_in(&folder.0, &["init", "mine"]);
    assert!(ran.is_refused(&["mine is a folder; name the file to write, as mine/profile.toml"]), "{ran:#?}");
    assert_eq!(names(&folder.0), ["mine"]);
}
