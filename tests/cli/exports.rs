//! Exports from standard input and from a missing file.

use crate::helpers::program::{EXPORTS, Folder, fed, run_in, tool};

const PROFILE: &str = "[profile]\nname = \"Amal Example\"\nas-of = 2026-11-23\n\
                       [[contribution]]\ntype = \"article\"\ntitle = \"A\"\ndate = 2026-05-01\n";

#[test]
fn standard_input_and_a_file_give_the_same_export() {
    let folder = Folder::new();
    folder.file("profile.toml", PROFILE);
    for (kind, _) in EXPORTS {
        let from_file = run_in(&folder.0, &["export", kind]);
        let ran = fed(tool().args(["export", kind, "-"]), PROFILE.as_bytes());
        assert_eq!((ran.code, &ran.out), (0, &from_file.out));
        assert!(run_in(&folder.0, &["export", kind, "nowhere.toml"]).is_refused(&["nowhere.toml"]));
    }
}
