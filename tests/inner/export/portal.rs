//! Activities with the fields of the portal.

use serde_json::{Value, json};

use super::{entry, exported, exported_by, guidance_without, is_refused, profile};

fn portal(arguments: &[&str], text: &str) -> String {
    exported(&[&["portal"], arguments].concat(), text).unwrap()
}

fn activities(arguments: &[&str], entries: &str) -> Vec<Value> {
    let text = portal(&[&["--format", "json"], arguments].concat(), &profile(entries));
    let document: Value = serde_json::from_str(&text).unwrap();
    document["activities"].as_array().unwrap().clone()
}

fn only(entry: &str) -> Value {
    let mut activities = activities(&[], entry);
    assert_eq!(activities.len(), 1);
    activities.remove(0)
}

fn has_to_check(activity: &Value, sentence: &str) -> bool {
    activity["to_check"].as_array().unwrap().iter().any(|it| it.as_str().unwrap().replace('\u{a0}', " ") == sentence)
}

/// Keys that fill in every field.
const WHOLE: &str = "technology-areas = [\"DevOps\", \".NET\"]\ndescription = \"What it was.\"\naudience = [\"it pro\", \"Developer\"]\n\
                     url = \"https://example.org/a\"\n";

#[test]
fn a_complete_activity_leaves_nothing_to_check() {
    let more =
        format!("{WHOLE}role = \"speaker\"\ncount = 2\nimpact = {{ attendees = 40, on-demand-views = 300, rating = 4.5 }}");
    let talk = only(&entry("talk", "A talk", "2026-05-01", &more));
    assert_eq!(
        talk["fields"],
        json!({
            "Primary Technology Area": "DevOps", "Additional Technology Areas": [".NET"], "Title": "A talk",
            "Description": "What it was.", "Private Description": null, "Target Audience": ["IT Pro", "Developer"],
            "Published Date": "2026-05-01", "Role": "Speaker", "Quantity": 2, "Activity URL": "https://example.org/a",
            "In-Person Attendees": 40, "Number of sessions": 2, "Livestream views": null, "On-demand views": 300,
        })
    );
    assert_eq!(talk["activity_type"], "Speaker/Presenter at Third-party Event");
    assert_eq!(talk["or"], json!(["Speaker/Presenter at Microsoft Event"]));
    assert_eq!((&talk["to_check"], &talk["line"]), (&json!([]), &json!(5)));
}

#[test]
fn each_type_has_the_activity_type_and_the_numbers_of_the_portal() {
    let online = "Webinar/Online Training/Video/Livestream";
    let project = "Open Source/Project/Sample code/Tools";
    for (activity_type, impact, expected, number, value) in [
        ("question-answering", "views = 5", "Online Support", "Number of Views", 5),
        ("article", "views = 6", "Blog", "Number of Views", 6),
        ("video", "views = 7", online, "On-demand views", 7),
        ("video", "listens = 8", "Podcast", "On-demand views", 8),
        ("event", "attendees = 9", "User Group Owner", "Number of Views", 9),
        ("book", "copies = 10", "Book/E-book", "Copies sold", 10),
        ("open-source", "downloads = 11", project, "Number of Views", 11),
        ("sample-code", "downloads = 13, views = 12", project, "Number of Views", 12),
        ("marketplace-tool", "installs = 14", project, "Number of Views", 14),
        ("workshop", "mentees = 3, sessions = 15", "Mentorship/Coaching", "Number of sessions", 15),
        ("workshop", "sessions = 16", online, "Number of sessions", 16),
        ("workshop", "attendees = 20", online, "Number of sessions", 1),
    ] {
        let filed = only(&entry(activity_type, "A", "2026-05-01", &format!("impact = {{ {impact} }}")));
        assert_eq!((&filed["activity_type"], &filed["fields"][number]), (&json!(expected), &json!(value)), "{filed:#}");
    }
    let feedback = only(&entry("product-feedback", "A", "2026-05-01", "impact = { votes = 3 }"));
    assert_eq!(
        (&feedback["activity_type"], &feedback["or"][0]),
        (&json!("Product Feedback"), &json!("Content Feedback and Editing"))
    );
    // `count` is not the number of sessions of a mentor.
    let mentor = only(&entry("workshop", "A", "2026-05-01", "impact = { mentees = 3 }"));
    assert_eq!(mentor["fields"]["Number of sessions"], Value::Null);
}

#[test]
fn a_number_in_a_field_for_another_is_mentioned() {
    let more = format!("{WHOLE}role = \"author\"\n");
    let library = only(&entry("open-source", "A", "2026-05-01", &format!("{more}impact = {{ downloads = 9 }}")));
    assert_eq!(library["to_check"], json!(["Number of Views: it holds downloads, for which there is no other field."]));
    let sample = only(&entry("sample-code", "A", "2026-05-01", &format!("{more}impact = {{ downloads = 2_000, views = 9 }}")));
    assert!(has_to_check(&sample, "No field takes 2 000 downloads: tell it in the text."), "{sample:#}");
    let post = only(&entry("article", "A", "2026-05-01", &more));
    let look = "Number of Views: no number yet. Where to look: the statistics page of your blog, or those of the site that published it.";
    assert_eq!(post["to_check"], json!([look]));
    assert_eq!(only(&entry("article", "A", "2026-05-01", &format!("{more}impact = {{ views = 0 }}")))["to_check"], json!([]));
}

#[test]
fn text_that_is_too_long_is_mentioned_and_not_cut() {
    let long = |title: usize, description: usize| {
        let more = format!("description = \"{}\"", "ž".repeat(description));
        only(&entry("article", &"é".repeat(title), "2026-05-01", &more))
    };
    let over = long(101, 1_001);
    assert!(has_to_check(&over, "Title: it has 101 characters, the portal takes 100."), "{over:#}");
    assert!(has_to_check(&over, "Description: it has 1 001 characters, the portal takes 1 000."), "{over:#}");
    assert_eq!(over["fields"]["Title"], "é".repeat(101));
    assert_eq!(over["fields"]["Description"], "ž".repeat(1_001));
    let within = long(100, 1_000);
    assert!(!within["to_check"].to_string().contains("characters"), "{within:#}");
}

#[test]
fn missing_fields_are_named_together() {
    let bare = only(&entry("article", "A", "2026-05-01", "description = \" \"\nurl = \" \"\nimpact = { views = 1 }"));
    let missing = "To fill in: Primary Technology Area, Description, Target Audience, Role, Activity URL.";
    assert_eq!(bare["to_check"], json!([missing]));
}

#[test]
fn values_unknown_to_the_portal_are_mentioned_with_its_own() {
    let more = format!("{WHOLE}role = \"co-author\"\nimpact = {{ views = 1 }}")
        .replace("\"it pro\"", "\"Teachers\"")
        .replace("https:", "http:");
    let post = only(&entry("article", "A", "2026-05-01", &more));
    let roles = "Author, Contributor, Host, Presenter, Speaker, Panelist, Moderator, Organizer, Mentor, Reviewer, Other";
    let audiences = "IT Pro, Developer, Technical Decision Maker, Business Decision Maker, Student, Other";
    assert!(has_to_check(&post, &format!("Role: “Co-author” is none here; choose one of {roles}.")), "{post:#}");
    assert!(has_to_check(&post, &format!("Target Audience: “Teachers” is none here; choose of {audiences}.")), "{post:#}");
    assert!(has_to_check(&post, "Activity URL: the portal takes one that begins with https://."), "{post:#}");
    assert_eq!(post["to_check"].as_array().unwrap().len(), 3, "{post:#}");
    let fields = &post["fields"];
    assert_eq!((&fields["Role"], &fields["Target Audience"]), (&Value::Null, &json!(["Developer"])));
    assert_eq!(fields["Activity URL"], "http://example.org/a");
    // A type of the portal may have fewer roles.
    let event = only(&entry("event", "A", "2026-05-01", "role = \"speaker\""));
    assert!(has_to_check(&event, "Role: “Speaker” is none here; choose one of Organizer, Other."), "{event:#}");
}

#[test]
fn an_area_is_looked_up_where_the_edition_lists_areas() {
    let post = entry("article", "A", "2026-05-01", "technology-areas = [\"DevOps\", \"Gardening\"]");
    let to_check = |edition: &str| activities(&["--guidance", edition], &post)[0]["to_check"].to_string();
    assert!(to_check("program-2026").contains("“Gardening” is no technology area of this guidance"));
    assert!(!to_check("program-2026").contains("DevOps"));
    assert!(!to_check("workshop-2020").contains("Gardening"), "the article lists none");
}

#[test]
fn days_outside_the_window_are_mentioned() {
    let began = only(&entry("article", "A", "2025-11-23", "until = 2025-11-24"));
    assert!(
        has_to_check(&began, "It began before 24 Nov 2025: choose a day since then, and its numbers since then."),
        "{began:#}"
    );
    let entries = [
        entry("article", "Old", "2024-05-01", ""),
        entry("article", "Soon", "2026-12-01", ""),
        entry("certification", "Exam", "2026-04-01", "paid = true"),
    ];
    assert!(activities(&[], &entries.concat()).is_empty());
    let all = activities(&["--all"], &entries.concat());
    let titles: Vec<&str> = all.iter().map(|it| it["fields"]["Title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Soon", "Exam", "Old"]);
    assert!(has_to_check(&all[0], "It is planned for 1 Dec 2026: file it once it has taken place."), "{all:#?}");
    assert_eq!(all[1]["activity_type"], Value::Null);
    assert!(
        has_to_check(&all[1], "Activity Type: none is known here for certifications; choose one, or leave it out."),
        "{all:#?}"
    );
    assert!(has_to_check(&all[1], "It is stated as paid: think about whether it belongs here."), "{all:#?}");
    assert!(has_to_check(&all[2], "It is older than these months, which begin on 24 Nov 2025."), "{all:#?}");
}

#[test]
fn the_newest_come_first_and_an_option_keeps_the_best() {
    let entries = [
        entry("article", "Oldest, largest", "2026-01-01", "impact = { views = 900 }"),
        entry("article", "Newest", "2026-09-01", ""),
        entry("article", "With a word", "2026-03-01", "highlight = \"It helped.\""),
        entry("article", "Goes on", "2026-02-01", "ongoing = true"),
    ];
    let titles = |arguments: &[&str]| -> Vec<String> {
        let activities = activities(arguments, &entries.concat());
        activities.iter().map(|it| it["fields"]["Title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(titles(&[]), ["Goes on", "Newest", "With a word", "Oldest, largest"]);
    assert_eq!(titles(&["--top", "2"]), ["With a word", "Oldest, largest"]);
    let text = portal(&["--top", "3"], &profile(&entries.concat())).replace('\u{a0}', " ");
    assert!(text.contains("\n3 activities, the best first; 1 is left out."), "{text}");
}

#[test]
fn a_section_is_ready_to_copy() {
    let more = "technology-areas = [\"DevOps\"]\nimpact = { views = 12_400 }\nurl = \"https://example.org/a#1\"";
    let text = portal(&[], &profile(&entry("article", "`code` | C# #1 @you", "2026-05-01", more)));
    let section: Vec<&str> =
        text.lines().skip_while(|line| !line.starts_with("## ")).skip(1).filter(|line| !line.is_empty()).collect();
    assert_eq!(
        section,
        [
            "- Activity Type: `Blog`",
            "- Primary Technology Area: `DevOps`",
            "- Title: `` `code` | C# #1 @you ``",
            "- Published Date: `2026-05-01`",
            "- Quantity: `1`",
            "- Activity URL: `https://example.org/a#1`",
            "- Number of Views: `12400`",
            "To check:",
            "- To fill in: Description, Target Audience, Role.",
        ]
    );
    assert!(text.contains("- articles: Blog, Article\n") && text.contains("those of November 2026"), "{text}");
}

#[test]
fn a_table_has_a_column_for_every_field() {
    let entries = entry("article", "=1+1", "2026-05-01", "technology-areas = [\"A\", \"B, C\", \"D\"]")
        + &entry("book", "B", "2026-04-01", "impact = { copies = 7 }");
    let text = portal(&["--format", "csv"], &profile(&entries));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!((columns[0].as_str(), columns.last().unwrap().as_str()), ("Activity Type", "to check"));
    for name in ["Private Description", "Number of Views", "In-Person Attendees", "On-demand views", "Copies sold"] {
        assert_eq!(columns.iter().filter(|column| *column == name).count(), 1, "{name}");
    }
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| rows[row][columns.iter().position(|column| column == name).unwrap()].to_owned();
    assert_eq!((cell(0, "Title"), cell(0, "Additional Technology Areas")), ("'=1+1".into(), "B, C; D".into()));
    assert_eq!((cell(0, "Activity Type"), cell(0, "Copies sold")), ("Blog".into(), String::new()));
    assert_eq!((cell(1, "Activity Type"), cell(1, "Copies sold")), ("Book/E-book".into(), "7".into()));
    assert!(cell(1, "to check").starts_with("To fill in: "));
}

#[test]
fn an_empty_export_says_so() {
    let text = portal(&[], &profile(""));
    assert!(
        text.ends_with("No contribution counts in these months yet. With `--all` older and planned entries are written too.\n")
    );
    assert!(portal(&["--all"], &profile("")).ends_with("No contribution counts in these months yet.\n"));
    assert_eq!(activities(&[], ""), Vec::<Value>::new());
    assert_eq!(portal(&["--format", "csv"], &profile("")).lines().count(), 1);
}

#[test]
fn guidance_without_a_portal_is_refused() {
    let guidance = guidance_without("[portal]");
    let text = profile(&entry("talk", "A", "2026-05-01", ""));
    for format in ["markdown", "json", "csv"] {
        let export = exported_by(Some(&guidance), &["portal", "--format", format], &text);
        assert!(is_refused(&export, &["this guidance does not describe the portal", "[portal]"]), "{export:#?}");
    }
}
