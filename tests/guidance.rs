//! The editions that ship: complete, as the tables of the guidance say, and true to the article's sixteen points.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{edition, rendered, report_by};
use mvp_check::explanation::explain;
use mvp_check::guidance::{Basis, EDITIONS, Guidance, Level, read};
use mvp_check::source::{Problem, Problems, Source};

fn editions() -> Vec<Guidance> {
    EDITIONS.iter().map(|shipped| edition(shipped.id)).collect()
}

#[test]
fn every_criterion_is_complete() {
    for guidance in editions() {
        for criterion in &guidance.criteria {
            let id = &criterion.id;
            let title = criterion.title.to_lowercase();
            assert!(title.contains(&id.replace('-', " ")), "{}: the title of {id} has not its word", guidance.id);
            for (name, text) in [
                ("source", &criterion.source),
                ("document", &criterion.document),
                ("why", &criterion.why),
                ("how", &criterion.how),
                ("advice", &criterion.advice),
            ] {
                assert!(!text.trim().is_empty(), "{}: {id} has no {name}", guidance.id);
            }
            assert!(guidance.vocabulary.themes.contains(&criterion.theme));
            assert_ne!(criterion.basis, Basis::Own, "{}: {id} does not say whose demand it is", guidance.id);
            assert!(!criterion.check.measure().wanted().is_empty());
        }
    }
}

/// Criteria that can always be judged, so that they need no word on what to state.
const ALWAYS_JUDGED: [&str; 6] = ["category", "recency", "freshness", "regularity", "amount", "diversity"];

#[test]
fn what_may_stay_unassessed_says_what_to_state() {
    for guidance in editions() {
        for criterion in guidance.criteria.iter().filter(|criterion| !ALWAYS_JUDGED.contains(&criterion.id.as_str())) {
            assert!(!criterion.unassessed.is_empty(), "{}: {}", guidance.id, criterion.id);
        }
    }
}

#[test]
fn a_yardstick_never_makes_something_required() {
    for guidance in editions() {
        for criterion in guidance.criteria.iter().filter(|criterion| criterion.level == Level::Required) {
            assert_ne!(criterion.basis, Basis::Yardstick, "{}: {}", guidance.id, criterion.id);
            assert_ne!(criterion.number_basis, Basis::Yardstick, "{}: {}", guidance.id, criterion.id);
        }
    }
}

/// Theme, id, what is wanted, level and basis by the article, the same by the program; R, r, a and A, P, Y as in the guidance's table.
const CRITERIA: &[(&str, &str, &str, &str, &str)] = &[
    ("eligibility", "eligibility", "not at Microsoft", "R A", "R P"),
    ("eligibility", "category", "1 to 2", "R A", "R P"),
    ("eligibility", "nomination", "a nominator", "a A", "a P"),
    ("recency", "recency", "1 entry", "R A", "R P"),
    ("recency", "freshness", "at most 60 days", "r Y", "r Y"),
    ("recency", "regularity", "7 months, no pause over 90 days", "r Y", "r Y"),
    ("amount", "amount", "18", "a Y", "r Y"),
    ("diversity", "diversity", "2 types", "R A", "r Y"),
    ("diversity", "breadth", "3 types", "r Y", "r Y"),
    ("diversity", "concentration", "at most 80 %", "r Y", "r Y"),
    ("impact", "measured", "50 %", "r Y", "r P"),
    ("impact", "reach", "5 000 online or 100 in person", "r Y", "r Y"),
    ("impact", "impact", "1 notable entry", "r Y", "r Y"),
    ("impact", "highlights", "3 notable entries", "r Y", "r Y"),
    ("quality", "focus", "50 %", "r Y", "r P"),
    ("quality", "originality", "70 %", "a Y", "a Y"),
    ("quality", "free-of-charge", "none paid", "r A", "r P"),
    ("quality", "evidence", "80 %", "r Y", "r P"),
];

fn letters(level: Level, basis: Basis) -> String {
    let level = match level {
        Level::Required => "R",
        Level::Recommended => "r",
        Level::Advisory => "a",
    };
    let basis = match basis {
        Basis::Article => "A",
        Basis::Program => "P",
        Basis::Yardstick => "Y",
        Basis::Own => "own",
    };
    format!("{level} {basis}")
}

#[test]
fn criteria_are_those_of_the_table() {
    for (guidance, column) in editions().iter().zip(0..) {
        assert_eq!(guidance.criteria.len(), CRITERIA.len());
        for (criterion, (theme, id, wanted, article, program)) in guidance.criteria.iter().zip(CRITERIA) {
            let found = criterion.check.measure().wanted().replace('\u{a0}', " ");
            // The program names no largest number of categories.
            let wanted = if column == 1 && *id == "category" { "at least 1" } else { wanted };
            assert_eq!(
                (criterion.theme.as_str(), criterion.id.as_str(), found.as_str()),
                (*theme, *id, wanted),
                "{}",
                guidance.id
            );
            assert_eq!(
                letters(criterion.level, criterion.basis),
                [article, program][column].to_string(),
                "{}: {id}",
                guidance.id
            );
        }
    }
}

#[test]
fn a_number_of_ours_is_a_yardstick_also_where_the_demand_is_the_programs() {
    let program = edition("program-2026");
    for id in ["measured", "focus", "evidence"] {
        let criterion = program.criterion(id).unwrap();
        assert_eq!((criterion.basis, criterion.number_basis), (Basis::Program, Basis::Yardstick), "{id}");
    }
}

type TypeRow = (&'static str, f64, &'static [&'static str], &'static [(&'static str, f64)]);

/// Id, weight, metrics, thresholds of what is notable: the guidance's table of types.
const TYPES: &[TypeRow] = &[
    ("question-answering", 0.1, &["views", "votes", "accepted"], &[("views", 1000.0), ("votes", 25.0)]),
    ("article", 1.0, &["views", "likes", "comments", "subscribers"], &[("views", 1000.0)]),
    ("video", 1.0, &["views", "listens", "likes", "subscribers"], &[("views", 1000.0), ("listens", 1000.0)]),
    (
        "talk",
        1.0,
        &["attendees", "livestream-views", "on-demand-views", "rating"],
        &[("attendees", 30.0), ("livestream-views", 100.0), ("on-demand-views", 1000.0)],
    ),
    (
        "event",
        1.0,
        &["attendees", "livestream-views", "on-demand-views", "members"],
        &[("attendees", 30.0), ("livestream-views", 100.0), ("on-demand-views", 1000.0)],
    ),
    ("book", 1.0, &["copies", "rating"], &[("copies", 100.0)]),
    (
        "open-source",
        1.0,
        &["downloads", "stars", "forks", "merged-pull-requests"],
        &[("downloads", 1000.0), ("stars", 50.0), ("merged-pull-requests", 10.0)],
    ),
    ("product-feedback", 1.0, &["votes", "accepted"], &[("votes", 10.0), ("accepted", 1.0)]),
    ("sample-code", 1.0, &["downloads", "views", "stars", "forks"], &[("downloads", 1000.0), ("views", 1000.0), ("stars", 50.0)]),
    ("marketplace-tool", 1.0, &["installs", "rating"], &[("installs", 500.0)]),
    ("workshop", 1.0, &["attendees", "mentees", "sessions", "rating"], &[("attendees", 20.0), ("mentees", 5.0)]),
    ("certification", 1.0, &[], &[]),
];

#[test]
fn types_are_those_of_the_table() {
    for guidance in editions() {
        let vocabulary = &guidance.vocabulary;
        assert_eq!(vocabulary.types.len(), TYPES.len());
        for (known, (id, weight, metrics, notable)) in vocabulary.types.iter().zip(TYPES) {
            assert_eq!((known.id.as_str(), known.weight, known.counts()), (*id, *weight, *id != "certification"));
            let names: Vec<&str> = known.metrics.iter().map(|metric| vocabulary.metric(metric.id).id.as_str()).collect();
            assert_eq!(names, *metrics, "{id}");
            let found: Vec<(&str, f64)> =
                known.metrics.iter().filter_map(|it| Some((vocabulary.metric(it.id).id.as_str(), it.notable?))).collect();
            assert_eq!(found, *notable, "{id}");
            for text in [&known.one, &known.many, &known.what, &known.begin, &known.numbers] {
                assert!(!text.is_empty(), "{id}");
            }
            assert!(known.near.iter().all(|near| vocabulary.type_id(near).is_some()), "{id}");
        }
        let levels: Vec<&str> =
            vocabulary.metrics.iter().filter(|metric| metric.level).map(|metric| metric.id.as_str()).collect();
        assert_eq!(levels, ["subscribers", "rating", "members", "stars", "forks"]);
    }
}

#[test]
fn talks_and_events_are_one_type_by_the_article_and_two_by_the_program() {
    let channel =
        |guidance: &Guidance, id: &str| guidance.vocabulary.types.iter().find(|it| it.id == id).unwrap().channel.clone();
    let (article, program) = (edition("workshop-2020"), edition("program-2026"));
    assert_eq!(channel(&article, "talk"), channel(&article, "event"));
    assert_ne!(channel(&program, "talk"), channel(&program, "event"));
}

#[test]
fn eleven_categories_each() {
    let (article, program) = (edition("workshop-2020"), edition("program-2026"));
    assert_eq!(article.vocabulary.categories.len(), 11);
    assert!(!article.vocabulary.lists_areas());
    let areas: Vec<usize> = program.vocabulary.categories.iter().map(|category| category.areas.len()).collect();
    assert_eq!(areas, [8, 21, 8, 17, 15, 2, 4, 6, 10, 1, 2]);
}

/// The rows of "What the article says, and where it lands": each by the criteria or the explain pages that hold it.
const ARTICLE_ROWS: [&[&str]; 16] = [
    &["recency"],
    &["diversity", "breadth", "concentration"],
    &[
        "article",
        "talk",
        "event",
        "question-answering",
        "video",
        "book",
        "open-source",
        "product-feedback",
        "sample-code",
        "workshop",
    ],
    &["impact", "reach", "amount"],
    &["originality"],
    &["free-of-charge"],
    &["reach"],
    &["focus"],
    &["category"],
    &["eligibility"],
    &["nomination", "process"],
    &["process"],
    &["process"],
    &["certification"],
    &["freshness", "regularity", "advice"],
    &["program"],
];

#[test]
fn each_point_of_the_article_has_its_place() {
    let article = edition("workshop-2020");
    for (row, topics) in (1..).zip(ARTICLE_ROWS) {
        for topic in topics {
            assert!(explain(topic, &article).is_ok(), "row {row}: {topic}");
        }
    }
    let advisory = article.criterion("amount").unwrap();
    assert_eq!(advisory.level, Level::Advisory, "row 4: quality before the number of activities");
}

#[test]
fn everything_explains_itself() {
    for guidance in editions() {
        for criterion in &guidance.criteria {
            let explained = explain(&criterion.id, &guidance).unwrap();
            let headings: Vec<&str> = explained.parts.iter().map(|part| part.heading).collect();
            for heading in ["Why", "How it is measured", "Wanted", "Whose number", "Level", "Source"] {
                assert!(headings.contains(&heading), "{}: {} has no part {heading}", guidance.id, criterion.id);
            }
            if criterion.seen.is_some() {
                let seen = explained.parts.iter().find(|part| part.heading == "Seen among awarded people").unwrap();
                assert!(seen.text.ends_with("not odds."), "{}", seen.text);
            }
        }
        for id in
            guidance.vocabulary.types.iter().map(|known| &known.id).chain(guidance.vocabulary.metrics.iter().map(|it| &it.id))
        {
            assert!(explain(id, &guidance).is_ok(), "{id}");
        }
        for page in ["process", "program", "advice"] {
            assert!(explain(page, &guidance).is_ok(), "{page}");
        }
    }
}

#[test]
fn an_advice_leaves_no_brace_open() {
    for path in ["profile", "ready", "thin", "renewal", "two-categories"] {
        let text = std::fs::read_to_string(format!("examples/{path}.toml")).unwrap();
        for shipped in EDITIONS {
            let report = common::report(&text, shipped.id, "2026-11-23");
            for finding in report["findings"].as_array().unwrap() {
                let advice = finding["advice"].as_str().unwrap_or_default();
                assert!(!advice.contains(['{', '}']), "{path}: {advice}");
                assert_eq!(finding["outcome"] == "met", finding["advice"].is_null(), "{path}: {finding}");
            }
        }
    }
}

#[test]
fn what_counts_can_be_filed_and_is_asked_for() {
    for guidance in editions() {
        let (portal, form) = (guidance.portal.unwrap(), guidance.form.unwrap());
        assert_eq!((portal.longest.title, portal.longest.description), (100, 1000));
        assert_eq!((portal.as_of.as_str(), form.as_of.as_str()), ("November 2026", "November 2026"));
        for (known, activities) in guidance.vocabulary.types.iter().zip(&portal.activities) {
            let id = &known.id;
            // The last one is meant where no number tells another one.
            assert_eq!(activities.last().is_some_and(|last| last.when.is_empty()), known.counts(), "{id}");
            let is_asked = form.question.iter().any(|question| question.types.contains(id));
            assert_eq!(is_asked, known.counts(), "{id}");
            for activity in activities {
                assert!(activity.roles.iter().all(|role| portal.roles.contains(role)), "{id}");
                let stated = activity.when.iter().chain(activity.numbers.iter().flat_map(|number| &number.metrics));
                let of_type = |name: &String| known.metrics.iter().any(|it| guidance.vocabulary.metric(it.id).id == *name);
                assert!(stated.into_iter().all(of_type), "{id}");
            }
        }
        assert_eq!(form.question.iter().filter(|question| question.planned).count(), 1);
    }
}

/// A guidance of one's own that changes something of an edition.
fn own(changes: &str) -> Result<Guidance, Vec<Problem>> {
    let text = format!("extends = \"workshop-2020\"\n{changes}");
    read(&Source::new("own.toml", text)).map_err(Problems::sorted)
}

#[test]
fn numbers_of_a_type_that_ones_own_file_states_are_ones_own() {
    let guidance = own("[type.talk]\nweight = 2.0\nnotable = { attendees = 10 }\n[type.article]\nweight = 0.5\n").unwrap();
    let told = |topic, heading| {
        let parts = explain(topic, &guidance).unwrap().parts;
        parts.into_iter().find(|part| part.heading == heading).unwrap().text.replace('\u{a0}', " ")
    };
    assert_eq!(told("talk", "Amounts to"), "2 activities each (a number of your own guidance)");
    assert_eq!(
        told("talk", "Notable from"),
        "10 attendees each (a number of your own guidance); \
         100 livestream views or 1 000 on-demand views each (a yardstick of this tool)"
    );
    assert_eq!(told("article", "Amounts to"), "0.5 activities each (a number of your own guidance)");
    assert_eq!(told("question-answering", "Amounts to"), "0.1 activities each (a yardstick of this tool)");
    assert_eq!(told("event", "Amounts to"), "1 activity each");

    let talk = "[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2026-05-01\nimpact = { attendees = 4 }\n";
    let report = report_by(talk, &guidance, "2026-11-23");
    let findings = report["findings"].as_array().unwrap().iter();
    let advice = findings.filter(|it| it["criterion"] == "impact").map(|it| it["advice"].as_str().unwrap()).collect::<String>();
    assert!(advice.contains("4 of 10\u{a0}attendees\u{a0}°"), "{advice}");
    let table = rendered(talk, &guidance, "2026-11-23", "table");
    assert!(table.contains("° a number of your own guidance"), "{table}");
    let annotations = rendered(talk, &guidance, "2026-11-23", "github");
    assert!(annotations.contains("10\u{a0}attendees (a number of your own guidance)"), "{annotations}");
}

#[test]
fn more_active_months_than_are_counted_are_refused() {
    let wanted = |months: u32| {
        own(&format!(
            "[award-window]\ncandidate-months = 24\n\
             [criterion.regularity]\ncheck = {{ regularity = {{ active-months = {months}, longest-gap-days = 90 }} }}\n"
        ))
    };
    assert!(wanted(12).is_ok());
    let told: Vec<String> = wanted(13).unwrap_err().into_iter().map(|problem| problem.message).collect();
    assert_eq!(told, ["`active-months` is at most 12"]);
}

#[test]
fn as_many_types_and_metrics_as_there_may_be_are_counted() {
    let known = edition("workshop-2020").vocabulary;
    let metrics = (known.metrics.len()..255).map(|at| format!("[metric.m{at}]\none = \"m\"\nmany = \"ms\"\nwhat = \"M.\"\n"));
    let words = "one = \"a thing\"\nmany = \"things\"\nwhat = \"W.\"\nbegin = \"B.\"\nnumbers = \"N.\"\nmetrics = [\"m254\"]\n";
    let types = (known.types.len()..255).map(|at| format!("[type.t{at}]\n{words}"));
    let guidance = own(&metrics.chain(types).collect::<String>()).unwrap();
    let entry = "[[contribution]]\ntype = \"t254\"\ntitle = \"T\"\ndate = 2026-05-01\nimpact = { m254 = 1 }\n";
    assert_eq!(report_by(entry, &guidance, "2026-11-23")["activity"]["types"]["t254"], 1.0);
    let certification = entry.replace("t254", "certification").replace("impact = { m254 = 1 }", "");
    let table = rendered(&format!("{entry}{certification}"), &guidance, "2026-11-23", "table").replace('\u{a0}', " ");
    assert!(table.contains("left out: 1 certification"), "{table}");
    let unknown = own(&format!("[type.thing]\n{}", words.replace("m254", "none"))).unwrap_err();
    assert_eq!(unknown.len(), 1, "{unknown:#?}");
}
