//! Values of the wrong kind, and dates.

use super::{ENTRY, Found, PROFILE, UNDATED, WAIVER, WHOLE, checked, mistakes_in};

/// One valid value of every kind, with the word that a message has for it.
const KINDS: &[(&str, &str)] = &[
    ("\"x\"", "text"),
    ("7", "whole number"),
    ("1.5", "decimal"),
    ("true", "true or false"),
    ("2026-05-01", "date"),
    ("[\"x\"]", "list"),
    ("{ views = 1 }", "table"),
];

/// Every value of another kind than that of its key is one error at the value.
fn check_kinds(header: &str, keys: &[(&str, &str)]) {
    for (at, (key, own)) in keys.iter().enumerate() {
        for (value, kind) in KINDS.iter().filter(|(_, kind)| kind != own) {
            let valid = |own: &str| KINDS.iter().find(|(_, kind)| *kind == own).unwrap().0;
            let line = |(name, own): &(&str, &str)| format!("{name} = {}\n", if name == key { value } else { valid(own) });
            let text = format!("{header}\n{}", keys.iter().map(line).collect::<String>());
            // Names may be unknown to the guidance: only mistakes about the kind count here.
            let found: Vec<Found> = mistakes_in(&text).into_iter().filter(|it| it.line == at + 2).collect();
            let place = (at + 2, key.len() + 4);
            assert_eq!(found.iter().map(|it| (it.line, it.column)).collect::<Vec<_>>(), [place], "{text}{found:#?}");
            assert!(found[0].message.contains(&format!("`{key}`")), "{text}{found:#?}");
            assert!(found[0].message.contains(kind), "{text}{found:#?}");
        }
    }
}

#[test]
fn values_of_a_wrong_kind() {
    let (text, list, date, logical, table) = ("text", "list", "date", "true or false", "table");
    let shared = [("type", text), ("title", text), ("url", text), ("date", date), ("category", text), ("impact", table)];
    let entry = [("role", text), ("count", "whole number"), ("technology-areas", list), ("paid", logical), ("audience", list)];
    let story = [("language", text), ("description", text), ("highlight", text), ("notes", text)];
    check_kinds("[[contribution]]", &[&shared[..], &entry, &story].concat());
    check_kinds("[[contribution]]", &[("until", date)]);
    check_kinds("[[contribution]]", &[("ongoing", logical)]);
    check_kinds("[[channel]]", &shared);
    check_kinds("[[waive]]", &[("criterion", text), ("reason", text), ("until", date)]);
    let person = [("name", text), ("stage", text), ("categories", list), ("technology-areas", list), ("nominator", text)];
    let more = [("microsoft-employee", logical), ("nominated-on", date), ("guidance", text), ("as-of", date)];
    check_kinds("[profile]", &[&person[..], &more].concat());
}

#[test]
fn values_of_a_wrong_kind_within_values() {
    ENTRY.errors(&[("technology-areas = [\"a\", 1]", 5, 26, "text", ""), ("audience = [[\"a\"]]", 5, 13, "list", "")]);
    ENTRY.errors(&[("impact = { views = \"12\" }", 5, 20, "views", ""), ("impact = { views = true }", 5, 20, "views", "")]);
    WHOLE.errors(&[
        ("[contribution]\ntype = \"article\"\n", 1, 2, "contribution", "[[contribution]]"),
        ("[channel]\n", 1, 2, "channel", "[[channel]]"),
        ("[waive]\n", 1, 2, "waive", "[[waive]]"),
        ("contribution = 1\n", 1, 1, "contribution", "[[contribution]]"),
        ("contribution = [1]\n", 1, 17, "table", "[[contribution]]"),
        ("[[profile]]\nname = \"A\"\n", 1, 3, "profile", "[profile]"),
        ("profile = 1\n", 1, 1, "profile", "[profile]"),
    ]);
}

#[test]
fn dates() {
    UNDATED.errors(&[
        ("date = 1989-12-31", 4, 8, "1990", ""),
        ("date = 2101-01-01", 4, 8, "2100", ""),
        ("date = 0000-01-01", 4, 8, "1990", ""),
        ("date = 07:32:00", 4, 8, "time", "date = "),
        ("date = \"2026-05-01\"", 4, 8, "date", "date = 2026-05-01"),
        ("date = '2026-05-01'", 4, 8, "date", "date = 2026-05-01"),
        ("date = \"1 May 2026\"", 4, 8, "2026-05-01", ""),
        ("date = 2026-05-02\nuntil = 2026-05-01", 5, 9, "`until`", ""),
        ("date = 2026-05-01\nuntil = 2026-06-01\nongoing = true", 6, 11, "`ongoing`", ""),
        ("date = 2026-05-01\nuntil = \"2026-06-01\"", 5, 9, "until", "until = 2026-06-01"),
        ("date = 2026-05-01\nuntil = \"ongoing\"", 5, 9, "until", "ongoing = true"),
    ]);
    PROFILE.errors(&[("as-of = 2101-01-01", 2, 9, "2100", ""), ("nominated-on = 1989-12-31", 2, 16, "1990", "")]);
    WAIVER.errors(&[("until = 1989-12-31", 4, 9, "1990", "")]);
    let fine_dates = ["date = 1990-01-01", "date = 2100-12-31", "date = 2024-02-29", "date = 2026-05-01\nuntil = 2026-05-01"];
    UNDATED.fine(&fine_dates);
    ENTRY.fine(&["until = 2026-06-01\nongoing = false", "ongoing = true", "ongoing = false"]);
}

#[test]
fn a_date_and_time_counts_by_its_written_day() {
    for written in ["2026-05-01T23:59:59-12:00", "2026-05-01T00:00:00+14:00", "2026-05-01 07:32:00Z", "2026-05-01T07:32:00"] {
        let (found, .., days) = checked(&UNDATED.text(&format!("date = {written}")), |profile| {
            profile.contributions.iter().map(|it| it.date.to_string()).collect::<Vec<_>>()
        });
        assert!(found.is_empty(), "{written}: {found:#?}");
        assert_eq!(days, ["2026-05-01"], "{written}");
    }
}
