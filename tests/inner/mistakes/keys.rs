//! Unknown and missing keys.

use super::{ENTRY, In, PROFILE, WAIVER, WHOLE, lines, places};

#[test]
fn unknown_keys() {
    PROFILE.errors(&[("nmae = \"A\"", 2, 1, "nmae", "`name`"), ("as_of = 2026-01-01", 2, 1, "as_of", "`as-of`")]);
    ENTRY.errors(&[
        ("technology_areas = []", 5, 1, "technology_areas", "`technology-areas`"),
        ("langauge = \"de\"", 5, 1, "langauge", "`language`"),
        ("Title = \"x\"", 5, 1, "Title", "`title`"),
        ("xyzzy = true", 5, 1, "xyzzy", "`highlight`"),
        ("views = 300", 5, 1, "views", "impact = { views = 300 }"),
        ("votes = 12", 5, 1, "votes", "impact = { views = 300 }"),
        ("metrics = { views = 300 }", 5, 1, "metrics", "impact = { views = 300 }"),
        ("cuont = 3", 5, 1, "cuont", "`count`"),
        ("impct = { views = 300 }", 5, 1, "impct", "`impact`"),
        ("  \"two words\" = \"x\"", 5, 3, "two words", "`date`"),
    ]);
    let channel =
        "[[channel]]\ntype = \"article\"\ntitle = \"B\"\nurl = \"https://e.org\"\ndate = 2026-01-01\nimpact = { views = 1 }\n";
    In(channel).errors(&[("ongoin = true", 7, 1, "ongoin", "`ongoing`"), ("role = \"author\"", 7, 1, "role", "`impact`")]);
    WAIVER.errors(&[("untill = 2026-01-01", 4, 1, "untill", "`until`"), ("xyzzy = 1", 4, 1, "xyzzy", "`criterion`")]);
    WHOLE.errors(&[
        ("name = \"A\"\n", 1, 1, "name", "[profile]"),
        ("[profil]\nname = \"A\"\n", 1, 2, "profil", "`profile`"),
        ("[[contributions]]\ntype = \"x\"\n", 1, 3, "contributions", "`contribution`"),
        ("[[chanel]]\n", 1, 3, "chanel", "`channel`"),
        ("[[waiver]]\n", 1, 3, "waiver", "`waive`"),
    ]);
}

/// The header is in the third line and column, so that no place is right by chance.
fn without(header: &str, keys: &[(&str, &str)], missing: &str) -> String {
    let kept = keys.iter().filter(|(key, _)| *key != missing);
    kept.fold(format!("[profile]\nname = \"A\"\n  {header}\n"), |text, (key, value)| format!("{text}{key} = {value}\n"))
}

#[test]
fn missing_keys_are_reported_at_the_header() {
    let entry = [("type", "\"article\""), ("title", "\"T\""), ("date", "2026-05-01")];
    let channel = [("url", "\"https://e.org\""), ("impact", "{ views = 1 }"), entry[0], entry[1], entry[2]];
    let waiver = [("criterion", "\"amount\""), ("reason", "\"R\"")];
    for (header, keys) in [("[[contribution]]", &entry[..]), ("[[channel]]", &channel[..]), ("[[waive]]", &waiver[..])] {
        assert_eq!(lines(&without(header, keys, "")).len(), 0, "{header}");
        for (missing, _) in keys {
            let message = format!("`{missing}`");
            WHOLE.errors(&[(&without(header, keys, missing), 3, 3, &message, "")]);
        }
        let none = format!("{header}\n# nothing\n");
        assert_eq!(places(&none), vec![(1, 1); keys.len()], "{header}");
    }
}

#[test]
fn values_instead_of_tables_are_reported_with_the_header() {
    WHOLE.errors(&[
        ("contribution = [1]\n[profile]", 1, 17, "a table", "[[contribution]]"),
        ("channel = [1]\n[profile]", 1, 12, "a table", "[[channel]]"),
        ("waive = [2]\n[profile]", 1, 10, "a table", "[[waive]]"),
    ]);
}
