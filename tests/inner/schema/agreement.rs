//! The schema and the reader agree about single mistakes in a profile.

use super::{accepts, is_valid, profile_validator};

const PROFILE: &str = "[profile]\n";
const UNDATED: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\n";
const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n";
const TALK: &str = "[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2026-05-01\n";
const CHANNEL: &str =
    "[[channel]]\ntype = \"video\"\ntitle = \"C\"\nurl = \"https://e.org\"\ndate = 2026-05-01\nimpact = { views = 1 }\n";
const WAIVER: &str = "[[waive]]\ncriterion = \"amount\"\nreason = \"R\"\n";

/// The text above, lines that are valid there, and lines with one mistake each.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "",
        &["", "[profile]", "contribution = []\nchannel = []\nwaive = []"],
        &[
            "name = \"A\"",
            "[profil]",
            "[[contributions]]",
            "[[waiver]]",
            "[contribution]\ntype = \"x\"",
            "[channel]",
            "contribution = 1",
            "contribution = [1]",
            "[[profile]]",
            "profile = 1",
            "[[contribution]]",
            "[[channel]]",
            "[[waive]]",
        ],
    ),
    (
        PROFILE,
        &[
            "name = \"A\"",
            "name = \"\"",
            "stage = \"candidate\"",
            "stage = \"renewal\"",
            "categories = []",
            "categories = [\"AI\"]",
            "categories = [\"ai\", \"AI\"]",
            "categories = [\" data PLATFORM \"]",
            "categories = [\"\\u00a0\\u0085AI\\u3000\"]",
            "categories = [\"Security\", \"Office Development\"]",
            "categories = [\"Windows & Devices for IT\"]",
            "technology-areas = [\"Xyzzy\", \"\"]",
            "microsoft-employee = false",
            "nominator = \"mvp\"",
            "nominator = \"microsoft-employee\"",
            "nominated-on = 1990-01-01",
            "as-of = 2100-12-31",
            "guidance = \"program-2026\"",
            "guidance = \"workshop-2020\"",
        ],
        &[
            "nmae = \"A\"",
            "as_of = 2026-01-01",
            "name = 1",
            "stage = \"candidat\"",
            "stage = \"Candidate\"",
            "stage = 1",
            "categories = \"AI\"",
            "categories = [1]",
            "categories = [\"Xyzzy\"]",
            "categories = [\"\"]",
            "categories = [\"A I\"]",
            "categories = [\"AI.\"]",
            "categories = [\"\\ufeffAI\"]",
            "categories = [\"\u{212a}I\"]",
            "technology-areas = [1]",
            "technology-areas = \".NET\"",
            "microsoft-employee = \"no\"",
            "nominator = \"friend\"",
            "nominated-on = 1989-12-31",
            "as-of = 2101-01-01",
            "as-of = 0000-01-01",
            "as-of = 5",
            "as-of = true",
            "as-of = []",
            "as-of = {}",
            "as-of = nan",
            "guidance = 1",
            "guidance = \"\"",
            "guidance = \" \"",
            "guidance = [\"workshop-2020\"]",
        ],
    ),
    (
        UNDATED,
        &[
            "date = 1990-01-01",
            "date = 2024-02-29",
            "date = 2026-05-01T23:59:59-12:00",
            "date = 2026-05-01 07:32:00Z",
            "date = 2026-05-01T07:32:00.123",
            "date = 2026-05-01\nuntil = 2026-05-01",
        ],
        &[
            "",
            "date = 1989-12-31",
            "date = 2101-01-01",
            "date = 07:32:00",
            "date = \"1 May 2026\"",
            "date = 20260501",
            "date = 2026-02-30",
            "date = 2026-13-01",
            "date = \"\"",
        ],
    ),
    (
        ENTRY,
        &[
            "until = 2026-06-01",
            "until = 2026-06-01\nongoing = false",
            "ongoing = true",
            "ongoing = false",
            "url = \"\"",
            "url = \"ftp://e.org\"",
            "role = \"panelist\"",
            "count = 1",
            "count = 1_000_000",
            "count = 0x10",
            "category = \"ai\"",
            "category = \" Security\"",
            "technology-areas = []",
            "audience = [\"Developer\", \"\"]",
            "language = \"en\"",
            "paid = true",
            "description = \"\"",
            "highlight = \"H\"",
            "notes = \"N\"",
            "impact = {}",
            "impact = { views = 0, likes = 1_000_000_000_000, comments = 3 }",
            "impact.subscribers = 4",
            "[contribution.impact]\nviews = 1",
        ],
        &[
            "title = \"U\"",
            "type = 1",
            "langauge = \"de\"",
            "technology_areas = []",
            "Title = \"x\"",
            "until = 2026-06-01\nongoing = true",
            "until = 1989-01-01",
            "until = 1",
            "ongoing = \"yes\"",
            "url = 1",
            "role = \"speeker\"",
            "role = \"Speaker\"",
            "count = 0",
            "count = -1",
            "count = 1_000_001",
            "count = 1.5",
            "count = nan",
            "count = \"1\"",
            "count = 99999999999999999999",
            "category = \"Xyzzy\"",
            "category = [\"AI\"]",
            "technology-areas = \"x\"",
            "audience = [[\"x\"]]",
            "language = true",
            "paid = 0",
            "description = []",
            "highlight = 1",
            "notes = {}",
            "impact = []",
            "impact = 7",
            "impact = { veiws = 1 }",
            "impact = { views = -1 }",
            "impact = { views = 1_000_000_000_001 }",
            "impact = { views = 1.5 }",
            "impact = { views = nan }",
            "impact = { views = inf }",
            "impact = { views = \"12\" }",
            "impact = { stars = 1 }",
            "impact = { views = 1, rating = 4 }",
            "impact = { views = 2026-05-01 }",
            "impact.views.x = 1",
            "criterion = \"amount\"",
        ],
    ),
    (
        TALK,
        &["impact = { rating = 5 }", "impact = { rating = 4.25 }", "impact = { rating = -0.0 }", "impact = { attendees = 40 }"],
        &[
            "impact = { rating = 5.1 }",
            "impact = { rating = 6 }",
            "impact = { rating = -0.1 }",
            "impact = { rating = nan }",
            "impact = { views = 1 }",
            "impact = { members = 1 }",
        ],
    ),
    (
        "[[contribution]]\ntype = \"certification\"\ntitle = \"T\"\ndate = 2026-05-01\n",
        &["", "impact = {}"],
        &["impact = { views = 1 }"],
    ),
    (
        CHANNEL,
        &["ongoing = true", "until = 2026-06-01", "category = \"AI\""],
        &[
            "role = \"author\"",
            "count = 2",
            "technology-areas = []",
            "paid = false",
            "notes = \"N\"",
            "ongoin = true",
            "until = 2026-06-01\nongoing = true",
        ],
    ),
    (
        "[[channel]]\ntype = \"video\"\ntitle = \"C\"\ndate = 2026-05-01\n",
        &[
            "url = \"e\"\nimpact = { views = 1 }",
            "url = \" x \"\nimpact = { subscribers = 1 }",
            "url = \"\\ufeff\"\nimpact = { views = 1 }",
        ],
        &[
            "url = \"e\"",
            "impact = { views = 1 }",
            "url = \"e\"\nimpact = {}",
            "url = \"\"\nimpact = { views = 1 }",
            "url = \" \\t\\u0085\\u2003\"\nimpact = { views = 1 }",
            "url = \"e\"\nimpact = { stars = 1 }",
            "url = 1\nimpact = { views = 1 }",
        ],
    ),
    (WAIVER, &["", "until = 2026-05-01"], &["untill = 2026-05-01", "until = 2101-01-01", "until = 1", "date = 2026-05-01"]),
    (
        "[[waive]]\n",
        &["criterion = \"reach\"\nreason = \"x\""],
        &[
            "criterion = \"reach\"",
            "reason = \"x\"",
            "criterion = \"raech\"\nreason = \"x\"",
            "criterion = \"Reach\"\nreason = \"x\"",
            "criterion = \"eligibility\"\nreason = \"x\"",
            "criterion = \"reach\"\nreason = \"\"",
            "criterion = \"reach\"\nreason = \" \\n\"",
            "criterion = 1\nreason = \"x\"",
            "criterion = \"reach\"\nreason = true",
        ],
    ),
    (
        "[[contribution]]\ntitle = \"T\"\ndate = 2026-05-01\n",
        &["type = \"workshop\""],
        &["", "type = \"artcle\"", "type = \"Article\"", "type = \"\"", "type = [\"article\"]"],
    ),
];

#[test]
fn the_schema_and_the_reader_refuse_each_mistake() {
    let validator = profile_validator();
    let mut differing = Vec::new();
    for (above, fine, mistakes) in CASES {
        let lines = fine.iter().map(|line| (line, true)).chain(mistakes.iter().map(|line| (line, false)));
        for (line, expected) in lines {
            // Alone, and before other entries.
            for text in [format!("{above}{line}\n"), format!("{above}{line}\n{WAIVER}{CHANNEL}{TALK}")] {
                if above.is_empty() && text.contains(WAIVER) {
                    continue;
                }
                let said = (accepts(&validator, &text), is_valid(&text));
                if said != (expected, expected) {
                    differing.push(format!("{text}  expected {expected}, schema and reader say {said:?}"));
                }
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn lengths_have_the_same_limits() {
    let validator = profile_validator();
    let check = |above: &str, key: &str, longest: usize| {
        // Characters are counted, and not bytes.
        for character in ["x", "ž", "👍"] {
            let text = |length: usize| format!("{above}{key} = \"{}\"\n", character.repeat(length));
            for (text, expected) in [(text(longest), true), (text(longest + 1), false)] {
                assert_eq!((accepts(&validator, &text), is_valid(&text)), (expected, expected), "{above}{key} {longest}");
            }
        }
    };
    for key in ["url", "language", "highlight"] {
        check(ENTRY, key, 2_000);
    }
    for key in ["description", "notes"] {
        check(ENTRY, key, 20_000);
    }
    check(PROFILE, "name", 2_000);
    check("[[contribution]]\ntype = \"article\"\ndate = 2026-05-01\n", "title", 2_000);
    check("[[waive]]\ncriterion = \"amount\"\n", "reason", 2_000);
    check("[[channel]]\ntype = \"article\"\ntitle = \"C\"\ndate = 2026-05-01\nimpact = { views = 1 }\n", "url", 2_000);
    for (above, key) in [(ENTRY, "technology-areas"), (ENTRY, "audience"), (PROFILE, "technology-areas"), (PROFILE, "categories")]
    {
        for (items, expected) in [(100, true), (101, false)] {
            let text = format!("{above}{key} = [{}]\n", "\"AI\", ".repeat(items));
            assert_eq!((accepts(&validator, &text), is_valid(&text)), (expected, expected), "{key} {items}");
        }
    }
    for length in [2_000, 2_001] {
        let blank = " ".repeat(length - 2);
        for text in [format!("{PROFILE}categories = [\"AI{blank}\"]\n"), format!("{ENTRY}audience = [\"{blank}xx\"]\n")] {
            assert_eq!((accepts(&validator, &text), is_valid(&text)), (length == 2_000, length == 2_000), "{length}");
        }
    }
}

#[test]
fn rules_without_names_also_hold_with_custom_guidance() {
    let open = profile_validator();
    let head = "[profile]\nguidance = \"own.toml\"\n";
    let valid = "type = \"x\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    let accepts_entry = |line: &str| accepts(&open, &format!("{head}[[contribution]]\n{valid}{line}\n"));
    assert!(accepts_entry("impact = { x = 1.5 }\ncategory = \"x\"\nrole = \"author\""));
    for line in
        ["impact = { x = -1 }", "impact = { x = \"1\" }", "langauge = \"de\"", "role = \"x\"", "count = 0", "until = 1989-01-01"]
    {
        assert!(!accepts_entry(line), "{line}");
    }
    assert!(accepts(&open, &format!("{head}[[waive]]\ncriterion = \"x\"\nreason = \"y\"\n")));
    assert!(!accepts(&open, &format!("{head}[[waive]]\ncriterion = \"x\"\nreason = \" \"\n")));
    assert!(!accepts(&open, "[profile]\nguidance = \"\"\n"));
}
