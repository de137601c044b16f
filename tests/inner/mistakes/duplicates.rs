//! Keys and tables that occur twice.

use super::{ENTRY, mistakes_in};

/// Text, place of the second one, place of the first.
type Twice<'c> = (&'c str, (usize, usize), (usize, usize));

fn check_duplicates(cases: &[Twice<'_>]) {
    for (text, second, first) in cases {
        let found = mistakes_in(text);
        assert_eq!(found.len(), 1, "{text:?}: {found:#?}");
        assert!(found[0].message.contains("duplicate"), "{text:?}: {found:#?}");
        assert_eq!(((found[0].line, found[0].column), found[0].related), (*second, Some(*first)), "{text:?}");
    }
}

#[test]
fn duplicates_show_both_places() {
    let entries = ENTRY.text("") + &ENTRY.text("title = \"U\"");
    check_duplicates(&[
        ("[profile]\nname = \"A\"\nstage = \"renewal\"\nname = \"B\"\n", (4, 1), (2, 1)),
        ("[profile]\n\"name\" = \"A\"\nname = \"B\"\n", (3, 1), (2, 1)),
        ("[profile]\nname = \"A\"\n\n[profile]\nstage = \"renewal\"\n", (4, 2), (1, 2)),
        ("[profile]\r\nname = \"A\"\r\n[profile]\r\n", (3, 2), (1, 2)),
        ("  [ profile ]\nname = \"A\"\n[profile]\n", (3, 2), (1, 5)),
        ("contribution = []\n[[contribution]]\n", (2, 3), (1, 1)),
        (&ENTRY.text("impact = { views = 1, views = 2 }"), (5, 23), (5, 12)),
        (&ENTRY.text("impact.views = 1\nimpact.views = 2"), (6, 8), (5, 8)),
        (&entries, (10, 1), (8, 1)),
        ("[profile] # me\nname = \"A\"\n[profile]\n", (3, 2), (1, 2)),
        ("\u{feff}[profile]\nname = \"A\"\n[profile]\n", (3, 2), (1, 2)),
        ("[\"profile\"]\nname = \"A\"\n[profile]\n", (3, 2), (1, 2)),
        ("[profile]\nname = \"A\"\n\"na\\u006de\" = \"B\"\n", (3, 1), (2, 1)),
        (&ENTRY.text("impact = { views = 1 }\n[contribution.impact]\nlikes = 2"), (6, 15), (5, 1)),
        (&ENTRY.text("[contribution.impact]\nviews = 1\n[contribution.impact]\nlikes = 2"), (7, 15), (5, 15)),
    ]);
}
