//! `add` as a process changes nothing else in a profile, however it is written.

use std::fs;

use toml::Value;

use super::helpers::program::{Folder, run_in};
use super::kept::{assert_holds, assert_only_put_in, assert_same_style, entries};
use super::made::profile;

const NEW: &str = "type = 'talk'\ntitle = 'New 7 [[contribution]] # \"one\"'\ndate = 2026-11-20\n\
                   url = 'https://example.org/new/7'\nimpact.attendees = 12345";

#[test]
fn add_changes_nothing_else() {
    let folder = Folder::new();
    for number in (0..300).step_by(25) {
        let made = profile(number);
        let path = folder.file("profile.toml", &made.text);
        let words = ["add", "talk", "New 7 [[contribution]] # \"one\"", "https://example.org/new/7", "attendees=12345"];
        let ran = run_in(&folder.0, &[&words[..], &["--date", "2026-11-20", "--as-of", "2026-11-25"]].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{number}: {ran:#?}\n{}", made.text);
        let after = fs::read_to_string(&path).unwrap();
        assert_only_put_in(&made.text, &after);
        assert_same_style(&made, &after);
        assert_holds(&after, [entries(&made), vec![Value::Table(NEW.parse().unwrap())]].concat(), &made.text);
    }
}
