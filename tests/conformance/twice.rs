//! Each profile read twice: by this program, and by serde.

use std::fs;
use std::path::PathBuf;

use mvp_check::guidance::{Guidance, category_of_any_edition};
use mvp_check::profile::model::{AreaId, Numbers};
use mvp_check::profile::{self, Channel, Contribution, Nominator, Profile, Stage, Until};
use mvp_check::source::{Severity, Source};
use mvp_check::vocabulary::Vocabulary;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::common::edition;
use crate::common::program::EXAMPLES;
use crate::derived::{Entry, File, Person, Waive};
use crate::written;

/// Profiles that are made up.
const CASES: u32 = 300;

fn assert_says_the_same(text: &str, guidance: &Guidance) {
    let source = Source::new("profile.toml", text);
    let vocabulary = &guidance.vocabulary;
    let draft = profile::read(&source);
    let named = draft.person.guidance.as_ref().map(|named| named.value.to_string());
    let (profile, problems) = draft.resolve(vocabulary, &category_of_any_edition);
    let errors: Vec<_> = problems.sorted().into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    let mut derived: File = toml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_else(|error| panic!("{error}\n{text}"));
    in_words_of(&mut derived, vocabulary);
    let told = Told { profile: &profile, vocabulary };
    assert_eq!(Person { guidance: named, ..told.person() }, derived.profile, "{text}");
    assert_eq!(profile.contributions.len(), derived.contribution.len(), "{text}");
    for (contribution, entry) in profile.contributions.iter().zip(&derived.contribution) {
        assert_eq!(told.contribution(contribution, entry.category.is_some()), *entry, "{text}");
    }
    assert_eq!(profile.channels.len(), derived.channel.len(), "{text}");
    for (channel, entry) in profile.channels.iter().zip(&derived.channel) {
        assert_eq!(told.channel(channel, entry.category.is_some()), *entry, "{text}");
    }
    assert_eq!(told.waivers(), derived.waive, "{text}");
}

/// Categories as the edition writes them, areas in small letters, each once; a category only where it is declared; no address that is empty.
fn in_words_of(file: &mut File, vocabulary: &Vocabulary) {
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

/// A profile, and the words that it is told in.
struct Told<'t> {
    profile: &'t Profile<'t>,
    vocabulary: &'t Vocabulary,
}

impl Told<'_> {
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
        let story = contribution.story();
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
            category: category.map(|at| self.profile.categories[usize::from(at)].name.clone()),
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
fn examples_say_what_serde_reads() {
    let mut paths: Vec<PathBuf> = EXAMPLES.iter().map(PathBuf::from).collect();
    paths.extend(["ana", "ben", "chi", "dana"].map(|name| format!("examples/team/{name}.toml").into()));
    assert_files_say_the_same(paths);
}

#[test]
#[ignore = "needs a folder of cases, named by MVP_CHECK_CASES"]
fn published_cases_say_what_serde_reads() {
    let folder = std::env::var("MVP_CHECK_CASES").expect("MVP_CHECK_CASES names the folder of cases");
    let files = fs::read_dir(folder).expect("a folder that can be read").map(|file| file.unwrap().path());
    let paths: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|it| it == "toml")).collect();
    assert!(!paths.is_empty(), "no cases there");
    assert_files_say_the_same(paths);
}

fn assert_files_say_the_same(paths: Vec<PathBuf>) {
    let guidance = edition("workshop-2020");
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_says_the_same(&text, &guidance);
    }
}

#[test]
fn made_up_profiles_say_what_serde_reads() {
    let editions = ["workshop-2020", "program-2026"].map(edition);
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        max_shrink_iters: 100,
        ..ProptestConfig::default()
    };
    let held = TestRunner::new(config).run(&written::profiles(), |text| {
        editions.iter().for_each(|guidance| assert_says_the_same(&text, guidance));
        Ok(())
    });
    held.unwrap_or_else(|error| panic!("{error}"));
}
