//! The day of a report.

use crate::helpers::program::{fed, run, tool};

#[test]
fn the_date_comes_from_the_option_the_environment_or_the_profile() {
    let date = |epoch: Option<&str>, option: Option<&str>| {
        let mut command = tool();
        command.args(option.map(|day| format!("--as-of={day}"))).envs(epoch.map(|epoch| ("SOURCE_DATE_EPOCH", epoch)));
        let report = run(command.args(["--format", "json", "examples/ready.toml"]).env("TZ", "Pacific/Kiritimati")).json();
        [&report["as_of"], &report["as_of_from"]].map(|it| it.as_str().unwrap().to_owned())
    };
    assert_eq!(date(None, None), ["2026-11-23", "profile"]);
    // 23 November 2026 begins, in UTC, with second 1 795 392 000.
    assert_eq!(date(Some("1795391999"), None), ["2026-11-22", "environment"]);
    assert_eq!(date(Some("1795392000"), None), ["2026-11-23", "environment"]);
    assert_eq!(date(Some("1795392000"), Some("2026-10-01")), ["2026-10-01", "option"]);
    assert_eq!(date(Some("not a number"), Some("2026-10-01")), ["2026-10-01", "option"]);
    let undated = fed(tool().args(["--format", "json", "-"]).env("TZ", "UTC"), b"");
    assert_eq!(undated.json()["as_of_from"], "today");
    for epoch in ["yesterday", "1.5", "2026-11-23", "99999999999999999999", " "] {
        let ran = run(tool().args(["examples/ready.toml"]).env("SOURCE_DATE_EPOCH", epoch));
        assert!(ran.is_refused(&["SOURCE_DATE_EPOCH"]), "{epoch}: {ran:#?}");
    }
}
