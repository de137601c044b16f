//! What a profile holds is read whatever else is in its texts, and one mistake hides nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mvp_check::profile;
use mvp_check::source::Source;

const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"One\"\ndate = 2026-05-01\n";

#[test]
fn one_mistake_leaves_all_other_entries_as_they_are() {
    let entries = ENTRY.repeat(30);
    let source = Source::new("x.toml", format!("{entries}[[contribution]]\ntitle =\n{entries}"));
    let draft = profile::read(&source);
    assert_eq!(draft.contributions.iter().filter(|entry| entry.title.is_some()).count(), 60);
    assert_eq!(draft.contributions.len(), 61);
    let problems = draft.problems.sorted();
    assert_eq!(problems.iter().map(|problem| source.line(problem.span.unwrap().start)).collect::<Vec<_>>(), [122]);
}

#[test]
fn texts_with_headers_in_every_entry_are_no_mistake() {
    for fakes in [1, 2, 3, 7, 40] {
        let entry = format!("{ENTRY}notes = \"\"\"\n{}\"\"\"\n", "[[contribution]]\ntitle = 1\n".repeat(fakes));
        let source = Source::new("x.toml", entry.repeat(50));
        let draft = profile::read(&source);
        assert_eq!((draft.contributions.len(), draft.problems.errors()), (50, 0), "{fakes}");
    }
}
