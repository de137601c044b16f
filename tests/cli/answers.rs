//! Questions on a terminal: `init`, `add` and `numbers`.

use std::fs;

use toml::Table;

use crate::helpers::program::{Folder, names};
use crate::helpers::terminal::{END, Terminal};

fn profile(folder: &Folder) -> Table {
    fs::read_to_string(folder.0.join("profile.toml")).unwrap().parse().unwrap()
}

#[test]
fn init_asks_for_missing_options() {
    let folder = Folder::new();
    let mut terminal = Terminal::run(&folder.0, &["init"]);
    terminal.answer("Number (Enter: 1):", "2");
    terminal.answer("Your name:", "  Amal \"Example\"  ");
    terminal.answer("Candidate or renewal (Enter: candidate):", "Renewal");
    terminal.answer("Number, or two with a comma (Enter: not yet):", "1, m365, 1");
    terminal.answer("Do you work for Microsoft?", "maybe");
    terminal.wait_for("write yes or no");
    terminal.answer("(Enter: leave it out):", "No");
    let ran = terminal.ended();
    assert_eq!(ran.code, 0, "{ran:#?}");
    assert!(ran.out.starts_with("Wrote profile.toml and mvp-profile.schema.json"), "{ran:#?}");
    assert!(ran.err.contains(" 2 program-2026"), "{ran:#?}");
    let person = profile(&folder)["profile"].as_table().unwrap().clone();
    let expected = "name = 'Amal \"Example\"'\nstage = 'renewal'\nguidance = 'program-2026'\n\
                    microsoft-employee = false\ncategories = ['Developer Technologies', 'M365']";
    assert_eq!(person, expected.parse().unwrap());
    assert_eq!(names(&folder.0), ["mvp-profile.schema.json", "profile.toml"]);
}

#[test]
fn init_has_a_default_for_each_question() {
    let folder = Folder::new();
    let mut terminal = Terminal::run(&folder.0, &["init"]);
    for question in ["Number (Enter: 1):", "Your name:", "candidate):", "not yet):", "leave it out):"] {
        terminal.answer(question, "");
    }
    assert_eq!(terminal.ended().code, 0);
    let expected = "stage = 'candidate'\nguidance = 'workshop-2020'".parse().unwrap();
    assert_eq!(profile(&folder)["profile"].as_table(), Some(&expected));
}

#[test]
fn init_asks_again_after_a_bad_answer() {
    let folder = Folder::new();
    let mut terminal = Terminal::run(&folder.0, &["init", "--name", "Amal Example"]);
    terminal.answer("Number (Enter: 1):", "3");
    terminal.wait_for("write a number from 1 to 2");
    terminal.answer("Number (Enter: 1):", "program-2O26");
    terminal.wait_for("did you mean `program-2026`?");
    terminal.answer("Number (Enter: 1):", "");
    terminal.answer("candidate):", "renewel");
    terminal.wait_for("did you mean `renewal`?");
    terminal.answer("candidate):", "candidate");
    terminal.answer("not yet):", "1, Azzure, 99");
    terminal.wait_for("unknown name");
    terminal.answer("not yet):", "1, 99");
    terminal.wait_for("write a number from 1 to");
    terminal.answer("not yet):", "1");
    terminal.answer("leave it out):", "");
    let ran = terminal.ended();
    assert!(ran.code == 0 && !ran.err.contains("Your name"), "{ran:#?}");
    assert_eq!(profile(&folder)["profile"]["categories"].as_array().unwrap().len(), 1);
}

#[test]
fn leaving_half_way_writes_nothing() {
    let folder = Folder::new();
    let mut terminal = Terminal::run(&folder.0, &["init"]);
    terminal.answer("Number (Enter: 1):", "").answer("Your name:", END);
    let ran = terminal.ended();
    assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains("error: no answer"), "{ran:#?}");
    assert!(names(&folder.0).is_empty());

    let text = "[profile]\nname = \"Amal Example\"\n";
    let path = folder.file("profile.toml", text);
    let mut terminal = Terminal::run(&folder.0, &["add"]);
    terminal.answer("What was it?", "talk").answer("Title:", "Half").answer("Date", END);
    let ran = terminal.ended();
    assert!(ran.code == 2 && ran.err.contains("error: no answer"), "{ran:#?}");
    assert_eq!(fs::read_to_string(path).unwrap(), text);
    assert_eq!(names(&folder.0), ["profile.toml"]);
}

#[test]
fn init_never_asks_where_a_profile_exists() {
    let folder = Folder::new();
    folder.file("profile.toml", "mine");
    let ran = Terminal::run(&folder.0, &["init"]).ended();
    assert!(ran.code == 2 && ran.err.starts_with("error: `profile.toml` is there already"), "{ran:#?}");
    assert_eq!(fs::read_to_string(folder.0.join("profile.toml")).unwrap(), "mine");
}

#[test]
fn add_asks_for_missing_arguments() {
    let folder = Folder::new();
    folder.file("profile.toml", "[profile]\nname = \"Amal Example\" # me\n");
    let mut terminal = Terminal::run(&folder.0, &["add", "--as-of", "2026-11-25", "--area", "DevOps"]);
    terminal.answer("What was it? question-answering, article,", "tlak");
    terminal.wait_for("did you mean `talk`?");
    terminal.answer("What was it?", "talk");
    terminal.answer("Title:", "");
    terminal.wait_for("give it a title");
    terminal.answer("Title:", "Blazor \u{1b}[31m in   production");
    terminal.answer("Date (Enter: 2026-11-25):", "yesterday");
    terminal.wait_for("write it as 2026-11-23");
    terminal.answer("Date (Enter: 2026-11-25):", "2026-11-24");
    terminal.answer("Address (Enter: none):", "example.org");
    terminal.wait_for("begin it with https://");
    terminal.answer("Address (Enter: none):", "https://example.org/blazor");
    let numbers = "Numbers, as attendees=45, of attendees, livestream-views, on-demand-views, rating (Enter: none):";
    terminal.answer(numbers, "atendees=45");
    terminal.wait_for("did you mean `attendees`?");
    terminal.answer(numbers, "rating=6");
    terminal.wait_for("`rating` is from 0 to 5");
    terminal.answer(numbers, "45");
    let ran = terminal.ended();
    assert_eq!(ran.code, 0, "{ran:#?}");
    assert!(ran.out.starts_with("Added to profile.toml, line 4: a talk, “Blazor \\u{1b}[31m in production”, 24 Nov"), "{ran:#?}");
    let expected = "type = 'talk'\ntitle = \"Blazor \\u001b[31m in production\"\ndate = 2026-11-24\n\
                    url = 'https://example.org/blazor'\ntechnology-areas = ['DevOps']\nimpact = { attendees = 45 }";
    assert_eq!(profile(&folder)["contribution"][0].as_table(), Some(&expected.parse().unwrap()));
    assert!(fs::read_to_string(folder.0.join("profile.toml")).unwrap().contains(r"\U0000001b[31m"));
}

#[test]
fn add_never_asks_about_an_unknown_type() {
    let folder = Folder::new();
    folder.file("profile.toml", "");
    let ran = Terminal::run(&folder.0, &["add", "artcle"]).ended();
    assert!(ran.code == 2 && ran.err == "error: unknown activity type `artcle`; did you mean `article`?\n", "{ran:#?}");
}

#[test]
fn add_reads_the_profile_after_the_last_answer() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", "[profile]\n");
    let mut terminal = Terminal::run(&folder.0, &["add", "article", "--as-of", "2026-11-25"]);
    terminal.answer("Title:", "Mine").answer("Date", "").answer("Address", "");
    terminal.wait_for("Numbers");
    fs::write(&path, "# Somebody else was here.\n[profile]\nname = \"Amal Example\"\n").unwrap();
    terminal.answer("", "");
    assert_eq!(terminal.ended().code, 0);
    let text = fs::read_to_string(path).unwrap();
    assert!(text.starts_with("# Somebody else was here.\n[profile]\nname = \"Amal Example\"\n\n[[contribution]]\n"), "{text}");
}

const UNMEASURED: &str = r#"[profile]
name = "Amal Example"
as-of = 2026-11-25

[[contribution]]
type = "talk" # newest
title = "First"
date = 2026-11-20

[[contribution]]
type = "article"
title = "Second"
date = 2026-11-10
[contribution.impact]

[[contribution]]
type = "article"
title = "Third"
date = 2026-11-05
impact = {}

[[contribution]]
type = "article"
title = "Twin"
date = 2026-11-01

[[contribution]]
type = "article"
title = "Twin"
date = 2026-11-01
notes = "the other one"
"#;

#[test]
fn numbers_are_asked_for_newest_first_and_written_at_once() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", UNMEASURED);
    let mut terminal = Terminal::run(&folder.0, &["numbers"]);
    terminal.answer("“First”, 20 Nov 2026 (attendees, livestream-views, on-demand-views, rating):", "45");
    terminal.wait_for("“Second”");
    assert_eq!(profile(&folder)["contribution"][0]["impact"]["attendees"].as_integer(), Some(45));
    terminal.answer(":", "vews=3");
    terminal.wait_for("did you mean `views`?");
    terminal.answer("“Second”", "likes=1.5");
    terminal.wait_for("`likes` is a whole number");
    terminal.answer("“Second”", "many");
    terminal.wait_for("write views=45");
    terminal.answer("“Second”", "12,000");
    terminal.wait_for("without commas or blanks, as views=12000");
    terminal.answer("“Second”", "views=12000, likes=34");
    terminal.answer("“Third”", "");
    // Of two equal entries, the first is skipped.
    terminal.answer("“Twin”", " , ").answer("“Twin”", "7");
    let ran = terminal.ended();
    assert_eq!(ran.code, 0, "{ran:#?}");
    assert!(ran.err.ends_with("3\u{a0}entries have their numbers now.\n"), "{ran:#?}");
    let expected = UNMEASURED
        .replace("date = 2026-11-20\n", "date = 2026-11-20\nimpact = { attendees = 45 }\n")
        .replace("[contribution.impact]\n", "[contribution.impact]\nviews = 12_000\nlikes = 34\n")
        .replace("notes = \"the other one\"\n", "notes = \"the other one\"\nimpact = { views = 7 }\n");
    assert_eq!(fs::read_to_string(path).unwrap(), expected);
}

#[test]
fn stopping_keeps_earlier_answers() {
    for stop in ["q", END] {
        let folder = Folder::new();
        let path = folder.file("profile.toml", UNMEASURED);
        let mut terminal = Terminal::run(&folder.0, &["numbers"]);
        terminal.answer("“First”", "45").answer("“Second”", stop);
        let ran = terminal.ended();
        assert!(ran.code == 0 && ran.err.ends_with("1\u{a0}entry has its numbers now.\n"), "{ran:#?}");
        let expected = UNMEASURED.replace("date = 2026-11-20\n", "date = 2026-11-20\nimpact = { attendees = 45 }\n");
        assert_eq!(fs::read_to_string(path).unwrap(), expected);
    }
}

#[test]
fn stopping_at_once_writes_nothing() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", UNMEASURED);
    let mut terminal = Terminal::run(&folder.0, &["numbers"]);
    terminal.answer("“First”", "q");
    let ran = terminal.ended();
    assert!(ran.code == 0 && ran.err.ends_with("Nothing was written.\n"), "{ran:#?}");
    assert_eq!(fs::read_to_string(path).unwrap(), UNMEASURED);
}

#[test]
fn changes_between_two_answers_stay() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", UNMEASURED);
    let mut terminal = Terminal::run(&folder.0, &["numbers"]);
    terminal.answer("“First”", "45");
    terminal.wait_for("“Second”");
    let others = fs::read_to_string(&path).unwrap().replace("[profile]", "# By somebody else\n[profile]");
    let others = others
        .replace("[contribution.impact]", "[contribution.impact]\nviews = 1")
        .replace("title = \"Third\"", "title = \"3rd\"");
    fs::write(&path, &others).unwrap();
    terminal.answer(":", "99");
    terminal.wait_for("“Second” is not there any more, or has numbers by now; left as it is.");
    terminal.answer("“Third”", "99");
    terminal.wait_for("“Third” is not there any more");
    terminal.answer("“Twin”", "7").answer("“Twin”", "q");
    let ran = terminal.ended();
    assert!(ran.code == 0 && ran.err.ends_with("2\u{a0}entries have their numbers now.\n"), "{ran:#?}");
    let expected = others.replacen("date = 2026-11-01\n", "date = 2026-11-01\nimpact = { views = 7 }\n", 1);
    assert_eq!(fs::read_to_string(path).unwrap(), expected);
}

#[test]
fn numbers_are_asked_for_only_where_they_are_missing() {
    let folder = Folder::new();
    let path = folder.file("profile.toml", "[profile]\n");
    let ran = Terminal::run(&folder.0, &["numbers"]).ended();
    assert_eq!((ran.code, ran.err.as_str(), ran.out.as_str()), (0, "", "There is no entry in the window yet.\n"));
    assert_eq!(fs::read_to_string(path).unwrap(), "[profile]\n");
}
