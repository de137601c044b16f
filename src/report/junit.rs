//! The format `junit`: a suite for each profile, a case for each criterion, as test reports of build services read it.

use std::borrow::Cow;

use askama::Template;

use crate::assess::Finding;
use crate::evidence::Outcome;
use crate::explanation::level_name;
use crate::report::form::{Form, Frame, Parts};
use crate::report::model::{Judged, Look, Refusal, Remark, Report};
use crate::report::plain_words::{self, advice, path, wanted};
use crate::report::team::{Member, Team};
use crate::text::{harmless_line, short, visible};

/// Columns of a name that stands as a heading.
const NAME_COLUMNS: usize = 80;

/// The whole file, without its suites.
#[derive(Template)]
#[template(path = "junit.xml")]
struct Document {
    tests: usize,
    failures: usize,
    errors: usize,
}

/// A profile.
#[derive(Template)]
#[template(path = "suite.xml")]
struct Suite {
    name: String,
    timestamp: Option<String>,
    cases: Vec<Case>,
}

/// A criterion.
struct Case {
    class: String,
    name: String,
    came_out: CameOut,
}

/// How a criterion came out.
enum CameOut {
    Met,
    Skipped { message: String },
    Failure { level: &'static str, message: String, body: String },
    Error { message: String, body: String },
}

impl Suite {
    fn failures(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case.came_out, CameOut::Failure { .. })).count()
    }

    fn errors(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case.came_out, CameOut::Error { .. })).count()
    }

    fn skipped(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case.came_out, CameOut::Skipped { .. })).count()
    }
}

/// The format `junit`.
pub const FORM: Form = Form::Parts(Parts { alone, part, between: "", frame, lists_people: false });

fn alone(judged: &Judged<'_>, look: &Look) -> String {
    let mut team = Team::default();
    team.add(Member::new(judged, false));
    let Frame { before, after } = frame(&team, look);
    before + &part(judged, 1, look) + &after
}

fn part(judged: &Judged<'_>, _: usize, _: &Look) -> String {
    let suite = match judged {
        Ok(report) => suite(report),
        Err(refusal) => refused(refusal),
    };
    // A template that writes to text cannot fail.
    suite.render().unwrap_or_default() + "\n"
}

fn frame(team: &Team, _: &Look) -> Frame {
    // What was not judged is one case, which is an error.
    let errors = team.not_judged;
    let document = Document { tests: team.findings + errors, failures: team.findings_with_gap, errors };
    Frame::cut(document.render().unwrap_or_default() + "\n", "time=\"0\">\n")
}

fn suite(report: &Report<'_>) -> Suite {
    let name = report.record.profile.name.as_deref().filter(|name| !name.trim().is_empty());
    Suite {
        name: name.map_or_else(|| path(report.file), |name| short(name, NAME_COLUMNS).into_owned()),
        timestamp: Some(format!("{}T00:00:00", report.record.as_of)),
        cases: report.assessment.findings.iter().map(|finding| case(finding, report)).collect(),
    }
}

fn case(finding: &Finding<'_>, report: &Report<'_>) -> Case {
    let fact = visible(&finding.evidence.fact).into_owned();
    let came_out = match finding.outcome {
        Outcome::Met => CameOut::Met,
        Outcome::Gap => CameOut::Failure {
            level: level_name(finding.criterion.level),
            message: fact,
            body: lines(&[format!("wanted: {}", wanted(finding)), advice(finding), place(finding, report)]),
        },
        Outcome::NotAssessed | Outcome::Waived => {
            CameOut::Skipped { message: format!("{fact}. {}", advice(finding)).trim_end().to_owned() }
        }
    };
    Case {
        class: format!("{}.{}", path(report.file), visible(&finding.criterion.theme)),
        name: format!("{}: {}", plain_words::name(finding, report), title(finding)),
        came_out,
    }
}

/// The title without the id that stands before it: "Breadth: a third type of activity" is "a third type of activity".
fn title<'f>(finding: &'f Finding<'_>) -> Cow<'f, str> {
    let id = finding.criterion.id.replace('-', " ");
    let title = &finding.criterion.title;
    let parts = title.split_once(": ").filter(|(word, _)| word.to_lowercase() == id);
    visible(parts.map_or(title, |(_, rest)| rest))
}

/// The lines of the contributions to act on, else the line of the profile's header.
fn place(finding: &Finding<'_>, report: &Report<'_>) -> String {
    let lines = match &*finding.evidence.contributions {
        [] => format!("line {}", plain_words::line(finding, report)),
        _ => finding.evidence.lines(),
    };
    format!("{}, {lines}", path(report.file))
}

/// A profile that was not judged: one case, with all that is wrong in it.
fn refused(refusal: &Refusal<'_>) -> Suite {
    let path = path(refusal.file);
    let mistake = |it: &Remark| format!("{path}:{}:{}: {}", it.line, it.column, plain_words::remark(it));
    let mut mistakes: Vec<String> = refusal.mistakes.iter().map(mistake).collect();
    mistakes.extend(plain_words::more_mistakes(refusal));
    let came_out = CameOut::Error { message: plain_words::refused(refusal), body: lines(&mistakes) };
    let case = Case { class: path.clone(), name: "readable: the profile can be judged".into(), came_out };
    Suite { name: path, timestamp: None, cases: vec![case] }
}

/// Lines of a body, none of which a build service would obey.
fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| harmless_line(line)).collect::<Vec<_>>().join("\n")
}
