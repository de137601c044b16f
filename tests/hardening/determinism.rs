//! The same bytes, wherever and in whatever language the program runs.

use std::process::Command;

use chrono::{Days, NaiveDate};
use mvp_check::format::FORMATS;
use rayon::prelude::*;

use crate::common::figure;
use crate::common::program::{Folder, run, tool};

const PROFILE: &str = "examples/profile.toml";

/// Far in the east, in quarters of an hour, in the west with summer time, none, and one that there is not.
const ZONES: [&str; 5] = ["UTC", "Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", ":no/such/zone"];

/// With a dotless i, with commas in numbers, and none.
const LANGUAGES: [&str; 3] = ["C", "tr_TR.UTF-8", "de_DE.UTF-8"];

/// Time zone and language; the first are those that the others are compared with.
fn surroundings() -> impl Iterator<Item = (&'static str, &'static str)> {
    ZONES.into_iter().flat_map(|zone| LANGUAGES.map(|language| (zone, language)))
}

/// The days of a year with a 29 February.
fn year() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    let days: Vec<NaiveDate> = (0..366).map(|day| first + Days::new(day)).collect();
    assert_eq!(days[365].to_string(), "2028-02-29");
    days
}

/// A command as it runs somewhere.
fn command_in((zone, language): (&str, &str), arguments: &[String]) -> Command {
    let mut command = tool();
    command.args(arguments).envs([("TZ", zone), ("LANG", language), ("LC_ALL", language)]);
    command
}

/// Runs a command in all surroundings. Tells in how many of them it did not end and write as in the first.
fn differences(arguments: &[String]) -> usize {
    let results = surroundings().map(|around| {
        let ran = run(&mut command_in(around, arguments));
        assert!(ran.is_report(), "{ran:#?}");
        (ran.code, ran.out, ran.err)
    });
    let results: Vec<_> = results.collect();
    results.iter().filter(|result| **result != results[0]).count()
}

/// The main job on a day, in all formats: one is printed, the others go into the same pipe before it.
fn all_formats(day: NaiveDate) -> Vec<String> {
    let outputs = FORMATS.iter().map(|format| format!("--output={}=/dev/stdout", format.name));
    [PROFILE.to_owned(), format!("--as-of={day}"), "--fail-on=never".into()].into_iter().chain(outputs).collect()
}

/// What else tells of a profile on a day.
fn other_commands(day: NaiveDate) -> Vec<Vec<String>> {
    let ahead = ["forecast", "plan"]
        .into_iter()
        .flat_map(|command| ["table", "json", "markdown", "html"].map(|format| format!("{command} {PROFILE} --format={format}")));
    let exports = ["dossier PROFILE", "portal PROFILE", "portal PROFILE --format=json", "csv PROFILE", "csv PROFILE --all"];
    let exports = exports.into_iter().map(|words| format!("export {}", words.replace("PROFILE", PROFILE)));
    let line = |words: String| words.split(' ').map(str::to_owned).chain([format!("--as-of={day}")]).collect();
    ahead.chain(exports).map(line).collect()
}

/// On two threads: there are as many processors everywhere.
fn all_differences(commands: &[Vec<String>]) -> usize {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    threads.install(|| commands.par_iter().map(|arguments| differences(arguments)).sum())
}

#[cfg(target_os = "linux")]
#[test]
fn formats_come_one_after_the_other_into_a_pipe() {
    let all = run(tool().args(all_formats(year()[0])));
    for format in FORMATS {
        let alone = run(tool().args([PROFILE, "--as-of=2027-03-01", "--fail-on=never", "--format", format.name]));
        assert!(all.out.contains(&alone.out), "{}", format.name);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn three_days_are_the_same_everywhere() {
    let days = ["2027-03-28", "2027-12-31", "2028-02-29"].map(|day| day.parse().unwrap());
    let commands: Vec<_> = days.into_iter().map(all_formats).collect();
    assert_eq!(all_differences(&commands), 0);
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes a minute"]
fn a_year_is_the_same_everywhere() {
    let commands: Vec<_> = year().into_iter().map(all_formats).collect();
    let (zones, languages, formats) = (ZONES.len(), LANGUAGES.len(), FORMATS.len());
    let different = all_differences(&commands);
    figure::print(format!(
        "{zones} time zones x {languages} locales x {} days in {formats} formats, {different} differences",
        commands.len()
    ));
    assert_eq!(different, 0);
}

#[test]
#[ignore = "takes half a minute"]
fn what_is_ahead_and_what_is_exported_is_the_same_everywhere() {
    let days: Vec<NaiveDate> = year().into_iter().step_by(30).chain([year()[365]]).collect();
    let commands: Vec<_> = days.iter().flat_map(|day| other_commands(*day)).collect();
    let different = all_differences(&commands);
    figure::print(format!(
        "{} surroundings x {} days of forecasts, plans and exports in {} forms, {different} differences",
        surroundings().count(),
        days.len(),
        commands.len() / days.len()
    ));
    assert_eq!(different, 0);
}

/// The report on a team, in a format, with so many people judged at the same time.
fn team(folder: &Folder, format: &str, jobs: u32) -> (i32, String, String) {
    let arguments = ["team", "--as-of=2026-11-25", "--format", format, &format!("--jobs={jobs}")];
    let ran = run(tool().current_dir(&folder.0).args(arguments));
    (ran.code, ran.out, ran.err)
}

#[test]
#[ignore = "takes some seconds"]
fn a_team_is_the_same_however_many_are_judged_at_the_same_time() {
    let folder = Folder::new();
    for name in ["profile", "ready", "renewal", "thin", "two-categories", "invalid"] {
        let text = std::fs::read_to_string(format!("examples/{name}.toml")).unwrap();
        (0..10).for_each(|at| drop(folder.file(&format!("team/{name}-{at}.toml"), &text)));
    }
    let jobs = [1, 2, 3, 8, 64, 256];
    for format in FORMATS {
        let expected = team(&folder, format.name, 1);
        assert!(expected.0 == 2 && expected.1.len() > 1000, "{}: {expected:?}", format.name);
        for count in jobs.repeat(2) {
            assert!(team(&folder, format.name, count) == expected, "{} with --jobs {count}", format.name);
        }
    }
    let (reports, formats) = (jobs.len() * 2, FORMATS.len());
    figure::print(format!("{reports} reports on a team of 60 with 1 to 256 jobs in each of {formats} formats, 0 differences"));
}
