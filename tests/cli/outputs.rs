//! Reports in files, and several profiles in one run.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::helpers::program::{FORMATS, Folder, INVALID, json, names, run, run_with, tool, written};

const EXAMPLE: &str = "examples/profile.toml";

fn output(format: &str, path: &Path) -> String {
    format!("--output={format}={}", path.display())
}

#[test]
fn a_file_has_the_same_report_as_standard_output() {
    for files in [EXAMPLE, "examples/team"] {
        let folder = Folder::new();
        let outputs = FORMATS.map(|format| output(format, &folder.0.join(format)));
        let ran = run(tool().args([files, "--format", "json"]).args(outputs));
        for format in FORMATS {
            assert_eq!(fs::read_to_string(folder.0.join(format)).unwrap(), written(format, &[files]), "{files} {format}");
        }
        assert_eq!(ran.out, written("json", &[files]));
        assert!(files != EXAMPLE || (ran.code, ran.err.as_str()) == (0, ""), "{ran:#?}");
    }
}

#[test]
fn several_files_are_written_and_the_exit_code_stays() {
    let folder = Folder::new();
    let (json, markdown) = (folder.0.join("a.json"), folder.0.join("b.md"));
    let ran = run(tool().args(["examples/thin.toml", &output("json", &json), &output("markdown", &markdown)]));
    assert_eq!(ran.code, 1, "{ran:#?}");
    assert!(ran.out.contains("Start with these"));
    let report: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(report["verdict"], "not-yet");
    assert!(fs::read_to_string(markdown).unwrap().contains("Start with these"));
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_and_leaves_nothing() {
    let folder = Folder::new();
    let missing = folder.0.join("no/such/report.json");
    for path in [missing.as_path(), &folder.0, Path::new("/dev/full")] {
        let ran = run(tool().args([EXAMPLE, &output("json", path)]));
        assert!(ran.is_refused(&[&path.display().to_string()]), "{ran:#?}");
    }
    assert!(names(&folder.0).is_empty());
    let ran = run_with(&[EXAMPLE, "--output", "json=no/such/report.json"]);
    assert!(ran.is_refused(&["error: no/such/report.json: there is no folder `no/such`\n"]), "{ran:#?}");
}

#[cfg(unix)]
#[test]
fn a_write_protected_file_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    let kept = folder.file("kept.json", "kept");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o444)).unwrap();
    let ran = run(tool().args([EXAMPLE, &output("json", &kept)]));
    assert!(ran.is_refused(&["kept.json", "write-protected"]), "{ran:#?}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "kept");
    assert_eq!(names(&folder.0), ["kept.json"]);
}

#[test]
fn a_file_that_is_read_is_never_written() {
    let folder = Folder::new();
    let profile = folder.file("profile.toml", fs::read_to_string(EXAMPLE).unwrap());
    let baseline = folder.file("earlier.json", run_with(&[EXAMPLE, "--format=json"]).out);
    let before = fs::read_to_string(&profile).unwrap();
    let ran = run(tool().arg(&profile).arg(output("json", &profile)));
    assert!(ran.is_refused(&["is read too"]), "{ran:#?}");
    let ran = run(tool().arg(&profile).arg("--baseline").arg(&baseline).arg(output("json", &baseline)));
    assert!(ran.is_refused(&["is read too"]), "{ran:#?}");
    let new = folder.0.join("new.json");
    let ran = run(tool().arg(&profile).args([output("json", &new), output("markdown", &new)]));
    assert!(ran.is_refused(&["named twice"]), "{ran:#?}");
    let same = folder.0.join("./new.json");
    let ran = run(tool().arg(&profile).args([output("json", &new), output("markdown", &same)]));
    assert!(ran.is_refused(&["named twice"]), "{ran:#?}");
    assert_eq!(fs::read_to_string(&profile).unwrap(), before);
    assert_eq!(names(&folder.0), ["earlier.json", "profile.toml"]);
}

#[test]
fn guidance_is_never_overwritten() {
    let folder = Folder::new();
    let guidance = folder.file("g.toml", "extends = \"workshop-2020\"\n");
    let naming = folder.file("profile.toml", "[profile]\nguidance = \"g.toml\"\n");
    let by_option = run(tool().arg(EXAMPLE).arg("--guidance").arg(&guidance).arg(output("json", &guidance)));
    let by_profile = run(tool().arg(naming).arg(output("json", &guidance)));
    for ran in [by_option, by_profile] {
        assert!(ran.is_refused(&["is read too"]), "{ran:#?}");
    }
    assert_eq!(fs::read_to_string(&guidance).unwrap(), "extends = \"workshop-2020\"\n");
}

#[test]
fn quiet_shortens_only_the_terminal() {
    let folder = Folder::new();
    let path = folder.0.join("report.md");
    let ran = run(tool().args([EXAMPLE, "-q", &output("markdown", &path)]));
    assert_eq!(ran.out, "A few gaps: impact, quality.\n");
    assert_eq!(fs::read_to_string(path).unwrap(), run_with(&[EXAMPLE, "--format=markdown"]).out);
}

#[test]
fn a_profile_with_mistakes_never_overwrites_a_report() {
    let folder = Folder::new();
    let kept = folder.file("kept.json", "kept");
    let ran = run(tool().args([INVALID, &output("json", &kept)]));
    assert!(ran.is_refused(&["20 errors, nothing was judged"]), "{ran:#?}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "kept");
}

#[test]
fn several_profiles_are_one_report_in_their_order() {
    let ran = run_with(&["examples/thin.toml", INVALID, "no/such.toml", EXAMPLE, "--format=json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("20 errors") && ran.err.contains("no/such.toml"), "{}", ran.err);
    let document = ran.json();
    let reports = document["reports"].as_array().unwrap();
    let paths: Vec<&str> = reports.iter().map(|report| report["profile"]["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["examples/thin.toml", INVALID, "no/such.toml", EXAMPLE]);
    assert_eq!((&reports[1]["error"]["line"], &reports[1]["error"]["column"]), (&7.into(), &9.into()));
    assert!(reports[1]["error"]["message"].as_str().unwrap().contains("unknown stage `candidat`"));
    assert_eq!(reports[3], json(EXAMPLE));
    let totals = &document["totals"];
    assert_eq!((&totals["profiles"], &totals["not_judged"]), (&4.into(), &2.into()));
    assert_eq!(totals["verdicts"], serde_json::json!({"nearly": 1, "not-yet": 1}));
    assert_eq!(totals["gaps"]["measured"], 1 + u32::from(has_gap(&reports[0], "measured")));
}

fn has_gap(report: &Value, criterion: &str) -> bool {
    let findings = report["findings"].as_array().unwrap();
    findings.iter().any(|finding| finding["criterion"] == criterion && finding["outcome"] == "gap")
}

#[test]
fn reports_for_people_follow_each_other() {
    for format in ["table", "markdown"] {
        let ran = run_with(&[EXAMPLE, "examples/ready.toml", "--format", format]);
        let (first, second) = (ran.out.find("Amal Example").unwrap(), ran.out.find("Noor Example").unwrap());
        assert!(first < second && ran.code == 0, "{format}");
    }
}
