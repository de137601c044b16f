//! Other people's text in every format: it is shown, never obeyed. What it must not do to a terminal is in `safety.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use checks::markdown::tree;
use checks::page::Page;
use checks::{annotations, lines, markdown, page};
use std::sync::LazyLock;
use std::thread;

use chrono::{Days, NaiveDate};
use common::payloads::{guidance_saying, payloads, profile_saying};
use common::{LOOK, judged, rendered_since, report_by};
use mvp_check::forecast::{Forecast, between};
use mvp_check::format::FORMATS;
use mvp_check::guidance::{self, Guidance};
use mvp_check::plan::Plan;
use mvp_check::report::{self, ProfileFile, Refusal, Remark};
use mvp_check::source::Source;

mod checks;
mod common;

/// As harmless as a text can be.
const PLAIN: &str = "Plain words";
/// The same with a colon, at which a page parts the title of a criterion.
const WITH_COLON: &str = "Plain: words";

fn guidance_that_says(text: &str) -> Guidance {
    let source = Source::new("guidance.toml", guidance_saying(text));
    guidance::read(&source).unwrap_or_else(|problems| panic!("{text:?}: {problems:#?}"))
}

/// A forecast and a plan in each of their formats, in which profile and guidance say a text wherever they may.
fn ahead(text: &str) -> Vec<(String, String)> {
    let as_of: NaiveDate = "2026-11-23".parse().unwrap();
    judged(&profile_saying(text), &guidance_that_says(text), as_of, |report, facts| {
        // The days around those on which its entries leave.
        let range = between("2027-04-28".parse().unwrap(), "2027-06-03".parse().unwrap()).unwrap();
        let forecast = Forecast::new(report.guidance, facts, as_of, range);
        assert!(!forecast.changes.is_empty());
        let plan = Plan::new(report.guidance, facts, as_of, as_of + Days::new(30)).unwrap();
        assert!(!plan.ways.is_empty() && !plan.cannot_close.is_empty());
        let forecasts = report::forecast::FORMATS.iter();
        let forecasts = forecasts.map(|(name, render)| (format!("forecast {name}"), render(report, &forecast, &LOOK).unwrap()));
        let plans = report::plan::FORMATS.iter();
        let plans = plans.map(|(name, render)| (format!("plan {name}"), render(report, &plan, &LOOK).unwrap()));
        forecasts.chain(plans).collect()
    })
}

/// A text and everything that says it, by the names of the outputs.
type Written = (String, Vec<(String, String)>);

/// Everything that says each text, worked out once: to look ahead takes a while.
static WRITTEN: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let texts: Vec<String> = [PLAIN, WITH_COLON].map(str::to_owned).into_iter().chain(payloads()).collect();
    let (first, second) = texts.split_at(texts.len() / 2);
    let written = |texts: &[String]| texts.iter().map(|text| (text.clone(), written(text))).collect::<Vec<Written>>();
    thread::scope(|scope| {
        let first = scope.spawn(|| written(first));
        let second = written(second);
        first.join().unwrap().into_iter().chain(second).collect()
    })
});

/// Reports, what could not be judged, teams, forecasts and plans that say a text.
fn written(text: &str) -> Vec<(String, String)> {
    let reports = FORMATS.iter().map(|it| (it.name.to_owned(), saying(text, it.name)));
    let refused = FORMATS.iter().map(|it| (format!("{}, refused", it.name), refusing(text, it.name)));
    reports.chain(refused).chain(teams(text)).chain(ahead(text)).collect()
}

/// Everything that says a text.
fn all(text: &str) -> &'static [(String, String)] {
    &WRITTEN.iter().find(|(known, _)| known == text).unwrap().1
}

/// The outputs of those on people who were judged whose names end so.
fn in_format(text: &str, format: &str) -> impl Iterator<Item = &'static (String, String)> {
    all(text).iter().filter(move |(output, _)| output.ends_with(format))
}

/// The report in each format on somebody of whom profile and guidance say a text wherever they may, and on somebody who
/// could not be judged.
fn teams(text: &str) -> Vec<(String, String)> {
    let as_of: NaiveDate = "2026-11-23".parse().unwrap();
    judged(&profile_saying(text), &guidance_that_says(text), as_of, |report, _| {
        let file = ProfileFile { path: text.into(), in_repository: text.into() };
        let mistakes = vec![Remark { line: 1, column: 2, message: text.into(), help: Some(text.into()), is_of_file: false }];
        let refusal = Refusal { file: &file, mistakes, more: 3 };
        let team = [Ok(report.clone()), Err(refusal)];
        FORMATS.iter().map(|format| (format.name.to_owned(), format.render(&team, &LOOK))).collect()
    })
}

/// The report in a format in which profile, guidance and an earlier report say a text wherever they may.
fn saying(text: &str, format: &str) -> String {
    let (profile, guidance) = (profile_saying(text), guidance_that_says(text));
    let mut earlier = report_by(&profile, &guidance, "2026-11-23");
    earlier["guidance"]["id"] = text.into();
    let contributions = earlier["activity"]["contributions"].as_array_mut().unwrap();
    contributions.truncate(1);
    contributions[0]["impact"]["views"] = 1.into();
    rendered_since(&profile, &guidance, "2026-11-23", format, Some(&earlier))
}

/// What a format makes of a profile that could not be judged, beside a second one, in which a text stands wherever it may.
fn refusing(text: &str, format: &str) -> String {
    let file = ProfileFile { path: text.into(), in_repository: text.into() };
    let mistakes = vec![Remark { line: 1, column: 2, message: text.into(), help: Some(text.into()), is_of_file: false }];
    let refusal = Refusal { file: &file, mistakes, more: 3 };
    mvp_check::format::named(format).unwrap().render(&[Err(refusal.clone()), Err(refusal)], &LOOK)
}

#[test]
fn there_are_sixty_of_them() {
    let mut payloads = payloads();
    payloads.sort();
    payloads.dedup();
    assert!(payloads.len() >= 60, "{}", payloads.len());
}

/// Beginnings of lines that are commands of the format itself.
fn own_commands(format: &str) -> &'static [&'static str] {
    match format.split(',').next().unwrap_or_default() {
        "github" => &annotations::GITHUB,
        "azure" => &annotations::AZURE,
        _ => &[],
    }
}

#[test]
fn nothing_raw_and_no_command_comes_of_it() {
    let commands = |output: &str, text: &str| {
        let is_own = |line: &&str| own_commands(output).iter().any(|own| line.starts_with(own));
        text.lines().filter(is_own).count()
    };
    let expected: Vec<usize> = all(PLAIN).iter().map(|(output, text)| commands(output, text)).collect();
    for payload in payloads() {
        for ((output, text), expected) in all(&payload).iter().zip(&expected) {
            let checked = lines::nothing_raw(text).and_then(|()| lines::no_command(text, own_commands(output)));
            checked.unwrap_or_else(|wrong| panic!("{output} {payload:?}: {wrong}"));
            assert_eq!(commands(output, text), *expected, "{output} {payload:?}\n{text}");
        }
    }
}

#[test]
fn the_tree_of_markdown_stays_as_it_is() {
    let expected: Vec<_> = in_format(PLAIN, "markdown").map(|(_, text)| tree(text)).collect();
    assert!(!expected[0].addresses.is_empty(), "something is linked");
    for payload in payloads() {
        for ((output, text), expected) in in_format(&payload, "markdown").zip(&expected) {
            let tree = tree(text);
            markdown::same(&tree, expected).unwrap_or_else(|wrong| panic!("{output} {payload:?}: {wrong}\n{text}"));
            let addresses = &tree.addresses;
            assert!(addresses.iter().all(|it| it.starts_with("https://example.org/")), "{payload:?}: {addresses:?}");
        }
    }
}

#[test]
fn the_tree_of_a_page_stays_as_it_is() {
    let pages = |text: &str| in_format(text, "html").map(|(_, text)| Page::new(text)).collect::<Vec<_>>();
    let plain = pages(PLAIN);
    assert!(plain[0].links().iter().any(|it| it.starts_with("https://example.org/")), "something is linked");
    // A page parts the title of a criterion at its first colon.
    let with_colon = pages(WITH_COLON);
    for payload in payloads() {
        let expected = if payload.contains(": ") { &with_colon } else { &plain };
        for ((output, text), expected) in in_format(&payload, "html").zip(expected) {
            let found = Page::new(text);
            let checked = found.harmless().and_then(|()| page::same(&found, expected, "https://example.org/"));
            checked.unwrap_or_else(|wrong| panic!("{output} {payload:?}: {wrong}"));
            // The title stands there as it was written, but for what hides in it.
            let shown = mvp_check::text::escape_control_chars(&payload);
            let start: String = shown.trim().chars().take(40).collect();
            assert!(found.elements[0].text.contains(start.trim()), "{output} {payload:?}");
        }
    }
}
