//! The person: eligibility, categories, nomination.

use super::{Row, row};
use crate::inner_tests::criteria::{PROGRAM, WORKSHOP, person};

pub fn eligibility() -> Vec<Row> {
    vec![
        row(person("microsoft-employee = false"), "met"),
        row(person("microsoft-employee = true"), "gap"),
        row(person(""), "not-assessed"),
    ]
}

pub fn category() -> Vec<Row> {
    let three = r#"categories = ["Developer Technologies", "Data Platform", "Microsoft Azure"]"#;
    let name = "Name at least 1 category in `categories` of [profile]; `mvp-check list categories` shows them.";
    let keep = "Keep at most 2 categories in `categories` of [profile]; `mvp-check list categories` shows them.";
    vec![
        row(person(""), "gap 0 of 1").also("/advice", name),
        row(person(r#"categories = ["Data Platform"]"#), "met 1 of 1"),
        row(person(r#"categories = ["Data Platform", "Microsoft Azure"]"#), "met 2 of 1"),
        row(person(three), "gap 3 of 1").only(WORKSHOP).also("/advice", keep),
        row(person(three), "met 3 of 1").only(PROGRAM),
        // Each is a category of the other edition.
        row(person(r#"categories = ["M365"]"#), "met 1 of 1").only(WORKSHOP),
        row(person(r#"categories = ["Office Development"]"#), "met 1 of 1").only(PROGRAM),
    ]
}

pub fn nomination() -> Vec<Row> {
    let nobody = |who| format!("Show the dossier to an {who} who knows your work.");
    vec![
        row(person(r#"nominator = "mvp""#), "met").also("/fact", "by an MVP"),
        row(person("nominator = \"mvp\"\nnominated-on = 2026-10-05"), "met").also("/fact", "by an MVP, on 5 Oct 2026"),
        row(person(r#"nominator = "microsoft-employee""#), "met"),
        row(person(""), "gap").only(WORKSHOP).also("/advice", nobody("MVP or a Microsoft employee")),
        row(person(""), "gap").only(PROGRAM).also("/advice", nobody("active MVP or a full-time Microsoft employee")),
        row(person(r#"stage = "renewal""#), "not-assessed"),
    ]
}
