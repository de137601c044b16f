//! Every kind of mistake in a profile: its message, its help and its place.

mod damage;
mod duplicates;
mod keys;
mod limits;
mod names;
mod places;
mod values;

use std::sync::LazyLock;

use jsonschema::Validator;

use super::reports::edition;
use super::schema::{accepts, profile_validator};
use crate::guidance::{category_of_any_edition, shipped};
use crate::profile::{Profile, read};
use crate::source::{Problem, Severity, Source};

#[derive(Clone, Debug)]
struct Found {
    severity: Severity,
    line: usize,
    column: usize,
    message: String,
    help: String,
    /// Line and column of the second place, if any.
    related: Option<(usize, usize)>,
}

/// The text, line and column of its one mistake, a part of the message, a part of the help.
type Case<'c> = (&'c str, usize, usize, &'c str, &'c str);

/// The problems of a text, the number of errors, the number of errors that were not kept, and something from the profile.
fn checked<T>(text: &str, look: impl FnOnce(&Profile<'_>) -> T) -> (Vec<Found>, usize, usize, T) {
    let source = Source::new("profile.toml", text);
    let draft = read(&source);
    let named = draft.person.guidance.as_ref().map_or("workshop-2020", |stated| &stated.value);
    let guidance = edition(if shipped(named).is_some() { named } else { "workshop-2020" });
    let (profile, problems) = draft.resolve(&guidance.vocabulary, &category_of_any_edition);
    let (errors, more) = (problems.errors(), problems.more_errors);
    let found = problems.sorted().iter().map(|problem| found_of(problem, &source)).collect();
    (found, errors, more, look(&profile))
}

fn found_of(problem: &Problem, source: &Source) -> Found {
    // The problem that counts further warnings has no place.
    let place = problem.span.map_or((0, 0), |span| (source.place(span.start).line, source.place(span.start).column));
    let related = problem.related.as_ref().map(|(span, _)| source.place(span.start));
    Found {
        severity: problem.severity,
        line: place.0,
        column: place.1,
        message: problem.message.clone(),
        help: problem.help.clone().unwrap_or_default(),
        related: related.map(|place| (place.line, place.column)),
    }
}

fn mistakes_in(text: &str) -> Vec<Found> {
    checked(text, |_| ()).0
}

fn places(text: &str) -> Vec<(usize, usize)> {
    mistakes_in(text).iter().map(|it| (it.line, it.column)).collect()
}

fn lines(text: &str) -> Vec<usize> {
    mistakes_in(text).iter().map(|it| it.line).collect()
}

/// The text above the lines of a case.
struct In(&'static str);

const WHOLE: In = In("");
/// The case begins in line 2.
const PROFILE: In = In("[profile]\n");
/// The case begins in line 4.
const UNDATED: In = In("[[contribution]]\ntype = \"article\"\ntitle = \"T\"\n");
/// The case begins in line 5.
const ENTRY: In = In("[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n");
/// The case begins in line 5. A talk has other metrics than an article.
const TALK: In = In("[[contribution]]\ntype = \"talk\"\ntitle = \"T\"\ndate = 2026-05-01\n");
/// The case begins in line 4.
const WAIVER: In = In("[[waive]]\ncriterion = \"amount\"\nreason = \"R\"\n");

static SCHEMA: LazyLock<Validator> = LazyLock::new(profile_validator);

/// Parts of messages about rules that a schema cannot state.
const NOT_IN_THE_SCHEMA: [&str; 2] = ["is a quoted text, not a date", "is before `date`"];

/// The schema refuses what is an error, and accepts what is not.
fn agrees(text: &str, severity: Severity, message: &str) -> bool {
    let is_stated = !NOT_IN_THE_SCHEMA.iter().any(|part| message.contains(part));
    accepts(&SCHEMA, text) != (matches!(severity, Severity::Error) && is_stated)
}

impl In {
    fn text(&self, more: &str) -> String {
        format!("{}{more}\n", self.0)
    }

    /// Each case has exactly its one mistake, and the schema agrees. All differences are shown at once.
    fn check(&self, severity: Severity, cases: &[Case<'_>]) {
        let mut differing = Vec::new();
        for (text, line, column, message, help) in cases {
            let found = mistakes_in(&self.text(text));
            let fits = |it: &Found| {
                let place = (it.severity, it.line, it.column) == (severity, *line, *column);
                place && it.message.contains(message) && it.help.contains(help)
            };
            if found.len() != 1 || !fits(&found[0]) {
                differing.push(format!("{text:?}\n  expected {line}:{column} {message:?} {help:?}\n  found {found:#?}"));
            } else if !agrees(&self.text(text), severity, &found[0].message) {
                differing.push(format!("{text:?}\n  the schema disagrees: {found:#?}"));
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

    /// Each text has neither a mistake nor a warning, and the schema accepts it.
    fn fine(&self, texts: &[&str]) {
        for text in texts {
            let found = mistakes_in(&self.text(text));
            assert!(found.is_empty(), "{text:?}: {found:#?}");
            assert!(accepts(&SCHEMA, &self.text(text)), "the schema refuses {text:?}");
        }
    }
}
