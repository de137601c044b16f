//! Places that may not be written to: it is told which and why, and nothing changes.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::full::assert_told;
use super::writing::{Contents, Writing, contents, every_writing};
use crate::common::figure;
use crate::common::program::{Folder, Ran, behind, run_in, tool};

/// Somebody who is not the superuser, whom nothing is forbidden.
struct Stranger {
    /// What makes one of the superuser.
    becomes: Vec<String>,
}

impl Stranger {
    /// `None` where the superuser cannot become anybody else.
    fn find() -> Option<Self> {
        let folder = Folder::new();
        if fs::metadata(&folder.0).unwrap().uid() != 0 {
            return Some(Self { becomes: vec!["env".into()] });
        }
        let becomes = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"].map(str::to_owned).to_vec();
        Command::new(&becomes[0])
            .args(&becomes[1..])
            .arg("true")
            .status()
            .is_ok_and(|it| it.success())
            .then_some(Self { becomes })
    }

    /// Runs a command in a folder whose modes were changed, and gives the folder back to its owner.
    fn run(&self, writing: &Writing, change: impl Fn(&Folder)) -> (Ran, Contents) {
        let (folder, program) = (writing.folder(), Folder::new());
        // The program may stand where a stranger may not go.
        let copy = program.0.join("mvp-check");
        fs::copy(tool().get_program(), &copy).unwrap();
        let mut command = Command::new(copy);
        command.current_dir(&folder.0).args(&writing.arguments);
        change(&folder);
        let ran = writing.run(&mut behind(&self.becomes, &command));
        each_path(&folder.0, &|path| set_mode(path, if path.is_dir() { 0o755 } else { 0o644 }));
        (ran, contents(&folder.0))
    }
}

fn set_mode(path: &Path, mode: u32) {
    // Of a link it would be that of its target, which is another path anyway.
    if !path.is_symlink() {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
}

/// A folder, and all that is in it. The way to a path stays open until it was changed.
fn each_path(folder: &Path, change: &impl Fn(&Path)) {
    set_mode(folder, 0o755);
    let paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in paths {
        if path.is_dir() && !path.is_symlink() { each_path(&path, change) } else { change(&path) }
    }
    change(folder);
}

/// The mode of all folders, and of all files.
fn with_modes(folders: u32, files: u32) -> impl Fn(&Folder) {
    move |folder| each_path(&folder.0, &|path| set_mode(path, if path.is_dir() { folders } else { files }))
}

fn without_permission(writings: &[Writing]) -> usize {
    let Some(stranger) = Stranger::find() else {
        figure::note("not tried: the superuser can become nobody else here");
        return 0;
    };
    let mut tried = 0;
    for writing in writings {
        let states = writing.states();
        let mut assert_refused = |change: &dyn Fn(&Folder), reason: &str| {
            assert_told(writing, &stranger.run(writing, change), &states, reason);
            tried += 1;
        };
        assert_refused(&with_modes(0o555, 0o644), "you may not write into its folder");
        if writing.name != "init" {
            assert_refused(&with_modes(0o777, 0o444), "it is write-protected");
        }
        if writing.writes == ["profile.toml"] {
            assert_refused(&|folder| set_mode(&folder.0.join("profile.toml"), 0o000), "you may not read it");
        }
    }
    tried
}

/// In the place of each file that is written there is a folder.
fn where_folders_are(writings: &[Writing]) -> usize {
    let mut tried = 0;
    for writing in writings.iter().filter(|writing| writing.name != "init") {
        for file in &writing.writes {
            let folder = writing.folder();
            fs::remove_file(folder.0.join(file)).unwrap();
            fs::create_dir(folder.0.join(file)).unwrap();
            let ran = writing.run(&mut writing.command(&folder));
            let name = if writing.link.is_some() { "profile.toml" } else { file };
            assert!(ran.code == 2 && ran.err.contains(name) && ran.err.contains("it is a folder"), "{}: {ran:#?}", writing.name);
            assert!(fs::read_dir(folder.0.join(file)).unwrap().next().is_none());
            tried += 1;
        }
    }
    tried
}

/// Where there is no such folder, nor any more.
fn where_no_folder_is() -> usize {
    let (profile, text) = ("profile.toml", "[profile]\n");
    let commands: [&[&str]; 5] = [
        &["init", "gone/profile.toml"],
        &["add", "talk", "New", "--into", "gone/profile.toml"],
        &["import", "devto", "new.json", "--write", "--into", "gone/profile.toml"],
        &["numbers", "gone/profile.toml"],
        &[profile, "--output=json=gone/profile.toml"],
    ];
    for arguments in commands {
        let folder = Folder::new();
        folder.file(profile, text);
        folder.file("new.json", "[]");
        let before = contents(&folder.0);
        let ran = run_in(&folder.0, arguments);
        assert!(ran.is_refused(&["gone/profile.toml"]), "{arguments:?}: {ran:#?}");
        assert_eq!(contents(&folder.0), before);
        // The same in a folder that somebody removed.
        let gone = Folder::new();
        let path = gone.0.to_str().unwrap();
        let arguments: Vec<String> = arguments.iter().map(|it| it.replace("gone/profile.toml", "there.toml")).collect();
        let mut command = tool();
        command.current_dir(&gone.0).args(arguments);
        let ran =
            crate::common::program::run(&mut behind(&["sh", "-c", &format!("rmdir '{path}'; exec \"$@\""), "sh"], &command));
        let names_it = ran.err.contains("there.toml") || ran.err.contains("profile.toml");
        assert!(ran.is_refused(&[]) && names_it && !ran.err.contains("entity"), "{ran:#?}");
    }
    2 * commands.len()
}

#[test]
#[ignore = "takes some seconds"]
fn what_may_not_be_written_stays() {
    let writings = every_writing(20);
    let (forbidden, folders, gone) = (without_permission(&writings), where_folders_are(&writings), where_no_folder_is());
    figure::print(format!(
        "{forbidden} writes without permission, {folders} onto folders and {gone} into folders that are not there, 0 files lost"
    ));
}

/// The link and the mode stay, whichever command writes.
#[test]
fn a_link_and_the_mode_stay_whatever_writes() {
    for writing in every_writing(3) {
        if writing.name == "init" || writing.link.is_some() {
            continue;
        }
        let expected = writing.states().pop().unwrap();
        // Each file that is written is one far away, to which a link leads.
        let folder = writing.folder();
        for file in &writing.writes {
            let (path, far) = (folder.0.join(file), folder.0.join(format!("far-{}", file.replace('/', "-"))));
            fs::rename(&path, &far).unwrap();
            std::os::unix::fs::symlink(&far, &path).unwrap();
            set_mode(&far, 0o640);
        }
        let ran = writing.run(&mut writing.command(&folder));
        assert_eq!(ran.code, 0, "{}: {ran:#?}", writing.name);
        for file in &writing.writes {
            let (path, far) = (folder.0.join(file), folder.0.join(format!("far-{}", file.replace('/', "-"))));
            assert!(path.is_symlink(), "{}: {file} was a link", writing.name);
            assert_eq!(fs::metadata(&far).unwrap().permissions().mode() & 0o777, 0o640, "{}: {file}", writing.name);
            assert_eq!(fs::read(&far).unwrap(), expected[*file], "{}: {file}", writing.name);
        }
    }
}
