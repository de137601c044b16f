//! The command line: clap types only.

pub(crate) mod values;
pub(crate) mod keeping;
pub(crate) mod ahead;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::guidance::Level;
use ahead::{ForecastArguments, PlanArguments};
use keeping::{AddArguments, ExportArguments, ImportArguments, InitArguments};
use values::{Target, day, formats, target, whole};

/// Reads your community contributions and says what is met, what is missing and what to do next, by written guidance on becoming (or
/// staying) a Microsoft MVP. It judges a record, not a person, and never tells a chance: Microsoft decides on quality and impact.
#[derive(Debug, Parser)]
// Its name is the same on every system, whatever its file is called.
#[command(name = "mvp-check", bin_name = "mvp-check", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 no gap at or above --fail-on; 1 such a gap; 2 something is wrong with the command or a file."
)]
pub(crate) struct Arguments {
    /// What to do; left out: judge a profile.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// What the main job takes.
    #[command(flatten)]
    pub(crate) check: CheckArguments,
    /// What every command takes.
    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

/// What the main job takes.
#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    /// The profiles: files, folders, or `-` for standard input [default: ./profile.toml].
    ///
    /// Of a folder its TOML files with a `[profile]`, and those of folders in it; not what is hidden or in a `.gitignore`. Several
    /// profiles, a folder or a list are told as a team.
    #[arg(value_name = "PROFILE")]
    pub(crate) profiles: Vec<String>,
    /// Judge the profiles of a list too, a path a line; `-` reads it from standard input.
    #[arg(long, value_name = "PATH")]
    pub(crate) files_from: Option<String>,
    /// Write the report to a file too, in any format; may be repeated.
    #[arg(long, value_name = "FORMAT=PATH", value_parser = target)]
    pub(crate) output: Vec<Target>,
    /// Say what is new since a JSON report kept from earlier.
    #[arg(long, value_name = "REPORT.json")]
    pub(crate) baseline: Option<String>,
    /// Exit with 1 where there is a gap at this level or above it.
    #[arg(long, value_name = "LEVEL", default_value = "required")]
    pub(crate) fail_on: FailOn,
    /// Exit with 1 only for a gap that the report of --baseline does not have.
    #[arg(long, requires = "baseline")]
    pub(crate) fail_on_new: bool,
}

/// What every command takes.
#[derive(Args, Debug)]
pub(crate) struct CommonArguments {
    /// The guidance to judge by: an edition that ships, or a file of your own [default: the profile's, else workshop-2020].
    #[arg(long, global = true, value_name = "NAME or PATH")]
    pub(crate) guidance: Option<String>,
    /// The day to judge on [default: SOURCE_DATE_EPOCH, else the profile's `as-of`, else today].
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
    /// The format of the report; other commands have some of these, or none.
    #[arg(long, global = true, value_name = "NAME", default_value = "table", value_parser = formats())]
    pub(crate) format: String,
    /// Whether to write colours; NO_COLOR and CLICOLOR_FORCE are heeded too.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// Columns to lay out for [default: COLUMNS, else those of the terminal].
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = whole(0..=u16::MAX))]
    pub(crate) width: Option<u16>,
    /// Print the verdict line only.
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

/// The other commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start a profile: asks a few questions, or takes the answers as options.
    Init(InitArguments),
    /// Add a contribution to a profile.
    ///
    /// As `mvp-check add talk "Blazor in production" https://example.org/blazor attendees=45`. On a terminal, what is missing is asked
    /// for.
    Add(AddArguments),
    /// Find contributions in a file of another service, and add those that are new.
    Import(ImportArguments),
    /// List what states no numbers yet, and where to look them up; on a terminal, ask for them.
    Numbers {
        /// The profile [default: ./profile.toml].
        profile: Option<String>,
    },
    /// See when readiness ends: each day on which a criterion turns, where nothing new is done, and why.
    Forecast(ForecastArguments),
    /// See what could close the gaps by a day: two or three ways, the one closest to what you do first.
    Plan(PlanArguments),
    /// Write the record for others: a dossier, the portal's form, a spreadsheet.
    Export(ExportArguments),
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
pub(crate) enum Described {
    /// The profile file.
    Profile,
    /// The JSON report.
    Report,
    /// A guidance file of your own.
    Guidance,
}

/// Something that can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
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
pub(crate) enum FailOn {
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
    pub(crate) fn level(self) -> Option<Level> {
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
pub(crate) enum Color {
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
