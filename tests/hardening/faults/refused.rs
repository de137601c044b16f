//! Without permission to write, nothing changes, and the error names the file and the reason.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::full::assert_reported;
use super::writing::{Contents, Writing, contents, every_writing};
use crate::helpers::program::{Folder, Ran, behind, run, run_in, tool};

/// A user other than root, who may write everywhere.
struct Stranger {
    /// The command that changes from root to another user.
    becomes: Vec<String>,
    /// A folder with a copy of the program that another user may read.
    program: Folder,
}

impl Stranger {
    /// `None` if root cannot change to another user.
    fn find() -> Option<Self> {
        let program = Folder::new();
        fs::copy(tool().get_program(), program.0.join("mvp-check")).unwrap();
        if fs::metadata(&program.0).unwrap().uid() != 0 {
            return Some(Self { becomes: vec!["env".into()], program });
        }
        let becomes = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"].map(str::to_owned).to_vec();
        Command::new(&becomes[0])
            .args(&becomes[1..])
            .arg("true")
            .status()
            .is_ok_and(|it| it.success())
            .then_some(Self { becomes, program })
    }

    /// Runs a command in a folder with changed modes, then resets them.
    fn run(&self, writing: &Writing, change: impl Fn(&Folder)) -> (Ran, Contents) {
        let folder = writing.folder();
        let mut command = Command::new(self.program.0.join("mvp-check"));
        command.current_dir(&folder.0).args(&writing.arguments);
        change(&folder);
        let ran = writing.run(&mut behind(&self.becomes, &command));
        each_path(&folder.0, &|path| set_mode(path, if path.is_dir() { 0o755 } else { 0o644 }));
        (ran, contents(&folder.0))
    }
}

fn set_mode(path: &Path, mode: u32) {
    // The mode of a link is that of its target.
    if !path.is_symlink() {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
}

/// Changes a folder and all paths in it, the innermost first.
fn each_path(folder: &Path, change: &impl Fn(&Path)) {
    set_mode(folder, 0o755);
    let paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in paths {
        if path.is_dir() && !path.is_symlink() { each_path(&path, change) } else { change(&path) }
    }
    change(folder);
}

/// Sets the mode of all folders and of all files.
fn with_modes(folders: u32, files: u32) -> impl Fn(&Folder) {
    move |folder| each_path(&folder.0, &|path| set_mode(path, if path.is_dir() { folders } else { files }))
}

fn without_permission(writings: &[Writing]) {
    // Where root cannot change the user, nothing is forbidden.
    let Some(stranger) = Stranger::find() else { return };
    for writing in writings {
        let states = writing.states();
        let assert_refused = |change: &dyn Fn(&Folder), reason: &str| {
            assert_reported(writing, &stranger.run(writing, change), &states, reason);
        };
        assert_refused(&with_modes(0o555, 0o644), "you may not write into its folder");
        if writing.name != "init" {
            assert_refused(&with_modes(0o777, 0o444), "it is write-protected");
        }
        if writing.writes == ["profile.toml"] {
            assert_refused(&|folder| set_mode(&folder.0.join("profile.toml"), 0o000), "you may not read it");
        }
    }
}

/// A folder is in the place of each file.
fn where_folders_are(writings: &[Writing]) {
    for writing in writings.iter().filter(|writing| writing.name != "init") {
        for file in &writing.writes {
            let folder = writing.folder();
            fs::remove_file(folder.0.join(file)).unwrap();
            fs::create_dir(folder.0.join(file)).unwrap();
            let ran = writing.run(&mut writing.command(&folder));
            let name = if writing.link.is_some() { "profile.toml" } else { file };
            assert!(ran.code == 2 && ran.err.contains(name) && ran.err.contains("it is a folder"), "{}: {ran:#?}", writing.name);
            assert!(fs::read_dir(folder.0.join(file)).unwrap().next().is_none());
        }
    }
}

/// The folder is missing, or was removed.
fn where_no_folder_is() {
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
        // The current folder was removed.
        let gone = Folder::new();
        let path = gone.0.to_str().unwrap();
        let arguments: Vec<String> = arguments.iter().map(|it| it.replace("gone/profile.toml", "there.toml")).collect();
        let mut command = tool();
        command.current_dir(&gone.0).args(arguments);
        let ran = run(&mut behind(&["sh", "-c", &format!("rmdir '{path}'; exec \"$@\""), "sh"], &command));
        let names_it = ran.err.contains("there.toml") || ran.err.contains("profile.toml");
        assert!(ran.is_refused(&[]) && names_it && !ran.err.contains("entity"), "{ran:#?}");
    }
}

#[test]
fn a_file_that_may_not_be_written_stays() {
    let writings = every_writing(3);
    without_permission(&writings);
    where_folders_are(&writings);
    where_no_folder_is();
}

#[test]
fn links_and_modes_stay() {
    for writing in every_writing(3) {
        if writing.name == "init" || writing.link.is_some() {
            continue;
        }
        let expected = writing.states().pop().unwrap();
        // Each file becomes a link to a file elsewhere.
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
            assert!(path.is_symlink(), "{}: {file} is no longer a link", writing.name);
            assert_eq!(fs::metadata(&far).unwrap().permissions().mode() & 0o777, 0o640, "{}: {file}", writing.name);
            assert_eq!(fs::read(&far).unwrap(), expected[*file], "{}: {file}", writing.name);
        }
    }
}
