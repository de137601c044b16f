//! The time zone and the language change no byte.

use std::process::Command;
use std::thread;

use chrono::{Days, NaiveDate};

use crate::helpers::program::{EXAMPLES, EXPORTS, FORECAST_FORMATS, FORMATS, INVALID, run, run_with, tool};

const PROFILE: &str = "examples/profile.toml";

/// Zones far in the east, in the west with summer time, with an offset of 45 minutes, and one that does not exist.
const ZONES: [&str; 5] = ["UTC", "Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", ":no/such/zone"];

/// Languages with a dotless i, and with commas in numbers.
const LANGUAGES: [&str; 3] = ["C", "tr_TR.UTF-8", "de_DE.UTF-8"];

/// A time zone and a language.
type Surroundings = (&'static str, &'static str);

/// Each zone and each language once.
fn some_surroundings() -> Vec<Surroundings> {
    ZONES.into_iter().zip(LANGUAGES.into_iter().cycle()).collect()
}

fn all_surroundings() -> Vec<Surroundings> {
    ZONES.into_iter().flat_map(|zone| LANGUAGES.map(|language| (zone, language))).collect()
}

/// A year with a 29 February.
fn year() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    let days: Vec<NaiveDate> = (0..366).map(|day| first + Days::new(day)).collect();
    assert_eq!(days[365].to_string(), "2028-02-29");
    days
}

fn command_in((zone, language): Surroundings, arguments: &[String]) -> Command {
    let mut command = tool();
    command.args(arguments).envs([("TZ", zone), ("LANG", language), ("LC_ALL", language)]);
    command
}

/// Runs a command in all surroundings, and counts those with another result than the first.
fn differences(arguments: &[String], surroundings: &[Surroundings]) -> usize {
    let results = surroundings.iter().map(|around| {
        let ran = run(&mut command_in(*around, arguments));
        assert!(ran.is_report() || !ran.err.is_empty(), "{ran:#?}");
        (ran.code, ran.out, ran.err)
    });
    let results: Vec<_> = results.collect();
    results.iter().filter(|result| **result != results[0]).count()
}

/// Reports of a day in all formats, written to the same pipe.
fn all_formats(day: NaiveDate) -> Vec<String> {
    let outputs = FORMATS.iter().map(|format| format!("--output={format}=/dev/stdout"));
    [PROFILE.to_owned(), format!("--as-of={day}"), "--fail-on=never".into()].into_iter().chain(outputs).collect()
}

/// The other commands that read a profile on a day.
fn other_commands(day: NaiveDate) -> Vec<Vec<String>> {
    let ahead = ["forecast", "plan"].into_iter();
    let ahead = ahead.flat_map(|command| FORECAST_FORMATS.map(|format| format!("{command} {PROFILE} --format={format}")));
    let exports = EXPORTS.into_iter();
    let exports = exports
        .flat_map(|(name, formats)| formats.iter().map(move |format| format!("export {name} {PROFILE} --format={format}")));
    let line = |words: String| words.split(' ').map(str::to_owned).chain([format!("--as-of={day}")]).collect();
    let examples = EXAMPLES.into_iter().chain([INVALID]).map(str::to_owned);
    ahead.chain(exports).chain(examples).map(line).collect()
}

/// Counts the differences on two threads.
fn all_differences(commands: &[Vec<String>], surroundings: &[Surroundings]) -> usize {
    let (first, second) = commands.split_at(commands.len() / 2);
    let sum = |commands: &[Vec<String>]| commands.iter().map(|arguments| differences(arguments, surroundings)).sum::<usize>();
    thread::scope(|scope| {
        let first = scope.spawn(|| sum(first));
        sum(second) + first.join().unwrap()
    })
}

#[test]
fn formats_follow_each_other_in_a_pipe() {
    let all = run(tool().args(all_formats(year()[0])));
    for format in FORMATS {
        let alone = run_with(&[PROFILE, "--as-of=2027-03-01", "--fail-on=never", "--format", format]);
        assert!(all.out.contains(&alone.out), "{format}");
    }
}

#[test]
fn two_days_are_the_same_in_each_zone_and_language() {
    let days = ["2027-03-28", "2028-02-29"].map(|day| day.parse().unwrap());
    assert_eq!(all_differences(&days.map(all_formats), &some_surroundings()), 0);
}

#[test]
fn each_command_is_the_same_in_another_zone_and_language() {
    let commands = other_commands("2028-02-29".parse().unwrap());
    assert_eq!(all_differences(&commands, &some_surroundings()[..2]), 0);
}

#[test]
#[ignore = "takes a minute"]
fn a_year_is_the_same_everywhere() {
    let commands: Vec<_> = year().into_iter().map(all_formats).collect();
    assert_eq!(all_differences(&commands, &all_surroundings()), 0);
}

#[test]
#[ignore = "takes half a minute"]
fn each_command_is_the_same_over_a_year() {
    let days = year().into_iter().step_by(30);
    let commands: Vec<_> = days.flat_map(other_commands).collect();
    assert_eq!(all_differences(&commands, &all_surroundings()), 0);
}
