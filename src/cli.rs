//! The command line: clap types only.

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::format::FORMATS;
use crate::guidance::Level;
use crate::text::{named, offer};

/// Reads your community contributions and says what is met, what is missing and what to do next, by written guidance on becoming (or
/// staying) a Microsoft MVP. It judges a record, not a person, and never tells a chance: Microsoft decides on quality and impact.
#[derive(Debug, Parser)]
#[command(name = "mvp-check", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 no gap at or above --fail-on; 1 such a gap; 2 something is wrong with the command or a file."
)]
pub struct Arguments {
    /// What to do; left out: judge a profile.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to judge.
    #[command(flatten)]
    pub judge: JudgeArguments,
    /// What every command takes.
    #[command(flatten)]
    pub common: CommonArguments,
}

/// What the main job takes.
#[derive(Args, Debug)]
pub struct JudgeArguments {
    /// The profiles: files, or `-` for standard input [default: ./profile.toml].
    #[arg(value_name = "PROFILE")]
    pub profiles: Vec<String>,
    /// Write the report to a file too, in any format; may be repeated.
    #[arg(long, value_name = "FORMAT=PATH", value_parser = target)]
    pub output: Vec<Target>,
    /// Say what is new since a JSON report kept from earlier.
    #[arg(long, value_name = "REPORT.json")]
    pub baseline: Option<String>,
    /// Exit with 1 where there is a gap at this level or above it.
    #[arg(long, value_name = "LEVEL", default_value = "required")]
    pub fail_on: FailOn,
    /// Exit with 1 only for a gap that the report of --baseline does not have.
    #[arg(long, requires = "baseline")]
    pub fail_on_new: bool,
}

/// A file to write, and its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Name of the format.
    pub format: String,
    /// Path of the file.
    pub path: String,
}

/// What every command takes.
#[derive(Args, Debug)]
pub struct CommonArguments {
    /// The guidance to judge by: an edition that ships, or a file of your own [default: the profile's, else workshop-2020].
    #[arg(long, global = true, value_name = "NAME or PATH")]
    pub guidance: Option<String>,
    /// The day to judge on [default: SOURCE_DATE_EPOCH, else the profile's `as-of`, else today].
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<NaiveDate>,
    /// The format of the report.
    #[arg(long, global = true, value_name = "NAME", default_value = "table", value_parser = formats())]
    pub format: String,
    /// Whether to write colours; NO_COLOR and CLICOLOR_FORCE are heeded too.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// Columns to lay out for [default: COLUMNS, else those of the terminal].
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub width: Option<u16>,
    /// Print the verdict line only.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The other commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Explain a criterion, an activity type, a metric, or a page: process, program, advice.
    Explain {
        /// What to explain; `mvp-check list` shows the ids.
        topic: String,
    },
    /// List what the guidance knows.
    List {
        /// What to list; left out: everything.
        what: Option<Listed>,
    },
    /// Write the JSON Schema of a file format, for editors and programs.
    Schema {
        /// Whose schema.
        #[arg(default_value = "profile")]
        of: Described,
    },
    /// Write what makes a shell complete commands and options.
    Completions {
        /// For which shell.
        shell: Shell,
    },
    /// Write the manual page.
    Man {
        /// The command to tell of; left out: all of it.
        of: Option<String>,
    },
}

/// A file format of this tool that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Described {
    /// The profile file.
    Profile,
    /// The JSON report.
    Report,
    /// A guidance file of your own.
    Guidance,
}

/// Something that can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// What a record is judged by.
    Criteria,
    /// Kinds of contributions.
    Types,
    /// Numbers that a contribution may state.
    Metrics,
    /// Award categories.
    Categories,
    /// Technology areas of the award categories.
    Areas,
    /// Editions of the guidance that ship.
    Editions,
}

/// The level from which a gap makes the exit code 1.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum FailOn {
    /// A required gap.
    Required,
    /// A required or recommended gap.
    Recommended,
    /// Any gap.
    Advisory,
    /// Never.
    Never,
}

impl FailOn {
    /// The level, unless it is never.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Required => Some(Level::Required),
            Self::Recommended => Some(Level::Recommended),
            Self::Advisory => Some(Level::Advisory),
            Self::Never => None,
        }
    }
}

/// When to write colours.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// FORMAT=PATH, of a format that there is.
fn target(text: &str) -> Result<Target, String> {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    let (format, path) = text.split_once('=').ok_or("write it as FORMAT=PATH, as html=report.html")?;
    if !names.contains(&format) {
        return Err(format!("there is no format {}; {}", named(format), offer(format, &names)));
    }
    match path {
        "" => Err("write a path behind `=`".into()),
        "-" => Err("standard output has the report of --format".into()),
        path => Ok(Target { format: format.into(), path: path.into() }),
    }
}

fn formats() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about)))
}

/// A date made of its parts: nothing but YYYY-MM-DD is one.
fn day(text: &str) -> Result<NaiveDate, String> {
    let part = |range: std::ops::Range<usize>| text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let parts =
        (part(0..4), part(5..7), part(8..10), text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-"));
    let (Some(year), Some(month), Some(day), true) = parts else { return Err("write it as 2026-11-23".into()) };
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    let date = NaiveDate::from_ymd_opt(number(year).cast_signed(), number(month), number(day));
    date.filter(|_| ("1990"..="2100").contains(&year)).ok_or_else(|| "there is no such day from 1990 to 2100".into())
}
