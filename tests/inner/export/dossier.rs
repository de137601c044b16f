//! The nomination summary.

use super::{entry, exported, exported_by, guidance_without, profile};

fn dossier(arguments: &[&str], text: &str) -> String {
    exported(&[&["dossier"], arguments].concat(), text).unwrap().replace('\u{a0}', " ")
}

/// The lines under a heading, up to the next heading of the same or a higher level.
fn below<'t>(text: &'t str, heading: &str) -> Vec<&'t str> {
    let level = |line: &str| line.bytes().take_while(|byte| *byte == b'#').count();
    let wanted = level(heading);
    let mut lines = text.lines().skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "{heading} is missing: {text}");
    lines.take_while(|line| level(line) == 0 || level(line) > wanted).filter(|line| !line.is_empty()).collect()
}

/// Titles of list items, without their links.
fn titles(lines: &[&str]) -> Vec<String> {
    let items = lines.iter().filter_map(|line| line.strip_prefix("- "));
    items.map(|item| item.split([']', '·']).next().unwrap().trim_matches(['[', ' ']).to_owned()).collect()
}

#[test]
fn the_head_names_the_person_and_the_numbers_of_the_window() {
    let text = dossier(&[], include_str!("../../../examples/profile.toml"));
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).take(3).collect();
    assert_eq!(
        lines,
        [
            "# Amal Example",
            "Candidate · Developer Technologies · .NET, DevOps, Web Development",
            "24 Nov 2025 to 23 Nov 2026 · as of 23 Nov 2026"
        ]
    );
    let numbers = below(&text, "## The 12 months in numbers");
    // 9 articles and 2 more of a series; 6 of 9 evenings are in the window by their days.
    assert!(numbers[0].contains("41 answers, 11 articles, 2 videos, 5 talks, 6 events"), "{numbers:?}");
    assert!(numbers[2].contains("Amal reads code") && numbers[2].contains("9 600 views, 430 subscribers"), "{numbers:?}");
    for word in ["gap", "verdict", "required", "recommended", "yardstick", "missing", "certification", "not assessed"] {
        assert!(!text.to_lowercase().contains(word), "{word} is for the author alone");
    }
}

#[test]
fn highlights_are_five_in_the_order_of_their_impact() {
    let stated = [
        ("Small with a word", "2026-01-01", "highlight = \"Why it mattered.\"\nimpact = { views = 10 }"),
        ("Large with a word", "2026-01-02", "highlight = \"It helped.\"\nimpact = { views = 900 }"),
        ("Largest without", "2026-01-03", "impact = { views = 90_000 }"),
        ("Second without", "2026-01-04", "impact = { views = 5_000 }"),
        ("Blank word", "2026-01-05", "highlight = \" \"\nimpact = { views = 20 }"),
        ("Same number, newer", "2026-01-06", "impact = { views = 20 }"),
        ("No number, newest", "2026-11-01", ""),
    ];
    let entries: String = stated.iter().map(|(title, date, more)| entry("article", title, date, more)).collect();
    let text = dossier(&[], &profile(&entries));
    let lines = below(&text, "## Highlights");
    let expected = ["Large with a word", "Small with a word", "Largest without", "Second without", "Same number, newer"];
    assert_eq!(titles(&lines), expected);
    assert_eq!(lines[0..2], ["- Large with a word · article · 2 Jan 2026 · 900 views", "  > It helped."]);
    assert_eq!(below(&text, "### Articles").len(), 7);
}

#[test]
fn an_entry_without_impact_is_no_highlight() {
    let text = dossier(&[], &profile(&entry("talk", "A", "2026-05-01", "impact = { rating = 4.5 }")));
    assert!(!text.contains("## Highlights"), "{text}");
    assert_eq!(below(&text, "### Talks"), ["- A · 1 May 2026 · rating 4.5 of 5"]);
    // Stars reach nobody, but enough of them make an entry notable.
    let text = dossier(&[], &profile(&entry("sample-code", "A", "2026-05-01", "impact = { stars = 60 }")));
    assert_eq!(titles(&below(&text, "## Highlights")), ["A"]);
}

#[test]
fn an_activity_shows_all_its_details() {
    let entries = [
        entry(
            "event",
            "Evenings",
            "2025-12-01",
            "until = 2026-04-30\ncount = 5\nrole = \"organizer\"\nimpact = { attendees = 110, members = 300 }\nurl = \"https://example.org/e\"",
        ),
        entry("open-source", "Library", "2026-03-01", "ongoing = true\nimpact = { stars = 1 }"),
        entry("talk", "One day", "2026-05-01", "until = 2026-05-01\nurl = \"javascript:alert(1)\""),
        entry("talk", "Newer", "2026-06-01", ""),
    ];
    let text = dossier(&[], &profile(&entries.concat()));
    assert_eq!(
        below(&text, "### Events"),
        ["- [Evenings](<https://example.org/e>) · 5 events · 1 Dec 2025 to 30 Apr 2026 · organizer · 110 attendees, 300 members"]
    );
    assert_eq!(below(&text, "### Open source contributions"), ["- Library · since 1 Mar 2026 · 1 star"]);
    assert_eq!(below(&text, "### Talks"), ["- Newer · 1 Jun 2026", "- One day · 1 May 2026"]);
}

#[test]
fn top_lists_the_best_and_counts_the_others() {
    let entry = |title: &str, views: u32| entry("article", title, "2026-05-01", &format!("impact = {{ views = {views} }}"));
    let text = profile(&[entry("Low", 1), entry("High", 300), entry("Middle", 20)].concat());
    let two = dossier(&["--top", "2"], &text);
    assert_eq!(
        titles(&below(&two, "### Articles")),
        ["High", "Middle", "1 more activity is in the record and not listed here."][..2]
    );
    assert!(two.contains("\n1 more activity is in the record and not listed here.\n"), "{two}");
    assert!(two.contains("- 3 articles\n"), "the numbers are of all: {two}");
    let all = dossier(&["--top", "3"], &text);
    assert_eq!(all, dossier(&[], &text));
}

#[test]
fn earlier_activities_are_separate_and_planned_ones_in_the_outlook() {
    let entries = [
        entry("talk", "Now", "2026-05-01", ""),
        entry("talk", "Before", "2024-05-01", ""),
        entry("talk", "Later", "2027-02-01", "role = \"speaker\""),
        entry("article", "Soon", "2026-12-01", ""),
        entry("certification", "Passed", "2026-04-01", ""),
    ];
    let text = profile(&entries.concat());
    let plain = dossier(&[], &text);
    assert!(!plain.contains("Before") && !plain.contains("Passed"), "{plain}");
    let outlook = |text: &str| below(text, "### How would you support the community further?")[1..].join("\n");
    let planned = "- Soon · article · 1 Dec 2026\n- Later · talk · 1 Feb 2027 · speaker\n_Your answer:_";
    assert_eq!(outlook(&plain), planned);
    let all = dossier(&["--all"], &text);
    assert_eq!(titles(&below(&all, "## All activities")), ["Now"]);
    assert_eq!(titles(&below(&all, "## Earlier activities")), ["Before"]);
    assert_eq!(titles(&below(&all, "## Beside the activities")), ["Passed"]);
    assert_eq!(outlook(&all), planned);
    assert_eq!((all.matches("Later").count(), all.matches("Soon").count()), (1, 1));
}

#[test]
fn a_question_has_the_best_of_its_types() {
    let talk =
        |at: u32| entry("talk", &format!("Talk {at}"), &format!("2026-05-0{at}"), &format!("impact = {{ attendees = {at} }}"));
    let entries: String = (1..=7).map(talk).chain([entry("article", "Post", "2026-05-01", "")]).collect();
    let text = dossier(&[], &profile(&entries));
    let lines = below(&text, "### How do you help others in the community?");
    assert_eq!(titles(&lines), ["Talk 7", "Talk 6", "Talk 5", "Talk 4", "Talk 3", "and 3 more above"]);
    assert_eq!(lines.last(), Some(&"_Your answer:_"));
    assert_eq!(text.matches("_Your answer:_").count(), 2);
    assert!(text.contains("As it was in November 2026; it may have changed since."), "{text}");
}

#[test]
fn each_category_has_its_own_numbers() {
    let entries = [
        entry("talk", "A", "2026-05-01", "category = \"AI\"\nimpact = { attendees = 40 }"),
        entry("article", "B", "2026-05-01", "category = \"Data Platform\"\nimpact = { views = 70 }"),
        entry("article", "C", "2026-05-01", ""),
    ];
    let text = profile(&entries.concat()).replace("[\"Data Platform\"]", "[\"Data Platform\", \"AI\"]");
    let text = dossier(&[], &text);
    assert!(text.contains("Candidate · Data Platform and AI\n"), "{text}");
    let numbers = below(&text, "## The 12 months in numbers");
    assert_eq!(
        numbers,
        [
            "- 2 articles and 1 talk",
            "- known reach: 70 online and 40 in person",
            "- Data Platform: 1 article; known reach: 70 online",
            "- AI: 1 talk; known reach: 40 in person",
        ]
    );
    assert_eq!(below(&text, "### Talks"), ["- A · 1 May 2026 · 40 attendees · AI"]);
    assert!(below(&text, "### Articles").contains(&"- C · 1 May 2026"), "{text}");
}

#[test]
fn a_renewal_shows_its_cycle() {
    let text = profile(&entry("talk", "A", "2026-08-01", "")).replace("as-of", "stage = \"renewal\"\nas-of");
    let text = dossier(&[], &text);
    assert!(text.contains("Renewal · Data Platform\n"), "{text}");
    assert!(text.contains("1 Jul 2026 to 30 Jun 2027, decided on 1 Jul 2027 · as of 23 Nov 2026\n"), "{text}");
    assert_eq!(below(&text, "## The cycle so far in numbers"), ["- 1 talk"]);
}

#[test]
fn an_entry_partly_in_the_window_counts_in_part() {
    let entry = entry("talk", "A", "2025-11-14", "until = 2025-12-03\ncount = 3\nimpact = { attendees = 40 }");
    let text = dossier(&[], &profile(&entry));
    // 10 of 20 days.
    assert_eq!(
        below(&text, "## The 12 months in numbers"),
        [
            "- 1 talk",
            "- known reach: 20 in person",
            "- What began before 24 Nov 2025 counts here by its days since then; below it stands with its whole numbers."
        ]
    );
    assert!(below(&text, "### Talks")[0].contains("3 talks · 14 Nov 2025 to 3 Dec 2025 · 40 attendees"), "{text}");
}

#[test]
fn an_empty_record_has_a_short_summary() {
    let empty = dossier(&[], &profile(""));
    assert!(empty.ends_with("\nNo contribution counts in these months yet. What comes will stand here.\n"), "{empty}");
    assert!(!empty.contains("##"), "{empty}");
    let older = dossier(&[], &profile(&entry("talk", "Before", "2024-05-01", "")));
    assert!(older.ends_with(" One older activity is in the record.\n"), "{older}");
    let planned = dossier(&[], &profile(&entry("talk", "Soon", "2026-12-01", "")));
    assert!(planned.contains("No contribution counts") && planned.contains("- Soon · talk · 1 Dec 2026\n"), "{planned}");
    assert_eq!(planned.matches("_Your answer:_").count(), 1, "{planned}");
    let nobody = dossier(&["--as-of", "2026-11-23"], "");
    assert!(nobody.starts_with("# Activities for the community\n\nCandidate\n"), "{nobody}");
}

#[test]
fn guidance_without_a_form_asks_nothing() {
    let text = profile(&entry("talk", "A", "2026-05-01", ""));
    let text = exported_by(Some(&guidance_without("[form]")), &["dossier"], &text).unwrap();
    assert!(text.contains("### Talks") && !text.contains("answer"), "{text}");
}

#[test]
fn entries_on_one_line_are_distinct() {
    let talk = |title: &str, attendees: u32| {
        format!("{{ type = \"talk\", title = \"{title}\", date = 2026-05-01, impact = {{ attendees = {attendees} }} }}")
    };
    let list = [talk("Small", 3), talk("Large", 90), talk("Middle", 40)].join(", ");
    let text = dossier(&["--top", "1"], &format!("contribution = [{list}]\n{}", profile("")));
    assert_eq!(titles(&below(&text, "## Activities")), ["Large"]);
    assert_eq!(titles(&below(&text, "## Highlights")), ["Large", "Middle", "Small"]);
}
