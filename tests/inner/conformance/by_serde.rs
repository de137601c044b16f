//! Each profile read twice: by this program, and by serde's derive.

use std::fs;
use std::path::PathBuf;

use super::derived::{Entry, File, Person, Waive};
use crate::guidance::{Guidance, category_of_any_edition};
use crate::inner_tests::edits::made_profiles;
use crate::inner_tests::fuzz::seeds::FULL;
use crate::inner_tests::reports::{edition, editions};
use crate::profile::model::{AreaId, Numbers};
use crate::profile::{self, Channel, Contribution, Nominator, Profile, Stage, Until};
use crate::source::{Severity, Source};
use crate::vocabulary::Vocabulary;

fn assert_same_as_serde(text: &str, guidance: &Guidance) {
    let source = Source::new("profile.toml", text);
    let vocabulary = &guidance.vocabulary;
    let draft = profile::read(&source);
    let named = draft.person.guidance.as_ref().map(|named| named.value.to_string());
    let (profile, problems) = draft.resolve(vocabulary, &category_of_any_edition);
    let errors: Vec<_> = problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    let mut derived: File = toml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_else(|error| panic!("{error}\n{text}"));
    normalize(&mut derived, vocabulary);
    let words = Words { profile: &profile, vocabulary };
    assert_eq!(Person { guidance: named, ..words.person() }, derived.profile, "{text}");
    assert_eq!(profile.contributions.len(), derived.contribution.len(), "{text}");
    for (contribution, entry) in profile.contributions.iter().zip(&derived.contribution) {
        assert_eq!(words.contribution(contribution, entry.category.is_some()), *entry, "{text}");
    }
    assert_eq!(profile.channels.len(), derived.channel.len(), "{text}");
    for (channel, entry) in profile.channels.iter().zip(&derived.channel) {
        assert_eq!(words.channel(channel, entry.category.is_some()), *entry, "{text}");
    }
    assert_eq!(words.waivers(), derived.waive, "{text}");
}

/// Spells categories as the edition does and areas in lower case, each once, and drops undeclared categories and empty URLs.
fn normalize(file: &mut File, vocabulary: &Vocabulary) {
    let category = |name: &String| {
        let known = vocabulary.categories.iter().find(|known| known.name.eq_ignore_ascii_case(name));
        known.map(|known| known.name.clone()).or(category_of_any_edition(name).map(|(name, _)| name)).expect("a category")
    };
    file.profile.stage.get_or_insert("candidate".into());
    file.profile.categories = once(file.profile.categories.iter().map(category).collect());
    let declared = file.profile.categories.clone();
    let area = |area: &String| area.to_ascii_lowercase();
    file.profile.technology_areas = once(file.profile.technology_areas.iter().map(area).collect());
    for entry in file.contribution.iter_mut().chain(&mut file.channel) {
        entry.technology_areas = once(entry.technology_areas.iter().map(area).collect());
        entry.category = entry.category.as_ref().map(category).filter(|category| declared.contains(category));
        entry.url = entry.url.take().filter(|url| !url.trim().is_empty());
    }
}

fn once(names: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// Turns a profile back into the types of serde.
struct Words<'t> {
    profile: &'t Profile<'t>,
    vocabulary: &'t Vocabulary,
}

impl Words<'_> {
    fn person(&self) -> Person {
        let profile = self.profile;
        let stage = if profile.stage == Stage::Candidate { "candidate" } else { "renewal" };
        let nominator = |it| if it == Nominator::Mvp { "mvp" } else { "microsoft-employee" };
        Person {
            name: profile.name.as_deref().map(str::to_owned),
            stage: Some(stage.into()),
            categories: profile.categories.iter().map(|category| category.name.clone()).collect(),
            technology_areas: self.areas(&profile.areas),
            microsoft_employee: profile.microsoft_employee,
            nominator: profile.nominator.map(nominator).map(str::to_owned),
            nominated_on: profile.nominated_on,
            guidance: None,
            as_of: profile.as_of,
        }
    }

    fn contribution(&self, contribution: &Contribution<'_>, states_category: bool) -> Entry {
        let story = &contribution.story;
        let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
        let category = contribution.category.filter(|_| states_category);
        Entry {
            r#type: self.vocabulary.activity_type(contribution.activity_type).id.clone(),
            title: contribution.title.to_string(),
            date: contribution.date,
            until: last_day(contribution.until),
            ongoing: contribution.until == Until::Ongoing,
            url: text(&contribution.url),
            role: contribution.role.map(str::to_owned),
            count: contribution.count,
            category: category.map(|at| self.profile.categories[at].name.clone()),
            technology_areas: self.areas(&contribution.areas),
            audience: story.audience.iter().map(ToString::to_string).collect(),
            language: text(&story.language),
            paid: contribution.paid,
            description: text(&story.description),
            highlight: text(&story.highlight),
            notes: (),
            impact: self.numbers(&contribution.impact),
        }
    }

    fn channel(&self, channel: &Channel<'_>, states_category: bool) -> Entry {
        let category = channel.category.filter(|_| states_category);
        Entry {
            r#type: self.vocabulary.activity_type(channel.activity_type).id.clone(),
            title: channel.title.to_string(),
            date: channel.date,
            until: last_day(channel.until),
            ongoing: channel.until == Until::Ongoing,
            url: Some(channel.url.to_string()),
            role: None,
            count: 1,
            category: category.map(|at| self.profile.categories[at].name.clone()),
            technology_areas: Vec::new(),
            audience: Vec::new(),
            language: None,
            paid: None,
            description: None,
            highlight: None,
            notes: (),
            impact: self.numbers(&channel.impact),
        }
    }

    fn waivers(&self) -> Vec<Waive> {
        let waivers = self.profile.waivers.iter();
        waivers.map(|it| Waive { criterion: it.criterion.clone(), reason: it.reason.to_string(), until: it.until }).collect()
    }

    fn areas(&self, areas: &[AreaId]) -> Vec<String> {
        areas.iter().map(|area| self.profile.area_names[usize::from(area.0)].to_ascii_lowercase()).collect()
    }

    fn numbers(&self, numbers: &Numbers) -> std::collections::BTreeMap<String, f64> {
        numbers.iter().map(|(metric, value)| (self.vocabulary.metric(*metric).id.clone(), *value)).collect()
    }
}

fn last_day(until: Until) -> Option<chrono::NaiveDate> {
    if let Until::Day(day) = until { Some(day) } else { None }
}

#[test]
fn examples_mean_what_serde_reads() {
    let names = [
        "profile",
        "ready",
        "renewal",
        "thin",
        "two-categories",
        "own-guidance",
        "team/ana",
        "team/ben",
        "team/chi",
        "team/dana",
    ];
    assert_files_same_as_serde(names.map(|name| format!("examples/{name}.toml").into()).to_vec());
}

#[test]
#[ignore = "needs a folder of cases, named by MVP_CHECK_CASES"]
fn published_cases_mean_what_serde_reads() {
    let folder = std::env::var("MVP_CHECK_CASES").expect("MVP_CHECK_CASES names the folder of cases");
    let files = fs::read_dir(folder).expect("a readable folder").map(|file| file.unwrap().path());
    let paths: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|it| it == "toml")).collect();
    assert!(!paths.is_empty(), "no cases");
    assert_files_same_as_serde(paths);
}

fn assert_files_same_as_serde(paths: Vec<PathBuf>) {
    let guidance = edition("workshop-2020");
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_same_as_serde(&text, guidance);
    }
}

/// Lines of an article, in the many ways to write each kind of value.
const LINES: [&str; 35] = [
    r#"title = """#,
    r#"title = "\"double\" and 'single' # [[contribution]] = {""#,
    r#"title = 'back\slash \u0041 "double"'"#,
    r#"title = "\u0041\U0001F44D \t\\ \u007f\u202e\u001b[31m""#,
    "title = \"\u{17e}lu\u{165}ou\u{10d}k\u{fd} \u{4e2d}\u{6587} \u{1f44d}\"",
    "title = \"\"\"\n\nbegins with lines\n\"\"\"",
    "title = \"\"\"one \\\n   line, \\\"\\\"\\\" and ''' \\\\\"\"\"",
    r#"title = """ends in a quote"""""#,
    "title = '''\n[[contribution]]\n# two lines'''",
    r#"'title' = 'quoted key' # """"#,
    "\"title\"=\"tab\there\"",
    "count = 0x0c",
    "count = 0xF4240",
    "count = 0o17",
    "count = 0b101",
    "count = +7",
    "count\t= 1_000",
    "date = 2026-05-01T00:00:00",
    "date = 2026-05-01 23:59:59.999999",
    "date = 2026-05-01t10:30:00Z",
    "date = 2026-05-01T23:30:00-11:00",
    "date = 2026-05-01T00:30:00+14:00",
    "date = 2026-05-01T07:30",
    "technology-areas = [ ]",
    r#"technology-areas = ["DevOps", 'devops', "C++",]"#,
    "technology-areas = [ # one\n\t'Tea, \"green\"',\n  \".NET\"\n]",
    "audience = [\"\", '''a\nb''']",
    "impact = {}",
    r#"impact = { "views" = 1_000_000_000_000, likes=0x1F }"#,
    r#""impact" . views = +3 # of the whole entry"#,
    "impact.views = 1\nimpact.likes = 0",
    "[contribution.impact]\nviews = 70_000",
    "until = 2027-01-01T00:00:00+02:00",
    "type = \"talk\"\nimpact.rating = +3.25e0",
    "type = \"talk\"\n[ 'contribution' . \"impact\" ]\nrating = 49e-1",
];

#[test]
fn every_way_to_write_a_value_means_what_serde_reads() {
    for line in LINES {
        let key = line.trim_start_matches(['"', '\'']);
        let others = ["type = 'article'\n", "title = 'T'\n", "date = 2026-05-01\n"];
        let others: String = others.into_iter().filter(|other| !key.starts_with(&other[..4])).collect();
        for end in ["\n", "\r\n"] {
            let text = format!("[[contribution]]\n{others}{line}\n").replace('\n', end);
            editions().iter().for_each(|guidance| assert_same_as_serde(&text, guidance));
        }
    }
}

#[test]
fn every_key_means_what_serde_reads() {
    assert_same_as_serde(FULL, edition("workshop-2020"));
}

#[test]
fn random_profiles_mean_what_serde_reads() {
    for made in made_profiles() {
        assert_same_as_serde(&made.text, edition("workshop-2020"));
    }
}
