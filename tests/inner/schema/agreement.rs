//! The schema and the reader agree about profiles that differ in one line. The tests of mistakes compare them for many more lines.

use super::{accepts, is_valid, profile_validator};

pub const PROFILE: &str = "[profile]\n";
const UNDATED: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\n";
pub const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n";
const TALK: &str = "[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2026-05-01\n";
pub const CHANNEL: &str =
    "[[channel]]\ntype = \"video\"\ntitle = \"C\"\nurl = \"https://e.org\"\ndate = 2026-05-01\nimpact = { views = 1 }\n";
pub const WAIVER: &str = "[[waive]]\ncriterion = \"amount\"\nreason = \"R\"\n";

/// The text above, lines that are valid there, and lines with one mistake each.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    ("", &["", "[profile]", "contribution = []\nchannel = []\nwaive = []"], &["[[contribution]]", "[[channel]]", "[[waive]]"]),
    (
        PROFILE,
        &[
            "name = \"\"",
            "stage = \"candidate\"",
            "stage = \"renewal\"",
            "categories = []",
            "categories = [\"AI\"]",
            "categories = [\" data PLATFORM \"]",
            "categories = [\"\\u00a0\\u0085AI\\u3000\"]",
            "categories = [\"Security\", \"Office Development\"]",
            "categories = [\"Windows & Devices for IT\"]",
            "technology-areas = [\"Xyzzy\", \"\"]",
            "microsoft-employee = false",
            "nominator = \"microsoft-employee\"",
            "nominated-on = 1990-01-01",
            "as-of = 2100-12-31",
            "guidance = \"program-2026\"",
            "guidance = \"workshop-2020\"",
        ],
        &[
            "stage = \"Candidate\"",
            "categories = [\"Xyzzy\"]",
            "categories = [\"\"]",
            "categories = [\"A I\"]",
            "categories = [\"AI.\"]",
            "categories = [\"\\ufeffAI\"]",
            "categories = [\"\u{212a}I\"]",
            "as-of = 0000-01-01",
            "guidance = \"\"",
            "guidance = \" \"",
        ],
    ),
    (
        UNDATED,
        &["date = 2026-05-01T23:59:59-12:00", "date = 2026-05-01 07:32:00Z", "date = 2026-05-01T07:32:00.123"],
        &["", "date = 20260501", "date = \"\""],
    ),
    (
        ENTRY,
        &[
            "until = 2026-06-01",
            "url = \"\"",
            "role = \"panelist\"",
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
            "until = 1989-01-01",
            "role = \"Speaker\"",
            "category = \"Xyzzy\"",
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
        &["impact = { views = 1 }", "impact = { members = 1 }"],
    ),
    (
        "[[contribution]]\ntype = \"certification\"\ntitle = \"T\"\ndate = 2026-05-01\n",
        &["", "impact = {}"],
        &["impact = { views = 1 }"],
    ),
    (
        CHANNEL,
        &["ongoing = true", "until = 2026-06-01", "category = \"AI\""],
        &["count = 2", "technology-areas = []", "paid = false", "notes = \"N\""],
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
fn a_profile_has_at_most_a_hundred_categories() {
    for (items, expected) in [(100, true), (101, false)] {
        let text = format!("{PROFILE}categories = [{}]\n", "\"AI\", ".repeat(items));
        assert_eq!((accepts(&profile_validator(), &text), is_valid(&text)), (expected, expected), "{items}");
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
