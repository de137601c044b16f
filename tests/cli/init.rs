//! `init` with options.

use std::fs;

use crate::helpers::program::{Folder, names, run_in, run_with};

/// Not even root can create a file in `/proc`.
#[cfg(target_os = "linux")]
#[test]
fn a_path_that_cannot_be_written_is_reported() {
    let ran = run_with(&["init", "/proc/profile.toml"]);
    assert!(ran.is_refused(&["error: /proc/profile.toml: "]), "{ran:#?}");
    let folder = Folder::new();
    let ran = run_in(&folder.0, &["init", "no/such/folder/profile.toml"]);
    assert!(ran.is_refused(&["error: no/such/folder/profile.toml: "]), "{ran:#?}");
    assert!(names(&folder.0).is_empty());
}

#[test]
fn existing_files_are_never_overwritten() {
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
fn a_bad_option_is_reported_and_nothing_is_written() {
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
