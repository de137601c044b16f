//! The schema and the reader agree about random profiles.

use jsonschema::Validator;
use proptest::prelude::*;

use super::agreement::{CHANNEL, ENTRY, PROFILE, WAIVER};
use super::{accepts, as_json, is_valid, is_valid_by, profile_validator, read, schema, validator};
use crate::guidance;
use crate::inner_tests::random_profiles::assert_for_each;
use crate::source::Source;

/// A key, valid values, wrong values.
type Key = (&'static str, &'static [&'static str], &'static [&'static str]);

/// Without values that a schema cannot recognize as wrong: quoted dates, dates as text, `1.0`, `until` before `date`.
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

/// Random numbers, taken one by one.
struct Chance<'n>(std::slice::Iter<'n, u16>);

impl Chance<'_> {
    fn one_in(&mut self, times: u16) -> bool {
        self.0.next().is_some_and(|number| number % times == 0)
    }

    fn of<'i>(&mut self, items: &[&'i str]) -> &'i str {
        items[usize::from(*self.0.next().unwrap_or(&0)) % items.len()]
    }

    /// A line for a key, now and then with a value that is or may be wrong.
    fn line(&mut self, (key, fine, mistakes): &Key) -> String {
        let value = match (fine.is_empty() || self.one_in(60), mistakes.is_empty() || self.one_in(2)) {
            (false, _) => self.of(fine),
            (true, false) => self.of(mistakes),
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

fn agree(validator: &Validator, text: &str, expected: bool) -> Result<(), String> {
    if accepts(validator, text) == expected {
        return Ok(());
    }
    let errors: Vec<String> =
        as_json(text).iter().flat_map(|json| validator.iter_errors(json).map(|it| it.to_string()).collect::<Vec<_>>()).collect();
    Err(format!("{text}\n{errors:#?}"))
}

fn agree_about_many(cases: u32) {
    let validator = profile_validator();
    let counts = std::cell::Cell::new((0, 0));
    assert_for_each(cases, 7, &profiles(), |text| {
        let (valid, wrong) = counts.get();
        counts.set(if is_valid(&text) { (valid + 1, wrong) } else { (valid, wrong + 1) });
        agree(&validator, &text, is_valid(&text))
    });
    let (valid, wrong) = counts.get();
    assert!(valid * 5 > wrong && wrong * 5 > valid, "{valid} valid, {wrong} wrong: too few of one kind");
}

#[test]
fn they_agree_about_each_key_alone() {
    let validator = profile_validator();
    let until: &[Key] = &[("until", LATER, BAD_DAYS)];
    for (above, keys) in [(PROFILE, PERSON_KEYS), (ENTRY, ENTRY_KEYS), (CHANNEL, CHANNEL_KEYS), (WAIVER, until)] {
        for (key, fine, mistakes) in keys {
            for value in fine.iter().chain(*mistakes).chain(WRONG) {
                let text = format!("{above}{key} = {value}\n");
                agree(&validator, &text, is_valid(&text)).unwrap();
            }
        }
    }
}

#[test]
fn they_agree_about_random_profiles() {
    agree_about_many(80);
}

#[test]
#[ignore = "slow: run nightly"]
fn they_agree_about_many_random_profiles() {
    agree_about_many(5_000);
}

#[test]
fn they_agree_about_custom_guidance() {
    let own = read("examples/community-guidance.toml")
        + "\n[type.podcast]\none = \"a podcast\"\nmany = \"podcasts\"\nwhat = \"A podcast.\"\nmetrics = [\"listens\", \"plays\"]\nbegin = \"Talk.\"\nnumbers = \"There.\"\n\
           [metric.plays]\none = \"play\"\nmany = \"plays\"\nwhat = \"Plays.\"\ndecimal-up-to = 9.5\n[criterion.focus]\nwaivable = false\n[[category]]\nname = \"Our (own) *category*\"\n";
    let guidance = guidance::read(&Source::new("own.toml", own)).unwrap_or_else(|it| panic!("{:#?}", it.sorted()));
    let alone = validator(&schema::profile::schema_by(&guidance));
    let entry = "[[contribution]]\ntype = \"podcast\"\ntitle = \"T\"\ndate = 2026-05-01\n";
    let open = profile_validator();
    for (text, expected) in [
        (format!("{entry}impact = {{ plays = 9.5, listens = 3 }}\ncategory = \"our (OWN) *category*\"\n"), true),
        (format!("{entry}category = \"our own category\"\n"), false),
        (format!("{entry}category = \"Security\"\n"), true),
        (format!("{entry}impact = {{ plays = 9.6 }}\n"), false),
        (format!("{entry}impact = {{ views = 1 }}\n"), false),
        ("[[waive]]\ncriterion = \"focus\"\nreason = \"x\"\n".into(), false),
        ("[[waive]]\ncriterion = \"sharing\"\nreason = \"x\"\n".into(), true),
    ] {
        assert_eq!((accepts(&alone, &text), is_valid_by(&text, &guidance)), (expected, expected), "{text}");
        // The general schema does not know these names: it accepts them if the profile names custom guidance.
        let by_own = format!("[profile]\nguidance = \"own.toml\"\n{text}");
        assert!(accepts(&alone, &by_own) == expected && (accepts(&open, &by_own) || !expected), "{text}");
    }
    assert!(!accepts(&open, entry) && !accepts(&open, &format!("[profile]\nguidance = \"workshop-2020\"\n{entry}")));
    assert_for_each(100, 8, &profiles(), |text| agree(&alone, &text, is_valid_by(&text, &guidance)));
}
