//! Every kind of mistake in a profile: what is said of it, and where. By the library, from a text to its problems.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mvp_check::guidance::{category_of_any_edition, shipped};
use mvp_check::profile::{Profile, read};
use mvp_check::source::{Problem, Severity, Source};

/// A mistake as a reader meets it.
#[derive(Clone, Debug)]
struct Told {
    severity: Severity,
    line: usize,
    column: usize,
    message: String,
    help: String,
    /// Line and column of the second place, where there is one.
    related: Option<(usize, usize)>,
}

/// The text, line and column of its one mistake, a part of the message, a part of the help.
type Case<'c> = (&'c str, usize, usize, &'c str, &'c str);

/// Reads a text: what is told, how many errors, how many of them were not kept; and something of the profile.
fn judged<T>(text: &str, look: impl FnOnce(&Profile<'_>) -> T) -> (Vec<Told>, usize, usize, T) {
    let source = Source::new("profile.toml", text);
    let draft = read(&source);
    let edition = draft.person.guidance.as_ref().map_or("workshop-2020", |stated| &stated.value);
    let guidance = shipped(edition).or_else(|| shipped("workshop-2020")).expect("an edition that ships");
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    let (errors, more) = (problems.errors(), problems.more_errors);
    let told = problems.sorted().iter().map(|problem| told_of(problem, &source)).collect();
    (told, errors, more, look(&profile))
}

fn told_of(problem: &Problem, source: &Source) -> Told {
    // What counts further warnings stands nowhere.
    let place = problem.span.map_or((0, 0), |span| (source.place(span.start).line, source.place(span.start).column));
    let related = problem.related.as_ref().map(|(span, _)| source.place(span.start));
    Told {
        severity: problem.severity,
        line: place.0,
        column: place.1,
        message: problem.message.clone(),
        help: problem.help.clone().unwrap_or_default(),
        related: related.map(|place| (place.line, place.column)),
    }
}

fn told(text: &str) -> Vec<Told> {
    judged(text, |_| ()).0
}

/// Lines and columns of all that is told.
fn places(text: &str) -> Vec<(usize, usize)> {
    told(text).iter().map(|it| (it.line, it.column)).collect()
}

fn lines(text: &str) -> Vec<usize> {
    told(text).iter().map(|it| it.line).collect()
}

/// What stands above the lines of a case.
struct In(&'static str);

const WHOLE: In = In("");
/// The case begins in line 2.
const PROFILE: In = In("[profile]\n");
/// The case begins in line 4.
const UNDATED: In = In("[[contribution]]\ntype = \"article\"\ntitle = \"T\"\n");
/// The case begins in line 5.
const ENTRY: In = In("[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n");
/// The case begins in line 5. A talk may state other metrics than an article.
const TALK: In = In("[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2026-05-01\n");
/// The case begins in line 4.
const WAIVER: In = In("[[waive]]\ncriterion = \"amount\"\nreason = \"R\"\n");

impl In {
    fn text(&self, more: &str) -> String {
        format!("{}{more}\n", self.0)
    }

    /// Each case has its one mistake and no other. All cases that differ are shown at once.
    fn check(&self, severity: Severity, cases: &[Case<'_>]) {
        let mut differing = Vec::new();
        for (text, line, column, message, help) in cases {
            let found = told(&self.text(text));
            let fits = |it: &Told| {
                let place = (it.severity, it.line, it.column) == (severity, *line, *column);
                place && it.message.contains(message) && it.help.contains(help)
            };
            if found.len() != 1 || !fits(&found[0]) {
                differing.push(format!("{text:?}\n  expected {line}:{column} {message:?} {help:?}\n  found {found:#?}"));
            }
        }
        assert!(differing.is_empty(), "{}", differing.join("\n"));
    }

    fn errors(&self, cases: &[Case<'_>]) {
        self.check(Severity::Error, cases);
    }

    fn warnings(&self, cases: &[Case<'_>]) {
        self.check(Severity::Warning, cases);
    }

    /// Each text has neither a mistake nor a warning.
    fn fine(&self, texts: &[&str]) {
        for text in texts {
            let found = told(&self.text(text));
            assert!(found.is_empty(), "{text:?}: {found:#?}");
        }
    }
}

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

/// Text, place of the second one, place of the first.
type Twice<'c> = (&'c str, (usize, usize), (usize, usize));

fn check_duplicates(cases: &[Twice<'_>]) {
    for (text, second, first) in cases {
        let found = told(text);
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
    ]);
}

#[test]
fn every_duplicate_shows_both_places() {
    check_duplicates(&[
        ("[profile] # me\nname = \"A\"\n[profile]\n", (3, 2), (1, 2)),
        ("\u{feff}[profile]\nname = \"A\"\n[profile]\n", (3, 2), (1, 2)),
        ("[\"profile\"]\nname = \"A\"\n[profile]\n", (3, 2), (1, 2)),
        ("[profile]\nname = \"A\"\n\"na\\u006de\" = \"B\"\n", (3, 1), (2, 1)),
        (&ENTRY.text("impact = { views = 1 }\n[contribution.impact]\nlikes = 2"), (6, 15), (5, 1)),
        (&ENTRY.text("[contribution.impact]\nviews = 1\n[contribution.impact]\nlikes = 2"), (7, 15), (5, 15)),
    ]);
}

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

#[test]
fn unknown_names() {
    PROFILE.errors(&[
        ("stage = \"candidat\"", 2, 9, "candidat", "`candidate`"),
        ("stage = \"winner\"", 2, 9, "winner", "`renewal`"),
        ("nominator = \"friend\"", 2, 13, "friend", "`microsoft-employee`"),
        ("nominator = \"microsoft-emploee\"", 2, 13, "microsoft-emploee", "`microsoft-employee`"),
        ("categories = [\"AI\", \"Data Platfrom\"]", 2, 21, "Data Platfrom", "`Data Platform`"),
        ("categories = [\n  \"Xyzzy\",\n]", 3, 3, "Xyzzy", "`Business Applications`"),
    ]);
    ENTRY.errors(&[
        ("role = \"speeker\"", 5, 8, "speeker", "`speaker`"),
        ("role = \"xyzzy\"", 5, 8, "xyzzy", "`reviewer`"),
        ("category = \"Developer Technologie\"", 5, 12, "Developer Technologie", "`Developer Technologies`"),
        ("impact = { veiws = 1 }", 5, 12, "veiws", "`views`"),
        ("impact = { xyzzy = 1 }", 5, 12, "xyzzy", "`comments`"),
        ("impact = { views = 1, stars = 1 }", 5, 23, "stars", "`subscribers`"),
        ("[contribution.impact]\nstars = 1", 6, 1, "stars", "`subscribers`"),
    ]);
    let certification = ENTRY.text("impact = { views = 1 }").replace("article", "certification");
    let entry = "[[contribution]]\ntitle = \"T\"\ndate = 2026-05-01\ntype = ";
    WHOLE.errors(&[
        (&certification, 5, 12, "views", ""),
        (&format!("{entry}\"artcle\"\n"), 4, 8, "artcle", "`article`"),
        (&format!("{entry}\"xyzzy\"\n"), 4, 8, "xyzzy", "`workshop`"),
        (&format!("{entry}\"Article\"\n"), 4, 8, "Article", "`article`"),
        ("[[waive]]\ncriterion = \"concentraton\"\nreason = \"R\"\n", 2, 13, "concentraton", "`concentration`"),
        ("[[waive]]\ncriterion = \"xyzzy\"\nreason = \"R\"\n", 2, 13, "xyzzy", "`diversity`"),
        ("[[waive]]\ncriterion = \"eligibility\"\nreason = \"R\"\n", 2, 13, "eligibility", ""),
    ]);
}

#[test]
fn what_is_no_table_is_told_how_to_be_one() {
    WHOLE.errors(&[
        ("contribution = [1]\n[profile]", 1, 17, "a table", "[[contribution]]"),
        ("channel = [1]\n[profile]", 1, 12, "a table", "[[channel]]"),
        ("waive = [2]\n[profile]", 1, 10, "a table", "[[waive]]"),
    ]);
}

#[test]
fn warnings() {
    for url in ["ftp://example.org", "javascript:alert(1)", "data:text/html,x", "example.org"] {
        ENTRY.warnings(&[(&format!("url = \"{url}\""), 5, 7, "http", "")]);
    }
    ENTRY.fine(&["url = \"https://e.org\"", "url = \"http://e.org\"", "url = \"mailto:a@e.org\"", "url = \"HTTPS://E.ORG\""]);
    PROFILE.warnings(&[
        ("categories = [\"AI\", \"Security\"]", 2, 21, "program-2026", "program-2026"),
        ("nominated-on = 2026-10-05", 2, 16, "`nominator`", "nominator = \"mvp\""),
    ]);
    PROFILE.fine(&["nominator = \"mvp\"\nnominated-on = 2026-10-05"]);
    // The edition of 2020 lists no technology areas, so that any name is one.
    PROFILE.fine(&["technology-areas = [\"Xyzzy\"]", "categories = [\"ai\"]"]);
    In("[profile]\nguidance = \"program-2026\"\n").warnings(&[
        ("categories = [\"Office Development\"]", 3, 15, "workshop-2020", "workshop-2020"),
        ("technology-areas = [\".NET\", \"DevOp\"]", 3, 29, "DevOp", "`DevOps`"),
        ("technology-areas = [\"Xyzzy\"]", 3, 21, "Xyzzy", "list areas"),
        // Two spellings of one area.
        ("technology-areas = [\"Xyzzy\", \"xYZZY \"]", 3, 21, "Xyzzy", "list areas"),
    ]);
}

/// The header stands in the third line, in the third column, so that no place is right by chance.
fn without(header: &str, keys: &[(&str, &str)], missing: &str) -> String {
    let kept = keys.iter().filter(|(key, _)| *key != missing);
    kept.fold(format!("[profile]\nname = \"A\"\n  {header}\n"), |text, (key, value)| format!("{text}{key} = {value}\n"))
}

#[test]
fn missing_keys_are_told_at_the_header() {
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

/// For every key of a table every value of another kind than the key's own is one error at the value.
fn check_kinds(header: &str, keys: &[(&str, &str)]) {
    for (at, (key, own)) in keys.iter().enumerate() {
        for (value, kind) in KINDS.iter().filter(|(_, kind)| kind != own) {
            let valid = |own: &str| KINDS.iter().find(|(_, kind)| *kind == own).unwrap().0;
            let line = |(name, own): &(&str, &str)| format!("{name} = {}\n", if name == key { value } else { valid(own) });
            let text = format!("{header}\n{}", keys.iter().map(line).collect::<String>());
            // Names of the guidance stay unknown here: only what concerns the key itself is looked at.
            let found: Vec<Told> = told(&text).into_iter().filter(|it| it.line == at + 2).collect();
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
        let (found, .., days) = judged(&UNDATED.text(&format!("date = {written}")), |profile| {
            profile.contributions.iter().map(|it| it.date.to_string()).collect::<Vec<_>>()
        });
        assert!(found.is_empty(), "{written}: {found:#?}");
        assert_eq!(days, ["2026-05-01"], "{written}");
    }
}

/// Each value of a key of an `impact` table is one error at the value.
fn check_impact(within: &In, key: &str, values: &[&str]) {
    for value in values {
        let text = format!("impact = {{ {key} = {value} }}");
        let column = text.len() - value.len() - " }".len() + 1;
        within.errors(&[(&text, 5, column, &format!("`{key}`"), "")]);
    }
}

#[test]
fn numbers() {
    for value in ["0", "-1", "1_000_001", "99999999999999999999999999999999999999999", "1.5", "nan", "inf"] {
        ENTRY.errors(&[(&format!("count = {value}"), 5, 9, "`count`", "")]);
    }
    let beyond_128_bits = ["170141183460469231731687303715884105728", "-170141183460469231731687303715884105729"];
    check_impact(&ENTRY, "views", &["-1", "1_000_000_000_001", "1.5", "nan", "inf", "-inf"]);
    check_impact(&ENTRY, "views", &beyond_128_bits);
    check_impact(&TALK, "rating", &["5.1", "6", "-0.1", "nan", "inf", "-inf"]);
    for value in ["0x", "0b", "0o", "1_0\u{660}"] {
        ENTRY.errors(&[(&format!("count = {value}"), 5, 9, "cannot be read", "")]);
        check_impact(&ENTRY, "views", &[value]);
    }
    ENTRY.errors(&[("count = 1.5", 5, 9, "whole", ""), ("impact = { views = 1.5 }", 5, 20, "whole", "")]);
    ENTRY.fine(&["count = 1", "count = 1_000_000", "impact = { views = 0 }", "impact = { views = 1_000_000_000_000 }"]);
    TALK.fine(&["impact = { rating = 5.0 }", "impact = { rating = 5 }", "impact = { rating = 0.0 }"]);
}

/// A text at its limit is fine, one character more is an error at its first character.
fn check_length(within: &In, key: &str, line: usize, longest: usize) {
    for (head, character) in [("", "x"), ("", "ž"), ("", "中"), ("", "👍"), ("https://e.org/", "ž")] {
        // Only an address has to begin like one.
        if (key == "url") != head.is_empty() {
            let text = |characters: usize| format!("{key} = \"{head}{}\"", character.repeat(characters - head.len()));
            within.fine(&[&text(longest)]);
            within.errors(&[(&text(longest + 1), line, key.len() + 4, &format!("`{key}`"), "")]);
        }
    }
}

#[test]
fn texts_have_a_longest_length() {
    for key in ["url", "language", "highlight"] {
        check_length(&ENTRY, key, 5, 2_000);
    }
    for key in ["description", "notes"] {
        check_length(&ENTRY, key, 5, 20_000);
    }
    check_length(&PROFILE, "name", 2, 2_000);
    check_length(&In("[[waive]]\ncriterion = \"amount\"\n"), "reason", 3, 2_000);
    check_length(&In("[[contribution]]\ntype = \"article\"\ndate = 2026-05-01\n"), "title", 4, 2_000);
    let long = "ž".repeat(2_001);
    ENTRY.errors(&[(&format!("audience = [\"a\", \"{long}\"]"), 5, 18, "`audience`", "")]);
    PROFILE.errors(&[(&format!("categories = [\"{long}\"]"), 2, 15, "`categories`", "")]);
}

#[test]
fn lists_of_an_entry_have_at_most_a_hundred_items() {
    for key in ["technology-areas", "audience"] {
        let text = |items: usize| format!("{key} = [\n{}]", "\"a\",\n".repeat(items));
        ENTRY.fine(&[&text(100)]);
        ENTRY.errors(&[(&text(101), 5, key.len() + 4, &format!("`{key}`"), "")]);
    }
}

#[test]
fn a_damaged_line_is_told_once_and_the_rest_is_judged() {
    let text = "[profile]\nname = \"A\nstage = \"candidat\"\n\
        [[contribution]]\ntype = article\nrolle = \"x\" \"y\"\ntitle = 7\n\
        [[contribution]]\ntype = \"artcle\"\ntitle = \"T\"\ndate = 2026-13-01\nurl =\n\
        [[waive]]\nreason = why not\n[[waive]]\ncriterion = \"amuont\"\nreason = \"R\"\n";
    // Of a damaged table nothing is told as missing: it may stand in what could not be read.
    assert_eq!(lines(text), [2, 3, 5, 6, 7, 9, 11, 12, 14, 16]);
}

#[test]
fn a_line_that_is_no_toml_hides_nothing_below() {
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
    // Of the damaged entry itself either is fine: its type may be judged or not.
    for header in ["[[contribution]", "[[contribution", "[[contribution]] x"] {
        assert!(found(header).starts_with(&[1]) && found(header).ends_with(&[6]), "{header}: {:?}", found(header));
    }
}

#[test]
fn one_slip_is_told_once() {
    for text in ["[profile]\n%%%\n", "[profile]\nname: \"A\"\n", "[profile]\rname = \"A\"\rstage = \"renewal\"\r"] {
        assert_eq!(told(text).len(), 1, "{text:?}: {:#?}", told(text));
    }
    let found = lines("[profile]\ncategories = [\"AI\"\nstage = \"renewal\"\nname = \"A\"\n");
    assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
    let unclosed_table = told(&(ENTRY.text("impact = { views = 1") + &ENTRY.text("")));
    assert!(!unclosed_table.iter().any(|it| it.message.contains("duplicate")), "{unclosed_table:#?}");
}

#[test]
fn of_many_mistakes_a_hundred_are_kept_and_the_rest_is_counted() {
    for (line, keys) in [("role = \"x\"", 5), ("what is this", 5), ("xyzzy = 1", 5)] {
        let (found, errors, more, ()) = judged(&ENTRY.text(line).repeat(150), |_| ());
        assert_eq!((errors, more), (150, 50), "{line}");
        let first: Vec<usize> = (0..100).map(|entry| entry * 5 + keys).collect();
        assert_eq!(found.iter().map(|it| it.line).collect::<Vec<_>>(), first, "{line}");
    }
    // Warnings have a hundred of their own and push no error out.
    let text = ENTRY.text("url = \"ftp://x\"").repeat(150) + &ENTRY.text("role = \"x\"");
    let (found, errors, more, ()) = judged(&text, |_| ());
    assert_eq!((found.len(), errors, more), (102, 1, 0));
    assert_eq!(found.iter().rev().take(2).map(|it| it.line).collect::<Vec<_>>(), [0, 755]);
    assert_eq!(found.last().map(|it| it.message.as_str()), Some("50\u{a0}more warnings"));
}

#[test]
fn columns_count_characters() {
    ENTRY.errors(&[
        ("audience = [\"žluťoučký\", 1]", 5, 26, "text", ""),
        ("audience = [\"中文👍\", 1]", 5, 20, "text", ""),
        ("impact = { \"žluť\" = 1 }", 5, 12, "žluť", ""),
        ("impact = { views = 1, \"žluť\" = 1 }", 5, 23, "žluť", ""),
        ("highlight = \"žluťoučký\" x", 5, 25, "", ""),
    ]);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_no_place() {
    let text = format!("# ž\n[profile]\nname = 7\n{}", ENTRY.text("role = \"x\"\nurl ="));
    let expected = [(3, 8), (8, 8), (9, 6)];
    let crlf = text.replace('\n', "\r\n");
    for text in [&text, &crlf, &format!("\u{feff}{text}"), &format!("\u{feff}{crlf}"), text.trim_end(), crlf.trim_end()] {
        assert_eq!(places(text), expected, "{text:?}");
    }
    assert_eq!(places("\u{feff}name = 7\n"), [(1, 1)]);
}

#[test]
fn what_says_little_is_no_mistake() {
    WHOLE.fine(&["", "\u{feff}", "\n\r\n", "# nothing", "[profile]", "[profile]\r\n"]);
    let example = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/profile.toml")).unwrap();
    let crlf = example.replace('\n', "\r\n");
    for text in [&example, &crlf, &format!("\u{feff}{crlf}")] {
        let (found, .., entries) = judged(text, |profile| profile.contributions.len());
        assert!(found.is_empty() && entries == example.matches("[[contribution]]").count(), "{entries}: {found:#?}");
    }
}

/// The lines that the example says to be wrong, and those that are told.
fn lines_of_the_example() -> (Vec<usize>, Vec<usize>) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/invalid.toml")).unwrap();
    let is_numbered = |line: &str| line.strip_prefix("# ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let announced = text.lines().enumerate().filter(|(_, line)| is_numbered(line)).map(|(at, _)| at + 2);
    let told = told(&text).into_iter().filter(|it| it.severity == Severity::Error).map(|it| it.line);
    (announced.collect(), told.collect())
}

/// Place in the list of the entry with `until` and `ongoing`: see the test below.
const BOTH_STATED: usize = 13;

#[test]
fn the_example_has_its_twenty_mistakes() {
    let (mut announced, mut told) = lines_of_the_example();
    assert_eq!((announced.len(), told.len()), (20, 20));
    announced.remove(BOTH_STATED);
    told.remove(BOTH_STATED);
    assert_eq!(told, announced);
}

#[test]
fn the_example_numbers_the_line_above_each_mistake() {
    let (announced, told) = lines_of_the_example();
    assert_eq!(told[BOTH_STATED], announced[BOTH_STATED]);
}

#[test]
fn names_of_another_list_are_told_as_what_they_are() {
    let help = |text: &str| told(text)[0].help.clone();
    assert!(help(&ENTRY.text("").replace("\"article\"", "\"Blog\"")).contains("`article`"), "the portal's name of articles");
    assert!(
        help("[profile]\nguidance = \"program-2026\"\ncategories = [\"Excel\"]\n").contains("category `M365`"),
        "an area is no category"
    );
}

#[test]
fn a_channel_without_an_address_is_refused_and_not_passed_over() {
    let channel = "[[channel]]\ntype = \"article\"\ntitle = \"B\"\nurl = \" \"\ndate = 2026-01-01\nimpact = { views = 1 }\n";
    let found = told(channel);
    assert_eq!((found.len(), found[0].line, found[0].column), (1, 4, 7), "{found:#?}");
    assert!(matches!(found[0].severity, Severity::Error));
}
