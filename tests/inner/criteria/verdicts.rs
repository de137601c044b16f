//! Verdicts by one category.

use serde_json::json;

use super::waivers::waive;
use super::{AS_OF, PROGRAM, WORKSHOP, article, person, report};

/// The only gap is the missing nominator, which is advisory.
pub const READY: &str = r#"
[profile]
microsoft-employee = false
categories = ["Developer Technologies"]
technology-areas = [".NET"]

[[contribution]] # 12 of 19
type = "article"
title = "Once a month"
date = 2025-12-01
until = 2026-11-20
count = 12
url = "https://example.org/blog"
technology-areas = [".NET"]
impact = { views = 36000 }

[[contribution]]
type = "talk"
title = "Four evenings"
date = 2026-03-01
count = 4
url = "https://example.org/talks"
impact = { attendees = 120 }

[[contribution]]
type = "open-source"
title = "Three releases"
date = 2026-04-01
count = 3
url = "https://example.org/code"
impact = { stars = 50 }
"#;

/// A change that causes a gap in one theme: old text, new text.
type Change = (&'static str, &'static str);

/// The newest activity is 83 days old.
const RECENCY: Change = ("until = 2026-11-20", "until = 2026-09-01");
/// The newest activity is much older, in only five active months.
const RHYTHM: Change = ("until = 2026-11-20", "until = 2026-03-31");
/// 17 activities: only `program-2026` recommends more.
const AMOUNT: Change = ("count = 4", "count = 2");
/// 36 of 43 activities are articles.
const DIVERSITY: Change = ("count = 12", "count = 36");
/// Two of three entries are notable.
const IMPACT: Change = ("stars = 50", "stars = 49");
/// Two of three entries have links.
const QUALITY: Change = ("url = \"https://example.org/code\"\n", "");

fn changed(changes: &[Change]) -> String {
    changes.iter().fold(READY.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

/// The verdict and its themes by each edition.
fn verdicts(text: &str) -> [(String, String); 2] {
    [WORKSHOP, PROGRAM].map(|edition| {
        let report = report(text, edition);
        let themes: Vec<&str> = report["summary"]["themes"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        (report["verdict"].as_str().unwrap().to_owned(), themes.join(" "))
    })
}

fn both(verdict: &str, themes: &str) -> [(String, String); 2] {
    [(verdict.into(), themes.into()), (verdict.into(), themes.into())]
}

#[test]
fn a_verdict_counts_themes_with_recommended_gaps() {
    assert_eq!(verdicts(READY), both("ready", ""));
    assert_eq!(verdicts(&changed(&[QUALITY])), both("nearly", "quality"));
    assert_eq!(verdicts(&changed(&[RECENCY, DIVERSITY, QUALITY])), both("nearly", "recency diversity quality"));
    // Four gaps in three themes.
    let rhythm = changed(&[RHYTHM, DIVERSITY, QUALITY]);
    assert_eq!(verdicts(&rhythm), both("nearly", "recency diversity quality"));
    assert_eq!(report(&rhythm, WORKSHOP)["summary"]["gap"], json!({"required": 0, "recommended": 4, "advisory": 1}));
    let four = changed(&[RECENCY, DIVERSITY, IMPACT, QUALITY]);
    assert_eq!(verdicts(&four), both("not-yet", "recency diversity impact quality"));
}

#[test]
fn amount_counts_for_the_verdict_where_it_is_recommended() {
    let [workshop, program] = verdicts(&changed(&[RECENCY, AMOUNT, IMPACT, QUALITY]));
    assert_eq!(workshop, ("nearly".into(), "recency impact quality".into()));
    assert_eq!(program, ("not-yet".into(), "recency amount impact quality".into()));
}

#[test]
fn a_required_criterion_decides_alone() {
    let employee = "microsoft-employee = false";
    assert_eq!(verdicts(&changed(&[(employee, "")])), both("nearly", ""));
    assert_eq!(verdicts(&changed(&[(employee, "microsoft-employee = true")])), both("not-yet", "eligibility"));
}

#[test]
fn a_waived_gap_does_not_change_the_verdict() {
    assert_eq!(verdicts(&(changed(&[QUALITY]) + &waive("evidence", AS_OF))), both("ready", ""));
    assert_eq!(verdicts(&(changed(&[QUALITY]) + &waive("evidence", "2026-11-22"))), both("nearly", "quality"));
}

#[test]
fn themes_with_required_gaps_come_first() {
    let report = report(&(person("microsoft-employee = false") + &article("2026-01-01")), WORKSHOP);
    assert_eq!(report["summary"]["themes"], json!(["eligibility", "diversity", "recency", "impact", "quality"]));
}
