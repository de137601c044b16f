//! An edit that would damage the profile is never written.

use clap::Parser as _;

use crate::cli::Arguments;
use crate::command::edit::outcome;
use crate::command::input;
use crate::profile::edit::Edit;
use crate::source::Source;

#[test]
fn an_edit_with_a_wrong_result_is_refused() {
    let old = "[profile]\nname = \"Amal Example\"\n[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-11-01\n";
    let source = Source::new("profile.toml", old);
    let common = Arguments::parse_from(["mvp-check"]).common;
    let Ok(read) = input::read(&source, &common, "") else { panic!("it has no mistakes") };
    let with = |text: &str, added: usize| {
        let edit = Edit { at: old.len()..old.len(), text: text.into() };
        outcome(&read, vec![edit], added, &common).map(|edited| edited.lines)
    };
    let entry = "[[contribution]]\ntype = \"article\"\ntitle = \"New\"\ndate = 2026-11-02\n";
    assert_eq!(with(entry, 1).unwrap(), [7]);
    for (text, added) in
        [("\u{a0}", 1), ("date = 2026-11-01", 0), (&entry.replace("article", "artcle"), 1), (entry, 2), ("# x", 1)]
    {
        assert!(with(text, added).unwrap_err().to_string().contains("nothing was written"), "{text}");
    }
}
