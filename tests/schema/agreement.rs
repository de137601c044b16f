//! Schema and checker say the same of a profile: for many single mistakes, and for profiles put together by chance.

use jsonschema::Validator;
use mvp_check::guidance::{self, Guidance, category_of_any_edition, shipped};
use mvp_check::profile;
use mvp_check::source::Source;
use proptest::prelude::*;

use crate::{read, takes, validator};

/// Whether the checker finds no error, by the edition that the profile names.
fn is_fine(text: &str) -> bool {
    let source = Source::new("profile.toml", text);
    let draft = profile::read(&source);
    let named = draft.person.guidance.as_ref().map_or("workshop-2020", |stated| &stated.value);
    let edition = shipped(named).unwrap_or_else(|| shipped("workshop-2020").unwrap());
    draft.resolve(&edition.vocabulary, &category_of_any_edition).1.errors() == 0
}

fn is_fine_by(text: &str, guidance: &Guidance) -> bool {
    profile::read(&Source::new("profile.toml", text)).resolve(&guidance.vocabulary, &category_of_any_edition).1.errors() == 0
}

const PROFILE: &str = "[profile]\n";
const UNDATED: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\n";
const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n";
const TALK: &str = "[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2026-05-01\n";
const CHANNEL: &str =
    "[[channel]]\ntype = \"video\"\ntitle = \"C\"\nurl = \"https://e.org\"\ndate = 2026-05-01\nimpact = { views = 1 }\n";
const WAIVER: &str = "[[waive]]\ncriterion = \"amount\"\nreason = \"R\"\n";

/// What stands above, lines that are fine there, lines of which each is one mistake.
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
fn every_single_mistake_is_refused_by_both() {
    let validator = validator(&[]);
    let mut differing = Vec::new();
    for (above, fine, mistakes) in CASES {
        let lines = fine.iter().map(|line| (line, true)).chain(mistakes.iter().map(|line| (line, false)));
        for (line, expected) in lines {
            // Whether this is the only profile or one of several entries of it.
            for text in [format!("{above}{line}\n"), format!("{above}{line}\n{WAIVER}{CHANNEL}{TALK}")] {
                if above.is_empty() && text.contains(WAIVER) {
                    continue;
                }
                let said = (takes(&validator, &text), is_fine(&text));
                if said != (expected, expected) {
                    differing.push(format!("{text}  expected {expected}, schema and checker say {said:?}"));
                }
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn lengths_have_the_same_limits() {
    let validator = validator(&[]);
    let check = |above: &str, key: &str, longest: usize| {
        // Characters are counted, and not bytes.
        for character in ["x", "ž", "👍"] {
            let text = |length: usize| format!("{above}{key} = \"{}\"\n", character.repeat(length));
            for (text, expected) in [(text(longest), true), (text(longest + 1), false)] {
                assert_eq!((takes(&validator, &text), is_fine(&text)), (expected, expected), "{above}{key} {longest}");
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
            assert_eq!((takes(&validator, &text), is_fine(&text)), (expected, expected), "{key} {items}");
        }
    }
    for length in [2_000, 2_001] {
        let blank = " ".repeat(length - 2);
        for text in [format!("{PROFILE}categories = [\"AI{blank}\"]\n"), format!("{ENTRY}audience = [\"{blank}xx\"]\n")] {
            assert_eq!((takes(&validator, &text), is_fine(&text)), (length == 2_000, length == 2_000), "{length}");
        }
    }
}

/// A key, values that are fine, values that may not be.
type Key = (&'static str, &'static [&'static str], &'static [&'static str]);

/// No value here is one of those that a schema cannot tell: quoted dates, dates for texts, `1.0`, `until` before `date`.
const WRONG: &[&str] =
    &["\"\"", "\" \"", "7", "-1", "1.5", "nan", "true", "[]", "[7]", "{}", "{ x = 1 }", "99999999999999999999"];
const DAYS: &[&str] = &["2026-01-05", "1990-01-01", "2025-02-28T10:00:00Z", "2024-02-29 10:00:00"];
const LATER: &[&str] = &["2026-06-01", "2100-12-31", "2027-01-01T00:00:00+02:00"];
const BAD_DAYS: &[&str] = &["1989-12-31", "2101-01-01", "07:32:00", "\"soon\""];
const TEXTS: &[&str] = &["\"x\"", "\"https://e.org\"", "'''a\nb'''", "\"ž 👍\""];
const LISTS: &[&str] = &["[\".NET\"]", "[\"DevOps\", \"Web Development\"]", "[\"Xyzzy\", \"\"]"];
const CATEGORIES: &[&str] = &["\"AI\"", "\" data platform\"", "\"Security\"", "\"M365\"", "\"m365\""];
const TYPES: &[&str] = &["\"article\"", "\"talk\"", "\"video\"", "\"open-source\"", "\"event\"", "\"book\"", "\"certification\""];
const IMPACTS: &[&str] = &[
    "{ views = 1 }",
    "{ attendees = 12 }",
    "{ attendees = 3, rating = 4.5 }",
    "{ stars = 1, forks = 0 }",
    "{ likes = 2, views = 3 }",
    "{ members = 9 }",
    "{ copies = 7 }",
    "{ subscribers = 1_000_000_000_000 }",
];
const BAD_IMPACTS: &[&str] = &["{ views = -1 }", "{ rating = 6 }", "{ veiws = 1 }", "{ views = \"1\" }", "{ stars = 1.5 }", "{}"];

const PERSON_KEYS: &[Key] = &[
    ("name", TEXTS, &[]),
    ("stage", &["\"candidate\"", "\"renewal\""], &["\"Renewal\""]),
    ("categories", &["[\"AI\"]", "[\"security\", \"AI\"]", "[\" M365 \"]"], &["[\"Xyzzy\"]", "[\"AI\", 1]"]),
    ("technology-areas", LISTS, &[]),
    ("microsoft-employee", &["true", "false"], &["\"no\""]),
    ("nominator", &["\"mvp\"", "\"microsoft-employee\""], &["\"me\""]),
    ("nominated-on", DAYS, BAD_DAYS),
    ("as-of", LATER, BAD_DAYS),
    ("guidance", &["\"workshop-2020\"", "\"program-2026\""], &[]),
    ("nmae", &[], &["\"x\""]),
];
const ENTRY_KEYS: &[Key] = &[
    ("until", LATER, BAD_DAYS),
    ("ongoing", &["true", "false"], &["\"yes\""]),
    ("url", TEXTS, &[]),
    ("role", &["\"author\"", "\"other\""], &["\"autor\""]),
    ("count", &["1", "12", "1_000_000"], &["0", "1_000_001", "2.5"]),
    ("category", CATEGORIES, &["\"Xyzzy\""]),
    ("technology-areas", LISTS, &[]),
    ("audience", LISTS, &[]),
    ("language", TEXTS, &[]),
    ("paid", &["true", "false"], &[]),
    ("description", TEXTS, &[]),
    ("highlight", TEXTS, &[]),
    ("notes", TEXTS, &[]),
    ("impact", IMPACTS, BAD_IMPACTS),
    ("langauge", &[], &["\"de\""]),
];
const CHANNEL_KEYS: &[Key] = &[
    ("until", LATER, BAD_DAYS),
    ("ongoing", &["true", "false"], &[]),
    ("category", CATEGORIES, &["\"Xyzzy\""]),
    ("role", &[], &["\"author\""]),
];
const NEEDED_KEYS: &[Key] = &[("type", TYPES, &["\"artcle\"", "\"Talk\""]), ("title", TEXTS, &[]), ("date", DAYS, BAD_DAYS)];
const NEEDED_BY_CHANNELS: &[Key] = &[("url", TEXTS, &["\" \""]), ("impact", IMPACTS, BAD_IMPACTS)];
const WAIVER_KEYS: &[Key] = &[
    ("criterion", &["\"amount\"", "\"regularity\"", "\"focus\""], &["\"eligibility\"", "\"xyzzy\""]),
    ("reason", TEXTS, &["\" \""]),
];

/// Numbers by chance, taken one by one.
struct Chance<'n>(std::slice::Iter<'n, u16>);

impl Chance<'_> {
    fn one_in(&mut self, times: u16) -> bool {
        self.0.next().is_some_and(|number| number % times == 0)
    }

    fn of<'i>(&mut self, items: &[&'i str]) -> &'i str {
        items[usize::from(*self.0.next().unwrap_or(&0)) % items.len()]
    }

    /// A line for a key: once in a while with a value that is wrong, or perhaps is.
    fn line(&mut self, (key, fine, mistakes): &Key) -> String {
        let value = match (fine.is_empty() || self.one_in(60), mistakes.is_empty() || self.one_in(2)) {
            (false, _) => self.of(fine),
            (true, false) => self.of(mistakes),
            // A list or table stands for a text, and so on; all dates are one kind.
            (true, true) => self.of(WRONG),
        };
        format!("{key} = {value}\n")
    }

    fn table(&mut self, header: &str, needed: &[Key], more: &[Key]) -> String {
        let mut text = format!("{header}\n");
        for key in needed {
            if !self.one_in(80) {
                text += &self.line(key);
            }
        }
        for key in more {
            if !key.1.is_empty() && self.one_in(4) || self.one_in(90) {
                text += &self.line(key);
            }
        }
        text
    }

    fn profile(&mut self) -> String {
        let mut text = String::new();
        if !self.one_in(5) {
            text += &self.table("[profile]", &[], PERSON_KEYS);
        }
        for _ in 0..1 + u8::from(self.one_in(2)) {
            text += &self.table("[[contribution]]", NEEDED_KEYS, ENTRY_KEYS);
        }
        if self.one_in(3) {
            text += &self.table("[[channel]]", &[NEEDED_KEYS, NEEDED_BY_CHANNELS].concat(), CHANNEL_KEYS);
        }
        if self.one_in(3) {
            text += &self.table("[[waive]]", WAIVER_KEYS, &[("until", LATER, BAD_DAYS)]);
        }
        text
    }
}

/// Enough numbers for the largest profile.
fn profiles() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<u16>(), 300).prop_map(|numbers| Chance(numbers.iter()).profile())
}

fn agree(validator: &Validator, text: &str, is_fine: bool) -> Result<(), TestCaseError> {
    let found: Vec<String> = crate::as_json(text)
        .iter()
        .flat_map(|json| validator.iter_errors(json).map(|it| it.to_string()).collect::<Vec<_>>())
        .collect();
    prop_assert_eq!(takes(validator, text), is_fine, "{}\n{:#?}", text, found);
    Ok(())
}

/// Runs as many cases as the variable `PROPTEST_CASES` says, else a few hundred.
fn runner() -> proptest::test_runner::TestRunner {
    proptest::test_runner::TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })
}

#[test]
fn they_agree_on_profiles_put_together_by_chance() {
    let validator = validator(&[]);
    let seen = std::cell::Cell::new((0, 0));
    let mut runner = runner();
    runner
        .run(&profiles(), |text| {
            let fine = is_fine(&text);
            let (yes, no) = seen.get();
            seen.set(if fine { (yes + 1, no) } else { (yes, no + 1) });
            agree(&validator, &text, fine)
        })
        .unwrap();
    let (fine, wrong) = seen.get();
    assert!(fine * 5 > wrong && wrong * 5 > fine, "{fine} fine, {wrong} wrong: too few of one kind to say much");
}

#[test]
fn they_agree_on_one_guidance_alone() {
    let own = read("examples/community-guidance.toml")
        + "\n[type.podcast]\none = \"a podcast\"\nmany = \"podcasts\"\nwhat = \"A podcast.\"\nmetrics = [\"listens\", \"plays\"]\nbegin = \"Talk.\"\nnumbers = \"There.\"\n\
           [metric.plays]\none = \"play\"\nmany = \"plays\"\nwhat = \"Plays.\"\ndecimal-up-to = 9.5\n[criterion.focus]\nwaivable = false\n[[category]]\nname = \"Our (own) *category*\"\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.toml");
    std::fs::write(&path, &own).unwrap();
    let guidance = guidance::read(&Source::new("own.toml", own)).unwrap_or_else(|it| panic!("{:#?}", it.sorted()));
    let alone = validator(&["--guidance", path.to_str().unwrap()]);
    let entry = "[[contribution]]\ntype = \"podcast\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    let open = validator(&[]);
    for (text, expected) in [
        (format!("{entry}impact = {{ plays = 9.5, listens = 3 }}\ncategory = \"our (OWN) *category*\"\n"), true),
        (format!("{entry}category = \"our own category\"\n"), false),
        (format!("{entry}category = \"Security\"\n"), true),
        (format!("{entry}impact = {{ plays = 9.6 }}\n"), false),
        (format!("{entry}impact = {{ views = 1 }}\n"), false),
        ("[[waive]]\ncriterion = \"focus\"\nreason = \"x\"\n".into(), false),
        ("[[waive]]\ncriterion = \"sharing\"\nreason = \"x\"\n".into(), true),
    ] {
        assert_eq!((takes(&alone, &text), is_fine_by(&text, &guidance)), (expected, expected), "{text}");
        // The schema for any guidance knows no name of this one: it takes them where the profile names a file of its own.
        let by_own = format!("[profile]\nguidance = \"own.toml\"\n{text}");
        assert!(takes(&alone, &by_own) == expected && (takes(&open, &by_own) || !expected), "{text}");
    }
    assert!(!takes(&open, entry) && !takes(&open, &format!("[profile]\nguidance = \"workshop-2020\"\n{entry}")));
    runner()
        .run(&profiles(), |text| {
            let fine = is_fine_by(&text, &guidance);
            agree(&alone, &text, fine)
        })
        .unwrap();
}

#[test]
fn what_does_not_hang_on_names_is_refused_with_a_guidance_of_ones_own_too() {
    let open = validator(&[]);
    let head = "[profile]\nguidance = \"own.toml\"\n";
    let valid = "type = \"x\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    let takes_entry = |line: &str| takes(&open, &format!("{head}[[contribution]]\n{valid}{line}\n"));
    assert!(takes_entry("impact = { x = 1.5 }\ncategory = \"x\"\nrole = \"author\""));
    for line in
        ["impact = { x = -1 }", "impact = { x = \"1\" }", "langauge = \"de\"", "role = \"x\"", "count = 0", "until = 1989-01-01"]
    {
        assert!(!takes_entry(line), "{line}");
    }
    assert!(takes(&open, &format!("{head}[[waive]]\ncriterion = \"x\"\nreason = \"y\"\n")));
    assert!(!takes(&open, &format!("{head}[[waive]]\ncriterion = \"x\"\nreason = \" \"\n")));
    assert!(!takes(&open, "[profile]\nguidance = \"\"\n"));
}
