//! Text that is not TOML.

use super::{ENTRY, UNDATED, WHOLE, lines, mistakes_in};

#[test]
fn syntax() {
    WHOLE.errors(&[
        ("[profile]\nname = \"A\n", 2, 10, "closing", "quotation mark"),
        ("[profile]\nname =\n", 2, 7, "neither", "behind `=`"),
        ("[profile]\nname = Amal\n", 2, 8, "neither", "quotation marks"),
        ("[profile]\nname = “Amal”\n", 2, 8, "neither", "straight"),
        ("{\"profile\": {\"name\": \"A\"}}\n", 1, 1, "JSON", "TOML"),
        ("[profile]\nwhat is this\nstage = \"renewal\"\n", 2, 6, "`=`", ""),
        ("[profile\nname = \"A\"\n", 1, 9, "`]`", ""),
        ("[[contribution]\ntype = \"article\"\n", 1, 16, "`]`", ""),
        ("[profile] name = \"A\"\n", 1, 11, "newline", ""),
        ("[profile]\rname = \"A\"\n", 1, 11, "carriage return", "LF or CRLF"),
        ("[profile]\nname = \"A\"\rstage = \"renewal\"\n", 2, 12, "carriage return", "LF or CRLF"),
        ("[profile]\ncategories = [\"AI\"\n", 2, 19, "`]`", ""),
        ("[profile]\nname = \"\\q\"\n", 2, 10, "escape", ""),
        ("[profile]\nname = \"a\u{7}b\"\n", 2, 10, "visible", ""),
        ("[profile]\nmicrosoft-employee = False\n", 2, 22, "boolean", ""),
    ]);
    UNDATED.errors(&[
        ("date = 2026-02-30", 4, 8, "date", ""),
        ("date = 01.02.2026", 4, 8, "begin with 0", "2026-05-01"),
        ("date = 2026/02/01", 4, 8, "neither", "2026-05-01"),
        ("date = 2025-02-29", 4, 8, "date", ""),
        ("date = 2026-13-01", 4, 8, "date", ""),
        ("date = 2026-5-1", 4, 8, "date", ""),
        ("date = 2026-05-01T25:00:00Z", 4, 8, "hour", ""),
        ("date = 2026-05-01\ncount = 012", 5, 9, "begin with 0", ""),
    ]);
}

#[test]
fn a_damaged_line_is_reported_once_and_the_rest_is_checked() {
    let text = "[profile]\nname = \"A\nstage = \"candidat\"\n\
        [[contribution]]\ntype = article\nrolle = \"x\" \"y\"\ntitle = 7\n\
        [[contribution]]\ntype = \"artcle\"\ntitle = \"T\"\ndate = 2026-13-01\nurl =\n\
        [[waive]]\nreason = why not\n[[waive]]\ncriterion = \"amuont\"\nreason = \"R\"\n";
    // A damaged table has no missing keys: they may be in the unreadable part.
    assert_eq!(lines(text), [2, 3, 5, 6, 7, 9, 11, 12, 14, 16]);
}

#[test]
fn a_line_that_is_not_toml_hides_nothing_below() {
    let entry = ENTRY.text("role = \"x\"");
    for stray in ["what is this", "Notes from May", "- item", "stage", "<<<<<<< HEAD", "// no comment"] {
        let mut found = lines(&format!("{entry}{stray}\n{entry}[profile]\nstage = \"x\"\n"));
        found.dedup();
        assert_eq!(found, [5, 6, 11, 13], "{stray}");
    }
}

#[test]
fn a_damaged_header_hides_no_other_entry() {
    let rest = "type = \"artcle\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    let found = |header: &str| lines(&format!("{header}\n{rest}[[contribution]]\n{rest}"));
    // The type of the damaged entry may be checked or not.
    for header in ["[[contribution]", "[[contribution", "[[contribution]] x"] {
        assert!(found(header).starts_with(&[1]) && found(header).ends_with(&[6]), "{header}: {:?}", found(header));
    }
}

#[test]
fn one_slip_is_reported_once() {
    for text in ["[profile]\n%%%\n", "[profile]\nname: \"A\"\n", "[profile]\rname = \"A\"\rstage = \"renewal\"\r"] {
        assert_eq!(mistakes_in(text).len(), 1, "{text:?}: {:#?}", mistakes_in(text));
    }
    let found = lines("[profile]\ncategories = [\"AI\"\nstage = \"renewal\"\nname = \"A\"\n");
    assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
    let unclosed_table = mistakes_in(&(ENTRY.text("impact = { views = 1") + &ENTRY.text("")));
    assert!(!unclosed_table.iter().any(|it| it.message.contains("duplicate")), "{unclosed_table:#?}");
}
