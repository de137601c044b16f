//! All formats of a report. A new one is a file in `report/` and its line here, which also feeds the command line and its help.

use crate::report::{Form, Judged, Look, azure, github, html, json, junit, markdown, ndjson, sarif, table};

/// A format of a report.
pub struct Format {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether the report holds the warnings about the file; else they are told beside it.
    pub holds_warnings: bool,
    /// Whether it tells the mistakes of a profile that could not be judged, where it is the only one.
    pub tells_mistakes: bool,
    /// Whether it shows the days to come, where they were looked at.
    pub looks_ahead: bool,
    /// How it is written.
    pub form: Form,
}

impl Format {
    /// The whole report on what became of some profiles: of the only one, or of a team.
    pub fn render(&self, judged: &[Judged<'_>], look: &Look) -> String {
        match judged {
            [only] => self.form.alone(only, look),
            team => self.form.of_team(team, look),
        }
    }
}

/// The formats; the first is the default.
pub const FORMATS: &[Format] = &[
    Format {
        name: "table",
        about: "a table for people",
        holds_warnings: false,
        tells_mistakes: false,
        looks_ahead: false,
        form: table::FORM,
    },
    Format {
        name: "json",
        about: "the whole report for programs",
        holds_warnings: true,
        tells_mistakes: false,
        looks_ahead: false,
        form: json::FORM,
    },
    Format {
        name: "ndjson",
        about: "the report of each profile on a line of its own, for programs",
        holds_warnings: true,
        tells_mistakes: true,
        looks_ahead: false,
        form: ndjson::FORM,
    },
    Format {
        name: "markdown",
        about: "for the summary of a build, pull requests and mails",
        holds_warnings: true,
        tells_mistakes: false,
        looks_ahead: false,
        form: markdown::FORM,
    },
    Format {
        name: "html",
        about: "one page with pictures, to keep or to show",
        holds_warnings: true,
        tells_mistakes: false,
        looks_ahead: true,
        form: html::FORM,
    },
    Format {
        name: "github",
        about: "annotations of GitHub Actions",
        holds_warnings: false,
        tells_mistakes: true,
        looks_ahead: false,
        form: github::FORM,
    },
    Format {
        name: "azure",
        about: "issues of Azure Pipelines",
        holds_warnings: false,
        tells_mistakes: true,
        looks_ahead: false,
        form: azure::FORM,
    },
    Format {
        name: "sarif",
        about: "SARIF 2.1.0 for code scanning and editors",
        holds_warnings: true,
        tells_mistakes: true,
        looks_ahead: false,
        form: sarif::FORM,
    },
    Format {
        name: "junit",
        about: "JUnit XML for test reports",
        holds_warnings: false,
        tells_mistakes: true,
        looks_ahead: false,
        form: junit::FORM,
    },
];

/// The format with a name.
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
