//! The built-in editions are complete and explain themselves, and custom guidance may change them.

use super::reports::{edition, editions, rendered, report, report_by};
use crate::explanation::explain;
use crate::guidance::{Basis, Guidance, Level, read};
use crate::source::{Problem, Problems, Source};

#[test]
fn every_criterion_is_complete() {
    for guidance in editions() {
        for criterion in &guidance.criteria {
            let id = &criterion.id;
            let title = criterion.title.to_lowercase();
            assert!(title.contains(&id.replace('-', " ")), "{}: the title of {id} lacks its word", guidance.id);
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
            assert_ne!(criterion.basis, Basis::Own, "{}: {id} has no basis", guidance.id);
            assert!(!criterion.check.measure().demand().wanted.is_empty());
        }
    }
}

#[test]
fn no_required_criterion_rests_on_a_default_threshold() {
    for guidance in editions() {
        for criterion in guidance.criteria.iter().filter(|criterion| criterion.level == Level::Required) {
            assert_ne!(criterion.basis, Basis::Yardstick, "{}: {}", guidance.id, criterion.id);
            assert_ne!(criterion.number_basis(), Basis::Yardstick, "{}: {}", guidance.id, criterion.id);
        }
    }
}

#[test]
fn everything_explains_itself() {
    for guidance in editions() {
        for criterion in &guidance.criteria {
            let explained = explain(&criterion.id, guidance).unwrap();
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
            assert!(explain(id, guidance).is_ok(), "{id}");
        }
        for page in ["process", "program", "advice"] {
            assert!(explain(page, guidance).is_ok(), "{page}");
        }
    }
}

#[test]
fn advice_has_no_placeholder_left() {
    for path in ["profile", "ready", "thin", "renewal", "two-categories"] {
        let text = std::fs::read_to_string(format!("examples/{path}.toml")).unwrap();
        for guidance in editions() {
            let report = report(&text, &guidance.id, "2026-11-23");
            for finding in report["findings"].as_array().unwrap() {
                let advice = finding["advice"].as_str().unwrap_or_default();
                assert!(!advice.contains(['{', '}']), "{path}: {advice}");
                assert_eq!(finding["outcome"] == "met", finding["advice"].is_null(), "{path}: {finding}");
            }
        }
    }
}

#[test]
fn every_type_that_counts_is_in_the_portal_and_in_the_form() {
    for guidance in editions() {
        let (portal, form) = (guidance.portal.as_ref().unwrap(), guidance.form.as_ref().unwrap());
        for (known, activities) in guidance.vocabulary.types.iter().zip(&portal.activities) {
            let id = &known.id;
            // The last one applies where no number selects another.
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

/// Custom guidance with some changes to an edition.
fn own(changes: &str) -> Result<Guidance, Vec<Problem>> {
    let text = format!("extends = \"workshop-2020\"\n{changes}");
    read(&Source::new("own.toml", text)).map_err(Problems::sorted)
}

#[test]
fn numbers_of_a_type_in_custom_guidance_are_shown_as_its_own() {
    let guidance = own("[type.talk]\nweight = 2.0\nnotable = { attendees = 10 }\n[type.article]\nweight = 0.5\n").unwrap();
    let text = |topic, heading| {
        let parts = explain(topic, &guidance).unwrap().parts;
        parts.into_iter().find(|part| part.heading == heading).unwrap().text.replace('\u{a0}', " ")
    };
    assert_eq!(text("talk", "Amounts to"), "2 activities each (a number of your own guidance)");
    assert_eq!(
        text("talk", "Notable from"),
        "10 attendees each (a number of your own guidance); \
         100 livestream views or 1 000 on-demand views each (a yardstick of this tool)"
    );
    assert_eq!(text("article", "Amounts to"), "0.5 activities each (a number of your own guidance)");
    assert_eq!(text("question-answering", "Amounts to"), "0.1 activities each (a yardstick of this tool)");
    assert_eq!(text("event", "Amounts to"), "1 activity each");

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
    let messages: Vec<String> = wanted(13).unwrap_err().into_iter().map(|problem| problem.message).collect();
    assert_eq!(messages, ["`active-months` is at most 12"]);
}

#[test]
fn the_largest_numbers_of_types_and_metrics_work() {
    let known = &edition("workshop-2020").vocabulary;
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
